"""A receipt as PDF/UA-1, to be kept with the case: what came in, when, and how to check it.

The file of JSON is what proves something; this is the same for the eye. It is set in the frame of
all papers, with the texts of others as data.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.numbers import format_decimal

from innspill.shared.days import locale_of, moment_in_words
from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.core.receipt_words import ReceiptWords, receipt_words_in, steps

_LAYOUT = Path(__file__).with_name("receipt.typ")
_GROUP = 8
_HOME = "Europe/Oslo"


def build_receipt_pdf(
    receipt: Receipt,
    language: str,
    *,
    hearing: Definition | None = None,
    page: str = "",
    late: str = "",
) -> bytes:
    """The receipt in `language`. Without a `hearing` it says that none is settled yet.

    `page` is the address where receipts are checked; `late` what is said of one that came too late.
    """
    words = receipt_words_in(language)
    return typeset(
        _LAYOUT,
        {
            "language": language if language in ("nb", "nn", "en") else "nb",
            "title": words.title.format(number=receipt.number),
            "author": shown(hearing.owner) if hearing else "",
            "kind": words.kind,
            "foot": words.title.format(number=receipt.number),
            "facts": _facts(receipt, language, hearing, words),
            "late": shown(late),
            "files": _files(receipt, language, words),
            "place": [[words.position, str(receipt.journal_position)]],
            "root": _groups(str(receipt.content["root"])),
            "signed": _signed(receipt, words),
            "steps": [shown(step) for step in steps(receipt, language, page)],
            "has_names": False,
            "words": {
                "files": words.files, "fingerprints": words.fingerprints, "place": words.place,
                "root": words.root, "verify": words.verify, "page": words.page, "of": words.of,
                "replaced": words.replaced,
            },
        },
    )  # fmt: skip


def _facts(
    receipt: Receipt, language: str, hearing: Definition | None, words: ReceiptWords
) -> list[list[str]]:
    local = receipt.received_at.astimezone(zone(hearing.timezone if hearing else _HOME))
    facts = [
        [words.number, str(receipt.number)],
        [words.received, moment_in_words(local, language)],
    ]
    if hearing is None:
        return [*facts, [words.hearing, words.no_hearing]]
    return [
        *facts,
        [words.hearing, shown(in_language(hearing.title, language))],
        [words.case, shown(hearing.case_number)],
        [words.held_by, shown(hearing.owner)],
    ]


def _files(receipt: Receipt, language: str, words: ReceiptWords) -> list[dict[str, Any]]:
    return [
        {
            "name": shown(file.name),
            "size": f"{format_decimal(file.size, locale=locale_of(language))} {words.byte}",
            "sha256": _groups(file.sha256),
        }
        for file in receipt.files
    ]


def _signed(receipt: Receipt, words: ReceiptWords) -> list[list[str]]:
    """The checkpoint that was signed with the receipt, and the key; older receipts have none."""
    parts = ((words.checkpoint, "checkpoint"), (words.key, "key"))
    return [
        [label, shown(str(receipt.content[name])).strip()]
        for label, name in parts
        if receipt.content.get(name)
    ]


def _groups(digest: str) -> list[str]:
    return [digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP)]
