"""A spreadsheet without its looks: what is read where a program wrote them in no way that can be."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from innspill.stages.reading.core.formats.guard import Package, parse_xml

_LOOKS = "xl/styles.xml"
_STYLE_OF = {"c": "s", "row": "s", "col": "style"}
"""The elements that name a look by its number, and the attribute they do it in."""


def without_looks(package: Package) -> bytes:
    """The spreadsheet with the same cells, none of which says how it looks.

    Raises `Unreadable` where it is damaged elsewhere.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as plain:
        for name in package.names:
            if name == _LOOKS:
                continue
            part = package.read(name)
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                part = _plain(parse_xml(part, name))
            plain.writestr(name, part)
    return out.getvalue()


def _plain(sheet: etree._Element) -> bytes:
    for node in sheet.iter(*(f"{{*}}{name}" for name in _STYLE_OF)):
        node.attrib.pop(_STYLE_OF[etree.QName(node).localname], "")
    return etree.tostring(sheet, encoding="UTF-8")
