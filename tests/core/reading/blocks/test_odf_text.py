"""What an OpenDocument text shows and hides, to the character."""

from __future__ import annotations

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Emphasis
from tests.core.reading.blocks.open_document import (
    NAMESPACES,
    blocks_of,
    hidden_of,
    odt,
    odt_of,
    p,
    text_style,
    texts_of,
)
from tests.core.reading.blocks.word import document_of


def test_white_space_counts_as_the_standard_has_it() -> None:
    body = p('  en\n  to<text:s text:c="3"/>tre<text:span> </text:span> fire<text:tab/>')
    assert texts_of(body) == ["en to   tre fire\t"]


def test_a_million_spaces_are_not_made() -> None:
    assert len(texts_of(p('a<text:s text:c="2000000000"/>b'))[0]) < 2_000


def test_wrappers_nobody_named_keep_their_text() -> None:
    body = p("Se <text:a>lenken</text:a>, <text:meta-field>felt</text:meta-field>, "
             "<text:ruby><text:ruby-base>grunn</text:ruby-base><text:ruby-text>x</text:ruby-text>"
             "</text:ruby>, <text:date>1. mai</text:date><text:line-break/>"
             '<text:drop-down><text:label text:value="Nei"/>Kommune</text:drop-down>'
             "<text:soft-page-break/>")  # fmt: skip
    assert texts_of(body) == ["Se lenken, felt, grunn, 1. mai\nKommune"]


def test_what_was_deleted_is_set_apart_with_its_place() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<office:change-info><dc:creator>Kari</dc:creator></office:change-info>"
        f"{p('ikke ')}{p('i det hele tatt')}</text:deletion></text:changed-region>"
        '<text:changed-region text:id="c2"><text:insertion/></text:changed-region>'
        "</text:tracked-changes>"
    )
    document = odt_of(
        changes + p('Vi er <text:change text:change-id="c1"/>'
                    '<text:change-start text:change-id="c2"/>svært '
                    '<text:change-end text:change-id="c2"/>enige')
    )  # fmt: skip
    assert [block.text for block in document.blocks] == ["Vi er svært enige"]
    (deleted,) = document.hidden
    assert (deleted.kind, deleted.text) == ("deleted", "ikke \ni det hele tatt")
    assert [(o.block, o.start, o.end) for o in deleted.origin] == [("p1", 6, 6)]
    assert "tracked-changes" in document.flags


def test_hidden_text_in_all_its_ways_is_no_answer() -> None:
    automatic = text_style("Skjult", 'text:display="none"') + text_style(
        "Arvet", "", parent="Skjult"
    )
    body = (
        p('synlig<text:span text:style-name="Arvet">en</text:span>')
        + p('<text:hidden-text text:is-hidden="true" text:string-value="to"/>synlig')
        + p('<text:hidden-paragraph text:is-hidden="true"/>tre')
        + f'<text:section text:display="none">{p("fire")}</text:section>'
        + p('<text:conditional-text text:string-value-if-true="x">vist</text:conditional-text>')
        + p("<text:placeholder>&lt;Skriv her&gt;</text:placeholder>")
    )
    assert texts_of(body, automatic=automatic) == ["synlig", "synlig", "vist"]
    assert hidden_of(body, automatic=automatic) == [
        ("hidden", "en"), ("hidden", "to"), ("hidden", "tre"), ("hidden", "fire"),
        ("placeholder", "<Skriv her>"),
    ]  # fmt: skip


def test_a_comment_knows_what_it_is_about() -> None:
    body = p('Vi <office:annotation office:name="a"><dc:creator>Ola</dc:creator>'
             f'{p("Sikkert?")}</office:annotation>støtter<office:annotation-end office:name="a"/>'
             " dette")  # fmt: skip
    document = odt_of(body)
    (comment,) = document.hidden
    assert (comment.kind, comment.text) == ("comment", "Sikkert?")
    assert [(o.block, o.start, o.end) for o in comment.origin] == [("p1", 3, 10)]
    assert document.blocks[0].text == "Vi støtter dette"


def test_what_is_set_apart_is_told_with_exact_places() -> None:
    automatic = (
        text_style("Fet", 'fo:font-weight="bold"')
        + text_style("FetStrøket", 'style:text-line-through-style="solid"', parent="Fet")
        + text_style("Gul", 'fo:background-color="#ffff00"')
        + text_style("Hvit", 'fo:background-color="transparent"')
        + text_style("P1", 'style:text-underline-style="solid"', family="paragraph")
    )
    body = (
        p('[x] Ja <text:span text:style-name="FetStrøket">Ne</text:span>'
          '<text:span text:style-name="FetStrøket">i</text:span> '
          '<text:span text:style-name="Gul">Vet ikke</text:span>'
          '<text:span text:style-name="Hvit">.</text:span>')
        + p("Alt", "P1")
    )  # fmt: skip
    first, second = blocks_of(body, automatic=automatic)
    assert first.text == "☒ Ja Nei Vet ikke."
    assert first.emphases == (
        Emphasis(5, 8, "struck-out"), Emphasis(5, 8, "bold"), Emphasis(9, 17, "highlighted"),
    )  # fmt: skip
    assert second.emphases == (Emphasis(0, 3, "underlined"),)


def test_a_flat_file_is_read_like_a_packed_one() -> None:
    flat = (
        f'<?xml version="1.0"?>\n<office:document {NAMESPACES} office:mimetype="x">'
        "<office:meta><dc:title>Svar</dc:title></office:meta><office:body><office:text>"
        f"{p('[x] Ja')}</office:text></office:body></office:document>"
    )
    document = document_of(flat.encode())
    assert [(block.id, block.text) for block in document.blocks] == [("p1", "☒ Ja")]
    assert document.properties == {"title": "Svar"}


def test_a_locked_file_says_so() -> None:
    manifest = (
        f'<manifest:manifest {NAMESPACES}><manifest:file-entry manifest:full-path="content.xml">'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    (read,) = read_file("svar.odt", odt("", **{"META-INF/manifest.xml": manifest}))
    assert (read.document, read.problem_code) == (None, "encrypted")


def test_slides_are_read_for_their_text_page_by_page() -> None:
    def slide(text: str) -> str:
        box = f"<draw:frame><draw:text-box>{p(text)}</draw:text-box></draw:frame>"
        return f"<draw:page>{box}<presentation:notes>{box}</presentation:notes></draw:page>"

    media_type = "application/vnd.oasis.opendocument.presentation"
    document = odt_of(slide("en") + slide("to"), kind="presentation", media_type=media_type)
    assert [(b.text, b.page) for b in document.blocks] == [("en", 1), ("to", 2)]
    assert [(h.kind, h.text) for h in document.hidden] == [("hidden", "en"), ("hidden", "to")]
    assert document.media_type == media_type


def test_a_document_of_pictures_alone_needs_a_look() -> None:
    picture = p('<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>')
    (read,) = read_file("svar.odt", odt(picture))
    assert read.problem_code == "needs-ocr"
    assert "pages-without-text" in odt_of(p("Se bildet") + picture).flags
    sheet = p('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>')
    assert "embedded-files" in odt_of(p("Se tabellen") + sheet).flags
