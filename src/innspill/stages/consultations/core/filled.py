"""A form filled in: what somebody answered, as the web form hands it in and the Word form shows it.

`schema: innspill/answer/1`. It stands by itself: the questions and boxes are in it as they were
shown, so that the file can be read without the hearing beside it.
"""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from innspill.stages.consultations.core.definition import Language

SCHEMA: Literal["innspill/answer/1"] = "innspill/answer/1"
Wish = Literal["none", "anonymous", "not-on-web"]
"""How a sender wishes their response to be published: as usual, without their name, not on the web."""
MEDIA_TYPE = "application/vnd.innspill.answer+json"
NAME = "svar.json"


class Part(BaseModel):
    """What every part of a filled form is: frozen, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MeasureGiven(Part):
    """One row of a table of measures (annex A of the seed hearing)."""

    name: str = ""
    responsible: str = ""
    relevant_for: str = ""
    description: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in the row."""
        return not (self.name or self.responsible or self.relevant_for or self.description)


class Offered(Part):
    """A box as it was shown, and whether it was ticked."""

    id: str
    text: str
    ticked: bool = False


class AnswerGiven(Part):
    r"""What was answered to one question. Paragraphs of `text` are parted by "\n\n"."""

    question: str
    asked: str
    offered: tuple[Offered, ...] = ()
    text: str = ""
    measures: tuple[MeasureGiven, ...] = ()

    @property
    def ticks(self) -> tuple[str, ...]:
        """The ids of the boxes that were ticked, in order."""
        return tuple(one.id for one in self.offered if one.ticked)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not (self.ticks or self.text.strip() or self.measures)


class SenderGiven(Part):
    """Who answers: an organisation or a private person, as they name themselves."""

    name: str
    number: str = ""
    kind: Literal["organisation", "person"] = "organisation"


class FileGiven(Part):
    """A file that was attached: to which question (empty: to the whole), and what it is."""

    name: str
    question: str = ""
    kind: Literal["attachment", "decision"] = "attachment"


class FilledForm(Part):
    """A whole response. The first sender answers; further ones make it a joint response."""

    schema_: Literal["innspill/answer/1"] = Field(default=SCHEMA, alias="schema")
    case_number: str
    title: str
    edition: int = 1
    language: Language = "nb"
    senders: tuple[SenderGiven, ...] = ()
    contact: str = ""
    """The person to ask, and how to reach them."""
    answers: tuple[AnswerGiven, ...] = ()
    no_remarks: bool = False
    """Whether they say outright that they have no remarks."""
    supports: str = ""
    """The body whose response they join, as it is named."""
    comment: str = ""
    """What they want to say beside the questions."""
    files: tuple[FileGiven, ...] = ()
    wish: Wish = "none"
    """How they wish it to be published."""

    def answer(self, question_id: str) -> AnswerGiven | None:
        """The answer to one question, or None."""
        return next((one for one in self.answers if one.question == question_id), None)


def says_the_same(one: FilledForm, other: FilledForm) -> bool:
    """Whether two forms are the same but for the list of files."""
    return one.model_copy(update={"files": ()}) == other.model_copy(update={"files": ()})


def to_bytes(form: FilledForm) -> bytes:
    """The file that is handed in: UTF-8 JSON, the same bytes for the same form."""
    content = form.model_dump(mode="json", by_alias=True)
    if form.wish == "none":
        del content["wish"]  # as forms from before there were wishes
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def from_bytes(data: bytes) -> FilledForm:
    """The form that `to_bytes` wrote. Raises ValueError where it is none."""
    return FilledForm.model_validate_json(data)
