"""An OpenDocument text, RTF, HTML and a sheet with canaries where nobody looks."""

# ruff: noqa: E731, ISC004, UP031 - markup is told as it stands in the file

from __future__ import annotations

import io

import openpyxl
from openpyxl.comments import Comment

from tests.core.reading.blocks.open_document import odt, p

from .planting import Canaries, png


def odt_with_canaries(sender: str, nest: Canaries) -> bytes:
    """The OpenDocument text."""
    w = lambda place: nest.word(f"ODT: {place}")
    body = "".join([
        f"<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>"
        f"<office:change-info><dc:creator>{w('who deleted')}</dc:creator></office:change-info>"
        f"{p(w('deleted text'))}</text:deletion></text:changed-region></text:tracked-changes>",
        p(sender),
        p(f"Vi mener at {nest.control('ODT')} må med<text:change text:change-id='c1'/> i planen."),
        p(f"Merknad<office:annotation><dc:creator>{w('who commented')}</dc:creator>{p(w('comment'))}</office:annotation> her."),
        f"<text:section text:name='{w('name of a section')}' text:display='none'>{p(w('hidden section'))}</text:section>",
        p(f"Se <text:a xlink:href='https://{w('address of a link')}.example'>her</text:a>."),
        p(f"Bokmerke<text:bookmark text:name='{w('bookmark')}'/> her."),
        p(f"Skjult <text:hidden-text text:string-value='{w('hidden text')}' text:is-hidden='true'/> her."),
        p(f"Bilde <draw:frame draw:name='{w('name of a picture')}'><svg:title>{w('title of a picture')}</svg:title>"
          f"<svg:desc>{w('alt text')}</svg:desc></draw:frame> her."),
        p(f"Skriv til {nest.email('ODT: address')} om dette."),
    ])  # fmt: skip
    return odt(body, masters=f"<style:master-page><style:header>{p(nest.email('ODT: address in a header'))}</style:header></style:master-page>", **{
        "meta.xml": f"<m><dc>{w('title')}</dc><user>{w('own property')}</user></m>",
        "settings.xml": f"<s>{w('settings')}</s>",
        "Thumbnails/thumbnail.png": png(w("thumbnail")).decode("latin-1"),
        f"Pictures/{w('name of a part')}.png": "x",
    })  # fmt: skip


def rtf_with_canaries(sender: str, nest: Canaries) -> bytes:
    """The RTF."""
    w = lambda place: nest.word(f"RTF: {place}")
    return (
        "{\\rtf1\\ansi{\\info{\\author %s}{\\title %s}{\\doccomm %s}}"
        "{\\*\\generator %s;}{\\*\\userprops{\\propname x}\\proptype30{\\staticval %s}}"
        "%s\\par Vi mener at %s m\\'e5 med i planen.\\par {\\v %s} \\par {\\deleted %s}"
        '{\\*\\bkmkstart %s}{\\*\\annotation %s}{\\field{\\*\\fldinst HYPERLINK "https://%s.example"}{\\fldrslt her}}'
        "\\par Skriv til %s.\\par}"
        % (
            w("author"), w("title"), w("remark"), w("program"), w("own property"), sender,
            nest.control("RTF"), w("hidden text"), w("deleted text"), w("bookmark"), w("comment"),
            w("address of a link"), nest.email("RTF: address"),
        )
    ).encode("cp1252")  # fmt: skip


def html_with_canaries(sender: str, nest: Canaries) -> bytes:
    """The page."""
    w = lambda place: nest.word(f"HTML: {place}")
    return f"""<!doctype html><html><head><meta name="author" content="{w("meta")}">
<meta name="description" content="{w("description")}"><style>.{w("style")} {{}}</style>
<script>var x = "{w("script")}";</script><link rel="author" href="https://{w("link")}.example"></head>
<body><!-- {w("comment")} --><p>{sender}</p><p data-x="{w("data attribute")}" id="{w("id")}"
class="{w("class")}" title="{w("title attribute")}">Vi mener at {nest.control("HTML")} må med i planen.</p>
<p hidden>{w("hidden")}</p><p style="display:none">{w("display none")}</p>
<p style="visibility:hidden">{w("visibility hidden")}</p><template><p>{w("template")}</p></template>
<noscript></noscript><input type="hidden" name="n" value="{w("hidden field")}">
<p>Se <a href="https://{w("address of a link")}.example">her</a>. <img src="x" alt=""></p>
<p>Skriv til {nest.email("HTML: address")} om dette.</p></body></html>""".encode()


def sheet_with_canaries(sender: str, nest: Canaries) -> bytes:
    """The workbook."""
    w = lambda place: nest.word(f"Sheet: {place}")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([sender])
    sheet.append([f"Vi mener at {nest.control('Sheet')} må med i planen."])
    sheet.append([f"Skriv til {nest.email('Sheet: address')} om dette."])
    sheet["A2"].comment = Comment(w("comment"), w("who commented"))
    sheet["A2"].hyperlink = f"https://{w('address of a link')}.example"
    hidden = book.create_sheet("Ark2")
    hidden.sheet_state = "hidden"
    hidden["A1"] = w("hidden sheet")
    sheet["C9"] = w("hidden column")
    sheet.column_dimensions["C"].hidden = True
    sheet["A12"] = w("hidden row")
    sheet.row_dimensions[12].hidden = True
    book.properties.creator, book.properties.title = w("author"), w("title")
    book.properties.keywords = w("keywords")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
