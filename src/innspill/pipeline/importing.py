"""From the files of a hearing on this machine to its definition: for the command line."""

from __future__ import annotations

from pathlib import Path

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.importing import import_hearing
from innspill.stages.reading.core.responses import NamedBytes


def import_files(
    page: Path, form: Path | None, *, case_number: str | None = None, owner: str | None = None
) -> Definition:
    """The definition that the hearing page and the response form in these files give.

    Raises BadInput where a file is missing or unreadable, or does not say what is needed.
    """
    return import_hearing(
        _named(page), _named(form) if form else None, case_number=case_number, owner=owner
    )


def _named(path: Path) -> NamedBytes:
    try:
        return str(path), path.read_bytes()
    except FileNotFoundError as error:
        raise BadInput("there is no such file", where=str(path), todo="Check the path.") from error
    except IsADirectoryError as error:
        raise BadInput("this is a folder", where=str(path), todo="Name the file.") from error
    except OSError as error:
        raise BadInput(
            f"the file cannot be read ({error.strerror})",
            where=str(path),
            todo="Check its permissions.",
        ) from error
