"""What tests of the finder ask: what of a kind is found."""

from __future__ import annotations

from innspill.stages.publication.core.personal_data import find


def found(text: str, kind: str, *, private: bool = False) -> list[str]:
    """The words of `text` that are found as `kind`; `private`: in what a private person wrote."""
    return [
        text[each.start : each.end] for each in find(text, private=private) if each.kind == kind
    ]
