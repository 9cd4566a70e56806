"""What every form of the pages has: Designsystemet's look on its fields."""

from __future__ import annotations

from typing import Any

from django import forms


class Dressed(forms.Form):
    """A form whose visible inputs carry Designsystemet's class."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("class", "ds-input")


def whole(text: str) -> int:
    """A whole number from a page's field; 0 where somebody changed it to something else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
