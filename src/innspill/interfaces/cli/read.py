"""`innspill read`: documents to JSON, one object per response, offline."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from innspill.adapters.reading_pool import read_all
from innspill.interfaces.cli import options
from innspill.pipeline.reading_paths import files_to_read, read_path
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import check_output, load, write_whole
from innspill.stages.reading.core.responses import ReadDelivery
from innspill.stages.reading.core.result import as_json
from innspill.stages.reading.core.values import ResponseRead


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path))
@options.definition_file
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT.jsonl",
    type=click.Path(path_type=Path),
    help="The file to write; without it the objects go to stdout.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    help="How many processes read side by side; as many as there are cores unless told otherwise.",
)
def read(
    paths: Sequence[Path], definition_file: Path, out: Path | None, workers: int | None
) -> int:
    """Read documents into JSON: one object per line for each response in them.

    PATH is a file (Word, OpenDocument, RTF, PDF, a picture, a mail, a spreadsheet, text, .zip) or a
    folder, which is walked in sorted order. A file that cannot be read gives an object of kind
    "unreadable" and a line on stderr that says why; it does not stop the others, and only where
    nothing could be read is the exit code 2. OUT.jsonl appears whole or not at all.
    """
    if not paths:
        raise BadInput("no file was named", todo="Give at least one file or folder to read.")
    definition = load(definition_file)
    if out is not None:
        check_output(out, [definition_file, *(path for path in paths if path.is_file())])
    files = files_to_read(paths, leave_out=out)
    if out is not None and not out.absolute().parent.is_dir():
        raise BadInput(
            "there is no such folder to write to", where=str(out), todo="Make the folder first."
        )
    tally = _Tally()
    responses = _responses(files, definition, workers, on_stdout=out is None)
    lines = (_line(tally.counted(response)) for response in responses)
    if out is None:
        for line in lines:
            click.echo(line, nl=False)
    else:
        write_whole(out, lines)
        click.echo(f"{out}: {tally.responses} responses from {len(files)} files", err=True)
    _name(tally.unread)
    return 2 if len(tally.unread) == tally.responses else 0


@dataclass(slots=True)
class _Tally:
    """How many responses there were, and which of them could not be read."""

    responses: int = 0
    unread: list[tuple[str, str]] = field(default_factory=list)
    """(file, why)"""

    def counted(self, response: ResponseRead) -> ResponseRead:
        """`response`, counted."""
        self.responses += 1
        if response.kind == "unreadable":
            self.unread.append((response.file, response.problem or ""))
        return response


def _line(response: ResponseRead) -> bytes:
    return json.dumps(as_json(response), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _name(unread: Sequence[tuple[str, str]]) -> None:
    """One line on stderr for each file that could not be read."""
    for file, problem in unread:
        todo = "Ask for the file again, as .docx, .pdf with text, or text."
        click.echo(f"innspill: {file}: {problem} {todo}", err=True)


def _responses(
    files: Sequence[Path], definition: Definition, workers: int | None, *, on_stdout: bool
) -> Iterator[ResponseRead]:
    """What was read; a bar on stderr where it is a terminal and nobody reads the lines."""
    quiet = not sys.stderr.isatty() or (on_stdout and sys.stdout.isatty())

    def read_one(reader: ReadDelivery, path: Path) -> tuple[ResponseRead, ...]:
        return read_path(path, definition, reader=reader)

    done = read_all(files, read_one, workers=workers)
    with click.progressbar(
        done, length=len(files), label="Reading", file=sys.stderr, hidden=quiet
    ) as bar:
        for _, responses in bar:
            yield from responses
