"""One document read as one response: which kind it is, its answers, and the use of every word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.answering import answers_of
from innspill.stages.reading.core.answers.case_number import case_number_in
from innspill.stages.reading.core.answers.covers import is_cover
from innspill.stages.reading.core.answers.dates import dated
from innspill.stages.reading.core.answers.evidence import MAILS, NO_ENVELOPE, Envelope, gather
from innspill.stages.reading.core.answers.headings import Heading, find_headings
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.language import language_of
from innspill.stages.reading.core.answers.ledger import FORM, FREE, UNPLACED
from innspill.stages.reading.core.answers.letters import letter_places
from innspill.stages.reading.core.answers.notes import take_notes
from innspill.stages.reading.core.answers.places import Place, closing_at, places_of, tagged_places
from innspill.stages.reading.core.answers.sender import Evidence, sender_of
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.side_lines import claim_side_lines
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.answers.wording import claim_wording
from innspill.stages.reading.core.values import (
    Answer,
    CaseNumber,
    Document,
    FileRead,
    Kind,
    ResponseRead,
    Sender,
)

_FORM_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Parts:
    """The document taken apart."""

    is_form: bool
    answers: tuple[Answer, ...]
    first_answer: int
    closing: int


TakeApart = Callable[[Sheet, Hearing], Parts]


def read_document(
    file: FileRead,
    document: Document,
    hearing: Hearing,
    envelope: Envelope = NO_ENVELOPE,
    *,
    take_apart: TakeApart | None = None,
) -> ResponseRead:
    """The response in `document`, with what the mail it came in (`envelope`) tells of its sender.

    `take_apart` finds the answers where the layout of the file says more than its words.
    """
    sheet = Sheet.of(document)
    claim_side_lines(sheet.stream, sheet.ledger)
    notes = take_notes(sheet.stream, sheet.layout, sheet.ledger)
    sheet.notes = notes.references
    parts = (take_apart or _take_apart)(sheet, hearing)
    sheet.ledger.release(FREE, UNPLACED)
    unplaced = sheet.passages(UNPLACED)
    said = "\n\n".join([*(a.text for a in parts.answers if a.text), *(p.text for p in unplaced)])
    evidence = gather(
        sheet.stream, sheet.ledger.spans(UNPLACED), said,
        first_answer=parts.first_answer, closing=parts.closing,
        envelope=envelope, own_mail=_mail_headers(document), file=file.path,
    )  # fmt: skip
    sender, further = sender_of(evidence, hearing.names)
    case_number = _case_number(sheet.stream, document, evidence, envelope, hearing.definition)
    kind = _kind(parts, said)
    return ResponseRead(
        file=file.path,
        sha256=file.sha256,
        media_type=document.media_type,
        consultation=hearing.definition.case_number,
        kind=kind,
        sender=sender,
        further_senders=further,
        case_number=case_number,
        language=language_of(said) or language_of(sheet.stream.text),
        dated=dated([*evidence.head, *evidence.tail]),
        answers=parts.answers,
        footnotes=notes.footnotes,
        unplaced=unplaced,
        form_wording=sheet.passages(FORM),
        hidden=document.hidden,
        flags=_flags(kind, sender, further, case_number, [*_empty(parts), *document.flags]),
        blocks=document.blocks,
        properties=document.properties,
        cover=envelope.text or None,
        tools=file.tools,
    )


def _take_apart(sheet: Sheet, hearing: Hearing) -> Parts:
    """Finds questions and answers, and claims every character that belongs to either."""
    definition, stream, ledger = hearing.definition, sheet.stream, sheet.ledger
    tagged = tagged_places(stream, [question.id for question in definition.questions])
    headings = find_headings(stream, ledger, definition)
    is_form = _is_form(definition, headings, tagged)
    closing = closing_at(stream, ledger.free())
    places: tuple[Place, ...]
    if is_form:
        for heading in headings:
            ledger.claim(heading.span, FORM)
        claim_wording(stream, ledger, hearing.wording)
        if headings and closing < headings[-1].span.end:
            closing = len(stream.text)
        # What stands in a control of its own answers that question, wherever it stands.
        places = (*tagged, *places_of(stream, headings, closing))
    else:
        # A letter's headings may be lines of the form; they are looked at first for what they say.
        places = letter_places(sheet, definition, headings, closing)
        claim_wording(stream, ledger, hearing.wording)
    answers = answers_of(sheet, definition.questions, places, all_questions=is_form)
    starts = [*(place.span.start for place in places), *(h.span.start for h in headings)]
    return Parts(is_form, answers, min(starts, default=len(stream.text)), closing)


def _is_form(definition: Definition, headings: Sequence[Heading], tagged: Sequence[Place]) -> bool:
    """Whether a document is the form: enough of its questions stand in it, or its controls do."""
    asked = {h.question for h in headings if h.how != "page-question"}
    return bool(tagged) or len(asked) >= min(_FORM_ENOUGH, len(definition.questions))


def _kind(parts: Parts, said: str) -> Kind:
    if parts.is_form:
        return "form"
    return "cover-note" if not parts.answers and is_cover(said) else "letter"


def _empty(parts: Parts) -> tuple[str, ...]:
    """The flag of a form that nobody filled in."""
    filled = any(answer.ticks or answer.text for answer in parts.answers)
    return ("empty-form",) if parts.is_form and not filled else ()


def _mail_headers(document: Document) -> dict[str, str]:
    """The headers of the document where it is itself a mail."""
    return document.properties if document.media_type in MAILS else {}


def _case_number(
    stream: Stream,
    document: Document,
    evidence: Evidence,
    envelope: Envelope,
    definition: Definition,
) -> CaseNumber:
    texts = [
        evidence.fields.get("case_number", ""),
        stream.text,
        document.properties.get("subject", ""),
        document.properties.get("title", ""),
        envelope.properties.get("subject", ""),
        envelope.text,
    ]
    return case_number_in(texts, definition.case_number)


def _flags(
    kind: Kind,
    sender: Sender,
    further: Sequence[Sender],
    case_number: CaseNumber,
    of_document: Sequence[str],
) -> tuple[str, ...]:
    flags: list[str] = []
    if sender.name is None:
        flags.append("sender-unknown")
    elif sender.certainty is not Certainty.CERTAIN:
        flags.append("sender-inferred")
    if further:
        flags.append("joint-response")
    if case_number.value is None:
        flags.append("no-case-number")
    elif not case_number.matches:
        flags.append("wrong-case-number")
    if kind == "cover-note":
        flags.append("attachment-missing")
    return tuple(dict.fromkeys([*flags, *of_document]))
