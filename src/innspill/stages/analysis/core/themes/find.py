"""The themes of a list of comments. Plain lists in, values out; a sample where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from innspill.stages.analysis.core.themes import graph
from innspill.stages.analysis.core.themes.describe import (
    NO_PLACE,
    MainPlace,
    against,
    description,
    label_and_phrases,
    of_different_groups,
)
from innspill.stages.analysis.core.themes.graph import NONE, Labels
from innspill.stages.analysis.core.themes.members import Membership, memberships, settled
from innspill.stages.analysis.core.themes.nouns import Nouns, nouns_of
from innspill.stages.analysis.core.themes.phrases import Voices
from innspill.stages.analysis.core.themes.space import Matrix, Numbers, Space, space_of, wordings_of
from innspill.stages.analysis.core.themes.voice import speaks
from innspill.stages.analysis.core.themes.words import content_words, runs
from innspill.stages.analysis.core.values import StanceValue, ThemeFound, Themes

MOST_CLUSTERED = 5_000
"""Distinct comments that are held against each other, in all their words; the rest is held
against the themes. More of them divide finer, not better: docs/decisions/0032."""
WORDS_OF_CENTRE = 80
_READ_FOR_NOUNS = 20_000
_LARGE, _LEAST_PART = 40, 8
"""Wordings a theme has before parts are looked for, and the fewest of a part."""
_PARTS_RESOLUTION = 1.0
_WORDINGS_PER_THEME = 5
_GENERAL_LESS = 0.4
"""What a word of the hearing's title weighs in a label, of what it would else."""
_LEAST_SENDERS = 5
"""Where fewer have answered, comments are counted: nearly every view is one sender's alone."""


@dataclass(slots=True)
class _Finding:
    """What the making of every theme of one list needs."""

    space: Space
    nouns: Nouns
    stances: Sequence[StanceValue]
    groups: Sequence[str]
    places: Sequence[str]
    general: frozenset[str]
    language: str
    taken: set[str] = field(default_factory=set)


def themes_of(
    texts: Sequence[str],
    *,
    stances: Sequence[StanceValue] = (),
    groups: Sequence[str] = (),
    contexts: Sequence[str] = (),
    places: Sequence[str] = (),
    senders: Sequence[str] | None = None,
    title: str = "",
    language: str = "nb",
    vectors: Sequence[Sequence[float]] | None = None,
) -> Themes:
    """The themes of `texts`, the largest first, and the comments that are alone with their view.

    In step with `texts`: `stances`, from which the contrary examples come; `groups` of the
    senders, so that typical examples are not all of one; `contexts`, words around each comment
    that tell what it is about (the question, the heading above it); `places`, the title of the
    place of the papers that each is about, for the labels;
    `title`, what the hearing is called: its words name none of its themes;
    `senders`, whose each is: views are counted by them, not by comments; `vectors` of a model,
    where there is one, instead of the likeness of words. Nothing depends on the order of the
    comments, on their length or on how often one is sent: each wording counts once, but what three
    or more send is never left out.
    """
    counted = senders if senders and len({*senders}) >= _LEAST_SENDERS else None
    wordings = wordings_of(texts, contexts, counted)
    if not wordings:
        return Themes((), tuple(range(len(texts))))
    space = space_of(wordings, language)
    rows = space.rows if vectors is None else _dense(vectors, space)
    with_context = any(contexts) and vectors is None
    labels = settled(_clustered(rows, with_context), rows, space)
    found = memberships(labels, rows)
    nouns = nouns_of(
        (run for each in wordings[:_READ_FOR_NOUNS] for run in runs(each.text)), language
    )
    general = frozenset(content_words(title, language))
    making = _Finding(space, nouns, stances, groups, places, general, language)
    themes = tuple(_theme(making, member, _parts(member, rows)) for member in found)
    placed = {at for theme in themes for at in theme.members}
    return Themes(themes, tuple(at for at in range(len(texts)) if at not in placed))


def _clustered(rows: Matrix, with_context: bool) -> Labels:
    """A theme for each row: by communities, or for those beyond the sample by the nearest centre."""
    total = int(rows.shape[0])
    resolution = graph.RESOLUTION_WITH_CONTEXT if with_context else graph.RESOLUTION
    sample = rows[:MOST_CLUSTERED]
    most = min(graph.MOST_THEMES, max(2, total // _WORDINGS_PER_THEME))
    labels = graph.at_most(graph.communities(sample, resolution), sample, most)
    if total <= MOST_CLUSTERED:
        return labels
    middle = graph.centres(sample, labels)
    rest = graph.likeness(rows[MOST_CLUSTERED:], middle).argmax(axis=1)
    return np.concatenate([labels, rest])


def _theme(
    making: _Finding,
    member: Membership,
    parts: Sequence[Membership],
    within: Membership | None = None,
) -> ThemeFound:
    space = making.space
    texts = [space.wordings[at].text for at in member.typical]
    whose = [min(space.wordings[at].senders) for at in member.typical]
    preferred = [speaks(text, making.language) for text in texts]
    own = [text for text, good in zip(texts, preferred, strict=True) if good] or texts
    members = _places(space, member.all)
    label, phrases = label_and_phrases(
        Voices(texts, whose, preferred),
        _less(making.general, _own_words(space, member, within)),
        making.nouns,
        making.taken,
        NO_PLACE if within else _main_place([making.places[at] for at in members if making.places]),
    )
    return ThemeFound(
        label=label,
        description=description(own, _centre(space, space.own, member), making.language, label),
        phrases=phrases,
        members=tuple(of_different_groups(members, making.groups)),
        contrary=tuple(_contrary(members, making.stances)),
        parts=tuple(_theme(making, part, (), member) for part in parts),
        centre=_centre(space, space.said, member),
    )


def _main_place(places: Sequence[str]) -> MainPlace:
    """The place that more comments of a theme are about than any other, a third of them or more."""
    found = Counter(places).most_common(1)
    if not found or 3 * found[0][1] < len(places):
        return NO_PLACE
    return MainPlace(found[0][0], is_of_most=2 * found[0][1] > len(places))


def _parts(member: Membership, rows: Matrix) -> list[Membership]:
    """What a large theme is made of, where it falls into pieces of some size."""
    if len(member.typical) < _LARGE:
        return []
    inside = np.array(sorted(member.typical[:MOST_CLUSTERED]))
    labels = graph.communities(rows[inside], _PARTS_RESOLUTION)
    large = [n for n in range(int(labels.max()) + 1) if (labels == n).sum() >= _LEAST_PART]
    if len(large) < 2:
        return []
    kept = np.where(np.isin(labels, large), labels, NONE)
    return [
        Membership(own := tuple(int(inside[at]) for at in part.typical), own)
        for part in memberships(kept, rows[inside])
    ]


def _centre(space: Space, rows: Matrix, member: Membership) -> Mapping[str, float]:
    mean = _mean(rows, member.typical)
    order = sorted(np.flatnonzero(mean), key=lambda at: (-mean[at], space.vocabulary[at]))
    kept = order[:WORDS_OF_CENTRE]
    length = float(np.sqrt((mean[kept] ** 2).sum())) or 1.0
    return {space.vocabulary[at]: round(float(mean[at]) / length, 4) for at in kept}


def _own_words(space: Space, member: Membership, within: Membership | None) -> Mapping[str, float]:
    """How much more each word weighs here than elsewhere in the list, or in the larger theme.

    What is said everywhere weighs less still: "sikkerhet" names nothing in a hearing about it.
    """
    mean = _mean(space.said, member.typical)
    around = space.mean if within is None else _mean(space.said, within.typical)
    more = np.maximum(mean - around, 0.0)
    own = more / np.where(mean > 0.0, mean, 1.0)
    return {space.vocabulary[at]: float(more[at] * own[at]) for at in np.flatnonzero(more)}


def _less(general: frozenset[str], weights: Mapping[str, float]) -> Mapping[str, float]:
    """The weights with less for what the title says, in a compound too."""
    said = " ".join(general)
    return {w: n * (_GENERAL_LESS if w in said else 1.0) for w, n in weights.items()}


def _mean(rows: Matrix, members: Sequence[int]) -> Numbers:
    return np.asarray(rows[list(members)].mean(axis=0)).ravel()


def _contrary(members: Sequence[int], stances: Sequence[StanceValue]) -> list[int]:
    if not stances:
        return []
    return [members[at] for at in against([stances[each] for each in members])]


def _places(space: Space, wordings: Sequence[int]) -> list[int]:
    return [place for at in wordings for place in space.wordings[at].places]


def _dense(vectors: Sequence[Sequence[float]], space: Space) -> Matrix:
    """The vectors of the wordings, each of length 1."""
    rows = np.array([vectors[each.places[0]] for each in space.wordings], dtype=np.float64)
    lengths = np.sqrt((rows**2).sum(axis=1, keepdims=True))
    return rows / np.where(lengths == 0.0, 1.0, lengths)
