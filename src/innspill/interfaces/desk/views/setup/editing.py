"""What the pages of the set-up share: the hearing as it is edited, saving, and two who edit at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.access import Desk
from innspill.interfaces.desk.findings import Finding, counted, findings
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.setup_forms.base import EditForm, differences
from innspill.interfaces.ui.changes import said
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Conflict
from innspill.shared.people import queries as people
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.actions import save as save_definition
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.opening import too_late
from innspill.stages.consultations.queries import Edited

STEPS = (
    ("about", _("Om høringen")),
    ("contact", _("Kontakt og møter")),
    ("papers", _("Dokumenter")),
    ("questions", pgettext_lazy("flere", "Spørsmål")),
    ("period", _("Frist og regler")),
    ("glossary", _("Ordliste")),
    ("preview", _("Forhåndsvisning")),
    ("check", _("Kontroll og publisering")),
)
LATER = (
    ("deadlines", _("Frist og forlengelser")),
    ("log", _("Endringslogg")),
)
"""Pages that matter once the hearing is open."""


def edited_or_404(desk: Desk, slug: str) -> Edited:
    """The hearing as it is edited. Raises Http404 for those of other owners."""
    found = consultations.edited(slug, desk.owners)
    if found is None:
        raise Http404
    return found


def context(desk: Desk, edited: Edited, tab: str, **more: Any) -> dict[str, Any]:
    """What every page of the set-up is rendered with."""
    now = wiring.clock().now()
    hearing = edited.hearing
    found = findings(edited.definition, hearing.slug, now)
    return {
        "at": "hearing",
        "desk": desk,
        "hearing": hearing,
        "edited": edited,
        "definition": edited.definition,
        "tab": tab,
        "may_edit": desk.may(hearing.owner_id, "caseworker"),
        "may_publish": desk.may(hearing.owner_id, "lead"),
        "findings": found,
        "steps": _steps(hearing.slug, found),
        "later": [
            (name, label, reverse(f"desk:setup-{name}", args=[hearing.slug]))
            for name, label in LATER
        ]
        if hearing.status != "draft"
        else [],
        "bodies_page": reverse("desk:bodies", args=[hearing.slug]),
        **more,
    }


def _steps(slug: str, found: list[Finding]) -> list[dict[str, Any]]:
    numbers = counted(found)
    return [
        {
            "name": name,
            "label": label,
            "address": reverse(f"desk:setup-{name}", args=[slug]),
            "must": numbers.get(name, (0, 0))[0],
            "should": numbers.get(name, (0, 0))[1],
        }
        for name, label in STEPS
    ]


def save(desk: Desk, edited: Edited, definition: Definition) -> Edited:
    """Saves and gives the hearing as it is now. Raises as `actions.save`."""
    save_definition(
        edited.hearing.id,
        definition,
        based_on=edited.revision,
        by=desk.user,
        now=wiring.clock().now(),
    )
    found = consultations.edited(consultations.by_id(edited.hearing.id).slug, desk.owners)
    if found is None:
        raise Http404
    return found


def edit(
    request: HttpRequest,
    desk: Desk,
    slug: str,
    kind: type[EditForm],
    *,
    tab: str,
    template: str,
    given: Callable[[Definition], Mapping[str, Any]] = lambda _definition: {},
    more: Callable[[Edited], Mapping[str, Any]] = lambda _edited: {},
) -> HttpResponse:
    """A page with one form: shows it, adds a row, or saves what was written.

    `given` is what the form needs besides the definition, `more` what the page shows besides it.
    """
    edited = edited_or_404(desk, slug)
    extra = given(edited.definition)
    status, theirs, mark = 200, None, request.POST.get("merke", "")
    if request.method != "POST":
        form = kind(edited.definition, **extra)
        mark = form.mark
    else:
        people.require(desk.user, edited.hearing.owner_id, "caseworker")
        if request.POST.get("mer") in kind.rows:
            form = kind.with_more(edited.definition, request.POST, request.POST["mer"], **extra)
        else:
            form = kind(edited.definition, request.POST, request.FILES, **extra)
            saved, theirs = _save_form(request, desk, edited, form, kind, extra)
            if saved is not None:
                return redirect(_onwards(request, saved, tab))
            status = 409 if theirs is not None else 422
            edited = edited_or_404(desk, slug)
            mark = kind(edited.definition, **extra).mark if theirs is not None else mark
    shown = context(desk, edited, tab, form=form, mark=mark, theirs=theirs, **more(edited))
    return render(request, template, shown, status=status)


def _save_form(  # noqa: PLR0917 - what a save stands on
    request: HttpRequest,
    desk: Desk,
    edited: Edited,
    form: EditForm,
    kind: type[EditForm],
    extra: Mapping[str, Any],
) -> tuple[Edited | None, list[tuple[str, str, str]] | None]:
    """The hearing as saved, or what somebody else wrote in the same fields, or neither."""
    if request.POST.get("merke") != form.mark:
        return None, differences(form, kind(edited.definition, **extra))
    if not form.is_valid():
        return None, None
    changed = form.applied()
    refused = refusals(edited, changed)
    for sentence in refused:
        form.add_error(None, sentence)
    if refused:
        return None, None
    approved = edited.publish_at is not None
    try:
        saved = save(desk, edited, changed)
    except Conflict:
        return None, differences(
            form, kind(edited_or_404(desk, edited.hearing.slug).definition, **extra)
        )
    except BadInput as error:
        form.add_error(None, in_words(error))
        return None, None
    told_saved(request, saved, approved=approved)
    return saved, None


def told_saved(request: HttpRequest, saved: Edited, *, approved: bool) -> None:
    """Says that it is saved, and what that means for the public."""
    if approved:
        sentence = gettext(
            "Lagret. Høringen var klarert til å åpne av seg selv; det må leder gjøre på nytt."
        )
        messages.warning(request, sentence, extra_tags="warning")
    elif saved.unannounced:
        messages.success(
            request, gettext("Lagret. Endringen vises for publikum når den er kunngjort.")
        )
    else:
        messages.success(request, gettext("Lagret."))


def refusals(edited: Edited, changed: Definition) -> list[str]:
    """Why a change cannot be saved, in words: it comes too late, or the case number is taken."""
    if edited.hearing.status == "draft":
        return _taken(edited, changed)
    late = too_late(edited.hearing.definition, changed)
    end = gettext("Det går ikke etter at høringen er åpnet, for noen kan ha svart.")
    return [f"{said(change)} {end}" for change in late]


def _taken(edited: Edited, changed: Definition) -> list[str]:
    taken = consultations.has_case(
        edited.hearing.owner_id, changed.case_number, besides=edited.hearing.id
    )
    if not taken:
        return []
    sentence = gettext(
        "Saksnummeret %(number)s er brukt på en annen høring. Gi denne et eget nummer."
    )
    return [sentence % {"number": changed.case_number}]


def _onwards(request: HttpRequest, saved: Edited, tab: str) -> str:
    """Where to go after saving: on to the next page, or stay."""
    names = [name for name, _label in STEPS]
    slug = saved.hearing.slug
    if "videre" in request.POST and tab in names[:-1]:
        return reverse(f"desk:setup-{names[names.index(tab) + 1]}", args=[slug])
    if saved.hearing.slug in request.path:
        return request.path
    return reverse(f"desk:setup-{tab}", args=[slug])
