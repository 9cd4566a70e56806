"""The child's side of `reading_jobs.py`: what each job does with the files that it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from innspill.adapters import brreg, rebuilding
from innspill.adapters.reading_jobs import (
    CHECK,
    CONTENTS,
    DEFINITION,
    EDITED_SHEET,
    EDITED_WORD,
    ENTRIES,
    FINAL,
    HEARING,
    NEXT,
    NO_TEXT,
    NOTICE,
    OUTLINE,
    PAGES,
    PAPER,
    TEMPLATE,
    WHICH_REPORT,
    Given,
    Job,
)
from innspill.shared.bounces import notice_in
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core import files as definitions
from innspill.stages.consultations.core import paper_outline
from innspill.stages.invitations.core import sheets
from innspill.stages.invitations.core.units import Choice
from innspill.stages.publication.core.rebuilding.sheets import Cover
from innspill.stages.publication.core.rebuilding.values import Secrets, Source
from innspill.stages.reading.core.collected import contents_of, next_in
from innspill.stages.reading.core.importing import import_hearing
from innspill.stages.reading.core.responses import NamedBytes
from innspill.stages.reading.core.tools import NO_TOOLS, SECONDS_TO_CONVERT, Tools
from innspill.stages.reports.core.edited import sheet, word_file
from innspill.stages.reports.core.final_cleaning import Cleaned, cleaned
from innspill.stages.reports.core.word import template_check


def done(
    job: Job[Any], files: Sequence[NamedBytes], given: Given, tools: Tools = NO_TOOLS
) -> bytes:
    """The value of `job` as JSON. Raises BadInput for what the files hold."""
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


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(NO_TEXT, where=name, todo="Choose a .yaml file.") from error
