"""The views by stance and group, with the bodies named and words that follow from the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from innspill.stages.analysis.core.shares import weight
from innspill.stages.reports.core.parts.naming import Named, named
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph
from innspill.stages.reports.core.parts.values import Block, Bullets, Sentence, Source
from innspill.stages.reports.core.words.told import Part

NAMED_AT_MOST = 12
"""How many bodies a sentence names; beyond that they stand group by group."""
NAMED_WITHOUT_GROUPS = 40
"""The same where there are no groups to part them in: the views of a theme."""
IN_A_GROUP = 20
"""How many a group's line names; beyond that it has their number alone."""


@dataclass(frozen=True, slots=True)
class Group:
    """The responses of one row of the tables that take a stance."""

    label: str
    count: At


@dataclass(frozen=True, slots=True)
class Side:
    """The responses that take one stance, and how many of them are not named, and why."""

    stance: str
    count: At
    private: At
    hidden: At | None
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What the views are on: "forslaget", of whom: "dem som har svart", and how many they are."""

    about: str
    those: str
    answered: At
    sources: tuple[Source, ...] = ()
    """The places of the papers that `about` names."""


def view_blocks(t: Teller, sides: Sequence[Side], scope: Scope) -> list[Block]:
    """A paragraph for each stance that anybody takes, in the order of the stances."""
    blocks: list[Block] = []
    for side in sides:
        if t.value(side.count):
            blocks.extend(_side(t, side, scope))
    return blocks


def basis(t: Teller, part: Part, scope: Scope, respondents: At) -> Sentence:
    """How many of all the responses the views are those of."""
    if t.value(scope.answered) == t.value(respondents):
        return t.say(part.all, n=scope.answered)
    return t.say(part.some, n=scope.answered, respondents=respondents)


def _side(t: Teller, side: Side, scope: Scope) -> list[Block]:
    who = named(t, side.count.responses)
    count, of = t.value(side.count), t.value(scope.answered)
    word = weight(count, of)
    if count < 3 or not word:
        return _few(t, side, who, scope)
    lead = _weighed(t, side, scope, word)
    if len(who) <= (NAMED_AT_MOST if side.groups else NAMED_WITHOUT_GROUPS):
        rest = _persons(t, side, start=False)
        said = t.listed([*(each.text for each in who), *(each.text for each in rest)])
        sources = tuple(source for each in rest for source in each.sources)
        text = t.said.these_are.format(names=said)
        line = Sentence(text, (*_responses(who), *sources), _names(who))
        return [paragraph(lead, line)]
    lines = tuple(_groups(t, side, who))
    return [paragraph(lead), Bullets(lines)] if lines else [paragraph(lead)]


def _few(t: Teller, side: Side, who: Sequence[Named], scope: Scope) -> list[Block]:
    """Everybody named as who does it: "A og én privatperson støtter forslaget."."""
    rest = _persons(t, side, start=not who)
    subject = t.listed([*(each.text for each in who), *(each.text for each in rest)])
    many = t.value(side.count) > 1
    verb = t.said.takes[side.stance][many].format(about=scope.about)
    sources = tuple(source for each in rest for source in each.sources)
    counted = () if sources else (t.source(side.count),)
    text = f"{subject} {verb}."
    return [
        paragraph(
            Sentence(text, (*counted, *_responses(who), *sources, *scope.sources), _names(who))
        )
    ]


def _weighed(t: Teller, side: Side, scope: Scope, word: str) -> Sentence:
    verb = t.said.takes[side.stance][1].format(about=scope.about)
    if t.value(side.count) == t.value(scope.answered):
        return t.say(t.said.weighed_all, *scope.sources, verb=verb, n=side.count)
    weights = t.said.weights[word]
    return t.say(
        t.said.weighed,
        *scope.sources,
        weight=weights,
        those=scope.those,
        verb=verb,
        n=side.count,
        of=scope.answered,
    )


def _groups(t: Teller, side: Side, who: Sequence[Named]) -> list[Sentence]:
    """One line for each group with any of them; all of them named where they are few."""
    lines = []
    for group in side.groups:
        if not t.value(group.count):
            continue
        inside = set(group.count.responses)
        here = [each for each in who if each.reference in inside]
        shown = here if len(here) <= IN_A_GROUP else []
        names = t.listed(each.text for each in shown)
        said = t.say(
            t.said.group_line,
            *_responses(shown),
            names=_names(shown),
            group=group.label,
            count=group.count,
        )
        text = f"{said.text}: {names}." if names else f"{said.text}."
        lines.append(Sentence(text, said.sources, said.names))
    for each in _persons(t, side, start=True):
        lines.append(Sentence(f"{each.text}.", each.sources))
    return lines


def _persons(t: Teller, side: Side, *, start: bool) -> list[Sentence]:
    """Those who are not named: private persons, and senders of what is not published."""
    found = []
    kinds = (
        (side.private, t.said.private_persons_first if start else t.said.private_persons),
        (side.hidden, t.said.hidden_senders_first if start else t.said.hidden_senders),
    )
    for at, forms in kinds:
        if at is not None and t.value(at):
            found.append(t.say(forms, n=at))
            start = False
    return found


def _responses(who: Sequence[Named]) -> tuple[Source, ...]:
    return tuple(Source("response", each.reference) for each in who)


def _names(who: Sequence[Named]) -> tuple[str, ...]:
    return tuple(name for each in who for name in each.names)
