"""Changes to a packed document that leave it a packed document: its parts are what is damaged.

Bytes turned at random in a zip break its checksum and never come to the parser behind it.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree

Mutate = Callable[[bytes, int], bytes]
"""What changes bytes blindly, to a size of at most so many: Atheris' own."""
_ODD = (
    "", "0", "-1", "1", "99999999999", "ZZZZ", "true", "on", "\u2612", "F0FE", "../../x", "rId99",
    "1e9", "æ" * 300, " ", "2147483648", "bullet", "%1.%2", "begin", "end", "restart",
)  # fmt: skip
_LARGEST_PART = 200_000
_FIXED = (2026, 1, 1, 0, 0, 0)
_BLIND = 0.15
"""The share of changes that are made to a part's bytes, whatever they mean."""


def mutate_package(data: bytes, largest: int, seed: int, blind: Mutate) -> bytes:
    """`data` with one to five changes in its parts; changed blindly where it is no package."""
    chance = random.Random(seed)
    parts = unpacked(data)
    if not parts:
        return blind(data, largest)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        name = _pick(parts, chance)
        if chance.random() < _BLIND:
            parts[name] = blind(parts[name], _LARGEST_PART)
        else:
            parts[name] = mutate_xml(parts[name], chance) or blind(parts[name], _LARGEST_PART)
    if chance.random() < 0.03:
        del parts[_pick(parts, chance)]
    made = packed(parts)
    return made if len(made) <= largest else data[:largest]


def unpacked(data: bytes) -> dict[str, bytes]:
    """The small parts of a package, or nothing where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {
                member.filename: package.read(member)
                for member in package.infolist()
                if member.file_size <= _LARGEST_PART
            }
    except Exception:  # noqa: BLE001 - whatever zipfile raises on damaged bytes: no package
        return {}


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of the parts, the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _pick(parts: dict[str, bytes], chance: random.Random) -> str:
    """A part's name: mostly the text itself."""
    main = [name for name in parts if name in {"word/document.xml", "content.xml"}]
    sheets = [name for name in parts if name.startswith(("xl/worksheets/sheet", "xl/shared"))]
    if (main or sheets) and chance.random() < 0.6:
        return chance.choice(main or sheets)
    return chance.choice(list(parts))


def mutate_xml(data: bytes, chance: random.Random) -> bytes | None:
    """One element taken away, doubled, moved, wrapped, renamed, or with an odd value; None: no XML."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return None
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    node, other = chance.choice(nodes), chance.choice(nodes)
    chance.choice(_CHANGES)(node, other, chance)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _remove(node: Any, other: Any, chance: random.Random) -> None:
    del other, chance
    if node.getparent() is not None:
        node.getparent().remove(node)


def _double(node: Any, other: Any, chance: random.Random) -> None:
    """A copy of `node` in or beside `other`."""
    copy = etree.fromstring(etree.tostring(node, with_tail=False))
    if other.getparent() is None or chance.random() < 0.3:
        other.append(copy)
    else:
        other.addnext(copy)


def _move(node: Any, other: Any, chance: random.Random) -> None:
    if (
        node.getparent() is not None
        and node not in list(other.iterancestors())
        and node is not other
    ):
        other.insert(chance.randrange(len(other) + 1), node)


def _rename(node: Any, other: Any, chance: random.Random) -> None:
    del chance
    node.tag = other.tag


def _set_value(node: Any, other: Any, chance: random.Random) -> None:
    names = list(node.attrib) or list(other.attrib)
    if names:
        node.set(chance.choice(names), chance.choice(_ODD))


def _drop_value(node: Any, other: Any, chance: random.Random) -> None:
    del other
    if node.attrib:
        del node.attrib[chance.choice(list(node.attrib))]


def _set_text(node: Any, other: Any, chance: random.Random) -> None:
    node.text = chance.choice(
        (None, other.text, "\u2612 Ja \uf0a8", "\u00ad\u200b", "1) ", "\t\n", "[x]")
    )


def _nest(node: Any, other: Any, chance: random.Random) -> None:
    """`node` in many of itself."""
    del other
    parent = node.getparent()
    if parent is None:
        return
    outer = inner = etree.Element(node.tag, node.attrib)
    for _ in range(chance.choice((1, 5, 60))):
        inner = etree.SubElement(inner, node.tag)
    parent.replace(node, outer)
    inner.append(node)


_CHANGES = (_remove, _double, _move, _rename, _set_value, _set_value, _drop_value, _set_text, _nest)
