"""Themes as people find them: named, merged, split, moved, made and removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.analysis.rows import Room, Shown
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.analysis import actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, ThemeChangeShown, ThemeShown

LENGTH = 40
ALONE = 20
"""Comments like no theme that are shown in full; the number leads to all of them."""
_UNDONE_BY = {"merged": "unmerge", "removed": "restore"}
"""Of what a person did to a theme that is not there any more, what takes it back."""


@dataclass(frozen=True, slots=True)
class Card:
    """A theme with examples of its comments, and its sub-themes."""

    theme: ThemeShown
    stances: tuple[tuple[str, str, int], ...]
    """(value, word, how many), as the stances are ordered."""
    typical: tuple[Shown, ...]
    contrary: tuple[Shown, ...]
    parts: tuple[Card, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def themes(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """All themes, those that one or two hold apart; POST makes, merges and finds anew."""
    room = Room(desk, slug)
    if request.method == "POST":
        _act(request, room, _ON_ALL)
        return redirect(reverse("desk:themes", args=[slug]))
    found = analysis.theme_list(slug, desk.owners)
    cards = _cards(room, found)
    changes = analysis.theme_changes(slug, desk.owners)
    context = room.context("themes") | {
        "cards": [one for one in cards if not one.theme.single and not one.theme.always],
        "single": [one for one in cards if one.theme.single],
        "always": [one for one in cards if one.theme.always],
        "alone": _alone(room, found),
        "changes": [(each, _undo_of(each, changes)) for each in changes[:30]],
    }
    return render(request, "desk/analysis/themes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def theme(request: HttpRequest, desk: Desk, slug: str, theme_id: int) -> HttpResponse:
    """One theme with its comments; POST renames, splits, moves, puts under and removes."""
    room = Room(desk, slug)
    found = analysis.theme_list(slug, desk.owners)
    shown = next((one for one in _flat(found) if one.id == theme_id), None)
    if shown is None:
        raise Http404
    if request.method == "POST":
        _act(request, room, _ON_ONE, theme_id)
        is_gone = "remove" in request.POST
        name, own = ("themes", [slug]) if is_gone else ("theme", [slug, theme_id])
        return redirect(reverse(f"desk:{name}", args=own))
    page = analysis.page(
        slug, desk.owners, CommentFilter(theme=theme_id),
        page=whole(request.GET.get("side", "1")), size=LENGTH,
    )  # fmt: skip
    context = room.context("themes") | {
        "card": _cards(room, [shown])[0],
        "rows": room.shown(page.rows),
        "page": Paginator(range(page.total), LENGTH).get_page(page.page),
        "mains": [(one.id, one.label) for one in found if one.id != theme_id and not one.always],
        "others": [(pk, label) for pk, label in room.themes.items() if pk != theme_id],
    }
    return render(request, "desk/analysis/theme.html", context)


def _alone(room: Room, found: Iterable[ThemeShown]) -> list[Shown]:
    """The first comments that are like no theme: what one or two alone have said."""
    other = next((one for one in found if one.always == "other"), None)
    if other is None:
        return []
    wanted = CommentFilter(theme=other.id)
    page = analysis.page(room.hearing.slug, room.desk.owners, wanted, size=ALONE)
    return room.shown(page.rows)


def _cards(room: Room, found: Iterable[ThemeShown]) -> list[Card]:
    found = list(found)
    wanted = {pk for one in _flat(found) for pk in (*one.typical, *one.contrary)}
    rows = {row.comment.id: row for row in room.shown(analysis.comments_by_id(wanted))}
    return [_card(one, rows) for one in found]


def _card(one: ThemeShown, rows: Mapping[int, Shown]) -> Card:
    return Card(
        theme=one,
        stances=tuple(
            (value, str(said), one.stances[value])
            for value, said in words.TABLES["stance"].items()
            if one.stances.get(value)
        ),
        typical=tuple(rows[pk] for pk in one.typical if pk in rows),
        contrary=tuple(rows[pk] for pk in one.contrary if pk in rows),
        parts=tuple(_card(part, rows) for part in one.parts),
    )


def _flat(found: Iterable[ThemeShown]) -> Iterable[ThemeShown]:
    for one in found:
        yield one
        yield from _flat(one.parts)


def _undo_of(change: ThemeChangeShown, changes: Iterable[ThemeChangeShown]) -> str:
    """What takes a change back where it is the last thing that was done to its theme; else ""."""
    last = next(each for each in changes if each.theme == change.theme)
    return _UNDONE_BY.get(change.verb, "") if last is change else ""


Act = Callable[[HttpRequest, Room, int, datetime], str]


def _act(request: HttpRequest, room: Room, acts: Mapping[str, Act], theme_id: int = 0) -> None:
    for name, act in acts.items():
        if name in request.POST:
            messages.success(request, act(request, room, theme_id, wiring.clock().now()))
            return
    raise BadInput("there is no such theme")


def _make(request: HttpRequest, room: Room, _theme: int, now: datetime) -> str:
    actions.make_theme(
        room.hearing.id, label=request.POST.get("label", ""),
        description=request.POST.get("description", ""), by=room.desk.user, now=now,
    )  # fmt: skip
    return gettext("Temaet er laget.")


def _merge(request: HttpRequest, room: Room, _theme: int, now: datetime) -> str:
    chosen = _own(room, request.POST.getlist("themes"))
    into = _own(room, [request.POST.get("into", "")])[0]
    if not set(chosen) - {into}:
        raise BadInput("there is nothing to merge")
    actions.merge_themes(chosen, into, by=room.desk.user, now=now)
    return gettext("Temaene er slått sammen.")


def _find(_request: HttpRequest, room: Room, _theme: int, now: datetime) -> str:
    actions.find_themes_anew(room.hearing.id, by=room.desk.user, now=now)
    return gettext("Temaene er funnet på nytt. Det dere har rørt, står som før.")


def _unmerge(request: HttpRequest, room: Room, _theme: int, now: datetime) -> str:
    actions.unmerge_theme(_changed(request, room, "unmerge"), by=room.desk.user, now=now)
    return gettext("Angret. Temaet står for seg selv igjen.")


def _restore(request: HttpRequest, room: Room, _theme: int, now: datetime) -> str:
    actions.restore_theme(_changed(request, room, "restore"), by=room.desk.user, now=now)
    return gettext("Angret. Temaet er tatt inn igjen.")


def _rename(request: HttpRequest, room: Room, theme_id: int, now: datetime) -> str:
    actions.rename_theme(
        theme_id, label=request.POST.get("label", ""),
        description=request.POST.get("description", ""), by=room.desk.user, now=now,
    )  # fmt: skip
    return gettext("Navnet er lagret.")


def _put_under(request: HttpRequest, room: Room, theme_id: int, now: datetime) -> str:
    above = whole(request.POST.get("parent", "")) or None
    actions.put_under(theme_id, above, by=room.desk.user, now=now)
    return gettext("Plassen er lagret.")


def _split(request: HttpRequest, room: Room, theme_id: int, now: datetime) -> str:
    label = request.POST.get("label", "")
    actions.split_theme(theme_id, _comments(request), label, by=room.desk.user, now=now)
    return gettext("Temaet er delt.")


def _move(request: HttpRequest, room: Room, theme_id: int, now: datetime) -> str:
    to = _own(room, [request.POST.get("to", "")])[0]
    actions.move_comments(_comments(request), to, out_of=theme_id, by=room.desk.user, now=now)
    return gettext("Merknadene er flyttet.")


def _remove(_request: HttpRequest, room: Room, theme_id: int, now: datetime) -> str:
    actions.remove_theme(theme_id, by=room.desk.user, now=now)
    return gettext("Temaet er tatt bort. Merknadene er der fortsatt.")


_ON_ALL: Mapping[str, Act] = {
    "make": _make,
    "merge": _merge,
    "find": _find,
    "unmerge": _unmerge,
    "restore": _restore,
}
_ON_ONE: Mapping[str, Act] = {
    "rename": _rename,
    "put_under": _put_under,
    "split": _split,
    "move": _move,
    "remove": _remove,
}


def _own(room: Room, written: Iterable[str]) -> list[int]:
    """Themes of this hearing by their numbers. Raises BadInput where one is not."""
    found = [whole(one) for one in written]
    if not found or not set(found) <= set(room.themes):
        raise BadInput("there is no such theme")
    return found


def _changed(request: HttpRequest, room: Room, verb: str) -> int:
    """A theme of this hearing that stands no more. Raises BadInput."""
    theme_id = whole(request.POST[verb])
    changes = analysis.theme_changes(room.hearing.slug, room.desk.owners)
    if theme_id not in {each.theme for each in changes}:
        raise BadInput("there is no such theme")
    return theme_id


def _comments(request: HttpRequest) -> list[int]:
    chosen = [whole(one) for one in request.POST.getlist("comments")]
    if not chosen:
        raise BadInput("no comments are chosen")
    return chosen
