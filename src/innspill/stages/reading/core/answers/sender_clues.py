"""Clues to who sent a response, one function per kind of clue, each with its grounds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers.organisation_names import Named, Names

_FIELD = re.compile(
    r"^\s*(?:navn\s+på\s+)?(?:avsendar|avsender|høringsinstans|høyringsinstans|organisasjon|verksemd|"
    r"virksomhet|innsender|innsendar|sendt\s+inn\s+av|svar\s+fra|svar\s+frå|respondent|sender|"
    r"organisation|from|fra|frå)(?:ens|s)?(?:\s+navn|\s+namn)?"
    r"(?:\s*\([^)]{0,40}\))?\s*[:\t]\s*(?P<name>[^\n:]{2,120})$",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"(?:på\s+vegne?r?\s+av|på\s+vegner\s+av|on\s+behalf\s+of|"
    r"felles\s+(?:hørings|høyrings)?(?:svar|uttalelse|uttale|innspill|innspel)\s+(?:fra|frå|av)|"
    r"joint\s+response\s+(?:from|by))\s*:?\s*",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:foreslår|føreslår|støtter|støttar|stiller|oppfordrer|oppmodar|mener|meiner|ønsker|ønskjer|"
    r"takker|takkar|anbefaler|tilrår|viser\s+til|syner\s+til|slutter|sluttar|ber|avgir|gjev|"
    r"vurderer|savner|saknar|peker|peikar|understreker|presiserer|bemerker|imøteser|uttaler|"
    r"registrerer|forutsetter|er\s+(?:enig|einig|positiv|kritisk|opptatt|oppteken|glad|bekymret|"
    r"uroa|fornøyd|skeptisk|imot|uenig|ueinig|i\s+hovedsak|stort\s+sett)|"
    r"har\s+(?:ingen|inga|følgende|følgjande|noen|nokre|gått|lest|lese|vurdert|behandlet|"
    r"merknader|forståelse)|vil\s+(?:takke|påpeke|peke|gi|gje|bemerke|understreke|anbefale)|"
    r"ser\s+(?:positivt|fram|det|behov|gjerne|på)|supports|proposes|believes|welcomes|thanks)"
)
_SAYS = re.compile(rf"\s*(?:\([^)]{{1,30}}\)\s*)?(?:,[^,.]{{3,80}},\s*)?{_VERBS}(?!\w)")
_AS = re.compile(r"(?:\bvi\s+i|\bme\s+i|\bsom\s+(?:er\s+)?|\bwe\s+at)\s+$", re.IGNORECASE)
_PERSON = re.compile(r"^\s*(?:[A-ZÆØÅ][\wæøåé.'-]*\s+){1,3}[A-ZÆØÅ][\wæøåé'-]+\s*$")
_OPEN = re.compile(r"(?:foreningen|foreininga|laget|forbundet|forening|lag)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-zæøå])[.!?](?:\s|$)|\n")
_RESPONDING = re.compile(
    r"svar|uttal|innsp|høring|høyring|avgi|avgje|fråsegn|respon", re.IGNORECASE
)
_GREETING = re.compile(
    r"^\s*(?:med\s+)?(?:mvh|(?:vennlig|venleg|beste)?\s*(?:hilsen|helsing))\b[\s,.:]*",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:foreningen|foreininga|laget|forbundet|forening|lag)$", re.IGNORECASE)
_AFTER_BEHALF = 400
_MOST_BEHALF = 20
_LETTERHEAD = 200


@dataclass(frozen=True, slots=True)
class Clue:
    """A possible sender, how sure the clue makes us, and in which words we say so."""

    name: str
    certainty: Certainty
    grounds: str
    further: tuple[str, ...] = ()
    """Others that the document names as senders together with this one."""


def from_fields(lines: Sequence[str], names: Names) -> Iterator[Clue]:
    """What stands in a field for it: "Avsender: Testby kommune"."""
    for line in lines:
        found = _FIELD.match(line)
        if not found:
            continue
        name = found["name"].strip(" .,;_")
        if len(name) > 1 and not names.is_shunned(name) and "@" not in name:
            yield written(name, names)


def written(name: str, names: Names) -> Clue:
    """What was written in the field for the sender: a name, or for whom a part of it speaks."""
    grounds = "written in the field for the sender"
    spoken_for = _BEHALF.search(name)
    listed = _listed(name[spoken_for.end() :], names) if spoken_for else []
    if listed:
        return Clue(listed[0], Certainty.CERTAIN, grounds, tuple(listed[1:]))
    return Clue(name, Certainty.CERTAIN, grounds)


def from_behalf(text: str, names: Names) -> Iterator[Clue]:
    """Whom the document says it speaks for: "på vegne av", "felles høringssvar fra"."""
    for found in islice(_BEHALF.finditer(text), _MOST_BEHALF):
        before = _SENTENCE_END.split(text[max(0, found.start() - _AFTER_BEHALF) : found.start()])[
            -1
        ]
        if before.strip() and not _RESPONDING.search(before + found.group()):
            # Others than the sender act on somebody's behalf, too.
            continue
        rest = text[found.end() : found.end() + _AFTER_BEHALF]
        listed = _listed(_SENTENCE_END.split(rest)[0], names)
        if listed:
            yield Clue(listed[0], Certainty.LIKELY, "speaks on behalf of it", tuple(listed[1:]))


def _listed(sentence: str, names: Names) -> list[str]:
    return list(dict.fromkeys(named.name for named in names.find(_unlisted(sentence))))


def _unlisted(sentence: str) -> str:
    """The sentence with a list spelt out: "Ås og Frogn kommuner" are two municipalities."""
    plural = re.search(
        r"((?:[A-ZÆØÅ][\w-]+(?:,\s*|\s+og\s+))+[A-ZÆØÅ][\w-]+)\s+kommun[ea]r\b", sentence
    )
    if not plural:
        return sentence
    places = re.split(r",\s*|\s+og\s+", plural.group(1))
    each = ", ".join(f"{place} kommune" for place in places)
    return sentence[: plural.start()] + each + sentence[plural.end() :]


def from_letterhead(head: Sequence[str], names: Names) -> Iterator[Clue]:
    """The organisation that a short line at the top of the document consists of."""
    for line in head:
        for named in names.find(line) if len(line) <= _LETTERHEAD else ():
            rest = line[: named.start] + line[named.end :]
            if len(re.sub(r"\W", "", rest)) <= 25 and not re.search(
                r"\btil\b|\bto\b", line.lower()
            ):
                name = _whole_name(line, named)
                yield Clue(name, Certainty.LIKELY, "stands in the letterhead")


def _whole_name(line: str, named: Named) -> str:
    """The name with the place it goes on with: "Velforeningen" and "Øvre Sagvann"."""
    more = re.fullmatch(r"(?:\s+[A-ZÆØÅ][\w-]+){1,3}\s*", line[named.end :])
    goes_on = more and _OPEN.search(named.name) and not line[: named.start].strip()
    return " ".join(line.split()) if goes_on else named.name


def from_signature(tail: Sequence[str], names: Names) -> Iterator[Clue]:
    """The organisations that the lines after the closing name; several are joint senders."""
    named = [named for line in tail for named in names.find(line)]
    bodies = [each for each in named if not each.is_unit] or named[:1]
    found = list(dict.fromkeys(each.name for each in bodies))
    if found:
        # Several sign together where each has a signature of its own.
        signed = sum(bool(_PERSON.match(line)) for line in tail)
        further = tuple(found[1:]) if signed >= len(found) else ()
        yield Clue(found[0], Certainty.LIKELY, "stands in the signature", further)


def from_text(text: str, names: Names) -> Iterator[Clue]:
    """Who speaks of itself as the one who thinks: "Drammen kommune foreslår"."""
    counts: Counter[str] = Counter()
    for named in names.find(text):
        says = _SAYS.match(text, named.end)
        as_one = _AS.search(text[max(0, named.start - 20) : named.start])
        if says or as_one:
            counts[named.name] += 1
    ranked = counts.most_common(2)
    if not ranked:
        return
    sure = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
    certainty = Certainty.LIKELY if sure else Certainty.UNSURE
    yield Clue(ranked[0][0], certainty, "names itself in the text")


def from_mail(properties: dict[str, str], names: Names) -> Iterator[Clue]:
    """The organisation in the mail's subject or in the name it was sent from."""
    for header, grounds in (("from", "sent the mail"), ("subject", "named in the mail's subject")):
        for named in names.find(properties.get(header, "")):
            yield Clue(named.name, Certainty.LIKELY, grounds)


def from_file_name(path: str, names: Names) -> Iterator[Clue]:
    """The organisation in the file's name: a last resort."""
    stem = re.sub(r"[_\s]+", " ", path.rpartition("/")[2].rpartition(".")[0])
    for named in names.find(stem):
        if not named.is_unit:
            yield Clue(named.name, Certainty.UNSURE, "stands in the file's name")


def person_in_signature(tail: Sequence[str]) -> Iterator[Clue]:
    """The person who signs, where no organisation is named."""
    for signed in tail:
        line = _GREETING.sub("", signed)
        if _PERSON.match(line):
            yield Clue(" ".join(line.split()), Certainty.LIKELY, "signs with this name")
            return


def person_in_mail(properties: dict[str, str]) -> Iterator[Clue]:
    """The name that the mail was sent from."""
    name = re.sub(r"<[^>]*>", "", properties.get("from", "")).strip(" \"'")
    if name and "@" not in name:
        yield Clue(name, Certainty.UNSURE, "sent the mail")
