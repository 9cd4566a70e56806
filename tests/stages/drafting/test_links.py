"""Links: whoever holds one may do what it says, and nobody gets further with a made-up one."""

from __future__ import annotations

from datetime import date

import pytest

from innspill.shared.errors import BadLink
from innspill.stages.consultations.models import Body
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions, queries
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.models import Draft
from innspill.stages.invitations.models import Recipient
from tests.stages.conftest import IN_TIME
from tests.stages.drafting.conftest import Writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def recipient(hearing: ConsultationShown) -> Recipient:
    body = Body.objects.filter(group__consultation=hearing.id, collective=False).first()
    assert body is not None
    return Recipient.objects.create(
        body=body, name=body.name, number="974760673", email="post@example.org", added_at=IN_TIME
    )


@pytest.mark.parametrize("role", ["owner", "editor", "commenter"])
def test_a_link_opens_the_draft_in_its_role(writing: Writing, role: queries.Role) -> None:
    opened = queries.opened(queries.link_token(writing.id, role))
    assert (opened.draft.id, opened.role) == (writing.id, role)


def reason(token: str) -> str:
    with pytest.raises(BadLink) as bad:
        queries.opened(token)
    return bad.value.reason


def test_a_link_that_was_changed_opens_nothing(writing: Writing) -> None:
    token = queries.link_token(writing.id, "commenter")
    for wrong in (
        token[:-1],
        token.replace("commenter", "owner"),
        f"9{token}",
        "",
        "hei",
        "1-owner-a.b",
    ):
        assert reason(wrong) == "damaged"


def test_what_a_mail_program_leaves_at_its_end_is_overlooked(writing: Writing) -> None:
    token = queries.link_token(writing.id, "owner")
    assert queries.opened(f"{token}>.").draft.id == writing.id


def test_new_links_make_the_old_ones_worthless(writing: Writing) -> None:
    old = queries.link_token(writing.id, "editor")
    actions.new_links(writing.id, now=writing.tick())
    assert reason(old) == "withdrawn"
    assert queries.opened(queries.link_token(writing.id, "editor")).role == "editor"


def test_a_link_to_a_draft_that_was_deleted_says_so(writing: Writing) -> None:
    token = queries.link_token(writing.id, "owner")
    Draft.objects.all().delete()
    assert reason(token) == "gone"


def test_a_token_of_another_kind_of_link_opens_no_draft(recipient: Recipient) -> None:
    from innspill.stages.invitations.queries import link_token

    assert reason(link_token(recipient.pk)) == "damaged"


def test_a_personal_link_leads_to_one_draft_with_its_sender_filled_in(
    hearing: ConsultationShown, recipient: Recipient
) -> None:
    first = actions.begin(hearing.id, language="nn", recipient_id=recipient.pk, now=IN_TIME)
    again = actions.begin(hearing.id, language="nb", recipient_id=recipient.pk, now=IN_TIME)
    shown = queries.shown(first)
    assert first == again
    assert [(s.name, s.number) for s in shown.about.senders] == [(recipient.name, "974760673")]
    assert (shown.language, shown.body_id) == ("nn", recipient.body_id)
    assert queries.of_recipients(hearing.id)[recipient.pk].state == "open"


def test_a_personal_link_of_another_hearing_begins_nothing(
    hearing: ConsultationShown, recipient: Recipient
) -> None:
    from innspill.stages.consultations import actions as consultations
    from tests.stages.conftest import NOW

    other = hearing.definition.model_copy(update={"case_number": "26/999"})
    elsewhere = consultations.load(other, now=NOW)
    with pytest.raises(Refused) as refused:
        actions.begin(elsewhere.id, language="nb", recipient_id=recipient.pk, now=IN_TIME)
    assert refused.value.code == "not-yours"


def test_those_who_write_together_set_a_deadline_of_their_own(writing: Writing) -> None:
    actions.set_internal_deadline(writing.id, date(2026, 3, 10), now=writing.tick())
    assert writing.shown.internal_deadline == date(2026, 3, 10)
    actions.set_internal_deadline(writing.id, None, now=writing.tick())
    assert writing.shown.internal_deadline is None
