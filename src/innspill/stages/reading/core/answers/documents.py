"""One document read as one response: which kind it is, its answers, and the use of every word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.adherence import adherences
from innspill.stages.reading.core.answers.answering import Answering
from innspill.stages.reading.core.answers.case_number import case_number_in
from innspill.stages.reading.core.answers.covers import is_cover
from innspill.stages.reading.core.answers.dates import dated
from innspill.stages.reading.core.answers.evidence import MAILS, NO_ENVELOPE, Envelope, gather
from innspill.stages.reading.core.answers.gathered import gathered
from innspill.stages.reading.core.answers.grids import claim_column_heads
from innspill.stages.reading.core.answers.headings import Heading, find_headings
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.language import language_of
from innspill.stages.reading.core.answers.ledger import FORM, FREE, UNPLACED
from innspill.stages.reading.core.answers.letter_body import own_words
from innspill.stages.reading.core.answers.letters import letter_places
from innspill.stages.reading.core.answers.no_comment import about_answering
from innspill.stages.reading.core.answers.notes import take_notes
from innspill.stages.reading.core.answers.own_fields import own_fields, with_own_fields
from innspill.stages.reading.core.answers.own_form import (
    claim_measure_heads,
    claim_own_lines,
    own_places,
)
from innspill.stages.reading.core.answers.places import (
    Place,
    closing_in,
    places_of,
)
from innspill.stages.reading.core.answers.plain_lines import laid_out
from innspill.stages.reading.core.answers.sender import Evidence, Senders, who_sent
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.side_lines import claim_side_lines
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.answers.tables import Tables
from innspill.stages.reading.core.answers.wording import claim_wording
from innspill.stages.reading.core.values import (
    Answer,
    CaseNumber,
    Document,
    FileRead,
    Kind,
    Passage,
    ResponseRead,
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
    """The response in `document`, with what its mail (`envelope`) tells of its sender.

    `take_apart` finds the answers where the layout of the file says more than its words.
    """
    document, sheet = laid_out(document, hearing)
    claim_side_lines(sheet.stream, sheet.ledger)
    notes = take_notes(sheet.stream, sheet.layout, sheet.ledger)
    sheet.notes = notes.references
    parts = (take_apart or _take_apart)(sheet, hearing)
    sheet.ledger.release(FREE, UNPLACED)
    unplaced = sheet.passages(UNPLACED)
    said = _said(parts.answers, unplaced)
    evidence = gather(
        sheet.stream, sheet.ledger.spans(UNPLACED), said,
        first_answer=parts.first_answer, closing=parts.closing,
        envelope=envelope, own_mail=_mail_headers(document),
        properties=document.properties, file=file.path,
    )  # fmt: skip
    senders = who_sent(evidence, hearing.names)
    case_number = _case_number(sheet.stream, document, evidence, envelope, hearing.definition)
    kind, own = _kind(parts, said), own_words(sheet, parts.answers, parts.closing)
    joined = adherences(own, hearing.names, senders.sender.name)
    about = [
        *_about_answering(parts, [part.text for part in own]),
        *(["adheres"] if joined else []),
    ]
    read = ResponseRead(
        file=file.path,
        sha256=file.sha256,
        media_type=document.media_type,
        consultation=hearing.definition.case_number,
        kind=kind,
        sender=senders.sender,
        further_senders=senders.further,
        candidates=senders.candidates,
        on_behalf_of=senders.on_behalf_of,
        adherence=joined,
        case_number=case_number,
        language=language_of(said) or language_of(sheet.stream.text),
        dated=dated([*evidence.head, *evidence.tail], _mail_headers(document).get("date", "")),
        answers=parts.answers,
        footnotes=notes.footnotes,
        unplaced=unplaced,
        form_wording=sheet.passages(FORM),
        hidden=document.hidden,
        flags=_flags(kind, senders, case_number, [*about, *_empty(parts), *document.flags]),
        blocks=document.blocks,
        properties=document.properties,
        cover=envelope.text or None,
        tools=file.tools,
    )
    return with_own_fields(read, own_fields(document.blocks, hearing)) if parts.is_form else read


def _said(answers: Sequence[Answer], unplaced: Sequence[Passage]) -> str:
    return "\n\n".join([*(a.text for a in answers if a.text), *(p.text for p in unplaced)])


def _take_apart(sheet: Sheet, hearing: Hearing) -> Parts:
    """Finds questions and answers, and claims every character that belongs to either."""
    definition, stream, ledger = hearing.definition, sheet.stream, sheet.ledger
    answering = Answering(sheet, definition.questions, hearing.choices)
    answering.take_boxes(hearing.tags)
    known = claim_own_lines(sheet, hearing)
    is_own = bool(ledger.spans(FORM))
    claim_measure_heads(sheet, hearing)
    tagged = own_places(sheet, hearing)
    answering.take(tagged)
    headings = find_headings(sheet, definition, hearing.questions, known)
    is_form = is_own or _is_form(definition, headings, tagged)
    closing = closing_in(stream, ledger)
    places: tuple[Place, ...]
    if is_form:
        places = _form_places(sheet, hearing, headings, closing)
    else:
        # A letter's headings may be lines of the form; they are looked at first for what they say.
        places = letter_places(sheet, hearing, headings, closing)
        claim_wording(stream, ledger, hearing.wording, is_form=False)
    answering.take(places)
    answers = answering.answers(hearing.tags, all_questions=is_form)
    starts = [place.span.start for place in (*tagged, *places)]
    starts += [heading.span.start for heading in headings]
    return Parts(is_form, answers, min(starts, default=len(stream.text)), closing)


def _form_places(
    sheet: Sheet, hearing: Hearing, headings: Sequence[Heading], closing: int
) -> tuple[Place, ...]:
    """The places of a form's answers; claims its questions and other wording before.

    What stands in a control of its own answers that question, wherever it stands: those places
    are given elsewhere.
    """
    stream, ledger = sheet.stream, sheet.ledger
    for heading in headings:
        ledger.claim(heading.span, FORM)
    claim_wording(stream, ledger, hearing.wording)
    first = min((heading.span.start for heading in headings), default=0)
    claim_column_heads(stream, Tables.of(stream), ledger, hearing.choices, first)
    if headings and closing < headings[-1].span.end:
        closing = len(stream.text)
    order = [question.id for question in hearing.definition.questions]
    places = places_of(stream, headings, closing, dict(sheet.notes))
    return gathered(stream, ledger, places, order)


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


def _about_answering(parts: Parts, own: Sequence[str]) -> tuple[str, ...]:
    """What the response as a whole says about answering: a form, by all its answers together."""
    if not parts.is_form:
        return about_answering(own)
    given = [answer for answer in parts.answers if answer.ticks or answer.text]
    return ("no-remarks",) if given and all(answer.no_comment for answer in given) else ()


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
    return case_number_in(texts, definition.case_number, evidence.file)


def _flags(
    kind: Kind,
    senders: Senders,
    case_number: CaseNumber,
    of_document: Sequence[str],
) -> tuple[str, ...]:
    flags: list[str] = []
    if senders.sender.name is None:
        flags.append("sender-unknown")
    elif senders.sender.certainty is not Certainty.CERTAIN:
        flags.append("sender-inferred")
    flags += senders.flags
    if senders.further:
        flags.append("joint-response")
    if senders.on_behalf_of:
        flags.append("on-behalf")
    if case_number.value is None:
        flags.append("no-case-number")
    elif not case_number.matches:
        flags.append("wrong-case-number")
        flags += ["case-number-near-miss"] if case_number.near else []
    if kind == "cover-note":
        flags.append("attachment-missing")
    return tuple(dict.fromkeys([*flags, *of_document]))
