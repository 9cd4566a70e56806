"""The definition as a file: YAML in, YAML out.

Reading is strict: a field that the schema does not know is a mistake that is pointed out, not
passed over. Writing gives the keys in the order of the model, long texts as blocks, and no more
than is set.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.consistency import check
from innspill.stages.consultations.core.definition import SCHEMA, Definition
from innspill.stages.consultations.core.yaml_reader import parse
from innspill.stages.consultations.core.yaml_writer import write

_SIMPLEST = "Make a file with `innspill consultation import`, or compare with the sample hearing."
_SELDOM = {
    "aliases", "translations", "within", "materials", "summary", "sections", "form_wording",
    "many", "condition", "for_groups", "passages", "files", "language", "place", "links",
    "assessment_from", "finishes", "short_reason", "state_body", "phases", "target_groups",
    "glossary",
}  # fmt: skip
_USUAL = {"kind": "choice", "rule": "utredningsinstruksen"}
"""Values that are not written, since they are what is meant where nothing is said."""
_SHOWN = 5


def load(path: Path | str) -> Definition:
    """The definition in the file at `path`.

    Raises BadInput where the file is missing, is not UTF-8 YAML, has another schema version or
    does not fit the schema; the sentence names file, place and what to do.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise BadInput("there is no such file", where=str(path), todo="Check the path.") from error
    except IsADirectoryError as error:
        raise BadInput(
            "this is a folder, not a definition file", where=str(path), todo="Name the YAML file."
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            "this is not UTF-8 text, so not a definition file",
            where=str(path),
            todo="Name the YAML file of the consultation.",
        ) from error
    except OSError as error:
        raise BadInput(
            f"the file cannot be read ({error.strerror})",
            where=str(path),
            todo="Check its permissions.",
        ) from error
    return loads(text, str(path))


def loads(text: str, where: str = "definition") -> Definition:
    """The definition that `text` (YAML) describes; `where` names it in errors.

    Raises BadInput as `load` does.
    """
    content = parse(text, where)
    if not isinstance(content, dict):
        raise BadInput("this is no consultation definition", where=where, todo=_SIMPLEST)
    _check_schema(content.get("schema"), where)
    try:
        definition = Definition.model_validate(content)
    except ValidationError as error:
        raise BadInput(_faults(error), where=where, todo="Correct it and try again.") from error
    check(definition, where)
    return definition


def dumps(definition: Definition) -> str:
    """`definition` as YAML that `loads` reads back as an equal definition."""
    return write(_without_unset(definition.model_dump(by_alias=True)))


def save(definition: Definition, path: Path | str) -> None:
    """Writes `definition` to `path`, whole or not at all. Raises BadInput where it cannot."""
    write_whole(Path(path), dumps(definition).encode())


def write_whole(
    path: Path, data: bytes | Iterable[bytes], *, read_from: Sequence[Path] = ()
) -> None:
    """Writes `data`, whole or piece by piece, to `path` by way of a file beside it, so that nothing half-written is left.

    A link stays a link, and what is no file (/dev/stdout) is written to, never replaced. Raises
    BadInput where the folder is missing or cannot be written, and where `path` is one of the
    files that the data was made from.
    """
    check_output(path, read_from)
    pieces = [data] if isinstance(data, bytes) else data
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as target:
                target.writelines(pieces)
        else:
            _put_in_place(path.resolve(), pieces)
    except OSError as error:
        raise BadInput(
            f"the file cannot be written ({error.strerror})",
            where=str(path),
            todo="Choose a folder that exists and that you may write in.",
        ) from error


def check_output(path: Path, read_from: Sequence[Path]) -> None:
    """Raises BadInput where `path` is a folder, or one of the files that are to be read."""
    if path.is_dir():
        raise BadInput("this is a folder", where=str(path), todo="Give the name of a file.")
    if path.resolve() in {each.resolve() for each in read_from}:
        raise BadInput(
            "this is one of the files to read; it would be lost",
            where=str(path),
            todo="Give another file with -o.",
        )


def _put_in_place(path: Path, pieces: Iterable[bytes]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as unfinished:
            unfinished.writelines(pieces)
            unfinished.flush()
            os.fsync(unfinished.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _without_unset(content: Any) -> Any:
    """`content` without the fields that few hearings use, where they are empty."""
    if isinstance(content, dict):
        return {
            key: _without_unset(value)
            for key, value in content.items()
            if (value or key not in _SELDOM) and (key not in _USUAL or _USUAL[key] != value)
        }
    if isinstance(content, list | tuple):
        return [_without_unset(value) for value in content]
    return content


def _check_schema(found: object, where: str) -> None:
    if found == SCHEMA:
        return
    if found is None:
        raise BadInput(
            f"the first key `schema: {SCHEMA}` is missing, so this is no consultation definition",
            where=where,
            todo=_SIMPLEST,
        )
    raise BadInput(
        f"this Innspill reads schema {SCHEMA}, the file has {found}",
        where=where,
        todo="Use the version of Innspill that the file was made for, or import it again.",
    )


def _faults(error: ValidationError) -> str:
    faults = error.errors(include_url=False)
    shown = [_fault(fault["loc"], fault["type"], fault["msg"]) for fault in faults[:_SHOWN]]
    left = len(faults) - len(shown)
    return "; ".join(shown) + (f"; and {left} more" if left else "")


def _fault(place: tuple[int | str, ...], kind: str, message: str) -> str:
    path = ""
    for step in place:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if path else step
    if kind == "extra_forbidden":
        message = "there is no such field"
    elif kind == "missing":
        message = "this field is missing"
    elif kind == "string_type":
        message = 'this must be text; write numbers in quotes ("1")'
    return f"{path or 'the file'}: {message}"
