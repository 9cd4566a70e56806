"""What people say about places of a response: it holds at once, and goes along with the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytest_django.fixtures import Settings

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, queries
from innspill.stages.publication.core.marks import Spot, occurrences
from innspill.stages.publication.core.values import MASK
from innspill.stages.publication.looking import LookedAt, looked_at, preview
from innspill.stages.publication.models import Mark, Rendition
from innspill.stages.publication.waiting import publication_of, waiting
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from tests.stages.conftest import NOW, PASSWORD, RESPONSES, HandIn, Staff

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
FORM = "fjordvik-kommune.docx"
PHONE = "Granmo kommune støtter planen. Ring vakttelefonen 912 34 567.\n\nGranmo kommune\n".encode()


@pytest.fixture
def slug(hearing: ConsultationShown) -> str:
    return hearing.slug


@pytest.fixture
def published(hand_in: HandIn, work_on: WorkOn) -> int:
    """The row number of a response that went out by itself."""
    hand_in(FORM)
    work_on()
    return Rendition.objects.get(replaced_at=None).response_id


@pytest.fixture
def with_phone(hand_in: HandIn, work_on: WorkOn) -> int:
    """As `published`, with a phone number that the machine withholds."""
    hand_in("svar.txt", PHONE, sender="Granmo kommune")
    work_on()
    return Rendition.objects.get(replaced_at=None).response_id


def look(slug: str, owner: Owner) -> LookedAt:
    found = looked_at(slug, 1, [owner])
    assert found is not None
    return found


def a_word(slug: str, owner: Owner) -> tuple[Spot, str]:
    """A long word of the first answer with text, and where it stands."""
    text = next(each for each in look(slug, owner).texts if each.part == "answer" and each.text)
    word = max(text.text.split(), key=len)
    return Spot(text.place, *occurrences(text.text, word)[0]), word


def said(spot: Spot, word: str = "withhold", reason: str = "Navn på en nabo.", **more) -> dict:
    return {
        "spots": [spot],
        "word": word,
        "ground": "offl-13",
        "reason": reason,
        "now": NOW,
        **more,
    }


def public_text(slug: str) -> str:
    shown = queries.public_response(slug, 1)
    return str(shown.response) if shown else ""


def test_a_caseworker_s_mark_takes_the_word_off_the_portal_in_the_same_transaction(
    published: int, slug: str, owner: Owner, staff: Staff
) -> None:
    spot, word = a_word(slug, owner)
    assert word in public_text(slug)
    actions.mark(published, **said(spot, by=staff.caseworker))
    assert word not in public_text(slug)
    assert MASK in public_text(slug)
    (held,) = [each for text in look(slug, owner).texts for each in text.held if each.said]
    assert (held.words, held.said.by, held.law) == (word, "caseworker", "offl. § 13 jf. fvl. § 13")
    line = JournalEntry.objects.filter(verb="marked").get()
    assert word not in str(line.detail)
    assert "Navn på en nabo." not in str(line.detail)


def test_taking_a_mark_back_shows_the_word_again_at_once_when_nothing_else_was_approved(
    published: int, slug: str, owner: Owner, staff: Staff
) -> None:
    spot, word = a_word(slug, owner)
    actions.mark(published, **said(spot, by=staff.caseworker))
    mark = Mark.objects.get()
    actions.undo_mark(published, mark.pk, by=staff.caseworker, now=NOW)
    assert word in public_text(slug)
    with pytest.raises(Conflict):
        actions.undo_mark(published, mark.pk, by=staff.caseworker, now=NOW)


def test_what_a_caseworker_wants_shown_waits_for_a_lead(
    with_phone: int, slug: str, owner: Owner, staff: Staff, work_on: WorkOn
) -> None:
    held = next(each for text in look(slug, owner).texts for each in text.held)
    spot = Spot(held.place, held.start, held.end)
    actions.mark(with_phone, **said(spot, "show", by=staff.caseworker))
    work_on()
    assert queries.public_response(slug, 1) is None
    (row,) = waiting([owner])
    assert row.category == "marks"
    assert queries.ledger().adds_up
    actions.approve(with_phone, by=staff.lead, now=NOW)
    work_on()
    assert held.words in public_text(slug)


def test_what_a_lead_wants_shown_is_shown_at_once(
    with_phone: int, slug: str, owner: Owner, staff: Staff
) -> None:
    held = next(each for text in look(slug, owner).texts for each in text.held)
    spot = Spot(held.place, held.start, held.end)
    actions.mark(with_phone, **said(spot, "show", by=staff.lead))
    assert held.words in public_text(slug)


def test_where_two_must_approve_a_lead_alone_shows_nothing(
    with_phone: int, slug: str, staff: Staff, work_on: WorkOn, settings: Settings
) -> None:
    owner = Owner.objects.get(name="Direktoratet for vann og beredskap")
    settings.TWO_APPROVE = True
    other = people.add_user(username="second", password=PASSWORD, now=NOW)
    people.give_role(user=other, owner=owner, role="lead", now=NOW)
    held = next(each for text in look(slug, owner).texts for each in text.held)
    spot = Spot(held.place, held.start, held.end)
    actions.mark(with_phone, **said(spot, "show", by=staff.lead))
    for _ in range(2):
        actions.approve(with_phone, by=staff.lead, now=NOW)
        work_on()
        assert queries.public_response(slug, 1) is None
    assert waiting([owner])[0].category == "second"
    assert look(slug, owner).approvals == ("lead",)
    actions.approve(with_phone, by=other, now=NOW)
    work_on()
    assert held.words in public_text(slug)


def test_an_approval_does_not_hold_for_what_is_marked_to_be_shown_after_it(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("innspill fra privatperson.eml")
    work_on()
    looked = look(slug, owner)
    pk = looked.publication.response.id
    held = next(each for text in looked.texts for each in text.held)
    actions.approve(pk, by=staff.lead, now=NOW)
    actions.mark(pk, **said(Spot(held.place, held.start, held.end), "show", by=staff.caseworker))
    work_on()
    assert queries.public_response(slug, 1) is None


def test_nobody_approves_another_state_than_the_one_they_looked_at(
    published: int, slug: str, owner: Owner, staff: Staff
) -> None:
    state = look(slug, owner).publication.looked_at
    spot, _ = a_word(slug, owner)
    actions.mark(published, **said(spot, state=state, by=staff.caseworker))
    for act in (actions.approve, actions.withhold):
        with pytest.raises(Conflict):
            act(published, reason="Sett.", state=state, by=staff.lead, now=NOW)
    with pytest.raises(Conflict):
        actions.mark(published, **said(spot, state=state, by=staff.caseworker))


def test_marks_go_along_where_the_text_is_the_same(
    published: int, slug: str, owner: Owner, staff: Staff, work_on: WorkOn
) -> None:
    spot, word = a_word(slug, owner)
    actions.mark(published, **said(spot, by=staff.caseworker))
    register_actions.settle_sender(published, names=["Granmo kommune"], by=staff.lead, now=NOW)
    work_on()
    assert "Granmo kommune" in public_text(slug)
    assert word not in public_text(slug)
    assert look(slug, owner).lost == ()


def test_a_mark_whose_text_changed_makes_the_response_wait_and_is_never_dropped(
    published: int, slug: str, owner: Owner, staff: Staff, work_on: WorkOn
) -> None:
    name = next(text for text in look(slug, owner).texts if text.part == "sender")
    actions.mark(published, **said(Spot(name.place, 0, 4), by=staff.caseworker))
    for settled in ("Granmo kommune", "Lien kommune"):
        register_actions.settle_sender(published, names=[settled], by=staff.lead, now=NOW)
        work_on()
        assert queries.public_response(slug, 1) is None
        (row,) = waiting([owner])
        assert (row.category, "marks-again" in row.reasons) == ("marks", True)
        assert len(look(slug, owner).lost) == 1
    register_actions.settle_sender(published, names=["Fjordvik kommune"], by=staff.lead, now=NOW)
    work_on()
    assert look(slug, owner).lost == ()
    assert MASK in public_text(slug)


def test_what_is_wrong_is_refused(published: int, slug: str, owner: Owner, staff: Staff) -> None:
    spot, _ = a_word(slug, owner)
    for wrong in (
        said(spot, reason=" "), said(spot, "hide"), said(spot, kind="secret"),
        said(spot) | {"ground": "offl-99"}, said(spot) | {"spots": []},
        said(Spot(spot.place, 5, 5)), said(Spot(spot.place, 0, 10**6)), said(Spot("x", 0, 1)),
    ):  # fmt: skip
        with pytest.raises(BadInput):
            actions.mark(published, **wrong, by=staff.caseworker)
    with pytest.raises(NotAllowed):
        actions.mark(published, **said(spot), by=staff.reader)
    assert not Mark.objects.exists()


def test_the_preview_is_what_is_frozen_after_it(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("innspill fra privatperson.eml")
    work_on()
    pk = register.responses(slug, [owner])[0].id
    spot, word = a_word(slug, owner) if any(
        text.part == "answer" for text in look(slug, owner).texts
    ) else (None, "")  # fmt: skip
    if spot:
        actions.mark(pk, **said(spot, by=staff.caseworker))
    foreseen = preview(slug, 1, [owner], now=NOW)
    assert foreseen is not None
    if publication_of(slug, 1, [owner]):
        actions.approve(pk, by=staff.lead, now=NOW)
    work_on()
    shown = queries.public_response(slug, 1)
    assert shown is not None
    assert (shown.response, shown.sha256) == (foreseen.response, foreseen.sha256)
    assert not word or word not in str(foreseen.response)


def test_a_hearing_that_wants_a_person_lets_nothing_out_until_a_lead_has_looked(
    hand_in: HandIn, work_on: WorkOn, owner: Owner, staff: Staff
) -> None:
    definition = load(RESPONSES.parent / "consultation.yaml")
    changes = {"case_number": "26/1", "publish_without_a_person": "never"}
    strict = consultations.load(definition.model_copy(update=changes), now=NOW)
    hand_in(FORM, slug=strict.slug)
    work_on()
    (row,) = waiting([owner], slug=strict.slug)
    assert (row.category, row.outcome) == ("person", "clean")
    assert queries.public_response(strict.slug, 1) is None
    actions.approve(row.response.id, state=row.looked_at, by=staff.lead, now=NOW)
    work_on()
    assert queries.public_response(strict.slug, 1) is not None
