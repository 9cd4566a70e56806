"""What a reply says, sentence by sentence: letter and mail are made of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.publication.core.replies import Reply, ReplyPoint
from innspill.stages.reports.core.replying.words import reply_words_in
from innspill.stages.reports.core.words import number, words_in


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all letters of one hearing have in common, in one language.

    `base` is where the public finds the house; links stand where it is known. `day` is in words,
    as is `replaces`: the day of the letter that this one replaces.
    """

    definition: Definition
    owner: str
    language: str
    slug: str
    day: str
    base: str = ""
    has_result: bool = False
    replaces: str = ""

    @property
    def title(self) -> str:
        """The hearing's title."""
        return " ".join(in_language(self.definition.title, self.language).split())


def first_words(reply: Reply, occasion: Occasion) -> Iterator[str]:
    """Thanks, and what there is below: the beginning of the letter and all of the mail."""
    language = occasion.language
    words = reply_words_in(language)
    yield words.thanks
    if occasion.replaces:
        yield words.replaces.format(day=occasion.replaces)
    count = len(reply.points)
    if count:
        counted = words.points.format(count=number(count, language))
        yield words.one_point if count == 1 else counted
    elif reply.why and not reply.adheres_to:
        yield words.nothing[reply.why]


def in_short(points: tuple[ReplyPoint, ...], language: str) -> list[str]:
    """How many points got which outcome, where there are several; they add up to all points."""
    if len(points) < 2:
        return []
    words, outcomes = reply_words_in(language), words_in(language).outcomes
    counts = Counter(point.outcome for point in points)
    named = [(outcomes[key], counts[key]) for key in outcomes if counts[key]]
    rest = len(points) - sum(count for _, count in named)
    if rest:
        named.append((words.undecided.rstrip("."), rest))
    return [
        words.one_in_short.format(outcome=outcome, count=number(count, language))
        for outcome, count in named
    ]


def adherence(reply: Reply, language: str) -> str:
    """Whose response it adheres to, and that what was decided there follows; "" where to none."""
    words, other = reply_words_in(language), reply.adheres
    if other is None:
        named = " ".join(reply.adheres_to.split())
        return words.adheres_to_nobody.format(name=named) if named else ""
    count = len(other.points)
    sentence = words.adheres_to_one if count == 1 else words.adheres
    return sentence.format(
        name=other.name, reference=other.reference, count=number(count, language)
    )


def place_in_words(place: str, definition: Definition, language: str) -> str:
    """A place of a paper: "kapittel 5. Opplæring"; as it is where we know of no such place."""
    kind, _, which = place.partition(" ")
    called = words_in(language).references.get(kind)
    if not which or called is None:
        return place
    titles = {
        f"{chapter.kind} {chapter.id}": in_language(chapter.title, language)
        for paper in definition.papers
        for chapter in paper.chapters
    }
    title = " ".join(titles.get(place, "").split())
    return f"{called} {which}. {title}" if title else f"{called} {which}"


def further(reply: Reply, occasion: Occasion, *, is_published: bool) -> Iterator[tuple[str, str]]:
    """Where more is to be read: (what, address)."""
    if not occasion.base:
        return
    words, hearing = reply_words_in(occasion.language), f"{occasion.base}/horinger/{occasion.slug}/"
    if is_published:
        yield words.page, f"{hearing}svar/{reply.number}/"
    if occasion.has_result:
        yield words.result, f"{hearing}resultat/"
    yield words.receipt, f"{occasion.base}/bevis/"


def contact_of(occasion: Occasion) -> str:
    """Who answers questions: name, and the address where it is told."""
    contact = occasion.definition.contact
    if contact is None:
        return ""
    parts = (contact.name, contact.title or "", contact.email or "")
    return ", ".join(" ".join(part.split()) for part in parts if part.strip())
