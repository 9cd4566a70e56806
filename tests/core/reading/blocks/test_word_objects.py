"""Controls, drawings and diagrams in a Word document: their ticks and their text."""

from __future__ import annotations

import struct

import pytest

from innspill.stages.reading.core.values import Block, Document
from tests.core.reading.blocks.word import NAMESPACES, document_of, p, r, word

BOX = "{8BD21D40-EC42-11CE-9E0D-00AA006002F3}"
FIELD = "{8BD21D10-EC42-11CE-9E0D-00AA006002F3}"
CONTROL = '<w:r><w:object><w:control r:id="ax" w:name="CheckBox1"/></w:object></w:r>'


def in_xml(value: str, caption: str = "Ja", kind: str = BOX) -> str:
    properties = f'<ax:ocxPr ax:name="Value" ax:value="{value}"/>'
    properties += f'<ax:ocxPr ax:name="Caption" ax:value="{caption}"/>'
    return f'<ax:ocx {NAMESPACES} ax:classid="{kind}">{properties}</ax:ocx>'


def stream(value: str, caption: str) -> bytes:
    """A MorphDataControl (MS-OFORMS 2.2.5) with a mouse pointer, a size, a value and a caption."""

    def text(raw: bytes) -> bytes:
        return raw + b"\0" * (-len(raw) % 4)

    narrow, wide = value.encode("cp1252"), caption.encode("utf-16-le")
    mask = 1 << 0 | 1 << 7 | 1 << 8 | 1 << 22 | 1 << 23
    block = struct.pack("<IBxxxII", 0x2C80481B, 0, len(narrow) | 1 << 31, len(wide))
    extra = struct.pack("<II", 2540, 634) + text(narrow) + text(wide)
    return struct.pack("<BBHQ", 0, 2, 8 + len(block) + len(extra), mask) + block + extra


def compound(content: bytes) -> bytes:
    """A compound file (MS-CFB) with the stream "contents", as Word keeps its controls."""
    content = content.ljust(4096, b"\0")
    sectors = len(content) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, end, 0, end, 0, 0,
    )  # fmt: skip
    head += b"\xff" * (512 - len(head))
    chain = [*range(3, 2 + sectors), end]
    table = struct.pack("<128I", 0xFFFFFFFD, end, *chain, *[free] * (126 - len(chain)))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII36xIII", raw, len(raw) + 2 if raw else 0, kind, 1, free, free, child,
            start, size, 0,
        )  # fmt: skip

    folder = entry("Root Entry", 5, 1, end, 0) + entry("contents", 2, free, 2, 4096)
    return head + table + folder + entry("", 0, free, 0, 0) * 2 + content


def opened(body: str, **loose: tuple[str, str | bytes]) -> Document:
    return document_of(word(body, loose=loose))


def with_stream(data: bytes) -> Document:
    """A document with a control whose state is kept in a stream of its own."""
    import io
    import zipfile

    control = f'<ax:ocx {NAMESPACES} ax:classid="{BOX}" r:id="rId1"/>'
    made = io.BytesIO(word(p(CONTROL), loose={"ax": ("control", control)}))
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(
            "word/_rels/ax.part.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="x/activeXControlBinary" Target="ax.bin"/></Relationships>',
        )
        package.writestr("word/ax.bin", data)
    return document_of(made.getvalue())


def only(document: Document) -> Block:
    (block,) = document.blocks
    return block


@pytest.mark.parametrize("ticked", [True, False])
def test_an_activex_box_gives_its_state_and_its_caption(ticked: bool) -> None:
    value = str(int(ticked))
    documents = (
        opened(p(CONTROL), ax=("control", in_xml(value, "Jå"))),
        with_stream(stream(value, "Jå")),
        with_stream(compound(stream(value, "Jå"))),
    )
    for document in documents:
        block = only(document)
        assert block.text == ("☒ Jå" if ticked else "☐ Jå")
        assert [(b.ticked, b.technique, b.tag) for b in block.boxes] == [
            (ticked, "control", "CheckBox1")
        ]
        assert document.flags == ()


def test_text_typed_into_an_activex_field_is_read() -> None:
    document = opened(p("Navn:", CONTROL), ax=("control", in_xml("Kari", "", FIELD)))
    assert only(document).text == "Navn: Kari"


@pytest.mark.parametrize(
    "control",
    [
        in_xml("1", kind="{00000000-0000-0000-0000-000000000000}"),
        in_xml("2"),
        f'<ax:ocx {NAMESPACES} ax:classid="{BOX}"/>',
        "<not well formed",
    ],
)
def test_a_control_that_is_not_understood_is_flagged(control: str) -> None:
    document = opened(p("Svar ", CONTROL), ax=("control", control))
    assert (only(document).text, document.flags) == ("Svar ", ("embedded-files",))


@pytest.mark.parametrize(
    "data", [b"", stream("1", "Ja")[:20], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", compound(b"")]
)
def test_a_damaged_control_stops_no_reading_and_leaves_no_doubt_unsaid(data: bytes) -> None:
    document = with_stream(data)
    assert (document.blocks, document.flags) == ((), ("embedded-files",))


def test_a_document_with_nothing_but_a_box_says_what_it_shows() -> None:
    assert only(opened(p(CONTROL), ax=("control", in_xml("1", "")))).text == "☒"


def drawing(inner: str) -> str:
    return f"<w:r><w:drawing><a:graphicData>{inner}</a:graphicData></w:drawing></w:r>"


def test_the_text_of_a_diagram_is_read_where_it_is_anchored() -> None:
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for text in ("Mål", "Tiltak", "")
    )
    data = f"<dgm:dataModel {NAMESPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"
    document = opened(
        p("Før", drawing('<dgm:relIds r:dm="dm"/>')) + p("Etter"), dm=("diagramData", data)
    )
    assert [(b.id, b.kind, b.text) for b in document.blocks] == [
        ("p1", "paragraph", "Før"), ("b1p1", "text-box", "Mål"), ("b1p2", "text-box", "Tiltak"),
        ("p2", "paragraph", "Etter"),
    ]  # fmt: skip
    assert document.flags == ()


def test_a_chart_gives_its_titles_and_names_and_asks_for_a_person() -> None:
    title = "<c:title><a:p><a:r><a:t>Bemanning</a:t></a:r></a:p></c:title>"
    names = "<c:ser><c:tx><c:v>Leger</c:v></c:tx><c:cat><c:v>2025</c:v></c:cat></c:ser>"
    data = f"<c:chartSpace {NAMESPACES}><c:chart>{title}{names}</c:chart></c:chartSpace>"
    document = opened(p(drawing('<c:chart r:id="ch"/>')), ch=("chart", data))
    assert [block.text for block in document.blocks] == ["Bemanning", "Leger", "2025"]
    assert document.flags == ("embedded-files",)


def test_a_part_that_many_places_share_is_read_once_and_flagged() -> None:
    control = opened(p(CONTROL * 50), ax=("control", in_xml("1", "Ja")))
    assert (only(control).text, control.flags) == ("☒ Ja", ("embedded-files",))
    data = f"<dgm:m {NAMESPACES}><dgm:pt><dgm:t><a:p><a:t>Mål</a:t></a:p></dgm:t></dgm:pt></dgm:m>"
    diagram = opened(p(drawing('<dgm:relIds r:dm="dm"/>') * 50), dm=("diagramData", data))
    assert (only(diagram).text, diagram.flags) == ("Mål", ("embedded-files",))


def test_lettering_is_text() -> None:
    document = opened(p('<w:r><w:pict><v:textpath string="UTKAST"/></w:pict></w:r>'))
    assert [(b.id, b.text) for b in document.blocks] == [("b1p1", "UTKAST")]


def shape(size: int, text: str = "", kind: str = "rect") -> str:
    frame = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>" if text else ""
    return drawing(
        f'<wp:inline><wp:extent cx="{size}" cy="{size}"/><wps:wsp><wps:spPr>'
        f'<a:prstGeom prst="{kind}"/></wps:spPr>{frame}</wps:wsp></wp:inline>'
    )


def test_a_small_drawn_box_is_flagged_and_the_cross_in_it_kept() -> None:
    document = opened(p(shape(180_000, "X"), "Ja") + p(shape(180_000), "Nei"))
    assert [block.text for block in document.blocks] == ["Ja", "X", "Nei"]
    assert document.flags == ("drawn-boxes",)
    old = '<w:r><w:pict><v:rect style="position:absolute;width:12pt;height:12pt"/></w:pict></w:r>'
    assert opened(p(old, "Ja")).flags == ("drawn-boxes",)


@pytest.mark.parametrize("body", [shape(3_000_000, "Ramme"), shape(180_000, kind="line")])
def test_frames_and_lines_are_no_tick_boxes(body: str) -> None:
    assert opened(p(body, "Tekst")).flags == ()


def test_text_boxes_in_a_group_are_read_once_each() -> None:
    boxes = "".join(
        f"<wps:wsp><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></wps:wsp>"
        for text in ("En", "To")
    )
    frames = f"<mc:Choice>{drawing(f'<wpg>{boxes}</wpg>')}</mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:group>{boxes}</v:group></w:pict></mc:Fallback>"
    body = p(f"<w:r><mc:AlternateContent>{frames}{fallback}</mc:AlternateContent></w:r>")
    assert [block.text for block in opened(body).blocks] == ["En", "To"]


def test_the_last_resort_is_read_where_only_it_holds_text() -> None:
    either = (
        '<mc:AlternateContent><mc:Choice Requires="nytt"><nytt/></mc:Choice>'
        "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>"
    )
    assert only(opened(p("Takk ", f"<w:r>{either}</w:r>"))).text == "Takk 😀"


def test_letters_of_the_font_symbol_are_read_as_what_they_look_like() -> None:
    font = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    block = only(opened(p("p ", sign, " 5, ", r("a", font), r("\uf06f", font))))
    assert (block.text, block.boxes) == ("p ≥ 5, αο", ())


def test_formulas_and_said_words_are_text() -> None:
    formula = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    ruby = (
        f"<w:r><w:ruby><w:rt>{r('uttale')}</w:rt><w:rubyBase>{r('ord')}</w:rubyBase></w:ruby></w:r>"
    )
    assert only(opened(p("a=", formula, " ", ruby))).text == "a=x+1 ord(uttale)"


def test_a_file_within_the_document_is_flagged() -> None:
    chunk = '<w:altChunk r:id="k"/>'
    assert opened(p("Tekst") + chunk, k=("aFChunk", "<html/>")).flags == ("embedded-files",)


def test_macros_are_flagged_and_never_looked_at() -> None:
    document = opened(p("Tekst"), vba=("vbaProject", b"\xd0\xcf\x11\xe0 not a project"))
    assert (document.flags, only(document).text) == (("macros",), "Tekst")
