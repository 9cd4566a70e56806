"""The doors of the language model, for the test of roles: each tried on one hearing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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


def _begun(hearing: int, by: User) -> int:
    return actions.begin_asking(hearing, source="m", price=Price(), by=by, now=NOW)


def _stopped(hearing: int, by: User) -> None:
    actions.stop_asking(_asked(hearing), by=by, now=NOW)


def _askings(hearing: int, slug: str, owners: list[Owner]) -> object:
    _asked(hearing)
    return queries.askings(slug, owners)


def _wordings(hearing: int, slug: str, owners: list[Owner]) -> object:
    _asked(hearing)
    return queries.theme_wordings(slug, owners)


DONE: dict[str, Callable[[int, User], Any]] = {"begin_asking": _begun, "stop_asking": _stopped}
SEEN: dict[str, Callable[[int, str, list[Owner]], Any]] = {
    "askings": _askings,
    "theme_wordings": _wordings,
}
