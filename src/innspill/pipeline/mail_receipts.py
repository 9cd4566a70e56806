"""The receipt for a mail: what came in, under which number, and what happens next."""

from __future__ import annotations

from innspill.pipeline.receipt_papers import paper_of, proof_page, said_of_lateness
from innspill.shared.days import moment_in_words
from innspill.shared.ports import Enclosure
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Language, in_language
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting.core.letters import LetterText, Occasion
from innspill.stages.intake.core.envelope import Envelope
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.core.receipt_words import proof_in_words
from innspill.stages.invitations import queries as invitations

_HOME = "Europe/Oslo"
_WORDS: dict[Language, dict[str, str]] = {
    "nb": {
        "subject": "Kvittering {number}: vi har mottatt e-posten",
        "got": "Vi har mottatt e-posten «{about}» {time}. Den har mottaksnummer {number}.",
        "hearing": "Den er lagt til høringen «{title}» (sak {case}).",
        "none": "Vi fant ikke ut hvilken høring den gjelder. En saksbehandler ser på den.",
        "next": "E-posten og vedleggene er lagret slik de kom. De leses, og en saksbehandler ser på"
        " det som er uklart. De vedlagte kvitteringene viser hva vi mottok, og når.",
        "change": "Vil du endre noe? Send hele svaret på nytt.",
    },
    "nn": {
        "subject": "Kvittering {number}: vi har motteke e-posten",
        "got": "Vi har motteke e-posten «{about}» {time}. Han har mottaksnummer {number}.",
        "hearing": "Han er lagd til høyringa «{title}» (sak {case}).",
        "none": "Vi fann ikkje ut kva høyring han gjeld. Ein saksbehandlar ser på han.",
        "next": "E-posten og vedlegga er lagra slik dei kom. Dei blir lesne, og ein saksbehandlar"
        " ser på det som er uklart. Dei vedlagde kvitteringane viser kva vi tok imot, og når.",
        "change": "Vil du endre noko? Send heile svaret på nytt.",
    },
    "en": {
        "subject": "Receipt {number}: we have received your e-mail",
        "got": "We received the e-mail “{about}” on {time}. Its number is {number}.",
        "hearing": "It belongs to the consultation “{title}” (case {case}).",
        "none": "We could not tell which consultation it is for. A caseworker will look at it.",
        "next": "The e-mail and its attachments are stored as they came. They will be read, and a"
        " caseworker looks at what is unclear. The receipts enclosed show what we received, and when.",
        "change": "Do you want to change something? Send the whole response again.",
    },
}


def receipt_mail(
    receipt: Receipt, hearing: ConsultationShown | None, envelope: Envelope
) -> LetterText:
    """The letter, in the written form that the sender is known to wish for, else bokmål."""
    language = _language(hearing, envelope)
    words = _WORDS[language]
    facts = {
        "number": str(receipt.number),
        "about": envelope.subject or "–",
        "time": moment_in_words(receipt.received_at.astimezone(zone(_HOME)), language),
    }
    place = words["none"]
    if hearing is not None:
        facts["time"] = Occasion(hearing.definition, language).time(receipt.received_at)
        title = in_language(hearing.definition.title, language)
        place = words["hearing"].format(title=title, case=hearing.case_number)
    late = said_of_lateness(hearing, receipt.received_at, language)
    proof = proof_in_words(receipt, language, proof_page())
    owner = hearing.owner if hearing else ""
    parts = [
        words["got"].format(**facts),
        place,
        late,
        words["next"],
        words["change"],
        proof,
        owner,
    ]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return LetterText(words["subject"].format(**facts), text)


def receipt_paper(
    receipt: Receipt, hearing: ConsultationShown | None, envelope: Envelope
) -> Enclosure:
    """The same as a PDF, for the sender's own archive."""
    language = _language(hearing, envelope)
    late = said_of_lateness(hearing, receipt.received_at, language)
    return paper_of(receipt, hearing, language, late=late)


def _language(hearing: ConsultationShown | None, envelope: Envelope) -> Language:
    wish = invitations.language_of(hearing.slug, envelope.sender) if hearing else None
    return wish if wish in _WORDS else "nb"
