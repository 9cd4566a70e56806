"""What letters begin and end with, and what stands below mails.

The patterns are for folded words, but for the note below a mail.
"""

from __future__ import annotations

import re

from innspill.stages.analysis.core.remainder.wordings import any_of
from innspill.stages.analysis.core.values import Remainder

_SALUTATION = any_of("hei", "god dag", r"kjære\b.*", "til rette vedkommende")
"""How a letter begins."""
_ADDRESSEE = any_of(
    r"til (?:kommunen|departementet|direktoratet|\w+ kommune|planavdelinga|planavdelingen|rådmannen)",
    "til (?:kommunedirektøren|dem det måtte angå|den det (?:gjelder|gjeld))",
)
"""Whom it is to, on a line of its own."""
_FAREWELL = any_of(
    r"(?:med )?(?:vennlig|venleg|beste|god) (?:hilsen|helsing|hilsing)\b.*",
    r"(?:hilsen|helsing|mvh|vh)\b.*",
)
"""How it ends: "Med vennlig hilsen", with whatever name follows."""
_FOR_WHOM = any_of(
    r"på vegne av\b.*",
    r"for \w+(?: \w+)? kommune",
    "for (?:styret|foreningen|foreininga|laget|rådet|utvalget|utvalet|forbundet|kommunen)",
    "for (?:gruppa|gruppen|velet|firmaet|selskapet)",
)
"""On whose behalf somebody signs."""
_TRUE_COPY = r"rett (?:utskrift|avskrift)\b.{0,40}"
"""Below the minutes that the answer is taken from."""
_GOODWILL = any_of(
    "takk for oppmerksomheten",
    "(?:ellers |elles )?lykke til (?:videre|vidare|med arbeidet)"
    "(?: med (?:saken|saka|arbeidet|planen))?",
    r"(?:\w+ ){0,4}(?:imøteser|ser (?:fram|frem) (?:mot|til)) "
    r"(?:\w+ ){0,4}(?:dialog|møte|samarbeid)\b.{0,50}",
)
"""Thanks, good wishes and looking forward, with nothing said beside them."""
_APOLOGY = (
    r"(?:beklager|beklagar|unnskyld|orsak)\b(?!.*\b(?:men|planen|forslaget|framlegget)\b)"
    r".{0,60}\b(?:langt?|leng[dt]en|lengda|sent|rotete|formen|skrivefeil|mail)\b.{0,40}"
)
"""For how the letter is written; not for what is wrong with the plan."""
_COURTESY = re.compile(
    any_of(_SALUTATION, _ADDRESSEE, _FAREWELL, _FOR_WHOM, _TRUE_COPY, _GOODWILL, _APOLOGY)
)
_CLOSING = re.compile(
    r"(?:med |vennlig|venleg|beste|god |hilsen|helsing|mvh|vh|på vegne|for |rett )"
)
"""How a courtesy begins that stands at the end of a letter."""

_REFERS = (
    r"(?:\w+ ){0,4}(?:viser|syner|visar) til (?:hørings|høyrings|deres|dykkar|brev|invitasjon|e post|"
    "ovennevnte|sak|oversend|utsend|varsel|varsling|kommunens|kommunen sitt|departementets)"
)
"""To the letter that is answered: "Vi viser til høringsbrev av 3. mai"."""
_THANKS = (
    r"(?:\w+ ){0,4}(?:takker|takkar|takk) for "
    "(?:invitasjon|muligheten|moglegheita|høvet|anledningen|høringen|høyringa|at vi)"
)
"""For being asked."""
_SENT_OUT = r"(?:\w+ ){1,8}har (?:sendt|lagt) .{0,160}(?:på|til) (?:høring|høyring)\b"
"""That somebody has sent something out to be answered."""
_FOLLOWS = any_of(
    r"(?:her følger|nedenfor følger|vedlagt følger|her følgjer|vedlagt ligg|vedlagt finner)\b",
    "(?:dokumentet|brevet|svaret) er (?:elektronisk )?(?:godkjent|godkjend|signert)",
)
"""What is sent herewith, and that nobody had to sign it by hand."""
_FORMALITY = re.compile(any_of(_REFERS, _THANKS, _SENT_OUT, _FOLLOWS))
_SUBSTANCE = re.compile(
    r"\b(?:og|men|vi)\b.*\b(?:mener|meiner|støtter|foreslår|ønsker|vil|bør|må)\b"
)
"""A sentence that begins as a formality may go on to a point."""
_LONGEST_FORMALITY = 300
_OPENS = 60
"""Characters in which a formality says what it is."""

_MAIL_NOTE = re.compile(
    any_of(
        r"(?:-+ )?(?:tenk på|vurder|skån) miljøet\b.{0,20}\b(?:skriv|print|utskrift)",
        r"(?:-+ )?(?:this|denne) e-?(?:mail|post)\w*\b.{0,30}(?:may|kan|er|contains)",
        "er du ikk?j?e? rett mottak",
        "if you are not the intended",
    ),
    re.IGNORECASE,
)
"""What a program puts below every mail."""


def of(words: str) -> Remainder:
    """Whether `words` are a courtesy and no more, at the beginning or at the end of a letter."""
    if not _COURTESY.fullmatch(words):
        return ""
    return "signature" if _CLOSING.match(words) else "greeting"


def formality(words: str) -> Remainder:
    """What a sentence is that thanks for the letter or refers to it, with no point behind."""
    if len(words) >= _LONGEST_FORMALITY or not _FORMALITY.match(words) or _SUBSTANCE.search(words):
        return ""
    return "greeting" if " takk" in f" {words}"[:_OPENS] else "reference"


def is_mail_note(sentence: str) -> bool:
    """Whether `sentence` stands below a mail because a program put it there."""
    return _MAIL_NOTE.match(sentence) is not None
