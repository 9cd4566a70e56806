"""What a person looks at to decide what is published: full texts with what is withheld in place.

For the desk; the portal and the api may not import it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.core.frozen import as_json, digest_of
from innspill.stages.publication.core.grounds import usual_ground
from innspill.stages.publication.core.marks import Held, Mark, folded, occurrences
from innspill.stages.publication.core.noting import apart, noted
from innspill.stages.publication.core.open_words import standing_open
from innspill.stages.publication.core.searching.passages import passages_of
from innspill.stages.publication.core.values import Finding
from innspill.stages.publication.models import Mark as MarkRow
from innspill.stages.publication.models import Rendition, Screening
from innspill.stages.publication.models import Wish as WishRow
from innspill.stages.publication.queries import PublicShown
from innspill.stages.publication.rendering import rendered
from innspill.stages.publication.standing_marks import (
    approving,
    as_said,
    leads_needed,
    shows_more,
    standing,
    standing_firsts,
)
from innspill.stages.publication.standing_wishes import form_wish, wish_of
from innspill.stages.publication.waiting import PublicationShown, all_states, publication_of
from innspill.stages.register.queries import ResponseRow


@dataclass(frozen=True, slots=True)
class SaidShown:
    """A person's word on a place: `words` are what stands there now, "" where the text changed."""

    id: int
    word: str
    place: str
    words: str
    kind: str
    ground: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HeldShown:
    """A span that is withheld. `nr` counts through the whole response, `said` is whose word it is.

    `law` is the rule as it is named, `ground` the code that a form begins with. What is `noted` is
    not withheld, and stands unless somebody says otherwise: who signs for a body, or, where it is
    `doubtful`, what may be personal.
    """

    nr: int
    place: str
    start: int
    end: int
    words: str
    kind: str
    ground: str
    law: str
    certainty: str
    doubtful: bool
    said: SaidShown | None
    noted: bool = False


@dataclass(frozen=True, slots=True)
class TextShown:
    """One text in full: `part` and `which` name its place ("answer", "3")."""

    place: str
    part: str
    which: str
    text: str
    pieces: tuple[tuple[str, HeldShown | None], ...]
    """The text in stretches, each open, noted or withheld; joined they are the text."""
    shown: tuple[SaidShown, ...]
    """What people said is shown after all."""

    @property
    def held(self) -> tuple[HeldShown, ...]:
        """The spans that are withheld, in order."""
        return tuple(each for each in self.marked if not each.noted)

    @property
    def marked(self) -> tuple[HeldShown, ...]:
        """The spans that are withheld or noted, in order."""
        return tuple(each for _, each in self.pieces if each is not None)

    @property
    def open(self) -> tuple[str, ...]:
        """The stretches where nothing is withheld."""
        ends = [(each.start, each.end) for each in self.held]
        begins = (0, *(end for _, end in ends))
        stops = (*(start for start, _ in ends), len(self.text))
        return tuple(self.text[start:end] for start, end in zip(begins, stops, strict=True))


@dataclass(frozen=True, slots=True)
class WishShown:
    """How the sender wishes a response to be published, and who was told so, and how."""

    wish: Wish
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A response as a person looks at it before it is let out."""

    publication: PublicationShown
    texts: tuple[TextShown, ...]
    lost: tuple[SaidShown, ...]
    """Marks on a text that has changed since: they must be looked at again."""
    approvals: tuple[str, ...]
    """The leads who let it out as it stands, while others must too."""
    leads_needed: int
    shows_more: bool
    wish: Wish = "none"
    """How the sender wishes it to be published, as it stands now."""
    form_wish: Wish = "none"
    """What they said in the form."""
    wishes: tuple[WishShown, ...] = ()
    """What a caseworker was told of it since, the oldest first."""

    @property
    def held(self) -> int:
        """How many spans are withheld."""
        return sum(len(text.held) for text in self.texts)

    @property
    def marked(self) -> int:
        """How many spans are withheld or noted."""
        return sum(len(text.marked) for text in self.texts)

    def still_shown(self, words: str) -> tuple[TextShown, ...]:
        """The texts in which these words stand where nothing is withheld."""
        return tuple(
            text for text in self.texts if any(occurrences(stretch, words) for stretch in text.open)
        )

    @property
    def texts_by_place(self) -> dict[str, str]:
        """Every text by its place."""
        return {text.place: text.text for text in self.texts}


@dataclass(frozen=True, slots=True)
class OpenElsewhere:
    """Words that are withheld in some responses, and stand open in others, each with how often."""

    words: str
    withheld_in: tuple[ResponseRow, ...]
    open_in: tuple[tuple[PublicationShown, int], ...]


def looked_at(slug: str, number: int, owners: Collection[Owner]) -> LookedAt | None:
    """One response with all its texts; None where these owners may not see it."""
    found = publication_of(slug, number, owners)
    if found is None:
        return None
    screening = _screening(found)
    looked = rendered(found.response)
    texts = dict(looked.texts)
    marks = standing(screening) if screening else []
    numbers = iter(range(1, 1 << 30))
    notes = noted(looked)
    shown = tuple(
        _text(
            place,
            text,
            (looked.findings_at(place), notes.get(place, ())),
            [row for row in marks if row.place == place],
            numbers,
        )
        for place, text in texts.items()
    )
    return LookedAt(
        found,
        shown,
        lost=tuple(_said(row, "") for row in _lost(found.response.id, marks)),
        approvals=_approvals(found.response, screening),
        leads_needed=leads_needed(),
        shows_more=screening is not None and shows_more(screening, 0),
        wish=wish_of(found.response),
        form_wish=form_wish(found.response),
        wishes=_wishes(found.response),
    )


def preview(
    slug: str, number: int, owners: Collection[Owner], *, now: datetime
) -> PublicShown | None:
    """What would be frozen at this moment; None where these owners may not see the response."""
    found = publication_of(slug, number, owners)
    if found is None:
        return None
    public = rendered(found.response, _marks(_screening(found))).public
    return PublicShown(number, public, now, digest_of(as_json(public)))


def open_elsewhere(slug: str, owners: Collection[Owner]) -> list[OpenElsewhere]:
    """Words that are withheld in one response of a hearing and open in another, for a person to see.

    Held against each other is what is on show, and what waits as it would be frozen now.
    """
    rows = {each.response.id: each for each in all_states(slug, owners)}
    withheld = [
        (pk, words)
        for pk, each in rows.items()
        if each.withholdings or each.marks
        for words in _withheld_words(each)
    ]
    found = standing_open(withheld, _open_texts(rows)) if withheld else []
    return [
        OpenElsewhere(
            each.words,
            tuple(rows[pk].response for pk in each.withheld_in),
            tuple((rows[pk], times) for pk, times in each.open_in),
        )
        for each in found
    ]


def _withheld_words(found: PublicationShown) -> Iterator[str]:
    looked = rendered(found.response, _marks(_screening(found)))
    texts = dict(looked.texts)
    for place, finding in looked.withholdings:
        yield texts[place][finding.start : finding.end]


def _open_texts(rows: Mapping[int, PublicationShown]) -> Iterator[tuple[int, str]]:
    on_show = Rendition.objects.filter(response__in=list(rows), replaced_at=None)
    for pk, content in on_show.values_list("response", "content").iterator():
        yield from ((pk, each.text) for each in passages_of(content))
    for pk, found in rows.items():
        if found.state == "waiting":
            public = rendered(found.response, _marks(_screening(found))).public
            yield from ((pk, each.text) for each in passages_of(as_json(public)))


def _approvals(row: ResponseRow, screening: Screening | None) -> tuple[str, ...]:
    return (
        tuple(name_of(word.by) for word in approving(screening, wish_of(row))) if screening else ()
    )


def _marks(screening: Screening | None) -> tuple[Mark, ...]:
    return tuple(as_said(row) for row in standing(screening)) if screening else ()


def _wishes(row: ResponseRow) -> tuple[WishShown, ...]:
    rows = WishRow.objects.filter(response=row.id).select_related("by")
    return tuple(WishShown(each.wish, each.reason, name_of(each.by), each.at) for each in rows)  # type: ignore[arg-type]


def _screening(found: PublicationShown) -> Screening | None:
    rows = Screening.objects.filter(response=found.response.id)
    return rows.prefetch_related("marks__by", "clearances__by").last()


def _lost(response_id: int, carried: Sequence[MarkRow]) -> list[MarkRow]:
    there = {row.first_id or row.pk for row in carried}
    return [row for row in standing_firsts(response_id) if row.pk not in there]


def _text(
    place: str,
    text: str,
    found: tuple[Sequence[Finding], Sequence[Finding]],
    marks: Sequence[MarkRow],
    numbers: Iterator[int],
) -> TextShown:
    """One text; `found` is what the machine withholds in it, and what it only notes."""
    part, _, which = place.partition(":")
    rows = {row.pk: row for row in marks}
    findings, notes = found
    held = folded(findings, [as_said(row) for row in marks], len(text))
    left = apart(notes, [each.finding for each in held])
    let_out = [(row.start, row.end) for row in marks if row.word == MarkRow.Word.SHOW]
    pointed = [Held(each) for each in left if not any(map(partial(_meets, each), let_out))]
    return TextShown(
        place=place,
        part=part.partition("#")[0],
        which=which,
        text=text,
        pieces=tuple(_pieces(place, text, (held, pointed), rows, numbers)),
        shown=tuple(_said(row, text) for row in marks if row.word == MarkRow.Word.SHOW),
    )


def _meets(finding: Finding, span: tuple[int, int]) -> bool:
    return finding.start < span[1] and span[0] < finding.end


def _pieces(
    place: str,
    text: str,
    spans: tuple[Sequence[Held], Sequence[Held]],
    rows: dict[int, MarkRow],
    numbers: Iterator[int],
) -> Iterator[tuple[str, HeldShown | None]]:
    """The text in stretches; `spans` are what is withheld and what is noted."""
    held, pointed = spans
    at = 0
    in_order = [(each, False) for each in held] + [(each, True) for each in pointed]
    for each, is_noted in sorted(in_order, key=lambda pair: pair[0].finding.start):
        finding, mark = each.finding, each.mark
        if at < finding.start:
            yield text[at : finding.start], None
        at = finding.end
        words = text[finding.start : finding.end]
        yield words, HeldShown(
            nr=next(numbers), place=place, start=finding.start, end=finding.end, words=words,
            kind=finding.kind, law=finding.ground, certainty=str(finding.certainty),
            ground=mark.ground if mark else usual_ground(finding.kind), noted=is_noted,
            doubtful=finding.doubtful, said=_said(rows[mark.id], text) if mark else None,
        )  # fmt: skip
    if at < len(text):
        yield text[at:], None


def _said(row: MarkRow, text: str) -> SaidShown:
    return SaidShown(
        id=row.pk, word=row.word, place=row.place, words=text[row.start : row.end],
        kind=row.kind, ground=row.ground, reason=row.reason, by=name_of(row.by), at=row.at,
    )  # fmt: skip
