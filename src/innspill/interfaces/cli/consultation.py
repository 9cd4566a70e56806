"""`innspill consultation`: a definition from page and form, template or copy, and its check."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from innspill.pipeline.importing import import_files
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.copying import copy_of
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.files import check_output, load, save
from innspill.stages.consultations.core.lint import lint
from innspill.stages.consultations.core.periods import deadline_advice
from innspill.stages.consultations.core.templates import NAMES, from_template


@click.group()
def consultation() -> None:
    """Build a definition from page and form, begin one, or check one."""


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

    A remark marked "must" keeps the hearing from being opened, the others are advice. Exit code
    0 where the file is valid, with remarks or without; 2 where it is not.
    """
    definition = load(file)
    remarks = sorted(lint(definition), key=lambda remark: remark.level != "must")
    for remark in remarks:
        click.echo(f"{file}: {remark.level}: {remark}")
    musts = sum(remark.level == "must" for remark in remarks)
    title = in_language(definition.title, "nb")
    found = f"remarks: {len(remarks)}" + (f", of which must be put right: {musts}" if musts else "")
    click.echo(f"{file}: valid, {definition.case_number} {title}; {found}")


@consultation.command()
@click.option("--template", "name", type=click.Choice(NAMES), help="The ready-made hearing.")
@click.option("--copy", "earlier", type=click.Path(path_type=Path), help="An earlier FILE.yaml.")
@click.option("--case-number", required=True, help="The case number of the new hearing.")
@click.option("--owner", help="Who holds the hearing; with --copy, its owner if not given.")
@click.option("--opens", type=click.DateTime(["%Y-%m-%d"]), help="The day it opens, YYYY-MM-DD.")
@click.option(
    "--deadline",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day; without it, the earliest that is sound by the rule.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="FILE.yaml to write."
)
def new(
    *,
    name: str | None,
    earlier: Path | None,
    case_number: str,
    owner: str | None,
    opens: datetime | None,
    deadline: datetime | None,
    output: Path,
) -> None:
    """Begin a hearing as a draft: from a template, or as a copy of an earlier one."""
    check_output(output, [earlier] if earlier else [])
    definition = _begun(name, earlier, case_number, owner)
    first = opens.date() if opens else None
    last = deadline.date() if deadline else None
    if first and last is None:
        last = deadline_advice(definition.rule, first).last_day
    definition = definition.model_copy(update={"opens": first, "deadline": last})
    save(definition, output)
    until = f" until {last}" if last else ""
    click.echo(
        f"{output}: a draft of {definition.case_number} for {definition.owner}{until}. "
        f"Fill it in, then: innspill consultation check {output}"
    )


def _begun(
    name: str | None, earlier: Path | None, case_number: str, owner: str | None
) -> Definition:
    if (name is None) == (earlier is None):
        raise BadInput(
            "a new hearing begins from one thing", todo="Give either --template or --copy."
        )
    if earlier is not None:
        return copy_of(load(earlier), case_number=case_number, owner=owner)
    if owner is None:
        raise BadInput("a template has no owner", todo="Give the owner with --owner.")
    return from_template(name or "", owner=owner, case_number=case_number)
