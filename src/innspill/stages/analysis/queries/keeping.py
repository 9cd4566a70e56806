"""Which comments a filter keeps, and how many there are with each value: read lightly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.core.labels import (
    CONFIRMED_BY,
    is_suggestion,
    machine_word,
    parted,
    standing_themes,
    themes_stood_in,
)
from innspill.stages.analysis.core.searching import has_words
from innspill.stages.analysis.models import Judgement, LabelKind, Suggestion
from innspill.stages.analysis.queries.rows import CommentFilter
from innspill.stages.analysis.queries.standing import disagreeing, moved_and_above, standing

_NONE = "0"
"""How comments in no theme are counted."""


@dataclass(slots=True)
class Light:
    """One comment with what it is filtered by, and no more."""

    id: int
    fingerprint: str
    rendition: int
    number: int
    group: str
    question: str
    place: str
    divided: bool
    is_remark: bool
    flagged: bool = False
    said: dict[str, str] = field(default_factory=dict)
    """The word that stands of each kind: stance, theme, link."""
    judged: set[str] = field(default_factory=set)
    proposals: int = 0
    unsaid: int = 0
    """Proposals of the machine that no person has said anything about."""
    themes: tuple[int, ...] = ()
    within: tuple[int, ...] = ()
    """`themes`, and those that they stand under: what a theme's comments are counted by."""
    stood_in: tuple[int, ...] = ()
    """`themes`, and those merged into them that it was put in."""
    text: str = ""

    @property
    def places(self) -> tuple[str, ...]:
        """The places of the hearing that it stands linked to."""
        return parted(self.said.get("link", ""))

    @property
    def confirmed(self) -> bool:
        """Whether a person has said something about its stance, themes, links and each proposal."""
        return not self.unsaid and self.judged.issuperset(CONFIRMED_BY)


Kept = Callable[[Light, CommentFilter], bool]
Values = Callable[[Light], Iterable[str]]
FIELDS: Mapping[str, tuple[Kept, Values]] = {
    "question": (
        lambda one, wanted: wanted.question is None or one.question == wanted.question,
        lambda one: (one.question,),
    ),
    "group": (
        lambda one, wanted: wanted.group is None or one.group == wanted.group,
        lambda one: (one.group,),
    ),
    "number": (
        lambda one, wanted: wanted.number is None or one.number == wanted.number,
        lambda one: (str(one.number),),
    ),
    "stance": (
        lambda one, wanted: wanted.stance is None or one.said.get("stance", "") == wanted.stance,
        lambda one: (one.said.get("stance", ""),),
    ),
    "theme": (
        lambda one, wanted: (
            wanted.theme is None
            or (wanted.theme in one.within if wanted.theme else not one.themes)
        ),
        lambda one: [str(theme) for theme in one.within] or [_NONE],
    ),
    "place": (
        lambda one, wanted: (
            wanted.place is None
            or (wanted.place in one.places if wanted.place else not one.places)
        ),
        lambda one: one.places or [""],
    ),
    "flagged": (
        lambda one, wanted: one.flagged or not wanted.flagged,
        lambda one: ("yes",) if one.flagged else (),
    ),
    "unconfirmed": (
        lambda one, wanted: not (wanted.unconfirmed and one.confirmed),
        lambda one: () if one.confirmed else ("yes",),
    ),
    "proposals": (
        lambda one, wanted: one.proposals > 0 or not wanted.proposals,
        lambda one: ("yes",) if one.proposals else (),
    ),
}  # fmt: skip
"""Of each field of the filter: whether it keeps a comment, and the values that a comment has."""


def lights(consultation_id: int, wanted: CommentFilter | None = None, **where: Any) -> list[Light]:
    """The standing comments of a hearing with what they are filtered by; six statements.

    Remarks and words of `wanted` are looked at here already; the rest is `kept`'s and `counted`'s.
    """
    wanted = wanted or CommentFilter(remarks=False)
    if wanted.remarks:
        where["is_remark"] = True
    rows = standing(run__rendition__consultation=consultation_id, **where)
    found = [_light(row) for row in rows.values_list(*_COLUMNS)]
    if wanted.words.strip():
        texts = dict(rows.values_list("pk", "text"))
        found = [one for one in found if has_words(texts[one.id], wanted.words)]
    _label(found, consultation_id)
    against = disagreeing([consultation_id])
    for one in found:
        one.flagged = not one.confirmed and (one.rendition, one.question) in against
    return found


def kept(found: Sequence[Light], wanted: CommentFilter) -> list[Light]:
    """Those that every field of the filter keeps."""
    return [one for one in found if all(keeps(one, wanted) for keeps, _ in FIELDS.values())]


def kept_by_each(
    consultation_id: int, filters: Sequence[CommentFilter]
) -> tuple[list[Light], list[set[int]]]:
    """The comments that stand, and of each filter the numbers of those that it keeps.

    Seven statements at most, however many filters there are.
    """
    found = lights(consultation_id, CommentFilter())
    sought = any(wanted.words.strip() for wanted in filters)
    texts = _texts(consultation_id) if sought else {}
    each = [
        {
            one.id
            for one in _narrowed(found, wanted)
            if not wanted.words.strip() or has_words(texts.get(one.id, ""), wanted.words)
        }
        for wanted in filters
    ]
    return found, each


def _narrowed(found: Sequence[Light], wanted: CommentFilter) -> list[Light]:
    """As `kept`, without asking by the fields that keep everything."""
    every = CommentFilter()
    asked = [
        keeps
        for name, (keeps, _) in FIELDS.items()
        if getattr(wanted, name) != getattr(every, name)
    ]
    return [one for one in found if all(keeps(one, wanted) for keeps in asked)]


def _texts(consultation_id: int) -> dict[int, str]:
    rows = standing(run__rendition__consultation=consultation_id, is_remark=True)
    return dict(rows.values_list("pk", "text"))


def counted(found: Sequence[Light], wanted: CommentFilter) -> dict[str, dict[str, int]]:
    """Of each field how many have each value, under all the other fields of the filter."""
    held: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    for one in found:
        against = [name for name, (keeps, _) in FIELDS.items() if not keeps(one, wanted)]
        if len(against) > 1:
            continue
        for name in against or FIELDS:
            held[name].update(FIELDS[name][1](one))
    return {name: dict(counts) for name, counts in held.items()}


_COLUMNS = (
    "pk", "fingerprint", "run__rendition", "run__rendition__number", "run__rendition__group",
    "question", "place", "division", "is_remark",
)  # fmt: skip


def _light(row: Sequence[Any]) -> Light:
    pk, fingerprint, rendition, number, group, question, place, division, is_remark = row
    return Light(
        pk, fingerprint, rendition, number, group, question, place, division is not None, is_remark
    )


def _label(found: Sequence[Light], consultation_id: int) -> None:
    """Gives each comment the machine's words, and then people's over them."""
    by_id = {one.id: one for one in found}
    by_print: dict[str, list[Light]] = defaultdict(list)
    for one in found:
        by_print[one.fingerprint].append(one)
    proposed: dict[str, set[str]] = defaultdict(set)
    rows = Suggestion.objects.filter(
        run__version=RULES, run__rendition__consultation=consultation_id,
        run__rendition__replaced_at=None, comment__isnull=False,
    ).exclude(kind=LabelKind.MENTION)  # fmt: skip
    for comment, kind, value, target in rows.order_by("-source", "-id").values_list(
        "comment", "kind", "value", "target"
    ):
        light = by_id.get(comment)
        if light is None:
            continue
        if kind == LabelKind.PROPOSAL:
            proposed[light.fingerprint].add(target)
        elif is_suggestion(kind, value) or not light.said.get(kind):
            # The rules come last; where they abstain, what a model has said stands.
            light.said[kind] = machine_word(kind, value)
    unsaid = {each: set(targets) for each, targets in proposed.items()}
    words = Judgement.objects.filter(consultation=consultation_id).exclude(kind=LabelKind.MENTION)
    for kind, target, about, value in words.order_by("id").values_list(
        "kind", "target", "about", "value"
    ):
        if kind == LabelKind.PROPOSAL:
            (proposed[about].discard if value == "no" else proposed[about].add)(target)
            unsaid.get(about, set()).discard(target)
            continue
        for light in by_print.get(target, ()):
            light.said[kind] = value
            light.judged.add(kind)
    moved, above = moved_and_above([consultation_id])
    for one in found:
        one.themes = standing_themes(one.said.get("theme", ""), moved)
        over = (above[theme] for theme in one.themes if theme in above)
        one.within = tuple(dict.fromkeys((*one.themes, *over)))
        one.stood_in = themes_stood_in(one.said.get("theme", ""), moved)
        one.proposals = len(proposed.get(one.fingerprint, ()))
        one.unsaid = len(unsaid.get(one.fingerprint, ()))
