"""A hearing page gives what it says: title, sections, facts, and the invited bodies."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.importing import import_consultation
from innspill.stages.consultations.core.lines import Line

from .lines import paragraphs, printed

PAGE = """Hopp til hovedinnhold
Høring

Råd om trygge skoleveier

Etaten for veier har skrevet råd om skoleveier.

Om rådene

Etaten for veier sender med dette rådene på høring. Dokumentet inneholder:

 • Hvorfor veiene skal være trygge – kapittel 1
  • Oversikt over skoleveier – vedlegg B
 • Innsatsområder i arbeidet (kapittel 2)

Dette ønsker Etaten for veier tilbakemeldinger på

Vi ber særlig om innspill til dette:

 1. Er det mangler i oversikten (vedlegg B)?
 2. Er innsatsområdene realistiske (kapittel 2)?

Om høringen

Vi ber om ett svar per virksomhet. Merk svaret med sak 26/77 og send det til [email\xa0protected].

Vi holder et informasjonsmøte 03.02.26 kl. 14:30.

Svar som kommer etter fristen blir oversendt til Veidepartementet.

Kontakt

seniorrådgiver Anne Berg, anne.berg@vei.example

Høringsinstanser

Dette er dem vi har invitert.

Kommuner og fylker

 • Landets kommuner
 • Fylkesmennene
 • Nordvik kommune

Foreninger

 • Foreldreforeningen
Høringsfrist
1. april 2026
Status
På høring
Last ned"""


def test_a_page_of_text_gives_its_facts() -> None:
    definition = import_consultation(printed(PAGE))
    assert definition.title == {"nb": "Råd om trygge skoleveier"}
    assert definition.owner == "Etaten for veier"
    assert definition.case_number == "26/77"
    assert definition.status == "open"
    assert definition.deadline == date(2026, 4, 1)
    assert definition.one_response_per == "organisation"
    assert (definition.late.policy, definition.late.to) == ("forward", "Veidepartementet")
    assert definition.contact is not None
    assert definition.contact.name == "Anne Berg"
    assert definition.contact.title == "seniorrådgiver"
    assert definition.contact.email == "anne.berg@vei.example"
    assert [event.kind for event in definition.events] == ["meeting"]
    assert definition.events[0].starts == datetime(2026, 2, 3, 14, 30)  # noqa: DTZ001


def test_an_address_hidden_from_robots_is_missing_and_not_text() -> None:
    definition = import_consultation(printed(PAGE))
    assert definition.submit_email is None
    assert "protected" not in definition.model_dump_json()
    told = [text["nb"] for section in definition.sections for text in section.paragraphs]
    assert "Vi ber om ett svar per virksomhet. Merk svaret med sak 26/77." in told


def test_bodies_stand_in_their_groups_and_collective_ones_are_marked() -> None:
    groups = import_consultation(printed(PAGE)).bodies
    assert [group.name for group in groups] == ["Kommuner og fylker", "Foreninger"]
    assert [(member.name, member.collective) for member in groups[0].members] == [
        ("Landets kommuner", True),
        ("Fylkesmennene", True),
        ("Nordvik kommune", False),
    ]


def test_chapters_and_annexes_come_from_the_list_of_contents() -> None:
    (paper,) = import_consultation(printed(PAGE)).papers
    assert [(part.kind, part.id, part.title["nb"]) for part in paper.chapters] == [
        ("chapter", "1", "Hvorfor veiene skal være trygge"),
        ("chapter", "2", "Innsatsområder i arbeidet"),
        ("annex", "B", "Oversikt over skoleveier"),
    ]


def test_without_a_form_the_questions_are_those_of_the_page() -> None:
    definition = import_consultation(printed(PAGE))
    assert [(question.id, question.page_questions) for question in definition.questions] == [
        ("1", ("1",)),
        ("2", ("2",)),
    ]
    assert definition.questions[1].refers_to == ("chapter 2",)


def test_questions_of_the_form_answer_to_those_of_the_page_by_chapter() -> None:
    form = paragraphs(
        "1) Er tabellen i vedlegg B god nok?",
        "☐ Ja ☐ Nei",
        "2) Tilbakemelding på innsatsområde 1: Lys",
        "3) Tilbakemelding på innsatsområde 2: Fart",
        "4) Annet",
    )
    definition = import_consultation(printed(PAGE), form)
    assert [question.page_questions for question in definition.questions] == [
        ("1",), ("2",), ("2",), (),
    ]  # fmt: skip
    focus = [part for part in definition.papers[0].chapters if part.kind == "focus-area"]
    assert [(part.id, part.title["nb"], part.within) for part in focus] == [
        ("1", "Lys", "chapter 2"),
        ("2", "Fart", "chapter 2"),
    ]


def test_a_nynorsk_page_from_the_web_is_read_as_nynorsk() -> None:
    page = [
        *paragraphs("# Råd om skulevegar", "Status: Ferdigbehandla", "Høyringsfrist: 02.05.2026"),
        *paragraphs(
            "Vår ref.: 26/12", "Vegetaten sender råda på høyring. Dei gjeld ikkje heimeveg."
        ),
        *paragraphs("## Høyringsinstansar", "Kommunane", "Elevorganisasjonen", "## Kva no"),
        *paragraphs("## Kontakt", "fagdirektør Per Ås", "E-post: per@veg.example"),
    ]
    definition = import_consultation(page)
    assert definition.title == {"nn": "Råd om skulevegar"}
    assert (definition.status, definition.deadline) == ("finished", date(2026, 5, 2))
    assert (definition.case_number, definition.owner) == ("26/12", "Vegetaten")
    assert definition.contact is not None
    assert definition.contact.model_dump() == {
        "name": "Per Ås", "title": "fagdirektør", "email": "per@veg.example",
    }  # fmt: skip
    assert [
        (member.name, member.collective) for group in definition.bodies for member in group.members
    ] == [("Kommunane", True), ("Elevorganisasjonen", False)]


@pytest.mark.parametrize("missing", ["Etaten for veier", "26/77"])
def test_what_the_page_does_not_say_must_be_given(missing: str) -> None:
    lines = printed(PAGE.replace(missing, ""))
    with pytest.raises(BadInput, match="the page gives no"):
        import_consultation(lines)
    given = import_consultation(lines, case_number="26/77", owner="Etaten for veier")
    assert (given.case_number, given.owner) == ("26/77", "Etaten for veier")


def test_a_page_with_nothing_on_it_is_bad_input() -> None:
    with pytest.raises(BadInput):
        import_consultation([])
    with pytest.raises(BadInput, match="no questions were found"):
        import_consultation(printed(PAGE), [Line("Hei")])
