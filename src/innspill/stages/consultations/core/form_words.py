"""The words of the response form itself, in the three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import Language


@dataclass(frozen=True, slots=True)
class FormWords:
    """What the response form says besides what the definition gives."""

    locale: str
    kind: str
    case: str
    deadline: str
    held_by: str
    how: str
    send_to: str
    one_each: str
    published: str
    sender: str
    sender_name: str
    sender_number: str
    sender_contact: str
    case_number: str
    questions: str
    answer: str
    write_here: str
    write_short: str
    glossary: str
    further: str
    in_short: str
    no_remarks: str
    supports: str
    wishes: Mapping[str, str]
    """The line that says how the sender wishes it published, where that is not as usual."""
    more: str
    files: str
    attach: str
    many: str
    scale: str
    condition: str
    either: str
    also: str
    concerns: str
    see: str
    kinds: Mapping[str, str]
    measures: tuple[str, str, str, str]
    measure_rows: str
    plain_how: str
    plain_begin: str
    plain_end: str


_NB = FormWords(
    locale="nb-NO",
    kind="Høringssvarskjema",
    case="Saksnummer",
    deadline="Høringsfrist",
    held_by="Høringen holdes av",
    how="Kryss av og skriv svarene i feltene. Du trenger ikke svare på alt.",
    send_to="Send skjemaet til",
    one_each="Vi ber om ett svar per organisasjon.",
    published="Svarene blir publisert. Skriv derfor ikke opplysninger om enkeltpersoner.",
    sender="Om avsenderen",
    sender_name="Navn på organisasjon eller person",
    sender_number="Organisasjonsnummer",
    sender_contact="Kontaktperson og e-post",
    case_number="Saksnummer",
    questions="Spørsmål",
    answer="Svar",
    write_here="Klikk eller trykk her for å skrive.",
    write_short="Skriv her.",
    glossary="Ord og forkortelser",
    further="Svarer du sammen med andre? Skriv ett navn på hver linje",
    in_short="Hvis du ikke vil svare på spørsmålene",
    no_remarks="Kryss her hvis du ikke har merknader",
    supports="Støtter du svaret fra noen andre? Skriv hvem",
    wishes={
        "anonymous": "Ønske: Svaret skal publiseres uten navn",
        "not-on-web": "Ønske: Svaret skal ikke legges ut på nettet",
    },
    more="Er det noe mer du vil si?",
    files="Filer som følger svaret",
    attach="Legg filene ved e-posten du sender skjemaet i, og skriv her hva de heter.",
    many="Du kan sette flere kryss.",
    scale="Sett ett kryss, fra «{first}» til «{last}».",
    condition="Svar bare hvis du svarte {choices} på spørsmål {question}.",
    either="eller",
    also="og",
    concerns="Gjelder",
    see="Se",
    kinds={
        "chapter": "kapittel", "annex": "vedlegg", "focus-area": "innsatsområde", "section": "§",
        "goal": "mål", "measure": "tiltak",
    },
    measures=("Tiltak", "Ansvarlig", "Relevant for", "Beskrivelse"),
    measure_rows="Skriv ett tiltak på hver rad. Trenger du flere rader, skriv resten nedenfor.",
    plain_how="Sett x i klammene foran det du velger. Skriv svarene mellom linjene som merker dem.",
    plain_begin="svar på spørsmål {question} starter her",
    plain_end="slutt på svaret",
)  # fmt: skip
_NN = FormWords(
    locale="nn-NO",
    kind="Høyringssvarskjema",
    case="Saksnummer",
    deadline="Høyringsfrist",
    held_by="Høyringa blir halden av",
    how="Kryss av og skriv svara i felta. Du treng ikkje svare på alt.",
    send_to="Send skjemaet til",
    one_each="Vi ber om eitt svar per organisasjon.",
    published="Svara blir publiserte. Skriv difor ikkje opplysningar om enkeltpersonar.",
    sender="Om avsendaren",
    sender_name="Namn på organisasjon eller person",
    sender_number="Organisasjonsnummer",
    sender_contact="Kontaktperson og e-post",
    case_number="Saksnummer",
    questions="Spørsmål",
    answer="Svar",
    write_here="Klikk eller trykk her for å skrive.",
    write_short="Skriv her.",
    glossary="Ord og forkortingar",
    further="Svarar du saman med andre? Skriv eitt namn på kvar linje",
    in_short="Dersom du ikkje vil svare på spørsmåla",
    no_remarks="Kryss her dersom du ikkje har merknader",
    supports="Støttar du svaret frå nokon andre? Skriv kven",
    wishes={
        "anonymous": "Ønske: Svaret skal publiserast utan namn",
        "not-on-web": "Ønske: Svaret skal ikkje leggjast ut på nettet",
    },
    more="Er det noko meir du vil seie?",
    files="Filer som følgjer svaret",
    attach="Legg filene ved e-posten du sender skjemaet i, og skriv her kva dei heiter.",
    many="Du kan setje fleire kryss.",
    scale="Set eitt kryss, frå «{first}» til «{last}».",
    condition="Svar berre dersom du svarte {choices} på spørsmål {question}.",
    either="eller",
    also="og",
    concerns="Gjeld",
    see="Sjå",
    kinds={
        "chapter": "kapittel",
        "annex": "vedlegg",
        "focus-area": "innsatsområde",
        "section": "§",
        "goal": "mål",
        "measure": "tiltak",
    },
    measures=("Tiltak", "Ansvarleg", "Relevant for", "Beskriving"),
    measure_rows="Skriv eitt tiltak på kvar rad. Treng du fleire rader, skriv resten nedanfor.",
    plain_how="Set x i klammene framfor det du vel. Skriv svara mellom linjene som merker dei.",
    plain_begin="svar på spørsmål {question} startar her",
    plain_end="slutt på svaret",
)
_EN = FormWords(
    locale="en-GB",
    kind="Response form",
    case="Case number",
    deadline="Deadline",
    held_by="The consultation is held by",
    how="Tick the boxes and write your answers in the fields. You need not answer everything.",
    send_to="Send the form to",
    one_each="We ask for one response per organisation.",
    published="Responses are published, so please do not write about private individuals.",
    sender="About the sender",
    sender_name="Name of organisation or person",
    sender_number="Organisation number",
    sender_contact="Contact person and e-mail",
    case_number="Case number",
    questions="Questions",
    answer="Answer",
    write_here="Click or tap here to write.",
    write_short="Write here.",
    glossary="Words and abbreviations",
    further="Are you answering together with others? Write one name on each line",
    in_short="If you do not want to answer the questions",
    no_remarks="Tick here if you have no remarks",
    supports="Do you support somebody else's response? Write whose",
    wishes={
        "anonymous": "Wish: Publish the response without a name",
        "not-on-web": "Wish: Do not put the response on the web",
    },
    more="Is there anything else you want to say?",
    files="Files with the response",
    attach="Attach the files to the e-mail that you send the form in, and write their names here.",
    many="You can tick several boxes.",
    scale="Tick one box, from “{first}” to “{last}”.",
    condition="Answer only if you answered {choices} to question {question}.",
    either="or",
    also="and",
    concerns="Concerns",
    see="See",
    kinds={
        "chapter": "chapter", "annex": "annex", "focus-area": "focus area", "section": "§",
        "goal": "goal", "measure": "measure",
    },
    measures=("Measure", "Responsible", "Relevant for", "Description"),
    measure_rows="Write one measure in each row. If you need more rows, go on below.",
    plain_how="Put an x in the brackets before what you choose. Write between the lines that mark each answer.",
    plain_begin="answer to question {question} begins here",
    plain_end="end of the answer",
)  # fmt: skip
WORDS: Mapping[Language, FormWords] = {"nb": _NB, "nn": _NN, "en": _EN}


def words_in(language: str) -> FormWords:
    """The words of the form in `language`, or in bokmål where there are none."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language, _NB)
