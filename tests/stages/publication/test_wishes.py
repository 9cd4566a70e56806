"""What a caseworker was told a sender wishes: it holds at once, and more is shown by a lead only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, open_data, queries, rebuilding
from innspill.stages.publication.core.marks import Spot, occurrences
from innspill.stages.publication.looking import looked_at, preview
from innspill.stages.publication.models import Mark, Rendition, Wish
from innspill.stages.publication.waiting import waiting
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
FORM = "fjordvik-kommune.docx"
NAME = "Fjordvik"


@pytest.fixture
def slug(hearing: ConsultationShown) -> str:
    return hearing.slug


@pytest.fixture
def published(hand_in: HandIn, work_on: WorkOn) -> int:
    """The row number of a response that went out by itself, under its name."""
    hand_in(FORM)
    work_on()
    return Rendition.objects.get(replaced_at=None).response_id


@pytest.fixture
def with_letter(hand_in: HandIn, work_on: WorkOn) -> int:
    """As `published`, with the sender's name in the text."""
    said = "Fjordvik kommune støtter planen og ber om midler.\n".encode()
    hand_in("svar.txt", said, sender="Fjordvik kommune")
    work_on()
    return Rendition.objects.get(replaced_at=None).response_id


def wished(wish: str, staff: Staff, by: str = "caseworker", **more) -> dict:
    return {"wish": wish, "reason": "E-post i dag.", "by": getattr(staff, by), "now": NOW, **more}


def told(slug: str) -> str:
    shown = queries.public_response(slug, 1)
    return str(shown.response) if shown else ""


def test_the_name_goes_in_the_same_transaction_and_comes_back_when_the_wish_is_taken_back(
    published: int, slug: str, staff: Staff, owner: Owner, work_on: WorkOn
) -> None:
    assert NAME in told(slug)
    number = queries.public_response(slug, 1).response.numbers
    actions.say_wish(published, **wished("anonymous", staff))
    assert "Anonym 1" in told(slug)
    assert NAME not in told(slug)
    assert not [each for each in number if each and each in told(slug)]
    shown = queries.public_response(slug, 1).response
    assert (shown.receipt, shown.journal_line, shown.via) == (None, None, "")
    assert open_data.named(shown.senders) == []
    assert open_data.news(9, body="anonym-1") == []
    assert open_data.news(9, body="fjordvik-kommune") == []
    work_on()
    assert "Anonym 1" in told(slug)
    actions.say_wish(published, **wished("none", staff))
    assert NAME in told(slug)
    line = JournalEntry.objects.filter(verb="wish-said").first()
    assert line is not None
    assert line.detail == {"wish": "anonymous"}


def test_not_on_the_web_takes_the_copy_down_until_a_lead_approves_all_the_same(
    published: int, slug: str, staff: Staff, owner: Owner, work_on: WorkOn
) -> None:
    actions.say_wish(published, **wished("not-on-web", staff, by="lead"))
    assert queries.public_response(slug, 1) is None
    work_on()
    assert queries.public_response(slug, 1) is None
    (row,) = waiting([owner])
    assert (row.category, row.reasons) == ("wish", ("asks-not-to-be-published",))
    actions.approve(published, state=row.looked_at, by=staff.lead, now=NOW)
    work_on()
    assert NAME in told(slug)
    actions.say_wish(published, **wished("anonymous", staff))
    assert NAME not in told(slug)
    actions.say_wish(published, **wished("not-on-web", staff))
    assert NAME in told(slug), "a lead let that out already"
    assert queries.ledger().adds_up


def test_what_was_approved_without_a_name_gets_one_by_a_lead_alone(
    published: int, slug: str, staff: Staff, owner: Owner, work_on: WorkOn
) -> None:
    actions.withhold(published, reason="Se på det.", by=staff.lead, now=NOW)
    actions.say_wish(published, **wished("anonymous", staff))
    actions.approve(published, by=staff.lead, now=NOW)
    work_on()
    assert "Anonym 1" in told(slug)
    actions.say_wish(published, **wished("none", staff))
    assert told(slug) == ""
    work_on()
    assert told(slug) == ""
    actions.say_wish(published, **wished("anonymous", staff))
    work_on()
    assert "Anonym 1" in told(slug)
    actions.say_wish(published, **wished("none", staff, by="lead"))
    assert NAME in told(slug)


def test_files_of_who_wishes_no_name_are_made_from_the_copy_alone(
    published: int, slug: str, staff: Staff
) -> None:
    actions.say_wish(published, **wished("anonymous", staff))
    rendition = Rendition.objects.get(replaced_at=None)
    wanted = rebuilding.to_rebuild(rendition.pk, base="")
    assert wanted.pages == ()
    assert NAME not in str(wanted.paper)
    found = preview(slug, 1, [Owner.objects.get(pk=rendition.consultation.owner_id)], now=NOW)
    assert found is not None
    assert found.sha256 == rendition.sha256


@pytest.mark.parametrize(
    ("wish", "reason", "said"),
    [("anonymous", " ", "the reason is missing"), ("secret", "x", "there is no such wish")],
)
def test_a_wish_needs_to_be_one_and_to_have_a_reason(
    published: int, staff: Staff, wish: str, reason: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        actions.say_wish(published, wish, reason=reason, by=staff.caseworker, now=NOW)
    assert not Wish.objects.exists()


def test_readers_say_nothing_and_nobody_says_it_about_what_has_changed(
    published: int, slug: str, staff: Staff, owner: Owner
) -> None:
    with pytest.raises(NotAllowed):
        actions.say_wish(published, **wished("anonymous", staff, by="reader"))
    before = looked_at(slug, 1, [owner])
    assert before is not None
    state = before.publication.looked_at
    actions.say_wish(published, **wished("anonymous", staff, state=state))
    with pytest.raises(Conflict):
        actions.say_wish(published, **wished("none", staff, state=state))
    with pytest.raises(Conflict):
        actions.approve(published, state=state, by=staff.lead, now=NOW)
    after = looked_at(slug, 1, [owner])
    assert after is not None
    assert (after.wish, after.form_wish) == ("anonymous", "none")
    assert [(each.wish, each.by) for each in after.wishes] == [("anonymous", "caseworker")]


def the_name_in(slug: str, owner: Owner) -> Spot:
    """Where the sender's name stands in the text itself."""
    found = looked_at(slug, 1, [owner])
    assert found is not None
    return next(
        Spot(text.place, *occurrences(text.text, NAME)[0])
        for text in found.texts
        if text.part == "general" and occurrences(text.text, NAME)
    )


def test_nobody_shows_the_sender_s_own_name_unless_the_wish_is_changed_first(
    with_letter: int, slug: str, staff: Staff, owner: Owner
) -> None:
    actions.say_wish(with_letter, **wished("anonymous", staff))
    spot = the_name_in(slug, owner)
    shown = {"word": "show", "reason": "Det er ingen hemmelighet.", "now": NOW}
    half = Spot(spot.place, spot.start + 2, spot.end + 9)
    for each in (spot, half):
        for by in (staff.caseworker, staff.lead):
            with pytest.raises(BadInput, match="tell who sent"):
                actions.mark(with_letter, [each], by=by, **shown)
    assert not Mark.objects.exists()
    assert NAME not in told(slug)
    after = Spot(spot.place, spot.end + 20, spot.end + 28)
    actions.mark(with_letter, [after], by=staff.lead, **shown)  # what tells nothing may be shown
    actions.say_wish(with_letter, **wished("none", staff, by="lead"))
    actions.mark(with_letter, [spot], by=staff.lead, **shown)
    assert NAME in told(slug)


def test_a_name_that_somebody_had_shown_goes_when_the_sender_wishes_so(
    with_letter: int, slug: str, staff: Staff, owner: Owner
) -> None:
    spot = the_name_in(slug, owner)
    actions.mark(
        with_letter, [spot], word="show", reason="Det er en kommune.", by=staff.lead, now=NOW
    )
    assert NAME in told(slug)
    actions.say_wish(with_letter, **wished("anonymous", staff))
    assert "Anonym 1" in told(slug)
    assert NAME not in told(slug)
    assert JournalEntry.objects.filter(verb="mark-undone").count() == 1
