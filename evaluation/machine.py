"""What the machine says of a hearing's answers, in the shape of a labeller's labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from evaluation.answers import Written, public
from evaluation.hearings import Hearing
from evaluation.labels import PARTS, Asked, Labels, Segment
from innspill.stages.analysis.core.analyse import (
    analyse,
    contexts_of,
    divided,
    language_of,
    stances_of,
    themes_among,
)
from innspill.stages.analysis.core.links import Trail
from innspill.stages.analysis.core.places import Cut, places_of
from innspill.stages.analysis.core.values import CommentFound, Remainder, Themes


def said(hearing: Hearing) -> dict[str, Labels]:
    """The labels of the whole analysis, as a caseworker meets them."""
    responses = {ident: public(each) for ident, each in hearing.answers.items()}
    found = analyse(list(responses.values()), hearing.definition)
    comments = _by_response(found.comments)
    themes = _by_response_themes(found.comments, found.themes)
    answers = {
        ident: {
            each.question: (each.stance.value, each.text_disagrees)
            for each in stances_of(response, hearing.definition)
        }
        for ident, response in responses.items()
    }
    wholes = {each.response: each.stance.value for each in found.wholes}
    return {
        ident: _labels(
            comments.get(ident, ()), themes.get(ident, ()), wholes.get(ident, ""), answers[ident]
        )
        for ident in responses
    }


def said_of(hearing: Hearing, truth: Mapping[str, Labels]) -> dict[str, Labels]:
    """The labels that the machine gives to pieces which are divided as in `truth`."""
    comments = [
        each
        for ident, labels in truth.items()
        for each in _divided(hearing, hearing.answers[ident], labels)
    ]
    by_response = _by_response(comments)
    themes = _by_response_themes(comments, _themes(hearing, comments))
    return {
        ident: _labels(by_response.get(ident, ()), themes.get(ident, ()), "", {}) for ident in truth
    }


def _divided(hearing: Hearing, written: Written, labels: Labels) -> Iterator[CommentFound]:
    """The pieces of one answer. Headings of earlier places tell what later ones are about."""
    response = public(written)
    trail = Trail(hearing.definition)
    for place in places_of(response):
        name = f"q{place.question}" if place.question else f"g{place.paragraph}"
        cuts = [
            Cut(each.start, each.end, cast("Remainder", "" if each.is_comment else each.kind))
            for each in labels.segments
            if each.place == name and each.end > each.start
        ]
        for each in divided(response, hearing.definition, place, cuts):
            if each.is_remark:
                yield replace(each, links=trail.links(each.text, place.question))
            else:
                trail.passed(each.text, place.question)
                yield each


def _themes(hearing: Hearing, comments: Sequence[CommentFound]) -> Themes:
    remarks = [each for each in comments if each.is_remark]
    pieces = (
        (each.response, each.question, each.is_remark, each.remainder, each.text)
        for each in comments
    )
    return themes_among(
        texts=[each.text for each in remarks],
        stances=[each.stance.value for each in remarks],
        groups=[hearing.answers[each.response].head.get("group", "") for each in remarks],
        contexts=contexts_of(pieces, hearing.definition),
        language=language_of(hearing.definition),
        senders=[each.response for each in remarks],
    )


def _by_response(comments: Iterable[CommentFound]) -> dict[str, list[CommentFound]]:
    found: dict[str, list[CommentFound]] = {}
    for each in comments:
        found.setdefault(each.response, []).append(each)
    return found


def _by_response_themes(
    comments: Iterable[CommentFound], themes: Themes
) -> dict[str, list[tuple[str, ...]]]:
    """For each response the themes of each of its pieces; members count remarks alone."""
    of_remark: dict[int, list[str]] = {}
    for number, theme in enumerate(themes.found):
        for member in theme.members:
            of_remark.setdefault(member, []).append(f"{number} {theme.label}")
    found: dict[str, list[tuple[str, ...]]] = {}
    remark = 0
    for each in comments:
        given = tuple(of_remark.get(remark, ())) if each.is_remark else ()
        remark += each.is_remark
        found.setdefault(each.response, []).append(given)
    return found


def _labels(
    comments: Sequence[CommentFound],
    themes: Sequence[tuple[str, ...]],
    whole: str,
    answers: Mapping[str, tuple[str, bool]],
) -> Labels:
    return Labels(
        segments=tuple(
            Segment(
                place=_place(each),
                start=each.span.start,
                end=each.span.end,
                kind="comment" if each.is_remark else each.remainder or "stray",
                stance=each.stance.value,
                links=tuple(link.place for link in each.links),
                themes=given,
            )
            for each, given in zip(comments, themes, strict=True)
        ),
        proposals=tuple(asked for each in comments for asked in _proposals(each)),
        whole=whole,
        answers=answers,
        mentions=frozenset(
            (mention.kind, each.text[mention.span.start : mention.span.end])
            for each in comments
            for mention in each.mentions
        ),
    )


def _proposals(comment: CommentFound) -> Iterable[Asked]:
    for each in comment.proposals:
        yield Asked(
            place=_place(comment),
            start=comment.span.start + each.span.start,
            end=comment.span.start + each.span.end,
            parts={part: getattr(each, part) for part in PARTS},
        )


def _place(comment: CommentFound) -> str:
    return f"q{comment.question}" if comment.question else f"g{comment.paragraph}"
