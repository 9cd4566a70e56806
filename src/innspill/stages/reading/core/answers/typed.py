"""Choices that were typed instead of ticked: "x Ja", "Nei x", "Ja, men …", "Svar: nei"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.labels import Label, Labels

_LONGEST_LINE = 200
_SEPARATORS = frozenset("/,;:.|()[]_–—- \t\xa0\n!?")
_MARK = re.compile(r"[xX✓✔✗✘*](?!\w)")
_LEAD = re.compile(
    r"\s*(?:(?:v[åa]rt\s+|mitt\s+)?svar(?:et)?(?:\s+(?:er|på\s+(?:dette|spørsmålet)))?\s*[:–-]?\s+|"
    r"(?:avkryss(?:ing|a|et)|kryss|valg|val|answer)\s*[:–-]\s*|"
    r"(?:vi|me|jeg|eg|kommunen|we)\s+(?:svar(?:er|ar)|answer)\s+(?:et\s+klart\s+)?)[\"'«“]?",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[\"'»”]?\s*(?:[.,;:!]|[–—-]+\s|\((?!\w\))|(?:men|fordi|for|da|takk|på|but|because|to)\b|$)",
    re.IGNORECASE,
)
_LAST_COLON = re.compile(r"^(?P<labels>[^:]+):(?P<answer>[^:]+)$")


@dataclass(frozen=True, slots=True)
class TypedLine:
    """What a line under a choice question says where no box was ticked on it."""

    chosen: tuple[str, ...]
    whole: bool
    """Whether the line says nothing else, so that it is the form's words with a mark."""
    unclear: bool = False
    """Whether a mark stands as near to another choice."""
    labels: tuple[Label, ...] = ()
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A label on a line, or a mark (`choice` is None)."""

    choice: str | None
    span: Span


def typed(line: str, labels: Labels) -> TypedLine | None:
    """The choices typed on `line`, with places counted in it; None where it says none."""
    return on_choice_line(line, labels) or _said(line, labels)


def on_choice_line(text: str, labels: Labels) -> TypedLine | None:
    """What `text`, one or more lines, says by marks; None where it has more than choices and marks."""
    pieces = _pieces(text, labels)
    return None if pieces is None else _whole(text, pieces, labels)


def _said(line: str, labels: Labels) -> TypedLine | None:
    """The choice that `line` says in words, first thing."""
    lead = _LEAD.match(line)
    start = lead.end() if lead else len(line) - len(line.lstrip(" \t\xa0\"'«“"))
    label = labels.at(line, start, len(line))
    if label is None:
        return None
    is_number = line[label.span.start : label.span.end].isdecimal()
    # "2. Vi mener …" numbers a paragraph and "3 bruer" counts; neither chooses from a scale.
    if is_number and not (lead and not line[label.span.end :].strip(" .)")):
        return None
    if not _THEN.match(line, label.span.end):
        return None
    says_more = any(character.isalnum() for character in line[label.span.end :])
    polite = re.fullmatch(r"\W*(?:takk\W*)?", line[label.span.end :], re.IGNORECASE)
    return TypedLine((label.choice,), whole=bool(polite) or not says_more, labels=(label,))


def _whole(line: str, pieces: Sequence[_Piece], labels: Labels) -> TypedLine:
    found = tuple(Label(piece.choice, piece.span) for piece in pieces if piece.choice)
    marks = tuple(piece.span.start for piece in pieces if piece.choice is None)
    if marks:
        chosen, unclear = _marked(line, pieces)
        return TypedLine(chosen, True, unclear, found, marks)
    parted = _LAST_COLON.match(line.rstrip(" .:"))
    if parted and len(found) > 1:
        # "Ja/Nei: Nei": the choices, then the one that was taken.
        answered = list(labels.all(line, parted.start("answer"), parted.end("answer")))
        if len(answered) == 1 and len(found) > 2:
            return TypedLine((answered[0].choice,), True, labels=found)
    chosen = tuple(dict.fromkeys(label.choice for label in found))
    return TypedLine(chosen if len(found) == 1 else (), True, labels=found)


def _pieces(line: str, labels: Labels) -> list[_Piece] | None:
    """The line as choices and marks; None where it says anything else too."""
    if len(line) > _LONGEST_LINE:
        return None
    pieces: list[_Piece] = []
    at = 0
    while at < len(line):
        if line[at] in _SEPARATORS:
            at += 1
            continue
        label = labels.at(line, at, len(line))
        if label:
            pieces.append(_Piece(label.choice, label.span))
            at = label.span.end
        elif _MARK.match(line, at):
            pieces.append(_Piece(None, Span(at, at + 1)))
            at += 1
        else:
            return None
    return pieces if any(piece.choice for piece in pieces) else None


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
    return len(between) + _LONGEST_LINE * between.count("\n")


def _nearer(one: int | None, other: int | None) -> bool:
    return other is None or (one is not None and one < other)
