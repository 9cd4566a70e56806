"""The stages that are measured: with what, from which labels of the machine, and the goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from evaluation.hearings import Hearing
from evaluation.labels import Labels
from evaluation.machine import said, said_of
from evaluation.measuring import links, mentions, personal, proposals, segments, stances, themes
from evaluation.measuring.agreement import kappas
from evaluation.measuring.figures import Tally
from evaluation.measuring.pairs import Pair, pairs_of

Measure = Callable[[Sequence[Pair]], list[Tally]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of analysis. `given` stages are measured on pieces divided as in the truth.

    So that the fault of dividing does not count twice; what it costs is measured beside.
    `agreed` measures two labellers where that differs, None where they cannot be measured.
    `analysed` is false for what is found in the text alone, without any analysis.
    """

    name: str
    title: str
    measure: Measure
    given: bool = False
    agreed: Measure | None = None
    analysed: bool = True


STAGES = (
    Stage("segments", "Dividing into comments", segments.segments, agreed=segments.segments),
    Stage(
        "stance",
        "Stance of comments, divided as in the truth",
        stances.stances,
        given=True,
        agreed=stances.stances,
    ),
    Stage("stance-all", "Stance of comments, divided by the machine", stances.stances),
    Stage("answers", "Stance on questions", stances.answers, agreed=stances.answers),
    Stage("wholes", "Stance of whole answers", stances.wholes, agreed=stances.wholes),
    Stage("proposals", "Proposals", proposals.proposals, agreed=proposals.proposals),
    Stage("links", "Links, divided as in the truth", links.links, given=True, agreed=links.links),
    Stage("links-all", "Links, divided by the machine", links.links),
    Stage("mentions", "Mentions", mentions.mentions, agreed=mentions.mentions),
    Stage(
        "themes", "Themes, divided as in the truth", themes.themes, given=True, agreed=themes.agreed
    ),
    Stage("themes-all", "Themes, divided by the machine", themes.themes),
    Stage("personal", "Personal data, before a person looks", personal.personal, analysed=False),
)
GOALS: Mapping[str, float] = {
    "boundaries inside places, F1": 0.90,
    "comments said that can stay unchanged": 0.75,
    "stance of answers, macro F1": 0.97,
    "stance of comments, macro F1": 0.80,
    "stance of wholes, macro F1": 0.70,
    "stance of comments, opposing ones found": 0.70,
    "stance of wholes, opposing ones found": 0.70,
    "stance of comments, abstentions": 0.15,
    "stance of wholes, abstentions": 0.15,
    "proposals, precision": 0.85,
    "proposals, recall": 0.85,
    "link, right place first": 0.75,
    "link, right place within three": 0.92,
    "organisation, F1": 0.85,
    "law, F1": 0.95,
    "abbreviation, F1": 0.95,
    "themes, mapping F1": 0.76,
}
AT_MOST = frozenset(name for name in GOALS if name.endswith("abstentions"))
"""Goals that are met from below."""
Way = Literal["machine", "labellers"]


def agreement(hearing: Hearing) -> list[Tally]:
    """Kappa of the two labellers; empty where one has not labelled."""
    pairs = pairs_of(hearing.answers, hearing.labels["first"], hearing.labels["second"])
    return kappas(pairs) if pairs else []


def tallies(hearing: Hearing, stages: Sequence[Stage], way: Way) -> dict[str, list[Tally]]:
    """By stage what the machine reaches, or what one labeller reaches held against the other."""
    if way == "labellers":
        pairs = pairs_of(hearing.answers, hearing.labels["first"], hearing.labels["second"])
        return {each.name: each.agreed(pairs) for each in stages if each.agreed and pairs}
    if not hearing.truth:
        return {}
    found: dict[bool, Mapping[str, Labels]] = {False: hearing.truth}
    for given in {each.given for each in stages if each.analysed}:
        found[given] = said_of(hearing, hearing.truth) if given else said(hearing)
    return {
        each.name: each.measure(pairs_of(hearing.answers, hearing.truth, found[each.given]))
        for each in stages
    }
