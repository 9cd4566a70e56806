"""`innspill analyse`: a folder of responses to tables and a report, without a database."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from innspill.adapters.system_clock import clock_showing
from innspill.interfaces.cli import options
from innspill.pipeline.offline import OUTPUTS, analyse_folder, unread
from innspill.pipeline.offline_values import Progress, Results
from innspill.stages.consultations.core.files import load


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@options.definition_file
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder to write the results to; other files in it are left alone.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["nb", "nn", "en"]),
    help="The language of the report. Default: the first one that the definition has.",
)
def analyse(folder: Path, definition_file: Path, out: Path, language: str | None) -> None:
    """Read and analyse the responses in DIR, offline.

    Writes responses.jsonl, answers.csv, comments.jsonl, themes.jsonl, passages.jsonl,
    measures.jsonl, missing.jsonl, requirements.jsonl, glossary.jsonl, matrix.csv, report.pdf, report.docx,
    report.xlsx and index.html. An optional received.csv in DIR (file,received_at,channel,sender) says when
    each file came; without it nobody is called late. Files that cannot be read are named on
    stderr; the exit code is 2 only where none could be read.
    """
    definition = load(definition_file)
    clock = clock_showing(os.environ.get("INNSPILL_NOW", ""))
    with _bar("Reading") as progress:
        done = analyse_folder(
            folder, definition, out, made_at=clock.now(), language=language, progress=progress
        )
    for line in unread(done.results):
        click.echo(f"innspill: {line} It is numbered and listed as unreadable.", err=True)
    for remark in done.remarks:
        click.echo(f"innspill: note: {remark}", err=True)
    for line in summary(done.results, out):
        click.echo(line)


def summary(results: Results, out: Path) -> Iterator[str]:
    """What was found, in a few lines, with the two sums spelt out."""
    ledger = results.ledger
    aside = "".join(f" + {count} {reason}" for reason, count in ledger.set_aside)
    unprocessed = f" + {ledger.unprocessed} unprocessed" if ledger.unprocessed else ""
    remarks = sum(comment.is_remark for comment in results.analysis.comments)
    yield f"{results.definition.case_number}: files {ledger.deliveries}, responses {ledger.responses}"
    yield f"deliveries {ledger.deliveries} = {ledger.registered} registered{aside}{unprocessed}"
    yield (
        f"responses {ledger.responses} = {ledger.published} published + {ledger.withheld} withheld"
        f" + {ledger.waiting} waiting + {ledger.superseded} superseded"
        f" + {ledger.withdrawn} withdrawn"
    )
    yield "both sums hold" if ledger.adds_up else "THE SUMS DO NOT ADD UP"
    late = [each.registered.late for each in results.responses]
    yield f"late: {late.count(True)}, unknown: {late.count(None)}; comments: {remarks}"
    yield f"written to {out}: {', '.join(OUTPUTS)}"


@contextmanager
def _bar(label: str) -> Iterator[Progress | None]:
    """A progress bar on stderr where it is a terminal; else nothing at all."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield progress
