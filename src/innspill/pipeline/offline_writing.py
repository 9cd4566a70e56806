"""Writing the results: all of them or none, and never a file that is not ours."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from innspill.shared.errors import BadInput


def check_place(out: Path, folder: Path | None = None) -> None:
    """Raises BadInput where results cannot be written to `out`: a file, or nowhere to put it,
    or the very `folder` that holds the responses.
    """
    if folder is not None and out.resolve() == folder.resolve():
        raise BadInput(
            "is the folder with the responses", where=str(out), todo="Give another with -o."
        )
    if out.exists() and not out.is_dir():
        raise BadInput(
            "is a file, not a folder", where=str(out), todo="Give another folder with -o."
        )
    if not out.absolute().parent.is_dir():
        raise BadInput(
            "the folder to put it in does not exist",
            where=str(out),
            todo="Make it first, or give another with -o.",
        )


def write_all(out: Path, files: Mapping[str, bytes]) -> None:
    """Writes `files` into the folder `out`; whatever else stands there stays as it is.

    They are written beside it first and moved when all are there: a full disk or a stop leaves
    nothing half-written. Raises BadInput as `check_place` does, OSError where the disk refuses.
    """
    check_place(out)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.absolute().parent))
    try:
        for name, data in files.items():
            (beside / name).write_bytes(data)
        if out.exists():
            for name in files:
                (beside / name).replace(out / name)
        else:
            beside.chmod(0o755)
            beside.rename(out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
