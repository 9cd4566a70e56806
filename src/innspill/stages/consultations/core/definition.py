"""The definition of a consultation: one file from which page, forms and counts are made.

`schema: innspill/consultation/1`. Texts are by language (`{nb: …, nn: …, en: …}`); names of
bodies, groups and people are names and stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SCHEMA = "innspill/consultation/1"
LANGUAGES = ("nb", "nn", "en")

Language = Literal["nb", "nn", "en"]
Text = dict[Language, str]
Status = Literal["draft", "open", "closed", "assessment", "finished"]
Effect = Literal["supports", "criticises", "neutral"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
ChapterKind = Literal["chapter", "annex", "focus-area", "section", "goal", "measure"]
"""What a part of a paper is. A section is a paragraph of a law or of provisions: "section 10-9"."""
QuestionKind = Literal["choice", "scale", "text", "measures", "attachments"]
WithoutAPerson = Literal["clean", "masked", "never"]
Rule = Literal["utredningsinstruksen", "fvl-1967-37", "fvl-2025-95", "own"]
Reference = Annotated[
    str, StringConstraints(pattern=r"^(chapter|annex|focus-area|section|goal|measure) \S.{0,40}$")
]
"""What a question refers to: "chapter 2", "annex A", "focus-area 1", "section 10-9", "measure 3.3"."""


def in_language(text: Mapping[Language, str], language: str) -> str:
    """`text` in `language`, else in the first language that it has, else nothing."""
    return chosen(text, language)[0]


def chosen(text: Mapping[Language, str], language: str) -> tuple[str, str]:
    """`text` as `in_language` gives it, and the language that it was found in."""
    for candidate in (language, *LANGUAGES):
        found = text.get(candidate)  # type: ignore[call-overload]
        if found:
            return str(found), candidate
    return "", language


class Part(BaseModel):
    """What every part of a definition is: frozen, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Part):
    """One box to tick. `effect` says what a tick means for what is heard."""

    id: Name
    text: Text
    effect: Effect = "neutral"


class Condition(Part):
    """That a question is asked only of those who ticked one of `choices` at `question`."""

    question: str
    choices: tuple[str, ...]


class Question(Part):
    """One question of the form. `page_questions` are the page's own questions it answers to.

    Every kind has room for text. "choice" and "scale" have boxes too (a scale's stand in order,
    from one end to the other), "measures" a table of `Measure`s, "attachments" asks for files.
    """

    id: Name
    text: Text
    kind: QuestionKind = "choice"
    guidance: Text = {}
    choices: tuple[Choice, ...] = ()
    many: bool = False
    """Whether several boxes may be ticked at once."""
    condition: Condition | None = None
    for_groups: tuple[str, ...] = ()
    """Ids of the target groups that it is meant for; empty means everybody."""
    refers_to: tuple[Reference, ...] = ()
    page_questions: tuple[str, ...] = ()


class PageQuestion(Part):
    """A question as the hearing page puts it, which may differ from the form."""

    id: Name
    text: Text


class Chapter(Part):
    """A chapter of a paper, or another part that comments are about. `within` is the chapter it belongs to."""

    id: Name
    kind: ChapterKind = "chapter"
    title: Text
    within: str | None = None
    passages: tuple[Text, ...] = ()
    """Its paragraphs, in order, to be shown beside the questions that refer to it."""


class PaperFile(Part):
    """A file of a paper for the public to take home; the bytes lie under `sha256`."""

    name: Name
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: int
    language: Language | None = None


class Paper(Part):
    """A document that is heard."""

    id: Name
    title: Text
    chapters: tuple[Chapter, ...] = ()
    files: tuple[PaperFile, ...] = ()


class TargetGroup(Part):
    """A kind of respondents that the hearing is meant for ("Kommuner")."""

    id: Name
    name: Text


class Term(Part):
    """A word or abbreviation of the hearing, explained on the page and in the forms."""

    word: Name
    explanation: Text


class Member(Part):
    """An invited body. A collective one ("Landets kommuner") stands for its members."""

    name: Name
    collective: bool = False
    aliases: tuple[Name, ...] = ()


class Group(Part):
    """Invited bodies of one kind. `translations` is the group's name in other languages."""

    name: Name
    translations: Text = {}
    members: tuple[Member, ...] = ()


class Late(Part):
    """What happens to responses after the deadline. They are never refused."""

    policy: Literal["forward", "include", "set-aside"] = "include"
    to: Name | None = None


class Contact(Part):
    """Who answers questions. `email` is None where the source hid it."""

    name: Name
    title: str | None = None
    email: str | None = None


class Link(Part):
    """An address with its name: a recording, slides."""

    name: Text
    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2000)]


class Event(Part):
    """A webinar or meeting about the hearing, with its recording and slides as links."""

    kind: Literal["webinar", "meeting"] = "webinar"
    starts: datetime | None = None
    title: Text = {}
    place: str | None = None
    materials: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()


class Section(Part):
    """A section of the hearing page: heading and paragraphs (a line "• …" is a list item)."""

    heading: Text
    paragraphs: tuple[Text, ...] = ()


class Definition(Part):
    """A whole consultation, as `FILE.yaml` gives it."""

    schema_: Literal["innspill/consultation/1"] = Field(alias="schema")
    case_number: Name
    title: Text
    owner: Name
    status: Status
    opens: date | None = None
    deadline: date | None = None
    """The last day; it ends at the next midnight in `timezone`."""
    assessment_from: date | None = None
    """The day that the assessment begins; without it, a person says so."""
    finishes: date | None = None
    """The day that the result is meant to be ready."""
    rule: Rule = "utredningsinstruksen"
    """Which rule the length of the hearing is held against."""
    short_reason: Text = {}
    """Why the hearing is shorter than the rule; shown on the page."""
    state_body: bool = False
    """Whether språklova § 14 binds the owner: nothing is opened before bokmål and nynorsk are there."""
    timezone: str = "Europe/Oslo"
    late: Late = Late()
    one_response_per: Literal["organisation", "none"] = "none"
    published: Literal["all", "none"] = "all"
    publish_without_a_person: WithoutAPerson = "never"
    """What is published before a person has looked: nothing, organisations' responses without any
    finding ("clean"), or those with sure findings too, which are withheld ("masked").
    """
    contact: Contact | None = None
    submit_email: str | None = None
    summary: Text = {}
    sections: tuple[Section, ...] = ()
    events: tuple[Event, ...] = ()
    phases: dict[Status, Text] = {}
    """What the page says in each phase, besides what it says by itself."""
    target_groups: tuple[TargetGroup, ...] = ()
    glossary: tuple[Term, ...] = ()
    papers: tuple[Paper, ...] = ()
    page_questions: tuple[PageQuestion, ...] = ()
    questions: tuple[Question, ...] = ()
    form_wording: tuple[str, ...] = ()
    """Lines of the form that are nobody's answer: its heading and introduction."""
    bodies: tuple[Group, ...] = ()

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError where there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)
