"""The hearing as the public will see it: page, web form and Word form, of what is being edited."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.setup.editing import context, edited_or_404
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.words import LANGUAGE
from innspill.pipeline import wiring
from innspill.stages.consultations.core.deadline import end_of_day
from innspill.stages.consultations.core.definition import Language
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.consultations.queries import ConsultationShown, Edited

LANGUAGES = tuple(LANGUAGE.items())


@require_safe
@at_the_desk
def page(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The hearing page."""
    return _shown(request, desk, slug, "page", "desk/setup/preview_page.html")


@require_safe
@at_the_desk
def form(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The web form, all its steps below each other."""
    return _shown(request, desk, slug, "form", "desk/setup/preview_form.html")


@require_safe
@at_the_desk
def word(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The Word form as a list, with the file to take home."""
    return _shown(request, desk, slug, "word", "desk/setup/preview_word.html")


@require_safe
@at_the_desk
def word_file(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The Word form."""
    edited = edited_or_404(desk, slug)
    language = _language(request)
    data = build_form(edited.definition, language)
    name = f"svarskjema-{edited.hearing.slug}-{language}.docx"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return attachment(data, name, kind)


def _shown(request: HttpRequest, desk: Desk, slug: str, what: str, template: str) -> HttpResponse:
    edited = edited_or_404(desk, slug)
    language = _language(request)
    shown = context(
        desk,
        edited,
        "preview",
        what=what,
        language=language,
        languages=LANGUAGES,
        public=_as_public(edited),
        now=wiring.clock().now(),
    )
    return render(request, template, shown)


def _as_public(edited: Edited) -> ConsultationShown:
    """The hearing as it will stand when what is edited is public."""
    definition = edited.definition
    deadline = definition.deadline
    status = "open" if edited.hearing.status == "draft" else edited.hearing.status
    return replace(
        edited.hearing,
        definition=definition,
        title=definition.title,
        status=status,
        opens_at=None,
        deadline_at=end_of_day(deadline, definition.timezone) if deadline else None,
    )


def _language(request: HttpRequest) -> Language:
    asked = request.GET.get("sprak", "nb")
    return asked if asked in LANGUAGE else "nb"  # type: ignore[return-value]
