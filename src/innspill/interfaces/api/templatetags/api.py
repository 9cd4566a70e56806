"""What the page of documentation needs besides what all pages share."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.filter
def in_page_language(said: str) -> str:
    """A sentence about a field or an address, which is kept in bokmål, in the page's language."""
    return gettext(said) if said else ""
