"""Whose logo stands on the papers: the one that the operator has set for the pages."""

from __future__ import annotations

from django.conf import settings

from innspill.stages.reports.core.letterhead import Letterhead


def letterhead() -> Letterhead | None:
    """The logo that was set; None where none is."""
    look = settings.LOOK
    if look is None or look.logo is None:
        return None
    return Letterhead(look.logo.data, look.logo.kind, look.alternative)
