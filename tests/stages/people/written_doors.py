"""The doors of the language model and of what people write in reports, for the test of roles."""

from __future__ import annotations

from tests.stages.people import model_doors, report_doors

DONE = {**model_doors.DONE, **report_doors.DONE}
SEEN = model_doors.SEEN
