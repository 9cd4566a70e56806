"""What stands above and beside a text: reference lines, headings, where somebody is reached."""

from __future__ import annotations

import re

from innspill.stages.analysis.core.remainder.wordings import any_of
from innspill.stages.consultations.core.norwegian import MONTHS
from innspill.stages.publication.core.values import MASK

_OURS_AND_YOURS = r"(?:vår|deres|dykkar|din) (?:ref|referanse|dato)\b.*"
_LABELLED = (
    "(?:sak|saksnr|saksnummer|arkivsak|journalnr|dato|avsender|avsendar|vedlegg|kopi til|kopi|"
    "saksbehandler|saksbehandlar|sendt per e post|e post|epost|tlf|telefon|mobil|adresse|org nr|"
    r"organisasjonsnummer)\b[\w ]{0,60}"
)
"""A word of the letterhead with what stands behind it: "Saksnr: 26/100"."""
_PAGE = r"side \d+(?: av \d+)?"
_MONTH = any_of(r"\d{1,2}", *MONTHS)
_DATE = rf"(?:\w+ )?\d{{1,2}} {_MONTH} (?:19|20)\d\d"
"""With the place before it: "Drammen 3. mai 2026"."""
_REFERENCE = re.compile(any_of(_OURS_AND_YOURS, _LABELLED, _PAGE, r"\d+", _DATE))
_FEW = 4
"""A reference line without a figure or colon has fewer words."""
_ELSEWHERE = re.compile(
    "(?:se|sjå|jf|jfr)(?: også| òg| elles| ellers)? "
    "(?:neste|forrige|førre|over|ovenfor|under|nedenfor|pkt|punkt|spm|spørsmål|svar(?:et)?)"
    r"\b.{0,30}"
)
"""Where to read instead: "Se svar på spørsmål 2"."""

_NUMBERED = (
    "(?:til |kommentarer? til |merknad(?:er)? til )?"
    "(?:kapittel|kap|punkt|pkt|spørsmål|vedlegg|innsatsområde|satsingsområde|tiltak|del) "
    r"[0-9a-z]{1,3}\b[^.!?]{0,80}"
)
"""Over what is said to one part: "Merknader til kapittel 4"."""
_USUAL = any_of(
    "generelt",
    "generelle (?:kommentarer|merknader|innspill)",
    "innledning|innleiing|bakgrunn|oppsummering|konklusjon|avslutning|våre innspill",
    "(?:høringssvar|høringsuttalelse|høyringssvar|høyringsuttale)(?: .{0,100})?",
    "[ivx]{1,5}",
)
"""Titles that any answer may have."""
_CASE = (
    r"(?:\w+ ){0,3}(?:innstilling|tilråding|forslag til (?:vedtak|uttalelse|høringsuttalelse)|"
    "framlegg til (?:vedtak|fråsegn|uttale))(?: til vedtak)?"
)
"""Titles in the papers of a case that a council decided."""
_COLUMNS = (
    "(?:(?:nr|tiltak|ansvarlig|ansvarleg|relevant for|beskrivelse|skildring|frist|mål|tema|nivå|"
    "merknad|kommentar|kapittel|punkt|forslag|endring)(?: |$)){2,}"
)
"""The head of a table."""
_HEADING = re.compile(any_of(_NUMBERED, _USUAL, _CASE, _COLUMNS))

_REACHED = re.compile(r"(?<!\d)(?:\d\d \d\d \d\d \d\d|\d{3} \d\d \d{3})(?!\d)|\S@\S+\.\w")
"""A telephone number or an address for mails."""
_LINE = 25
"""Words of a line that tells where somebody is reached."""
_FOOTNOTE = "[^"


def is_reference(sentence: str, words: str) -> bool:
    """Whether a sentence of the folded `words` is a line of a letterhead, or says where to read."""
    marked = ":" in sentence or MASK in sentence or any(each.isdigit() for each in sentence)
    short = len(words.split()) < _FEW
    labelled = (marked or short) and _REFERENCE.fullmatch(words) is not None
    return labelled or _ELSEWHERE.fullmatch(words) is not None


def is_heading(sentence: str, words: str) -> bool:
    """Whether a sentence of the folded `words` is the title of what follows."""
    return sentence.rstrip()[-1:] not in ".!?" and _HEADING.fullmatch(words) is not None


def tells_where(sentence: str) -> bool:
    """Whether `sentence` is a line with where somebody is reached."""
    return _REACHED.search(sentence) is not None and len(sentence.split()) <= _LINE


def is_footnote(sentence: str) -> bool:
    """Whether `sentence` is the text of a footnote."""
    return sentence.startswith(_FOOTNOTE)
