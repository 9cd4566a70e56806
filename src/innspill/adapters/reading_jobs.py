"""What the reading child does beside reading deliveries: uploads at the desk, mails that came back,
public files built and read again.

The table is closed: the parent names a job, and no other code can be asked for. A job's value comes
back as JSON and is held against its type, so that nothing in a file can become anything else. This
is what both sides know; the child's own side is `reading_work.py`, and with it all that reads
files: whoever asks for a job starts without.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Generic, Optional, TypeVar

from pydantic import TypeAdapter

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.outline_faults import FAULTS, WrongPaper

if TYPE_CHECKING:
    from innspill.adapters.rebuilding import Built
    from innspill.shared.bounces import Notice
    from innspill.stages.consultations.core.definition import Definition
    from innspill.stages.consultations.core.paper_outline import Outline
    from innspill.stages.invitations.core.entries import Parsed
    from innspill.stages.invitations.core.units import Unit
    from innspill.stages.reading.core.collected import Contents, Unpacked
    from innspill.stages.reports.core.edited.sheet import SheetRead
    from innspill.stages.reports.core.edited.word_file import EditedFile
    from innspill.stages.reports.core.final_cleaning import Cleaned
    from innspill.stages.reports.core.word.template_check import TemplateChecked

Value = TypeVar("Value")
Given = Mapping[str, Any]
"""What a job is told beside the files: plain JSON."""
NO_TEXT = "is no text"
_LONGEST = 500
"""Characters of a fault that are passed on."""
_STAGES = "innspill.stages"


@dataclass(frozen=True)
class Job(Generic[Value]):
    """A job by its name, the type of its value, and the processor seconds that it may take.

    `gives` is where the type stands ("module:name"), `of` what it is one of: a list, or nothing.
    """

    name: str
    gives: str
    cpu_seconds: int = 10
    of: Any = None

    @cached_property
    def _type(self) -> TypeAdapter[Value]:
        one = resolve_name(self.gives)
        return TypeAdapter(self.of[one] if self.of else one)

    def written(self, value: Value) -> bytes:
        """The value as JSON."""
        return self._type.dump_json(value, by_alias=True)

    def read(self, data: bytes) -> Value:
        """The value again. Raises ValueError where `data` is no such value."""
        return self._type.validate_json(data)


_DEFINITION = f"{_STAGES}.consultations.core.definition:Definition"
_BUILT = "innspill.adapters.rebuilding:Built"
OUTLINE: Job[Outline] = Job("outline", f"{_STAGES}.consultations.core.paper_outline:Outline")
HEARING: Job[Definition] = Job("hearing", _DEFINITION, 20)
DEFINITION: Job[Definition] = Job("definition", _DEFINITION)
ENTRIES: Job[Parsed] = Job("entries", f"{_STAGES}.invitations.core.entries:Parsed")
UNITS: Job[list[Unit]] = Job("units", f"{_STAGES}.invitations.core.units:Unit", 60, list)
NOTICE: Job[Notice | None] = Job("notice", "innspill.shared.bounces:Notice", of=Optional)
CONTENTS: Job[Contents] = Job("contents", f"{_STAGES}.reading.core.collected:Contents", 20)
NEXT: Job[Unpacked | None] = Job("next", f"{_STAGES}.reading.core.collected:Unpacked", 30, Optional)
PAPER: Job[Built] = Job("paper", _BUILT, 30)
PAGES: Job[Built] = Job("pages", _BUILT, 30)
TEMPLATE: Job[TemplateChecked] = Job(
    "template", f"{_STAGES}.reports.core.word.template_check:TemplateChecked", 20
)
CHECK: Job[str] = Job("check", "builtins:str", 30)
WHICH_REPORT: Job[str] = Job("which-report", "builtins:str")
FINAL: Job[Cleaned] = Job("final", f"{_STAGES}.reports.core.final_cleaning:Cleaned", 30)
EDITED_WORD: Job[EditedFile] = Job(
    "edited-word", f"{_STAGES}.reports.core.edited.word_file:EditedFile", 30
)
EDITED_SHEET: Job[SheetRead] = Job(
    "edited-sheet", f"{_STAGES}.reports.core.edited.sheet:SheetRead", 30
)
_JOBS: Mapping[str, Job[Any]] = {
    job.name: job
    for job in (
        OUTLINE, HEARING, DEFINITION, ENTRIES, UNITS, CONTENTS, NEXT, NOTICE, PAPER, PAGES, CHECK,
        WHICH_REPORT, EDITED_WORD, EDITED_SHEET,
        TEMPLATE, FINAL,
    )
}  # fmt: skip


def job_called(name: str) -> Job[Any]:
    """The job of that name. Raises KeyError."""
    return _JOBS[name]


def fault_written(error: BadInput) -> bytes:
    """What is wrong with the files, as JSON."""
    code = error.code if isinstance(error, WrongPaper) else ""
    said = {"code": code, "what": error.what, "where": error.where, "todo": error.todo}
    return json.dumps({key: text[:_LONGEST] for key, text in said.items()}).encode()


def fault_read(data: bytes) -> BadInput:
    """What the child says is wrong. Raises ValueError where it says something else."""
    said = TypeAdapter(dict[str, str]).validate_json(data)
    if said.keys() != {"code", "what", "where", "todo"}:
        raise ValueError("the reader gave no sensible answer")
    if said["code"] in FAULTS:
        return WrongPaper(said["code"], said["what"], where=said["where"])
    return BadInput(said["what"], where=said["where"], todo=said["todo"])
