"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

definition_file = click.option(
    "--consultation",
    "definition_file",
    metavar="FILE.yaml",
    required=True,
    type=click.Path(path_type=Path),
    help="The definition of the consultation.",
)
