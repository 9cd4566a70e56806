"""The doors of the language model, for the test of roles: each tried on one hearing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from innspill.shared.people.models import Owner, User
from innspill.stages.analysis import actions, queries
from innspill.stages.analysis.core.model.batches import Price
from innspill.stages.analysis.models import Asking, Theme, ThemeWording
from tests.stages.conftest import NOW


def _asked(hearing: int) -> int:
    """An asking that has not ended, with a name for a theme that came of it."""
    found, _ = Asking.objects.get_or_create(
        consultation_id=hearing, ended_at=None, defaults={"at": NOW, "source": "m"}
    )
    theme = Theme.objects.create(consultation_id=hearing, label="Vann", found_by="rules", at=NOW)
    ThemeWording.objects.create(theme=theme, asking=found, label="Gebyr", source="m")
    return int(found.pk)


class Case(Protocol):
    """What is needed of the hearing that the doors are tried on."""

    @property
    def hearing(self) -> int: ...

    @property
    def slug(self) -> str: ...


def _begun(case: Case, by: User) -> int:
    return actions.begin_asking(case.hearing, source="m", price=Price(), by=by, now=NOW)


def _stopped(case: Case, by: User) -> None:
    actions.stop_asking(_asked(case.hearing), by=by, now=NOW)


def _askings(case: Case, owners: list[Owner]) -> object:
    _asked(case.hearing)
    return queries.askings(case.slug, owners)


def _wordings(case: Case, owners: list[Owner]) -> object:
    _asked(case.hearing)
    return queries.theme_wordings(case.slug, owners)


DONE: dict[str, Callable[[Case, User], Any]] = {
    "analysis.begin_asking": _begun,
    "analysis.stop_asking": _stopped,
}
SEEN: dict[str, Callable[[Case, list[Owner]], Any]] = {
    "analysis.askings": _askings,
    "analysis.theme_wordings": _wordings,
}
