"""Questions are read out of a form, whoever filled it in; what they wrote stays out."""

from __future__ import annotations

from innspill.stages.consultations.core.form import Asked, read_form
from innspill.stages.consultations.core.lines import Line

from .lines import paragraphs, printed

TICKS = "☐ Ja ☒ Nei ☐ Har ingen kommentar"
OFFERS = ("Ja", "Nei", "Har ingen kommentar")


def test_a_question_runs_to_its_boxes_however_its_lines_are_broken() -> None:
    form = read_form(
        printed(
            "1) Er rådene om skoleveier (kapittel 2) til å forstå for dem som skal bygge i\n"
            "Norge og for andre som skal bruke dem? Utdyp gjerne i fritekstfeltet.\n\n"
            f"{TICKS}\nVi synes rådene er uklare.\n"
        )
    )
    assert form.questions == (
        Asked(
            "1",
            "Er rådene om skoleveier (kapittel 2) til å forstå for dem som skal bygge i Norge og "
            "for andre som skal bruke dem? Utdyp gjerne i fritekstfeltet.",
            "",
            OFFERS,
        ),
    )


def test_guidance_is_an_instruction_and_an_answer_is_not() -> None:
    form = read_form(
        paragraphs(
            "1) Er det mangler i tabellen?",
            TICKS,
            "Ved utdypning, angi tiltak og ansvarlig: Kommunen savner en ansvarlig.",
            "2) Er målene dekkende?",
            TICKS,
            "Ved hendelser bør kommunen varsle slik: først innbyggerne, så staten.",
            "3) Andre innspill",
            "Beskriv gjerne andre forhold i feltet under.",
            "4) Tiltak",
            "Nevner du et tiltak, skriv hvem som eier det: Kommunen eier det.",
            "5) Roller",
            "Kommunene må skrive ned hvem som eier hva: det gjøres ikke i dag.",
        )
    )
    assert [question.guidance for question in form.questions] == [
        "Ved utdypning, angi tiltak og ansvarlig:",
        "",
        "Beskriv gjerne andre forhold i feltet under.",
        "Nevner du et tiltak, skriv hvem som eier det:",
        "",
    ]


def test_no_comment_on_the_heading_line_is_an_answer() -> None:
    form = read_form(
        paragraphs(
            "1) Tilbakemelding på innsatsområde 1: Trygge veier Ingen innspill",
            "2) Tilbakemelding på innsatsområde 2: Lys. Har ingen kommentarer.",
            "3) Andre innspill og tilbakemeldinger",
        )
    )
    assert [question.text for question in form.questions] == [
        "Tilbakemelding på innsatsområde 1: Trygge veier",
        "Tilbakemelding på innsatsområde 2: Lys",
        "Andre innspill og tilbakemeldinger",
    ]


def test_a_numbered_list_in_an_answer_is_no_question() -> None:
    form = read_form(
        paragraphs(
            "1) Er planen dekkende?",
            TICKS,
            "Vi foreslår at dere:",
            "1. spør barna",
            "2. spør foreldrene",
            "3. spør lærerne",
            "2) Er det mangler i oversikten (kapittel 3)?",
            TICKS,
            "3) Andre innspill",
        )
    )
    assert [question.text for question in form.questions] == [
        "Er planen dekkende?",
        "Er det mangler i oversikten (kapittel 3)?",
        "Andre innspill",
    ]


def test_an_answer_on_the_line_below_a_heading_stays_out_of_it() -> None:
    form = read_form(
        printed(
            "1) Tilbakemelding på innsatsområde 1: Trygge veier\n"
            "vi støtter dette\n\n"
            "2) Andre innspill som det er nyttig å få med i det videre arbeidet med rådene om skole og\n"
            "veier\n"
            "Ingen\n"
        )
    )
    assert [question.text for question in form.questions] == [
        "Tilbakemelding på innsatsområde 1: Trygge veier",
        "Andre innspill som det er nyttig å få med i det videre arbeidet med rådene om skole og veier",
    ]


def test_a_table_has_number_question_and_boxes_in_cells() -> None:
    def row(number: int, *cells: str) -> list[Line]:
        return [Line(cell, kind="cell", row=(0, number)) for cell in cells]

    form = read_form(
        row(0, "1", "Er planen dekkende?", "☐ Ja", "☒ Nei", "☐ Har ingen kommentar")
        + row(1, "Nei, den er ikke det.")
        + row(2, "2", "Andre innspill")
        + row(3, "Vi vil ha mer lys.")
    )
    assert form.questions == (
        Asked("1", "Er planen dekkende?", "", OFFERS),
        Asked("2", "Andre innspill"),
    )


def test_numbers_may_be_those_of_the_word_processor() -> None:
    form = read_form(
        [
            Line("Er planen dekkende?", kind="list-item", label="1)"),
            Line(TICKS),
            Line("Ja, men den er dyr."),
            Line("Andre innspill", kind="list-item", label="2)"),
        ]
    )
    assert [question.text for question in form.questions] == [
        "Er planen dekkende?",
        "Andre innspill",
    ]


def test_what_the_sender_wrote_at_the_top_is_not_the_forms_wording() -> None:
    form = read_form(
        [
            *paragraphs("# Svarskjema om skoleveier", "Avsender: Nordvik kommune", "Kontaktperson"),
            Line("Kari Vik, 99 88 77 66"),
            Line("Skriv svarene i feltene."),
            Line("Vi er en liten kommune.", entry=True),
            *paragraphs("1) Er planen dekkende?", TICKS, "2) Andre innspill"),
        ]
    )
    assert form.wording == (
        "Svarskjema om skoleveier",
        "Avsender:",
        "Kontaktperson",
        "Skriv svarene i feltene.",
    )


def test_a_form_without_numbers_has_its_questions_above_the_boxes() -> None:
    form = read_form(
        paragraphs("Er planen dekkende?", TICKS, "Den er tynn.", "Er det mangler i den?", TICKS)
    )
    assert [question.text for question in form.questions] == [
        "Er planen dekkende?",
        "Er det mangler i den?",
    ]
