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
from innspill.stages.consultations.core.files import load, write_whole
from innspill.stages.reading.core.result import as_json


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
def read(paths: Sequence[Path], definition_file: Path, out: Path | None) -> None:
    """Read documents into JSON: one object per line for each response in them.

    PATH is a file (.docx, .pdf, .txt, .html, .eml, .zip) or a folder, which is walked in sorted
    order. A file that cannot be read gives an object of kind "unreadable" that says why; it does
    not stop the others. OUT.jsonl appears whole or not at all.
    """
    if not paths:
        raise BadInput("no file was named", todo="Give at least one file or folder to read.")
    definition = load(definition_file)
    files = files_to_read(paths, leave_out=out)
    if out is None:
        for line in _lines(files, definition, on_stdout=True):
            click.echo(line)
        return
    if not out.absolute().parent.is_dir():
        raise BadInput(
            "there is no such folder to write to", where=str(out), todo="Make the folder first."
        )
    lines = list(_lines(files, definition, on_stdout=False))
    write_whole(out, "".join(f"{line}\n" for line in lines).encode())
    click.echo(f"{out}: {len(lines)} responses from {len(files)} files", err=True)


def _lines(files: Sequence[Path], definition: Definition, *, on_stdout: bool) -> Iterator[str]:
    """The objects as lines; a bar on stderr where it is a terminal and nobody reads the lines."""
    quiet = not sys.stderr.isatty() or (on_stdout and sys.stdout.isatty())
    with (
        ReadingChild() as child,
        click.progressbar(files, label="Reading", file=sys.stderr, hidden=quiet) as bar,
    ):
        for path in bar:
            for response in read_path(path, definition, reader=child.read_file):
                yield json.dumps(as_json(response), ensure_ascii=False)
