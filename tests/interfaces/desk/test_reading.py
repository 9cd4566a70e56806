"""The desk's pages for looking: what waits, what arrived, the original beside its reading."""

from __future__ import annotations

import re

from innspill.interfaces.desk.templatetags.desk import doubt
from innspill.interfaces.desk.templatetags.desk import ground as in_words
from innspill.pipeline import wiring
from innspill.pipeline.steps import STEPS
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.publication import queries as publication
from innspill.stages.register import queries as register
from tests.interfaces.scene import TINDVANG, hand_in
from tests.stages.conftest import NOW, RESPONSES, Staff

from .conftest import SignIn

ROOT = "/saksbehandling/"


def test_the_front_page_counts_from_the_one_list_of_steps(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    hand_in(arrived, "nytt.txt", b"Nytt svar.")
    page = signed_in(staff.reader).get(ROOT).content.decode()
    steps = page.partition('<ol class="steps">')[2].partition("</ol>")[0]
    counts = [int(count) for count in re.findall(r"<strong>(\d+)</strong>", steps)]
    assert counts == [step.waiting() for step in STEPS]
    assert counts[[step.name for step in STEPS].index("sift")] == 1


def test_both_sums_are_shown_and_hold(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    page = signed_in(staff.reader).get(ROOT).content.decode()
    for line in page.split('class="sum-line"')[1:]:
        numbers = [int(each) for each in re.findall(r"<b>(\d+)</b>", line.partition("</p>")[0])]
        assert numbers[0] == sum(numbers[1:])
    assert "Begge regnskap går opp" in page


def test_the_inbox_shows_what_was_set_aside_and_why(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.reader)
    aside = client.get(f"{ROOT}mottak/?tilstand=set-aside").content.decode()
    assert "Samme filer mottatt før" in aside
    assert "Kunne ikke leses" in aside
    assert "Viser 2 leveranser." in aside
    assert "Viser 5 leveranser." in client.get(f"{ROOT}mottak/?tilstand=noe").content.decode()
    copy = client.get(f"{ROOT}mottak/4/").content.decode()
    assert "se leveranse 1" in copy


def test_the_original_stands_beside_its_reading_with_a_way_to_each_paragraph(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    page = signed_in(staff.reader).get(f"{ROOT}mottak/1/").content.decode()
    linked = set(re.findall(r'href="#(avsnitt-[^"]+)"', page))
    places = re.findall(r'id="(avsnitt-[^"]+)"', page)
    assert linked
    assert linked <= set(places)
    assert len(places) == len(set(places))
    assert "står i brevhodet" in page or "står i feltet for avsender" in page


def test_every_ground_has_words_in_the_language_of_the_page(
    arrived: ConsultationShown, staff: Staff
) -> None:
    rows = register.responses(arrived.slug, owners_of(staff.lead))
    grounds = {ground for row in rows for sender in row.senders for ground in sender.grounds}
    assert grounds
    assert not [each for each in grounds if in_words(each) == each]
    assert in_words("is short for Norsk vannforum") == "er kortform av Norsk vannforum"
    assert doubt("health at answer:3") == "Mulig opplysning om helse i svaret på spørsmål 3"


def test_the_original_is_given_as_it_was_sent_and_never_run(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    answer = signed_in(staff.reader).get(f"{ROOT}mottak/1/fil/0/")
    assert answer.content == (RESPONSES / TINDVANG).read_bytes()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "application/octet-stream"


def test_what_is_not_there_is_not_there(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.lead)
    for page in ("mottak/99/", "mottak/1/fil/9/", "avklar/999/", "horinger/x/", "rapport/1/word/",
                 "pakke/1/"):  # fmt: skip
        assert client.get(ROOT + page).status_code == 404, page


def test_the_sums_on_the_front_page_are_those_of_the_hearings_one_sees(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    intake.receive(
        consultation_slug=None,
        channel="folder",
        files=[("uten sak.txt", b"Hvilken sak er dette?")],
        claimed_sender="",
        idempotency_key="uten sak",
        now=arrived.deadline_at,
        store=wiring.store(),
    )
    mine = publication.ledger_for(owners_of(staff.reader))
    none = publication.ledger_for(owners_of(staff.stranger))
    assert mine.adds_up
    assert none.adds_up
    assert mine == publication.ledger()
    assert (none.deliveries, none.responses) == (1, 0)


def test_a_ground_names_a_part_of_the_papers_in_the_page_s_language() -> None:
    assert in_words("mentions chapter 2") == "nevner «kapittel 2»"
    assert in_words("under the heading of focus area 3") == (
        "står under overskriften til «innsatsområde 3»"
    )
    assert in_words("answered together with question 4") == "besvart sammen med spørsmål 4"


def test_a_new_version_and_what_was_taken_back_are_said_where_they_matter(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    def received(text: str, replaces: int | None = None) -> int:
        return intake.receive(
            consultation_slug=arrived.slug, files=[("svar.txt", text.encode())], channel="web",
            now=NOW, store=wiring.store(), idempotency_key=text, replaces=replaces,
        ).number  # fmt: skip

    first = received("Vi er for.")
    second = received("Vi er imot.", first)
    intake.take_back(second, now=NOW)
    client = signed_in(staff.reader)
    newest = client.get(f"{ROOT}mottak/{second}/").content.decode()
    assert "Trukket av avsenderen" in newest
    assert f'href="{ROOT}mottak/{first}/"' in newest
    assert f"leveranse {second}</a>" in client.get(f"{ROOT}mottak/{first}/").content.decode()
    listed = client.get(f"{ROOT}mottak/").content.decode()
    assert f"Ny versjon av leveranse {first}" in listed
