"""The machine that walks through an RTF file: tokens, groups, characters, and where text goes.

What each control word means is told by those who build on it (words.py, destinations.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.characters import glyph, symbol_state
from innspill.stages.reading.core.formats.manuscript import PLAIN, Look, Manuscript, Paragraph
from innspill.stages.reading.core.formats.rtf.flow import Flow
from innspill.stages.reading.core.formats.rtf.header import Header
from innspill.stages.reading.core.formats.rtf.letters import USUAL, decoded, joined
from innspill.stages.reading.core.formats.rtf.state import SHOWN, State

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})?\x20?"
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z'])"
    rb"|([{}])"
    rb"|([^\\{}\r\n\0]+)",
    re.DOTALL,
)
_HEX, _SYMBOL, _BRACE, _TEXT = 3, 4, 5, 6
_BRACES = re.compile(rb"\\[{}\\]|[{}]|\\bin([0-9]{1,10}) ?")
_DEEPEST = 2_000
_BULLET = "•"
_SIGNS = {b"~": "\xa0", b"_": "-", b"\t": "\t", b"-": ""}
"""Control symbols that stand for characters; an optional hyphen for none."""

Handler = Callable[[Any, int | None], int | None]
"""What a control word does, given its number. Gives the place to go on from where it is another."""


class Machine:
    """Walks through the file; the flows, the header and the manuscript hold what was found."""

    WORDS: ClassVar[dict[bytes, Handler]] = {}

    def __init__(self, data: bytes) -> None:
        self.book = Manuscript()
        self.header = Header()
        self.state = State()
        self.codec = USUAL
        self.flows: list[Flow] = [Flow("body")]
        self.at = 0
        """Where the present control word ends."""
        self._data = data
        self._stack: list[State] = []
        self._closers: list[tuple[int, Callable[[], None]]] = []
        self._bytes = bytearray()
        self._characters: list[str] = []
        self._owed = 0
        """How many characters still stand for the last Unicode character."""
        self._starred = False
        """Whether the group may be skipped by those who do not know its word."""
        self._looks: dict[tuple[Look, str, object], Look] = {}

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that is being read."""
        return self.flows[-1].paragraph

    def run(self) -> None:
        """Read the whole file. Raises `Unreadable` where it is nested too deeply."""
        place: int | None = 0
        while place is not None and place < len(self._data):
            place = self._tokens(place)
        self.flush()
        while self._closers:
            self._closers.pop()[1]()
        self.flows[-1].end(self.state.depth)

    def _tokens(self, place: int) -> int | None:
        """Read tokens from `place` on. Gives the place to go on from, None at the end."""
        for token in _TOKEN.finditer(self._data, place):
            kind = token.lastindex or 0
            if kind == _TEXT:
                self._literal(token[6])
            elif kind < _HEX:
                jump = self._word(token)
                if jump is not None:
                    return jump
            elif kind == _HEX:
                self._literal(bytes((int(token[3], 16),)))
            elif kind == _SYMBOL:
                self._sign(token[4])
            elif not self._brace(token[5]):
                return None
        return None

    def _word(self, token: re.Match[bytes]) -> int | None:
        word, digits = token[1], token[2]
        starred, self._starred, self._owed = self._starred, False, 0
        handler = self.WORDS.get(word)
        self.at = token.end()
        if word == b"u":
            self._unicode(int(digits or 0))
        elif handler is not None:
            self.flush()
            return handler(self, int(digits) if digits else None)
        elif word == b"bin":
            return self.at + max(int(digits or 0), 0)
        elif starred:
            return self.after_group()
        return None

    def after_group(self) -> int:
        """Where the present group ends: the place of its closing brace."""
        self.flush()
        depth, place = 1, self.at
        while True:
            found = _BRACES.search(self._data, place)
            if found is None:
                return len(self._data)
            place = found.end()
            if found[1] is not None:
                place += int(found[1])
            elif found[0] == b"{":
                depth += 1
            elif found[0] == b"}":
                depth -= 1
                if not depth:
                    return found.start()

    def group(self) -> bytes:
        """The bytes of the rest of the present group."""
        return self._data[self.at : self.after_group()]

    def _brace(self, brace: bytes) -> bool:
        """Enter or leave a group. Whether the file goes on."""
        self.flush()
        self._owed, self._starred = 0, False
        if brace == b"{":
            if len(self._stack) > _DEEPEST:
                raise Unreadable("too-deep", "The document is nested too deeply.")
            self._stack.append(self.state)
            self.state = self.state.copy()
            return True
        while self._closers and self._closers[-1][0] == len(self._stack):
            self._closers.pop()[1]()
        if len(self._stack) < 2:
            return False
        self.state = self._stack.pop()
        return True

    def at_end_of_group(self, do: Callable[[], None]) -> None:
        """Have it done when the present group ends, in the group's own state."""
        self._closers.append((len(self._stack), do))

    # Characters

    def _literal(self, data: bytes) -> None:
        if self._owed:
            owed = min(self._owed, len(data))
            self._owed -= owed
            data = data[owed:]
        self._bytes += data

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"\\{}":
            self._literal(sign)
        elif sign in b"\r\n":
            self.flush()
            self.WORDS[b"par"](self, None)
        elif self._owed:
            self._owed -= 1
        elif sign in _SIGNS:
            self.flush()
            self.put(_SIGNS[sign])

    def _unicode(self, number: int) -> None:
        if self._bytes:
            self._characters.append(self._decoded())
        self._characters.append(chr(number & 0xFFFF))
        self._owed = self.state.fallback

    def _decoded(self) -> str:
        data = bytes(self._bytes)
        self._bytes.clear()
        font = self.header.fonts.get(self.state.font)
        return decoded(data, self.codec) if font is None else font.decode(data, self.codec)

    def flush(self) -> None:
        """Take in the characters that were gathered, as the present state has them."""
        if self._bytes:
            self._characters.append(self._decoded())
        if self._characters:
            text = joined("".join(self._characters))
            self._characters.clear()
            # LibreOffice writes the end of a line within a field as a character.
            self.put(text.replace("\r", "\n") if "\r" in text else text)

    def put(self, text: str) -> None:
        """Take in `text` where text goes now."""
        state = self.state
        if state.target is SHOWN:
            paragraph = self.paragraph
            paragraph.aside = "deleted" if state.deleted else None
            paragraph.put(text, state.look)
        elif isinstance(state.target, list):
            state.target.append(_pictured(text, state.look))

    def set_look(self, name: str, value: object) -> None:
        """Change how the next characters look."""
        key = (self.state.look, name, value)
        known = self._looks.get(key)
        if known is None:
            changes: dict[str, Any] = {name: value}
            known = replace(self.state.look, **changes)
            known = self._looks[key] = PLAIN if known == PLAIN else known
        self.state.look = known

    # Where text goes

    def gather(self, take: Callable[[str], None]) -> None:
        """Hand the text of the present group over to `take` when the group ends."""
        parts: list[str] = []
        self.state.target = parts
        self.at_end_of_group(lambda: take("".join(parts)))

    def begin_flow(self, flow: Flow, take: Callable[[Flow], None]) -> None:
        """Read the present group as a `flow` of its own; `take` gets it when the group ends."""

        def end() -> None:
            self.flows.pop()
            flow.end(self.state.depth)
            take(flow)

        self.flows.append(flow)
        self.state.target = SHOWN
        self.state.deleted = False
        self.state.begin_paragraph()
        self.at_end_of_group(end)


def _pictured(text: str, look: Look) -> str:
    """`text` as a list label shows it: a letter of a symbol font is a tick or no more than a dot."""
    if look.symbols is None and not any("\ue000" <= each <= "\uf8ff" for each in text):
        return text
    states = ((each, symbol_state(look.symbols or "", ord(each))) for each in text)
    return "".join(
        glyph(state) if state is not None else each if each in "\t " else _BULLET
        for each, state in states
    )
