"""The words of a receipt on paper and in mails, in the three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from innspill.stages.consultations.core.definition import Definition, Language
from innspill.stages.intake.core.receipt import Receipt

Policy = Literal["forward", "include", "set-aside"]


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """What a receipt says about itself, besides the facts."""

    kind: str
    title: str
    number: str
    received: str
    hearing: str
    case: str
    held_by: str
    no_hearing: str
    files: str
    byte: str
    fingerprints: str
    place: str
    position: str
    root: str
    checkpoint: str
    key: str
    verify: str
    keep: str
    by_page: str
    by_page_unknown: str
    by_program: str
    page: str
    of: str
    replaced: str
    late: Mapping[Policy, str]
    late_to: str
    unless_extended: str


_NB = ReceiptWords(
    kind="Kvittering for høringssvar",
    title="Kvittering {number}",
    number="Mottaksnummer",
    received="Mottatt",
    hearing="Høring",
    case="Saksnummer",
    held_by="Høring fra",
    no_hearing="Ikke avklart ennå. En saksbehandler ser på det.",
    files="Dette tok vi imot",
    byte="byte",
    fingerprints="SHA-256 er et fingeravtrykk av filen slik vi fikk den. Endres så mye som ett tegn,"
    " blir det et annet.",
    place="Plassen i journalen",
    position="Journallinje",
    root="Journalens rot",
    checkpoint="Signert sjekkpunkt",
    key="Vår offentlige nøkkel",
    verify="Slik kontrollerer du kvitteringen",
    keep="Ta vare på filen {file}. Det er den som er beviset.",
    by_page="Velg filen på {page}. Siden sier om det vi har, er det samme som du sendte, og hvor"
    " det er publisert.",
    by_page_unknown="Velg filen på siden «Bevis og kontroll» der høringen ligger. Siden sier om det"
    " vi har, er det samme som du sendte, og hvor det er publisert.",
    by_program="Vil du kontrollere uten å stole på oss? På samme side ligger et lite program som"
    " du kjører selv, og journalens sjekkpunkter.",
    page="Side",
    of="av",
    replaced="Noen tegn finnes ikke i skriften her og står med navnet sitt i hakeparentes."
    " Filene er tatt vare på slik de kom.",
    late={
        "include": "Svaret kom etter fristen. Det er tatt imot og får plass i registeret, merket"
        " som sent.",
        "set-aside": "Svaret kom etter fristen. Det er tatt imot og får plass i registeret, merket"
        " som sent, men regnes ikke med i oppsummeringen.",
        "forward": "Svaret kom etter fristen. Det er tatt imot og får plass i registeret, merket"
        " som sent. Er det ikke tid til å ta det med, sendes det videre.",
    },
    late_to="Svaret kom etter fristen. Det er tatt imot og får plass i registeret, merket som sent."
    " Er det ikke tid til å ta det med, sendes det videre til {to}.",
    unless_extended="Har dere fått utsatt frist, er det den som gjelder.",
)
_NN = ReceiptWords(
    kind="Kvittering for høyringssvar",
    title="Kvittering {number}",
    number="Mottaksnummer",
    received="Motteke",
    hearing="Høyring",
    case="Saksnummer",
    held_by="Høyring frå",
    no_hearing="Ikkje avklart enno. Ein saksbehandlar ser på det.",
    files="Dette tok vi imot",
    byte="byte",
    fingerprints="SHA-256 er eit fingeravtrykk av fila slik vi fekk ho. Blir så mykje som eitt teikn"
    " endra, blir det eit anna.",
    place="Plassen i journalen",
    position="Journallinje",
    root="Rota til journalen",
    checkpoint="Signert sjekkpunkt",
    key="Den offentlege nøkkelen vår",
    verify="Slik kontrollerer du kvitteringa",
    keep="Ta vare på fila {file}. Det er ho som er provet.",
    by_page="Vel fila på {page}. Sida seier om det vi har, er det same som du sende, og kvar det er"
    " publisert.",
    by_page_unknown="Vel fila på sida «Bevis og kontroll» der høyringa ligg. Sida seier om det vi"
    " har, er det same som du sende, og kvar det er publisert.",
    by_program="Vil du kontrollere utan å lite på oss? På same sida ligg eit lite program som du"
    " køyrer sjølv, og sjekkpunkta til journalen.",
    page="Side",
    of="av",
    replaced="Nokre teikn finst ikkje i skrifta her og står med namnet sitt i hakeparentes."
    " Filene er tekne vare på slik dei kom.",
    late={
        "include": "Svaret kom etter fristen. Det er teke imot og får plass i registeret, merkt som"
        " seint.",
        "set-aside": "Svaret kom etter fristen. Det er teke imot og får plass i registeret, merkt"
        " som seint, men blir ikkje rekna med i oppsummeringa.",
        "forward": "Svaret kom etter fristen. Det er teke imot og får plass i registeret, merkt som"
        " seint. Er det ikkje tid til å ta det med, blir det sendt vidare.",
    },
    late_to="Svaret kom etter fristen. Det er teke imot og får plass i registeret, merkt som seint."
    " Er det ikkje tid til å ta det med, blir det sendt vidare til {to}.",
    unless_extended="Har de fått utsett frist, er det den som gjeld.",
)
_EN = ReceiptWords(
    kind="Receipt for a response",
    title="Receipt {number}",
    number="Number",
    received="Received",
    hearing="Consultation",
    case="Case number",
    held_by="Consultation by",
    no_hearing="Not settled yet. A caseworker will look at it.",
    files="What we received",
    byte="bytes",
    fingerprints="SHA-256 is a fingerprint of the file as we received it. If as much as one"
    " character changes, it becomes another one.",
    place="The place in the journal",
    position="Journal line",
    root="Root of the journal",
    checkpoint="Signed checkpoint",
    key="Our public key",
    verify="How to check the receipt",
    keep="Keep the file {file}. It is the proof.",
    by_page="Choose the file at {page}. The page tells you whether what we have is what you sent,"
    " and where it is published.",
    by_page_unknown="Choose the file on the page “Proof and verification” where the consultation is. The"
    " page tells you whether what we have is what you sent, and where it is published.",
    by_program="Would you rather not take our word for it? The same page has a small program that"
    " you run yourself, and the checkpoints of the journal.",
    page="Page",
    of="of",
    replaced="Some characters are not in the font used here and stand with their name in brackets."
    " The files are kept as they came.",
    late={
        "include": "The response came after the deadline. It has been received and will be"
        " registered, marked as late.",
        "set-aside": "The response came after the deadline. It has been received and will be"
        " registered, marked as late, but is not counted in the summary.",
        "forward": "The response came after the deadline. It has been received and will be"
        " registered, marked as late. If there is no time to include it, it will be passed on.",
    },
    late_to="The response came after the deadline. It has been received and will be registered,"
    " marked as late. If there is no time to include it, it will be passed on to {to}.",
    unless_extended="If you have been granted a later deadline, that one applies.",
)


def receipt_words_in(language: str) -> ReceiptWords:
    """The words in `language`, or in bokmål where there are none."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language, _NB)


def lateness(definition: Definition, language: str, *, extended: bool = False) -> str:
    """That something came too late, and what the hearing does with such responses.

    `extended` says that somebody was granted a later deadline, which may be who sent it.
    """
    words, late = receipt_words_in(language), definition.late
    said = words.late[late.policy]
    if late.policy == "forward" and late.to:
        said = words.late_to.format(to=late.to)
    return f"{said} {words.unless_extended}" if extended else said


def proof_in_words(receipt: Receipt, language: Language, page: str) -> str:
    """What a mail says of a receipt's files and place in the journal, and how to check it.

    `page` is the address of the page that checks receipts; empty where it is not known.
    """
    words = receipt_words_in(language)
    lines = [f"{file.name}\n  SHA-256 {file.sha256}" for file in receipt.files]
    place = [
        f"{words.position}: {receipt.journal_position}",
        f"{words.root}: SHA-256 {receipt.content['root']}",
    ]
    return "\n\n".join([
        f"{words.files}:",
        *lines,
        "\n".join(place),
        f"{words.verify}:",
        "\n".join(f"- {step}" for step in steps(receipt, language, page)),
    ])  # fmt: skip


def steps(receipt: Receipt, language: str, page: str) -> list[str]:
    """How to check a receipt, sentence by sentence."""
    words = receipt_words_in(language)
    by_page = words.by_page.format(page=page) if page else words.by_page_unknown
    return [words.keep.format(file=file_name(receipt)), by_page, words.by_program]


def file_name(receipt: Receipt) -> str:
    """What the receipt is called as a file: the one that proves something."""
    return f"kvittering-{receipt.number}.json"
