"""The lines at the head and the foot of a letter: which name whom it is to, who signs, what is a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.stages.reading.core.answers.name_words import CAP
from innspill.stages.reading.core.answers.organisation_names import Named, Names

_TO = re.compile(
    r"^\s*(?:til|to|att|mottakar|mottaker|adressat|directorate|kopi(?:\s+til)?|kopi\s+til|cc|"
    r"kopimottaker|gjenpart|likelydende|v/)\s*(?:[:.]|\s+(?=[A-ZÆØÅ]))",
    re.IGNORECASE,
)
_COPY = re.compile(
    r"^\s*(?:kopi(?:\s+til)?|gjenpart|likelydende|vedlegg|mottakere?|cc|intern\s+kopi)\b\s*:?",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"^\s*(?:postboks|pb\.?|p\.?\s?b\.|boks)\s*\d|^\s*(?:N-?)?\d{4}\s+[A-ZÆØÅ]|"
    r"^\s*[A-ZÆØÅ][\w .'-]{2,40}\s\d{1,4}\s?[A-Za-z]?\s*(?:,|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"^\s*(?:{CAP}\.?\s+){{1,3}}{CAP}(?=\s*(?:,|\(|$|–|-\s))", re.UNICODE)
_GREETING = re.compile(
    r"^\s*(?:med\s+)?(?:mvh|mvh\.|(?:vennlig|venleg|vennleg|beste|hjertelig)?\s*"
    r"(?:hilsen|helsing|hilsing)|best\s+regards|kind\s+regards|regards|yours\s+\w+|dearvvuođaiguin|"
    r"dearvuođaiguin|for)\b[\s,.:]*",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"\s{2,}|\t|\s*[·|•]\s*|,\s|\s[–—-]\s(?=\d|tlf|post|org)|\s*/\s|\.\s*$|;")
_NO_NAME = re.compile(
    r"^(?:hørings?|høyrings?|svar|innspill|innspel|uttal|vedr|angående|ang\b|til\b|merknad|notat|"
    r"brev\b|hei\b|kjære|dear|dato|saks?|møte|vår|vårt|våre|deres|dykkar|postboks|side\b|om\b|"
    r"råd\s+om|vedtak|kommentar|dokument|ref|tlf|telefon|mobil|e-?post|www|http|org|saksbehandl|"
    r"vi\b|jeg\b|eg\b|me\b|det\b|dette|dei?\b|en\b|ei\b|et\b|forslag|gulask|fråsegn|fra\b|frå\b|"
    r"kontakt|avdeling\b|seksjon\b|enhet\b|region\b|arkiv|vedlegg|kopi|skjema|response|comments|"
    r"the\b|we\b|to\b|re\b|unntatt|offl|takk|ja\b|nei\b|ingen|inga|uten|no\b|styret|styreleder|"
    r"leder|leiar|rådgiver|rådgjevar|daglig|dagleg|direktør|ordfører|ordførar|rådhuset|melding|"
    r"ekspeder|avsender|avsendar|navn|namn|anonym|spørsmål|tilbakemelding|kapittel|oversend)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!\w)(?:er|har|vil|kan|skal|bør|må|mener|meiner|støtter|støttar|viser|ønsker|ønskjer|takker|"
    r"ber|ikke|ikkje|ble|blir|vart|var|gir|gjev|slutter|sluttar|foreslår|føreslår|sender|at|som|vi|"
    r"jeg|eg|is|are|we|that|and|lea|leat|ii)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s*$")
_HEAD_WORDS = 7
_LONGEST_NAME = 90
_MOST_WORDS = 11


def letterhead_of(head: Sequence[str]) -> list[str]:
    """The lines of `head` before the letter itself begins, names over two lines joined."""
    found: list[str] = []
    for line in head:
        words = len(line.split())
        if _SENTENCE.search(line) and (words >= _HEAD_WORDS or (words > 2 and has_verb(line))):
            break
        if found and _is_rest(found[-1], line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return found


def _is_rest(before: str, line: str) -> bool:
    """Whether `line` goes on with the name that the line before it began."""
    if len(before) > _LONGEST_NAME or ":" in before or ":" in line:
        return False
    opened = re.search(r"\s(?:for|av|og|i|på|mot)\s*$", before)
    goes_on = re.match(r"\s*(?:i|for|av|og|på|kommune|fylkeskommune)\s*(?:$|[\s,])", line)
    return bool(opened or (goes_on and len(line.split()) <= 5))


def lines_to_others(head: Sequence[str], names: Names) -> frozenset[int]:
    """Which lines of the letterhead name whom it is to, or belong to their address."""
    aside: set[int] = set()
    for at, line in enumerate(head):
        to = _TO.match(line)
        owner = names.is_shunned(line.strip()) or _is_address_of(names, line)
        another = at > 0 and at - 1 not in aside and _is_postal(head, at + 1) and _is_name(line)
        if to or owner or (another and not _POSTAL.match(line)):
            aside.add(at)
            below = at + 1
            while below < len(head) and _POSTAL.match(head[below]):
                aside.add(below)
                below += 1
        if _COPY.match(line):
            aside.update(range(at, len(head)))
    return frozenset(aside)


def _is_address_of(names: Names, line: str) -> bool:
    return names.is_shunned(re.split(r"[,;]|\s{2,}|\sv/", line)[0].strip())


def _is_postal(head: Sequence[str], at: int) -> bool:
    """Whether a post-office box or a street stands at line `at`, and a place on it or below it."""
    return at < len(head) and bool(_POSTAL.match(head[at]))


def _is_name(line: str) -> bool:
    return bool(re.match(rf"\s*{CAP}", line)) and not re.search(r"\d|:", line)


def signature_of(tail: Sequence[str]) -> list[str]:
    """The lines of who signs, without greetings and without who gets a copy."""
    found: list[str] = []
    for line in tail:
        if _COPY.match(line):
            break
        rest = _GREETING.sub("", line).strip()
        if not rest:
            continue
        if found and _is_rest(found[-1], rest):
            found[-1] = f"{found[-1].rstrip()} {rest}"
        else:
            found.append(rest)
    return found


def person_in(line: str, names: Names) -> str | None:
    """The person that `line` names, where it is no body: "Kari Aas, ordfører"."""
    found = _PERSON.match(line)
    if not found or names.is_shunned(found[0]) or re.search(r"\d", found[0]):
        return None
    name = " ".join(found[0].split())
    return None if names.in_line(name) or _NO_NAME.match(name) else name


def persons_in(lines: Sequence[str], names: Names) -> list[str]:
    """The persons that `lines` name, also behind a body: "Sandvik kommune: Kari Aas, ordfører"."""
    found = (person_in(re.sub(r"^[^:]{3,60}:\s*", "", line), names) for line in lines)
    return list(dict.fromkeys(name for name in found if name))


def name_at_start(line: str, named: Named | None) -> str:
    """What of `line` can be the name: up to an address, a bullet or a wide gap.

    With `named`, what stands before it is left out; "" where the line does not begin with it.
    """
    start = named.start if named else 0
    if named and line[:start].strip():
        return ""
    found = _BREAKS.search(line, named.end if named else 0)
    whole = line[start : found.start()] if found else line[start:]
    return " ".join(re.split(r"\s+(?=\d{3,4}\b|Postboks|Pb\b)", whole)[0].split()).rstrip(" -–:")


def has_verb(line: str) -> bool:
    """Whether `line` has one of the small verbs that sentences have and names have not."""
    return bool(_VERB.search(line))


def looks_like_name(name: str, names: Names) -> bool:
    """Whether `name`, a line by itself, may be that of a body or a person whom nobody knows."""
    words = name.split()
    return (
        1 < len(name) <= _LONGEST_NAME
        and 0 < len(words) <= _MOST_WORDS
        and name[0].isupper()
        and not re.search(r"[:;?!@☒☐/\d]|[.,]$", name)
        and not _NO_NAME.match(name)
        and not has_verb(name)
        and not names.is_shunned(name)
        and not names.is_of_the_hearing(name)
    )
