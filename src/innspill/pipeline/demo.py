"""The demo: a home of its own, filled from the samples by the same parts as everything else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from innspill.pipeline import casework, casework_decided, demo_people, folder, wiring, work
from innspill.shared.errors import BadInput
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner, User
from innspill.shared.people.queries import Role, owner_named
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.handover import actions as handover
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.ledger import Ledger
from innspill.stages.reports import actions as reports

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
PASSWORD = "innspill-demo-2026"  # noqa: S105 - printed on the screen; the demo is on loopback only
PEOPLE = (
    ("saksbehandler", "Kari Saksbehandler", Role.CASEWORKER),
    ("leder", "Lars Leder", Role.LEAD),
)
MARK = "this-is-a-demo"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demo has to show: each hearing with its two sums."""

    hearings: tuple[tuple[ConsultationShown, Ledger], ...]


def clear_home() -> None:
    """Makes the demo's home empty. Raises BadInput for one that holds anything but a demo."""
    home = settings.HOME
    database = settings.DATABASES["default"]
    if Path(str(database["NAME"])) != home / "innspill.sqlite3":
        raise BadInput(
            "the demo has a database of its own", where="INNSPILL_DATABASE", todo="Unset it."
        )
    held = (home / "innspill.sqlite3").exists() or (home / "bytes").exists()
    if held and not (home / MARK).exists():
        raise BadInput(
            "this home holds responses that are not the demo's",
            where=str(home),
            todo="Set INNSPILL_HOME to an empty folder.",
        )
    home.mkdir(parents=True, exist_ok=True)
    (home / MARK).touch()
    for path in home.glob("innspill.sqlite3*"):
        path.unlink()
    shutil.rmtree(home / "bytes", ignore_errors=True)


def fill(*, progress: work.Progress) -> Shown:
    """Loads the sample hearings, takes in their responses, and works them through.

    Raises BadInput where the samples are not there.
    """
    definitions = sorted(SAMPLES.glob("*/consultation.yaml"))
    if not definitions:
        raise BadInput("the samples are missing", where=str(SAMPLES), todo="Use a whole clone.")
    now = wiring.clock().now()
    hearings = []
    for path in definitions:
        hearing = consultations.load(load(path), now=now)
        hearings.append(hearing)
    staff = _staff(hearings, now)
    for hearing, path in zip(hearings, definitions, strict=True):
        if (path.parent / "people.yaml").exists():
            _invite(hearing, path.parent / "people.yaml", staff)
        if (path.parent / "responses").is_dir():
            _work_through(hearing, path.parent, staff, progress)
    return Shown(tuple((hearing, publication.ledger(hearing.id)) for hearing in hearings))


def told(shown: Shown, *, port: int | None) -> Iterator[str]:
    """What to print when it is done: sums, addresses and the login."""
    for hearing, sums in shown.hearings:
        aside = sum(count for _, count in sums.set_aside)
        gone = sums.superseded + sums.withdrawn
        yield ""
        yield f"{hearing.case_number} ({hearing.status})"
        yield (
            f"  {sums.deliveries} deliveries = {sums.registered} registered + {aside} set aside"
            f" + {sums.unprocessed} unprocessed"
        )
        yield (
            f"  {sums.responses} responses = {sums.published} published + {sums.withheld} withheld"
            f" + {sums.waiting} waiting + {gone} superseded or withdrawn"
        )
    yield ""
    if port is None:
        yield f"All in {settings.HOME}. Start it with: innspill demo"
        return
    yield f"Portal  http://127.0.0.1:{port}/"
    yield f"Desk    http://127.0.0.1:{port}/saksbehandling/"
    for username, _, role in PEOPLE:
        yield f"        {username} / {PASSWORD}  ({role})"
    yield "Stop with Ctrl-C."


def _staff(hearings: list[ConsultationShown], now: datetime) -> dict[str, User]:
    staff = {}
    for username, full_name, role in PEOPLE:
        user = people.add_user(username=username, password=PASSWORD, full_name=full_name, now=now)
        staff[str(role)] = user
        for name in {hearing.owner for hearing in hearings}:
            people.give_role(user=user, owner=_owner(name), role=role, now=now)
    return staff


def _owner(name: str) -> Owner:
    owner = owner_named(name)
    if owner is None:
        raise BadInput(f"{name} has no hearing")
    return owner


def _invite(hearing: ConsultationShown, path: Path, staff: dict[str, User]) -> None:
    demo_people.invite_and_answer(
        hearing,
        demo_people.load_people(path),
        base=settings.PUBLIC_ADDRESS or "http://127.0.0.1:8000",
        by=staff[Role.CASEWORKER],
        now=wiring.clock().now(),
    )


def _work_through(
    hearing: ConsultationShown, samples: Path, staff: dict[str, User], progress: work.Progress
) -> None:
    folder.take_in(
        samples / "responses",
        consultation_slug=hearing.slug,
        now=wiring.clock().now(),
        store=wiring.store(),
        progress=lambda done, total: progress("receive", done, total),
    )
    work.run_until_idle(progress)
    if (samples / "casework.yaml").exists():
        said = casework.load_casework(samples / "casework.yaml")
        _finish(hearing, said, staff, progress)


def _finish(
    hearing: ConsultationShown,
    said: casework.Casework,
    staff: dict[str, User],
    progress: work.Progress,
) -> None:
    """What people do, and then the report in each language, its publication, and the package."""
    store = wiring.store()
    desk = casework.Desk(
        slug=hearing.slug,
        owner=_owner(hearing.owner),
        caseworker=staff[Role.CASEWORKER],
        lead=staff[Role.LEAD],
        now=wiring.clock().now(),
    )
    casework.settle(desk, said)
    work.run_until_idle(progress)
    casework.approve(desk, said)
    work.run_until_idle(progress)
    casework_decided.name_themes(desk, said)
    casework_decided.decide(desk, said)
    casework_decided.finish(desk, said)
    for place, language in enumerate(LANGUAGES, start=1):
        reports.make_report(hearing.id, language=language, now=wiring.clock().now(), store=store)
        progress("report", place, len(LANGUAGES))
    reports.publish_report(hearing.id, by=desk.lead, now=wiring.clock().now())
    handover.make_package(hearing.id, by=desk.lead, now=wiring.clock().now(), store=store)
    progress("package", 1, 1)
