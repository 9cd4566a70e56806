"""Control words of what an RTF file says before its text: fonts, colours, styles, and of itself."""

from __future__ import annotations

import re
from typing import ClassVar

from innspill.stages.reading.core.formats.rtf.header import ParagraphStyle
from innspill.stages.reading.core.formats.rtf.letters import Font, code_page
from innspill.stages.reading.core.formats.rtf.machine import Handler
from innspill.stages.reading.core.formats.rtf.state import UNSHOWN
from innspill.stages.reading.core.formats.rtf.words import Words

_COLOUR = re.compile(rb"\\(red|green|blue)(\d{1,3})")
_PROPERTIES = {
    b"title": "title", b"subject": "subject", b"author": "creator", b"operator": "last_modified_by",
}  # fmt: skip
_TIMES = {b"creatim": "created", b"revtim": "modified"}
_PARTS_OF_TIME = (b"yr", b"mo", b"dy", b"hr", b"min")


class Preface(Words):
    """A machine that knows the tables of a file's beginning."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._in_fonts = self._in_styles = self._in_info = False
        self._style = ParagraphStyle()
        self._time: dict[bytes, int] = {}

    def _font_table(self, _: int | None) -> None:
        self._in_fonts = True
        self.state.target = UNSHOWN

        def end() -> None:
            self._in_fonts = False

        self.at_end_of_group(end)

    def _font(self, number: int | None) -> None:
        if not self._in_fonts:
            self.set_font(number or 0)
            return
        font = self.header.fonts[number or 0] = Font()
        self.state.font = -1

        def take(name: str) -> None:
            font.name = name.partition(";")[0].strip()

        self.gather(take)

    def _charset(self, number: int | None) -> None:
        fonts = self.header.fonts
        if self._in_fonts and fonts:
            fonts[next(reversed(fonts))].charset = number or 0

    def _font_code_page(self, number: int | None) -> None:
        fonts = self.header.fonts
        if self._in_fonts and fonts:
            fonts[next(reversed(fonts))].codec = code_page(number or 0)

    def _colours(self, _: int | None) -> int:
        for part in self.group().split(b";")[:-1]:
            found = {name: min(int(value), 255) for name, value in _COLOUR.findall(part)}
            rgb = tuple(found.get(name, 0) for name in (b"red", b"green", b"blue"))
            self.header.colours.append((rgb[0], rgb[1], rgb[2]) if found else None)
        return self.after_group()

    def _style_sheet(self, _: int | None) -> None:
        self._in_styles = True
        self.state.target = UNSHOWN

        def end() -> None:
            self._in_styles = False

        self.at_end_of_group(end)

    def _paragraph_style(self, number: int | None) -> None:
        if not self._in_styles:
            self.state.style = number or 0
            return
        style = self._style = self.header.styles[number or 0] = ParagraphStyle()

        def take(name: str) -> None:
            style.name = name.partition(";")[0]

        self.gather(take)

    def _based_on(self, number: int | None) -> None:
        self._style.based_on = number

    def _outline(self, number: int | None) -> None:
        if self._in_styles:
            self._style.outline = number
        else:
            self.state.outline = number

    def _info(self, _: int | None) -> None:
        self._in_info = True
        self.state.target = UNSHOWN

        def end() -> None:
            self._in_info = False

        self.at_end_of_group(end)

    def take_property(self, name: str) -> None:
        """Take the text of the present group as the property `name`."""

        def take(value: str) -> None:
            if value.strip():
                self.header.properties[name] = value.strip()

        if self._in_info:
            self.gather(take)

    def take_moment(self, name: str) -> None:
        """Take the time that the present group tells as the property `name`."""

        def end() -> None:
            year, *rest = (self._time.get(part, 0) for part in _PARTS_OF_TIME)
            if year:
                month, day, hour, minute = rest
                moment = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"
                self.header.properties[name] = moment

        if self._in_info:
            self._time = {}
            self.at_end_of_group(end)

    def time_part(self, part: bytes, number: int) -> None:
        """Note one part of a time."""
        self._time[part] = number

    WORDS: ClassVar[dict[bytes, Handler]] = {
        **Words.WORDS,
        b"fonttbl": _font_table,
        b"f": _font,
        b"fcharset": _charset,
        b"cpg": _font_code_page,
        b"colortbl": _colours,
        b"stylesheet": _style_sheet,
        b"s": _paragraph_style,
        b"sbasedon": _based_on,
        b"outlinelevel": _outline,
        b"info": _info,
    }


def _property(name: str) -> Handler:
    def begin(machine: Preface, _: int | None) -> None:
        machine.take_property(name)

    return begin


def _moment(name: str) -> Handler:
    def begin(machine: Preface, _: int | None) -> None:
        machine.take_moment(name)

    return begin


def _part(part: bytes) -> Handler:
    def note(machine: Preface, number: int | None) -> None:
        machine.time_part(part, number or 0)

    return note


Preface.WORDS.update({word: _property(name) for word, name in _PROPERTIES.items()})
Preface.WORDS.update({word: _moment(name) for word, name in _TIMES.items()})
Preface.WORDS.update({word: _part(word) for word in _PARTS_OF_TIME})
