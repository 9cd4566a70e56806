"""What every list of comments on the desk has: the hearing, its names, and comments made ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from innspill.interfaces.desk.access import Desk
from innspill.interfaces.desk.marked import marked
from innspill.interfaces.desk.places import place_word, question_name
from innspill.interfaces.desk.reading_forms import STANCES
from innspill.interfaces.ui import words
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow, SuggestionShown
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.register import queries as register


@dataclass(frozen=True, slots=True)
class Shown:
    """A comment as the page shows it."""

    comment: CommentRow
    pieces: tuple[tuple[str, str], ...]
    """Its text cut at its marks: words, names of the marks on them."""
    question: str
    themes: tuple[tuple[int, str], ...]
    links: tuple[tuple[str, str], ...]
    stance: SuggestionShown | None


class Room:
    """The analysis of one hearing for one person: what its pages share, read once."""

    def __init__(self, desk: Desk, slug: str) -> None:
        self.desk = desk
        self.hearing: ConsultationShown = desk.hearing_or_404(slug)

    @property
    def may(self) -> bool:
        """Whether this person may say anything."""
        return self.desk.may(self.hearing.owner_id, "caseworker")

    def comment_or_404(self, comment_id: int) -> CommentRow:
        """A comment that stands in this hearing. Raises Http404."""
        for row in analysis.comments_by_id([comment_id]):
            if row.consultation_slug == self.hearing.slug:
                return row
        raise Http404

    @cached_property
    def themes(self) -> Mapping[int, str]:
        """The label of each theme that stands."""
        return analysis.theme_labels(self.hearing.id)

    @cached_property
    def senders(self) -> Mapping[int, str]:
        """The name behind the number of each response that stands."""
        rows = register.responses(self.hearing.slug, self.desk.owners, standing="current")
        return {row.number: row.name or row.reference for row in rows}

    def answer_of(self, mention: SuggestionShown) -> int | None:
        """The number of the response that `mention` speaks of, where that body has answered."""
        if mention.said.get("kind") != "statement":
            return None
        name = str(mention.said.get("name", "")).casefold()
        return next((no for no, sender in self.senders.items() if sender.casefold() == name), None)

    def shown(
        self, rows: Iterable[CommentRow], found: str = "",
        **named: Mapping[int, Sequence[tuple[int, int]]],
    ) -> list[Shown]:  # fmt: skip
        """Comments made ready: words that were searched for, proposals, and what is `named` marked."""
        return [self._shown(row, found, named) for row in rows]

    def context(self, tab: str) -> dict[str, object]:
        """What every page of the analysis is made with."""
        return {
            "at": "hearing",
            "tab": tab,
            "desk": self.desk,
            "hearing": self.hearing,
            "may": self.may,
            "stances": [
                (str(key), value, words.TABLES["stance"][value])
                for key, value in enumerate(STANCES, start=1)
            ],
            "all_themes": self.themes,
        }

    def _shown(
        self,
        row: CommentRow,
        found: str,
        named: Mapping[str, Mapping[int, Sequence[tuple[int, int]]]],
    ) -> Shown:
        definition = self.hearing.definition
        spans = [(each.start, each.end, "hit") for each in analysis.found_in(row.text, found)]
        spans += [(each.span.start, each.span.end, "asks") for each in row.asked_for]
        spans += [
            (*place, name) for name, places in named.items() for place in places.get(row.id, ())
        ]
        return Shown(
            comment=row,
            pieces=tuple(marked(row.text, spans)),
            question=question_name(row.question, definition),
            themes=tuple((pk, self.themes.get(pk, str(pk))) for pk in row.themes),
            links=tuple((place, place_word(place, definition)) for place in row.links),
            stance=row.label("stance"),
        )
