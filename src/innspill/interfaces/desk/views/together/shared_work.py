"""What these pages share: where the deciding of a hearing stands, read once, and assignments by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlencode

from django.utils.translation import gettext

from innspill.interfaces.desk.access import Desk
from innspill.interfaces.desk.places import place_word, question_name
from innspill.interfaces.desk.reading_forms import NONE
from innspill.interfaces.desk.together_forms import MINE, NOBODY, LeftFilter
from innspill.interfaces.ui import words
from innspill.interfaces.ui.templatetags.innspill import group_word
from innspill.pipeline import wiring
from innspill.shared.people import queries as people
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition, Text
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.assigned import (
    AssignmentShown,
    CommentState,
    Tally,
    day_of,
    tally,
)
from innspill.stages.deciding.queries import Work

PERSON, UNIT, ASSIGNMENT = "person-", "enhet-", "fordeling-"
"""In an address: all that a person was given, all that the unit of an assignment was, and one assignment."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of the board: what it counts, and the list that has just these comments."""

    name: str
    query: str
    tally: Tally
    assignment: AssignmentShown | None = None
    overdue: bool = False


class SharedWork:
    """The deciding of one hearing for one person."""

    def __init__(self, desk: Desk, slug: str) -> None:
        self.desk = desk
        self.hearing = desk.hearing_or_404(slug)
        self.now: datetime = wiring.clock().now()
        self.today: date = day_of(self.now, self.hearing.definition.timezone)

    @property
    def may(self) -> bool:
        """Whether this person may decide, and give comments away."""
        return self.desk.may(self.hearing.owner_id, "caseworker")

    @cached_property
    def work(self) -> Work:
        """Where it stands."""
        return deciding.work_of(self.hearing.id)

    @cached_property
    def themes(self) -> Mapping[int, str]:
        """The label of each theme that stands."""
        return analysis.theme_labels(self.hearing.id)

    @cached_property
    def colleagues(self) -> list[people.Colleague]:
        """Who may decide here."""
        return people.colleagues(self.hearing.owner_id)

    @cached_property
    def waiting(self) -> int:
        """How many comments wait for a second reader."""
        return self.work.tally.waiting

    def context(self, tab: str) -> dict[str, object]:
        """What every page has."""
        return {
            "at": "hearing",
            "tab": tab,
            "desk": self.desk,
            "hearing": self.hearing,
            "may": self.may,
            "today": self.today,
        }

    def named(self, assignment: AssignmentShown) -> str:
        """What an assignment holds, in words."""
        return assignment_words(assignment.wanted, self.hearing.definition, self.themes)

    def line(self, assignment: AssignmentShown) -> Counted:
        """An assignment as a line of the board."""
        query = urlencode({"tildeling": f"{ASSIGNMENT}{assignment.id}"})
        return Counted(
            self.named(assignment),
            query,
            assignment.tally,
            assignment,
            assignment.is_overdue(self.today),
        )

    def mine(self) -> list[AssignmentShown]:
        """What this person was given."""
        return [
            assignment
            for assignment in self.work.assignments
            if assignment.to_id == self.desk.user.pk
        ]

    def overdue(self) -> frozenset[int]:
        """The comments that are left of assignments whose day is over."""
        late = [
            assignment for assignment in self.work.assignments if assignment.is_overdue(self.today)
        ]
        held = self.work.of(late)
        return frozenset(one.id for one in self.work.states if one.id in held and one.word is None)

    def assignment_choices(self) -> list[tuple[str, str]]:
        """Whose comments can be listed: each colleague's, and each assignment's."""
        people_named = {
            f"{PERSON}{assignment.to_id}": assignment.to
            for assignment in self.work.assignments
            if assignment.to_id
        }
        units: dict[str, str] = {}
        for assignment in self.work.assignments:
            if assignment.to_id is None and assignment.to not in units.values():
                units[f"{UNIT}{assignment.id}"] = assignment.to
        assignments = [
            (f"{ASSIGNMENT}{assignment.id}", f"{assignment.to}: {self.named(assignment)}"[:100])
            for assignment in self.work.assignments
        ]
        return [*people_named.items(), *units.items(), *assignments]

    def kept(self, asked: LeftFilter) -> list[CommentState]:
        """The comments that the address asks for."""
        whose = self._whose(asked.asked("tildeling"))
        theme, question = asked.asked("tema"), asked.asked("sporsmal")
        shown = asked.asked("vis")
        late = self.overdue() if shown == "over" else frozenset()
        return [
            one
            for one in self.work.states
            if (whose is None or one.id in whose)
            and _in_theme(one, theme)
            and (question is None or one.question == ("" if question == NONE else question))
            and _is_shown(one, shown, late)
        ]

    def _whose(self, value: str | None) -> frozenset[int] | None:
        """The comments of a person or an assignment, or those that nobody was given; None for all."""
        if value is None:
            return None
        if value == NOBODY:
            return frozenset(one.id for one in self.work.states) - self.work.given
        if value == MINE:
            return self.work.of(self.mine())
        unit = {
            assignment.to
            for assignment in self.work.assignments
            if assignment.to_id is None and value == f"{UNIT}{assignment.id}"
        }
        return self.work.of(
            assignment
            for assignment in self.work.assignments
            if value in {f"{ASSIGNMENT}{assignment.id}", f"{PERSON}{assignment.to_id}"}
            or (assignment.to_id is None and assignment.to in unit)
        )

    def by_theme(self) -> list[Counted]:
        """A line for each theme that has comments, the largest first, and one for those in none."""
        held: dict[int, list[CommentState]] = {}
        for one in self.work.states:
            for theme in one.themes or (0,):
                held.setdefault(theme, []).append(one)
        largest = sorted(self.themes.items(), key=lambda each: -len(held.get(each[0], ())))
        named = [*largest, (0, gettext("Uten tema"))]
        return [
            Counted(label, urlencode({"tema": pk or NONE}), tally(held[pk]))
            for pk, label in named
            if pk in held
        ]

    def by_question(self) -> list[Counted]:
        """A line for each question that has comments, and one for text that belongs to none."""
        held: dict[str, list[CommentState]] = {}
        for one in self.work.states:
            held.setdefault(one.question, []).append(one)
        definition = self.hearing.definition
        ids = [each.id for each in definition.questions]
        return [
            Counted(
                question_name(question, definition),
                urlencode({"sporsmal": question or NONE}),
                tally(held[question]),
            )
            for question in [*ids, *sorted(set(held) - {*ids, ""}), ""]
            if question in held
        ]


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody was given in one hearing."""

    slug: str
    title: Text
    tally: Tally
    overdue: int
    sent_back: int = 0
    """Dispositions that a second reader sent back to this person."""


def own_work(desk: Desk, now: datetime) -> list[Own]:
    """What waits for this person, hearing by hearing: left of what was given, or sent back."""
    titles = {row.slug: row.title for row in consultations.listed_for(desk.owners)}
    found = []
    for own in deciding.mine(desk.user, desk.owners):
        slug, work = own.slug, own.work
        zone = consultations.timezone_of(slug)
        late = [
            assignment
            for assignment in work.assignments
            if assignment.is_overdue(day_of(now, zone))
        ]
        held = tally(work.states, work.of(work.assignments))
        if held.left or own.sent_back:
            over = tally(work.states, work.of(late)).left
            found.append(Own(slug, titles[slug], held, over, len(own.sent_back)))
    return found


def assignment_words(
    wanted: Mapping[str, str | int | bool], definition: Definition, themes: Mapping[int, str]
) -> str:
    """The filter of an assignment as people say it: "Tema: Gebyr · Spørsmål 3"."""
    return " · ".join(_said(wanted, definition, themes)) or gettext("Alle merknader")


def _said(
    wanted: Mapping[str, str | int | bool], definition: Definition, themes: Mapping[int, str]
) -> Iterable[str]:
    if (theme := wanted.get("theme")) is not None:
        label = themes.get(int(theme), gettext("et tema som er borte"))
        yield gettext("Tema: %(name)s") % {"name": label} if theme else gettext("Uten tema")
    if (question := wanted.get("question")) is not None:
        yield question_name(str(question), definition)
    if place := wanted.get("place"):
        yield place_word(str(place), definition)
    if (group := wanted.get("group")) is not None:
        name = group_word(str(group), definition) if group else gettext("Ikke på høringslisten")
        yield gettext("Gruppe: %(name)s") % {"name": name}
    if stance := wanted.get("stance"):
        yield gettext("Holdning: %(name)s") % {"name": words.word(stance, "stance")}
    if sought := wanted.get("words"):
        yield gettext("Med ordene «%(words)s»") % {"words": sought}
    if wanted.get("proposals"):
        yield gettext("Med forslag")


def _in_theme(one: CommentState, theme: str | None) -> bool:
    if theme is None:
        return True
    return not one.themes if theme == NONE else theme in {str(each) for each in one.themes}


def _is_shown(one: CommentState, shown: str | None, late: frozenset[int]) -> bool:
    if shown == "igjen":
        return one.word is None
    if shown == "vurdert":
        return one.word is not None
    if shown == "venter":
        return one.waits
    return shown != "over" or one.id in late
