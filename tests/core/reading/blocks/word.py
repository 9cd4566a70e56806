"""A tiny Word document made in the test, so that each test shows the XML it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Block, Document

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word(
    body: str,
    *,
    main: str = "word/document.xml",
    loose: Mapping[str, tuple[str, str | bytes]] | None = None,
    **parts: str,
) -> bytes:
    """A .docx with `body` as the content of its body; `parts` by kind (styles="<w:style …>").

    `loose` are further parts under their relationship's id, with their kind and content.
    """
    rels = [("officeDocument", "officeDocument", main)]
    inner: list[tuple[str, str, str]] = []
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr(main, f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for kind, xml in parts.items():
            package.writestr(f"word/{kind}.xml", part(kind, xml))
            inner.append((kind, kind, f"{kind}.xml"))
        for name, (kind, data) in (loose or {}).items():
            package.writestr(f"word/{name}.part", data)
            inner.append((name, kind, f"{name}.part"))
        package.writestr("_rels/.rels", _relations(rels))
        folder, _, name = main.rpartition("/")
        package.writestr(f"{folder}/_rels/{name}.rels", _relations(inner))
    return content.getvalue()


def part(kind: str, xml: str) -> str:
    """A whole part of Word's own namespace with `xml` in it."""
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"<w:{root} {NAMESPACES}>{xml}</w:{root}>"


def _relations(rels: list[tuple[str, str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}{kind}" Target="{target}"/>'
        for name, kind, target in rels
    )
    return f'<Relationships xmlns="{_RELS}">{items}</Relationships>'


def document_of(data: bytes) -> Document:
    """What is read of a file that must be readable."""
    first = read_file("svar", data)[0]
    assert first.document is not None, first.problem
    return first.document


def blocks_of(body: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of a Word document with this body."""
    return document_of(word(body, **parts)).blocks


def hidden_of(body: str, **parts: str) -> list[tuple[str, str]]:
    """What a Word document with this body does not show: kind and text."""
    return [(hidden.kind, hidden.text) for hidden in document_of(word(body, **parts)).hidden]


def texts_of(body: str, **parts: str) -> list[str]:
    """The texts of the blocks of a Word document with this body."""
    return [block.text for block in blocks_of(body, **parts)]


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
