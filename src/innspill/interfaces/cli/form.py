"""`innspill form`: the Word response form of a consultation."""

from __future__ import annotations

from pathlib import Path

import click

from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.core.files import load, write_whole
from innspill.stages.consultations.core.word_form import build_form


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), default="nb", help="Language of the form.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The .docx to write."
)
def form(file: Path, lang: str, output: Path) -> None:
    """Make the Word response form of the consultation in FILE.yaml."""
    write_whole(output, build_form(load(file), lang), read_from=[file])
    click.echo(f"{output}: the response form, ready to send out")
