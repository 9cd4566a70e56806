"""Measures that answers propose: only where the question asks, and only what the text labels."""

from __future__ import annotations

from innspill.shared.values import Origin
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Answer, Block, Cell, Measure
from tests.core.reading.answers.hearing import answer, file_of, paragraphs

ASKED = "Mangler det tiltak i oversikten over gangbruer i vedlegget?"
GUIDE = "Ved utdypning, angi tiltak, ansvarlig, relevant for, beskrivelse:"
HEARING = Definition.model_validate(
    {
        "schema": "innspill/consultation/1",
        "case_number": "26/8",
        "title": {"nb": "Gangbruer"},
        "owner": "Brutilsynet",
        "status": "open",
        "questions": [
            {"id": "1", "text": {"nb": ASKED}, "guidance": {"nb": GUIDE}},
            {"id": "2", "text": {"nb": "Andre innspill om gangbruene"}},
        ],
    }
)


def given(*blocks: Block, question: str = "1") -> Answer:
    head = paragraphs("1) " + ASKED, GUIDE)
    foot = paragraphs("2) Andre innspill om gangbruene", "Tiltak: Ingen. Ansvarlig: Vi.", start=80)
    (found,) = read_responses([file_of((*head, *blocks, *foot))], HEARING)
    assert account(found).complete
    return answer(found, question)


def parts(measure: Measure) -> tuple[str, str, str, str]:
    return measure.name, measure.responsible, measure.relevant_for, measure.description


def table(*rows: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(f"c{row}-{column}", "cell", text, cell=Cell(0, row, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    )


def test_rows_of_a_table_under_its_headings_are_measures() -> None:
    found = given(
        *table(
            ("Tiltak", "Ansvarleg", "Relevant for", "Skildring"),
            ("Rekkverk", "Kommunen", "Gåande", "Høgare rekkverk."),
            ("Lys", "", "Alle", "Fleire lykter."),
        )
    )
    assert [parts(measure) for measure in found.measures] == [
        ("Rekkverk", "Kommunen", "Gåande", "Høgare rekkverk."),
        ("Lys", "", "Alle", "Fleire lykter."),
    ]
    assert found.measures[0].origin[0] == Origin("c1-0", 0, 8)


def test_labelled_lines_are_measures_and_a_label_that_comes_again_begins_the_next() -> None:
    found = given(
        *paragraphs(
            "Tiltak: Rekkverk", "Ansvarlig: Kommunen", "Relevant for: Gående",
            "Beskrivelse: Høyere rekkverk.", "Også på Storbrua.", "Tiltak: Lys", "Ansvarlig: Fylket",
            start=10,
        )
    )  # fmt: skip
    assert [parts(measure) for measure in found.measures] == [
        ("Rekkverk", "Kommunen", "Gående", "Høyere rekkverk.\n\nOgså på Storbrua."),
        ("Lys", "Fylket", "", ""),
    ]


def test_labels_may_stand_on_one_line_with_a_number_before() -> None:
    found = given(
        *paragraphs(
            "1) Tiltak: Rekkverk. Ansvarlig: Kommunen; Relevant for: Gående. Beskrivelse: Høyere.",
            "2) Measure: Lights, Responsible: The county. Description: More of them.",
            start=10,
        )
    )
    assert [measure.name for measure in found.measures] == ["Rekkverk.", "Lights"]
    assert [measure.responsible for measure in found.measures] == ["Kommunen", "The county."]


def test_rows_parted_by_semicolons_follow_the_line_that_names_them() -> None:
    found = given(
        *paragraphs(
            "Tiltak; Ansvarlig; Relevant for; Beskrivelse",
            "Rekkverk; Kommunen; Gående; Høyere rekkverk",
            "Dette er viktig; gjør noe.",
            start=10,
        )
    )
    assert [parts(measure) for measure in found.measures] == [
        ("Rekkverk", "Kommunen", "Gående", "Høyere rekkverk")
    ]


def test_running_text_gives_no_measures() -> None:
    assert given(*paragraphs("Kommunen er ansvarlig for flere tiltak.", start=10)).measures == ()


def test_a_question_that_asks_for_no_measures_has_none() -> None:
    assert given(question="2").measures == ()


def test_each_part_of_a_measure_leads_to_its_words() -> None:
    found = given(*paragraphs("Tiltak: Rekkverk", "Ansvarlig: Kommunen", start=10))
    assert found.measures[0].origin == (Origin("p10", 8, 16), Origin("p11", 11, 19))
