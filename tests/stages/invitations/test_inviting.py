"""A hearing's list, its recipients and the address book follow each other."""

from __future__ import annotations

import pytest

from innspill.shared.errors import BadInput, BadLink, Conflict, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.invitations import actions, queries
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.models import Contact, Recipient
from tests.stages.conftest import NOW
from tests.stages.invitations.conftest import BASE, GROUPS, LETTERS, Case


def addresses(case: Case) -> dict[str, str]:
    return {each.name: each.email for each in queries.of_hearing(case.hearing.id)}


def body(case: Case, name: str) -> int:
    found = hearings.body_id(case.hearing.id, None, name)
    assert found is not None
    return found


def change(case: Case, *groups: Group, renamed: dict[str, str] | None = None) -> None:
    actions.change_list(
        case.hearing.id, groups, renamed=renamed, based_on=case.revision(),
        by=case.staff.caseworker, now=NOW,
    )  # fmt: skip


def send(case: Case, sending: str = "first") -> int:
    everybody = [each.id for each in queries.of_hearing(case.hearing.id)]
    sent = actions.send(
        case.hearing.id, everybody, kind="invitation", letters=LETTERS, sending=sending,
        base=BASE, by=case.staff.caseworker, now=NOW,
    )  # fmt: skip
    return sent.queued


def test_every_line_that_stands_for_itself_has_a_recipient(case: Case) -> None:
    actions.derive(case.hearing.id, by=case.staff.caseworker, now=NOW)
    actions.derive(case.hearing.id, by=case.staff.caseworker, now=NOW)
    assert addresses(case) == {"NITO": "", "Norsk Vann": ""}


def test_a_list_invites_the_new_and_completes_the_known(case: Case) -> None:
    entries = [
        Entry("nito", email="post@nito.example", number="974683520"),
        Entry("Tekna", "organisasjoner", email="post@tekna.example"),
        Entry("Statsforvalterne", "Stat"),
    ]
    done = actions.add_entries(
        case.hearing.id, entries, based_on=case.revision(), by=case.staff.caseworker, now=NOW
    )
    assert done == (2, 1)
    listed = {
        group.name: [m.name for m in group.members] for group in case.again().definition.bodies
    }
    assert listed == {
        "Kommuner": ["Landets kommuner"],
        "Organisasjoner": ["NITO", "Norsk Vann", "Tekna"],
        "Stat": ["Statsforvalterne"],
    }
    assert case.again().definition.bodies[2].members[0].collective
    assert addresses(case) == {
        "NITO": "post@nito.example", "Norsk Vann": "", "Tekna": "post@tekna.example",
    }  # fmt: skip
    assert Contact.objects.filter(name="Tekna").exists()


def test_a_stale_list_overwrites_nothing(case: Case) -> None:
    stale = case.revision()
    change(case, *GROUPS, Group(name="Ny", members=(Member(name="A"),)))
    with pytest.raises(Conflict):
        actions.add_entries(
            case.hearing.id, [Entry("B")], based_on=stale, by=case.staff.caseworker, now=NOW
        )
    assert "B" not in addresses(case)


def test_addresses_come_from_the_book_by_name_or_number(case: Case) -> None:
    by, owner = case.staff.caseworker, case.hearing.owner_id
    actions.save_contact(owner, Entry("NORSK VANN", email="post@vann.example"), by=by, now=NOW)
    actions.save_contact(
        owner,
        Entry("Norges ingeniørorg.", number="974683520", email="post@nito.example"),
        by=by,
        now=NOW,
    )
    actions.derive(case.hearing.id, by=by, now=NOW)
    assert addresses(case) == {"NITO": "", "Norsk Vann": "post@vann.example"}
    [nito] = [each for each in queries.of_hearing(case.hearing.id) if each.name == "NITO"]
    actions.save_recipient(nito.id, Entry("NITO", number="974683520"), by=by, now=NOW)
    assert actions.complete_from_book(case.hearing.id, by=by, now=NOW) == 1
    assert addresses(case)["NITO"] == "post@nito.example"


def test_the_book_is_never_overwritten_by_a_list(case: Case) -> None:
    by, owner = case.staff.caseworker, case.hearing.owner_id
    actions.save_contact(owner, Entry("NITO", email="rett@nito.example"), by=by, now=NOW)
    new = [Entry("Nito", email="feil@nito.example", language="nn"), Entry("Tekna"), Entry("TEKNA")]
    assert actions.remember(owner, new, by=by, now=NOW) == (1, 1)
    kept = Contact.objects.get(name="NITO")
    assert (kept.email, kept.language) == ("rett@nito.example", "nn")
    with pytest.raises(BadInput, match="address book already"):
        actions.save_contact(owner, Entry("tekna"), by=by, now=NOW)


def test_a_collective_line_expands_once(case: Case) -> None:
    members = [Entry(f"Kommune {n}", number="", email=f"post@k{n}.example") for n in range(357)]
    line = body(case, "Landets kommuner")
    by = case.staff.caseworker
    assert actions.expand(line, members, by=by, now=NOW) == (357, 0)
    assert actions.expand(line, [*members, Entry("Kommune 357")], by=by, now=NOW) == (1, 357)
    assert len(queries.of_hearing(case.hearing.id)) == 358


def test_who_is_taken_off_the_list_is_written_to_no_more_but_what_was_sent_stays(
    invited: Case,
) -> None:
    assert send(invited) == 2
    change(invited, GROUPS[0])
    assert addresses(invited) == {}
    assert len(queries.letters(invited.hearing.id)) == 2
    token = queries.link_token(Recipient.objects.get(name="NITO").pk)
    with pytest.raises(BadLink, match="no longer in use"):
        queries.recipient_by_token(token)
    change(invited, *GROUPS)
    assert addresses(invited)["NITO"] == "post@nito.example"
    assert queries.recipient_by_token(token).name == "NITO"


def test_a_new_name_keeps_those_who_are_written_to(invited: Case) -> None:
    send(invited)
    renamed = (
        Member(name="NITO – Norges Ingeniør- og Teknologorganisasjon"),
        Member(name="Norsk Vann"),
    )
    change(invited, GROUPS[0], Group(name="Organisasjoner", members=renamed),
           renamed={"NITO": renamed[0].name})  # fmt: skip
    assert addresses(invited)[renamed[0].name] == "post@nito.example"
    assert len(addresses(invited)) == 2


def test_the_same_name_twice_is_refused(case: Case) -> None:
    with pytest.raises(BadInput, match="on the list already"):
        change(case, *GROUPS, Group(name="Andre", members=(Member(name="nito"),)))


def test_whoever_was_removed_by_hand_is_not_put_back(invited: Case) -> None:
    send(invited)
    [nito] = [each for each in queries.of_hearing(invited.hearing.id) if each.name == "NITO"]
    actions.remove_recipient(nito.id, by=invited.staff.caseworker, now=NOW)
    actions.derive(invited.hearing.id, by=invited.staff.caseworker, now=NOW)
    assert "NITO" not in addresses(invited)


def test_a_body_may_have_further_addresses(invited: Case) -> None:
    line, by = body(invited, "NITO"), invited.staff.caseworker
    actions.add_recipient(line, Entry("NITO Vestland", email="vest@nito.example"), by=by, now=NOW)
    found = queries.of_hearing(invited.hearing.id)
    assert [each.name for each in found if each.body_id == line] == ["NITO", "NITO Vestland"]
    with pytest.raises(BadInput, match="already"):
        actions.add_recipient(line, Entry("NITO"), by=by, now=NOW)


def test_links_are_signed_and_open_nobody_else_s(invited: Case) -> None:
    one, other = queries.of_hearing(invited.hearing.id)
    token = queries.link_token(one.id)
    assert queries.recipient_by_token(token) == one
    for wrong in ("", "1", token[:-1], token.replace(str(one.id), str(other.id), 1), "æ" + token):
        with pytest.raises(BadLink):
            queries.recipient_by_token(wrong)


def test_opening_and_declining_are_noted_once(invited: Case) -> None:
    one = queries.of_hearing(invited.hearing.id)[0]
    for _ in range(2):
        actions.link_opened(one.id, NOW)
        actions.declined(one.id, NOW)
    assert JournalEntry.objects.filter(verb__in=["link-opened", "declined"]).count() == 2


def test_the_journal_holds_no_names_and_no_addresses(invited: Case) -> None:
    send(invited)
    lines = str(list(JournalEntry.objects.values_list("verb", "subject", "detail")))
    assert "letters-queued" in lines
    assert "nito" not in lines.lower()
    assert "@" not in lines


def test_a_reader_invites_nobody(case: Case) -> None:
    for somebody in (case.staff.reader, case.staff.stranger, case.staff.administrator):
        with pytest.raises(NotAllowed):
            actions.derive(case.hearing.id, by=somebody, now=NOW)
        with pytest.raises(NotAllowed):
            actions.expand(body(case, "Landets kommuner"), [Entry("A")], by=somebody, now=NOW)
