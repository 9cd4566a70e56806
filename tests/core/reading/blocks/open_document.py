"""A tiny OpenDocument text made in the test, so that each test shows the XML it is about."""

from __future__ import annotations

import io
import zipfile

from innspill.stages.reading.core.values import Block, Document
from tests.core.reading.blocks.word import document_of

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SHORT = {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
    "form": "form", "meta": "meta", "svg": "svg-compatible", "fo": "xsl-fo-compatible",
    "presentation": "presentation", "manifest": "manifest",
}  # fmt: skip
NAMESPACES = " ".join(
    [f'xmlns:{short}="{_OASIS}{name}:1.0"' for short, name in _SHORT.items()]
    + [
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
        'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
    ]
)
TEXT = "application/vnd.oasis.opendocument.text"


def odt(
    body: str,
    *,
    automatic: str = "",
    fonts: str = "",
    styles: str = "",
    masters: str = "",
    **more: str,
) -> bytes:
    """An .odt with `body` as its text; `automatic` styles, common `styles`, `masters` of pages.

    `more` are further members by their path, "kind" the kind of body, "media_type" the mimetype.
    """
    kind, media_type = more.pop("kind", "text"), more.pop("media_type", TEXT)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("mimetype", media_type)
        package.writestr("content.xml", (
            f"<office:document-content {NAMESPACES}>"
            f"<office:font-face-decls>{fonts}</office:font-face-decls>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
            "</office:document-content>"
        ))  # fmt: skip
        package.writestr("styles.xml", (
            f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
        ))  # fmt: skip
        for path, xml in more.items():
            package.writestr(path, xml)
    return content.getvalue()


def odt_of(body: str, **parts: str) -> Document:
    """What is read of an .odt with this body."""
    return document_of(odt(body, **parts))


def blocks_of(body: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of an .odt with this body."""
    return odt_of(body, **parts).blocks


def texts_of(body: str, **parts: str) -> list[str]:
    """The texts of the blocks of an .odt with this body."""
    return [block.text for block in blocks_of(body, **parts)]


def hidden_of(body: str, **parts: str) -> list[tuple[str, str]]:
    """What an .odt with this body does not show: kind and text."""
    return [(hidden.kind, hidden.text) for hidden in odt_of(body, **parts).hidden]


def p(inner: str, style: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def text_style(name: str, properties: str, *, parent: str = "", family: str = "text") -> str:
    """A style with these text properties."""
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}>'
        f"<style:text-properties {properties}/></style:style>"
    )
