"""The doors of the language model and of what people write in reports, for the test of roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from innspill.shared.people.models import Owner, User
from tests.stages.people import model_doors, report_doors

DONE: dict[str, Callable[[Any, User], Any]] = {**model_doors.DONE, **report_doors.DONE}
SEEN: dict[str, Callable[[Any, list[Owner]], Any]] = {**model_doors.SEEN}
