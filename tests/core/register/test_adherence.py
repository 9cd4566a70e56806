"""Responses that adhere to another's."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty, Origin
from innspill.stages.consultations.core.form_tags import SUPPORTS
from innspill.stages.reading.core.values import Adherence, Block
from innspill.stages.register.core.adhering import adherence, adherence_in
from tests.core.register.cases import hearing, response, saying


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Lier kommune slutter seg til uttalelsen fra KS.", "Kommunesektorens organisasjon"),
        ("Vi slutter oss til høringssvaret fra FHI og har ikke mer å tilføye.", "Folkehelseinstituttet"),
        ("Kommunen stiller seg bak uttalelsen fra Universitetet i Bergen", "Universitetet i Bergen"),
        ("Kommunen sluttar seg til fråsegna frå KS.", "Kommunesektorens organisasjon"),
        ("Vi støtter fullt ut høringsuttalelsen avgitt av Nes vannlag.", "Nes vannlag"),
        ("Vi viser til høringssvaret fra KS, og slutter oss til dette.", "Kommunesektorens organisasjon"),
        ("Vi slutter oss til KS sitt høringssvar.", "Kommunesektorens organisasjon"),
        ("Vi slutter oss til KSs høringssvar.", "Kommunesektorens organisasjon"),
        ("Vi slutter oss til Vannsenterets svar", "Senter for vannforskning"),
        ("Vi slutter oss fullt ut til FHI's svar", "Folkehelseinstituttet"),
        ("Vi støtter Universitetet i Bergen sin uttalelse.", "Universitetet i Bergen"),
        ("Vi støttar Nes si fråsegn.", "Nes"), ("Vi støtter Nes' svar.", "Nes"),
        ("Me støttar Vannsenteret sine innspel.", "Senter for vannforskning"),
        ("Vi viser til innspillet fra KS som vi støtter.", "Kommunesektorens organisasjon"),
        ("Vi tilslutter oss uttalelsen avgitt av\nFHI", "Folkehelseinstituttet"),
        ("Kari gir tilslutning til svaret fra KS når det gjelder rør", "Kommunesektorens organisasjon"),
        ("Vi gir vår tilslutning til uttalelsen fra Nes  vannlag", "Nes vannlag"),
        # It is no member of the line that is meant, but the municipality.
        ("Vi støtter uttalelsen fra Drammen kommune.", "Drammen kommune"),
        ("Vi støtter svaret fra KS. Vi viser til svaret fra FHI, som vi støtter.",
         "Kommunesektorens organisasjon"),
    ],
)  # fmt: skip
def test_adherence_is_linked_to_the_body_under_its_name_on_the_list(text, body):
    assert adherence(response("Lier kommune", text), hearing()) == body


@pytest.mark.parametrize(
    "text",
    [
        "Vi slutter oss til forslaget fra direktoratet.",
        "Vi stiller oss bak målene i kapittel 4.",
        "KS har sendt en egen uttalelse.",
        "Vi støtter planen.",
        "Vi viser til svaret fra KS.",
        "",
    ],
)
def test_to_support_a_proposal_is_no_adherence(text):
    assert adherence(response("Lier kommune", text), hearing()) is None


def test_it_is_looked_for_in_answers_then_in_the_letter_then_in_the_mail() -> None:
    said = "Vi støtter uttalelsen fra {}."
    letter, mail = saying(said.format("Nes")), said.format("Moen")
    answered = response("x", said.format("Lier"), unplaced=letter, cover=mail)
    assert adherence(answered, hearing()) == "Lier"
    assert adherence(response("x", "Takk.", unplaced=letter, cover=mail), hearing()) == "Nes"
    assert adherence(response("x", "Takk.", cover=mail), hearing()) == "Moen"
    assert adherence(response("x", "Takk."), hearing()) is None
    assert adherence_in(said.format("FHI"), hearing()) == "Folkehelseinstituttet"


def test_what_was_written_in_the_form_s_own_field_goes_before_the_text() -> None:
    blocks = (Block("b1", "paragraph", "KS", tag=SUPPORTS), Block("b2", "paragraph", "x"))
    text = "Vi støtter uttalelsen fra FHI."

    def joined(*fields: str) -> Adherence:
        origin = tuple(Origin(field, 0, 2) for field in fields)
        return Adherence(
            f"{fields[-1]} lag", whole=True, certainty=Certainty.CERTAIN, origin=origin
        )

    for of, body in (
        ((joined("b1"),), "b1 lag"), ((joined("b2"), joined("b2", "b1")), "b1 lag"),
        ((joined("b2"),), "Folkehelseinstituttet"), ((joined("b3"),), "Folkehelseinstituttet"),
    ):  # fmt: skip
        assert adherence(response("x", text, blocks=blocks, adherence=of), hearing()) == body
    own = Adherence("FHI", whole=True, certainty=Certainty.LIKELY, origin=(Origin("b1", 0, 2),))
    read = response("x", "Takk.", blocks=blocks, adherence=(own,))
    assert adherence(read, hearing()) == "Folkehelseinstituttet"
