"""The doors of the analysis, tried by who comes: what may be done and seen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from innspill.shared.people.models import Owner, User
from innspill.stages.analysis import actions, queries
from innspill.stages.analysis.queries import Cut
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import NOW

_NUMBERS = count(1)


@dataclass(frozen=True)
class Said:
    """A hearing with a response that is analysed, and a lead who can prepare a door."""

    hearing: ConsultationShown
    owner: Owner
    lead: User

    @property
    def row(self) -> queries.CommentRow:
        """The first comment that stands, of more than one word."""
        rows = queries.comments(self.hearing.slug, [self.owner])
        return next(row for row in rows if len(row.text.split()) > 3)

    @property
    def whole(self) -> tuple[str, list[Cut]]:
        """A place, and one cut of all of it."""
        place = queries.answer_places(self.row.rendition_id, [self.owner])[0]
        return place.place, [Cut(0, len(place.text))]

    def halves(self, by: User) -> list[int]:
        """The first comment split in two."""
        row = self.row
        return actions.split(row.id, len(row.text.split()[0]), by=by, now=NOW)

    def theme(self) -> int:
        """A theme made for the occasion."""
        label = f"Tema {next(_NUMBERS)}"
        return actions.make_theme(self.hearing.id, label=label, by=self.lead, now=NOW)


def _label(s: Said, by: User) -> None:
    actions.label(
        consultation_id=s.hearing.id, target=s.row.fingerprint, kind="stance", value="opposes",
        by=by, now=NOW,
    )  # fmt: skip


def _divide(s: Said, by: User) -> None:
    place, cuts = s.whole
    actions.divide(s.row.rendition_id, place=place, cuts=cuts, by=by, now=NOW)


def _finish(s: Said, by: User) -> None:
    rows = queries.comments(s.hearing.slug, [s.owner])
    mine = [row.id for row in rows if row.rendition_id == s.row.rendition_id]
    actions.confirm(mine, by=s.lead, now=NOW)
    actions.finish(s.row.rendition_id, by=by, now=NOW)


def _unmerge(s: Said, by: User) -> None:
    one, into = s.theme(), s.theme()
    actions.merge_themes([one], into, by=s.lead, now=NOW)
    actions.unmerge_theme(one, by=by, now=NOW)


def _restore(s: Said, by: User) -> None:
    theme = s.theme()
    actions.remove_theme(theme, by=s.lead, now=NOW)
    actions.restore_theme(theme, by=by, now=NOW)


DONE: dict[str, Callable[[Said, User], Any]] = {
    "divide": _divide,
    "join": lambda s, by: actions.join(s.halves(s.lead), by=by, now=NOW),
    "split": lambda s, by: s.halves(by),
    "mark": lambda s, by: actions.mark(s.row.id, "", by=by, now=NOW),
    "label": _label,
    "label_many": lambda s, by: actions.label_many(
        [s.row.id], kind="stance", value="neutral", by=by, now=NOW
    ),
    "confirm": lambda s, by: actions.confirm([s.row.id], by=by, now=NOW),
    "finish": _finish,
    "open_again": lambda s, by: actions.open_again(s.row.rendition_id, by=by, now=NOW),
    "make_theme": lambda s, by: actions.make_theme(
        s.hearing.id, label=f"Av {by.username}", by=by, now=NOW
    ),
    "rename_theme": lambda s, by: actions.rename_theme(
        s.theme(), label=f"Navn av {by.username}", by=by, now=NOW
    ),
    "merge_themes": lambda s, by: actions.merge_themes([s.theme()], s.theme(), by=by, now=NOW),
    "unmerge_theme": _unmerge,
    "split_theme": lambda s, by: actions.split_theme(
        s.theme(), [s.row.id], f"Del av {by.username}", by=by, now=NOW
    ),
    "move_comments": lambda s, by: actions.move_comments([s.row.id], s.theme(), by=by, now=NOW),
    "put_under": lambda s, by: actions.put_under(s.theme(), None, by=by, now=NOW),
    "remove_theme": lambda s, by: actions.remove_theme(s.theme(), by=by, now=NOW),
    "restore_theme": _restore,
    "find_themes_anew": lambda s, by: actions.find_themes_anew(s.hearing.id, by=by, now=NOW),
}
SEEN: dict[str, Callable[[Said, list[Owner]], Any]] = {
    "comments": lambda s, owners: queries.comments(s.hearing.slug, owners),
    "page": lambda s, owners: queries.page(s.hearing.slug, owners).total,
    "proposals": lambda s, owners: queries.proposals(s.hearing.slug, owners),
    "answer_places": lambda s, owners: queries.answer_places(s.row.rendition_id, owners),
    "theme_list": lambda s, owners: queries.theme_list(s.hearing.slug, owners),
    "theme_changes": lambda s, owners: (s.theme(), queries.theme_changes(s.hearing.slug, owners))[
        1
    ],
    "counts": lambda s, owners: queries.counts(s.hearing.slug, owners),
    "history": lambda s, owners: (
        _label(s, s.lead),
        queries.history(s.hearing.slug, owners, s.row.fingerprint),
    )[1],
    "progress": lambda s, owners: queries.progress(s.hearing.slug, owners).remarks,
}
