"""The doors of what people write in reports, for the test of roles: each tried on one hearing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from innspill.shared.people.models import User
from innspill.stages.analysis import queries as analysis
from innspill.stages.reports.core.edited.arranging import Place
from innspill.stages.reports.core.edited.sheet import SheetRead, SheetRow
from innspill.stages.reports.core.edited.values import PartOf, Taken
from innspill.stages.reports.core.parts.values import Paragraph, Sentence
from innspill.stages.reports.texts import actions, queries
from tests.stages.conftest import NOW

_OF = PartOf("summary", "nb", "process")
_SAID = (Paragraph((Sentence("Skrevet av en person."),)),)


class Case(Protocol):
    """What is needed of the hearing that the doors are tried on."""

    @property
    def hearing(self) -> int: ...


def _outline(case: Case, by: User) -> object:
    placed = (Place("own:1", heading="Tilrådingen"),)
    seen = queries.outline_of(case.hearing, "summary").id
    return actions.save_outline(case.hearing, "summary", placed, seen=seen, by=by, now=NOW)


def _write(case: Case, by: User) -> object:
    return actions.write_part(case.hearing, _OF, _SAID, machine=(), seen=0, by=by, now=NOW)


def _give_back(case: Case, by: User) -> object:
    seen = max((each.id for each in queries.history(case.hearing, _OF)), default=0)
    return actions.give_back(case.hearing, _OF, seen=seen, by=by, now=NOW)


def _take_in(case: Case, by: User) -> object:
    taken = [Taken("process", _SAID)]
    return actions.take_in(case.hearing, "summary", "nb", taken, parts=(), by=by, now=NOW)


def _take_sheet(case: Case, by: User) -> object:
    comment = analysis.all_comments(case.hearing)[0]
    row = SheetRow(2, comment.fingerprint, outcome="Tatt til følge", reason="Ja.")
    return actions.take_sheet(case.hearing, SheetRead((row,), {"id": "A"}), by=by, now=NOW)


DONE: dict[str, Callable[[Case, User], Any]] = {
    "reports.save_outline": _outline,
    "reports.write_part": _write,
    "reports.give_back": _give_back,
    "reports.take_in": _take_in,
    "reports.take_sheet": _take_sheet,
}
