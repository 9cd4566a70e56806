"""The words of letters and mails back to who answered, in the three languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """What a letter and its mail say besides what was decided. Neither "du" nor "dere": it is for both."""

    kind: str
    to: str
    case: str
    reference: str
    owner: str
    day: str
    thanks: str
    replaces: str
    one_point: str
    points: str
    in_short: str
    one_in_short: str
    nothing: dict[str, str]
    adheres: str
    adheres_to_one: str
    adheres_to_nobody: str
    general: str
    said: str
    masked: str
    undecided: str
    responsible: str
    changed: str
    old: str
    new: str
    added: str
    removed: str
    further: str
    page: str
    result: str
    receipt: str
    questions: str
    subject: str
    subject_again: str
    enclosed: str
    own_page: str
    regards: str
    page_word: str
    of: str
    replaced: str
    question: str


_NB = ReplyWords(
    kind="Hva ble det av innspillet?",
    to="Til",
    case="Sak",
    reference="Høringssvar",
    owner="Fra",
    day="Dato",
    thanks="Takk for svaret på høringen. Høringen er nå ferdig behandlet.",
    replaces="Dette erstatter det vi skrev {day}. Vurderingen ble tatt opp igjen etter det, og noe er endret.",
    one_point="Vi fant én merknad i svaret.",
    points="Vi fant {count} merknader i svaret.",
    in_short="Kort sagt:",
    one_in_short="{outcome}: {count}",
    nothing={
        "no-remarks": "Svaret sier at det ikke er merknader til forslaget. Det er tatt med i oppsummeringen.",
        "notice": "Dette var en melding om at et svar ville komme. Den er registrert, men har ingen merknader som er vurdert.",
        "nothing-found": "Vi fant ingen merknader i svaret som skulle vurderes for seg. Svaret er tatt med i oppsummeringen.",
        "unpublished": "Svaret er registrert i saken, men ikke publisert på høringssiden. Derfor er det ikke delt opp i merknader som er vurdert hver for seg.",
    },
    adheres="Svaret slutter seg til svaret fra {name} ({reference}). Dette ble bestemt om de {count} merknadene der:",
    adheres_to_one="Svaret slutter seg til svaret fra {name} ({reference}). Dette ble bestemt om merknaden der:",
    adheres_to_nobody="Svaret slutter seg til {name}. Vi fant ikke et publisert svar derfra med merknader som er vurdert.",
    general="Generelle merknader",
    said="I svaret står det:",
    masked="[sladdet] står for opplysninger som ikke er publisert.",
    undecided="Merknaden er ikke vurdert for seg.",
    responsible="Ansvarlig",
    changed="Endret i {place}",
    old="Før",
    new="Nå",
    added="Ny tekst",
    removed="Tatt ut",
    further="Les mer",
    page="Svaret slik det er publisert",
    result="Resultatet av høringen",
    receipt="Med kvitteringen for svaret kan dette også leses her",
    questions="Spørsmål",
    subject="Hva ble det av høringssvaret: {title}",
    subject_again="Endret tilbakemelding på høringssvaret: {title}",
    enclosed="Det vedlagte brevet (PDF) viser hver merknad, hva vi bestemte, og hvorfor.",
    own_page="Det samme står på denne siden. Lenken er bare for dem som sto bak svaret:",
    regards="Hilsen {owner}",
    page_word="Side",
    of="av",
    replaced="Tegn som skriften mangler, er skrevet med navnet sitt i hakeparentes.",
    question="Spørsmål {id}",
)  # fmt: skip
_NN = ReplyWords(
    kind="Kva vart det av innspelet?",
    to="Til",
    case="Sak",
    reference="Høyringssvar",
    owner="Frå",
    day="Dato",
    thanks="Takk for svaret på høyringa. Høyringa er no ferdig behandla.",
    replaces="Dette erstattar det vi skreiv {day}. Vurderinga vart teken opp att etter det, og noko er endra.",
    one_point="Vi fann éin merknad i svaret.",
    points="Vi fann {count} merknader i svaret.",
    in_short="Kort sagt:",
    one_in_short="{outcome}: {count}",
    nothing={
        "no-remarks": "Svaret seier at det ikkje er merknader til forslaget. Det er teke med i oppsummeringa.",
        "notice": "Dette var ei melding om at eit svar ville komme. Ho er registrert, men har ingen merknader som er vurderte.",
        "nothing-found": "Vi fann ingen merknader i svaret som skulle vurderast for seg. Svaret er teke med i oppsummeringa.",
        "unpublished": "Svaret er registrert i saka, men ikkje publisert på høyringssida. Derfor er det ikkje delt opp i merknader som er vurderte kvar for seg.",
    },
    adheres="Svaret sluttar seg til svaret frå {name} ({reference}). Dette vart bestemt om dei {count} merknadene der:",
    adheres_to_one="Svaret sluttar seg til svaret frå {name} ({reference}). Dette vart bestemt om merknaden der:",
    adheres_to_nobody="Svaret sluttar seg til {name}. Vi fann ikkje eit publisert svar derifrå med merknader som er vurderte.",
    general="Generelle merknader",
    said="I svaret står det:",
    masked="[sladdet] står for opplysningar som ikkje er publiserte.",
    undecided="Merknaden er ikkje vurdert for seg.",
    responsible="Ansvarleg",
    changed="Endra i {place}",
    old="Før",
    new="No",
    added="Ny tekst",
    removed="Teke ut",
    further="Les meir",
    page="Svaret slik det er publisert",
    result="Resultatet av høyringa",
    receipt="Med kvitteringa for svaret kan dette òg lesast her",
    questions="Spørsmål",
    subject="Kva vart det av høyringssvaret: {title}",
    subject_again="Endra tilbakemelding på høyringssvaret: {title}",
    enclosed="Det vedlagde brevet (PDF) viser kvar merknad, kva vi bestemte, og kvifor.",
    own_page="Det same står på denne sida. Lenkja er berre for dei som stod bak svaret:",
    regards="Helsing {owner}",
    page_word="Side",
    of="av",
    replaced="Teikn som skrifta manglar, er skrivne med namnet sitt i hakeparentes.",
    question="Spørsmål {id}",
)  # fmt: skip
_EN = ReplyWords(
    kind="What became of the response?",
    to="To",
    case="Case",
    reference="Response",
    owner="From",
    day="Date",
    thanks="Thank you for the response to the consultation. The consultation is now completed.",
    replaces="This replaces what we wrote on {day}. The responses were considered again after that, and something has changed.",
    one_point="We found one comment in the response.",
    points="We found {count} comments in the response.",
    in_short="In short:",
    one_in_short="{outcome}: {count}",
    nothing={
        "no-remarks": "The response says that there are no remarks on the proposal. It is counted in the summary.",
        "notice": "This was a notice that a response would come. It is registered, but has no comments that were assessed.",
        "nothing-found": "We found no comments in the response to be assessed one by one. It is counted in the summary.",
        "unpublished": "The response is registered in the case, but not published on the consultation page. It was therefore not divided into comments that were assessed one by one.",
    },
    adheres="The response adheres to that of {name} ({reference}). This was decided on the {count} comments there:",
    adheres_to_one="The response adheres to that of {name} ({reference}). This was decided on the comment there:",
    adheres_to_nobody="The response adheres to {name}. We found no published response from there with comments that were assessed.",
    general="General comments",
    said="The response says:",
    masked="[sladdet] stands for details that are not published.",
    undecided="The comment was not assessed by itself.",
    responsible="Responsible",
    changed="Changed in {place}",
    old="Before",
    new="Now",
    added="New text",
    removed="Taken out",
    further="Read more",
    page="The response as it is published",
    result="The result of the consultation",
    receipt="With the receipt for the response, this can also be read here",
    questions="Questions",
    subject="What became of the response: {title}",
    subject_again="Changed reply to the response: {title}",
    enclosed="The letter enclosed (PDF) shows each comment, what we decided, and why.",
    own_page="The same stands on this page. The link is only for those behind the response:",
    regards="Regards, {owner}",
    page_word="Page",
    of="of",
    replaced="Characters that the font lacks are written with their names in brackets.",
    question="Question {id}",
)  # fmt: skip


def reply_words_in(language: str) -> ReplyWords:
    """The words of `language`; bokmål where it is none of the three."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language, _NB)
