"""What makes no point: greetings, reference lines, headings, the question quoted, "no comment"."""

from __future__ import annotations

import re

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.values import Remainder
from innspill.stages.publication.core.values import MASK

_GREETING = re.compile(
    r"(?:hei|god dag|kjære\b.*|til rette vedkommende|(?:med )?(?:vennlig|venleg|beste|god) "
    r"(?:hilsen|helsing|hilsing)\b.*|hilsen\b.*|helsing\b.*|mvh\b.*|vh\b.*|på vegne av\b.*|"
    r"for \w+(?: \w+)? kommune|takk for oppmerksomheten|lykke til videre.*)"
)
_CLOSING = re.compile(r"(?:med |vennlig|venleg|beste|god |hilsen|helsing|mvh|vh|på vegne|for )")
_REFERENCE = re.compile(
    r"(?:(?:vår|deres|dykkar|dykkar|din) (?:ref|referanse|dato)\b.*|(?:sak|saksnr|saksnummer|"
    r"arkivsak|journalnr|dato|avsender|avsendar|vedlegg|kopi til|kopi|saksbehandler|saksbehandlar|"
    r"sendt per e post|e post|epost|tlf|telefon|mobil|adresse|org nr|organisasjonsnummer)\b"
    r"[\w ]{0,60}|side \d+(?: av \d+)?|\d+|(?:\w+ )?\d{1,2} (?:\d{1,2}|januar|februar|mars|april|mai|"
    r"juni|juli|august|september|oktober|november|desember) (?:19|20)\d\d)"
)
_FORMALITY = re.compile(
    r"(?:vi |\w+ (?:kommune )?)?(?:viser|syner) til (?:hørings|høyrings|deres|dykkar|brev|invitasjon|"
    r"e post|ovennevnte|sak)|(?:vi |\w+ kommune )?(?:takker|takkar|takk) for (?:invitasjon|"
    r"muligheten|moglegheita|høvet|anledningen|høringen|at vi)|(?:her følger|nedenfor følger|"
    r"vedlagt følger|her følgjer|vedlagt ligg|vedlagt finner)\b|"
    r"(?:dokumentet|brevet|svaret) er (?:elektronisk )?(?:godkjent|godkjend|signert)"
)
_SUBSTANCE = re.compile(
    r"\b(?:og|men|vi)\b.*\b(?:mener|meiner|støtter|foreslår|ønsker|vil|bør|må)\b"
)
_ELSEWHERE = re.compile(
    r"(?:se|sjå|jf|jfr) (?:neste|forrige|førre|over|ovenfor|under|nedenfor|pkt|punkt|spm|spørsmål|"
    r"svar(?:et)?)\b.{0,30}"
)
_HEADING = re.compile(
    r"(?:til |kommentarer? til |merknad(?:er)? til )?(?:kapittel|kap|punkt|pkt|spørsmål|vedlegg|"
    r"innsatsområde|satsingsområde|tiltak|del) [0-9a-z]{1,3}\b[^.!?]{0,80}|generelt|"
    r"generelle (?:kommentarer|merknader|innspill)|innledning|innleiing|bakgrunn|oppsummering|"
    r"konklusjon|høringssvar(?: .{0,100})?|høringsuttalelse(?: .{0,100})?|"
    r"høyringssvar(?: .{0,100})?|høyringsuttale(?: .{0,100})?|avslutning|våre innspill"
)
_LINE = 16
"""The most words that a letterhead, a title or a signature has on one line."""
_VERB_WORDS = """
er var har hadde skal skulle bør burde må måtte kan kunne vil ville blir ble vart får fikk fekk
trenger treng støtter støttar stør mener meiner ønsker ønskjer foreslår føreslår krever krev ber bed
savner saknar mangler manglar synes synest tror trur vet veit gir gjev gjør gjer går kommer kjem står
ser tar tek finnes finst betyr tyder anbefaler tilrår oppfordrer oppmodar frarår slutter sluttar
stiller takker takkar håper håpar nei ja fungerer bruker brukar lager eier
"""
_VERBS = frozenset(_VERB_WORDS.split())
_NOTHING = re.compile(
    r"(?:vi |(?:\w+ ){1,4}(?=har|hadde))?(?:har |hadde )?(?:for øvrig |ellers |elles )?(?:ingen|ikke noen|ikkje nokon|ikke|"
    r"ikkje) (?:ytterligere |ytterlegare |spesielle |øvrige |andre |flere |fleire )?(?:innspill|innspel|"
    r"kommentar(?:er|ar)?|merknad(?:er|ar)?|bemerkninger|synspunkter|synspunkt)"
    r"(?: (?:til|ut over|utover|på|her|nå|no)\b.{0,80})?|uten merknad(?:er)?|utan merknad(?:er)?|"
    r"(?:ellers )?intet(?: å bemerke)?|(?:ikke|ikkje) (?:aktuelt|relevant)(?: for (?:oss|meg|kommunen))?|"
    r"(?:gjelder|gjeld|rører|vedkommer) (?:ikke|ikkje) (?:oss|meg)|(?:vet|veit) (?:ikke|ikkje)|"
    r"(?:utenfor|utanfor) vårt område|"
    r"(?!.*\b(?:men|hvorfor|kvifor|fordi|at|når|som|hvis|dersom)\b)(?:\S+ ){1,8}(?:ingen|ikke|ikkje|inga) "
    r"(?:merknad(?:er|ar)?|innspill|innspel|kommentar(?:er|ar)?)"
    r"(?: (?:til|fra|frå) (?:oss|dette|forslaget|framlegget|planen))?|(?:\S+ ){1,8}(?:ingen|ikke|ikkje) "
    r"merknad(?:er|ar)? til"
)


def remainder_by_rule(sentence: str, known: frozenset[str] = frozenset()) -> Remainder:
    """What `sentence` is that makes no point of its own; "" where no rule says so."""
    words = fold(sentence.replace(MASK, " "))
    if not words:
        return "signature" if MASK in sentence else "stray"
    if words in known:
        return "quote"
    if is_nothing(sentence):
        return "nothing"
    if _GREETING.fullmatch(words):
        return "signature" if _CLOSING.match(words) else "greeting"
    if _is_reference(sentence, words) or _ELSEWHERE.fullmatch(words):
        return "reference"
    if _HEADING.fullmatch(words) and sentence.rstrip()[-1:] not in ".!?":
        return "heading"
    if _FORMALITY.match(words) and len(words) < 300 and not _SUBSTANCE.search(words):
        return "greeting" if "takk" in words.split()[0:2] else "reference"
    return ""


def _is_reference(sentence: str, words: str) -> bool:
    marked = ":" in sentence or MASK in sentence or any(each.isdigit() for each in sentence)
    return (marked or len(words.split()) < 4) and _REFERENCE.fullmatch(words) is not None


def is_bare_line(sentence: str) -> bool:
    """Whether `sentence` is a line without a verb or an end: letterhead, title, signature.

    For what belongs to no question only: under a question such a line may be the answer.
    """
    words = fold(sentence).split()
    ended = sentence.rstrip()[-1:] in tuple(".!?:;") and not sentence.rstrip().endswith("(e.f.)")
    return not ended and len(words) <= _LINE and not _VERBS.intersection(words)


def is_nothing(sentence: str) -> bool:
    """Whether `sentence` says that there is no comment ("Ingen innspill")."""
    return _NOTHING.fullmatch(fold(sentence)) is not None
