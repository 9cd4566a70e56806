"""What people do to a form: one case each, beside the forms that are made by chance."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Block, Cell, NoteRef, ResponseRead
from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    QUESTION_4,
    TEXT,
    answer,
    file_of,
    lines,
    paragraphs,
    read,
)

YES = "☒ Ja  ☐ Nei  ☐ Har ingen kommentar"


def texts(found: ResponseRead) -> list[str]:
    return [each.text for each in found.answers]


def table(*rows: tuple[str, ...]) -> tuple[Block, ...]:
    cells = []
    for row, line in enumerate(rows):
        for column, text in enumerate(line):
            (block,) = paragraphs(text)
            cells.append(
                Block(f"c{row}-{column}", "cell", text, block.boxes, cell=Cell(0, row, column))
            )
    return tuple(cells)


@pytest.mark.parametrize(
    "question",
    [
        "Er råda om rekkverk (kapittel 2) lette å følgje? Utdjup gjerne.",
        "Er rådene om rekverk (kapitel 2) lette å følge?",
        "3a) Er rådene om rekkverk lette å følge? Utdyp gjerne.",
        "Spm 1: ER RÅDENE OM REKKVERK (KAPITTEL 2) LETTE Å FØLGE?",
        "Is the advice on railings (chapter 2) easy to follow?",
        "7. Er rådene om rekkverk (kapittel 2) enkle å følge i praksis? Utdyp gjerne.",
    ],
)
def test_a_question_is_known_in_nynorsk_in_english_with_slips_and_other_numbers(
    question: str,
) -> None:
    found = read(paragraphs(question, YES, "Fint.", QUESTION_3, "Brøyt."))
    assert (answer(found, "1").ticks, answer(found, "1").text) == (("yes",), "Fint.")
    assert answer(found, "1").grounds


def test_what_stands_on_the_line_of_the_ticks_is_the_answer() -> None:
    found = read(paragraphs(QUESTION_1, "☒ Ja, men bare hvis det er tørt.", QUESTION_2, EMPTY_LINE))
    assert answer(found, "1").ticks == ("yes",)
    assert answer(found, "1").text == "men bare hvis det er tørt."


def test_answers_may_come_in_a_column_beside_with_or_without_a_column_of_ticks() -> None:
    head = ("Nr", "Spørsmål", "Svar", "Kommentar")
    rows = (("1", QUESTION_1, YES, "Lavt."), ("2", QUESTION_2, EMPTY_LINE, "Storbrua."))
    found = read(table(head, *rows))
    assert texts(found)[:2] == ["Lavt.", "Storbrua."]
    assert answer(found, "1").choice == "yes"
    assert found.unplaced == ()


@pytest.mark.parametrize(
    "gathered",
    [
        ("Svar på spørsmålene:", "1: Nei, for lavt.", "2: Storbrua mangler.", "3: Brøyt."),
        ("Til spørsmål 1: Nei, for lavt.", "Til spørsmål 2: Storbrua mangler.", "Spm. 3: Brøyt."),
        ("Ad 1) Nei, for lavt.", "Ad 2) Storbrua mangler.", "Ad 3) Brøyt."),
        ("Svar på spørsmålene: 1: Nei, for lavt. 2: Storbrua mangler. 3: Brøyt.",),
    ],
)
def test_answers_gathered_after_all_questions_go_back_to_them(gathered: tuple[str, ...]) -> None:
    asked = ("1) " + QUESTION_1, "2) " + QUESTION_2, "3) " + QUESTION_3, "4) " + QUESTION_4)
    found = read(paragraphs(*asked, *gathered))
    assert texts(found) == ["Nei, for lavt.", "Storbrua mangler.", "Brøyt.", ""]
    assert answer(found, "1").ticks == ("no",)
    assert answer(found, "2").certainty is not Certainty.CERTAIN


def test_a_numbered_list_in_the_last_answer_stays_there() -> None:
    found = read(
        paragraphs(
            QUESTION_1, YES, "Fint.", QUESTION_2, YES, QUESTION_3, "Brøyt.", QUESTION_4,
            "1) Takk.", "2) Lykke til.",
        )
    )  # fmt: skip
    assert answer(found, "4").text == "1) Takk.\n\n2) Lykke til."


def test_one_answer_to_two_questions_stands_at_the_first_and_is_flagged_at_both() -> None:
    found = read(paragraphs(QUESTION_1, YES, "Spørsmål 2 og 3: Alt er med.", QUESTION_4, "Takk."))
    assert answer(found, "2").text == "Alt er med."
    assert answer(found, "3").text == ""
    for question in "23":
        assert "several-questions" in answer(found, question).flags
        assert answer(found, question).certainty is Certainty.UNSURE


def test_a_list_of_the_questions_first_changes_nothing_even_where_they_are_edited_below() -> None:
    asked = (QUESTION_1, QUESTION_2, QUESTION_3, QUESTION_4)
    edited = QUESTION_2.replace("Mangler det bruer", "Mangler det noen bruer")
    found = read(
        paragraphs(*asked, QUESTION_1, YES, "Fint.", edited, "Storbrua.", QUESTION_3, "Strø.")
    )
    assert texts(found) == ["Fint.", "Storbrua.", "Strø.", ""]


def test_a_question_answered_twice_has_both_answers_and_a_flag() -> None:
    found = read(
        paragraphs(QUESTION_1, YES, "Fint.", QUESTION_3, "Strø.", QUESTION_1, "Likevel lavt.")
    )
    assert answer(found, "1").text == "Fint.\n\nLikevel lavt."
    assert "question-repeated" in answer(found, "1").flags


def test_a_question_that_somebody_added_is_no_answer_to_the_one_before() -> None:
    asked = (
        "3) " + QUESTION_3,
        "Strø.",
        "4) " + QUESTION_4,
        "Takk.",
        "5) Hva med sykler?",
        "Egne felt.",
    )
    found = read(paragraphs("1) " + QUESTION_1, YES, *asked))
    assert answer(found, "4").text == "Takk."
    assert [p.text for p in found.unplaced] == ["5) Hva med sykler?", "Egne felt."]


def test_a_heading_of_ones_own_as_high_as_the_questions_ends_the_answer() -> None:
    def heading(name: str, text: str) -> Block:
        return Block(name, "heading", text, level=2)

    found = read(
        (
            heading("h1", QUESTION_1), *paragraphs("Fint."), heading("h2", "Om oss selv"),
            *paragraphs("Vi er en forening.", start=5), heading("h3", QUESTION_3),
            *paragraphs("Strø.", start=8),
        )
    )  # fmt: skip
    assert answer(found, "1").text == "Fint."
    assert answer(found, "3").text == "Strø."
    assert [p.text for p in found.unplaced] == ["Om oss selv", "Vi er en forening."]


@pytest.mark.parametrize(
    ("line", "ticks"),
    [
        ("JA.", ("yes",)), ("Ja, men det tar tid.", ("yes",)), ("Nei – for lavt.", ("no",)),
        ("Ja/Nei: Nei", ("no",)), ("Ja / Nei / Har ingen kommentar: Nei", ("no",)),
        ("Svar: Ja", ("yes",)), ("Vi svarer ja på dette.", ("yes",)), ("Ja takk", ("yes",)),
        ("x Ja", ("yes",)), ("Ja: x  Nei:  Har ingen kommentar:", ("yes",)), ("Ja ✓", ("yes",)),
        ("(x) Ja ( ) Nei ( ) Har ingen kommentar", ("yes",)), ("Nei", ("no",)),
        ("Ja visst er de gode.", ()), ("Jaren er fin.", ()),
    ],
)  # fmt: skip
def test_choices_in_words_and_marks(line: str, ticks: tuple[str, ...]) -> None:
    found = answer(read(paragraphs(QUESTION_1, line, QUESTION_2, EMPTY_LINE)), "1")
    assert found.ticks == ticks
    assert found.flags or not ticks or "(x)" in line or "✓" in line


@pytest.mark.parametrize(
    "line",
    [
        "Klikk eller trykk her for å skrive inn tekst.", "[Skriv svaret her]", "Kommentar:",
        "Oppgje namnet på brua og kommunen hennar:", "Oppgi bruas navn og kommune:", "……………", "____",
    ],
)  # fmt: skip
def test_hints_and_empty_fields_are_no_answer(line: str) -> None:
    found = read(paragraphs(QUESTION_1, EMPTY_LINE, line, QUESTION_2, EMPTY_LINE))
    if not line.startswith("Oppgje"):
        assert answer(found, "1").text == ""


def test_the_forms_introduction_is_no_answer_though_its_date_was_changed() -> None:
    form = Definition.model_validate(
        {
            "schema": "innspill/consultation/1", "case_number": "26/9", "title": {"nb": "Bruer"},
            "owner": "Brutilsynet", "status": "open",
            "questions": [
                {"id": "1", "text": {"nb": "Hva mener dere om bruene i kommunen?"}},
                {"id": "2", "text": {"nb": "Hva mener dere om veiene i kommunen?"}},
            ],
            "form_wording": ["Skriv svaret under hvert spørsmål og send det innen 1. mai 2026."],
        }
    )  # fmt: skip
    changed = "Skriv svaret under kvart spørsmål og send det innan 15. juni 2027."
    blocks = paragraphs("1. Hva mener dere om bruene i kommunen?", changed, "De er fine.",
                        "2. Hva mener dere om veiene i kommunen?", "De er smale.")  # fmt: skip
    (found,) = read_responses([file_of(blocks)], form)
    assert account(found).complete
    assert texts(found) == ["De er fine.", "De er smale."]


def test_a_footnote_at_the_question_belongs_to_its_answer() -> None:
    asked = Block(
        "p1",
        "paragraph",
        QUESTION_3 + "1",
        notes=(NoteRef(len(QUESTION_3), len(QUESTION_3) + 1, "1"),),
    )
    note = Block("n1", "footnote", "Brøyt oftere.", mark="1")
    found = read((*paragraphs(QUESTION_1, YES, start=5), asked, note))
    assert answer(found, "3").footnotes == ("1",)
    assert found.footnotes[0].text == "Brøyt oftere."


OTHER = Definition.model_validate(
    {
        "schema": "innspill/consultation/1", "case_number": "26/10", "title": {"nb": "Stier"},
        "owner": "Stitilsynet", "status": "open",
        "questions": [
            {
                "id": str(number),
                "text": {"nb": text},
                "choices": [
                    {"id": f"c{place}", "text": {"nb": label}} for place, label in enumerate(labels)
                ],
            }
            for number, (text, labels) in enumerate(
                [
                    ("Er stiene godt nok merket i dag?", ("Ja", "Ja, delvis", "Nei")),
                    ("Er stiene godt nok ryddet i dag?", ("Ja", "Ja, delvis", "Nei")),
                    ("Hvor viktig er turkart for dere?", ("1", "2", "3", "4", "5")),
                    ("Hva bør staten betale?", ("Merking", "Rydding og drenering", "Kart")),
                ],
                1,
            )
        ],
    }
)  # fmt: skip


def other(*body: str) -> ResponseRead:
    (found,) = read_responses([file_of(paragraphs(*body))], OTHER)
    assert account(found).complete
    return found


def test_the_longer_of_two_labels_counts_and_two_questions_may_have_the_same_choices() -> None:
    found = other(
        "1. Er stiene godt nok merket i dag?", "☐ Ja ☒ Ja, delvis ☐ Nei",
        "2. Er stiene godt nok ryddet i dag?", "☒ Ja ☐ Ja, delvis ☐ Nei",
    )  # fmt: skip
    assert [each.ticks for each in found.answers[:2]] == [("c1",), ("c0",)]


@pytest.mark.parametrize(
    ("line", "ticks"),
    [("☐ 1 ☐ 2 ☐ 3 ☒ 4 ☐ 5", ("c3",)), ("4", ("c3",)), ("Svar: 4", ("c3",)), ("4 bruer", ())],
)
def test_a_scale_is_ticked_or_written(line: str, ticks: tuple[str, ...]) -> None:
    found = other(
        "1. Er stiene godt nok merket i dag?", "Nei", "3. Hvor viktig er turkart for dere?", line
    )
    assert answer(found, "3").ticks == ticks


def test_several_choices_are_all_kept() -> None:
    found = other(
        "1. Er stiene godt nok merket i dag?", "Nei", "4. Hva bør staten betale?",
        "☒ Merking", "☒ Rydding og drenering", "☐ Kart",
    )  # fmt: skip
    assert answer(found, "4").ticks == ("c0", "c1")
    assert answer(found, "4").choice is None


def test_an_answer_before_the_ticks_and_one_over_a_page_break_are_whole() -> None:
    text = (
        f"1) {QUESTION_1}\n\nRekkverket er lavt.\n\n{YES}\n\n3) {QUESTION_3}\n\n"
        "Brøyt oftere, og strø når det trengs, særlig før skolen begynner og når det\n"
        "er mørkt.\n"
    )
    found = read(lines(text), TEXT)
    assert (answer(found, "1").ticks, answer(found, "1").text) == (("yes",), "Rekkverket er lavt.")
    assert answer(found, "3").text.endswith("når det er mørkt.")
