"""From the pieces of a document, headings and paragraphs in order, to the chapters of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from innspill.stages.consultations.core.definition import Chapter, ChapterKind, Language
from innspill.stages.consultations.core.ids import slug

MOST_CHAPTERS = 500
MOST_PASSAGES = 5_000
_LONGEST_TITLE = 300
_LONGEST_PASSAGE = 5_000
_DEEPEST = 3
"""Headings deeper than this stand as lines of the text: nobody asks about "2.1.3.2"."""

_NAMED: tuple[tuple[ChapterKind, re.Pattern[str]], ...] = (
    ("annex", re.compile(
        r"(?:vedlegg|annex|appendix|appendiks)\s+(?P<id>[A-ZÆØÅ]|\d{1,2})\b\s*[.:–—-]?\s*(?P<title>.*)",
        re.IGNORECASE)),
    ("focus-area", re.compile(
        r"(?:innsatsområde|satsingsområde|satsningsområde|focus area)\s+(?P<id>\d{1,2})\b"
        r"\s*[.:–—-]?\s*(?P<title>.*)", re.IGNORECASE)),
    ("chapter", re.compile(
        r"(?:kapittel|kap\.|chapter|del|part)\s+(?P<id>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\b"
        r"\s*[.:–—-]?\s*(?P<title>.*)", re.IGNORECASE)),
    ("chapter", re.compile(
        r"(?P<id>\d{1,2}(?:\.\d{1,2}){0,5})\.?(?:\s+|(?<=\.))(?P<title>(?=\D).*)")),
    ("annex", re.compile(r"(?P<id>[A-Z])[.)]\s+(?P<title>\S.*)")),
)  # fmt: skip
_NO_CHAPTER = re.compile(
    r"(?:innhold(?:sfortegnelse|sliste)?|innhald(?:sliste)?|(?:table of )?contents"
    r"|figur(?:er|liste)|tabell(?:er|liste))\s*:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a heading of `level` (0 the highest). `label` is its automatic number."""

    text: str
    level: int | None = None
    label: str = ""


@dataclass(slots=True)
class _Open:
    """A chapter that is being gathered."""

    kind: ChapterKind
    id: str
    title: str
    level: int
    passages: list[str] = field(default_factory=list)
    within: str | None = None

    @property
    def reference(self) -> str:
        return f"{self.kind} {self.id}"


def chapters_of(
    pieces: Iterable[Piece], language: Language, title: str = ""
) -> tuple[Chapter, ...]:
    """The chapters that `pieces` make, each with the paragraphs under it.

    A number that is typed or automatic is kept ("2.1", "A"); headings of a document without
    numbers are counted; beside numbered ones an unnumbered one is known by its words
    ("sammendrag"). A first heading that is the document's `title` is none. What stands before the first heading, and lists of contents, are passed over.
    """
    listed = _below_title(list(pieces), title)
    headings = [piece for piece in listed if piece.level is not None]
    are_numbered = sum(_named(piece)[1] != "" for piece in headings) * 2 >= len(headings)
    gathered = _gathered(listed, are_numbered=are_numbered)
    _settle_places(gathered, are_numbered=are_numbered)
    return tuple(_chapter(one, language) for one in gathered)


def _below_title(pieces: list[Piece], title: str) -> list[Piece]:
    """`pieces` without the heading that is the title: it says the same, or stands above all."""
    headings = [piece for piece in pieces if piece.level is not None]
    if len(headings) < 2 or _named(headings[0])[1]:
        return pieces
    rest = min(piece.level or 0 for piece in headings[1:])
    first = headings[0].level or 0
    if first >= rest and headings[0].text != title:
        return pieces
    return [
        piece if piece.level is None else replace(piece, level=piece.level - rest)
        for piece in pieces
        if piece is not headings[0]
    ]


def _gathered(pieces: Sequence[Piece], *, are_numbered: bool) -> list[_Open]:
    found: list[_Open] = []
    in_contents = False
    passages = 0
    for piece in pieces:
        kind, identity, title = _named(piece)
        if piece.level is not None and _NO_CHAPTER.fullmatch(piece.text.strip()):
            in_contents = True
        elif piece.level is not None and _is_chapter(piece.level, identity, are_numbered):
            in_contents = False
            if len(found) < MOST_CHAPTERS:
                found.append(_Open(kind, identity, title, piece.level))
        elif found and not in_contents and passages < MOST_PASSAGES:
            text = f"{piece.label} {piece.text}" if piece.label else piece.text
            found[-1].passages.append(text[:_LONGEST_PASSAGE])
            passages += 1
    return found


def _is_chapter(level: int, identity: str, are_numbered: bool) -> bool:
    if identity:
        return identity.count(".") < _DEEPEST
    return level == 0 or (not are_numbered and level < _DEEPEST)


def _named(piece: Piece) -> tuple[ChapterKind, str, str]:
    """Kind, number ("" where there is none) and title of a heading.

    "5.1 Innsatsområde 1: Trygge veier" is the focus area: that is how people refer to it.
    """
    label = piece.label.strip()
    kind, identity, title = _read(f"{label} {piece.text}".strip() if label else piece.text.strip())
    if kind == "chapter" and identity:
        within = _read(title)
        if within[0] != "chapter" and within[1]:
            return within
    return kind, identity, title


def _read(whole: str) -> tuple[ChapterKind, str, str]:
    for kind, pattern in _NAMED:
        match = pattern.fullmatch(whole)
        if match:
            title = match["title"].strip() or whole
            return kind, match["id"].upper(), title[:_LONGEST_TITLE]
    return "chapter", "", whole[:_LONGEST_TITLE]


def _settle_places(found: list[_Open], *, are_numbered: bool) -> None:
    """Gives each chapter an id of its own and the chapter that it lies in."""
    counters = [0] * (_DEEPEST + 1)
    above: list[_Open] = []
    taken: set[str] = set()
    for one in found:
        if not one.id:
            one.id = (
                slug(one.title, most=40, otherwise="del")
                if are_numbered
                else _counted(counters, one.level)
            )
        one.id = _free(one, taken)
        taken.add(one.reference.casefold())
        while above and not _lies_in(one, above[-1]):
            above.pop()
        one.within = above[-1].id if above else None
        above.append(one)


def _counted(counters: list[int], level: int) -> str:
    counters[level] += 1
    counters[level + 1 :] = [0] * (len(counters) - level - 1)
    return ".".join(str(max(number, 1)) for number in counters[: level + 1])


def _lies_in(one: _Open, other: _Open) -> bool:
    if one.kind == other.kind == "chapter" and one.id[0].isdigit() and other.id[0].isdigit():
        return one.id.startswith(f"{other.id}.")
    return one.level > other.level and other.kind in {one.kind, "chapter"}


def _free(one: _Open, taken: set[str]) -> str:
    identity, count = one.id, 2
    while f"{one.kind} {identity}".casefold() in taken:
        identity, count = f"{one.id}-{count}", count + 1
    return identity


def _chapter(one: _Open, language: Language) -> Chapter:
    return Chapter(
        id=one.id,
        kind=one.kind,
        title={language: one.title or one.id},
        within=one.within,
        passages=tuple({language: text} for text in one.passages),
    )
