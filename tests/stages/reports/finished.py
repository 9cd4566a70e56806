"""A hearing that is decided to the last point, finished and published: what letters are made from."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.pipeline import wiring, work
from innspill.shared.people.models import Owner
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions as deciding
from innspill.stages.deciding import queries as decided
from innspill.stages.deciding.core.values import ChangeSaid, Target
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.publication import actions as publishing
from innspill.stages.publication import queries as publication
from innspill.stages.publication import waiting
from innspill.stages.reports import actions as reports
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, staff_at

TINDVANG = "hoyringssvar_Tindvang_kommune.docx"
UNIVERSITY = "Brev fra Universitetet i Nordvest.docx"
ADHERES = b"Fjelldal kommune\n\nFjelldal kommune slutter seg til h\xc3\xb8ringssvaret fra Tindvang kommune.\n"
PERSON = b"Fra: Kari Nordmann\n\nJeg bor ved Tindvatnet og mener at planen er uklar.\n"
SECRET = "Bare for kolleger: ring Tindvang først."
REASON = "Kapitlet får et avsnitt om dette."
BASE = "https://horing.example"


@dataclass(frozen=True)
class Finished:
    """The hearing with the receipts of what came in, by whom it is from."""

    hearing: ConsultationShown
    owner: Owner
    staff: Staff
    receipts: dict[str, Receipt]

    @property
    def comments(self) -> list[analysis.CommentRow]:
        return analysis.comments(self.hearing.slug, [self.owner])


def build() -> Finished:
    """Three published responses and one that is withheld, all decided; nothing is published yet."""
    definition = load(RESPONSES.parent / "consultation.yaml")
    hearing = consultations.load(definition.model_copy(update={"status": "closed"}), now=NOW)
    owner = Owner.objects.get(name=hearing.owner)
    receipts = {
        "Tindvang kommune": _came(hearing, TINDVANG, sender="Tindvang kommune", email="post@tindvang.example"),
        "Universitetet i Nordvest": _came(hearing, UNIVERSITY, sender="Universitetet i Nordvest"),
        "Fjelldal kommune": _came(hearing, "svar.txt", ADHERES, sender="Fjelldal kommune", email="post@fjelldal.example"),
        "Kari Nordmann": _came(hearing, "mitt.txt", PERSON, sender="Kari Nordmann", email="kari@privat.example"),
    }  # fmt: skip
    work.run_until_idle()
    case = Finished(hearing, owner, staff_at(owner), receipts)
    for shown in waiting.waiting([owner]):
        publishing.withhold(shown.response.id, reason="offl. § 13", by=case.staff.lead, now=NOW)
    work.run_until_idle()
    return case


def decide_all(case: Finished) -> None:
    """One point with a change in the text, one theme, and the rest noted; then it is finished."""
    by, hearing = case.staff.caseworker, case.hearing
    first = next(row for row in case.comments if row.name == "Tindvang kommune")
    _say(case, Target("comment", first.fingerprint), "followed", REASON)
    analysis_actions.confirm([row.id for row in case.comments if not row.confirmed], by=by, now=NOW)
    left = [
        Target("comment", row.comment.fingerprint)
        for row in decided.left(hearing.slug, [case.owner])
    ]
    for target in left:
        _say(case, target, "noted", "Lest og tatt med videre.")
    for rendition in publication.current_renditions(hearing.id):
        analysis_actions.finish(rendition, by=by, now=NOW)
    deciding.finish(hearing.id, by=case.staff.lead, now=NOW)


def publish(case: Finished) -> None:
    """The report in both forms, handed to the public."""
    for language in ("nb", "nn"):
        reports.make_report(case.hearing.id, language=language, now=NOW, store=wiring.store())
    reports.publish_report(case.hearing.id, by=case.staff.lead, now=NOW)


def _say(case: Finished, target: Target, outcome: str, reason: str) -> None:
    change = ChangeSaid("chapter 2", "Gammel tekst <b>", "Ny tekst & mer")
    deciding.decide(
        case.hearing.id, decided.seen(case.hearing.id, [target]), outcome=outcome, reason=reason,
        responsible="Vannverkene" if outcome == "followed" else "", note=SECRET,
        new_change=change if outcome == "followed" else None, by=case.staff.caseworker, now=NOW,
    )  # fmt: skip


def _came(
    hearing: ConsultationShown,
    name: str,
    data: bytes | None = None,
    *,
    sender: str,
    email: str = "",
) -> Receipt:
    return intake.receive(
        consultation_slug=hearing.slug, channel="upload",
        files=[(name, (RESPONSES / name).read_bytes() if data is None else data)],
        claimed_sender=sender, claimed_email=email, idempotency_key=name, now=IN_TIME,
        store=wiring.store(),
    )  # fmt: skip
