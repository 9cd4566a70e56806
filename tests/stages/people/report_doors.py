"""The doors of reports, of their Word template and of what is handed on, tried by who comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from innspill.pipeline import wiring
from innspill.shared.people.models import User
from innspill.stages.handover import actions as handover
from innspill.stages.reports import actions as reports
from innspill.stages.reports.core.word.template_check import TemplateChecked
from tests.stages.conftest import NOW
from tests.stages.people import text_doors


def _take_in(c: Any, by: User) -> None:
    reports.take_in_template(
        c.owner.pk, name="mal.docx", data=b"PK", checked=TemplateChecked(()), by=by, now=NOW,
        store=wiring.store(),
    )  # fmt: skip


def _take_out(c: Any, by: User) -> None:
    _take_in(c, c.staff.lead)
    reports.take_out_template(c.owner.pk, by=by, now=NOW)


DONE: dict[str, Callable[[Any, User], Any]] = {
    "reports.order_report": lambda c, by: reports.order_report(
        c.hearing, kind="letter", language="nn", by=by, now=NOW
    ),
    "reports.take_in_template": _take_in,
    "reports.take_out_template": _take_out,
    "reports.publish_report": lambda c, by: reports.publish_report(c.hearing, by=by, now=NOW),
    "handover.forward": lambda c, by: handover.forward(
        c.forwards, [], to="a@b.example", by=by, now=NOW, store=wiring.store()
    ),
    "handover.make_package": lambda c, by: handover.make_package(
        c.hearing, by=by, now=NOW, store=wiring.store()
    ),
    **text_doors.DONE,
}
