"""Every way in which forms keep their ticks, each written twice: the second time all inverted.

Five questions with three options each. What an option's reader says of it stands between two
separators, so that it can be found in whatever a library gives out.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from word_package import cell, control, field, p, package, r, row, table

BETWEEN = "¤"
OPTIONS = ("Ja", "Nei", "Vet")
LETTERS = "abcde"
QUESTIONS = range(len(LETTERS))
PATTERN = (1, 0, 0), (0, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 0)
ALL = 2 * len(QUESTIONS) * len(OPTIONS)
_FONT = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/>'
_WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


@dataclass(frozen=True, slots=True)
class Technique:
    """A way of ticking: `option` gives the runs of one option by its label, state and number."""

    name: str
    option: Callable[[str, bool, int], str]
    layout: Literal["line", "cells", "sign cells", "cell control", "row control"] = "line"
    main: str = "document"
    strict: bool = False

    def form(self, *, inverted: bool = False) -> bytes:
        """The form as .docx."""
        rows = "".join(self._question(question, inverted=inverted) for question in QUESTIONS)
        body = rows if self.layout == "line" else table(rows)
        return package(body, main=self.main, strict=self.strict)

    def _question(self, question: int, *, inverted: bool) -> str:
        asked = f"Spørsmål {LETTERS[question]}: hva mener dere?"
        between = r(f" {BETWEEN} ")
        options = []
        for at in range(len(OPTIONS)):
            label, ticked = label_of(question, at), bool(PATTERN[question][at]) != inverted
            if self.layout == "sign cells":
                options += [between + r(label), self.option("", ticked, at)]
            else:
                options.append(between + self.option(label, ticked, at))
        if self.layout == "line":
            return p(asked) + p("".join(options) + between)
        if self.layout == "cell control":
            options = [control(cell(option), "<w:id/>") for option in options]
        cells = row(asked, *options, between)
        return control(cells) if self.layout == "row control" else cells


def label_of(question: int, option: int) -> str:
    """The word that an option is known by: it stands once in the form."""
    return f"{OPTIONS[option]}{LETTERS[question]}"


def judge(first: str, inverted: str) -> str:
    """What a library kept of the ticks, from what it gave out for a form and for its inverse.

    "lost" where both are the same. Otherwise each option must be told right by one rule for all
    questions: a sign that stands for ticked may not stand for empty as well; where some do, the
    number that can be told. "raw" is kept, but by a sign that only its font makes a tick; "as an
    error" by a word that says that reading the box failed.
    """
    if first == inverted:
        return "lost"
    states: dict[tuple[int, str], list[bool]] = defaultdict(list)
    for output, flipped in ((first, False), (inverted, True)):
        for at, sign, ticked in _signs(output):
            states[at, sign].append(ticked != flipped)
    told = sum(len(seen) for seen in states.values() if len(set(seen)) == 1)
    if told < ALL:
        return f"{told} of {ALL}"
    if any("failed" in sign for _, sign in states):
        return "as an error"
    return "raw" if any(_needs_its_font(sign) for _, sign in states) else "kept"


def _signs(output: str) -> Iterator[tuple[int, str, bool]]:
    """For each option: its place in the question, what stands at it, and whether it is ticked."""
    pieces = output.split(BETWEEN)
    for question, pattern in enumerate(PATTERN):
        for at, ticked in enumerate(pattern):
            label = label_of(question, at)
            piece = next((piece for piece in pieces if label in piece), None)
            if piece is not None:
                yield at, "".join(piece.replace(label, "@").split()), bool(ticked)


def _needs_its_font(sign: str) -> bool:
    """Whether it has a character of the private area, as such or by its number, or of Wingdings."""
    chars = html.unescape(sign)
    private = any(unicodedata.category(char) == "Co" or char in "þ¨" for char in chars)
    return private or re.search("F0(FE|A8)", chars, re.IGNORECASE) is not None


def _checkbox(label: str, ticked: bool, at: int, *, shown: str = "", font: str = _FONT) -> str:
    del at
    glyph = shown or ("☒" if ticked else "☐")
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return control(r(glyph, font), f'<w:tag w:val="{label}"/>{state}') + r(f" {label}")


def _checkbox_in_wingdings(label: str, ticked: bool, at: int) -> str:
    del at
    state = f'<w14:checkbox><w14:checked w14:val="{str(ticked).lower()}"/></w14:checkbox>'
    return control(_symbol_run(ticked=ticked), state) + r(f" {label}")


def _symbol_run(*, ticked: bool) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'


def _legacy(ticked_data: str, empty_data: str) -> Callable[[str, bool, int], str]:
    def option(label: str, ticked: bool, at: int) -> str:
        del at
        state = ticked_data if ticked else empty_data
        data = f"<w:ffData><w:enabled/><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
        return field("FORMCHECKBOX", data) + r(f" {label}")

    return option


def _typed(ticked_sign: str, empty_sign: str, font: str = "") -> Callable[[str, bool, int], str]:
    def option(label: str, ticked: bool, at: int) -> str:
        del at
        return r(ticked_sign if ticked else empty_sign, font) + r(f" {label}")

    return option


def _set_apart(how: str, *, when: bool = True) -> Callable[[str, bool, int], str]:
    def option(label: str, ticked: bool, at: int) -> str:
        del at
        return r(label, how if ticked is when else "")

    return option


def _legacy_in_ways(*ways: tuple[str, str]) -> Callable[[str, bool, int], str]:
    """A way to write on and off for each place in the question."""

    def option(label: str, ticked: bool, at: int) -> str:
        return _legacy(*ways[at % len(ways)])(label, ticked, at)

    return option


def _conflicting(label: str, ticked: bool, at: int) -> str:
    return _checkbox(label, ticked, at, shown="☐")


_CHECKED = "<w:checked/>", '<w:default w:val="0"/>'
TECHNIQUES = (
    Technique("content control (w14:checkbox)", _checkbox),
    Technique("content control showing Wingdings", _checkbox_in_wingdings),
    Technique("FORMCHECKBOX, checked", _legacy(*_CHECKED)),
    Technique("FORMCHECKBOX, nothing written for off", _legacy("<w:checked/>", "")),
    Technique("FORMCHECKBOX, by its default", _legacy_in_ways(
        ('<w:default w:val="1"/>', '<w:default w:val="0"/>'),
        ("<w:default/>", '<w:default w:val="0"/>'),
        ('<w:default w:val="0"/><w:checked/>', '<w:default w:val="1"/><w:checked w:val="0"/>'))),
    Technique("FORMCHECKBOX, true and false", _legacy_in_ways(
        ('<w:checked w:val="true"/>', '<w:default w:val="true"/><w:checked w:val="false"/>'))),
    Technique("FORMCHECKBOX, on and off", _legacy_in_ways(
        ('<w:checked w:val="on"/>', '<w:default w:val="on"/><w:checked w:val="off"/>'))),
    Technique("☒ ☐ typed", _typed("☒", "☐", _FONT)),
    Technique("Wingdings as w:sym", lambda label, ticked, _: (
        _symbol_run(ticked=ticked) + r(f" {label}"))),
    Technique("Wingdings typed (private use)", _typed("\uf0fe", "\uf0a8", _WINGDINGS)),
    Technique("[x] typed", _typed("[x]", "[ ]")),
    Technique("x in a table cell", _typed("x", " "), layout="sign cells"),
    Technique("struck out", _set_apart("<w:strike/>", when=False)),
    Technique("highlighted", _set_apart('<w:highlight w:val="yellow"/>')),
    Technique("bold", _set_apart("<w:b/>")),
    Technique("content control in a table cell", _checkbox, layout="cells"),
    Technique("FORMCHECKBOX in a table cell", _legacy(*_CHECKED), layout="cells"),
    Technique("content control around each cell", _checkbox, layout="cell control"),
    Technique("content control around each row", _checkbox, layout="row control"),
    Technique("content control, strict OOXML", _checkbox, strict=True),
    Technique("content control, main part document2.xml", _checkbox, main="document2"),
)  # fmt: skip
CONFLICT = Technique("state says ticked, sign says ☐", _conflicting)
"""Here a reader may follow the state or the sign; what counts is whether it says so."""
