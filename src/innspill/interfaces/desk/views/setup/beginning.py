"""A new hearing is begun in one of five ways."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.adapters.reading_jobs import NO_TEXT
from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.setup_forms.beginning import WAYS, BeginForm, way_called
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Unreadable
from innspill.shared.people import queries as people
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.copying import copy_of
from innspill.stages.consultations.core.definition import SCHEMA, Definition, Text
from innspill.stages.consultations.core.templates import from_template
from innspill.stages.reading.core.responses import NamedBytes


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def new(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The five ways; the form of the chosen one; and what became of it."""
    owners = people.owners_of(desk.user, "caseworker")
    if not owners:
        raise PermissionDenied
    earlier = consultations.listed_for(desk.owners)
    posted = request.method == "POST"
    way = way_called((request.POST if posted else request.GET).get("way", ""))
    if way is None:
        shown = {"at": "front", "desk": desk, "ways": WAYS}
        return render(request, "desk/setup/ways.html", shown)
    form = BeginForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        way=way,
        owners=owners,
        earlier=earlier,
    )
    if posted and form.is_valid():
        owner = next(one for one in owners if str(one.pk) == form.cleaned_data["owner"])
        slug = _begun(request, desk, form, owner)
        if slug is not None:
            return redirect("desk:setup", slug=slug)
    shown = {"at": "front", "desk": desk, "form": form}
    return render(request, "desk/setup/new.html", shown, status=422 if posted else 200)


def _begun(request: HttpRequest, desk: Desk, form: BeginForm, owner: Owner) -> str | None:
    """The address of the new hearing; None, with errors in the form, where it was not to be."""
    definition = _definition(desk, form, owner)
    if definition is None:
        return None
    if form.cleaned_data.get("state_body"):
        definition = definition.model_copy(update={"state_body": True})
    if consultations.has_case(owner.pk, definition.case_number):
        sentence = gettext("Saksnummer: %(number)s er brukt på en annen høring. Gi denne et eget.")
        form.add_error("case_number", sentence % {"number": definition.case_number})
        return None
    try:
        begun = actions.found(definition, owner=owner, by=desk.user, now=wiring.clock().now())
    except BadInput as error:
        form.add_error(None, in_words(error))
        return None
    messages.success(request, _said(definition, form.way.name))
    return begun.slug


def _said(definition: Definition, way: str) -> str:
    if way not in {"import", "definisjon"}:
        return gettext("Høringen er opprettet som utkast. Ingen andre enn dere ser den.")
    bodies = sum(len(group.members) for group in definition.bodies)
    sentence = gettext(
        "Hentet inn som utkast: %(questions)d spørsmål og %(bodies)d instanser. Se gjennom hver del."
    )
    return sentence % {"questions": len(definition.questions), "bodies": bodies}


def _definition(desk: Desk, form: BeginForm, owner: Owner) -> Definition | None:
    given = form.cleaned_data
    title: Text | None = {"nb": given["title"].strip()} if given["title"].strip() else None
    way = form.way.name
    if way == "tom":
        return Definition(
            schema=SCHEMA,
            case_number=given["case_number"],
            owner=owner.name,
            status="draft",
            title=title or {},
        )
    if way == "mal":
        return from_template(
            given["template"], owner=owner.name, case_number=given["case_number"], title=title
        )
    if way == "kopi":
        earlier = desk.hearing_or_404(given["earlier"])
        return copy_of(
            earlier.definition,
            case_number=given["case_number"],
            title=title,
            owner=owner.name,
        )
    found = _imported(form, owner) if way == "import" else _uploaded(form)
    if found is None:
        return None
    changes: dict[str, Any] = {"title": title} if title else {}
    if given["case_number"]:
        changes["case_number"] = given["case_number"]
    return found.model_copy(update=changes)


def _uploaded(form: BeginForm) -> Definition | None:
    file = form.cleaned_data["definition"]
    try:
        found = wiring.definition_in(file.name, file.read())
    except Unreadable:
        form.add_error("definition", _stopped())
    except BadInput as error:
        sentence = gettext("Definisjon: filen kan ikke brukes (%(reason)s)")
        if error.what == NO_TEXT:
            sentence = gettext("Definisjon: filen er ikke tekst. Velg en .yaml-fil.")
        form.add_error("definition", sentence % {"reason": error})
    else:
        return _without_files(found)
    return None


def _without_files(definition: Definition) -> Definition:
    """The definition without the files of its papers, whose bytes it only names.

    Whoever knows a file's SHA-256 could otherwise have it handed out: a response, say.
    """
    papers = tuple(paper.model_copy(update={"files": ()}) for paper in definition.papers)
    return definition.model_copy(update={"papers": papers})


def _imported(form: BeginForm, owner: Owner) -> Definition | None:
    given = form.cleaned_data
    page = _named(given["page"], "side")
    asked = _named(given["form_file"], "skjema") if given["form_file"] else None
    try:
        return wiring.import_hearing(
            page, asked, case_number=given["case_number"] or None, owner=owner.name
        )
    except Unreadable:
        form.add_error(None, _stopped())
    except BadInput as error:
        _told_wrong(form, error, page[0])
    return None


def _stopped() -> str:
    return gettext(
        "Filen tok for mye tid eller minne å lese, og lesingen ble stanset. Lagre den på nytt, uten bilder, og prøv igjen."
    )


def _told_wrong(form: BeginForm, error: BadInput, page: str) -> None:
    """Which of the files is wrong, and what to do, in the reader's language."""
    if "case number" in error.what:
        sentence = gettext("Saksnummer: siden sier ikke hvilket. Skriv det her.")
        form.add_error("case_number", sentence)
    elif "title" in error.what:
        sentence = gettext(
            "Høringsside: vi fant ingen tittel. Velg filen med selve siden eller brevet."
        )
        form.add_error("page", sentence)
    elif "questions" in error.what:
        sentence = gettext(
            "Svarskjema: vi fant ingen spørsmål. Velg skjemaet med nummererte spørsmål, eller la feltet stå tomt."
        )
        form.add_error("form_file", sentence)
    elif error.where.split(":", 1)[0] == page:
        sentence = gettext(
            "Høringsside: filen kan ikke leses. Velg HTML, tekst, .docx, .odt eller .pdf med tekst."
        )
        form.add_error("page", sentence)
    else:
        sentence = gettext(
            "Svarskjema: filen kan ikke leses. Velg tekst, .docx, .odt eller .pdf med tekst."
        )
        form.add_error("form_file", sentence)


def _named(file: UploadedFile[Any], name: str) -> NamedBytes:
    """The file under a name that is ours but for its ending."""
    ending = PurePath(file.name or "").suffix.lower()
    return f"{name}{ending if ending.isascii() and len(ending) < 8 else ''}", file.read()
