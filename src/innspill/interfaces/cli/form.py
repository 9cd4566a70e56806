"""`innspill form`: the response form of a consultation, for Word or as plain text."""

from __future__ import annotations

from pathlib import Path

import click

from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.core.files import load, write_whole
from innspill.stages.consultations.core.plain_form import build_text
from innspill.stages.consultations.core.word_form import build_form

_PLAIN = frozenset({".txt", ".text"})


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), default="nb", help="Language of the form.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The .docx or .txt to write.",
)
def form(file: Path, lang: str, output: Path) -> None:
    """Make the response form of the consultation in FILE.yaml: for Word, or as text for e-mail."""
    definition = load(file)
    if output.suffix.lower() in _PLAIN:
        data = build_text(definition, lang).encode()
    else:
        data = build_form(definition, lang)
    write_whole(output, data, read_from=[file])
    click.echo(f"{output}: the response form, ready to send out")
