"""Who sent a response, and on what grounds we believe so."""

from __future__ import annotations

import pytest

from innspill.shared.organisation_number import is_organisation_number
from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers.organisation_names import Names
from innspill.stages.reading.core.answers.organisation_numbers import (
    numbers_in,
)
from innspill.stages.reading.core.answers.sender import Evidence, who_sent
from innspill.stages.reading.core.values import Sender
from tests.core.reading.answers.hearing import BRIDGES

NAMES = Names(BRIDGES)


def sender(**evidence: object) -> Sender:
    return who_sent(Evidence(**evidence), NAMES).sender  # type: ignore[arg-type]


def all_senders(**evidence: object) -> list[str | None]:
    found = who_sent(Evidence(**evidence), NAMES)  # type: ignore[arg-type]
    return [found.sender.name, *(each.name for each in found.further)]


def test_a_body_that_speaks_of_itself_names_itself() -> None:
    found = sender(said="Lyset er svakt. Sandvik kommune foreslår flere lamper.")
    assert (found.name, found.certainty) == ("Sandvik kommune", Certainty.LIKELY)
    assert found.grounds == ("names itself in the text",)


def test_a_body_that_is_only_mentioned_is_not_the_sender() -> None:
    assert sender(said="Brua i Sandvik kommune er stengt av Brutilsynet.").name is None


def test_the_field_for_the_sender_is_certain() -> None:
    found = sender(head=("Avsender: Bruvennene",), said="Sandvik kommune mener noe annet.")
    assert (found.name, found.certainty) == ("Bruvennene", Certainty.CERTAIN)


def test_a_section_that_writes_for_its_municipality_is_that_municipality() -> None:
    assert sender(head=("Avsender: Vegseksjonen, på vegne av Sandvik kommune",)).name == (
        "Sandvik kommune"
    )


def test_the_owner_of_the_hearing_is_not_its_sender() -> None:
    head = ("Direktoratet for gangveier", "Stidepartementet", "Statsforvalteren i Fjordane")
    assert sender(head=head).name == "Statsforvalteren i Fjordane"


def test_an_invited_body_is_known_by_its_other_name() -> None:
    assert sender(tail=("Gangveiforeningen",)).name == "Norsk gangveiforening"


def test_a_joint_response_has_several_senders_where_it_says_so() -> None:
    head = ("Felles høringssvar fra Ås, Vestby og Frogn kommuner",)
    assert all_senders(head=head) == ["Ås kommune", "Vestby kommune", "Frogn kommune"]


def test_several_signatures_are_several_senders() -> None:
    tail = ("Kari Aas", "Ås kommune", "Per Vik", "Vestby kommune")
    assert all_senders(tail=tail) == ["Ås kommune", "Vestby kommune"]


def test_a_body_named_beside_the_one_that_signs_is_no_sender() -> None:
    assert all_senders(tail=("Kari Aas", "Dokumentsenteret", "Ås kommune")) == ["Ås kommune"]


def test_somebody_who_acts_for_another_in_an_answer_is_not_the_sender() -> None:
    said = "Brua ble kontrollert av Ås kommune på vegne av Brutilsynet i fjor."
    assert sender(said=said).name is None


def test_a_private_person_is_known_by_the_signature() -> None:
    found = sender(tail=("Mvh Kari Aas",), mail={"from": "kari <kari@post.example>"})
    assert found.name == "Kari Aas"
    assert "signs with this name" in found.grounds


def test_nobody_is_made_up() -> None:
    assert sender(said="Brua er fin.").name is None


@pytest.mark.parametrize(
    "name",
    [
        "Sandvik kommune", "Vestland fylkeskommune", "Statsforvalteren i Oslo og Viken",
        "Statsforvaltaren i Rogaland", "Helse Vest RHF", "Universitetet i Agder",
        "Oslo universitetssykehus HF", "Norsk forening for stifolk", "Bydel Gamle Oslo",
        "Brutilsynet", "Gangbru Drift AS", "Voss herad", "Nordre Follo kommune",
    ],
)  # fmt: skip
def test_names_that_look_like_bodies(name: str) -> None:
    assert [found.name for found in NAMES.find(f"Her er det {name} som svarer.")] == [name] or (
        name in [found.name for found in NAMES.find(name)]
    )


def test_an_organisation_number_must_have_the_right_check_digit() -> None:
    assert is_organisation_number("974760673")
    assert not is_organisation_number("974760674")
    said = "Org.nr. 974 760 673 MVA", "Org.nr. 974 760 674", "Telefon 974 760 673"
    right = [[each.digits for each in numbers_in(line) if each.right] for line in said]
    assert right == [["974760673"], [], []]
