"""A receipt that somebody shows: does it fit, do we still have what it is for, where is that now?

Nothing of what is shown here is stored. What became of a delivery is told only to who shows the
very receipt that we gave for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, ngettext

from innspill.interfaces.portal import proof_words
from innspill.interfaces.ui.templatetags.innspill import moment
from innspill.shared.journal import queries as journal
from innspill.shared.journal import verifying
from innspill.shared.journal.keys import is_ours, key_of
from innspill.shared.journal.queries import CheckpointShown
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.core.receipt import Receipt, receipt_of
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.became import BecameOf

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it holds, in a sentence."""

    holds: bool
    said: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `refused` is about the receipt, `alarm` about us; `said` tells which.

    Of a receipt that is ours it has the receipt as we gave it, each check, and what became of it.
    """

    state: Literal["whole", "refused", "alarm"]
    said: str = ""
    checks: tuple[Check, ...] = ()
    compared: tuple[Check, ...] = ()
    receipt: Receipt | None = None
    hearing: ConsultationShown | None = None
    became: BecameOf | None = None


def verdict_on(data: bytes, files: Sequence[UploadedFile[Any]], store: ByteStore) -> Verdict:
    """What is to be said of a receipt, given as the bytes of its file, and of files beside it."""
    try:
        receipt = _receipt_in(data)
        verifying.check_receipt(receipt)
    except verifying.Fault as fault:
        return Verdict("refused", proof_words.said_of(fault))
    became = publication.became_of(receipt["number"], receipt)
    if became is None:
        return _not_here(receipt)
    checks = (_of_receipt(receipt), _of_journal(receipt), *_of_bytes(receipt, store))
    return Verdict(
        "whole" if all(check.holds for check in checks) else "alarm",
        checks=checks,
        compared=tuple(_compared(receipt, file) for file in files),
        receipt=receipt_of(dict(receipt)),
        hearing=consultations.shown(became.slug) if became.slug else None,
        became=became,
    )


def _receipt_in(data: bytes) -> Json:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise verifying.Fault("this is no receipt") from error
    if not isinstance(found, dict):
        raise verifying.Fault("this is no receipt")
    return found


def _not_here(receipt: Json) -> Verdict:
    """We have no such receipt: it is another house's, or ours, and then something is lost.

    Only what was signed can tell: anybody may write our key into a receipt from before that.
    """
    is_signed = receipt["schema"] == verifying.RECEIPT
    if is_signed and is_ours(receipt["key"]):
        return Verdict("alarm", str(proof_words.IS_LOST))
    return Verdict("refused", str(proof_words.NOT_FROM_HERE))


def _of_receipt(receipt: Json) -> Check:
    if "checkpoint" not in receipt:
        return Check(True, gettext("Kvitteringen er hel. Den er fra før vi begynte å signere dem."))
    return Check(True, gettext("Kvitteringen er hel, og signaturen på den er ekte."))


def _of_journal(receipt: Json) -> Check:
    """Whether the journal still has the line, and is the one that was signed: by the last
    checkpoint, or, where that is older than the receipt, as the receipt itself has it.
    """
    last = journal.latest_checkpoint()
    told = {"position": receipt["journal_position"], "when": moment(last.at) if last else ""}
    covers = last is not None and last.size >= receipt["tree_size"]
    if not _is_same_journal(receipt, last if covers else None):
        sentence = gettext(
            "Linje %(position)d i journalen er ikke den samme som da du fikk kvitteringen, eller"
            " en linje ved siden av er endret."
        )
        return Check(False, sentence % told)
    if covers:
        sentence = gettext(
            "Linje %(position)d i journalen er den samme som da du fikk kvitteringen. Det siste"
            " signerte sjekkpunktet, fra %(when)s, omfatter den."
        )
    else:
        sentence = gettext(
            "Linje %(position)d i journalen er den samme som da du fikk kvitteringen. Det neste"
            " sjekkpunktet vil omfatte den."
        )
    return Check(True, sentence % told)


def _is_same_journal(receipt: Json, last: CheckpointShown | None) -> bool:
    position = receipt["journal_position"]
    size, root = (last.size, last.root) if last else (receipt["tree_size"], receipt["root"])
    try:
        proof = journal.proof_shown(position, size)
        if last is not None:
            verifying.check_against(receipt, last.note, proof, key_of(last.note))
    except (verifying.Fault, LookupError):
        return False
    return proof["root"] == root.lower() and journal.stands(position, receipt["leaf"])


def _of_bytes(receipt: Json, store: ByteStore) -> list[Check]:
    """Whether each file is still what it was; one sentence where all are."""
    kept = publication.files_kept(receipt, store)
    lost = [name for name, is_whole in kept if not is_whole]
    if lost:
        sentence = gettext("Filen «%(name)s» er ikke lenger slik den kom.")
        return [Check(False, sentence % {"name": name}) for name in lost]
    sentence = ngettext(
        "Fingeravtrykket av filen er regnet ut på nytt nå. Den er tegn for tegn den som kom.",
        "Fingeravtrykkene av de %(count)d filene er regnet ut på nytt nå. De er tegn for tegn de"
        " som kom.",
        len(kept),
    )
    return [Check(True, sentence % {"count": len(kept)})]


def _compared(receipt: Json, file: UploadedFile[Any]) -> Check:
    """Whether a file that somebody has is one of those that we received."""
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    names = [one["name"] for one in receipt["files"] if one["sha256"] == digest.hexdigest()]
    told = {"file": file.name, "name": names[0] if names else ""}
    if names:
        return Check(True, gettext("«%(file)s» er den samme filen som «%(name)s».") % told)
    sentence = gettext("«%(file)s» er ikke en av filene i kvitteringen.")
    return Check(False, sentence % told)
