"""The list of a hearing: its lines with where they stand, and changes to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.inviting.forms import GroupForm, LineForm, ListFilter
from innspill.interfaces.ui.forms import whole
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import invited, wiring
from innspill.pipeline.invited import LineShown, Overview
from innspill.shared.post import queries as post
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions

LINES = 50


@dataclass(frozen=True, slots=True)
class Place:
    """The hearing whose list is shown, what a change of it is based on, and what may be done."""

    hearing: ConsultationShown
    revision: int
    may: bool
    now: datetime

    @classmethod
    def of(cls, desk: Desk, slug: str) -> Place:
        """Raises Http404 where these owners have no such hearing."""
        found = consultations.edited(slug, desk.owners)
        if found is None:
            raise Http404
        may = desk.may(found.hearing.owner_id, "caseworker")
        return cls(found.hearing, found.revision, may, wiring.clock().now())

    def overview(self, desk: Desk) -> Overview:
        """Where everybody stands; lines that nobody is written to for get their recipient first."""
        shown = invited.overview(self.hearing, now=self.now)
        lacking = any(not each.recipients and not each.line.collective for each in shown.lines)
        if lacking and self.may:
            actions.derive(self.hearing.id, by=desk.user, now=self.now)
            shown = invited.overview(self.hearing, now=self.now)
        return shown

    def line(self, desk: Desk, body_id: int) -> LineShown:
        """One line on the list. Raises Http404."""
        found = self.overview(desk).line(body_id) if body_id else None
        if found is None:
            raise Http404
        return found

    def context(self, desk: Desk) -> dict[str, object]:
        """What every page about the list shows."""
        return {"at": "hearing", "desk": desk, "hearing": self.hearing, "may": self.may,
                "now": self.now, "revision": self.revision, "mail_is_set_up": post.is_set_up()}  # fmt: skip

    def change(
        self, desk: Desk, groups: list[Group], based_on: str, renamed: dict[str, str] | None = None
    ) -> None:
        """Stores another list. Raises Conflict where the one shown was not the latest."""
        revision = whole(based_on)
        actions.change_list(
            self.hearing.id, groups, renamed=renamed, based_on=revision, by=desk.user, now=self.now
        )


@require_safe
@at_the_desk
def bodies(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The groups and lines of a hearing with where they stand, and the counts."""
    place = Place.of(desk, slug)
    asked = ListFilter(request.GET, definition=place.hearing.definition)
    shown = place.overview(desk)
    lines = invited.only(
        shown, group=asked.asked("gruppe") or "", standing=asked.asked("status") or ""
    )
    word = (asked.asked("navn") or "").casefold()
    lines = tuple(each for each in lines if word in each.line.name.casefold())
    context = place.context(desk) | {
        "filter": asked,
        "counts": shown.counts,
        "count": len(lines),
        "rows": page_of(request, lines, LINES),
        "to_invite": len(shown.audience("invitation")),
        "to_remind": len(shown.audience("reminder")),
        "to_tell": len(shown.audience("change")),
    }
    return render(request, "desk/inviting/bodies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def line(request: HttpRequest, desk: Desk, slug: str, body_id: int) -> HttpResponse:
    """Name, group and kind of one line, to be changed."""
    place = Place.of(desk, slug)
    found = place.line(desk, body_id).line
    given = {"name": found.name, "group": found.group, "collective": found.collective}
    form = LineForm(request.POST if request.method == "POST" else None, initial=given)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        new = Member(name=said["name"], collective=said["collective"])
        groups = _replaced(
            place.hearing.definition.bodies, found.group, found.name, said["group"], new
        )
        place.change(desk, groups, request.POST.get("revision", ""), {found.name: new.name})
        messages.success(request, gettext("%(name)s er lagret.") % {"name": new.name})
        return redirect("desk:bodies", slug)
    context = place.context(desk) | {"form": form, "line": found}
    status = 422 if form.is_bound else 200
    return render(request, "desk/inviting/line_form.html", context, status=status)


@require_POST
@at_the_desk
def remove_line(request: HttpRequest, desk: Desk, slug: str, body_id: int) -> HttpResponse:
    """Takes a line off the list; what was sent and answered stays."""
    place = Place.of(desk, slug)
    found = place.line(desk, body_id).line
    groups = _replaced(place.hearing.definition.bodies, found.group, found.name, "", None)
    place.change(desk, groups, request.POST.get("revision", ""))
    messages.success(request, gettext("%(name)s er tatt av listen.") % {"name": found.name})
    return redirect("desk:bodies", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def groups(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The groups of the list: new names, another order, and away with those that are empty."""
    place = Place.of(desk, slug)
    shown = list(place.hearing.definition.bodies)
    posted = request.POST if request.method == "POST" else None
    which = posted.get("gruppe", "") if posted else ""
    rows = [(g, GroupForm(posted if g.name == which and posted and posted.get("gjor") == "navn" else None,
                          initial={"name": g.name}, prefix=f"gruppe-{at}")) for at, g in enumerate(shown)]  # fmt: skip
    if posted:
        done = _regrouped(shown, rows, which, posted.get("gjor", ""))
        if done is not None:
            place.change(desk, done, posted.get("revision", ""))
            messages.success(request, gettext("Gruppene er lagret."))
            return redirect("desk:body-groups", slug)
    context = place.context(desk) | {"rows": rows}
    return render(request, "desk/inviting/groups.html", context, status=422 if posted else 200)


def _regrouped(
    shown: list[Group], rows: list[tuple[Group, GroupForm]], which: str, do: str
) -> list[Group] | None:
    """The groups after what a button asked for; None where its form has an error."""
    at = next((place for place, group in enumerate(shown) if group.name == which), None)
    if at is None:
        return None
    if do == "navn":
        form = rows[at][1]
        if not form.is_valid():
            return None
        name = str(form.cleaned_data["name"])
        if any(group.name == name for group in shown[:at] + shown[at + 1 :]):
            form.add_error("name", gettext("Navn på gruppen: en annen gruppe heter det."))
            return None
        shown[at] = shown[at].model_copy(update={"name": name, "translations": {}})
    elif do == "bort" and not shown[at].members:
        shown.pop(at)
    elif do in {"opp", "ned"}:
        to = max(0, min(len(shown) - 1, at + (-1 if do == "opp" else 1)))
        shown.insert(to, shown.pop(at))
    return shown


def _replaced(
    groups: tuple[Group, ...], group: str, name: str, to: str, new: Member | None
) -> list[Group]:
    """The groups with one line changed, moved to the group `to`, or taken away (None)."""
    kept: list[Group] = []
    placed = new is None
    for each in groups:
        members = list(each.members)
        at = next((i for i, m in enumerate(members) if each.name == group and m.name == name), None)
        if at is not None:
            old = members.pop(at)
            if new is not None and each.name == to:
                members.insert(
                    at, old.model_copy(update=new.model_dump(include={"name", "collective"}))
                )
                placed = True
        elif new is not None and each.name == to:
            members.append(new)
            placed = True
        kept.append(each.model_copy(update={"members": tuple(members)}))
    if not placed and new is not None:
        kept.append(Group(name=to, members=(new,)))
    return kept
