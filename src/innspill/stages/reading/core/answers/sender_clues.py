"""Clues to who sent a response, one function per kind of clue, each with its grounds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from innspill.stages.reading.core.answers import mail_names
from innspill.stages.reading.core.answers.dates import dates_in
from innspill.stages.reading.core.answers.letter_lines import (
    has_verb,
    looks_like_name,
    name_at_start,
)
from innspill.stages.reading.core.answers.name_words import CAP
from innspill.stages.reading.core.answers.organisation_names import (
    Named,
    Names,
    as_written,
    without_brackets,
)
from innspill.stages.reading.core.answers.spoken_for import listed_in, on_behalf, spelt_out


@dataclass(frozen=True, slots=True)
class Ground:
    """A kind of clue: in which words we say so, how much it weighs, and whether it may be enough.

    `sure` is false for what is often chance: a file's name, the properties of a template.
    """

    words: str
    weight: int
    sure: bool = True


FIELD = Ground("written in the field for the sender", 100)
FROM = Ground("stands behind the word from", 6)
TOGETHER = Ground("speaks on behalf of it", 9)
TITLE = Ground("named as the sender in the heading", 6)
LETTERHEAD = Ground("stands in the letterhead", 5)
SIGNATURE = Ground("stands in the signature", 5)
MAIL = Ground("sent the mail", 4)
FOOT = Ground("stands at the foot of the page", 4)
ADDRESS = Ground("the mail address belongs to it", 3)
TEXT = Ground("names itself in the text", 3)
SUBJECT = Ground("named in the mail's subject", 2)
FILE = Ground("stands in the file's name", 2, sure=False)
PROPERTIES = Ground("stands in the file's properties", 2, sure=False)
FIRST_LINE = Ground("stands first in the document", 3, sure=False)
LAST_LINES = Ground("stands below the signature", 2, sure=False)
FORWARDED = Ground("sent the mail that was forwarded", 1, sure=False)
SIGNS = Ground("signs with this name", 3)
PRIVATE = Ground("wrote from a private address", 1, sure=False)
MAILED = Ground("sent the mail", 2, sure=False)

_FIELD = re.compile(
    r"^\s*(?:navn\s+på\s+|namn\s+på\s+)?(?:avsendar|avsender|høringsinstans|høyringsinstans|"
    r"organisasjon|verksemd|virksomhet|bedrift|kommune|innsender|innsendar|sendt\s+inn\s+av|"
    r"svar\s+fra|svar\s+frå|respondent|sender|organisation|from|fra|frå|navn|namn|name|namma)"
    r"(?:ens|s|a)?(?:\s+(?:navn|namn|name))?"
    r"(?:\s*\([^)]{0,40}\))?\s*[:\t]\s*(?P<name>[^\n:]{2,120})$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*(?:fra|frå|from)\b", re.IGNORECASE)
_RESPONSE = (
    r"(?:(?:hørings|høyrings)?(?:svar|uttalelse|uttaling|uttale|innspill|innspel|fråsegn|merknader|"
    r"merknadar|kommentarer|innlegg)|response|comments|submission|cealkámuš)"
)
_TITLE = re.compile(
    rf"^(?:(?:sv|vs|fwd|re|høring|høyring)\s*[:–-]?\s*){{0,2}}(?:\w+\s+){{0,2}}{_RESPONSE}"
    r"\s+(?:fra|frå|from|by)\s+(?P<who>\S.{1,160})$",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"s\s+(?:felles\s+)?{_RESPONSE}", re.IGNORECASE)
_WHO_ENDS = re.compile(
    r"\s+(?:til|om|on|to|på|vedr\w*|i\s+sak|sak|regarding)\s+|\s+[–—-]\s+(?:høring|høyring|sak)|"
    r"\s*[,;:(]|\.\s*$|\s+\d",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:foreslår|føreslår|støtter|støttar|stiller|oppfordrer|oppmodar|mener|meiner|ønsker|ønskjer|"
    r"takker|takkar|anbefaler|tilrår|viser\s+til|syner\s+til|slutter|sluttar|ber|avgir|gjev|"
    r"vurderer|savner|saknar|peker|peikar|understreker|presiserer|bemerker|imøteser|uttaler|"
    r"registrerer|forutsetter|organiserer|representerer|deler|tar\s+ikke|tek\s+ikkje|avstår|"
    r"er\s+(?:enig|einig|positiv|kritisk|opptatt|oppteken|glad|bekymret|"
    r"uroa|fornøyd|skeptisk|imot|uenig|ueinig|i\s+hovedsak|stort\s+sett|landets)|"
    r"har\s+(?:ingen|inga|følgende|følgjande|noen|nokre|gått|lest|lese|vurdert|behandlet|ikke|"
    r"merknader|forståelse)|vil\s+(?:takke|påpeke|peke|gi|gje|bemerke|understreke|anbefale)|"
    r"ser\s+(?:positivt|fram|det|behov|gjerne|på|at)|supports|proposes|believes|welcomes|thanks)"
)
_SAYS = re.compile(
    rf"\s*(?:\([^)]{{1,30}}\)\s*)?(?:,[^,.]{{3,80}},\s*)?{_VERBS}(?!\w)", re.IGNORECASE
)
_AS = re.compile(r"(?:\bvi\s+i|\bme\s+i|\bsom\s+(?:er\s+)?|\bwe\s+at)\s+$", re.IGNORECASE)
_SHORT_SPEAKER = re.compile(rf"(?<![\w-])([A-ZÆØÅ]{{2,7}})(?=\s+{_VERBS}(?!\w))")
_NO_SPEAKER = frozenset(["EU", "EØS", "FN", "NOU", "IKT", "KI", "AI", "OECD", "WHO", "USA"])
_GOES_ON = re.compile(r"\s+(?:i|på|for|ved|av|og|mot)\s|\s+[A-ZÆØÅ]|-|\s+[–-]\s")
_LEADS = re.compile(rf"{CAP}(?:\s{CAP})?\s[–-]")
_TWICE = 2
_LETTERHEAD = 200
_REST = 25


@dataclass(frozen=True, slots=True)
class Clue:
    """A possible sender and on which ground."""

    name: str
    ground: Ground
    further: tuple[str, ...] = ()
    """Others that the document names as senders together with this one."""
    line: int | None = None
    """For a line of the head: which."""


def from_fields(lines: Sequence[str], names: Names) -> Iterator[Clue]:
    """What stands in a field for it: "Avsender: Testby kommune"."""
    for line in lines:
        found = _FIELD.match(line)
        if not found:
            continue
        name = found["name"].strip(" .,;_")
        if len(name) > 1 and not names.is_shunned(name) and "@" not in name:
            clue = written(name, names)
            # "Fra: Teknisk sjef" stands in an office's notes, too.
            yield replace(clue, ground=FROM) if _FROM.match(line) else clue


def written(name: str, names: Names) -> Clue:
    """What was written in the field for the sender: a name, or for whom a part of it speaks."""
    found = on_behalf(name)
    listed = listed_in(name[found.end() :], names) if found else ()
    if listed:
        return Clue(listed[0], FIELD, listed[1:])
    several = listed_in(name, names)
    if len(several) > 1:
        return Clue(several[0], FIELD, several[1:])
    return Clue(name, FIELD)


def from_title(lines: Sequence[str], names: Names, ground: Ground = TITLE) -> Iterator[Clue]:
    """Whose response a heading says that it is: "Høringssvar fra Testby kommune"."""
    for line in lines:
        text = as_written(line.strip())
        if len(text) > _LETTERHEAD:
            continue
        found = _TITLE.match(text)
        if found:
            who = spelt_out(found["who"])
            listed = listed_in(who, names)
            if listed:
                first = next(each for each in names.find(who) if each.name == listed[0])
                name = listed[0] if listed[1:] else _whole_name(who, first, names)
                yield Clue(name, ground, listed[1:])
                continue
            name = _WHO_ENDS.split(who)[0].strip(" .,-–")
            if looks_like_name(name, names):
                yield Clue(name, ground)
            continue
        for named in names.find(text):
            if _OWNS.match(text, named.end) and not has_verb(text):
                yield Clue(named.name, ground)


def from_letterhead(head: Sequence[str], aside: Sequence[int], names: Names) -> Iterator[Clue]:
    """The organisation that a short line at the top of the document consists of.

    `aside` are the lines that name whom the letter is written to.
    """
    for at, line in enumerate(head):
        if at in aside or len(line) > _LETTERHEAD:
            continue
        text = as_written(line)
        for named in names.in_line(line):
            rest = text[: named.start] + text[named.end :]
            whole = name_at_start(text, named)
            if len(re.sub(r"\W", "", rest)) > _REST and not looks_like_name(whole, names):
                continue
            if _SAYS.match(text, named.end):
                continue
            if re.search(r"\btil\b|\bto\b", rest.lower()):
                continue
            yield Clue(_whole_name(text, named, names), LETTERHEAD, line=at)
    first = next((at for at in range(len(head)) if at not in aside), None)
    if first is not None:
        name = without_brackets(name_at_start(as_written(head[first]), None))
        dated = next(dates_in(head[first]), None)
        if not names.in_line(head[first]) and not dated and looks_like_name(name, names):
            yield Clue(name, FIRST_LINE, line=first)


def _whole_name(line: str, named: Named, names: Names) -> str:
    """The name with what it goes on with: "Velforeningen" and "Øvre Sagvann"."""
    if named.invited or named.name not in line:
        return named.name
    if _LEADS.fullmatch(line[: named.start].strip()) and not line[named.end :].strip():
        return " ".join(line.split())
    whole = without_brackets(name_at_start(line, named))
    more = whole[len(named.name) :]
    closed = re.search(r"(?:kommune|herad|\b[A-ZÆØÅ]{2,3})$", named.name)
    if closed or not whole.startswith(named.name) or not looks_like_name(whole, names):
        return named.name
    goes_on = whole == line.strip() or _GOES_ON.match(more)
    return whole if goes_on else named.name


def from_signature(tail: Sequence[str], signed: int, names: Names) -> Iterator[Clue]:
    """The organisations that the lines after the closing name; several are joint senders.

    `signed` says how many persons sign: several bodies do where each has a signature of its own.
    """
    named = [(line, each) for line in tail for each in names.in_line(line)]
    bodies = [pair for pair in named if not pair[1].is_unit] or named[:1]
    found = list(dict.fromkeys(_whole_name(as_written(line), each, names) for line, each in bodies))
    if found:
        joint = tuple(found[1:]) if signed >= len(found) else ()
        yield Clue(found[0], SIGNATURE, joint)
        if not joint:
            yield from (Clue(name, LAST_LINES) for name in found[1:])


def from_foot(lines: Sequence[str], names: Names) -> Iterator[Clue]:
    """The organisation whose address stands at the foot of the pages."""
    for line in lines:
        for named in names.in_line(line)[:1]:
            yield Clue(named.name, FOOT)


def from_text(text: str, names: Names) -> Iterator[Clue]:
    """Who speaks of itself as the one who thinks: "Drammen kommune foreslår"."""
    counts: Counter[str] = Counter()
    for named in names.find(text):
        says = _SAYS.match(text, named.end)
        as_one = _AS.search(text[max(0, named.start - 20) : named.start])
        if says or as_one:
            counts[named.name] += 1
    short = Counter(
        name
        for name in _SHORT_SPEAKER.findall(text)
        if name not in _NO_SPEAKER and not names.is_shunned(name)
    )
    counts.update({name: n for name, n in short.items() if n >= _TWICE and name not in counts})
    ranked = counts.most_common()
    for name, count in ranked:
        sure = len(ranked) == 1 or count > ranked[1][1]
        yield Clue(name, TEXT if sure else Ground(TEXT.words, TEXT.weight, sure=False))


def speaks(name: str, text: str) -> bool:
    """Whether `text` has the one called `name` think something, or speak as "vi i"."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        if _SAYS.match(text, found.end()) or _AS.search(text[: found.start()][-20:]):
            return True
    return False


def from_mail(mail: dict[str, str], said: str, names: Names) -> Iterator[Clue]:
    """The organisation in the name or the address that the mail was sent from, or its subject."""
    name, domain = mail_names.address_of(mail.get("from", ""))
    for named in names.in_line(name)[:1]:
        yield Clue(_whole_name(as_written(name), named, names), MAIL)
    invited = names.invited(name)
    known = invited or (mail_names.belongs(name, domain) and looks_like_name(name, names))
    if known and not names.in_line(name) and not mail_names.is_box(name):
        yield Clue(invited or name, MAIL)
    if domain and domain not in names.addresses:
        body = mail_names.body_of_domain(domain, f"{name}\n{mail.get('subject', '')}\n{said}")
        if body and not names.is_shunned(body):
            yield Clue(body, ADDRESS)
    yield from from_title([mail.get("subject", "")], names)
    for named in names.find(mail.get("subject", "")):
        yield Clue(named.name, SUBJECT)


def from_file_name(path: str, names: Names) -> Iterator[Clue]:
    """The organisation in the file's name: a last resort."""
    stem = re.sub(r"[_\s]+", " ", path.rpartition("/")[2].rpartition(".")[0])
    yield from from_title([stem], names, FILE)
    for named in names.find(stem):
        if not named.is_unit:
            yield Clue(named.name, FILE)


def from_properties(properties: dict[str, str], names: Names) -> Iterator[Clue]:
    """The organisation that the file says made it, or that stands in its title."""
    for key in ("company", "creator", "author", "last_modified_by", "title"):
        value = properties.get(key, "")
        yield from from_title([value], names, PROPERTIES)
        for named in names.in_line(value):
            if not named.is_unit or key == "company":
                yield Clue(named.name, PROPERTIES)


def from_forwarded(lines: Sequence[str], names: Names) -> Iterator[Clue]:
    """Who sent the mail that is quoted, where the response itself was forwarded."""
    for line in lines:
        if re.match(r"\s*>?\s*(?:fra|frå|from)\s*:", line, re.IGNORECASE):
            for named in names.in_line(line):
                yield Clue(named.name, FORWARDED)


def from_last_lines(tail: Sequence[str], names: Names) -> Iterator[Clue]:
    """A line below who signs that may be a name of a kind that nobody knows: "Abelia"."""
    for line in tail:
        text = as_written(line).strip()
        one_name = re.fullmatch(rf"{CAP}(?:\s+\w+){{0,6}}", text) and looks_like_name(text, names)
        if one_name and not names.in_line(line):
            yield Clue(text, LAST_LINES)
