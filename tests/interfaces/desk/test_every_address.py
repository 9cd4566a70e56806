"""Every address of the desk, and every form on its pages, tried by those who may not: table-driven.

New addresses are covered by themselves: one whose objects are not named in `named` fails here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from lxml import html as lxml_html

from innspill.interfaces.desk.setup_forms.ready import READY
from innspill.interfaces.desk.urls import urlpatterns
from innspill.pipeline import wiring
from innspill.shared.journal.models import JournalEntry
from innspill.shared.post.models import Mail
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as consultations_queries
from innspill.stages.consultations.core.definition import Paper, PaperFile
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions as deciding
from innspill.stages.deciding.core.measures import MeasureSaid
from innspill.stages.deciding.core.values import ChangeSaid
from innspill.stages.deciding.models import Disposition
from innspill.stages.handover import actions as handover
from innspill.stages.intake import actions as intake
from innspill.stages.invitations import actions as invitations
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.core.letters import Facts, template
from innspill.stages.invitations.models import Contact, Recipient
from innspill.stages.reading.models import Flag
from innspill.stages.reports import actions as reports
from innspill.stages.reports.models import Reply, Report
from innspill.stages.reports.texts.machine import machine_parts
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW, Staff, undone
from tests.stages.deciding_words import decide_on

from .conftest import SignIn

PUBLIC = {"sign-in", "sign-out"}
PATTERNS = [p for p in urlpatterns if isinstance(p, URLPattern) and p.name not in PUBLIC]
Sent = tuple[str, dict[str, Any]]
"""Where a form is sent, and what is sent."""
TELLING = ("25/1734", "Trygt vann", "Tindvang", "Kontakt i boken")
"""What only those who work for the owner may see."""


@dataclass(frozen=True)
class Named:
    """An object of each kind that an address names, all of one owner."""

    values: dict[str, Any]

    def address(self, pattern: URLPattern) -> str:
        wanted = pattern.pattern.converters
        missing = [name for name in wanted if name not in self.values]
        assert not missing, f"{pattern.name}: name a {missing[0]} in this test"
        own = {name: self.values[name] for name in wanted}
        if pattern.name == "report-file":
            own["name"] = "word"
        return reverse(f"desk:{pattern.name}", kwargs=own)


@pytest.fixture(scope="module")
def named_once(built: Scene, django_db_blocker: Any) -> Iterator[Named]:
    """Made once; what a test does to it is undone after that test."""
    with undone(django_db_blocker):
        yield name_all(built.hearing, built.staff)


@pytest.fixture
def named(named_once: Named, db: None) -> Named:
    """What the addresses name."""
    return named_once


@pytest.fixture(scope="module")
def forms(named_once: Named, built: Scene, signed_in: SignIn, django_db_blocker: Any) -> list[Sent]:
    """Each form that a lead finds on a page: collecting them takes long."""
    with undone(django_db_blocker):
        lead = signed_in(built.staff.lead)
        return [each for pattern in PATTERNS for each in _forms(lead, named_once.address(pattern))]


def name_all(arrived: ConsultationShown, staff: Staff) -> Named:
    """A hearing with a paper, recipients, a letter, a report and a package, and a contact."""
    store, by = wiring.store(), staff.lead
    edited = consultations_queries.edited(arrived.slug, list(by_owner(staff)))
    assert edited is not None
    file = PaperFile(name="plan.pdf", sha256=store.put(b"%PDF"), size=4)
    papers = (*edited.definition.papers, Paper(id="ny", title={"nb": "Ny"}, files=(file, file)))
    changed = edited.definition.model_copy(update={"papers": papers})
    consultations.save(arrived.id, changed, based_on=edited.revision, by=by, now=NOW)
    body = consultations_queries.bodies_of(arrived.id)[0][0]
    invitations.add_recipient(body, Entry("Egen", email="a@b.example"), by=by, now=NOW)
    recipient = Recipient.objects.get(name="Egen")
    letters = {one: template("invitation", one, Facts()) for one in ("nb", "nn", "en")}
    invitations.send(
        arrived.id, [recipient.pk], kind="invitation", letters=letters, sending="x",
        base="http://x", by=by, now=NOW,
    )  # fmt: skip
    invitations.save_contact(
        arrived.owner_id, Entry("Kontakt i boken"), contact_id=None, tags=[], by=by, now=NOW
    )
    reports.make_report(arrived.id, store=store, now=NOW)
    stray = intake.receive(
        consultation_slug=None, channel="email", files=[("melding.eml", b"Hei")],
        idempotency_key="stray", now=NOW, store=store,
    )  # fmt: skip
    job = intake.begin_import(
        arrived.slug, kind="zip", name="svar.zip", archive=b"PK", key="a", by=by, now=NOW,
        store=store,
    )  # fmt: skip
    reason = deciding.make_reason(arrived.id, title="Rammen", text="Utenfor.", by=by, now=NOW)
    change = deciding.make_change(arrived.id, ChangeSaid("chapter 5", "", "Nytt."), by=by, now=NOW)
    package = handover.make_package(arrived.id, by=by, store=store, now=NOW)
    reply = Reply.objects.create(
        consultation_id=arrived.id, number=1, name="Tindvang kommune", way="paper", language="nb",
        content={"reference": f"{arrived.case_number}-1", "number": 1}, made_at=NOW, by=by, at=NOW,
        letter_sha256=store.put(b"%PDF"),
    )  # fmt: skip
    return Named({
        "slug": arrived.slug, "number": 1, "stray": stray.number, "position": 0, "paper_id": "ny",
        "question_id": edited.definition.questions[0].id, "ready": next(iter(READY)),
        "body_id": body, "recipient_id": recipient.pk, "mail_id": Mail.objects.get().pk,
        "kind": "invitation", "contact_id": Contact.objects.get(name="Kontakt i boken").pk,
        "flag_id": Flag.objects.earliest("pk").pk, "report_id": Report.objects.get().pk,
        "package_id": package.pk, "reply_id": reply.pk, "name": "word", "import_id": job,
        "comment_id": analysis.all_comments(arrived.id)[0].id,
        "reason_id": reason, "change_id": change,
        "theme_id": next(iter(analysis.theme_labels(arrived.id))),
        **given_and_decided(arrived, staff),
        "measure_id": deciding.add_measure(arrived.id, MeasureSaid("Vakt"), by=by, now=NOW),
        "report_kind": "summary", "language": "nb",
        "part_key": machine_parts(arrived.id, "summary", "nb")[0].key,
    })  # fmt: skip


def given_and_decided(arrived: ConsultationShown, staff: Staff) -> dict[str, Any]:
    """An assignment of comments given away, one decided that waits for a second reader, and who works on it."""
    row, to = analysis.comments(arrived.slug, list(by_owner(staff)))[0], staff.lead
    assignments = deciding.assign(
        arrived.id, [CommentFilter(question=row.question)], to=to.pk, by=to, now=NOW
    )
    deciding.set_rules(arrived.id, second_reader=True, by=to, now=NOW)
    decide_on([row.id], outcome="noted", reason="Sett.", by=staff.caseworker)
    return {
        "assignment_id": assignments[0], "scope": "comment", "key": row.fingerprint,
        "disposition_id": Disposition.objects.latest("pk").pk,
    }  # fmt: skip


def by_owner(staff: Staff) -> Iterator[Any]:
    for membership in staff.lead.memberships.all():
        yield membership.owner


def _lines() -> int:
    return JournalEntry.objects.count()


def _forms(client: Client, page: str) -> Iterator[Sent]:
    """Each form of a page with each of its buttons, as a browser would send it."""
    answer = client.get(page)
    if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
        return
    for form in lxml_html.fromstring(answer.content.decode()).forms:
        action = form.get("action") or page
        if form.method != "POST" or "logg-ut" in action:
            continue
        sent: dict[str, Any] = {}
        for name, value in form.form_values():
            sent.setdefault(name, []).append(value)
        buttons = form.xpath(".//button[@name]")
        for button in buttons or [None]:
            chosen = {} if button is None else {button.get("name"): [button.get("value", "")]}
            yield action, sent | chosen


def test_each_address_leads_somewhere_for_those_who_may(
    named: Named, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.lead)
    for pattern in PATTERNS:
        answer = client.get(named.address(pattern))
        if pattern.name == "comment-source":
            assert "/mottak/" in answer["Location"]
            continue
        if pattern.name == "decide-like":  # of one that nobody else says
            assert "/vurdering/merknad/" in answer["Location"]
            continue
        assert answer.status_code in {200, 405}, (pattern.name, answer.status_code)


def test_nothing_of_it_is_open_without_signing_in(named: Named) -> None:
    before = _lines()
    for pattern in PATTERNS:
        for method in ("get", "post"):
            answer = getattr(Client(), method)(named.address(pattern))
            is_sent_off = answer.status_code == 302 and "/logg-inn/" in answer["Location"]
            assert is_sent_off or answer.status_code == 405, (pattern.name, method)
    assert _lines() == before


def test_somebody_of_another_owner_finds_nothing(
    named: Named, staff: Staff, signed_in: SignIn
) -> None:
    client, before = signed_in(staff.stranger), _lines()
    for pattern in PATTERNS:
        address = named.address(pattern)
        answer = client.get(address)
        # What named no hearing belongs to no owner, and all who see a desk see it.
        if pattern.pattern.converters and pattern.name not in {"setup-new-question", "move"}:
            assert answer.status_code in {404, 405}, (pattern.name, answer.status_code)
            assert client.post(address).status_code in {404, 405}, pattern.name
        told = answer.content.decode(errors="replace")
        assert not [word for word in TELLING if word in told], pattern.name
    assert _lines() == before


@pytest.mark.parametrize("role", ["stranger", "reader", "administrator"])
def test_no_form_of_any_page_does_anything_for_those_who_may_only_read(
    named: Named, forms: list[Sent], staff: Staff, signed_in: SignIn, role: str
) -> None:
    other, before = signed_in(getattr(staff, role)), _lines()
    tried = 0
    for action, sent in forms:
        if not any(part in action for part in (named.values["slug"], "adressebok", "mottak")):
            continue
        if role == "stranger" and action.endswith(("/adressebok/ny/", "/adressebok/hent/")):
            continue  # their own book
        answer = other.post(action, sent)
        assert answer.status_code in {200, 302, 403, 404, 409, 422}, (action, answer.status_code)
        assert _lines() == before, f"{role} did something by {action} with {sent}"
        tried += 1
    assert tried > 40, tried
