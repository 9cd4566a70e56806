"""What open data consists of. Answers, columns, OpenAPI and the page of documentation are made of it.

Each field says in bokmål what it is; the page translates that.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, ConfigDict, Field

from innspill.stages.consultations.core.definition import Effect, QuestionKind, Status, Text

VERSION = "innspill/open-data/1"
LICENCE = "NLOD-2.0"
LICENCE_NAME = "Norsk lisens for offentlige data (NLOD) 2.0"
LICENCE_ADDRESS = "https://data.norge.no/nlod/no/2.0"
LINKED = "application/ld+json"
"""What search engines read of a hearing; all other data they are told to leave alone."""

Hearing = Annotated[str, Field(description=_("Høringens faste navn i adresser."))]
Reference = Annotated[
    str, Field(description=_("Svarets referanse i saken, slik den står på siden."))
]
Number = Annotated[int, Field(description=_("Svarets nummer i høringen. Det skifter aldri."))]
Name = Annotated[
    str, Field(description=_("Avsenderne slik de er publisert. Privatpersoner står uten navn."))
]
GroupName = Annotated[
    str | None,
    Field(description=_("Gruppen på høringslisten. Tomt for andre enn de inviterte.")),
]
Private = Annotated[bool, Field(description=_("Om en av avsenderne er en privatperson."))]
Received = Annotated[date | None, Field(description=_("Dagen svaret kom."))]
Late = Annotated[
    bool | None, Field(description=_("Om svaret kom etter fristen. Tomt: ikke kjent."))
]
Standing = Annotated[
    Literal["current", "superseded", "withdrawn"],
    Field(
        description=_("Om svaret gjelder (current) eller er erstattet av et nyere (superseded).")
    ),
]
Tongue = Annotated[str | None, Field(description=_("Språket svaret er skrevet på (nb, nn, en …)."))]
Page = Annotated[str, Field(description=_("Adressen til siden der det kan leses."))]
Licensed = Annotated[
    Literal["NLOD-2.0"], Field(description=_("Lisensen: Norsk lisens for offentlige data 2.0."))
]
Flags = Annotated[
    tuple[str, ...],
    Field(description=_("Merknader fra lesingen, for eksempel at to ruter er krysset av.")),
]
Written = Annotated[
    str,
    Field(description=_("Teksten. Avsnitt skilles med blank linje; [^1] viser til fotnote 1.")),
]
Ticks = Annotated[tuple[str, ...], Field(description=_("Ruter som er krysset av, ved sin id."))]
Chosen = Annotated[
    str | None, Field(description=_("Ruten som er krysset av, der det er nøyaktig én."))
]
Silent = Annotated[bool, Field(description=_("Om avsenderen har sagt at de ikke har kommentarer."))]


ResponseKind = Literal[
    "will-come", "addition", "no-remarks", "no-stand", "adherence", "joint", "on-behalf",
    "sub-unit", "council-decision", "preliminary",
]  # fmt: skip


Asked = Annotated[
    str | None,
    Field(description=_("Spørsmålets id. Tomt for det som er skrevet utenom spørsmålene.")),
]
Point = Annotated[str, Field(description=_("Punktet, slik det er publisert."))]
Outcome = Annotated[
    Literal["followed", "partly-followed", "not-followed", "noted", "outside"],
    Field(
        description=_(
            "Tatt til følge (followed), delvis (partly-followed), ikke (not-followed), tatt til "
            "orientering (noted) eller utenfor høringen (outside)."
        )
    ),
]
Reason = Annotated[str, Field(description=_("Begrunnelsen."))]
Responsible = Annotated[str, Field(description=_("Hvem som skal gjøre det som ble bestemt."))]
Themes = Annotated[tuple[str, ...], Field(description=_("Temaene som punktet hører til."))]
Changed = Annotated[tuple[str, ...], Field(description=_("Stedene i dokumentene som ble endret."))]


class Data(BaseModel):
    """A value of open data: frozen, with all its fields always there."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HearingRow(Data):
    """A hearing in a list, with the counts of its responses, which add up."""

    id: Hearing
    case_number: str = Field(description=_("Saksnummeret."))
    title_nb: str | None = Field(description=_("Tittelen på bokmål."))
    title_nn: str | None = Field(description=_("Tittelen på nynorsk."))
    title_en: str | None = Field(description=_("Tittelen på engelsk."))
    owner: str = Field(description=_("Hvem som har sendt saken på høring."))
    status: Status = Field(
        description=_(
            "open, closed (fristen er ute), assessment (under behandling) eller finished."
        )
    )
    opens: date | None = Field(description=_("Første dag."))
    deadline: date | None = Field(description=_("Siste dag for å svare."))
    deadline_at: datetime | None = Field(description=_("Tidspunktet da et svar kommer for sent."))
    responses: int = Field(
        description=_(
            "Mottatte svar: summen av publiserte, holdt tilbake, ventende, erstattede og trukne."
        )
    )
    published: int = Field(description=_("Gjeldende svar som er publisert."))
    withheld: int = Field(description=_("Svar som er holdt tilbake."))
    waiting: int = Field(description=_("Svar som venter på gjennomgang."))
    superseded: int = Field(description=_("Svar som er erstattet av et nyere."))
    withdrawn: int = Field(description=_("Svar som avsenderen har trukket."))
    result_published_at: datetime | None = Field(description=_("Når resultatet ble publisert."))
    address: Page
    data_address: str = Field(description=_("Adressen til resten av dataene om høringen."))
    licence: Licensed


class ChoiceData(Data):
    """A box to tick."""

    id: str = Field(description=_("Rutens id."))
    text: Text = Field(description=_("Teksten, etter språk."))
    effect: Effect = Field(
        description=_("Om et kryss støtter (supports), kritiserer (criticises) eller er nøytralt.")
    )


class QuestionData(Data):
    """A question of the form."""

    id: str = Field(description=_("Spørsmålets id."))
    kind: QuestionKind = Field(
        description=_("Slags spørsmål: kryss, skala, tekst, tiltak, vedlegg.")
    )
    text: Text = Field(description=_("Teksten, etter språk."))
    choices: tuple[ChoiceData, ...] = Field(description=_("Rutene, i skjemaets rekkefølge."))
    address: Page


class Places(Data):
    """Where the data of one hearing are."""

    responses: str = Field(description=_("Svarene."))
    answers: str = Field(description=_("Svarene, spørsmål for spørsmål."))
    decided: str = Field(description=_("Hva som ble avgjort, punkt for punkt."))
    package: str = Field(description=_("Alt som er offentlig, i én ZIP-fil."))
    feed: str = Field(description=_("Nyheter om høringen (Atom)."))
    linked: str = Field(description=_("Beskrivelse for søkemotorer (schema.org)."))


class HearingData(HearingRow):
    """A hearing with its questions, and where its data are."""

    groups: tuple[str, ...] = Field(description=_("Gruppene på høringslisten."))
    questions: tuple[QuestionData, ...] = Field(description=_("Spørsmålene i skjemaet."))
    places: Places = Field(description=_("Adresser til dataene."))


class FileData(Data):
    """A public file of a response."""

    name: str = Field(description=_("Filnavnet."))
    kind: Literal["response", "original", "attachment"] = Field(
        description=_(
            "Svaret som er publisert (response), filen som ble sendt inn, laget på nytt (original), eller et vedlegg, laget på nytt (attachment)."
        )
    )
    attachment: int | None = Field(description=_("Nummeret på vedlegget."))
    media_type: str = Field(description=_("Filtypen."))
    size: int = Field(description=_("Størrelsen i byte."))
    sha256: str = Field(description=_("Fingeravtrykket (SHA-256) av filen."))
    address: str = Field(description=_("Adressen der filen lastes ned."))


class AttachmentData(Data):
    """What stands in an attachment."""

    number: int = Field(description=_("Nummeret på vedlegget."))
    text: tuple[str, ...] = Field(description=_("Avsnittene i vedlegget."))


class ResponseRow(Data):
    """A published response without its texts."""

    id: str = Field(description=_("Fast id: høringens navn og svarets nummer."))
    hearing: Hearing
    number: Number
    reference: Reference
    name: Name
    senders: tuple[str, ...] = Field(description=_("Hver avsender for seg."))
    organisation_numbers: tuple[str, ...] = Field(
        description=_(
            "Organisasjonsnummer for hver avsender, i samme rekkefølge. Tomt der det ikke er kjent, og "
            "alltid for privatpersoner."
        )
    )
    group: GroupName
    via: Literal["invited", "member", "open"] | None = Field(
        description=_(
            "Om avsenderen er invitert, er del av en invitert gruppe, eller ingen av delene. Tomt der "
            "avsenderen ikke vil ha navnet sitt på nettet."
        )
    )
    private: Private
    anonymous: bool = Field(description=_("Om svaret står uten navn fordi avsenderen ønsker det."))
    kind: Literal["form", "letter", "cover-note", "unreadable"] = Field(
        description=_("Svarskjema (form), brev (letter), følgebrev eller ikke lesbart.")
    )
    language: Tongue
    received: Received
    late: Late
    joint: bool = Field(description=_("Om flere står bak svaret."))
    standing: Standing
    superseded_by: str | None = Field(
        description=_("Id-en til det publiserte svaret som gjelder nå.")
    )
    supersedes: tuple[str, ...] = Field(
        description=_("Id-ene til de publiserte svarene som det har erstattet.")
    )
    adds_to: str | None = Field(
        description=_("Id-en til svaret som det er et tillegg til. Begge gjelder.")
    )
    kinds: tuple[ResponseKind, ...] = Field(
        description=_(
            "Hva slags svar det er, der det er noe annet enn et eget svar fra én avsender: varsel om svar "
            "(will-come), tillegg (addition), ingen merknader (no-remarks), tar ikke stilling (no-stand), "
            "slutter seg til et annet (adherence), felles (joint), på vegne av andre (on-behalf), fra en "
            "enhet (sub-unit), vedtatt av et folkevalgt organ (council-decision), foreløpig (preliminary)."
        )
    )
    remarks: bool = Field(description=_("Om svaret sier noe mer enn at de ikke har merknader."))
    supports: str | None = Field(description=_("Hvem svaret slutter seg til."))
    no_remarks: bool = Field(description=_("Om de har sagt rett ut at de ikke har merknader."))
    answered: tuple[str, ...] = Field(
        description=_("Spørsmål med kryss, tekst eller «ingen kommentar», ved sin id.")
    )
    withheld: int = Field(description=_("Antall steder som er tatt bort og står som [sladdet]."))
    published_at: datetime = Field(description=_("Når denne versjonen ble publisert."))
    sha256: str = Field(description=_("Fingeravtrykk av den publiserte versjonen."))
    receipt: int | None = Field(
        description=_(
            "Nummeret på kvitteringen. Tomt for svar som ble publisert før det kom med her."
        )
    )
    proof: str | None = Field(
        description=_("Adressen til beviset for at mottaket står i journalen, uendret.")
    )
    address: Page
    licence: Licensed


class AnswerData(Data):
    """What a response says to one question."""

    question: str = Field(description=_("Spørsmålets id."))
    ticks: Ticks
    choice: Chosen
    text: Written
    no_comment: Silent
    flags: Flags


class FootnoteData(Data):
    """A footnote of a response."""

    mark: str = Field(description=_("Merket i teksten."))
    text: str = Field(description=_("Fotnoten."))


class DecidedData(Data):
    """What was decided on one point of a response, as the published result has it."""

    question: Asked
    text: Point
    outcome: Outcome
    reason: Reason
    responsible: Responsible
    themes: Themes
    changed: Changed


class ResponseData(ResponseRow):
    """A published response with all that it says."""

    answers: tuple[AnswerData, ...] = Field(description=_("Svar på hvert spørsmål."))
    general: tuple[str, ...] = Field(description=_("Avsnitt utenom spørsmålene."))
    attachments: tuple[AttachmentData, ...] = Field(description=_("Teksten i vedleggene."))
    footnotes: tuple[FootnoteData, ...] = Field(description=_("Fotnotene."))
    files: tuple[FileData, ...] = Field(
        description=_("Filene, laget på nytt av det som er publisert.")
    )
    decided: tuple[DecidedData, ...] = Field(
        description=_(
            "Hva som ble avgjort om hvert punkt i svaret. Tomt før resultatet er publisert."
        )
    )


class AnswerRow(Data):
    """One response's answer to one question; `question` is None for what stands outside them."""

    id: str = Field(description=_("Fast id: svarets id og spørsmålets."))
    response: str = Field(description=_("Svarets id."))
    hearing: Hearing
    number: Number
    reference: Reference
    name: Name
    group: GroupName
    private: Private
    language: Tongue
    received: Received
    late: Late
    standing: Standing
    question: str | None = Field(
        description=_("Spørsmålets id. Tomt for det som er skrevet utenom spørsmålene.")
    )
    question_text: str = Field(description=_("Spørsmålet, på bokmål der det finnes."))
    ticks: Ticks
    tick_texts: tuple[str, ...] = Field(description=_("Teksten ved rutene som er krysset av."))
    choice: Chosen
    no_comment: Silent
    text: Written
    footnotes: tuple[str, ...] = Field(description=_("Fotnotene som teksten viser til."))
    flags: Flags
    address: Page
    licence: Licensed


class DecidedRow(Data):
    """What was decided on one point of a response, as the published result has it."""

    response: str = Field(description=_("Svarets id."))
    hearing: Hearing
    number: Number
    reference: Reference
    name: Name
    group: GroupName
    question: Asked
    text: Point
    outcome: Outcome
    reason: Reason
    responsible: Responsible
    themes: Themes
    changed: Changed
    address: Page
    licence: Licensed


class _Listed(Data):
    version: Literal["innspill/open-data/1"] = Field(description=_("Formatet til dataene."))
    licence: Licensed
    licence_address: str = Field(description=_("Adressen til lisensen."))
    next: str | None = Field(description=_("Adressen til neste side. Tomt på den siste."))


class HearingList(_Listed):
    """A page of hearings."""

    data: tuple[HearingRow, ...] = Field(description=_("Høringene."))


class ResponseList(_Listed):
    """A page of responses, in order of number."""

    data: tuple[ResponseData, ...] = Field(description=_("Svarene."))


class AnswerList(_Listed):
    """A page of answers: all those of some responses, in order of number."""

    data: tuple[AnswerRow, ...] = Field(description=_("Svarene, spørsmål for spørsmål."))


class DecidedList(_Listed):
    """A page of decided points: all those of some responses, in order of number."""

    data: tuple[DecidedRow, ...] = Field(description=_("Punktene."))


class Problem(Data):
    """Why there is no answer (RFC 9457)."""

    type: Literal["about:blank"]
    title: str = Field(description=_("Hva som er galt, kort."))
    status: int = Field(description=_("HTTP-status."))
    detail: str = Field(description=_("Hva som er galt, og hva du kan gjøre."))
