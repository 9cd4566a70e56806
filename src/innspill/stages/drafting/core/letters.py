"""The letters to who answered: the receipt, and that the response was taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from innspill.shared.days import moment_in_words
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, Language, in_language
from innspill.stages.consultations.core.filled import Wish


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says, in plain text."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about: the hearing, in which language, and the link to the draft if known."""

    definition: Definition
    language: Language
    deadline_at: datetime | None = None
    link: str = ""

    @property
    def title(self) -> str:
        """The hearing's title."""
        return " ".join(in_language(self.definition.title, self.language).split())

    def time(self, at: datetime) -> str:
        """An instant as the clock shows it where the hearing is held."""
        return moment_in_words(at.astimezone(zone(self.definition.timezone)), self.language)


def receipt_letter(
    about: Occasion,
    *,
    number: int,
    received_at: datetime,
    names: str,
    again: bool,
    answered_at: datetime | None = None,
    proof: str = "",
    wish: Wish = "none",
) -> LetterText:
    """The receipt: what came in, when, under which number, and how it may be changed.

    `names` is who answered; `again` says that it takes the place of what was handed in before.
    `answered_at` is when these answers first came, where an earlier version had them already;
    `wish` is how they wish it to be published; `proof` is what it says of the files and of how to check them.
    """
    words = _RECEIPT[about.language]
    parts = [
        words["again"] if again else words["first"],
        words["facts"],
        words["enclosed"],
        words[_way(about, received_at)],
        _published(about, wish, words),
        "{proof}" if proof else "",
        _END[about.language],
    ]
    if _is_late(about, answered_at or received_at):
        parts.insert(2, words["late"])
    return LetterText(
        words["subject"].format(title=about.title),
        _text(*parts).format(
            title=about.title,
            case=about.definition.case_number,
            number=number,
            received=about.time(received_at),
            names=names,
            link=about.link,
            proof=proof,
            owner=about.definition.owner,
        ),
    )


def _published(about: Occasion, wish: Wish, words: Mapping[str, str]) -> str:
    if about.definition.published != "all":
        return words["kept"]
    return words["public"] if wish == "none" else _WISHED[about.language][wish]


def _is_late(about: Occasion, at: datetime) -> bool:
    return about.deadline_at is not None and at >= about.deadline_at


def _way(about: Occasion, at: datetime) -> Literal["change", "read", "no-link"]:
    """What the link leads to: after the deadline an answer can be read, but not changed."""
    if not about.link:
        return "no-link"
    return "read" if _is_late(about, at) else "change"


def taken_back_letter(about: Occasion, *, number: int, at: datetime) -> LetterText:
    """That a response was taken back, when, and what became of it."""
    words = _TAKEN_BACK[about.language]
    parts = [words["text"], words["again"] if about.link else "", _END[about.language]]
    return LetterText(
        words["subject"].format(title=about.title),
        _text(*parts).format(
            title=about.title,
            number=number,
            at=about.time(at),
            link=about.link,
            owner=about.definition.owner,
        ),
    )


def _text(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


_END: Mapping[Language, str] = {
    "nb": "Hilsen {owner}",
    "nn": "Helsing {owner}",
    "en": "Regards, {owner}",
}
_WISHED: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "anonymous": (
            "Du har bedt om at svaret publiseres uten navn. Det gjelder nettet: svaret er et"
            " saksdokument, og andre kan be om innsyn i det etter offentleglova."
        ),
        "not-on-web": (
            "Du har bedt om at svaret ikke legges ut på nettet. Vi ser på det før noe publiseres."
            " Svaret er et saksdokument, og andre kan be om innsyn i det etter offentleglova."
        ),
    },
    "nn": {
        "anonymous": (
            "Du har bede om at svaret blir publisert utan namn. Det gjeld nettet: svaret er eit"
            " saksdokument, og andre kan be om innsyn i det etter offentleglova."
        ),
        "not-on-web": (
            "Du har bede om at svaret ikkje blir lagt ut på nettet. Vi ser på det før noko blir"
            " publisert. Svaret er eit saksdokument, og andre kan be om innsyn i det etter"
            " offentleglova."
        ),
    },
    "en": {
        "anonymous": (
            "You asked for the response to be published without a name. That concerns the web:"
            " the response is a document of the case, and others may ask for access to it by law."
        ),
        "not-on-web": (
            "You asked for the response not to be put on the web. We look at that before anything"
            " is published. The response is a document of the case, and others may ask for access"
            " to it by law."
        ),
    },
}
_RECEIPT: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "subject": "Kvittering for høringssvar: {title}",
        "first": "Takk for svaret. Det er mottatt og lagret.",
        "again": "Det endrede svaret er mottatt og lagret. Det gjelder i stedet for det forrige.",
        "facts": (
            "Høring: {title}\nSaksnummer: {case}\nAvsender: {names}\nMottatt: {received}\n"
            "Mottaksnummer: {number}"
        ),
        "late": (
            "Svaret kom etter høringsfristen. Det er tatt imot og merket som sent. Den som eier"
            " høringen, avgjør hvordan sene svar blir brukt."
        ),
        "enclosed": (
            "Hele svaret ligger ved som PDF og Word-fil til arkivet ditt, sammen med kvitteringen."
            " Med kvitteringen kan hvem som helst kontrollere at svaret er lagret uendret."
        ),
        "change": "Her kan du lese, endre eller trekke svaret:\n{link}",
        "no-link": (
            "Du kan lese, endre eller trekke svaret med lenken du fikk da du begynte på det."
        ),
        "public": (
            "Høringssvar er offentlige dokumenter. Svaret blir publisert på høringssiden, uten"
            " personopplysninger som ikke skal ut på nett."
        ),
        "kept": "Svaret er et saksdokument, og andre kan be om innsyn i det.",
        "read": "Her kan du lese svaret:\n{link}",
    },
    "nn": {
        "subject": "Kvittering for høyringssvar: {title}",
        "first": "Takk for svaret. Det er motteke og lagra.",
        "again": "Det endra svaret er motteke og lagra. Det gjeld i staden for det førre.",
        "facts": (
            "Høyring: {title}\nSaksnummer: {case}\nAvsendar: {names}\nMotteke: {received}\n"
            "Mottaksnummer: {number}"
        ),
        "late": (
            "Svaret kom etter høyringsfristen. Det er teke imot og merkt som seint. Den som eig"
            " høyringa, avgjer korleis seine svar blir brukte."
        ),
        "enclosed": (
            "Heile svaret ligg ved som PDF og Word-fil til arkivet ditt, saman med kvitteringa."
            " Med kvitteringa kan kven som helst kontrollere at svaret er lagra uendra."
        ),
        "change": "Her kan du lese, endre eller trekkje svaret:\n{link}",
        "no-link": (
            "Du kan lese, endre eller trekkje svaret med lenkja du fekk då du byrja på det."
        ),
        "public": (
            "Høyringssvar er offentlege dokument. Svaret blir publisert på høyringssida, utan"
            " personopplysningar som ikkje skal ut på nett."
        ),
        "kept": "Svaret er eit saksdokument, og andre kan be om innsyn i det.",
        "read": "Her kan du lese svaret:\n{link}",
    },
    "en": {
        "subject": "Receipt for your response: {title}",
        "first": "Thank you for your response. It has been received and stored.",
        "again": (
            "Your changed response has been received and stored. It stands instead of the previous"
            " one."
        ),
        "facts": (
            "Consultation: {title}\nCase number: {case}\nRespondent: {names}\n"
            "Received: {received}\nReceipt number: {number}"
        ),
        "late": (
            "The response came after the deadline. It has been accepted and marked as late. The"
            " owner of the consultation decides how late responses are used."
        ),
        "enclosed": (
            "The whole response is attached as a PDF and a Word file for your own archive, with the"
            " receipt. With the receipt, anybody can check that the response is stored unchanged."
        ),
        "change": "Here you can read, change or withdraw the response:\n{link}",
        "no-link": (
            "You can read, change or withdraw the response with the link that you got when you"
            " began it."
        ),
        "public": (
            "Responses are public documents. The response is published on the page of the"
            " consultation, without personal data that should not be online."
        ),
        "kept": "The response is a case document, and others may ask to see it.",
        "read": "Here you can read the response:\n{link}",
    },
}
_TAKEN_BACK: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "subject": "Høringssvaret er trukket: {title}",
        "text": (
            "Svaret med mottaksnummer {number} i høringen «{title}» ble trukket {at}. Det blir ikke"
            " brukt og ikke vist. Det som kom inn, blir liggende i arkivet, slik loven krever."
        ),
        "again": "Teksten er ikke slettet. Her kan du åpne den og sende den inn på nytt:\n{link}",
    },
    "nn": {
        "subject": "Høyringssvaret er trekt: {title}",
        "text": (
            "Svaret med mottaksnummer {number} i høyringa «{title}» vart trekt {at}. Det blir ikkje"
            " brukt og ikkje vist. Det som kom inn, blir liggjande i arkivet, slik lova krev."
        ),
        "again": ("Teksten er ikkje sletta. Her kan du opne han og sende han inn på nytt:\n{link}"),
    },
    "en": {
        "subject": "Your response is withdrawn: {title}",
        "text": (
            "The response with receipt number {number} in the consultation “{title}” was withdrawn"
            " on {at}. It is neither used nor shown. What came in stays in the archive, as the law"
            " requires."
        ),
        "again": ("The text is not deleted. Here you can open it and submit it again:\n{link}"),
    },
}
