"""The words of the public papers, in the three languages."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What a public paper says besides what the response says."""

    kind: str
    title: str
    reference: str
    hearing: str
    owner: str
    received: str
    late: str
    published: str
    standing: str
    superseded: str
    withdrawn: str
    together: str
    address: str
    withheld: str
    answers: str
    ticked: str
    no_comment: str
    silent: str
    general: str
    the_response: str
    attachment: str
    footnotes: str
    footnote: str
    no_remarks: str
    supports: str
    nothing: str
    page: str
    of: str
    replaced: str
    original: str
    rebuilt: str
    page_of_file: str


_NB = PaperWords(
    kind="Høringssvar slik det er publisert",
    title="Svar fra {name}",
    reference="Referanse",
    hearing="Høring",
    owner="Sendt på høring av",
    received="Mottatt",
    late="etter fristen",
    published="Publisert",
    standing="Status",
    superseded="Erstattet av et nyere svar fra samme avsender",
    withdrawn="Trukket av avsenderen",
    together="Felles svar fra",
    address="Adresse",
    withheld="Noe er tatt bort før publisering og står som [sladdet]. Det gjelder opplysninger som ikke skal legges ut på nett. Du kan be om innsyn i hele dokumentet hos den som har sendt saken på høring.",
    answers="Svar på spørsmålene",
    ticked="krysset av",
    no_comment="Har ingen kommentar.",
    silent="Ikke besvart: spørsmål {questions}.",
    general="Utenom spørsmålene",
    the_response="Svaret",
    attachment="Vedlegg {number}",
    footnotes="Fotnoter",
    footnote="fotnote",
    no_remarks="Har ingen merknader.",
    supports="Støtter svaret fra {name}.",
    nothing="Svaret inneholder ingen tekst som kan vises.",
    page="Side",
    of="av",
    replaced="Noen tegn finnes ikke i skriften her og står med navnet sitt i hakeparentes.",
    original="Svaret slik det ble sendt inn",
    rebuilt="Denne filen er laget på nytt av den som ble sendt inn. Sidene er bilder av de ordene som er publisert, med teksten under. Bilder, logoer, underskrifter og håndskrift er ikke tatt med, og heller ikke tekst som ikke er publisert. Avkryssinger kan mangle her; de står i PDF-en av svaret.",
    page_of_file="Side {number} av filen",
)
_NN = PaperWords(
    kind="Høyringssvar slik det er publisert",
    title="Svar frå {name}",
    reference="Referanse",
    hearing="Høyring",
    owner="Send på høyring av",
    received="Motteke",
    late="etter fristen",
    published="Publisert",
    standing="Status",
    superseded="Erstatta av eit nyare svar frå same avsendar",
    withdrawn="Trekt av avsendaren",
    together="Felles svar frå",
    address="Adresse",
    withheld="Noko er teke bort før publisering og står som [sladdet]. Det gjeld opplysningar som ikkje skal leggjast ut på nett. Du kan be om innsyn i heile dokumentet hos den som har sendt saka på høyring.",
    answers="Svar på spørsmåla",
    ticked="kryssa av",
    no_comment="Har ingen kommentar.",
    silent="Ikkje svart på: spørsmål {questions}.",
    general="Utanom spørsmåla",
    the_response="Svaret",
    attachment="Vedlegg {number}",
    footnotes="Fotnotar",
    footnote="fotnote",
    no_remarks="Har ingen merknader.",
    supports="Støttar svaret frå {name}.",
    nothing="Svaret inneheld ingen tekst som kan visast.",
    page="Side",
    of="av",
    replaced="Nokre teikn finst ikkje i skrifta her og står med namnet sitt i hakeparentes.",
    original="Svaret slik det vart sendt inn",
    rebuilt="Denne fila er laga på nytt av den som vart send inn. Sidene er bilete av dei orda som er publiserte, med teksten under. Bilete, logoar, underskrifter og handskrift er ikkje tekne med, og heller ikkje tekst som ikkje er publisert. Avkryssingar kan mangle her; dei står i PDF-en av svaret.",
    page_of_file="Side {number} av fila",
)
_EN = PaperWords(
    kind="Response as published",
    title="Response from {name}",
    reference="Reference",
    hearing="Consultation",
    owner="Consultation held by",
    received="Received",
    late="after the deadline",
    published="Published",
    standing="Status",
    superseded="Superseded by a newer response from the same sender",
    withdrawn="Withdrawn by the sender",
    together="Joint response from",
    address="Address",
    withheld="Something was left out before publication and stands as [sladdet] (redacted). It is information that is not to be put on the web. You may ask whoever holds the consultation for access to the whole document.",
    answers="Answers to the questions",
    ticked="ticked",
    no_comment="Has no comment.",
    silent="Not answered: question {questions}.",
    general="Outside the questions",
    the_response="The response",
    attachment="Attachment {number}",
    footnotes="Footnotes",
    footnote="footnote",
    no_remarks="Has no remarks.",
    supports="Supports the response from {name}.",
    nothing="The response has no text that can be shown.",
    page="Page",
    of="of",
    replaced="Some characters are not in the font used here and stand with their name in brackets.",
    original="The response as it was sent",
    rebuilt="This file was made anew from the one that was sent. Its pages are pictures of the words that are published, with the text beneath. Pictures, logos, signatures and handwriting are left out, and so is text that is not published. Ticks may be missing here; they stand in the PDF of the response.",
    page_of_file="Page {number} of the file",
)


def paper_words_in(language: str | None) -> PaperWords:
    """The words in `language`, or in bokmål where there are none."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language or "nb", _NB)


def said_on_papers() -> tuple[str, ...]:
    """Everything that papers say by themselves, in all languages."""
    return tuple(str(said) for words in (_NB, _NN, _EN) for said in astuple(words))
