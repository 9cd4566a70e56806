"""What is sent together, and what it will cost: shown before anything is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from innspill.shared.errors import BadInput
from innspill.stages.analysis.core.model.prompts import about_comments, about_themes
from innspill.stages.analysis.core.model.values import About, Asked, ThemeAsked

MOST_COMMENTS = 12
MOST_CHARACTERS = 8_000
LONGEST = 12_000
"""A comment of more characters is not sent, and counted: half a comment would be half a stance."""
MOST_THEMES = 8
LETTERS_A_TOKEN = 3
"""Rule of thumb for Norwegian; English has four. Says rather too much than too little."""
_ANSWER_OF_ONE = 60
"""Tokens that an answer has for each comment or theme, beside what it quotes: a third of the text."""
_MILLION = Decimal(1_000_000)
_PRICE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)/(\d{1,6}(?:\.\d{1,6})?) ([A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, in and out."""

    tokens_in: Decimal = Decimal(0)
    tokens_out: Decimal = Decimal(0)
    currency: str = ""

    def of(self, tokens_in: int, tokens_out: int) -> Decimal:
        """What so many cost, to the thousandth and rounded up."""
        cost = (self.tokens_in * tokens_in + self.tokens_out * tokens_out) / _MILLION
        return Decimal(ceil(cost * 1000)) / 1000


def price_of(said: str) -> Price:
    """The price that an operator set: "0.15/0.60 USD"; free where it is empty. Raises BadInput."""
    if not said.strip():
        return Price()
    found = _PRICE.fullmatch(said.strip())
    if found is None:
        raise BadInput(
            f"{said[:40]!r} is no price such as 0.15/0.60 USD", where="INNSPILL_MODEL_PRICE"
        )
    return Price(Decimal(found[1]), Decimal(found[2]), found[3])


@dataclass(frozen=True, slots=True)
class Estimate:
    """What asking would send: before anything is sent."""

    comments: int = 0
    themes: int = 0
    too_long: int = 0
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to ask about."""
        return self.calls == 0


def batches_of(comments: Iterable[tuple[str, Asked]]) -> Iterator[tuple[Asked, ...]]:
    """What is sent together, in order: comments of one response alone, whose key comes with each.

    What one response says can so steer nothing that is asked about another.
    """
    held: list[Asked] = []
    size, last = 0, ""
    for response, comment in comments:
        full = len(held) >= MOST_COMMENTS or size + len(comment.text) > MOST_CHARACTERS
        if held and (full or response != last):
            yield tuple(held)
            held, size = [], 0
        held.append(comment)
        size, last = size + len(comment.text), response
    if held:
        yield tuple(held)


def theme_batches(themes: Sequence[ThemeAsked]) -> Iterator[tuple[ThemeAsked, ...]]:
    """The themes that are asked about together."""
    for start in range(0, len(themes), MOST_THEMES):
        yield tuple(themes[start : start + MOST_THEMES])


def estimate(
    about: About, comments: Iterable[tuple[str, Asked]], themes: Sequence[ThemeAsked]
) -> Estimate:
    """What asking about all of it sends and gets back, by the rules of thumb above."""
    rows = list(comments)
    short = [(response, each) for response, each in rows if len(each.text) <= LONGEST]
    calls = sent = back = 0
    for batch in batches_of(short):
        calls += 1
        sent += tokens_of(about_comments(about, batch))
        back += answer_tokens([each.text for each in batch])
    for named in theme_batches(themes):
        calls += 1
        sent += tokens_of(about_themes(about, named))
        back += answer_tokens(["x" * 300 for _ in named])
    return Estimate(len(short), len(themes), len(rows) - len(short), calls, sent, back)


def tokens_of(messages: Sequence[Mapping[str, str]]) -> int:
    """About how many tokens some messages are."""
    return ceil(len(json.dumps(list(messages), ensure_ascii=False)) / LETTERS_A_TOKEN)


def answer_tokens(texts: Sequence[str]) -> int:
    """About how many tokens an answer about these texts is."""
    return sum(_ANSWER_OF_ONE + ceil(len(text) / LETTERS_A_TOKEN / 3) for text in texts)
