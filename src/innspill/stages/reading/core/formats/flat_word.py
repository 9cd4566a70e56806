"""Word documents in a single XML file ("Word XML Document"): the parts of a .docx, one after another."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.guard import Package, parse_xml

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def unflattened(data: bytes) -> Package:
    """The package whose parts stand in the XML file `data`.

    Raises `Unreadable` where it is damaged.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        for part in parse_xml(data, "the document").iterchildren(_PKG + "part"):
            name = (part.get(_PKG + "name") or "").lstrip("/")
            body = _body(part)
            if name and body is not None:
                package.writestr(name, body)
    return Package(content.getvalue())


def _body(part: etree._Element) -> bytes | None:
    for xml in part.iterchildren(_PKG + "xmlData"):
        for root in xml:
            return etree.tostring(root, encoding="utf-8")
    for binary in part.iterchildren(_PKG + "binaryData"):
        try:
            return base64.b64decode("".join((binary.text or "").split()), validate=True)
        except (binascii.Error, ValueError) as error:
            raise Unreadable("damaged", "A part of the Word document is damaged.") from error
    return None
