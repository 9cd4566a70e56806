"""The only code that writes reports."""

from innspill.stages.reports.actions.making import make_report
from innspill.stages.reports.actions.orders import make_next, order_report
from innspill.stages.reports.actions.publishing import publish_report
from innspill.stages.reports.actions.templates import take_in_template, take_out_template

__all__ = [
    "make_next",
    "make_report",
    "order_report",
    "publish_report",
    "take_in_template",
    "take_out_template",
]
