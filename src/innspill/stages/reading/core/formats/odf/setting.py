"""What all paragraphs of one OpenDocument file share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.manuscript import Manuscript
from innspill.stages.reading.core.formats.odf.lists import Lists
from innspill.stages.reading.core.formats.odf.styles import Styles

_MOST_REPEATED = 4 * 2**20
"""In bytes of XML: what may be shown again because a row or cell says it is repeated."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the text refers to."""

    element: etree._Element
    mark: str
    at_end: bool


@dataclass(slots=True)
class State:
    """What changes while a document is read."""

    notes: list[Note] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """Open fields: "command", "result", or "swallowed" (a result never shown)."""
    embedded: bool = False
    repeated: int = 0
    comments: int = 0
    unmarked: int = 0
    """How many notes had no mark of their own."""

    @property
    def silent(self) -> bool:
        """Whether text here is a field's command, or its result shown by other means."""
        return any(state != "result" for state in self.fields)

    def repeat(self, element: etree._Element, times: int) -> None:
        """Take note that `element` is shown `times` times. Raises `Unreadable` over the limit."""
        self.repeated += len(etree.tostring(element)) * (times - 1)
        if self.repeated > _MOST_REPEATED:
            raise Unreadable("too-big", "The document repeats its table cells too many times.")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the paragraphs of one part look up, and where they put what they find."""

    book: Manuscript
    styles: Styles
    lists: Lists
    state: State
    deletions: dict[str, etree._Element]
    """Change id → what was deleted."""
    controls: dict[str, etree._Element]
    fields: dict[etree._Element, bool]
    object_of: Callable[[str], etree._Element | None]
    """The root of the object at a path within the package."""
