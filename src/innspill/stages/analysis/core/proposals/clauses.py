"""Sentences parted into clauses, where each can ask for a thing of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.analysis.core.sentences import begins_list_item, sentences

_PART = re.compile(
    r";\s+|\s[–—-]\s+|:\s+(?![«\"“'])|,?\s+(?:men|medan|mens)\s+(?=\S)|,\s+(?:for|fordi)\s+(?=\S)|"
    r"(?<!\stil)(?<!\som)(?<!\spå)(?<!\sfor),\s+(?:og\s+)?(?=at\s)|,?\s+og\s+(?=at\s)|,\s+(?:samt|og|eller)\s+(?=\S)|"
    r",\s+(?=(?:for det (?:andre|annet|tredje|fjerde)|prinsipalt|subsidiært|det|den|dei|de|då|da|så|vi|me|her|eg|jeg|dette|ikkje|ikke|nå|no)\s)|"
    r"\s+og\s+(?=(?:må|bør|skal|burde|gjør|gjer|legg|bygg|set|sett|gi|gje|ta|la|lag|få|det må|det bør|vi ber|ber|krev)\s)|"
    r"\n\s*(?:[-–—•·●▪*]|\(?[0-9]{1,2}[.)]|\(?[a-zæøå]\))\s+|"
    r"(?<=[\w»)] \d\.|.[\w-]\d\.)\s+(?=[A-ZÆØÅ][a-zæøå]*\s)",
)
_ITEM = re.compile(
    r"[ \t]*(?:[-–—•·●▪*o\uf0b7]|\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|\(?[a-zæøå]\))[ \t]+"
)
_LONGEST = 1200
"""Characters of a sentence that are parted; a longer one is no sentence, and stays as it is."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its clauses, and whether it begins an item of a list."""

    span: Span
    clauses: tuple[Span, ...]
    is_item: bool
    leads: bool
    """Whether it ends with a colon: what comes after it is what it speaks of."""


def parted(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order, each with its clauses; list marks stand in none."""
    for span in sentences(text):
        mark = _ITEM.match(text, span.start)
        item = begins_list_item(text, span.start) or (
            mark is not None and text[span.start - 1 : span.start] in ("", "\n")
        )
        start = mark.end() if mark and mark.end() < span.end else span.start
        whole = Span(start, span.end)
        yield Sentence(
            whole, tuple(_clauses(text, whole)), item, text[: span.end].rstrip().endswith(":")
        )


def _clauses(text: str, whole: Span) -> Iterator[Span]:
    if len(whole) > _LONGEST:
        yield whole
        return
    at = whole.start
    inside = _quoted(text, whole)
    for cut in _PART.finditer(text, whole.start, whole.end):
        if cut.start() <= at or any(start < cut.start() < end for start, end in inside):
            continue
        yield Span(at, cut.start())
        at = cut.end()
    if at < whole.end:
        yield Span(at, whole.end)


_QUOTE = re.compile(r"«[^»]{0,1000}»|\"[^\"]{0,600}\"|“[^”]{0,600}”|\([^()]{0,300}\)")


def _quoted(text: str, whole: Span) -> list[tuple[int, int]]:
    return [hit.span() for hit in _QUOTE.finditer(text, whole.start, whole.end)]
