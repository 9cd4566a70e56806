"""Caseworkers keep the list of those who are invited, write to them, and see where they stand."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook
from pytest_django.fixtures import Settings

from innspill.pipeline import wiring, work
from innspill.shared.people.models import Owner
from innspill.shared.post.models import Mail
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.models import Contact, Invitation
from tests import mail_server
from tests.adapters.test_brreg import SAMPLE, Played, playing
from tests.conftest import SAMPLES
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW

GROUPS = [
    Group(name="Kommuner", members=(Member(name="Landets kommuner", collective=True),)),
    Group(name="Organisasjoner", members=(Member(name="NITO"), Member(name="Norsk Vann"))),
]


@pytest.fixture
def hearing(built: Scene, db: None) -> ConsultationShown:
    """An open hearing of the same owner, with a list of three lines."""
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    changed = {"owner": built.hearing.owner, "opens": None, "bodies": tuple(GROUPS)}
    return consultations.load(definition.model_copy(update=changed), now=NOW)


@pytest.fixture
def desk(built: Scene, signed_in: SignIn, db: None) -> Client:
    return signed_in(built.staff.caseworker)


@pytest.fixture
def addressed(hearing: ConsultationShown, built: Scene) -> ConsultationShown:
    """Both organisations have an address."""
    entries = [
        Entry("NITO", email="post@nito.example"),
        Entry("Norsk Vann", email="post@vann.example", language="nn"),
    ]
    actions.add_entries(
        hearing.id, entries, based_on=_revision(hearing), by=built.staff.caseworker, now=NOW
    )
    return hearing


def _revision(hearing: ConsultationShown) -> int:
    found = hearings.edited(hearing.slug, list(Owner.objects.all()))
    assert found is not None
    return found.revision


def at(name: str, hearing: ConsultationShown, *more: object) -> str:
    return reverse(f"desk:{name}", args=[hearing.slug, *more])


def text_of(response: Any) -> str:
    html = response.content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found is not None, name
    return found[1]


def line(hearing: ConsultationShown, name: str) -> int:
    found = hearings.body_id(hearing.id, None, name)
    assert found is not None
    return found


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


def test_letters_are_shown_tried_and_sent_once(
    desk: Client, addressed: ConsultationShown, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://horing.example"
    address = at("send-letters", addressed, "invitation")
    page = desk.get(address)
    said = text_of(page)
    assert "2 mottakere får brevet" in said
    assert "Høyring: " in said
    assert "/invitasjon/" not in said
    form = _letters(page) | {"sending": hidden(page, "sending")}
    tried = desk.post(address, form | {"gjor": "test", "to": "meg@etat.example"})
    assert tried.status_code == 200
    assert set(Mail.objects.values_list("to", flat=True)) == {"meg@etat.example"}
    for _ in range(2):
        desk.post(address, form | {"gjor": "send"})
    assert Invitation.objects.count() == 2
    log = text_of(desk.get(at("letter-log", addressed)))
    assert "E-post er ikke satt opp" in log
    assert "post@nito.example" in log
    mail = Mail.objects.get(to="post@vann.example")
    token = re.search(r"https://horing\.example/invitasjon/(\S+)/\?lang=nn", mail.text)
    assert token is not None
    assert invitations.recipient_by_token(token[1]).name == "Norsk Vann"


def test_an_edited_letter_with_an_unknown_field_is_refused_at_its_field(
    desk: Client, addressed: ConsultationShown
) -> None:
    address = at("send-letters", addressed, "invitation")
    page = desk.get(address)
    form = _letters(page) | {
        "gjor": "send",
        "sending": "x",
        "text_nb": "Hei {passord} {lenke} min tekst",
    }
    answer = desk.post(address, form)
    assert answer.status_code == 422
    assert "{passord} finnes ikke" in text_of(answer)
    assert "min tekst" in text_of(answer)
    assert Mail.objects.count() == 0


def test_a_letter_s_text_is_data(desk: Client, addressed: ConsultationShown, built: Scene) -> None:
    nito = next(r for r in invitations.of_hearing(addressed.id) if r.name == "NITO")
    actions.save_recipient(
        nito.id, Entry("<script>alert(1)</script>{{ 7|add:7 }}", email=nito.email), by=built.staff.caseworker, now=NOW
    )  # fmt: skip
    html = desk.get(at("send-letters", addressed, "invitation")).content.decode()
    assert "<script>alert" not in html
    assert "{{ 7|add:7 }}" in html


def test_a_draft_hearing_invites_nobody(desk: Client, addressed: ConsultationShown) -> None:
    page = desk.get(at("send-letters", addressed, "invitation"))
    from innspill.stages.consultations.models import Consultation

    Consultation.objects.filter(pk=addressed.id).update(status="draft")
    form = _letters(page) | {"gjor": "send", "sending": "x"}
    desk.post(at("send-letters", addressed, "invitation"), form)
    assert Mail.objects.count() == 0
    assert "når høringen er åpnet" in text_of(desk.get(at("bodies", addressed)))


@pytest.fixture
def server(settings: Settings) -> Iterator[mail_server.MailServer]:
    with mail_server.running() as listening:
        settings.SMTP, settings.MAIL_FROM = listening.url, "horing@etat.example"
        wiring._postman.cache_clear()
        yield listening


def test_what_the_server_said_is_seen_and_the_mail_can_be_sent_again(
    desk: Client, addressed: ConsultationShown, server: mail_server.MailServer
) -> None:
    server.does.replies["post@nito.example"] = ["550 5.1.1 No such user here", "250 OK"]
    address = at("send-letters", addressed, "invitation")
    page = desk.get(address)
    desk.post(address, _letters(page) | {"gjor": "send", "sending": "x"})
    work.run_until_idle()
    log = desk.get(at("letter-log", addressed))
    assert "550 5.1.1 No such user here" in text_of(log)
    assert "Avvist" in text_of(log)
    assert "E-posten kom ikke fram" in text_of(desk.get(at("bodies", addressed)))
    refused = Mail.objects.get(to="post@nito.example")
    desk.post(at("send-again", addressed, refused.pk))
    work.run_until_idle()
    assert len(server.does.taken) == 2
    assert server.does.taken[0]["From"].addresses[0].display_name == addressed.owner


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


def test_an_extension_leads_on_to_its_letter(desk: Client, addressed: ConsultationShown) -> None:
    nito = line(addressed, "NITO")
    deadline = addressed.definition.deadline
    assert deadline is not None
    address = at("extend-body", addressed, nito)
    early = desk.post(
        address, {"word": "granted", "day": deadline.isoformat(), "reason": "Styremøte."}
    )
    assert early.status_code == 422
    later = deadline.replace(year=deadline.year + 1)
    given = {"word": "granted", "day": later.isoformat(), "reason": "Styremøte.", "tell": "on"}
    page = desk.post(address, given, follow=True)
    assert "Fristen for NITO er" in text_of(page)
    assert str(later.year) in text_of(page)
    assert "1 mottaker får brevet" in text_of(page)
    assert "Styremøte." in text_of(desk.get(at("body", addressed, nito)))


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
    one = invitations.of_body(nito)[0]
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
    _send_to_all(addressed, built, "one")
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
    _send_to_all(addressed, built, "two")
    assert counted() == few
    assert max(few) <= 25, json.dumps(few)


def _send_to_all(hearing: ConsultationShown, built: Scene, sending: str) -> None:
    from innspill.stages.invitations.core.letters import Facts, template

    actions.send(
        hearing.id, [r.id for r in invitations.of_hearing(hearing.id)], kind="invitation",
        letters={code: template("invitation", code, Facts()) for code in ("nb", "nn", "en")},
        sending=sending, base="https://x.example", by=built.staff.caseworker, now=NOW,
    )  # fmt: skip


def _letters(page: Any) -> dict[str, str]:
    """The letters as the page shows them in its fields."""
    return {
        f"{part}_{code}": str(page.context["form"][f"{part}_{code}"].value())
        for part in ("subject", "text")
        for code in ("nb", "nn", "en")
    }
