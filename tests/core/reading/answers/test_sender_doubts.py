"""Several possible senders, those a response speaks for, and whose number stands where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers.mail_names import belongs, body_of_domain
from innspill.stages.reading.core.answers.organisation_names import Names, as_written
from innspill.stages.reading.core.answers.organisation_numbers import numbers_in
from innspill.stages.reading.core.answers.sender import Evidence, Senders, who_sent
from tests.core.reading.answers.hearing import (
    BRIDGES,
    MAIL,
    TEXT,
    lines,
    read,
)

NAMES = Names(BRIDGES)


def sent(**evidence: object) -> Senders:
    return who_sent(Evidence(**evidence), NAMES)  # type: ignore[arg-type]


def test_several_grounds_for_one_name_make_it_certain() -> None:
    found = sent(
        head=("SANDVIK KOMMUNE", "Vegkontoret"),
        tail=("Med hilsen", "Kari Aas", "Sandvik kommune"),
        mail={"from": "Kari Aas <kari.aas@sandvik.kommune.no>"},
    ).sender
    assert (found.name, found.certainty) == ("Sandvik kommune", Certainty.CERTAIN)
    assert found.grounds == (
        "stands in the letterhead", "stands in the signature", "the mail address belongs to it",
    )  # fmt: skip


def test_two_bodies_with_grounds_as_good_are_unsure() -> None:
    found = sent(head=("Sandvik kommune", "Fagforbundet"))
    assert found.sender.certainty is Certainty.UNSURE
    assert found.flags == ("sender-unsure",)
    assert [each.name for each in found.candidates] == ["Sandvik kommune", "Fagforbundet"]


def test_nothing_is_certain_where_another_body_has_grounds_of_its_own() -> None:
    mail = {"from": "Kari <kari@sandvik.kommune.no>"}
    alone = sent(head=("Sandvik kommune",), tail=("Kari", "Sandvik kommune"), mail=mail)
    assert alone.sender.certainty is Certainty.CERTAIN
    said = "Fagforbundet mener at brua er fin."
    beside = sent(head=("Sandvik kommune",), tail=("Kari", "Sandvik kommune"), mail=mail, said=said)
    assert beside.sender.certainty is Certainty.LIKELY


def test_who_speaks_of_herself_is_not_the_municipality_she_tells_of() -> None:
    found = sent(said="Jeg bor ved brua. Sandvik kommune støtter ikke oss.")
    assert (found.sender.certainty, found.flags) == (Certainty.UNSURE, ("sender-unsure",))


def test_a_council_is_named_with_its_municipality() -> None:
    assert (
        sent(head=("Sandvik kommune", "Eldrerådet")).sender.name == "Eldrerådet i Sandvik kommune"
    )


def test_an_officer_behind_the_word_from_is_only_likely() -> None:
    assert sent(head=("Fra: Teknisk sjef",)).sender.certainty is Certainty.LIKELY


def test_a_body_that_only_the_text_tells_of_comes_after_the_letterhead() -> None:
    found = sent(head=("Fagforbundet",), said="Sandvik kommune mener at brua er fin.")
    assert [each.name for each in found.candidates] == ["Fagforbundet", "Sandvik kommune"]
    assert found.flags == ()


@pytest.mark.parametrize(
    "head",
    [
        ("Direktoratet for gangveier", "Postboks 1", "0102 Oslo"),
        ("Til: Brutilsynet",),
        ("Til Direktoratet for gangveier v/ Ola Moe",),
        ("Kopi til:", "Fagforbundet", "Brutilsynet"),
    ],
)
def test_whom_a_letter_is_to_did_not_send_it(head: tuple[str, ...]) -> None:
    assert sent(head=head).sender.name is None


def test_an_address_below_another_name_is_whom_it_is_to() -> None:
    head = ("Fagforbundet", "Brutilsynet", "Postboks 8 Dep", "0030 Oslo")
    assert [each.name for each in sent(head=head).candidates] == ["Fagforbundet"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("S A N D V I K  K O M M U N E", "Sandvik kommune"),
        ("HELSE VEST IKT AS", "Helse Vest IKT AS"),
        ("Kommunedirektøren i Sandvik", "Sandvik kommune"),
        ("Sandvik kommune, seksjon for vann og avløp", "Sandvik kommune"),
        ("Sandvik kommune · Torget 1 · 4000 Sandvik", "Sandvik kommune"),
        ("Sandvik kommunes høringsuttalelse", "Sandvik kommune"),
        ("Deanu gielda / Tana kommune", "Tana kommune"),
        ("Snåasen tjïelte", "Snåasen tjïelte"),
        ("Statsforvaltaren i Møre og Romsdal", "Statsforvaltaren i Møre og Romsdal"),
        ("Barne-, ungdoms- og familiedirektoratet", "Barne-, ungdoms- og familiedirektoratet"),
        ("Ungdomsrådet i Sandvik kommune", "Ungdomsrådet i Sandvik kommune"),
        ("Øst politidistrikt", "Øst politidistrikt"),
        ("Abelia", "Abelia"),
        ("Høringssvar fra Framtiden i våre hender", "Framtiden i våre hender"),
    ],
)
def test_a_name_in_the_letterhead_is_read_whole(line: str, name: str) -> None:
    assert sent(head=(line,)).sender.name == name


@pytest.mark.parametrize(
    "line",
    [
        "Høring om råd om gangbruer", "Innspill", "Deres ref. 24/615", "Oslo, 3. mai 2024",
        "Forslaget støtter oss", "Satsingsområdet er bra", "Vi støtter rådene", "Bruer for alle",
        "0102 Oslo", "www.bru.no", "Til rette vedkommende",
    ],
)  # fmt: skip
def test_a_line_that_is_no_name_makes_nobody_up(line: str) -> None:
    assert sent(head=(line,), said=line).sender.name is None


def test_a_name_over_two_lines_is_one() -> None:
    head = ("Norsk forening for", "bruer i Nord-Norge")
    assert sent(head=head).sender.name == "Norsk forening for bruer i Nord-Norge"


def test_a_lawyer_writes_for_somebody_else() -> None:
    found = sent(
        head=("Advokatfirmaet Lie AS", "Høringsuttalelse på vegne av Gangbru Drift AS"),
        tail=("Per Lie", "advokat"),
    )
    assert found.sender.name == "Advokatfirmaet Lie AS"
    assert (found.on_behalf_of, found.further) == (("Gangbru Drift AS",), ())


def test_a_regional_council_writes_for_its_municipalities() -> None:
    found = sent(
        head=("Regionrådet for Hallingdal",),
        said="Regionrådet for Hallingdal avgir svar på vegne av kommunene i Hallingdal.",
    )
    assert found.sender.name == "Regionrådet for Hallingdal"
    assert found.on_behalf_of == ("kommunene i Hallingdal",)


def test_by_power_of_attorney_is_on_behalf() -> None:
    said = "Etter fullmakt fra Gangbru Drift AS avgir vi svar."
    found = sent(head=("Bruråd AS",), said=said)
    assert (found.sender.name, found.on_behalf_of) == ("Bruråd AS", ("Gangbru Drift AS",))


@pytest.mark.parametrize(
    "head",
    [
        ("Felles høringsuttalelse fra Ås, Frogn og Vestby kommuner",),
        ("Høringssvar fra kommunene Ås, Frogn og Vestby",),
        ("Høyringssvar frå kommunane Ås, Frogn og Vestby",),
        ("Avsendere:", "Ås kommune", "Frogn kommune", "Vestby kommune"),
        ("Joint response from Ås kommune, Frogn kommune and Vestby kommune",),
        ("Avsender: Ås kommune, Frogn kommune og Vestby kommune",),
    ],
)
def test_those_who_send_together_are_all_senders(head: tuple[str, ...]) -> None:
    found = sent(head=head)
    names = [found.sender.name, *(each.name for each in found.further)]
    assert names == ["Ås kommune", "Frogn kommune", "Vestby kommune"]
    assert found.on_behalf_of == ()


@pytest.mark.parametrize(
    ("domain", "said", "name"),
    [
        ("drammen.kommune.no", "", "Drammen kommune"),
        ("byr.oslo.kommune.no", "", "Oslo kommune"),
        ("bodo.kommune.no", "Vi i Bodø støtter dette.", "Bodø kommune"),
        ("nordre-follo.kommune.no", "", "Nordre Follo kommune"),
        ("trondelagfylke.no", "Trøndelag er stort.", "Trøndelag fylkeskommune"),
        ("gmail.com", "Drammen", None),
    ],
)
def test_a_municipal_address_tells_the_municipality(
    domain: str, said: str, name: str | None
) -> None:
    assert body_of_domain(domain, said) == name


def test_a_domain_belongs_to_whose_name_or_initials_it_is() -> None:
    assert belongs("Abelia", "abelia.no")
    assert belongs("Norsk forening for kommunal IKT", "nfki.no")
    assert belongs("Helse Vest RHF", "helse-vest.no")
    assert not belongs("Fagforbundet", "gmail.com")
    assert not belongs("Sandvik kommune", "drammen.kommune.no")


def test_the_hearings_own_address_tells_nobody() -> None:
    own = BRIDGES.model_copy(update={"submit_email": "post@gangveier.kommune.no"})
    found = who_sent(Evidence(mail={"from": "post@gangveier.kommune.no"}), Names(own))
    assert found.sender.name is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Org.nr.: 974 760 673 MVA", [("974760673", True)]),
        ("NO 974760673 MVA", [("974760673", True)]),
        ("Foretaksregisteret: NO 974 760 673 MVA", [("974760673", True)]),
        ("Organisasjonsnummer 974760673", [("974760673", True)]),
        ("974 760 673", [("974760673", True)]),
        ("Org.nr. 974 760 674", [("974760674", False)]),
        ("Org nr 123 456 785", [("123456785", True)]),
        ("974 760 674", []),
        ("Tlf. 974 760 673", []),
        ("KID 974760673", []),
        ("Konto: 9747 60 67300", []),
        ("Sak 974760673", []),
        ("Telefon 32 04 00 00", []),
        ("fnr 01019012345", []),
    ],
)
def test_nine_digits_are_an_organisation_number_where_they_can_be(
    text: str, found: list[tuple[str, bool]]
) -> None:
    assert [(number.digits, number.right) for number in numbers_in(text)] == found


def test_a_number_with_a_wrong_check_digit_is_flagged_and_not_taken() -> None:
    found = sent(head=("Sandvik kommune", "Org.nr. 974 760 674"))
    assert found.sender.organisation_number is None
    assert found.flags == ("organisation-number-wrong",)
    typed = sent(fields={"sender_name": "Sandvik kommune", "sender_number": "123"})
    assert typed.flags == ("organisation-number-wrong",)


def test_the_number_beside_the_owners_name_is_the_owners() -> None:
    head = ("Sandvik kommune", "Direktoratet for gangveier", "Org.nr. 974 760 673")
    assert sent(head=head).sender.organisation_number is None


def test_each_candidate_has_the_number_beside_its_own_name() -> None:
    found = sent(
        head=("Sandvik kommune", "Org.nr. 974 760 673"), foot=("Fagforbundet, org.nr. 985399077",)
    )
    numbers = {each.name: each.organisation_number for each in found.candidates}
    assert numbers == {"Sandvik kommune": "974760673", "Fagforbundet": "985399077"}


def test_a_private_letter_that_tells_of_a_municipality_is_the_persons() -> None:
    said = "Sandvik kommune mener brua er fin, men jeg er uenig."
    found = sent(tail=("Hilsen Ola Moe",), said=said, mail={"from": "Ola Moe <ola@gmail.com>"})
    assert found.sender.name == "Ola Moe"


def test_who_wants_no_name_is_anonymous() -> None:
    assert sent(tail=("Hilsen anonym",)).sender.name == "Anonym"


def test_what_a_mail_answers_tells_not_who_sent_it() -> None:
    own = lines("Vi støtter rådene.\n\nHilsen\nKari Aas\nFagforbundet")
    quoted = replace(lines("Brutilsynet mener at bruer er fine.")[0], id="l9", kind="quoted")
    assert read((*own, quoted), MAIL, "post.eml").sender.name == "Fagforbundet"


def test_capitals_of_a_letterhead_are_read_as_words() -> None:
    assert as_written("NORDRE FOLLO KOMMUNE") == "Nordre Follo kommune"
    assert as_written("NTNU") == "NTNU"
    assert as_written("Norsk Bru AS") == "Norsk Bru AS"


@pytest.mark.parametrize("piece", ["A A ", "A-B-", "A og ", "AAAA", "på vegne av A ", "Norsk for "])
def test_text_made_to_hold_up_reading_is_read(piece: str) -> None:
    assert read(lines(piece * (24_000 // len(piece))), TEXT).kind == "letter"
