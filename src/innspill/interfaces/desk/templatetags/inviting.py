"""Filters of the pages about those who are invited: colours of standings and mails, titles."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext, gettext_noop

register = template.Library()

_STANDING = {
    "answered": "success", "no-remarks": "success", "will-come": "info", "drafted": "info", "opened": "info",
    "silent": "warning", "not-reached": "danger",
}  # fmt: skip
_MAIL = {"sent": "success", "unsure": "warning", "refused": "danger", "returned": "danger",
         "waiting": "info", "sending": "info"}  # fmt: skip
_TITLES = {
    "invitation": gettext_noop("Send invitasjoner"),
    "reminder": gettext_noop("Send påminnelser"),
    "change": gettext_noop("Si fra om endret frist"),
    "granted": gettext_noop("Send svar: utsatt frist er gitt"),
    "refused": gettext_noop("Send svar: utsatt frist er avslått"),
}


@register.filter
def standing_colour(standing: str) -> str:
    """The colour of a standing's tag."""
    return _STANDING.get(standing, "neutral")


@register.filter
def mail_colour(state: str) -> str:
    """The colour of a mail's tag."""
    return _MAIL.get(state, "neutral")


@register.filter
def letter_title(kind: str) -> str:
    """The heading of the page that sends this kind of letter."""
    return gettext(_TITLES[kind])
