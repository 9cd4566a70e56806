"""Sifting: each delivery is held against what is never read, before anything reads it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from innspill.pipeline import mail_in, wiring
from innspill.shared.errors import TooBigToScan
from innspill.shared.journal import queries as journal
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.core.envelope import Envelope, envelope_of
from innspill.stages.intake.core.sifting import Sifting, Verdict, is_too_big, verdict_on
from innspill.stages.intake.queries import DeliveryShown
from innspill.stages.reading.core.responses import NamedBytes
from innspill.stages.reading.core.values import ResponseRead

_DOCUMENTS = (
    ".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf", ".xlsx", ".xls", ".ods", ".xml", ".zip",
)  # fmt: skip
"""How the names of files end that people answer in; signatures and calendars have others."""
_BY_HAND = frozenset({"letter", "note"})


def sift(delivery_id: int, *, now: datetime) -> None:
    """Sifts one delivery. Raises ScannerUnavailable where the scanner cannot tell: it waits."""
    delivery = intake.by_id(delivery_id)
    hearing = consultations.by_id(delivery.consultation_id) if delivery.consultation_id else None
    known = _known(delivery, hearing)
    if is_too_big(known):
        actions.note_sifted(delivery_id, verdict_on(known, lambda: False), now=now)
        return
    store = wiring.store()
    files = [(file.name, store.get(file.sha256)) for file in delivery.files]
    try:
        virus = virus_in(files)
    except TooBigToScan as error:
        unseen = Verdict("too-big", f"the virus scanner: {error}")
        if delivery.taken_on_from is not None:
            unseen = Verdict(remarks=("too-big",))
        actions.note_sifted(delivery_id, unseen, now=now)
        return
    envelope = _envelope(files)
    whole = Sifting(
        channel=known.channel,
        size=known.size,
        most=known.most,
        is_after_the_end=known.is_after_the_end,
        signs=envelope.signs if envelope else (),
        virus=virus,
        is_tied=bool(envelope and hearing and mail_in.is_tied_to(envelope, hearing)),
        is_vouched_for=known.is_vouched_for,
        is_taken_on=known.is_taken_on,
    )
    verdict = verdict_on(whole, lambda: hearing is not None and holds_response(files, hearing))
    actions.note_sifted(delivery_id, verdict, now=now)


def virus_in(files: list[NamedBytes]) -> str:
    """The name of the first virus that the scanner finds, or "" also where none is set.

    Raises ScannerUnavailable where it cannot tell, TooBigToScan for a file that it does not take.
    """
    scanner = wiring.scanner()
    if scanner is None:
        return ""
    for _name, data in files:
        found = scanner.virus_in(data)
        if found is not None:
            return found
    return ""


def holds_response(files: list[NamedBytes], hearing: ConsultationShown) -> bool:
    """Whether a mail has a document attached, or the form filled in: read in the child, for that
    alone. Whether it says anything is for reading to tell.
    """
    return any(map(_is_response, wiring.reader()(files, hearing.definition)))


def is_after_the_end(delivery: DeliveryShown, hearing: ConsultationShown) -> bool:
    """Whether it came after somebody had taken the hearing to its last phase.

    Told by the journal, so that what came before and is sifted late is not set aside for it.
    """
    if hearing.status != "finished":
        return False
    lines = journal.about(f"consultation {hearing.id}")
    ends = [line.at for line in lines if line.detail.get("to") == "finished"]
    return bool(ends) and max(ends) <= delivery.received_at


def _is_response(read: ResponseRead) -> bool:
    if read.kind == "form":
        return True
    return "!/" in read.file and read.file.lower().endswith(_DOCUMENTS)


def _known(delivery: DeliveryShown, hearing: ConsultationShown | None) -> Sifting:
    return Sifting(
        channel=delivery.channel,
        size=sum(file.size for file in delivery.files),
        most=settings.MAIL_LIMIT,
        is_after_the_end=bool(hearing and is_after_the_end(delivery, hearing)),
        is_vouched_for=delivery.is_imported or delivery.channel in _BY_HAND,
        is_taken_on=delivery.taken_on_from is not None,
    )


def _envelope(files: list[NamedBytes]) -> Envelope | None:
    """The headers of a delivery that is one mail; None for any other."""
    if len(files) != 1 or not files[0][0].lower().endswith(".eml"):
        return None
    return envelope_of(files[0][1])
