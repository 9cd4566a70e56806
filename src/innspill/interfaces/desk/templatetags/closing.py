"""What stands beside a decided comment: the measure that it became, or the press that makes it one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.queries import DecidedRow

register = template.Library()


@register.inclusion_tag("desk/closing/measure_button.html", takes_context=True)
def measure_button(context: Mapping[str, Any], row: DecidedRow) -> dict[str, Any]:
    """A way to the measure of a comment, or to make one where it is followed."""
    hearing = context["hearing"]
    return {
        "hearing": hearing,
        "may": context["may"],
        "csrf_token": context["csrf_token"],
        "request": context["request"],
        "comment_id": row.comment.id,
        "followed": row.disposition is not None and row.disposition.outcome in deciding.FOLLOWED,
        "measure_id": deciding.measure_of_each(hearing.id).get(row.comment.fingerprint),
    }
