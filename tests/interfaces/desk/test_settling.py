"""What people settle at the desk."""

from __future__ import annotations

from innspill.pipeline.work import run_until_idle
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication
from innspill.stages.publication import waiting
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register
from tests.stages.conftest import Staff

from .conftest import SignIn

ROOT = "/saksbehandling/"


def two_ticks(staff: Staff) -> reading.FlagRow:
    flags = reading.open_flags(owners_of(staff.lead))
    return next(flag for flag in flags if flag.code == "contradictory-ticks")


def test_a_caseworker_settles_two_ticks_with_a_reason(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    flag = two_ticks(staff)
    client = signed_in(staff.caseworker)
    address = f"{ROOT}avklar/{flag.id}/"
    assert "La det stå som det er" in client.get(address).content.decode()
    sent = {f"flagg-{flag.id}-value": flag.choices[0], f"flagg-{flag.id}-note": "Teksten sier ja."}
    assert client.post(address, sent)["Location"] == f"{ROOT}mottak/{flag.delivery_number}/"
    settled = reading.flag(flag.id, owners_of(staff.lead))
    assert settled is not None
    assert settled.settled is not None
    assert (settled.settled.value, settled.settled.note) == (flag.choices[0], "Teksten sier ja.")


def test_the_list_shows_one_hearing_and_one_kind_and_is_come_back_to(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    flag = two_ticks(staff)
    every = reading.open_flags(owners_of(staff.lead))
    alike = [one for one in every if one.code == flag.code]
    assert len(every) > len(alike)
    client = signed_in(staff.caseworker)
    asked = f"?horing={flag.consultation_slug}&slag={flag.code}"
    listed = client.get(f"{ROOT}avklar/{asked}").content.decode()
    assert f"Viser {len(alike)} av {len(every)} uklarheter." in listed
    back = f"{ROOT}avklar/{asked}"
    page = client.get(f"{ROOT}avklar/{flag.id}/", {"tilbake": back}).content.decode()
    assert f'name="tilbake" value="{back.replace("&", "&amp;")}"' in page
    sent = {f"flagg-{flag.id}-value": flag.choices[0], f"flagg-{flag.id}-note": "Teksten sier ja."}
    answer = client.post(f"{ROOT}avklar/{flag.id}/", {**sent, "tilbake": back})
    assert answer["Location"] == back
    listed = client.get(back).content.decode()
    assert f"Viser {len(alike) - 1} av {len(every) - 1} uklarheter." in listed


def test_a_word_without_a_reason_or_about_another_tick_settles_nothing(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    flag = two_ticks(staff)
    client = signed_in(staff.caseworker)
    name = f"flagg-{flag.id}"
    for sent in ({}, {f"{name}-value": flag.choices[0]}, {f"{name}-note": "x"},
                 {f"{name}-value": "perhaps", f"{name}-note": "x"}):  # fmt: skip
        answer = client.post(f"{ROOT}avklar/{flag.id}/", sent)
        assert answer.status_code == 422
        assert "Rett dette før du sender" in answer.content.decode()
    assert two_ticks(staff).id == flag.id


def test_a_reader_sees_a_flag_and_cannot_settle_it(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    flag = two_ticks(staff)
    client = signed_in(staff.reader)
    page = client.get(f"{ROOT}avklar/{flag.id}/").content.decode()
    assert "Du kan se dette, men ikke avklare det." in page
    sent = {f"flagg-{flag.id}-value": "as-is", f"flagg-{flag.id}-note": "x"}
    assert client.post(f"{ROOT}avklar/{flag.id}/", sent).status_code == 403


def test_a_sender_is_chosen_or_written(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    sent = {"avsender-1-candidate": "-", "avsender-1-written": "Lien kommune\nBrekkstad kommune",
            "avsender-1-as_kind": "organisation", "avsender-1-note": "Ringte dem."}  # fmt: skip
    address = f"{ROOT}horinger/{arrived.slug}/svar/1/avsender/"
    nobody = client.post(address, {**sent, "avsender-1-written": " "})
    assert nobody.status_code == 422
    assert "skriv minst ett navn" in nobody.content.decode()
    assert client.post(address, sent).status_code == 302
    row = register.response(arrived.slug, 1, owners_of(staff.lead))
    assert row is not None
    assert row.name == "Lien kommune, Brekkstad kommune"


def test_a_lead_lets_a_doubtful_response_out_or_holds_it_back(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    held = waiting.waiting(owners_of(staff.lead))[0].response
    client = signed_in(staff.lead)
    address = f"{ROOT}horinger/{arrived.slug}/svar/{held.number}/klarering/"
    assert client.post(address, {"word": "withhold"}).status_code == 422
    client.post(address, {"word": "withhold", "reason": "Offl. § 13"})
    run_until_idle()
    assert publication.public_response(arrived.slug, held.number) is None
    client.post(address, {"word": "publish", "reason": "Sett på igjen"})
    run_until_idle()
    assert publication.public_response(arrived.slug, held.number) is not None


def test_a_report_is_made_taken_home_and_published(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.lead)
    address = f"{ROOT}horinger/{arrived.slug}/rapport/"
    refused = client.post(f"{address}publiser/")
    assert refused.status_code == 422
    assert "Lag en rapport først" in refused.content.decode()
    client.post(f"{address}lag/", {"kind": "letter", "language": "xx"})
    assert "Ingen rapport er laget ennå." in client.get(address).content.decode()
    client.post(f"{address}lag/", {"kind": "letter", "language": "nn"})
    run_until_idle()
    client.post(f"{address}pakke/")
    client.post(f"{address}publiser/")
    page = client.get(address).content.decode()
    for part in page.split('href="')[1:]:
        link = part.partition('"')[0]
        if "/rapport/" in link and link.count("/") == 5 and "horinger" not in link:
            taken = client.get(link)
            assert taken.status_code == 200
            assert taken["Content-Disposition"].startswith("attachment")
    assert "Resultatet ble publisert" in page
    assert publication.result(arrived.slug, "nn") is not None
