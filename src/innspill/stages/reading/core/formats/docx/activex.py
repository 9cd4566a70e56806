"""ActiveX controls in a form: whether a box is ticked, what it is captioned, what was typed.

Two spellings: properties in XML (ECMA-376 part 1, 17.3.3.3 and the ActiveX schema), or the binary
stream of MS-OFORMS 2.2.5 (MorphDataControl), which Word writes.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import olefile  # type: ignore[import-untyped]
from lxml import etree

_AX = "{http://schemas.microsoft.com/office/2006/activeX}"
_TICK_BOXES = frozenset((
    "8bd21d40-ec42-11ce-9e0d-00aa006002f3",  # CheckBox
    "8bd21d50-ec42-11ce-9e0d-00aa006002f3",  # OptionButton
    "8bd21d60-ec42-11ce-9e0d-00aa006002f3",  # ToggleButton
))  # fmt: skip
_TEXTS = frozenset((
    "8bd21d10-ec42-11ce-9e0d-00aa006002f3",  # TextBox
    "8bd21d20-ec42-11ce-9e0d-00aa006002f3",  # ListBox
    "8bd21d30-ec42-11ce-9e0d-00aa006002f3",  # ComboBox
))  # fmt: skip
_ON = frozenset(("1", "-1", "true"))
_OFF = frozenset(("0", "", "false"))
_VALUE, _CAPTION, _SIZE, _GROUP = 22, 23, 8, 32
_SIZES = (4, 4, 4, 4, 1, 1, 1, 1, 0, 2, 4, 2, 2, 2, 2, 2, 1, 1, 1, 0, 1, 1, 4, 4, 4, 4, 4, 2, 2, 2, 0, 0, 4)  # fmt: skip
"""How many bytes the property of each bit takes; 0 where the bit stands for none of its own."""
_HEADER = struct.Struct("<BBHQ")
_MOST = 1 << 20
"""As many bytes as a control is read of."""
_NARROW = 1 << 31
"""The bit of a length that says that each character takes one byte."""


@dataclass(frozen=True, slots=True)
class ActiveControl:
    """A control: its tick (None where it is no tick box), its caption, its text."""

    ticked: bool | None = None
    caption: str | None = None
    text: str | None = None


def read_active_control(root: etree._Element, stream: bytes) -> ActiveControl | None:
    """The control described by the part `root` and its binary `stream`, or None if unknown."""
    kind = (root.get(_AX + "classid") or "").strip("{}").lower()
    if kind not in _TICK_BOXES | _TEXTS:
        return None
    found = _from_xml(root) if len(root) else _from_stream(_contents(stream))
    if found is None:
        return None
    value, caption = found
    if kind in _TEXTS:
        return ActiveControl(text=value)
    state = (value or "").strip().lower()
    if state not in _ON | _OFF:
        # A box that is neither on nor off ("mixed") needs a person.
        return None
    return ActiveControl(state in _ON, caption or None)


def _from_xml(root: etree._Element) -> tuple[str | None, str | None]:
    properties = {
        (node.get(_AX + "name") or "").lower(): node.get(_AX + "value")
        for node in root.iterchildren(_AX + "ocxPr")
    }
    return properties.get("value"), properties.get("caption")


def _contents(stream: bytes) -> bytes:
    """The control's own stream; Word keeps it in a compound file (MS-CFB), others bare."""
    if not stream.startswith(olefile.MAGIC):
        return stream
    try:
        with olefile.OleFileIO(io.BytesIO(stream)) as storage:
            return bytes(storage.openstream("contents").read(_MOST))
    except (OSError, ValueError, IndexError, struct.error):
        return b""


def _from_stream(stream: bytes) -> tuple[str | None, str | None] | None:
    """Value and caption from a MorphDataControl, None where it is none."""
    try:
        minor, major, _, mask = _HEADER.unpack_from(stream)
        if (minor, major) != (0, 2):
            return None
        lengths, at = _lengths(stream, mask)
        if mask >> _SIZE & 1:
            at += 8
        texts: dict[int, str] = {}
        for bit in (_VALUE, _CAPTION):
            if bit in lengths:
                size = lengths[bit] & ~_NARROW
                encoding = "cp1252" if lengths[bit] & _NARROW else "utf-16-le"
                texts[bit] = stream[at : at + size].decode(encoding, "replace")
                if len(stream) < at + size:
                    return None
                at += -(-size // 4) * 4
    except struct.error:
        return None
    return texts.get(_VALUE), texts.get(_CAPTION)


def _lengths(stream: bytes, mask: int) -> tuple[dict[int, int], int]:
    """The lengths of the strings, and where the block of properties ends (both from 2.2.5.2)."""
    at = 4 + 8
    lengths: dict[int, int] = {}
    for bit, size in enumerate(_SIZES):
        if not mask >> bit & 1 or not size:
            continue
        at = -(-at // size) * size
        if bit in (_VALUE, _CAPTION):
            (lengths[bit],) = struct.unpack_from("<I", stream, at)
        at += size
    return lengths, -(-at // 4) * 4
