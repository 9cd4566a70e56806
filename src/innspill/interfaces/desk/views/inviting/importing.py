"""Lists taken in: pasted, from a file, or from Enhetsregisteret; always with a look before storing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from innspill.adapters import brreg
from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.views.inviting.forms import ChoiceForm, ExtractForm, ListForm
from innspill.interfaces.desk.views.inviting.lists import Place
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.invitations import actions
from innspill.stages.invitations.core.entries import Entry, Parsed, Problem, sort_out
from innspill.stages.invitations.core.pasted import read_pasted
from innspill.stages.invitations.core.units import Unit, entry_of, suggested

_SALT = "innspill.desk.list"
SHOWN = 200
"""How many entries a preview lists; the rest is counted."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def add(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Bodies to invite: pasted or from a file, shown before they are stored."""
    place = Place.of(desk, slug)
    if request.method == "POST" and request.POST.get("gjor") == "lagre":
        entries = unsealed(request.POST.get("funnet", ""))
        based_on = request.POST.get("revision", "")
        added, completed = actions.add_entries(
            place.hearing.id, entries, based_on=whole(based_on),
            by=desk.user, now=place.now,
        )  # fmt: skip
        messages.success(request, _told(added, completed))
        return redirect("desk:bodies", slug)
    form, parsed = read_list(request)
    context = place.context(desk) | {"form": form, "parsed": parsed}
    if parsed is not None:
        lines = place.overview(desk).lines
        invited = [(each.line.name, _number(each.recipients)) for each in lines]
        context |= preview(parsed, invited)
    status = 422 if form.is_bound and (form.errors or (parsed and parsed.problems)) else 200
    return render(request, "desk/inviting/add.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def expand(request: HttpRequest, desk: Desk, slug: str, body_id: int) -> HttpResponse:
    """The members of a line: from Enhetsregisteret's file or API, or from a list."""
    place = Place.of(desk, slug)
    shown = place.line(desk, body_id)
    do = request.POST.get("gjor", "")
    if do == "lagre":
        entries = unsealed(request.POST.get("funnet", ""))
        added, known = actions.expand(body_id, entries, by=desk.user, now=place.now)
        sentence = gettext("%(added)d medlemmer er lagt til. %(known)d sto der fra før.")
        messages.success(request, sentence % {"added": added, "known": known})
        return redirect("desk:body", slug, body_id)
    wanted = suggested(shown.line.name)
    given = {"kinds": ", ".join(wanted.forms), "industries": ", ".join(wanted.industries),
             "words": wanted.name}  # fmt: skip
    data = (request.POST, request.FILES)
    extract = ExtractForm(*(data if do == "fil" else ()), initial=given, prefix="fil")
    lookup = ChoiceForm(request.POST if do == "oppslag" else None, initial=given, prefix="oppslag")
    form, parsed = read_list(request, "liste")
    trouble = ""
    try:
        if do in {"fil", "oppslag"}:
            units = _units(extract if do == "fil" else lookup, do, shown.recipients)
            parsed = Parsed(tuple(entry_of(unit) for unit in units)) if units is not None else None
    except (BadInput, Unreadable) as error:
        trouble = gettext("Det gikk ikke: %(reason)s") % {"reason": error}
    context = place.context(desk) | {
        "shown": shown, "line": shown.line, "extract": extract, "lookup": lookup, "form": form,
        "parsed": parsed, "trouble": trouble, "can_look_up": bool(settings.BRREG),
    }  # fmt: skip
    if parsed is not None:
        there = [(each.recipient.name, each.recipient.number) for each in shown.recipients]
        context |= preview(parsed, there)
    wrong = (
        trouble or extract.errors or lookup.errors or form.errors or (parsed and parsed.problems)
    )
    return render(request, "desk/inviting/expand.html", context, status=422 if wrong else 200)


def read_list(request: HttpRequest, do: str = "se") -> tuple[ListForm, Parsed | None]:
    """The form of a list, and what was read from it where it was sent and is whole."""
    if request.method != "POST" or request.POST.get("gjor") != do:
        return ListForm(), None
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return form, None
    file, group = form.cleaned_data["file"], str(form.cleaned_data["group"])
    if not file:
        return form, read_pasted(str(form.cleaned_data["text"]), group)
    try:
        return form, wiring.read_sheet(file.name, file.read(), group)
    except BadInput as error:
        reason = in_words(error)
    except Unreadable:
        reason = gettext("den kan ikke leses. Lagre den på nytt som Excel (.xlsx) eller CSV.")
    form.add_error("file", gettext("Eller velg en fil: %(reason)s") % {"reason": reason})
    return form, None


def preview(parsed: Parsed, there: Iterable[tuple[str, str]]) -> dict[str, object]:
    """What a page shows of a list before it is stored."""
    found = sort_out(parsed.entries, there)
    taken = [] if parsed.problems else [*found.fresh, *found.known]
    return {
        "found": found,
        "fresh": found.fresh[:SHOWN],
        "more": max(0, len(found.fresh) - SHOWN),
        "problems": [problem_said(each) for each in parsed.problems[:50]],
        "sealed": sealed(taken) if taken else "",
    }


def problem_said(problem: Problem) -> str:
    """A problem as a sentence: where, what, and the value."""
    what = words.word(problem.code, "trouble")
    if not problem.line:
        return f"{what}."
    if problem.cell:
        where = gettext("Rad %(line)d, celle %(cell)s") % {
            "line": problem.line,
            "cell": problem.cell,
        }
    else:
        where = gettext("Linje %(line)d") % {"line": problem.line}
    return f"{where}: {what}{f': «{problem.value}»' if problem.value else ''}."


def sealed(entries: Sequence[Entry]) -> str:
    """Entries as a signed text that the page carries from the look to the storing."""
    return signing.dumps(
        [list(asdict(each).values()) for each in entries], salt=_SALT, compress=True
    )


def unsealed(text: str) -> list[Entry]:
    """The entries that were shown. Raises BadInput where the page was changed or is old."""
    try:
        rows: list[list[Any]] = signing.loads(text, salt=_SALT, max_age=86_400)
    except signing.BadSignature as error:
        raise BadInput("the list is no longer valid", todo="Paste it once more.") from error
    return [Entry(*row) for row in rows]


def _units(form: ChoiceForm, do: str, recipients: Sequence[Any]) -> list[Unit] | None:
    if not form.is_valid():
        return None
    if do == "fil":
        file = form.cleaned_data["file"]
        return wiring.choose_from(file.read(), file.name, form.choice)
    if not settings.BRREG:
        raise BadInput("look-ups are not switched on", where="INNSPILL_BRREG")
    register = brreg.Register(settings.BRREG)
    number = next((r.recipient.number for r in recipients if not r.recipient.is_member), "")
    if form.choice.is_empty and number:
        return register.parts_of(number)
    return register.choose(form.choice)


def _number(recipients: Sequence[Any]) -> str:
    return next((r.recipient.number for r in recipients if not r.recipient.is_member), "")


def _told(added: int, completed: int) -> str:
    then = ngettext(
        "%(count)d mottaker fikk flere opplysninger.",
        "%(count)d mottakere fikk flere opplysninger.",
        completed,
    ) % {"count": completed}
    if not added and completed:
        return then
    first = ngettext("%(count)d instans er lagt til.", "%(count)d instanser er lagt til.", added)
    return f"{first % {'count': added}} {then if completed else ''}".strip()
