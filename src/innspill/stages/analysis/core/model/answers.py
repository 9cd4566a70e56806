"""What is kept of a model's answer: what fits the schema, was asked, and stands in the text.

Whatever a text talks a model into, no more can come of it than a suggestion with one of the known
values, on a comment of the same response, grounded in words that stand there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from innspill.shared.values import Certainty, Span
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.model.quotes import Folded, folded, place_of
from innspill.stages.analysis.core.model.values import (
    Asked,
    CommentHeard,
    Heard,
    Tally,
    ThemeAsked,
    ThemeHeard,
)
from innspill.stages.analysis.core.values import Proposal, Stance, StanceValue

_WITHOUT_QUOTE = ("neutral", "unclear")
_LABEL = re.compile(r"[^\W_][\w ,/()§–-]{2,59}")
_LONG_WORD = 5
"""Letters of a word that carries meaning; so many at its beginning are its stem, for what we need."""
_SHORTEST_QUOTE = 2
"""Words that a quote of a theme's must have at least."""
_Text = Annotated[str, Field(max_length=4000)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _ProposalSaid(_Strict):
    quote: _Text
    actor: _Text = ""
    action: _Text = ""
    object: _Text = ""
    funding: _Text = ""
    deadline: _Text = ""
    wording: _Text = ""


class _CommentSaid(_Strict):
    id: _Text
    stance: StanceValue
    certainty: Literal["likely", "unsure"]
    quote: _Text
    proposals: list[_ProposalSaid] = Field(max_length=30)


class _ThemeSaid(_Strict):
    id: _Text
    label: _Text
    quotes: list[_Text] = Field(max_length=10)


Row = TypeVar("Row", _CommentSaid, _ThemeSaid)


def heard_of_comments(asked: Sequence[Asked], answer: object) -> Heard:
    """What holds of an answer about `asked`; all else is counted in the tally and gone."""
    said, tally = _by_id(_CommentSaid, "comments", {each.key for each in asked}, answer)
    comments = []
    for each in asked:
        if each.key in said:
            heard, counted = _comment(each, said[each.key])
            comments.append(heard)
            tally += counted
    return Heard(comments=tuple(comments), tally=tally)


def heard_of_themes(asked: Sequence[ThemeAsked], answer: object) -> Heard:
    """The names that hold: made of words that several of the theme's comments use, with a quote."""
    said, tally = _by_id(_ThemeSaid, "themes", {each.key for each in asked}, answer)
    themes = []
    for each in asked:
        if each.key in said:
            heard, thrown = _theme(each, said[each.key])
            themes += [heard] if heard else []
            tally += Tally(labels=1 if heard else 0, thrown=thrown)
    return Heard(themes=tuple(themes), tally=tally)


def _by_id(
    kind: type[Row], name: str, asked: set[str], answer: object
) -> tuple[dict[str, Row], Tally]:
    rows = answer.get(name) if isinstance(answer, Mapping) else None
    found: dict[str, Row] = {}
    counted: Counter[str] = Counter()
    for row in rows if isinstance(rows, list) else ():
        try:
            said = kind.model_validate(row)
        except ValidationError:
            counted["unfit"] += 1
            continue
        if said.id not in asked or said.id in found:
            counted["unknown"] += 1
        else:
            found[said.id] = said
    return found, Tally(
        unfit=counted["unfit"], unknown=counted["unknown"], missing=len(asked) - len(found)
    )


def _comment(asked: Asked, said: _CommentSaid) -> tuple[CommentHeard, Tally]:
    source = folded(asked.text)
    stance, at, lost = _stance(asked, said, source)
    proposals: dict[tuple[int, int], Proposal] = {}
    for each in said.proposals:
        span = place_of(each.quote, source)
        if span is None:
            lost += 1
            continue
        proposal, emptied = _proposal(each, span, asked.text, source)
        proposals.setdefault((span.start, span.end), proposal)
        lost += emptied
    heard = CommentHeard(asked.key, stance, at, tuple(proposals[key] for key in sorted(proposals)))
    return heard, Tally(
        stances=int(stance is not None and stance.value != "unclear"),
        abstained=int(stance is not None and stance.value == "unclear"),
        proposals=len(proposals),
        thrown=lost,
    )


def _stance(
    asked: Asked, said: _CommentSaid, source: Folded
) -> tuple[Stance | None, tuple[int, int], int]:
    """The stance with the words of the text that it stands on; none where it stands on nothing."""
    certainty = Certainty.LIKELY if said.certainty == "likely" else Certainty.UNSURE
    if not said.quote.strip():
        if said.stance in _WITHOUT_QUOTE:
            return Stance(said.stance, certainty), (0, 0), 0
        return None, (0, 0), 1
    span = place_of(said.quote, source)
    if span is None:
        return None, (0, 0), 1
    words = asked.text[span.start : span.end]
    return Stance(said.stance, certainty, (words,)), (span.start, span.end), 0


def _proposal(said: _ProposalSaid, span: Span, text: str, source: Folded) -> tuple[Proposal, int]:
    """The proposal with those of its fields that stand in the text, as they are written there."""
    fields: dict[str, Any] = {}
    lost = 0
    for name in ("actor", "action", "object", "funding", "deadline", "wording"):
        words = getattr(said, name).strip()
        place = place_of(words, source) if words else None
        lost += bool(words) and place is None
        fields[name] = text[place.start : place.end] if place else ""
    return Proposal(span=span, phrase=text[span.start : span.end], **fields), lost


def _theme(asked: ThemeAsked, said: _ThemeSaid) -> tuple[ThemeHeard | None, int]:
    label = " ".join(said.label.split())
    sources = [(text, folded(text)) for text in asked.examples]
    quotes = []
    for quote in said.quotes:
        for text, source in sources:
            span = place_of(quote, source)
            if span and len(text[span.start : span.end].split()) >= _SHORTEST_QUOTE:
                quotes.append(" ".join(text[span.start : span.end].split()))
                break
    lost = len(said.quotes) - len(quotes)
    if not quotes or not _LABEL.fullmatch(label) or not _is_carried(label, asked):
        return None, lost + 1
    return ThemeHeard(asked.key, label, _cut(quotes[0])), lost


def _is_carried(label: str, asked: ThemeAsked) -> bool:
    """Whether every weighty word of a name is one that comments of two senders use, or of the only one.

    What one of them would like the theme to be called is not what it is called.
    """
    senders_of: dict[str, set[str]] = {}
    for text, sender in zip(asked.examples, asked.senders, strict=True):
        for word in fold(text).split():
            senders_of.setdefault(word[:_LONG_WORD], set()).add(sender)
    enough = min(2, len(set(asked.senders)))
    stems = {word[:_LONG_WORD] for word in fold(label).split() if len(word) >= _LONG_WORD}
    return bool(stems) and all(len(senders_of.get(stem, ())) >= enough for stem in stems)


def _cut(text: str, most: int = 600) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
