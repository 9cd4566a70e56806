"""Filters of deciding: changes of a text with what is taken out and put in."""

from __future__ import annotations

from django import template

from innspill.stages.deciding.core.marked_changes import Piece, changed_pieces
from innspill.stages.deciding.core.values import ChangeShown

register = template.Library()


@register.filter
def pieces(change: ChangeShown) -> list[Piece]:
    """The old and the new text as one: pieces that stay, are taken out and are put in."""
    return changed_pieces(change.old, change.new)
