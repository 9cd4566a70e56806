"""The documents that are heard: uploading, chapters, and the files themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.setup_forms.papers import PaperForm, UploadForm, with_paper
from innspill.interfaces.desk.views.setup.editing import (
    context,
    edit,
    edited_or_404,
    save,
    told_saved,
)
from innspill.interfaces.ui import setup_words
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.shared.errors import Conflict
from innspill.shared.people import queries as people
from innspill.stages.consultations.core.definition import (
    Chapter,
    Definition,
    Language,
    Paper,
    PaperFile,
    in_language,
)
from innspill.stages.consultations.core.ids import free_id
from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.paper_outline import Outline
from innspill.stages.consultations.queries import Edited


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def papers(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The documents, and a form that takes one more."""
    edited = edited_or_404(desk, slug)
    posted = request.method == "POST"
    form = UploadForm(
        edited.definition, request.POST if posted else None, request.FILES if posted else None
    )
    if posted:
        people.require(desk.user, edited.hearing.owner_id, "caseworker")
        paper_id = _uploaded(request, desk, edited, form) if form.is_valid() else None
        if paper_id is not None:
            return redirect("desk:setup-paper", slug=slug, paper_id=paper_id)
    shown = context(desk, edited, "papers", form=form)
    return render(request, "desk/setup/papers.html", shown, status=422 if posted else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def paper(request: HttpRequest, desk: Desk, slug: str, paper_id: str) -> HttpResponse:
    """One document: its title and chapters."""
    _paper_or_404(edited_or_404(desk, slug), paper_id)
    return edit(
        request,
        desk,
        slug,
        PaperForm,
        tab="papers",
        template="desk/setup/paper.html",
        given=lambda definition: {"paper": _named(definition, paper_id)},
        more=lambda edited: {"paper": _named(edited.definition, paper_id)},
    )


@require_POST
@at_the_desk
def remove(request: HttpRequest, desk: Desk, slug: str, paper_id: str) -> HttpResponse:
    """Takes a document off the hearing. Its bytes stay where they are."""
    edited = edited_or_404(desk, slug)
    found = _paper_or_404(edited, paper_id)
    kept = tuple(one for one in edited.definition.papers if one.id != found.id)
    _saved(request, desk, edited, edited.definition.model_copy(update={"papers": kept}))
    return redirect("desk:setup-papers", slug=slug)


@require_safe
@at_the_desk
def paper_file(
    _request: HttpRequest, desk: Desk, slug: str, paper_id: str, number: int
) -> HttpResponse:
    """One file of a document, as it was uploaded."""
    found = _paper_or_404(edited_or_404(desk, slug), paper_id)
    if number >= len(found.files):
        raise Http404
    file = found.files[number]
    return attachment(wiring.store().get(file.sha256), file.name)  # type: ignore[arg-type]


def _uploaded(request: HttpRequest, desk: Desk, edited: Edited, form: UploadForm) -> str | None:
    """Stores the file and saves its outline; the paper's id, or None with an error in the form."""
    given = form.cleaned_data
    file, language = given["file"], given["language"]
    data = file.read()
    try:
        outline = wiring.outline_of(file.name, data, language)
    except WrongPaper as error:
        form.add_error("file", str(setup_words.PAPER_FAULT[error.code]))
        return None
    kept = PaperFile(
        name=file.name[:300], sha256=wiring.store().put(data), size=len(data), language=language
    )
    changed, paper_id = _with_upload(edited.definition, outline, kept, given["paper"])
    if not _saved(request, desk, edited, changed):
        form.add_error("file", gettext("Noen andre lagret samtidig. Last opp filen en gang til."))
        return None
    if not outline.chapters:
        sentence = gettext("Vi fant ingen overskrifter i filen. Skriv kapitlene under, om du vil.")
        messages.warning(request, sentence, extra_tags="warning")
    return paper_id


def _with_upload(
    definition: Definition, outline: Outline, file: PaperFile, onto: str
) -> tuple[Definition, str]:
    """The definition with the file: as a new paper, or with one that is there."""
    there = next((one for one in definition.papers if one.id == onto), None)
    if there is not None:
        return with_paper(definition, _merged(there, outline, file), {}), there.id
    identity = free_id(in_language(outline.title, "nb"), [one.id for one in definition.papers])
    fresh = Paper(id=identity, title=outline.title, chapters=outline.chapters, files=(file,))
    return definition.model_copy(update={"papers": (*definition.papers, fresh)}), identity


def _merged(there: Paper, outline: Outline, file: PaperFile) -> Paper:
    """A paper with another file's text: chapters with the same number get it beside theirs."""
    language: Language = file.language or "nb"
    fresh = {(one.kind, one.id): one for one in outline.chapters}
    known = {(one.kind, one.id): one for one in there.chapters}
    if there.files:
        chapters = [
            _both(one, fresh[key], language) if key in fresh else one for key, one in known.items()
        ]
        chapters += [one for key, one in fresh.items() if key not in known]
    else:
        # What only named the chapters yields to the document: its order, and its own headings.
        chapters = [
            _both(known[key], one, language).model_copy(
                update={"title": known[key].title | one.title, "within": one.within}
            )
            if key in known
            else one
            for key, one in fresh.items()
        ]
        chapters += [one for key, one in known.items() if key not in fresh]
    files = [one for one in there.files if one.language != file.language or one.name != file.name]
    return there.model_copy(
        update={
            "title": there.title | outline.title if language not in there.title else there.title,
            "chapters": tuple(chapters),
            "files": (*files, file),
        }
    )


def _both(there: Chapter, fresh: Chapter, language: Language) -> Chapter:
    """A chapter with its title and paragraphs in one more language, side by side."""
    title = there.title | fresh.title if not there.title.get(language) else there.title
    stands = list(there.passages)
    told = [passage.get(language, "") for passage in fresh.passages]
    passages: list[Any] = []
    for number in range(max(len(stands), len(told))):
        passage = dict(stands[number]) if number < len(stands) else {}
        passage.pop(language, None)
        if number < len(told):
            passage[language] = told[number]
        passages.append(passage)
    return there.model_copy(update={"title": title, "passages": tuple(_told(passages))})


def _told(passages: Iterable[dict[str, str]]) -> list[Any]:
    return [passage for passage in passages if any(passage.values())]


def _saved(request: HttpRequest, desk: Desk, edited: Edited, changed: Definition) -> bool:
    approved = edited.publish_at is not None
    try:
        told_saved(request, save(desk, edited, changed), approved=approved)
    except Conflict:
        sentence = gettext("Noen andre lagret samtidig. Prøv en gang til.")
        messages.error(request, sentence, extra_tags="warning")
        return False
    return True


def _named(definition: Definition, paper_id: str) -> Paper:
    return next(one for one in definition.papers if one.id == paper_id)


def _paper_or_404(edited: Edited, paper_id: str) -> Paper:
    found = next((one for one in edited.definition.papers if one.id == paper_id), None)
    if found is None:
        raise Http404
    return found
