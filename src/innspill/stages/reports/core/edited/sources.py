"""Sources and looks that a person's text keeps of what stood there before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Paragraph,
    Quote,
    Sentence,
    Table,
)

_BETWEEN = re.compile(r"(?<=[.!?:;])\s+")
_LONGEST_RUN = 6
"""A machine's sentence has at most so many full stops with white space after them, and one."""
CHANGED = {
    "nb": "gjengitt med endringer",
    "nn": "attgjeve med endringar",
    "en": "quoted with changes",
}
"""What stands after the name where a person changed the words of a quote."""
_LEFT_OUT = re.compile(r"\[…\]|\(…\)|\[\.\.\.\]|\(\.\.\.\)|…")


def plain(text: str) -> str:
    """A text with white space made plain."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Origins:
    """What stood there before: its sentences and cells by their words, and its quotes."""

    sentences: Mapping[str, Sentence]
    quotes: Sequence[Quote]
    language: str = "nb"

    @classmethod
    def of(cls, blocks: Iterable[Block], language: str = "nb") -> Origins:
        """The origins in blocks; those that come later stand where words are equal."""
        sentences: dict[str, Sentence] = {}
        quotes: list[Quote] = []
        for block in blocks:
            if isinstance(block, Quote):
                quotes.append(block)
            sentences |= {plain(each.text): each for each in _sentences(block) if each.sources}
        return cls(sentences, quotes, language)

    def sentenced(self, text: str) -> tuple[Sentence, ...]:
        """A text as sentences: those that stood there before keep their sources."""
        parts = _BETWEEN.split(text)
        found: list[Sentence] = []
        own: list[str] = []
        at = 0
        while at < len(parts):
            run = self._run(parts, at)
            if run == 0:
                own.append(parts[at])
                at += 1
                continue
            found += [Sentence(" ".join(own))] if own else []
            own = []
            found.append(self.sentences[plain(" ".join(parts[at : at + run]))])
            at += run
        return (*found, Sentence(" ".join(own))) if own or not found else tuple(found)

    def _run(self, parts: Sequence[str], at: int) -> int:
        """How many pieces from `at` on are one sentence that stood there before; 0 for none."""
        for length in range(min(_LONGEST_RUN, len(parts) - at), 0, -1):
            if plain(" ".join(parts[at : at + length])) in self.sentences:
                return length
        return 0

    def one(self, text: str) -> Sentence:
        """A cell or a line of a list, with its sources where it stood there before."""
        known = self.sentences.get(plain(text))
        return known if known is not None and known.text == text else Sentence(
            text, known.sources if known else ()
        )  # fmt: skip

    def quoted(self, text: str, name: str, reference: str) -> Quote | None:
        """A quote of somebody who was quoted before: verbatim, or said to be changed; else None.

        Words may be left out where the gap is shown ("[…]"): what remains is verbatim still.
        """
        own = [each for each in self.quotes if each.reference == reference]
        if not own:
            return None
        bare = self._unmarked(name)
        faithful = next((each for each in own if is_taken_from(text, each.text)), None)
        if faithful is not None:
            return replace(faithful, text=text, name=bare or faithful.name)
        marked = f"{bare}, {CHANGED.get(self.language, CHANGED['nb'])}"
        return replace(own[0], text=text, name=marked)

    @staticmethod
    def _unmarked(name: str) -> str:
        for mark in CHANGED.values():
            name = name.removesuffix(f", {mark}")
        return name


def is_taken_from(text: str, whole: str) -> bool:
    """Whether a text is words of another one, verbatim but for gaps that are shown ("[…]")."""
    at = 0
    rest = plain(whole)
    pieces = [plain(piece) for piece in _LEFT_OUT.split(text)]
    for piece in filter(None, pieces):
        at = rest.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return any(pieces)


def _sentences(block: Block) -> Iterable[Sentence]:
    match block:
        case Paragraph() as paragraph:
            yield from paragraph.sentences
        case Bullets() as bullets:
            yield from bullets.lines
        case Table() as table:
            for row in table.rows:
                yield from row
