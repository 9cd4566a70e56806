"""The words of the response form itself, in the three languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from innspill.stages.consultations.core.definition import Definition, Language, in_language


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
    months: tuple[str, ...]


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
    months=(
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "desember",
    ),
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
    months=_NB.months,
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
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
)  # fmt: skip
WORDS: dict[Language, FormWords] = {"nb": _NB, "nn": _NN, "en": _EN}


def words_in(language: str) -> FormWords:
    """The words of the form in `language`, or in bokmål where there are none."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language, _NB)


def day_in_words(day: date, words: FormWords) -> str:
    """`day` as people write it: "9. september 2022", "9 September 2022"."""
    dot = "" if words is _EN else "."
    return f"{day.day}{dot} {words.months[day.month - 1]} {day.year}"


def facts(definition: Definition, language: str) -> tuple[tuple[str, str], ...]:
    """What stands at the top of the form: label and value, as far as the definition has it."""
    words = words_in(language)
    found = [(words.held_by, definition.owner), (words.case, definition.case_number)]
    if definition.deadline:
        found.append((words.deadline, day_in_words(definition.deadline, words)))
    if definition.submit_email:
        found.append((words.send_to, definition.submit_email))
    return tuple(found)


def instructions(definition: Definition, language: str) -> tuple[str, ...]:
    """What the form tells people before they write."""
    words = words_in(language)
    told = [words.how]
    if definition.one_response_per == "organisation":
        told.append(words.one_each)
    if definition.published == "all":
        told.append(words.published)
    return tuple(told)


def printed_lines(definition: Definition) -> tuple[str, ...]:
    """Every line that our Word form prints besides the questions, in all languages.

    Readers use it to tell the form's own words from what a respondent wrote.
    """
    lines: list[str] = []
    for language in WORDS:
        words = words_in(language)
        lines += [words.kind, in_language(definition.title, language)]
        lines += [f"{label}: {value}" for label, value in facts(definition, language)]
        lines += instructions(definition, language)
        lines += [words.sender, words.questions, words.write_here]
        lines += [words.sender_name, words.sender_number, words.sender_contact, words.case_number]
    return tuple(dict.fromkeys(lines))
