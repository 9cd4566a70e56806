"""What the reading child does beside reading deliveries: uploads at the desk, mails that came back,
public files built and read again.

The table is closed: the parent names a job, and no other code can be asked for. A job's value comes
back as JSON and is held against its type, so that nothing in a file can become anything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from innspill.adapters import brreg, rebuilding
from innspill.shared.bounces import Notice, notice_in
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core import files as definitions
from innspill.stages.consultations.core import paper_outline
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.outline_faults import FAULTS, WrongPaper
from innspill.stages.consultations.core.paper_outline import Outline
from innspill.stages.invitations.core import sheets
from innspill.stages.invitations.core.entries import Parsed
from innspill.stages.invitations.core.units import Choice, Unit
from innspill.stages.publication.core.rebuilding.sheets import Cover
from innspill.stages.publication.core.rebuilding.values import Secrets, Source
from innspill.stages.reading.core.collected import Contents, Unpacked, contents_of, next_in
from innspill.stages.reading.core.importing import import_hearing
from innspill.stages.reading.core.responses import NamedBytes
from innspill.stages.reading.core.tools import NO_TOOLS, SECONDS_TO_CONVERT, Tools
from innspill.stages.reports.core.edited import sheet, word_file
from innspill.stages.reports.core.final_cleaning import Cleaned, cleaned
from innspill.stages.reports.core.word import template_check
from innspill.stages.reports.core.word.template_check import TemplateChecked

Value = TypeVar("Value")
Given = Mapping[str, Any]
"""What a job is told beside the files: plain JSON."""
NO_TEXT = "is no text"
_LONGEST = 500
"""Characters of a fault that are passed on."""


@dataclass(frozen=True)
class Job(Generic[Value]):
    """A job by its name, the type of its value, and the processor seconds that it may take."""

    name: str
    gives: Any
    cpu_seconds: int = 10

    @cached_property
    def _type(self) -> TypeAdapter[Value]:
        return TypeAdapter(self.gives)

    def written(self, value: Value) -> bytes:
        """The value as JSON."""
        return self._type.dump_json(value, by_alias=True)

    def read(self, data: bytes) -> Value:
        """The value again. Raises ValueError where `data` is no such value."""
        return self._type.validate_json(data)


OUTLINE: Job[Outline] = Job("outline", Outline)
HEARING: Job[Definition] = Job("hearing", Definition, 20)
DEFINITION: Job[Definition] = Job("definition", Definition)
ENTRIES: Job[Parsed] = Job("entries", Parsed)
UNITS: Job[list[Unit]] = Job("units", list[Unit], 60)
NOTICE: Job[Notice | None] = Job("notice", Notice | None)
CONTENTS: Job[Contents] = Job("contents", Contents, 20)
NEXT: Job[Unpacked | None] = Job("next", Unpacked | None, 30)
PAPER: Job[rebuilding.Built] = Job("paper", rebuilding.Built, 30)
PAGES: Job[rebuilding.Built] = Job("pages", rebuilding.Built, 30)
TEMPLATE: Job[TemplateChecked] = Job("template", TemplateChecked, 20)
CHECK: Job[str] = Job("check", str, 30)
WHICH_REPORT: Job[str] = Job("which-report", str)
FINAL: Job[Cleaned] = Job("final", Cleaned, 30)
EDITED_WORD: Job[word_file.EditedFile] = Job("edited-word", word_file.EditedFile, 30)
EDITED_SHEET: Job[sheet.SheetRead] = Job("edited-sheet", sheet.SheetRead, 30)
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


def done(
    job: Job[Any], files: Sequence[NamedBytes], given: Given, tools: Tools = NO_TOOLS
) -> bytes:
    """The value of `job` as JSON: the child's side. Raises BadInput for what the files hold."""
    if job in _ROOMS:
        return job.written(_ROOMS[job](job, files[0], given, tools))
    name, data = files[0]
    value: Any
    if job is OUTLINE:
        value = paper_outline.outline_of(name, data, given["language"])
    elif job is HEARING:
        value = import_hearing(files[0], files[1] if len(files) > 1 else None, **given)
    elif job is DEFINITION:
        value = definitions.loads(_text(name, data), name)
    elif job is ENTRIES:
        value = sheets.read_sheet(name, data, given["group"])
    elif job is NOTICE:
        value = notice_in(data)
    elif job is TEMPLATE:
        value = template_check.check(data)
    elif job is CONTENTS:
        value = contents_of(Path(given["path"]), given["kind"])
    elif job is NEXT:
        value = next_in(Path(given["path"]), given["kind"], given["cursor"])
    else:
        choice = TypeAdapter(Choice).validate_python(given["choice"])
        value = brreg.choose_from(data, name, choice)
    return job.written(value)


def _rebuilt(job: Job[Any], file: NamedBytes, given: Given, tools: Tools) -> rebuilding.Built | str:
    name, data = file
    if job is PAPER:
        return rebuilding.paper_built(given["paper"], tools)
    if job is CHECK:
        secrets = TypeAdapter(Secrets).validate_python(given["secrets"])
        pixels = bool(given["pixels"])
        return rebuilding.check(data, secrets, given["wording"], tools, pixels=pixels)
    source = TypeAdapter(Source).validate_python(given["source"])
    cover = TypeAdapter(Cover).validate_python(given["cover"])
    return rebuilding.pages_built(name, data, source, cover, tools)


def _edited(job: Job[Any], file: NamedBytes, given: Given, _tools: Tools) -> Any:
    """What somebody did to a report's file."""
    name, data = file
    if job is WHICH_REPORT:
        return word_file.which_report(name, data)
    return (
        word_file.read_word(name, data, **given)
        if job is EDITED_WORD
        else sheet.read_sheet(name, data)
    )


def _final(_job: Job[Any], file: NamedBytes, _given: Given, tools: Tools) -> Cleaned:
    """The file of a decision, without what it carries."""
    tools.more_time(SECONDS_TO_CONVERT)
    return cleaned(*file, tools.converter)


_ROOMS: Mapping[Job[Any], Callable[[Job[Any], NamedBytes, Given, Tools], Any]] = {
    PAPER: _rebuilt, PAGES: _rebuilt, CHECK: _rebuilt,
    WHICH_REPORT: _edited, EDITED_WORD: _edited, EDITED_SHEET: _edited,
    FINAL: _final,
}  # fmt: skip
"""Jobs on one file that have a function of their own."""


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


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(NO_TEXT, where=name, todo="Choose a .yaml file.") from error
