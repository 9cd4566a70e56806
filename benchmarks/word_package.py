"""Word documents put together part by part, so that each shows just the XML it is about."""

from __future__ import annotations

import io
import zipfile

FIXED = (2026, 1, 1, 0, 0, 0)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    f"{OFFICE}/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""The namespaces of ISO's strict form of the format, in place of the usual ones."""
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/></w:style>'
)


def package(
    body: str, parts: dict[str, str] | None = None, *, main: str = "document", strict: bool = False
) -> bytes:
    """A .docx with `body` in its body; `parts` by kind ("footnotes") with the content of the root."""
    parts = {"styles": _STYLES, **(parts or {})}
    edges = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in _ROOTS if kind in parts
    )
    section = f'<w:sectPr>{edges}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    files = {
        "[Content_Types].xml": _content_types(parts, main),
        "_rels/.rels": _relations({"officeDocument": f"word/{main}.xml"}),
        f"word/{main}.xml": f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>",
        f"word/_rels/{main}.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, xml in parts.items():
        root = _ROOTS.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{xml}</w:{root}>"
    if strict:
        files = {name: _strict(text) for name, text in files.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            member = zipfile.ZipInfo(name, FIXED)
            archive.writestr(member, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')
    return out.getvalue()


def _strict(text: str) -> str:
    for usual, iso in STRICT.items():
        text = text.replace(usual, iso)
    return text


def _content_types(parts: dict[str, str], main: str) -> str:
    rows = [f'<Override PartName="/word/{main}.xml" ContentType="{_WORD}.document.main+xml"/>']
    rows += [
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for kind in parts
    ]
    defaults = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_TYPES}">{defaults}{"".join(rows)}</Types>'


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; what does not begin with "<" is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    """A table with a grid of eight columns; rows from `row`."""
    grid = "<w:gridCol/>" * 8
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    """A row of cells; each is the text or the runs of its paragraph."""
    return f"<w:tr>{''.join(cell(content) for content in cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell with one paragraph, unless it is a cell already."""
    if content.startswith(("<w:tc>", "<w:sdt><w:sdtPr><w:id/>")):
        return content
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(content)}</w:tc>"


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction: str, data: str = "", shown: str = "") -> str:
    """A field of the old kind, with its form data and what it shows."""
    result = r(shown) if shown else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
