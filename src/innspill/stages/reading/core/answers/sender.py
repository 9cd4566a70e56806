"""Who sent a response, as far as the document itself tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers import sender_clues as clues
from innspill.stages.reading.core.answers.organisation_names import (
    Names,
    is_organisation_number,
    organisation_number_in,
)
from innspill.stages.reading.core.answers.sender_clues import Clue
from innspill.stages.reading.core.values import Sender

UNKNOWN = Sender(None, None, Certainty.UNSURE, ())


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a document and the mail it came in tell of who sent it.

    `head` are the lines before the first question or the greeting, `tail` those after the closing,
    `said` the text of answers and paragraphs, `fields` what stood in controls with a name.
    """

    head: Sequence[str] = ()
    tail: Sequence[str] = ()
    said: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    mail: dict[str, str] = field(default_factory=dict)
    mail_tail: Sequence[str] = ()
    file: str = ""


def sender_of(evidence: Evidence, names: Names) -> tuple[Sender, tuple[Sender, ...]]:
    """The sender and those who sent it together with it.

    The strongest clue gives the name; others that give the same name add their grounds. Further
    senders come only from a document that says that it speaks for several.
    """
    found = list(_clues(evidence, names))
    number = _number(evidence)
    if not found:
        return (Sender(None, number, Certainty.UNSURE, ()) if number else UNKNOWN), ()
    best = found[0]
    same = [clue for clue in found if clue.name.casefold() == best.name.casefold()]
    grounds = tuple(dict.fromkeys(clue.grounds for clue in same))
    further = tuple(dict.fromkeys(name for clue in same for name in clue.further))
    return Sender(best.name, number, best.certainty, grounds), tuple(
        Sender(name, None, best.certainty, (best.grounds,)) for name in further
    )


def _clues(evidence: Evidence, names: Names) -> Iterator[Clue]:
    """All clues, the strongest first; those to persons only where no body is named."""
    typed = evidence.fields.get("sender_name", "").strip()
    if typed:
        yield clues.written(typed, names)
    bodies = [
        *clues.from_fields(evidence.head, names),
        *clues.from_behalf("\n".join([*evidence.head, evidence.said, *evidence.tail]), names),
        *clues.from_letterhead(evidence.head, names),
        *clues.from_signature(evidence.tail, names),
        *clues.from_mail(evidence.mail, names),
        *clues.from_signature(evidence.mail_tail, names),
        *clues.from_text(evidence.said, names),
        *clues.from_file_name(evidence.file, names),
    ]
    yield from bodies
    if typed or bodies:
        return
    yield from clues.person_in_signature(evidence.tail)
    yield from clues.person_in_signature(evidence.mail_tail)
    yield from clues.person_in_mail(evidence.mail)


def _number(evidence: Evidence) -> str | None:
    typed = re.sub(r"\D", "", evidence.fields.get("sender_number", ""))
    if is_organisation_number(typed):
        return typed
    return organisation_number_in("\n".join([*evidence.head, *evidence.tail, *evidence.mail_tail]))
