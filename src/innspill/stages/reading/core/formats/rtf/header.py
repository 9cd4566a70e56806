"""What an RTF file says before its text: fonts, colours, styles, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.docx.styles import level_of_name
from innspill.stages.reading.core.formats.rtf.letters import Font

_DEEPEST_CHAIN = 12
_WHITE = (255, 255, 255)


@dataclass(slots=True)
class ParagraphStyle:
    """A paragraph style: its name, what it is based on, its outline level from 0."""

    name: str = ""
    based_on: int | None = None
    outline: int | None = None


@dataclass(slots=True)
class Header:
    """The tables of a file."""

    fonts: dict[int, Font] = field(default_factory=dict)
    colours: list[tuple[int, int, int] | None] = field(default_factory=list)
    styles: dict[int, ParagraphStyle] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)

    def is_colour(self, number: int) -> bool:
        """Whether the colour `number` makes text stand out from the page."""
        if number <= 0:
            return False
        return number >= len(self.colours) or self.colours[number] not in (None, _WHITE)

    def heading_level(self, number: int) -> int | None:
        """The level from 1 of headings in the style `number`, None where it is for other text."""
        at: int | None = number
        for _ in range(_DEEPEST_CHAIN):
            style = self.styles.get(at) if at is not None else None
            if style is None:
                return None
            level = level_of_name(style.name.strip())
            if level is not None:
                return level
            if style.outline is not None:
                return style.outline + 1 if 0 <= style.outline < 9 else None
            at = style.based_on if style.based_on != at else None
        return None
