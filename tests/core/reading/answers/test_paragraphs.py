"""Lines of text and PDF files joined to paragraphs."""

from __future__ import annotations

from tests.core.reading.answers.hearing import (
    QUESTION_1,
    QUESTION_2,
    TEXT,
    answer,
    lines,
    paragraphs,
    read,
)


def said(text: str) -> str:
    return answer(read(lines(f"{QUESTION_1}\n{text}\n{QUESTION_2}\n"), TEXT), "1").text


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Rekkverket er for lavt for voksne som sykler over brua i mørket, og\n"
        "det er for åpent for barn. Vi mener at det bør heves.\n"
    )
    assert said(text) == " ".join(text.split())


def test_a_blank_line_parts_paragraphs() -> None:
    assert said("Rekkverket er for lavt.\n\nDet er for åpent.") == (
        "Rekkverket er for lavt.\n\nDet er for åpent."
    )


def test_where_every_line_is_followed_by_a_blank_one_a_bigger_gap_parts_paragraphs() -> None:
    first = (
        "Rekkverket er for lavt for voksne som sykler over brua i mørket, og\n\n"
        "det er for åpent for barn. Vi mener at det bør heves og tettes.\n\n"
    )
    second = "Lyset er godt nok."
    wrapped = f"{first}  \n\n{second}\n\n"
    spaced = QUESTION_1 + "\n\n" + wrapped + QUESTION_2 + "\n\n" + "Nei"
    found = answer(read(lines(spaced), TEXT), "1").text
    assert found == " ".join(first.split()) + "\n\n" + second


def test_a_sentence_goes_on_over_a_page_break() -> None:
    text = (
        "Rekkverket bør heves fordi brua er høy og vinden er sterk når det\n\n\n\n"
        "stormer fra vest om vinteren."
    )
    assert said(text) == " ".join(text.split())


def test_list_items_stand_by_themselves() -> None:
    assert said("• høyere rekkverk\n• bedre lys\n• mer sand") == (
        "• høyere rekkverk\n\n• bedre lys\n\n• mer sand"
    )


def test_a_word_with_a_hyphen_at_the_end_of_the_line_is_kept_whole() -> None:
    text = (
        "Vi mener at rekkverket på brua er for lavt for alle som bruker el-\n"
        "sykkel, og det gjelder både sykler til vare-\n"
        "og persontransport."
    )
    assert "el-sykkel" in said(text)


def test_paragraphs_of_word_stay_paragraphs() -> None:
    found = read(paragraphs(QUESTION_1, "Rekkverket er", "lavt", QUESTION_2, "Nei"))
    assert answer(found, "1").text == "Rekkverket er\n\nlavt"
