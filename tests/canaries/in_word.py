"""A Word document with a canary in every place that Word has and a reader does not look at."""

# ruff: noqa: E731, ISC004 - markup is told as it stands in the file

from __future__ import annotations

from tests.core.reading.blocks.word import NAMESPACES, p, r, word

from .planting import Canaries, jpeg, repacked

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def word_with_canaries(sender: str, nest: Canaries) -> bytes:
    """The document."""
    w = lambda place: nest.word(f"Word: {place}")
    control = nest.control("Word")
    split, phone = nest.email("Word: address split over runs"), nest.phone("Word: phone over runs")
    number = nest.national_id("Word: number split over runs")
    body = "".join([
        p(sender),
        p(f"Vi mener at {control} må med i planen."),
        p("Skriv til ", r(split[:5]), r(split[5:14]), r(split[14:]), " om dette."),
        p("Ring ", r(phone[:5]), r(phone[5:]), " eller oppgi ", r(number[:6]), r(number[6:]), " der."),
        p(f'<w:del w:author="{w("who deleted")}"><w:r><w:delText>Slettet {w("deleted text")}</w:delText></w:r></w:del>', " Dette står."),
        p(f'<w:moveFrom w:id="7"><w:r><w:t>{w("moved from")}</w:t></w:r></w:moveFrom>', " Dette også."),
        p(f'<w:ins w:author="{w("who inserted")}">{r("Satt inn.")}</w:ins>'),
        p(r(w("hidden text"), "<w:vanish/>"), " Åpent."),
        p('<w:commentRangeStart w:id="1"/>', r("Merket."), '<w:commentRangeEnd w:id="1"/>'
          '<w:r><w:commentReference w:id="1"/></w:r>'),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
          f'<w:r><w:instrText>HYPERLINK "https://{w("field instruction")}.example"</w:instrText></w:r>'
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("lenke"),
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        p(f'<w:hyperlink r:id="far" w:tooltip="{w("tip of a link")}">{r("nettsted")}</w:hyperlink>'),
        p(f'<w:bookmarkStart w:id="3" w:name="{w("bookmark")}"/>', r("Bokmerke."), '<w:bookmarkEnd w:id="3"/>'),
        f'<w:p w:rsidR="{w("revision id")}">{r("Revidert.")}</w:p>',
        f'<w:sdt><w:sdtPr><w:alias w:val="{w("name of a control")}"/><w:tag w:val="{w("tag of a control")}"/>'
        f'<w:dataBinding w:xpath="/{w("binding of a control")}"/></w:sdtPr><w:sdtContent>{p("Felt.")}</w:sdtContent></w:sdt>',
        p(f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{w("name of a picture")}" descr="{w("alt text")}"/>'
          '</wp:inline></w:drawing></w:r>', " Bilde."),
        p(f'<w:r><w:pict><v:shape alt="{w("alt text of a shape")}"><v:textbox><w:txbxContent>'
          f'{p("I boksen: " + nest.email("Word: address in a text box"))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'),
        p(r("Noten"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        p("<w:r><w:object><v:shape/></w:object></w:r>", " Innebygd."),
        '<w:sectPr><w:headerReference w:type="first" r:id="header"/></w:sectPr>',
    ])  # fmt: skip
    made = word(
        body,
        comments=f'<w:comment w:id="1" w:author="{w("who commented")}" w:initials="{w("initials")}">{p("Intern: " + w("comment"))}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{p("Spør " + nest.email("Word: address in a footnote"))}</w:footnote>',
        header=p("Topptekst " + nest.email("Word: address in a header")),
        footer=p("Bunntekst " + nest.email("Word: address in a footer")),
        settings=f'<w:docVars><w:docVar w:name="v" w:val="{w("document variable")}"/></w:docVars>'
        f'<w:attachedTemplate w:val="{w("template")}"/>',
        styles=f'<w:style w:styleId="x"><w:name w:val="{w("name of a style")}"/></w:style>',
    )
    return repacked(made, _members(nest))


def _members(nest: Canaries) -> dict[str, str | bytes]:
    w = lambda place: nest.word(f"Word: {place}")
    inner = word(p(f"Innebygd {w('embedded document')}"))
    inside = ("comments", "footnotes", "header", "footer", "settings", "styles")
    rels = "".join(
        f'<Relationship Id="{each}" Type="{_KIND}{each}" Target="{each}.xml"/>' for each in inside
    )
    rels += f'<Relationship Id="far" Type="{_KIND}hyperlink" Target="https://{w("address of a link")}.example/" TargetMode="External"/>'
    return {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{rels}</Relationships>',
        "docProps/core.xml": f"<cp:coreProperties {_CORE}><dc:creator>{w('author')}</dc:creator>"
        f"<dc:title>{w('title')}</dc:title><cp:lastModifiedBy>{w('last who saved')}</cp:lastModifiedBy>"
        f"<cp:keywords>{w('keywords')}</cp:keywords></cp:coreProperties>",
        "docProps/app.xml": f"<Properties><Company>{w('company')}</Company><Manager>{w('manager')}</Manager></Properties>",
        "docProps/custom.xml": f"<Properties><property name='x'>{w('own property')}</property></Properties>",
        "docProps/thumbnail.jpeg": jpeg(w("thumbnail")),
        "customXml/item1.xml": f"<x>{w('custom XML')}</x>",
        "word/glossary/document.xml": f"<w:glossaryDocument {NAMESPACES}>{p(w('building block'))}</w:glossaryDocument>",
        "word/people.xml": f"<people><person author='{w('people')}'/></people>",
        "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + w("OLE object").encode("utf-16-le"),
        "word/embeddings/inner.docx": inner,
        "word/media/image1.jpeg": jpeg(w("EXIF of a picture")),
        f"word/media/{w('name of a part')}.png": b"x",
    }
