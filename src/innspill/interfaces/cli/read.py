"""`innspill read`: documents to JSON, one object per response, offline."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from innspill.adapters.reading_child import ReadingChild
from innspill.pipeline.reading_paths import files_to_read, read_path
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import check_output, load, write_whole
from innspill.stages.reading.core.result import as_json
from innspill.stages.reading.core.values import ResponseRead


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--consultation",
    "definition_file",
    metavar="FILE.yaml",
    required=True,
    type=click.Path(path_type=Path),
    help="The definition of the consultation.",
)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="OUT.jsonl",
    type=click.Path(path_type=Path),
    help="The file to write; without it the objects go to stdout.",
)
def read(paths: Sequence[Path], definition_file: Path, out: Path | None) -> int:
    """Read documents into JSON: one object per line for each response in them.

    PATH is a file (.docx, .pdf, .txt, .html, .eml, .zip) or a folder, which is walked in sorted
    order. A file that cannot be read gives an object of kind "unreadable" and a line on stderr
    that says why; it does not stop the others, and only where nothing could be read is the exit
    code 2. OUT.jsonl appears whole or not at all.
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
    lines: list[str] = []
    unread: list[ResponseRead] = []
    for response in _responses(files, definition, on_stdout=out is None):
        lines.append(json.dumps(as_json(response), ensure_ascii=False))
        if response.kind == "unreadable":
            unread.append(response)
        if out is None:
            click.echo(lines[-1])
    if out is not None:
        write_whole(out, "".join(f"{line}\n" for line in lines).encode())
        click.echo(f"{out}: {len(lines)} responses from {len(files)} files", err=True)
    _name(unread)
    return 2 if len(unread) == len(lines) else 0


def _name(unread: Sequence[ResponseRead]) -> None:
    """One line on stderr for each file that could not be read."""
    for response in unread:
        todo = "Ask for the file again, as .docx, .pdf with text, or text."
        click.echo(f"innspill: {response.file}: {response.problem} {todo}", err=True)


def _responses(
    files: Sequence[Path], definition: Definition, *, on_stdout: bool
) -> Iterator[ResponseRead]:
    """What was read; a bar on stderr where it is a terminal and nobody reads the lines."""
    quiet = not sys.stderr.isatty() or (on_stdout and sys.stdout.isatty())
    with (
        ReadingChild() as child,
        click.progressbar(files, label="Reading", file=sys.stderr, hidden=quiet) as bar,
    ):
        for path in bar:
            yield from read_path(path, definition, reader=child.read_file)
