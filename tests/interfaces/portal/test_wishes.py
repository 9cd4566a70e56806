"""What a sender wishes in the web form, until it stands, or does not stand, on the web."""

from __future__ import annotations

import json

import pypdfium2
import pytest
from django.test import Client

from innspill.pipeline import wiring, work
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner
from innspill.shared.post.models import Mail
from innspill.stages.consultations.core.filled import from_bytes
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.models import Delivery
from innspill.stages.publication import actions as publication
from innspill.stages.publication import open_data, queries
from innspill.stages.publication.looking import looked_at
from innspill.stages.publication.models import Rendition
from innspill.stages.publication.waiting import waiting
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register
from tests.interfaces.api.addresses import body, every, unpacked
from tests.stages.conftest import NOW, Staff

from .test_drafts import first_step, write
from .test_web_form import begin, draft_of, say_who

pytestmark = pytest.mark.django_db
NAME = "Ulvmo Interkommunale Vannverk"
TEXT = (
    "Ulvmo Interkommunale Vannverk (UIV) støtter det. UIV vil mer. Se www.ulvmo-vann.no eller"
    " skriv til post@ulvmo-vann.no. Vi i Ulvmo har eksempelordet trappetårn."
)
SECRETS = ("Ulvmo", "ULVMO", "ulvmo", "UIV", "974760673", "974 760 673")


def handed_in(client: Client, hearing: ConsultationShown, wish: str) -> str:
    """The draft's address, after it is handed in with this wish."""
    who = begin(client, hearing)
    say_who(client, who, name=NAME, wish=wish)
    base = who.removesuffix("avsender/")
    write(client, first_step(client, base), TEXT)
    answer = client.post(f"{base}se-over/", {"do": "send"})
    assert answer.status_code == 302, answer.content.decode()
    return base


def published(hearing: ConsultationShown, staff: Staff, *, approve: bool = True) -> int:
    """The number of the response, after all that is done by itself and by a lead."""
    owner = Owner.objects.get(pk=hearing.owner_id)
    people.give_role(user=staff.lead, owner=owner, role="lead", now=NOW)
    work.run_until_idle()
    row = register.of_consultation(hearing.id)[-1]
    if approve and queries.public_response(hearing.slug, row.number) is None:
        publication.approve(row.id, by=staff.lead, now=NOW)
        work.run_until_idle()
    return row.number


def places(hearing: ConsultationShown, number: int) -> list[str]:
    """Every public address that may tell of the response."""
    slug = hearing.slug
    pages = [f"/horinger/{slug}/", f"/horinger/{slug}/svar/{number}/", "/"]
    pages += [f"/sok/?q={word}" for word in ("trappetårn", "Anonym")]
    return [*pages, *(each.replace("/1", f"/{number}") for each in every(hearing)), *every(hearing)]


def test_without_a_name_nothing_public_tells_who_it_was(
    client: Client, open_hearing: ConsultationShown, staff: Staff
) -> None:
    base = handed_in(client, open_hearing, "anonymous")
    assert draft_of(f"{base}avsender/").about.wish == "anonymous"
    number = published(open_hearing, staff)
    found = queries.public_response(open_hearing.slug, number)
    assert found is not None
    assert found.response.name == f"Anonym {number}"
    assert "trappetårn" in str(found.response)
    leaks, seen = [], 0
    for address in places(open_hearing, number):
        answer = client.get(address)
        data = body(answer)
        parts = unpacked(data).items() if data[:2] == b"PK" else [("", data)]
        for name, part in parts:
            said = _text(part)
            seen += f"Anonym {number}" in said
            leaks += [(address, name, each) for each in SECRETS if each in said]
    assert leaks == []
    assert seen > 3, "the places that tell of it are among those looked at"
    for file in found.files:
        said = _text(
            body(client.get(f"/horinger/{open_hearing.slug}/svar/{number}/fil/{file.name}"))
        )
        assert not [each for each in SECRETS if each in said]
    assert client.get(f"/sok/?q={NAME.split(maxsplit=1)[0]}").content.decode().count("/svar/") == 0
    assert open_data.named(found.response.senders) == []


def test_the_wish_stands_in_the_file_the_receipt_and_the_reading(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = handed_in(client, open_hearing, "not-on-web")
    delivery = Delivery.objects.latest("pk")
    store = wiring.store()
    file = delivery.items.order_by("position").first()
    assert file is not None
    assert from_bytes(store.get(file.sha256)).wish == "not-on-web"
    work.run_until_idle()
    (shown,) = reading.of_delivery(delivery.pk)
    assert shown.read.wish == "not-on-web"
    assert "ikke legges ut på nettet" in client.get(f"{base}se-over/").content.decode()
    assert any("ikke legges ut på nettet" in mail.text for mail in Mail.objects.all())
    assert "ikke legges ut på nettet" in _text(
        body(client.get(f"{base}kvittering/{delivery.number}.pdf"))
    )


def test_not_on_the_web_waits_and_a_person_s_word_goes_before_the_form_s(
    client: Client, open_hearing: ConsultationShown, staff: Staff
) -> None:
    handed_in(client, open_hearing, "not-on-web")
    number = published(open_hearing, staff, approve=False)
    owner = Owner.objects.get(pk=open_hearing.owner_id)
    (row,) = [each for each in waiting([owner]) if each.response.number == number]
    assert "asks-not-to-be-published" in row.reasons
    assert queries.public_response(open_hearing.slug, number) is None
    publication.say_wish(row.response.id, "none", reason="Ringte.", by=staff.lead, now=NOW)
    work.run_until_idle()
    assert queries.public_response(open_hearing.slug, number) is None, "more needs a lead"
    publication.approve(row.response.id, by=staff.lead, now=NOW)
    work.run_until_idle()
    assert NAME in str(queries.public_response(open_hearing.slug, number))
    looked = looked_at(open_hearing.slug, number, [owner])
    assert looked is not None
    assert (looked.form_wish, looked.wish) == ("not-on-web", "none")


def test_a_new_version_without_a_name_takes_the_name_off_the_old_one_too(
    client: Client, open_hearing: ConsultationShown, staff: Staff
) -> None:
    base = handed_in(client, open_hearing, "none")
    first = published(open_hearing, staff)
    assert NAME in str(queries.public_response(open_hearing.slug, first))
    say_who(client, f"{base}avsender/", name=NAME, wish="anonymous")
    assert client.post(f"{base}se-over/", {"do": "send"}).status_code == 302
    work.run_until_idle()
    for rendition in Rendition.objects.filter(replaced_at=None, consultation=open_hearing.id):
        assert not [each for each in SECRETS if each in json.dumps(rendition.content)]


def _text(data: bytes) -> str:
    if data[:4] == b"%PDF":
        pages = pypdfium2.PdfDocument(data)
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    return data.decode("utf-8", "replace")
