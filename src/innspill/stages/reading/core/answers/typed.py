"""Choices that were typed instead of ticked: "x Ja", "Nei x", "Ja, men …", "Svar: nei"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.labels import Label, Labels

_LONGEST_RUN = 600
_TAB = 8
_SEPARATORS = frozenset("/,;:.|()[]_–—-«»“”„\"' \t\xa0\n!?")
_MARK = re.compile(r"[xX✓✔✗✘*](?!\w)")
_LEAD = re.compile(
    r"\s*(?:(?:v[åa]rt\s+|mitt\s+)?svar(?:et)?(?:\s+(?:er|på\s+(?:dette|spørsmålet)))?\s*[:–-]?\s+|"
    r"(?:avkryss(?:ing|a|et)|kryss|valg|val|answer)\s*[:–-]\s*|"
    r"(?:vi|me|jeg|eg|kommunen|we)\s+(?:svar(?:er|ar)|answer)\s+(?:et\s+klart\s+)?)[\"'«“]?",
    re.IGNORECASE,
)
_WIDE = r"[ \xa0]{2,}|\t"
_THEN = re.compile(
    r"[\"'»”]?(?:\s*(?:[.,;:!]|[–—-]+\s|\((?!\w\))|"
    rf"(?:men|fordi|for|da|takk|på|but|because|to)\b|$)|{_WIDE})",
    re.IGNORECASE,
)
_THEN_AFTER_NUMBER = re.compile(rf"\s*(?:[,;:]\s|[–—-]+\s)|{_WIDE}")
_ENDS_RUN = re.compile(rf"[ \t\xa0]*(?:\n|$)|{_WIDE}|[.;:|]\s")
_LAST_COLON = re.compile(r"^(?P<labels>[^:]+):(?P<answer>[^:]+)$")
_POLITE = re.compile(r"\W*(?:takk\W*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text under a choice question says where no box was ticked."""

    chosen: tuple[str, ...]
    end: int
    """Where in the text the form's words end: the choices with their marks. 0 for a sentence."""
    unclear: bool = False
    """Whether a mark stands as near to another choice."""
    labels: tuple[Label, ...] = ()
    marked: bool = False
    """Whether a mark, or a colon after all choices, tells which one."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A label, or a mark (`choice` is None)."""

    choice: str | None
    span: Span


def choice_run(text: str, labels: Labels, *, first: bool, partial: bool = False) -> Typed | None:
    """The choices and marks that `text` begins with, over several lines; None where there are none.

    What a person wrote may follow on the same line only where it is clearly apart and the run is
    complete or marked, or may be `partial` since others are known. One choice alone counts only
    where it is `first` of all.
    """
    pieces, end = _pieces(text, labels)
    found = tuple(Label(piece.choice, piece.span) for piece in pieces if piece.choice)
    marked = len(found) < len(pieces)
    amount = len({label.choice for label in found})
    if not found or (amount == 1 and not marked and not first):
        return None
    if not _ENDS_RUN.match(text, end):
        return None
    at_line_end = not text[end : _line_end(text, end)].strip(" \t\xa0.:;|")
    if not at_line_end and not (first and (partial or marked or amount in (1, labels.amount))):
        return None
    if marked:
        chosen, unclear = _marked(text, pieces)
        return Typed(chosen, end, unclear, found, marked=True)
    answered = _after_colon(text[:end], labels, found)
    if answered:
        return Typed((answered,), end, labels=found, marked=True)
    return Typed((found[0].choice,) if len(found) == 1 else (), end, labels=found)


def said(line: str, labels: Labels) -> Typed | None:
    """The choice that `line` says in words, first thing; None where it says none."""
    lead = _LEAD.match(line)
    start = lead.end() if lead else len(line) - len(line.lstrip(" \t\xa0\"'«“"))
    label = labels.at(line, start, len(line))
    if label is None:
        return None
    rest = line[label.span.end :]
    is_number = line[label.span.start : label.span.end].isdecimal()
    if is_number and not lead and rest.strip(" .)!"):
        # "2. Vi mener …" numbers a paragraph and "3 bruer" counts; neither chooses from a scale.
        if not _THEN_AFTER_NUMBER.match(rest):
            return None
    elif not _THEN.match(line, label.span.end):
        return None
    alone = _POLITE.fullmatch(rest) is not None
    apart = label.span.end if re.match(_WIDE, rest) else 0
    return Typed((label.choice,), len(line) if alone else apart, labels=(label,))


def _after_colon(text: str, labels: Labels, found: Sequence[Label]) -> str | None:
    """The choice in "Ja/Nei: Nei": the one that was taken, after all that there are."""
    parted = _LAST_COLON.match(text.rstrip(" .:"))
    if not parted or len(found) < 3:
        return None
    answered = list(labels.all(text, parted.start("answer"), parted.end("answer")))
    return answered[0].choice if len(answered) == 1 else None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _pieces(text: str, labels: Labels) -> tuple[list[_Piece], int]:
    """The choices and marks that `text` begins with, and where the last of them ends."""
    pieces: list[_Piece] = []
    at = end = 0
    while at < min(len(text), _LONGEST_RUN):
        if text[at] in _SEPARATORS:
            at += 1
            continue
        label = labels.at(text, at, len(text))
        if label:
            pieces.append(_Piece(label.choice, label.span))
            at = end = label.span.end
        elif _MARK.match(text, at):
            pieces.append(_Piece(None, Span(at, at + 1)))
            at = end = at + 1
        else:
            break
    return _without_begun_sentence(text, pieces, end, at)


def _without_begun_sentence(
    text: str, pieces: list[_Piece], end: int, stop: int
) -> tuple[list[_Piece], int]:
    """The pieces without a last choice on a line of its own that goes on as a sentence."""
    if pieces and stop < len(text) and text[stop] not in _SEPARATORS:
        start = text.rfind("\n", 0, pieces[-1].span.start)
        begins = start >= 0 and not text[start : pieces[-1].span.start].strip()
        if begins and pieces[-1].choice and not _ENDS_RUN.match(text, end):
            last = pieces.pop()
            end = pieces[-1].span.end if pieces else last.span.start
    return pieces, end


def _marked(text: str, pieces: Sequence[_Piece]) -> tuple[tuple[str, ...], bool]:
    """The choices with a mark beside them, and whether a mark could belong to another one.

    A mark belongs to the label that it stands nearer to. Between two at the same distance it is
    taken to stand as on the rest of the line: before them where the line begins with one.
    """
    chosen: list[str] = []
    unclear = False
    for index, piece in enumerate(pieces):
        if piece.choice is not None:
            continue
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        left = _gap(text, before, piece) if before and before.choice else None
        right = _gap(text, piece, after) if after and after.choice else None
        if left is None and right is None:
            continue
        same = left == right
        unclear = unclear or same
        on_the_right = pieces[0].choice is None if same else _nearer(right, left)
        taken = after if on_the_right else before
        if taken and taken.choice:
            chosen.append(taken.choice)
    return tuple(dict.fromkeys(chosen)), unclear


def _gap(text: str, one: _Piece, other: _Piece) -> int:
    """How far apart two pieces stand; a line break parts more than any space."""
    between = text[one.span.end : other.span.start]
    return len(between.expandtabs(_TAB)) + _LONGEST_RUN * between.count("\n")


def _nearer(one: int | None, other: int | None) -> bool:
    return other is None or (one is not None and one < other)
