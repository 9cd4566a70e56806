"""What the pages of deciding share: the hearing, its filter, its standard reasons and changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from innspill.interfaces.desk.deciding_forms import DecidingFilter, WordForm
from innspill.interfaces.desk.views.analysis.rows import Room, Shown
from innspill.interfaces.ui import words
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import ChangeShown, DispositionShown, Target
from innspill.stages.deciding.queries import OUTCOMES, DecidedRow, ReasonShown


@dataclass(frozen=True, slots=True)
class RowShown:
    """A comment with what was decided on it, as a list shows it."""

    decided: DecidedRow
    one: Shown

    @property
    def choice(self) -> str:
        """What its box sends: the comment, and the disposition that was seen on it."""
        return f"{self.decided.comment.id}:{self.decided.seen or ''}"


@dataclass(frozen=True, slots=True)
class SaidShown:
    """A word with what it was said of: a name and an address."""

    said: DispositionShown
    name: str
    address: str


class DecidingRoom(Room):
    """Deciding in one hearing for one person: what its pages share, read once."""

    @cached_property
    def reasons(self) -> list[ReasonShown]:
        """The standard reasons."""
        return deciding.all_reasons(self.hearing.id)

    @cached_property
    def theme_names(self) -> Mapping[int, str]:
        """What each theme is called, those too that are gone or merged into another."""
        return analysis.theme_names(self.hearing.id)

    @cached_property
    def changes(self) -> list[ChangeShown]:
        """The changes of the text that stand."""
        return deciding.all_text_changes(self.hearing.id)

    @cached_property
    def is_finished(self) -> bool:
        """Whether what was decided is locked."""
        return deciding.is_finished(self.hearing.id)

    def may_write(self, request: HttpRequest) -> bool:
        """Whether a page has its form: not where all is locked, but with what was typed meanwhile."""
        return self.may and (request.method == "POST" or not self.is_finished)

    def filter_of(self, request: HttpRequest) -> DecidingFilter:
        """The filter in the address."""
        return DecidingFilter(
            request.GET, definition=self.hearing.definition, themes=self.themes,
            senders=self.senders,
        )  # fmt: skip

    def form(self, data: Any = None, initial: Mapping[str, Any] | None = None) -> WordForm:
        """The form that decides."""
        return WordForm(
            data, definition=self.hearing.definition, reasons=self.reasons, changes=self.changes,
            initial=initial,
        )  # fmt: skip

    def rows(self, found: Iterable[DecidedRow], words_found: str = "") -> list[RowShown]:
        """Comments made ready for a list."""
        held = list(found)
        ready = self.shown([row.comment for row in held], words_found)
        return [RowShown(row, one) for row, one in zip(held, ready, strict=True)]

    def said_of(self, said: Iterable[DispositionShown]) -> list[SaidShown]:
        """Words with the names and addresses of what they were said of."""
        held = list(said)
        comments = deciding.comments_of(self.hearing.id, held)
        return [
            SaidShown(each, *self.named(each.target, comments.get(each.target.key)))
            for each in held
        ]

    def named(self, target: Target, comment: CommentRow | None) -> tuple[str, str]:
        """What a target is called, and where it is decided on; no address where it is gone."""
        slug = self.hearing.slug
        if target.scope == "theme":
            theme = int(target.key)
            address = reverse("desk:decide-theme", args=[slug, theme])
            name = self.theme_names.get(theme, target.key)
            return name, address if theme in self.themes else ""
        if comment is None:
            return "", ""
        name = "decide-like" if target.scope == "like" else "decide-comment"
        return f"{comment.name}, {comment.reference}", reverse(
            f"desk:{name}", args=[slug, comment.id]
        )

    def context(self, tab: str) -> dict[str, object]:
        """What every page of deciding is made with."""
        return super().context(tab) | {
            "deciding_tab": tab,
            "is_locked": self.is_finished,
            "outcomes": [
                (str(key), value, words.OUTCOME[value])
                for key, value in enumerate(OUTCOMES, start=1)
            ],
        }


def passage_of(definition: Definition, place: str) -> str:
    """The text of a place of the papers, as far as the set-up has it."""
    for paper in definition.papers:
        for chapter in paper.chapters:
            if f"{chapter.kind} {chapter.id}" == place:
                return "\n\n".join(in_language(text, "nb") for text in chapter.passages)
    return ""
