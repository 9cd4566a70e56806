"""The child's side of `reading_jobs.py`: what each job does with the files that it is given.

A child that reads responses never rebuilds a file: what a job needs is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

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
    UNITS,
    WHICH_REPORT,
    Given,
    Job,
)
from innspill.shared.errors import BadInput
from innspill.stages.reading.core.responses import NamedBytes
from innspill.stages.reading.core.tools import NO_TOOLS, SECONDS_TO_CONVERT, Tools

Files = Sequence[NamedBytes]


def done(job: Job[Any], files: Files, given: Given, tools: Tools = NO_TOOLS) -> bytes:
    """The value of `job` as JSON. Raises BadInput for what the files hold."""
    return job.written(_WORK[job](files, given, tools))


def _outline(files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.stages.consultations.core.paper_outline import outline_of

    return outline_of(*files[0], given["language"])


def _hearing(files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.stages.reading.core.importing import import_hearing

    return import_hearing(files[0], files[1] if len(files) > 1 else None, **given)


def _definition(files: Files, _given: Given, _tools: Tools) -> Any:
    from innspill.stages.consultations.core.files import loads

    name, data = files[0]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(NO_TEXT, where=name, todo="Choose a .yaml file.") from error
    return loads(text, name)


def _entries(files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.stages.invitations.core.sheets import read_sheet

    return read_sheet(*files[0], given["group"])


def _units(files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.adapters.brreg import choose_from
    from innspill.stages.invitations.core.units import Choice

    name, data = files[0]
    return choose_from(data, name, TypeAdapter(Choice).validate_python(given["choice"]))


def _notice(files: Files, _given: Given, _tools: Tools) -> Any:
    from innspill.shared.bounces import notice_in

    return notice_in(files[0][1])


def _template(files: Files, _given: Given, _tools: Tools) -> Any:
    from innspill.stages.reports.core.word.template_check import check

    return check(files[0][1])


def _contents(_files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.stages.reading.core.collected import contents_of

    return contents_of(Path(given["path"]), given["kind"])


def _next(_files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.stages.reading.core.collected import next_in

    return next_in(Path(given["path"]), given["kind"], given["cursor"])


def _paper(_files: Files, given: Given, tools: Tools) -> Any:
    from innspill.adapters.rebuilding import paper_built

    return paper_built(given["paper"], tools)


def _pages(files: Files, given: Given, tools: Tools) -> Any:
    from innspill.adapters.rebuilding import pages_built
    from innspill.stages.publication.core.rebuilding.sheets import Cover
    from innspill.stages.publication.core.rebuilding.values import Source

    source = TypeAdapter(Source).validate_python(given["source"])
    cover = TypeAdapter(Cover).validate_python(given["cover"])
    return pages_built(*files[0], source, cover, tools)


def _check(files: Files, given: Given, tools: Tools) -> Any:
    from innspill.adapters.rebuilding import check
    from innspill.stages.publication.core.rebuilding.values import Secrets

    secrets = TypeAdapter(Secrets).validate_python(given["secrets"])
    return check(files[0][1], secrets, given["wording"], tools, pixels=bool(given["pixels"]))


def _which_report(files: Files, _given: Given, _tools: Tools) -> Any:
    from innspill.stages.reports.core.edited.word_file import which_report

    return which_report(*files[0])


def _edited_word(files: Files, given: Given, _tools: Tools) -> Any:
    from innspill.stages.reports.core.edited.word_file import read_word

    return read_word(*files[0], **given)


def _edited_sheet(files: Files, _given: Given, _tools: Tools) -> Any:
    from innspill.stages.reports.core.edited.sheet import read_sheet

    return read_sheet(*files[0])


def _final(files: Files, _given: Given, tools: Tools) -> Any:
    from innspill.stages.reports.core.final_cleaning import cleaned

    tools.more_time(SECONDS_TO_CONVERT)
    return cleaned(*files[0], tools.converter)


_WORK: Mapping[Job[Any], Callable[[Files, Given, Tools], Any]] = {
    OUTLINE: _outline, HEARING: _hearing, DEFINITION: _definition, ENTRIES: _entries,
    UNITS: _units, NOTICE: _notice, CONTENTS: _contents, NEXT: _next, PAPER: _paper,
    PAGES: _pages, TEMPLATE: _template, CHECK: _check, WHICH_REPORT: _which_report,
    FINAL: _final, EDITED_WORD: _edited_word, EDITED_SHEET: _edited_sheet,
}  # fmt: skip
