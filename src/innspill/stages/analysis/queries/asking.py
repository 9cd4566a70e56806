"""What a language model would be asked about one hearing, what it was asked, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.analysis.core.analyse import RULES, language_of
from innspill.stages.analysis.core.model.batches import (
    LONGEST,
    MOST_COMMENTS,
    MOST_THEMES,
    Estimate,
    answer_tokens,
    batches_of,
    estimate,
)
from innspill.stages.analysis.core.model.prompts import (
    COMMENTS_SCHEMA,
    THEMES_SCHEMA,
    about_comments,
    about_themes,
)
from innspill.stages.analysis.core.model.values import About, Asked, Tally, ThemeAsked
from innspill.stages.analysis.models import (
    Asking,
    Comment,
    Suggestion,
    Theme,
    ThemeWording,
)
from innspill.stages.analysis.queries.keeping import lights
from innspill.stages.analysis.queries.rows import CommentFilter
from innspill.stages.analysis.queries.standing import standing
from innspill.stages.analysis.queries.themes import ALWAYS
from innspill.stages.consultations import queries as consultations

_EXAMPLES = 8
_EXAMPLE = 600
"""Characters of an example of a theme that are sent."""
_LOOK = 4 * MOST_COMMENTS
_KEY = 16
"""Characters of a comment's digest that it is known by to the model."""
_MARGIN = 2
"""So many times the tokens of the rule of thumb may an answer have."""


@dataclass(frozen=True, slots=True)
class ToAsk:
    """The next call: what it is about, how it is said, and how far it brings the asking."""

    comments: tuple[Asked, ...]
    themes: tuple[ThemeAsked, ...]
    messages: tuple[Mapping[str, str], ...]
    schema: Mapping[str, Any]
    most_tokens: int
    before: tuple[int, int]
    """Where the asking stands: the last comment and the last theme that it was asked about."""
    after: tuple[int, int]
    too_long: int = 0


@dataclass(frozen=True, slots=True)
class AskingShown:
    """What a model was asked, by whom, and what came of it."""

    id: int
    by: str
    at: datetime
    source: str
    estimate: Mapping[str, Any]
    tally: Tally
    ended_at: datetime | None
    stopped: bool


@dataclass(frozen=True, slots=True)
class WordingShown:
    """A name that a model suggests for a theme, beside the one that it has."""

    id: int
    theme: int
    named: str
    label: str
    description: str
    source: str


def to_be_asked(consultation_id: int, source: str) -> Estimate:
    """What asking `source` now would send. The same words to the same question are asked about once."""
    rows = _unasked(consultation_id, source)
    seen: dict[tuple[str, str], tuple[str, Asked]] = {}
    for pk, number, fingerprint, question, text in rows.values_list(*_COLUMNS).iterator():
        seen.setdefault((question, text), (str(number), _asked(fingerprint, question, text)))
        del pk
    return estimate(_about(consultation_id), seen.values(), _themes(consultation_id, source, 0))


def next_to_ask(asking_id: int) -> ToAsk | None:
    """The next call of an asking; None where nothing is left.

    It is made of what is public at this moment: what was taken back since is not sent.
    """
    asking = Asking.objects.get(pk=asking_id)
    about = _about(asking.consultation_id)
    return _next_comments(asking, about) or _next_themes(asking, about)


def open_askings(source: str) -> list[int]:
    """The askings of this model that have not ended."""
    rows = Asking.objects.filter(ended_at=None, source=source).order_by("id")
    return list(rows.values_list("pk", flat=True))


def open_asking(consultation_id: int, source: str) -> int | None:
    """The asking of this model about one hearing that has not ended."""
    rows = Asking.objects.filter(ended_at=None, source=source, consultation=consultation_id)
    return rows.values_list("pk", flat=True).first()


def askings(slug: str, owners: Collection[Owner]) -> list[AskingShown]:
    """What a model was asked about one hearing, the last first."""
    rows = Asking.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows.select_related("by").order_by("-id")]


def asking(asking_id: int) -> AskingShown:
    """One asking, for steps and the command line. Raises DoesNotExist."""
    return _shown(Asking.objects.select_related("by").get(pk=asking_id))


def theme_wordings(slug: str, owners: Collection[Owner]) -> list[WordingShown]:
    """The last name that a model suggests for each theme that no person has spoken of."""
    rows = ThemeWording.objects.filter(
        theme__consultation__slug=slug, theme__consultation__owner__in=owners,
        theme__gone=False, theme__merged_into=None, theme__touched=False,
    ).select_related("theme")  # fmt: skip
    last = {row.theme_id: row for row in rows.order_by("id")}
    return [
        WordingShown(row.pk, key, row.theme.label, row.label, row.description, row.source)
        for key, row in sorted(last.items())
    ]


def tally_of(kept: Mapping[str, Any]) -> Tally:
    """A tally as it is kept in a row."""
    return Tally(**{each.name: int(kept.get(each.name, 0)) for each in fields(Tally)})


_COLUMNS = ("pk", "run__rendition__number", "fingerprint", "question", "text")


def _unasked(consultation_id: int, source: str) -> QuerySet[Comment]:
    """The standing points of public copies that this model has said nothing of."""
    said = Suggestion.objects.filter(
        source=source, run__version=RULES, comment__isnull=False,
        run__rendition__consultation=consultation_id,
    )  # fmt: skip
    rows = standing(run__rendition__consultation=consultation_id, is_remark=True)
    return rows.exclude(pk__in=said.values("comment")).order_by("pk")


def _next_comments(asking: Asking, about: About) -> ToAsk | None:
    after, too_long = asking.after, 0
    left = _unasked(asking.consultation_id, asking.source).filter(pk__lte=asking.upto)
    while rows := list(left.filter(pk__gt=after).values_list(*_COLUMNS)[:_LOOK]):
        fit = [row for row in rows if len(row[-1]) <= LONGEST]
        pairs = [(str(row[1]), _asked(row[2], row[3], row[4])) for row in fit]
        batch = next(batches_of(pairs), ())
        end = fit[len(batch) - 1][0] if batch else rows[-1][0]
        too_long += sum(len(row[-1]) > LONGEST for row in rows if row[0] <= end)
        after = end
        if batch:
            once = tuple({each.key: each for each in batch}.values())
            return ToAsk(
                comments=once, themes=(), messages=about_comments(about, once),
                schema=COMMENTS_SCHEMA,
                most_tokens=_MARGIN * answer_tokens([each.text for each in once]) + 500,
                before=(asking.after, asking.themes_after), after=(after, asking.themes_after),
                too_long=too_long,
            )  # fmt: skip
    return None


def _next_themes(asking: Asking, about: About) -> ToAsk | None:
    found = _themes(asking.consultation_id, asking.source, asking.themes_after)[:MOST_THEMES]
    if not found:
        return None
    return ToAsk(
        comments=(), themes=tuple(found), messages=about_themes(about, found),
        schema=THEMES_SCHEMA, most_tokens=_MARGIN * 200 * len(found) + 500,
        before=(asking.after, asking.themes_after), after=(asking.after, int(found[-1].key)),
    )  # fmt: skip


def _themes(consultation_id: int, source: str, after: int) -> list[ThemeAsked]:
    """The machine's themes that nobody has spoken of and this model has not named, with examples."""
    named = ThemeWording.objects.filter(source=source, theme__consultation=consultation_id)
    rows = (
        Theme.objects.filter(
            consultation=consultation_id, pk__gt=after, gone=False, merged_into=None, touched=False
        )
        .exclude(found_by="")
        .exclude(found_by__startswith=ALWAYS)
        .exclude(pk__in=named.values("theme"))
        .order_by("pk")
    )
    themes = list(rows)
    if not themes:
        return []
    members: dict[int, list[tuple[str, int]]] = {row.pk: [] for row in themes}
    for one in lights(consultation_id, CommentFilter()):
        for theme in one.themes:
            if len(members.get(theme, [""] * _EXAMPLES)) < _EXAMPLES:
                members[theme].append((str(one.number), one.id))
    return list(_with_examples(themes, members))


def _with_examples(
    themes: Sequence[Theme], members: Mapping[int, Sequence[tuple[str, int]]]
) -> Iterator[ThemeAsked]:
    wanted = {pk for held in members.values() for _, pk in held}
    texts = dict(Comment.objects.filter(pk__in=wanted).values_list("pk", "text"))
    for row in themes:
        held = members[row.pk]
        if held:
            yield ThemeAsked(
                key=str(row.pk),
                examples=tuple(texts[pk][:_EXAMPLE] for _, pk in held),
                senders=tuple(number for number, _ in held),
                phrases=tuple(str(phrase) for phrase in row.phrases[:6]),
            )


def _about(consultation_id: int) -> About:
    definition = consultations.by_id(consultation_id).definition
    language = language_of(definition)
    questions = {each.id: _in(each.text, language) for each in definition.questions}
    return About(_in(definition.title, language), questions, language)


def _in(texts: Mapping[Any, str], language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")


def _asked(fingerprint: str, question: str, text: str) -> Asked:
    return Asked(fingerprint[:_KEY], text, question)


def _shown(row: Asking) -> AskingShown:
    return AskingShown(
        id=row.pk, by=name_of(row.by), at=row.at, source=row.source,
        estimate=row.estimate, tally=tally_of(row.tally), ended_at=row.ended_at,
        stopped=row.stopped,
    )  # fmt: skip
