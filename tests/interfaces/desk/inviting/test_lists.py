"""Caseworkers keep the list of those who are invited, and see where they stand."""

from __future__ import annotations

import io
import json
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook
from pytest_django.fixtures import Settings

from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.models import Contact
from tests.adapters.test_brreg import SAMPLE, Played, playing
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.inviting.reading import (
    at,
    hidden,
    line,
    send_to_all,
    text_of,
)
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW


def test_the_list_says_where_everybody_stands_with_sums_that_add_up(
    desk: Client, hearing: ConsultationShown
) -> None:
    said = text_of(desk.get(at("bodies", hearing)))
    assert "3 linjer på listen = 2 enkeltinstanser + 1 samleinstanser" in said
    assert "2 enkeltinstanser = 2 ikke invitert ennå" in said
    assert "mangler e-postadresse" in said
    assert "Ingen medlemmer ennå" in said


def test_a_pasted_list_is_looked_at_before_it_is_stored(
    desk: Client, hearing: ConsultationShown
) -> None:
    address = at("add-bodies", hearing)
    pasted = "Stat:\nFFI;Postboks 25;2027 KJELLER\nStatsforvalterne\n\nNITO;post@nito.example\nFFI"
    looked = desk.post(address, {"gjor": "se", "text": pasted})
    said = text_of(looked)
    assert "2 nye" in said
    assert "1 er der fra før" in said
    assert "står to ganger" in said
    assert "Postboks 25, 2027 KJELLER" in said
    assert [group.name for group in hearings.by_id(hearing.id).definition.bodies] == [
        "Kommuner",
        "Organisasjoner",
    ]
    form = {
        "gjor": "lagre",
        "funnet": hidden(looked, "funnet"),
        "revision": hidden(looked, "revision"),
    }
    assert "2 instanser er lagt til" in text_of(desk.post(address, form, follow=True))
    listed = {
        g.name: [m.name for m in g.members] for g in hearings.by_id(hearing.id).definition.bodies
    }
    assert listed["Stat"] == ["FFI", "Statsforvalterne"]
    assert {r.email for r in invitations.of_hearing(hearing.id)} == {"post@nito.example", ""}


def test_a_workbook_with_a_wrong_cell_stores_nothing_and_names_the_cell(
    desk: Client, hearing: ConsultationShown
) -> None:
    book = Workbook()
    for row in (["Navn", "E-post"], ["Tekna", "tekna"], ["FFI", ""]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    file = SimpleUploadedFile("liste.xlsx", out.getvalue())
    answer = desk.post(at("add-bodies", hearing), {"gjor": "se", "file": file})
    assert answer.status_code == 422
    assert "Rad 2, celle B2: dette er ikke en e-postadresse: «tekna»" in text_of(answer)
    assert "funnet" not in re.findall(r'name="(\w+)"', answer.content.decode())


def test_nothing_pasted_is_an_error_with_a_way_on(desk: Client, hearing: ConsultationShown) -> None:
    answer = desk.post(at("add-bodies", hearing), {"gjor": "se"})
    assert answer.status_code == 422
    assert 'href="#id_text"' in answer.content.decode()


def test_a_list_based_on_an_older_one_overwrites_nothing(
    desk: Client, hearing: ConsultationShown
) -> None:
    address = at("add-bodies", hearing)
    looked = desk.post(address, {"gjor": "se", "text": "FFI"})
    form = {
        "gjor": "lagre",
        "funnet": hidden(looked, "funnet"),
        "revision": hidden(looked, "revision"),
    }
    desk.post(address, form)
    other = desk.post(address, {"gjor": "se", "text": "Tekna"})
    stale = {**form, "funnet": hidden(other, "funnet")}
    assert "Noen andre endret dette først" in text_of(desk.post(address, stale, follow=True))
    changed = {**form, "funnet": hidden(other, "funnet")[:-3] + "xyz", "revision": "99"}
    assert "Det gikk ikke" in text_of(desk.post(address, changed, follow=True))


def test_a_collective_line_is_expanded_from_the_register_s_file_and_by_look_up(
    desk: Client, hearing: ConsultationShown, settings: Settings
) -> None:
    address = at("expand-body", hearing, line(hearing, "Landets kommuner"))
    assert 'value="KOMM"' in desk.get(address).content.decode()
    file = SimpleUploadedFile("enheter.json", SAMPLE.read_bytes())
    looked = desk.post(address, {"gjor": "fil", "fil-file": file, "fil-kinds": "KOMM"})
    assert "2 nye" in text_of(looked)
    desk.post(address, {"gjor": "lagre", "funnet": hidden(looked, "funnet")})
    assert "0 av 2 medlemmer har svart" in text_of(desk.get(at("bodies", hearing)))
    with playing(Played) as api:
        settings.BRREG = api
        looked = desk.post(address, {"gjor": "oppslag", "oppslag-kinds": "KOMM,FYLK"})
    assert "1 ny" in text_of(looked)
    settings.BRREG = "http://127.0.0.1:9"
    answer = desk.post(address, {"gjor": "oppslag", "oppslag-kinds": "KOMM"})
    assert answer.status_code == 422
    assert "Enhetsregisteret" in text_of(answer)


def test_names_groups_and_recipients_can_be_changed(
    desk: Client, addressed: ConsultationShown
) -> None:
    edit = at("edit-body", addressed, line(addressed, "NITO"))
    revision = hidden(desk.get(edit), "revision")
    desk.post(edit, {"revision": revision, "name": "NITO – Ingeniørene", "group": "Fagforeninger"})
    definition = hearings.by_id(addressed.id).definition
    assert [(g.name, [m.name for m in g.members]) for g in definition.bodies][1:] == [
        ("Organisasjoner", ["Norsk Vann"]), ("Fagforeninger", ["NITO – Ingeniørene"]),
    ]  # fmt: skip
    one = next(r for r in invitations.of_hearing(addressed.id) if r.name.startswith("NITO"))
    page = at("recipient", addressed, one.id)
    answer = desk.post(page, {"name": one.name, "email": "feil", "number": "123"})
    assert answer.status_code == 422
    assert "E-postadresse: skriv den som navn@domene.no." in text_of(answer)
    assert "Organisasjonsnummer" in text_of(answer)
    desk.post(
        page,
        {"name": one.name, "email": "ny@nito.example", "number": "974683520", "language": "nn"},
    )
    assert "ny@nito.example" in desk.get(page).content.decode()
    groups = at("body-groups", addressed)
    revision = hidden(desk.get(groups), "revision")
    desk.post(groups, {"gjor": "opp", "gruppe": "Fagforeninger", "revision": revision})
    assert [g.name for g in hearings.by_id(addressed.id).definition.bodies][1] == "Fagforeninger"
    gone = at("remove-body", addressed, line(addressed, "Norsk Vann"))
    desk.post(gone, {"revision": hidden(desk.get(groups), "revision")})
    assert "Norsk Vann" not in [r.name for r in invitations.of_hearing(addressed.id)]


def test_the_address_book_takes_in_a_list_and_is_searched(
    desk: Client, hearing: ConsultationShown
) -> None:
    take_in = reverse("desk:book-import")
    looked = desk.post(
        take_in, {"gjor": "se", "text": "FFI; post@ffi.example\nTekna; post@tekna.example"}
    )
    desk.post(take_in, {"gjor": "lagre", "funnet": hidden(looked, "funnet")})
    assert Contact.objects.count() == 2
    said = text_of(desk.get(reverse("desk:book"), {"navn": "tekna"}))
    assert "post@tekna.example" in said
    assert "post@ffi.example" not in said
    one = Contact.objects.get(name="FFI")
    desk.post(
        reverse("desk:contact", args=[one.pk]),
        {"name": "FFI", "email": "ny@ffi.example", "tags": "forskning, stat"},
    )
    assert Contact.objects.get(pk=one.pk).tags == ["forskning", "stat"]
    desk.post(reverse("desk:remove-contact", args=[one.pk]))
    assert Contact.objects.count() == 1


def test_a_reader_sees_but_changes_nothing_and_a_stranger_sees_nothing(
    addressed: ConsultationShown, built: Scene, signed_in: SignIn
) -> None:
    reader, stranger = signed_in(built.staff.reader), signed_in(built.staff.stranger)
    nito = line(addressed, "NITO")
    one = next(each for each in invitations.of_hearing(addressed.id) if each.body_id == nito)
    for name, more in (
        ("bodies", ()),
        ("letter-log", ()),
        ("body", (nito,)),
        ("recipient", (one.id,)),
    ):
        assert reader.get(at(name, addressed, *more)).status_code == 200
        assert stranger.get(at(name, addressed, *more)).status_code == 404
    assert "/invitasjon/" not in reader.get(at("recipient", addressed, one.id)).content.decode()
    page = reader.get(at("send-letters", addressed, "invitation"))
    assert page.status_code == 403
    for name, more in (
        ("remove-body", (nito,)),
        ("remove-recipient", (one.id,)),
        ("complete-from-book", ()),
    ):
        assert reader.post(at(name, addressed, *more), {"revision": "1"}).status_code == 403
        assert stranger.post(at(name, addressed, *more)).status_code == 404
    assert len(invitations.of_hearing(addressed.id)) == 2


def test_queries_do_not_grow_with_the_list(
    desk: Client, addressed: ConsultationShown, built: Scene
) -> None:
    body = line(addressed, "Landets kommuner")
    pages = [at("bodies", addressed), at("body", addressed, body), at("letter-log", addressed)]

    def counted() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert desk.get(page).status_code == 200
            found.append(len(queries))
        return found

    actions.expand(body, [Entry("Første", email="a@b.example")], by=built.staff.caseworker, now=NOW)
    send_to_all(addressed, built, "one")
    few = counted()
    actions.expand(
        body,
        [Entry(f"K{n}", email=f"p@k{n}.example") for n in range(357)],
        by=built.staff.caseworker,
        now=NOW,
    )
    more = "\n".join(f"Instans {n}; post@i{n}.example" for n in range(60))
    looked = desk.post(at("add-bodies", addressed), {"gjor": "se", "text": more})
    desk.post(at("add-bodies", addressed), {"gjor": "lagre", "funnet": hidden(looked, "funnet"),
              "revision": hidden(looked, "revision")})  # fmt: skip
    send_to_all(addressed, built, "two")
    assert counted() == few
    assert max(few) <= 25, json.dumps(few)
