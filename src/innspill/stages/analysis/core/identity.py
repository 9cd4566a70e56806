"""A definition as the key of what is made from it once and kept while it is at hand."""

from __future__ import annotations

from innspill.stages.consultations.core.definition import Definition


class ByIdentity:
    """A definition known by being the same object: it holds dicts, and cannot be hashed."""

    __slots__ = ("definition",)

    def __init__(self, definition: Definition) -> None:
        self.definition = definition

    def __hash__(self) -> int:
        return id(self.definition)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.definition is self.definition
