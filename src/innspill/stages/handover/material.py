"""What an archive package is made from, put together out of all stages before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from innspill.shared.journal import queries as journal
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.consultations.core.files import dumps
from innspill.stages.deciding import queries as deciding
from innspill.stages.handover.core.values import Original
from innspill.stages.intake import queries as intake
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow
from innspill.stages.reports import queries as reports
from innspill.stages.reports.core.answers_csv import answers_csv
from innspill.stages.reports.material import report_input
from innspill.stages.reports.queries import KINDS as REPORT_KINDS


@dataclass(frozen=True, slots=True)
class Material:
    """What goes into a package. `digest` is the same as long as nothing in it changes."""

    case_number: str
    title: str
    originals: tuple[Original, ...]
    files: dict[str, bytes]
    checkpoint: str
    digest: Sha256


def package_material(consultation_id: int, store: ByteStore) -> Material:
    """Everything of one hearing that is handed to the archive. Raises KeyError for lost bytes."""
    hearing = consultations.by_id(consultation_id)
    originals = _originals(consultation_id, store)
    rows = register.of_consultation(consultation_id)
    files = {
        "definition.yaml": dumps(hearing.definition).encode(),
        "register.jsonl": _lines(_registered(row) for row in rows),
        "responses.jsonl": _lines(_readings(rows)),
        "comments.jsonl": _lines(_comments(consultation_id)),
        "answers.csv": answers_csv(report_input(consultation_id, "nb")).encode(),
        **_reports(consultation_id, store),
    }
    return Material(
        case_number=hearing.case_number,
        title=in_language(hearing.definition.title, "nb"),
        originals=originals,
        files=files,
        checkpoint=json.dumps(journal.signed_lines(), ensure_ascii=False, indent=1) + "\n",
        digest=_digest(originals, files),
    )


def _originals(consultation_id: int, store: ByteStore) -> tuple[Original, ...]:
    references: dict[int, list[str]] = {}
    for row in register.of_consultation(consultation_id):
        references.setdefault(row.delivery_number, []).append(row.reference)
    return tuple(
        Original(
            name=item.name,
            data=store.get(item.sha256),
            received_at=delivery.received_at.isoformat(),
            delivery=str(delivery.number),
            responses=tuple(references.get(delivery.number, ())),
        )
        for delivery in intake.of_consultation(consultation_id)
        for item in delivery.files
    )


def _registered(row: ResponseRow) -> dict[str, Any]:
    return {**asdict(row), "received_at": row.received_at.isoformat()}


def _readings(rows: list[ResponseRow]) -> Iterable[dict[str, Any]]:
    read = reading.by_ids([row.reading_id for row in rows])
    for row in rows:
        yield {"reference": row.reference, **read[row.reading_id].result}


def _comments(consultation_id: int) -> Iterable[dict[str, Any]]:
    for row in deciding.all_decided(consultation_id):
        said = row.disposition
        yield {
            "reference": row.comment.reference,
            "question": row.comment.question or None,
            "start": row.comment.start,
            "end": row.comment.end,
            "text": row.comment.text,
            "is_remark": row.comment.is_remark,
            "stance": row.comment.stance or None,
            "proposals": [each.value for each in row.comment.proposals],
            "outcome": said.outcome if said else None,
            "reason": said.reason if said else None,
        }


def _reports(consultation_id: int, store: ByteStore) -> dict[str, bytes]:
    """The newest report of each kind in each language: "report-summary-nb.pdf"."""
    return {
        name.replace(".", f"-{kind}-{language}."): store.get(sha256)
        for kind in REPORT_KINDS
        for language, report in reports.latest(consultation_id, kind).items()
        for name, sha256 in report.files.items()
    }


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _digest(originals: tuple[Original, ...], files: dict[str, bytes]) -> Sha256:
    digest = hashlib.sha256()
    for original in originals:
        digest.update(hashlib.sha256(original.data).digest() + repr(original.delivery).encode())
    for name in sorted(files):
        digest.update(name.encode() + hashlib.sha256(files[name]).digest())
    return Sha256(digest.hexdigest())
