"""`innspill consultation import` and `check`: from page and form to a definition, and its check."""

from __future__ import annotations

from pathlib import Path

import click

from innspill.pipeline.importing import import_files
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.consultations.core.files import check_output, load, save
from innspill.stages.consultations.core.lint import lint


@click.group()
def consultation() -> None:
    """Build a definition from page and form, or check one."""


@consultation.command("import")
@click.argument("page", type=click.Path(path_type=Path))
@click.option("--form", type=click.Path(path_type=Path), help="The response form, empty or filled.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="FILE.yaml to write."
)
@click.option("--case-number", help="Used instead of the one on the page.")
@click.option("--owner", help="Who holds the hearing; used instead of what the page says.")
def import_command(
    page: Path, form: Path | None, output: Path, case_number: str | None, owner: str | None
) -> None:
    """Build a definition from a hearing page and its response form.

    PAGE is HTML, text, .docx or .pdf; so is the form. What a respondent wrote into the form
    does not come along. An existing FILE.yaml is replaced.
    """
    check_output(output, [path for path in (page, form) if path])
    definition = import_files(page, form, case_number=case_number, owner=owner)
    save(definition, output)
    bodies = sum(len(group.members) for group in definition.bodies)
    click.echo(
        f"{output}: {definition.case_number}; questions: {len(definition.questions)}; "
        f"invited bodies: {bodies}, groups: {len(definition.bodies)}. "
        f"Look through it, then: innspill consultation check {output}"
    )


@consultation.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Validate FILE.yaml and remark on what a reader may trip over.

    Exit code 0 where the file is valid, with remarks or without; 2 where it is not.
    """
    definition = load(file)
    remarks = lint(definition)
    for remark in remarks:
        click.echo(f"{file}: {remark}")
    title = in_language(definition.title, "nb")
    click.echo(f"{file}: valid, {definition.case_number} {title}; remarks: {len(remarks)}")
