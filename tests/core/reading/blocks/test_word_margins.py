"""Headers and footers that a page shows, and those that only lie in the file."""

from __future__ import annotations

from tests.core.reading.blocks.word import document_of, p, part, word

SWITCH = "<w:evenAndOddHeaders/>"


def section(*types: str, first_page: bool = False) -> str:
    references = "".join(f'<w:headerReference w:type="{t}" r:id="{t}"/>' for t in types)
    return f"<w:sectPr>{references}{'<w:titlePg/>' if first_page else ''}</w:sectPr>"


def headers(body: str, settings: str = "") -> tuple[list[str], list[tuple[str, str]]]:
    """The headers that are shown, in order, and what is hidden."""
    loose = {kind: ("header", part("header", p(kind))) for kind in ("default", "first", "even")}
    document = document_of(word(body, loose=loose, settings=settings))
    shown = [block.text for block in document.blocks if block.kind == "header"]
    return shown, [(each.kind, each.text) for each in document.hidden]


def test_only_the_usual_header_is_shown_where_nothing_else_is_switched_on() -> None:
    body = p("Tekst") + section("even", "default", "first")
    assert headers(body) == (["default"], [("hidden", "first"), ("hidden", "even")])


def test_the_first_pages_header_is_shown_where_the_section_has_one() -> None:
    body = p("Tekst") + section("default", "first", first_page=True)
    assert headers(body) == (["first", "default"], [])


def test_even_pages_have_their_own_header_where_the_settings_say_so() -> None:
    body = p("Tekst") + section("default", "even")
    assert headers(body, SWITCH) == (["default", "even"], [])
    off = SWITCH.replace("/>", ' w:val="0"/>')
    assert headers(body, off) == (["default"], [("hidden", "even")])


def test_a_later_section_takes_over_the_first_pages_header() -> None:
    first = f"<w:p><w:pPr>{section('default', 'first')}</w:pPr></w:p>"
    body = p("En") + first + p("To") + section(first_page=True)
    assert headers(body) == (["first", "default"], [])


def test_a_header_for_pages_that_do_not_exist_is_a_usual_one() -> None:
    body = p("Tekst") + section("default").replace('w:type="default"', 'w:type="odd"')
    assert headers(body) == (["default"], [])
