"""Responses that join another body's: "Myrdal kommune slutter seg til uttalelsen fra KS"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from innspill.shared.values import Certainty, Origin
from innspill.stages.reading.core.answers.letter_lines import looks_like_name
from innspill.stages.reading.core.answers.mail_names import short_for
from innspill.stages.reading.core.answers.name_words import CAP
from innspill.stages.reading.core.answers.no_comment import (
    is_courtesy,
    says_nothing,
    sentences_of,
)
from innspill.stages.reading.core.answers.organisation_names import Names, key_of_body
from innspill.stages.reading.core.answers.paragraphs import Rebuilt
from innspill.stages.reading.core.answers.spoken_for import listed_in
from innspill.stages.reading.core.values import Adherence

_FULLY = (
    r"(?:\s+(?:oss|seg|meg|derfor|difor|også|òg|dermed|i\s+(?:sin\s+)?helhet|i\s+sin\s+heilskap|"
    r"fullt(?:\s+og\s+helt|\s+og\s+heilt)?(?:\s+ut)?|helt|heilt|ut|i\s+hovedsak|i\s+hovudsak|i\s+det\s+vesentlige|"
    r"for\s+øvrig|elles)){0,4}"
)
_JOINS = (
    rf"(?:slutt(?:er|ar|et|a){_FULLY}\s+(?:opp\s+)?(?:til|om|bak)|"
    rf"still(?:er|ar){_FULLY}\s+bak|står{_FULLY}\s+bak|"
    rf"(?:til)?tr(?:er|år|ø){_FULLY}|tiltr(?:er|eder){_FULLY}|"
    rf"(?:gir|gjev|gjer)\s+(?:sin|vår|si|full|fulle?\s+vår)?\s*(?:fulle\s+)?(?:tilslutning|tilslutnad|støtte)\s+til|"
    rf"støtt(?:er|ar){_FULLY}|stør{_FULLY}|er\s+(?:enige?|einige?|samde?)\s+(?:i|med)|deler{_FULLY}|"
    rf"(?:fully\s+|also\s+|strongly\s+)?(?:endorses?|supports?|joins?|agrees?\s+with|associates?\s+"
    rf"(?:itself|ourselves)\s+with)(?:\s+fully|\s+in\s+full)?|"
    rf"doarju)"
)
_RESPONSE = (
    r"(?:hørings|høyrings)?(?:svar|uttalelse|uttaling|uttale|innspill|innspel|fråsegn|merknad|kommentar|"
    r"synspunkt|innvending|vurdering|brev)\w{0,6}"
)
_FROM = r"(?:fra|frå|til|av|som\s+er\s+(?:avgitt|avgjeve|sendt|gitt)\s+(?:av|fra|frå)|avgitt\s+av|from|of|by)"
_TO_RESPONSE = re.compile(
    rf"(?P<joins>{_JOINS})\s+(?:(?:det|den|dei|de|the|alt\s+i|innholdet\s+i|innhaldet\s+i|hele|heile)\s+)*"
    rf"(?:[\wæøå-]{{2,20}}\s+){{0,2}}?(?:{_RESPONSE}|response|submission|comments|views|cealkámuša?)\s+"
    rf"(?:(?:som|that)\s+)?{_FROM}\s+(?P<to>[^.;:!?\n]{{2,160}})",
    re.IGNORECASE,
)
_TO_OWNED = re.compile(
    rf"(?P<joins>{_JOINS})\s+(?P<to>(?-i:{CAP})(?:\s+[\w-]{{1,30}}){{0,7}}?)s?['’]?s?\s+"
    rf"(?:felles\s+)?(?:{_RESPONSE}|response|submission|comments)",
    re.IGNORECASE,
)
_THAT_GAVE = re.compile(
    rf"(?P<joins>{_JOINS})\s+(?:det|hva|kva)\s+(?:som\s+)?(?P<to>(?-i:{CAP})[^.;:!?\n]{{1,80}}?)\s+"
    r"(?:har\s+)?(?:skriver|skriv|uttaler|uttalt|sier|seier|svart|spelt\s+inn|spilt\s+inn|skrevet|skrive)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    rf"(?:viser|syner)\s+til\s+(?:[\w-]{{2,20}}\s+){{0,2}}?(?:{_RESPONSE})\s+{_FROM}\s+"
    rf"(?P<to>[^.;:!?\n]{{2,160}}?),?\s+(?:og|som)\s+(?:vi\s+|me\s+|kommunen\s+)?(?P<joins>{_JOINS})"
    r"(?:\s+(?:denne|den|dette|det|desse|disse|til))?\s*(?=[.,;]|$|fullt|i\s+sin)",
    re.IGNORECASE,
)
_PATTERNS = (_TO_RESPONSE, _TO_OWNED, _THAT_GAVE, _REFERS)
_JOINING = (
    "slutt", "still", "står", "trer", "trar", "trø", "treder", "tilslut", "støtt", "stør", "enig",
    "einig", "samd", "deler", "endorse", "support", "join", "agree", "associate", "doarju",
)  # fmt: skip
_RESPONDED = (
    "svar", "uttal", "innsp", "fråsegn", "merknad", "kommentar", "synspunkt", "innvending",
    "vurdering", "brev", "response", "submission", "comments", "views", "cealkámu", "skriv", "skrev",
    "sier", "seier", "spelt", "spilt",
)  # fmt: skip
"""One word of each must stand in a sentence that joins a response: looked for before the patterns."""
_OURS = re.compile(
    r"(?:^|[\s(])(?:vi|me|jeg|eg|we|mii|kommunen|fylkeskommunen|foreningen|foreininga|forbundet|styret|"
    r"organisasjonen|rådet|universitetet|etaten|direktoratet|bydelen|laget|selskapet|undertegnede)"
    r"(?:\s(?:har|ønsker\s+å|vil|og|også|derfor|difor)){0,3}$",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?<!\w)(?:ikke|ikkje|not|aldri|verken|korkje)(?!\w)", re.IGNORECASE)
_CUT = re.compile(
    r"\s+(?:og\s+(?:har|vil|vi|me|støtter|ønsker|mener|viser)|men|med\s+(?:følg\w*|unntak|tillegg|dei?\s)|som|"
    r"datert|av\s+\d|dagsett|når|i\s+(?:denne\s+)?(?:saken?|høring|høyring)|om|vedr\w*|på\s+høring|"
    r"til\s+(?:høring|høyring|forslag|saken|saka|denne)|dated|on\s+the|and\s+(?:has|have|would))(?!\w)|,\s",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:^|\s)(?:og|and|derfor|difor|også|samt|herved)$", re.IGNORECASE)
_LONGEST = 600
_PARTLY = re.compile(
    r"følg(?:ende|jande)|tillegg|unntak|unnatak|bortsett|men\b|i\s+hovedsak|i\s+hovudsak|vil\s+i\s+tillegg|"
    r"except|but\b|i\s+det\s+vesentlige|delvis|dessuten|presiser",
    re.IGNORECASE,
)
_VIEWS = re.compile(r"vurdering|synspunkt|innvending|merknad|views", re.IGNORECASE)


def adherences(
    paragraphs: Sequence[Rebuilt], names: Names, sender: str | None
) -> tuple[Adherence, ...]:
    """The bodies whose response this one joins, each once; `paragraphs` are its own words.

    `whole` holds where nothing is said besides: everything else is courtesy, or says that there
    is nothing more to say.
    """
    found = [each for paragraph in paragraphs for each in _in_paragraph(paragraph, names, sender)]
    if not found:
        return ()
    whole = _says_no_more(paragraphs, [sentence for sentence, _, _, _ in found])
    joined: dict[str, Adherence] = {}
    for _, to, certainty, origin in found:
        joined.setdefault(key_of_body(to), Adherence(to, whole, certainty, origin))
    return tuple(joined.values())


_Found = tuple[str, str, Certainty, tuple[Origin, ...]]


def _in_paragraph(paragraph: Rebuilt, names: Names, sender: str | None) -> Iterator[_Found]:
    at = 0
    if not _may_join(paragraph.text):
        return
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n", paragraph.text):
        start = paragraph.text.index(sentence, at)
        at = start + len(sentence)
        if len(sentence) > _LONGEST or not _may_join(sentence):
            continue
        for pattern in _PATTERNS:
            match = pattern.search(sentence)
            if match and _is_ours(sentence, match, names, sender):
                certainty = Certainty.LIKELY if _VIEWS.search(match[0]) else Certainty.CERTAIN
                origin = _origin(paragraph, start, at)
                yield from (
                    (sentence, to, certainty, origin)
                    for to in _bodies(match["to"], names)
                    if key_of_body(to) != key_of_body(sender or "")
                )
                break


def _may_join(text: str) -> bool:
    """Whether `text` has the words that every pattern asks for: most text has not."""
    said = text.casefold()
    return any(word in said for word in _JOINING) and any(word in said for word in _RESPONDED)


def _is_ours(sentence: str, match: re.Match[str], names: Names, sender: str | None) -> bool:
    """Whether the sender itself joins: it is the subject, or the sentence names none; not denied."""
    joins = match.start() if match.re is _REFERS else match.start("joins")
    before = sentence[:joins].strip()
    denied = (match["joins"], before[-25:], sentence[match.end("joins") :].strip()[:8])
    if any(_NOT.search(part) for part in denied):
        return False
    if not before or _OURS.search(before) or _GOES_ON.search(before):
        return True
    # What stands right before it is the subject: the sender's name, or somebody else's.
    subject = before.rpartition(",")[2].strip() or before
    if sender is None:
        return False
    named = names.find(subject)
    if named:
        return key_of_body(named[-1].name) == key_of_body(sender)
    return sender.casefold().startswith(subject.casefold()) or bool(short_for(subject, [sender]))


def _bodies(text: str, names: Names) -> tuple[str, ...]:
    """Whose response it is; nobody where it is the hearing's owner's."""
    text = _CUT.split(text.strip())[0].strip(" .,«»\"'")
    listed = listed_in(text, names)
    if listed:
        return listed
    text = re.sub(r"^(?:den|det|the)\s+(?=[A-ZÆØÅ])", "", text)
    parts = re.split(r"\s+og\s+|\s+and\s+", text)
    if all(re.fullmatch(rf"{CAP}(?:\s+{CAP})?", part) for part in parts):
        return tuple(part for part in parts if looks_like_name(part, names))
    return (text,) if looks_like_name(text, names) else ()


def _origin(paragraph: Rebuilt, start: int, end: int) -> tuple[Origin, ...]:
    """The places in the original of characters `start` to `end` of a paragraph."""
    found: list[Origin] = []
    for at, origin in paragraph.pieces:
        length = origin.end - origin.start
        first, last = max(start, at), min(end, at + length)
        if first < last:
            found.append(Origin(origin.block, origin.start + first - at, origin.start + last - at))
    return tuple(found)


def _says_no_more(paragraphs: Sequence[Rebuilt], joining: Sequence[str]) -> bool:
    """Whether nothing but courtesy stands beside the sentences that join, and nothing within them."""
    if any(_PARTLY.search(sentence) for sentence in joining):
        return False
    joined = {" ".join(sentence.split()) for sentence in joining}
    sentences = sentences_of([paragraph.text for paragraph in paragraphs])
    rest = [each for each in sentences if " ".join(each.split()) not in joined]
    return all(is_courtesy(each) or says_nothing(each) for each in rest)
