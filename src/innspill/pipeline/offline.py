"""The journey without a database: a folder of responses to results.

folder → reading → register → publication → analysis → reports, each step a core's function,
values in and values out. The same rules as the journey with a database, which stores what is
only passed on here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from innspill.pipeline.offline_analysis import (
    glossary_jsonl,
    measures_jsonl,
    missing_jsonl,
    passages_jsonl,
    requirements_jsonl,
    themes_jsonl,
)
from innspill.pipeline.offline_lines import comments_jsonl, responses_jsonl
from innspill.pipeline.offline_reading import read_folder
from innspill.pipeline.offline_sums import ledger_of
from innspill.pipeline.offline_values import Delivered, Progress, Results, Shown
from innspill.pipeline.offline_writing import check_place, write_all
from innspill.shared.errors import BadInput
from innspill.stages.analysis.core.analyse import analyse
from innspill.stages.consultations.core.definition import LANGUAGES, Definition
from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.register.core.standing import received_or_never, sort_out
from innspill.stages.register.core.values import Registered
from innspill.stages.reports.core.answers_csv import answers_csv
from innspill.stages.reports.core.excel.workbook import write_excel
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.left import left_of
from innspill.stages.reports.core.made_parts import parts_for
from innspill.stages.reports.core.matrix import matrix_csv
from innspill.stages.reports.core.pdf.document import write_pdf
from innspill.stages.reports.core.theming import themes_found
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import ReportInput, State, Told
from innspill.stages.reports.core.web.document import index_html
from innspill.stages.reports.core.word.document import write_word

OUTPUTS = (
    "responses.jsonl", "answers.csv", "comments.jsonl", "themes.jsonl", "passages.jsonl",
    "measures.jsonl", "missing.jsonl", "requirements.jsonl", "glossary.jsonl", "matrix.csv",
    "report.pdf", "report.docx", "report.xlsx", "index.html",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Analysed:
    """What a run did: the results, and remarks for whoever ran it."""

    results: Results
    remarks: tuple[str, ...]


def analyse_folder(
    folder: Path,
    definition: Definition,
    out: Path,
    *,
    made_at: datetime | None = None,
    language: str | None = None,
    progress: Progress | None = None,
) -> Analysed:
    """Reads every file in `folder`, analyses the responses and writes OUTPUTS into `out`.

    `made_at` is the time printed in the report. Raises BadInput for a missing or empty folder,
    a damaged received.csv, an `out` that cannot be written to, or where not one file could be
    read; then nothing is written.
    """
    check_place(out, folder)
    delivered, remarks = read_folder(folder, definition, leave_out=out, progress=progress)
    results = results_of(delivered, definition)
    if not results.responses:
        raise BadInput(
            f"none of the {len(delivered)} files could be read ({'; '.join(unread(results)[:3])})",
            where=str(folder),
            todo="Check that these are the responses.",
        )
    write_all(out, outputs_of(results, made_at=made_at, language=language))
    return Analysed(results, remarks)


def results_of(delivered: Sequence[Delivered], definition: Definition) -> Results:
    """Registers, renders and analyses what was delivered, and draws up the two sums."""
    arrived = [(read, each.arrival) for each in delivered for read in each.reads]
    sorted_out = sort_out(definition, arrived)
    ordered = _in_order_of_receipt(delivered)
    numbers = {each.file: number for number, each in enumerate(ordered, start=1)}
    responses = tuple(
        _shown(each, definition, numbers[_delivery(each.read.file)])
        for each in sorted_out.registered
    )
    aside = tuple((numbers[_delivery(each.read.file)], each) for each in sorted_out.set_aside)
    current = [each.rendered.public for each in responses if each.registered.standing == "current"]
    return Results(
        definition=definition,
        responses=responses,
        set_aside=aside,
        analysis=analyse(current, definition),
        ledger=ledger_of(ordered, responses, aside),
    )


def unread(results: Results) -> tuple[str, ...]:
    """One line for each file that could not be read: which, and why."""
    return tuple(
        f"{each.read.file}: {each.read.problem or 'it could not be read'}"
        for _, each in results.set_aside
        if each.reason == "unreadable"
    )


def outputs_of(
    results: Results, *, made_at: datetime | None = None, language: str | None = None
) -> dict[str, bytes]:
    """The files of OUTPUTS by name. `language` is that of the report: nb, nn or en."""
    report = ReportInput(
        definition=results.definition,
        language=language or _language(results.definition),
        made_at=made_at,
        responses=results.reported,
        analysis=results.analysis,
        decided=(),
        ledger=results.ledger,
        told=Told(themes=themes_found(results.analysis)),
    )
    figures = count(report)
    parts = parts_for("summary", figures, report)
    left = left_of(report, parts, decides=False)
    page = title_page(figures, report, kind="summary", left=left)
    texts = {
        "responses.jsonl": responses_jsonl(results),
        "answers.csv": answers_csv(report),
        "comments.jsonl": comments_jsonl(results),
        "themes.jsonl": themes_jsonl(results),
        "passages.jsonl": passages_jsonl(results),
        "measures.jsonl": measures_jsonl(results),
        "missing.jsonl": missing_jsonl(results),
        "requirements.jsonl": requirements_jsonl(results),
        "glossary.jsonl": glossary_jsonl(results),
        "matrix.csv": matrix_csv(report),
        "index.html": index_html(figures, report, page, parts),
    }
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    files |= {
        "report.pdf": write_pdf(figures, page, parts),
        "report.docx": write_word(figures, page, parts),
        "report.xlsx": write_excel(figures, report, left=left),
    }
    return {name: files[name] for name in OUTPUTS}


def _shown(registered: Registered, definition: Definition, delivery: int) -> Shown:
    rendered = render(registered, definition)
    return Shown(registered, rendered, _state(rendered, definition), delivery)


def _state(rendered: Rendered, definition: Definition) -> State:
    if rendered.doubts:
        return "waiting"
    return "published" if definition.published == "all" else "withheld"


def _in_order_of_receipt(delivered: Sequence[Delivered]) -> tuple[Delivered, ...]:
    return tuple(sorted(delivered, key=lambda each: (received_or_never(each.arrival), each.file)))


def _delivery(file: str) -> str:
    return file.split("!/", 1)[0]


def _language(definition: Definition) -> str:
    return next((each for each in LANGUAGES if each in definition.title), "nb")
