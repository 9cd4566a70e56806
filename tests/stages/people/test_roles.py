"""docs/roles.md is true: every line of its tables is tried with a person in every role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from innspill.pipeline import wiring, work
from innspill.shared.errors import NotAllowed
from innspill.shared.people.models import Owner, User
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as consultations_queries
from innspill.stages.consultations.core.definition import Group, Late, Member
from innspill.stages.consultations.core.files import load
from innspill.stages.handover import actions as handover
from innspill.stages.handover import queries as handover_queries
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.publication import actions as publication
from innspill.stages.publication import looking, rebuilding
from innspill.stages.publication import waiting as publication_queries
from innspill.stages.publication.core.marks import Spot
from innspill.stages.publication.models import Mark, PublicFile, Rendition
from innspill.stages.reading import actions as reading
from innspill.stages.reading import queries as reading_queries
from innspill.stages.register import actions as register
from innspill.stages.register import queries as register_queries
from innspill.stages.reports import actions as reports
from innspill.stages.reports import queries as reports_queries
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, home_at, staff_at, undone
from tests.stages.people import (
    analysis_doors,
    deciding_doors,
    invitation_doors,
    model_doors,
    reply_doors,
    report_doors,
    together_doors,
)
from tests.stages.people.open_elsewhere import open_in_another

pytestmark = pytest.mark.django_db
OPEN = RESPONSES.parents[1] / "lekeplasser" / "consultation.yaml"
ROLES = Path(__file__).resolve().parents[3] / "docs" / "roles.md"
PEOPLE = ("reader", "caseworker", "lead", "administrator", "stranger")
LINES = [
    (door, dict(zip(PEOPLE, answers.split(" | "), strict=True)))
    for door, answers in re.findall(
        r"^\| `(\w+\.\w+)` \| [^|]+ \| ((?:(?:yes|no)(?: \| )?){5}) \|$",
        ROLES.read_text("utf-8"),
        re.MULTILINE,
    )
]


@dataclass(frozen=True)
class Case:
    """One hearing with a response of its own in every stage, and who works on it."""

    staff: Staff
    owner: Owner
    invited: invitation_doors.List
    said: analysis_doors.Said
    draft: int
    drafted: str
    forwards: str
    hearing: int
    slug: str
    response: int
    flag: int


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    """Made once; what a test does to it is undone after that test."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        yield _case()


@pytest.fixture
def case(made: Case, db: None) -> Case:
    return made


@pytest.fixture(autouse=True)
def home(made: Case) -> None:
    """The home that the case was made in, for all tests."""


def _case() -> Case:
    hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
    owner = Owner.objects.get(name=hearing.owner)
    staff = staff_at(owner)
    name = "Høringssvar Eidsund kommune (1).docx"
    intake_actions.receive(
        consultation_slug=hearing.slug,
        channel="upload",
        files=[(name, (RESPONSES / name).read_bytes())],
        claimed_sender="Eidsund kommune",
        idempotency_key=name,
        now=IN_TIME,
        store=wiring.store(),
    )
    work.run_until_idle()
    _import(hearing.slug, staff.lead)
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    handover.make_package(hearing.id, by=staff.lead, now=NOW, store=wiring.store())
    beginning = load(OPEN).model_copy(
        update={"opens": date(2026, 4, 1), "deadline": date(2026, 9, 30)}
    )
    draft = consultations.found(beginning, owner=owner, by=staff.lead, now=NOW)
    return Case(
        staff=staff,
        owner=owner,
        invited=invitation_doors.List.of(hearing, staff.lead),
        said=analysis_doors.Said(hearing, owner, staff.lead),
        draft=draft.id,
        drafted=draft.slug,
        forwards=_forwarding(),
        hearing=hearing.id,
        slug=hearing.slug,
        response=register_queries.responses(hearing.slug, [owner])[0].id,
        flag=reading_queries.open_flags([owner])[0].id,
    )


def _import(slug: str, by: User) -> None:
    """An import that is at its end."""
    job = intake_actions.begin_import(
        slug, kind="zip", name="svar.zip", archive=b"PK", key="case", by=by, now=NOW,
        store=wiring.store(),
    )  # fmt: skip
    intake_actions.end_import(job, now=NOW)


def _forwarding() -> str:
    """The address of a hearing of the same owner that sends late responses on."""
    late = Late(policy="forward", to="Departementet")
    other = load(RESPONSES.parent / "consultation.yaml")
    changes = {"case_number": "26/4488", "late": late}
    return consultations.load(other.model_copy(update=changes), now=NOW).slug


def _stray() -> int:
    """The number of a delivery that named no hearing. All who see a desk see it."""
    return intake_actions.receive(
        consultation_slug=None, channel="email", files=[("melding.eml", b"Hei")],
        idempotency_key="stray", now=IN_TIME, store=wiring.store(),
    ).number  # fmt: skip


def _sent(c: Case) -> int:
    """The number of a delivery that nobody has looked at."""
    return intake_actions.receive(
        consultation_slug=c.slug, channel="email", files=[("melding.eml", b"Hei")],
        idempotency_key="sent", now=IN_TIME, store=wiring.store(),
    ).number  # fmt: skip


def _revision(c: Case) -> int:
    return _edited(c, list(Owner.objects.all())).revision


def _edited(c: Case, owners: list[Owner]) -> consultations_queries.Edited:
    found = consultations_queries.edited(c.drafted, owners)
    assert found is not None
    return found


def _save(c: Case, by: User, **changes: Any) -> int:
    edited = _edited(c, list(Owner.objects.all()))
    changed = edited.definition.model_copy(update=changes)
    return consultations.save(edited.hearing.id, changed, based_on=edited.revision, by=by, now=NOW)


def _announce(c: Case, by: User) -> None:
    if not _edited(c, list(Owner.objects.all())).unannounced:
        _save(c, c.staff.lead, summary={"nb": f"Ny {_revision(c)}"})
    consultations.announce(c.draft, note={"nb": "Nytt sammendrag."}, by=by, now=NOW)


def _settled(c: Case) -> None:
    register.settle_sender(c.response, names=["Granmo kommune"], by=c.staff.lead, now=NOW)


def _doubted(c: Case) -> None:
    """Lets the case hold a response that nobody knows the sender of."""
    if not register_queries.unsure([c.owner]):
        intake_actions.receive(
            consultation_slug=c.slug, channel="upload", files=[("x.txt", b"Vi er enige.")],
            idempotency_key="nobody", now=IN_TIME, store=wiring.store(),
        )  # fmt: skip
        work.run_until_idle()


def _marked(c: Case, by: User) -> int:
    """The number of a mark on the first text of the response."""
    work.run_until_idle()
    row = register_queries.responses(c.slug, [c.owner])[0]
    looked = looking.looked_at(c.slug, row.number, [c.owner])
    assert looked is not None
    spot = Spot(looked.texts[0].place, 0, 3)
    publication.mark(
        c.response, [spot], word="withhold", ground="offl-13", reason="Sett.", by=by, now=NOW
    )
    return Mark.objects.latest("pk").pk


def _named(stage: str, doors: dict[str, Any], of: str) -> dict[str, Callable[[Case, Any], Any]]:
    """The doors of a stage by their whole names, each tried on that part of the case."""
    return {
        f"{stage}.{name}": lambda c, who, door=door: door(getattr(c, of), who)
        for name, door in doors.items()
    }


DONE: dict[str, Callable[[Case, User], Any]] = {
    "consultations.found": lambda c, by: consultations.found(
        load(OPEN).model_copy(update={"case_number": "26/77"}), owner=c.owner, by=by, now=NOW
    ),
    "consultations.save": lambda c, by: _save(c, by, summary={"nb": "Kort"}),
    "consultations.set_bodies": lambda c, by: consultations.set_bodies(
        c.draft,
        [Group(name="Kommuner", members=(Member(name="Eidsund"),))],
        based_on=_revision(c),
        by=by,
        now=NOW,
    ),
    "consultations.publish": lambda c, by: consultations.publish(c.draft, at=None, by=by, now=NOW),
    "consultations.call_off": lambda c, by: consultations.call_off(c.draft, by=by, now=NOW),
    "consultations.announce": _announce,
    "consultations.discard": lambda c, by: consultations.discard(c.draft, by=by, now=NOW),
    "consultations.set_deadline": lambda c, by: consultations.set_deadline(
        c.draft, date(2026, 11, 30), note={"nb": "Flere ba om mer tid."}, by=by, now=NOW
    ),
    "consultations.extend": lambda c, by: consultations.extend(
        consultations_queries.bodies_of(c.draft)[0][0], None, reason="For sent.", by=by, now=NOW
    ),
    "consultations.set_phase": lambda c, by: consultations.set_phase(
        c.draft, "closed", by=by, now=NOW
    ),
    **_named("invitations", invitation_doors.DONE, "invited"),
    "intake.move": lambda c, by: intake_actions.move(
        _stray(), to_slug=c.slug, by=by, now=NOW, store=wiring.store()
    ),
    "intake.set_aside_by_hand": lambda c, by: intake_actions.set_aside_by_hand(
        _sent(c), reason="spam", by=by, now=NOW
    ),
    "intake.begin_import": lambda c, by: intake_actions.begin_import(
        c.slug,
        kind="zip",
        name="svar.zip",
        archive=b"PK",
        key=by.username,
        by=by,
        now=NOW,
        store=wiring.store(),
    ),
    "intake.register_by_hand": lambda c, by: intake_actions.register_by_hand(
        c.slug,
        channel="note",
        files=[("notat.txt", b"Sagt")],
        sender="Kari",
        came_at=IN_TIME,
        by=by,
        now=NOW,
        store=wiring.store(),
    ),
    "reading.settle_flag": lambda c, by: reading.settle_flag(c.flag, value="as-is", by=by, now=NOW),
    "register.settle_sender": lambda c, by: register.settle_sender(
        c.response, names=["Eidsund kommune"], by=by, now=NOW
    ),
    "register.undo_sender": lambda c, by: (
        _settled(c),
        register.undo_sender(c.response, by=by, now=NOW),
    ),
    "register.say_standing": lambda c, by: register.say_standing(
        c.response, "alone", None, by=by, now=NOW
    ),
    "register.undo_standing": lambda c, by: (
        register.say_standing(c.response, "alone", None, by=c.staff.lead, now=NOW),
        register.undo_standing(c.response, by=by, now=NOW),
    ),
    "register.say_kinds": lambda c, by: register.say_kinds(c.response, [], by=by, now=NOW),
    "register.say_lateness": lambda c, by: register.say_lateness(
        c.response, late=True, reason="Klokken gikk feil.", by=by, now=NOW
    ),
    "register.undo_lateness": lambda c, by: (
        register.say_lateness(c.response, late=True, reason="x", by=c.staff.lead, now=NOW),
        register.undo_lateness(c.response, by=by, now=NOW),
    ),
    "publication.mark": _marked,
    "publication.undo_mark": lambda c, by: publication.undo_mark(
        c.response, _marked(c, c.staff.lead), by=by, now=NOW
    ),
    "publication.say_wish": lambda c, by: (
        work.run_until_idle(),
        publication.say_wish(c.response, "anonymous", reason="E-post.", by=by, now=NOW),
    ),
    "publication.try_again": lambda c, by: (
        _refused(c),
        publication.try_again(c.response, by=by, now=NOW),
    ),
    "publication.approve": lambda c, by: publication.approve(c.response, by=by, now=NOW),
    "publication.withhold": lambda c, by: publication.withhold(
        c.response, reason="offl. § 13", by=by, now=NOW
    ),
    "publication.withdraw": lambda c, by: publication.withdraw(
        c.response, reason="", by=by, now=NOW
    ),
    **_named("analysis", analysis_doors.DONE, "said"),
    **model_doors.DONE,
    **_named("deciding", together_doors.DONE, "said"),
    **_named("deciding", deciding_doors.DONE, "said"),
    **_named("reports", reply_doors.DONE, "said"),
    **report_doors.DONE,
}
LAST = ("publication.try_again", "publication.mark", "publication.undo_mark",
        "publication.say_wish", "publication.withhold", "publication.withdraw")  # fmt: skip
SEEN: dict[str, Callable[[Case, list[Owner]], Any]] = {
    "consultations.edited": lambda c, owners: consultations_queries.edited(c.drafted, owners),
    **_named("invitations", invitation_doors.SEEN, "invited"),
    "intake.inbox": lambda _, owners: intake.inbox(owners),
    "intake.original": lambda _, owners: intake.original(1, 0, owners, wiring.store()),
    "intake.imports": lambda _, owners: intake.imports(owners),
    "reading.readings_of": lambda _, owners: reading_queries.readings_of(1, owners),
    "reading.open_flags": lambda _, owners: reading_queries.open_flags(owners),
    "register.responses": lambda c, owners: register_queries.responses(c.slug, owners),
    "register.unsure": lambda c, owners: (_doubted(c), register_queries.unsure(owners))[1],
    "publication.looked_at": lambda c, owners: looking.looked_at(c.slug, 1, owners),
    "publication.open_elsewhere": lambda c, owners: (
        open_in_another(c),
        looking.open_elsewhere(c.slug, owners),
    )[1],
    "publication.preview": lambda c, owners: looking.preview(c.slug, 1, owners, now=NOW),
    "publication.all_states": lambda c, owners: publication_queries.all_states(c.slug, owners),
    "publication.refused": lambda c, owners: (_refused(c), rebuilding.refused(owners))[1],
    **_named("analysis", analysis_doors.SEEN, "said"),
    **model_doors.SEEN,
    **_named("deciding", together_doors.SEEN, "said"),
    **_named("deciding", deciding_doors.SEEN, "said"),
    **_named("reports", reply_doors.SEEN, "said"),
    "reports.reports": lambda c, owners: reports_queries.reports(c.slug, owners),
    "handover.packages": lambda c, owners: handover_queries.packages(c.slug, owners),
}


def _refused(case: Case) -> None:
    """A public file of the hearing that could not be made."""
    work.run_until_idle()
    for copy in Rendition.objects.filter(consultation__slug=case.slug, replaced_at=None):
        why = {"state": "refused", "reason": "stopped", "at": NOW}
        PublicFile.objects.get_or_create(rendition=copy, position=9, defaults=why)


def test_the_tables_name_every_door_that_is_tried() -> None:
    assert {door for door, _ in LINES} == {*DONE, *SEEN}


@pytest.mark.parametrize("who", PEOPLE)
def test_what_may_be_done(case: Case, who: str) -> None:
    # What takes the response out of sight comes last, so that the others have it to work on.
    doors = [door for door, _ in LINES if door in DONE and door not in LAST]
    for door in [*doors, *LAST]:
        _try(door, case, getattr(case.staff, who), allowed=dict(LINES)[door][who] == "yes")


def _try(door: str, case: Case, person: User, *, allowed: bool) -> None:
    if door == "publication.approve" and allowed:
        # What was settled just before has to be screened again first.
        work.run_until_idle()
    if allowed:
        DONE[door](case, person)
        return
    with pytest.raises(NotAllowed):
        DONE[door](case, person)


@pytest.mark.parametrize("who", PEOPLE)
def test_what_may_be_seen(case: Case, who: str) -> None:
    owners = owners_of(getattr(case.staff, who))
    for door, answers in LINES:
        if door in SEEN:
            assert bool(SEEN[door](case, owners)) == (answers[who] == "yes"), door


def test_somebody_who_left_sees_nothing(case: Case) -> None:
    left = User.objects.get(pk=case.staff.lead.pk)
    left.is_active = False
    assert owners_of(left) == []
