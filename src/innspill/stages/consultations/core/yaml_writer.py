"""Writing YAML as people would: short parts on one line, long texts as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import yaml

_LONG = 80


def write(content: dict[str, Any]) -> str:
    """`content` as YAML, with its keys in the order that they have."""
    return yaml.dump(
        content,
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100,
    )


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
