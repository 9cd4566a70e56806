"""The definition as a file: YAML in, YAML out.

Reading is strict: a field that the schema does not know is a mistake that is pointed out, not
passed over. Writing gives the keys in the order of the model, long texts as blocks, and no more
than is set.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import SCHEMA, Definition

_SIMPLEST = "Make a file with `innspill consultation import`, or compare with the sample hearing."
_LONG = 80
_SELDOM = {"aliases", "translations", "within", "materials", "summary", "sections", "form_wording"}
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
    content = _parse(text, where)
    if not isinstance(content, dict):
        raise BadInput("this is no consultation definition", where=where, todo=_SIMPLEST)
    _check_schema(content.get("schema"), where)
    try:
        definition = Definition.model_validate(content)
    except ValidationError as error:
        raise BadInput(_faults(error), where=where, todo="Correct it and try again.") from error
    _check_ids(definition, where)
    return definition


def dumps(definition: Definition) -> str:
    """`definition` as YAML that `loads` reads back as an equal definition."""
    content = _without_unset(definition.model_dump(by_alias=True))
    return yaml.dump(
        content,
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100,
    )


def save(definition: Definition, path: Path | str) -> None:
    """Writes `definition` to `path`, whole or not at all. Raises BadInput where it cannot."""
    write_whole(Path(path), dumps(definition).encode())


def write_whole(path: Path, data: bytes) -> None:
    """Writes `data` to `path` by way of a file beside it, so that nothing half-written is left.

    Raises BadInput where the folder is missing or cannot be written.
    """
    if path.is_dir():
        raise BadInput("this is a folder", where=str(path), todo="Give the name of a file.")
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
            kept = Path(beside.name)
            beside.write(data)
            beside.flush()
            os.fsync(beside.fileno())
    except OSError as error:
        raise BadInput(
            f"the file cannot be written ({error.strerror})",
            where=str(path),
            todo="Choose a folder that exists and that you may write in.",
        ) from error
    # NamedTemporaryFile makes files that only their owner may read; a result is for everybody.
    kept.chmod(0o644)
    kept.replace(path)


class _Reader(yaml.SafeLoader):
    """The safe reader, refusing a key that is given twice, and reading `no` as a word."""


def _mapping(reader: _Reader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[object] = set()
    for key_node, _ in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(
                None, None, "a key must be a word", key_node.start_mark
            )
        if key_node.value in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"{key_node.value!r} is given twice", key_node.start_mark
            )
        seen.add(key_node.value)
    return reader.construct_mapping(node, deep=True)


_Reader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
# YAML 1.1 takes yes, no, on and off for truth values; here `no` is the id of a choice.
_TRUTH = "tag:yaml.org,2002:bool"
_Reader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _TRUTH]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Reader.add_implicit_resolver(_TRUTH, re.compile("^(?:true|false)$"), list("tf"))


class _Writer(yaml.SafeDumper):
    """Writes long texts as blocks, short parts on one line, and never refers back."""

    def ignore_aliases(self, data: Any) -> bool:
        """No aliases: each place in the file stands on its own."""
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists are indented under their key, as people write them."""
        del indentless
        super().increase_indent(flow, False)


def _text(writer: _Writer, value: str) -> yaml.ScalarNode:
    style = ">" if (len(value) > _LONG or "\n" in value) and _can_be_folded(value) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _can_be_folded(value: str) -> bool:
    """Whether a folded block gives the same text back: no spaces at the edges of its lines."""
    if "  " in value or not value.replace("\n", "").isprintable():
        return False
    return all(line == line.strip() for line in value.split("\n")) and value == value.strip()


def _sequence(writer: _Writer, values: Sequence[Any]) -> yaml.SequenceNode:
    short = all(isinstance(value, str) for value in values) and _length(values) < _LONG
    return writer.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


def _part(writer: _Writer, part: dict[Any, Any]) -> yaml.MappingNode:
    short = "schema" not in part and _length(part) < _LONG
    return writer.represent_mapping("tag:yaml.org,2002:map", part, flow_style=short)


def _length(value: Any) -> int:
    """How much room `value` takes on one line; more than there is where it belongs on several."""
    if isinstance(value, dict):
        return sum(_length(key) + _length(below) for key, below in value.items())
    if isinstance(value, list | tuple):
        return sum(_length(below) if isinstance(below, str) else _LONG for below in value)
    if isinstance(value, datetime):
        return _LONG
    return len(str(value))


_Writer.add_representer(str, _text)
_Writer.add_representer(tuple, _sequence)
_Writer.add_representer(list, _sequence)
_Writer.add_representer(dict, _part)


def _without_unset(content: Any) -> Any:
    """`content` without the fields that few hearings use, where they are empty."""
    if isinstance(content, dict):
        return {
            key: _without_unset(value)
            for key, value in content.items()
            if value or key not in _SELDOM
        }
    if isinstance(content, list | tuple):
        return [_without_unset(value) for value in content]
    return content


def _parse(text: str, where: str) -> object:
    try:
        return yaml.load(text, Loader=_Reader)  # noqa: S506 - a SafeLoader with one more check
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise BadInput(
            f"the YAML has an error: {error.problem or error.context}",
            where=f"{where}{place}",
            todo="Correct that line (often a missing quote, a tab or an indent) and try again.",
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInput(
            f"the YAML has an error: {error}", where=where, todo="Correct it and try again."
        ) from error


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


def _check_ids(definition: Definition, where: str) -> None:
    """Raises BadInput where two questions, or two choices of one question, have the same id."""
    kinds = [("questions", [question.id for question in definition.questions])]
    kinds += [("papers", [paper.id for paper in definition.papers])]
    kinds += [
        (f"choices of question {question.id}", [choice.id for choice in question.choices])
        for question in definition.questions
    ]
    for kind, identities in kinds:
        twice = [identity for identity, times in Counter(identities).items() if times > 1]
        if twice:
            raise BadInput(
                f"two {kind} have the id {twice[0]!r}", where=where, todo="Give each its own id."
            )
    try:
        zone(definition.timezone)
    except BadInput as error:
        raise BadInput(error.what, where=f"{where}: timezone", todo=error.todo) from error


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
