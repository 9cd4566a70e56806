"""Files of a hearing to take home, and the page about hearings, privacy and accessibility."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.portal.views.result import MEDIA_TYPES
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.language import active
from innspill.pipeline import wiring
from innspill.shared.values import Sha256
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition, PaperFile
from innspill.stages.drafting.core.retention import KEPT


@require_safe
def form(_request: HttpRequest, slug: str) -> HttpResponse:
    """The response form of the hearing in the page's language."""
    # Here, so that only who asks for Word waits for its library.
    from innspill.stages.consultations.core.word_form import build_form

    hearing = hearing_or_404(slug)
    data = build_form(hearing.definition, active())
    return attachment(data, f"svarskjema-{hearing.slug}.docx", MEDIA_TYPES["docx"])


@require_safe
def plain_form(_request: HttpRequest, slug: str) -> HttpResponse:
    """The response form as plain text, to be answered in a mail."""
    from innspill.stages.consultations.core.plain_form import build_text

    hearing = hearing_or_404(slug)
    data = build_text(hearing.definition, active()).encode()
    return attachment(data, f"svarskjema-{hearing.slug}.txt", "text/plain; charset=utf-8")


@require_safe
def internal(_request: HttpRequest, slug: str) -> HttpResponse:
    """Questions and papers in one package, to be sent round within one's own organisation."""
    from innspill.stages.consultations.core import internal_package

    hearing = hearing_or_404(slug)
    files = [(file.name, _bytes_of(file)) for file in _files(hearing.definition)]
    data = internal_package.build(hearing.definition, active(), files)
    return attachment(data, f"intern-horing-{hearing.slug}.zip", "application/zip")


@require_safe
def paper_file(_request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """A file of what is heard: only those that the published definition names."""
    hearing = hearing_or_404(slug)
    found = next((file for file in _files(hearing.definition) if file.sha256 == digest), None)
    if found is None:
        raise Http404
    return attachment(_bytes_of(found), found.name)


def _files(definition: Definition) -> list[PaperFile]:
    return [file for paper in definition.papers for file in paper.files]


def _bytes_of(file: PaperFile) -> bytes:
    try:
        return wiring.store().get(Sha256(file.sha256))
    except KeyError as error:
        raise Http404 from error


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored about people, why and for how long, their rights, and where to write."""
    owners = sorted({row.owner for row in consultations.listed()})
    return render(request, "portal/privacy.html", {"owners": owners, "draft_days": KEPT.days})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What happens to what people send in, in words."""
    return render(request, "portal/about.html", {"at": "about"})
