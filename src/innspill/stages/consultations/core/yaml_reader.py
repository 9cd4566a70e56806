"""Reading YAML: safely, strictly, and with the place of what is wrong."""

from __future__ import annotations

import re
from typing import Any

import yaml

from innspill.shared.errors import BadInput


def parse(text: str, where: str) -> object:
    """What the YAML `text` says. `where` names it in errors.

    Raises BadInput with line and column where it is no YAML, or gives a key twice.
    """
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
