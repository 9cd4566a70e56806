"""What makes no point: greetings, reference lines, headings, the question quoted, "no comment"."""

from __future__ import annotations

import re

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.values import Remainder
from innspill.stages.publication.core.values import MASK

_GREETING = re.compile(
    r"(?:hei|god dag|kjære\b.*|til rette vedkommende|(?:med )?(?:vennlig|venleg|beste|god) "
    r"(?:hilsen|helsing|hilsing)\b.*|hilsen\b.*|helsing\b.*|mvh\b.*|vh\b.*|på vegne av\b.*|"
    r"for \w+(?: \w+)? kommune|for (?:styret|foreningen|foreininga|laget|rådet|utvalget|utvalet|forbundet|"
    r"kommunen|gruppa|gruppen|velet|firmaet|selskapet)|takk for oppmerksomheten|"
    r"(?:ellers |elles )?lykke til (?:videre|vidare|med arbeidet)(?: med (?:saken|saka|arbeidet|planen))?|"
    r"(?:beklager|beklagar|unnskyld|orsak)\b(?!.*\b(?:men|planen|forslaget|framlegget)\b).{0,60}\b(?:langt?|leng[dt]en|lengda|sent|rotete|formen|skrivefeil|mail)\b.{0,40}|"
    r"(?:\w+ ){0,4}(?:imøteser|ser (?:fram|frem) (?:mot|til)) (?:\w+ ){0,4}(?:dialog|møte|samarbeid)\b.{0,50}|"
    r"til (?:kommunen|departementet|direktoratet|\w+ kommune|planavdelinga|planavdelingen|rådmannen|"
    r"kommunedirektøren|rette vedkommende|dem det måtte angå|den det (?:gjelder|gjeld))|rett (?:utskrift|avskrift)\b.{0,40})"
)
_CLOSING = re.compile(
    r"(?:med |vennlig|venleg|beste|god |hilsen|helsing|mvh|vh|på vegne|for |rett )"
)
_REFERENCE = re.compile(
    r"(?:(?:vår|deres|dykkar|dykkar|din) (?:ref|referanse|dato)\b.*|(?:sak|saksnr|saksnummer|"
    r"arkivsak|journalnr|dato|avsender|avsendar|vedlegg|kopi til|kopi|saksbehandler|saksbehandlar|"
    r"sendt per e post|e post|epost|tlf|telefon|mobil|adresse|org nr|organisasjonsnummer)\b"
    r"[\w ]{0,60}|side \d+(?: av \d+)?|\d+|(?:\w+ )?\d{1,2} (?:\d{1,2}|januar|februar|mars|april|mai|"
    r"juni|juli|august|september|oktober|november|desember) (?:19|20)\d\d)"
)
_FORMALITY = re.compile(
    r"(?:\w+ ){0,4}(?:viser|syner|visar) til (?:hørings|høyrings|deres|dykkar|brev|invitasjon|"
    r"e post|ovennevnte|sak|oversend|utsend|varsel|varsling|kommunens|kommunen sitt|departementets)|"
    r"(?:\w+ ){0,4}(?:takker|takkar|takk) for (?:invitasjon|muligheten|moglegheita|høvet|anledningen|"
    r"høringen|høyringa|at vi)|(?:\w+ ){1,8}har (?:sendt|lagt) .{0,160}(?:på|til) (?:høring|høyring)\b|(?:her følger|nedenfor følger|"
    r"vedlagt følger|her følgjer|vedlagt ligg|vedlagt finner)\b|"
    r"(?:dokumentet|brevet|svaret) er (?:elektronisk )?(?:godkjent|godkjend|signert)"
)
_SUBSTANCE = re.compile(
    r"\b(?:og|men|vi)\b.*\b(?:mener|meiner|støtter|foreslår|ønsker|vil|bør|må)\b"
)
_ELSEWHERE = re.compile(
    r"(?:se|sjå|jf|jfr)(?: også| òg| elles| ellers)? (?:neste|forrige|førre|over|ovenfor|under|nedenfor|pkt|punkt|spm|spørsmål|"
    r"svar(?:et)?)\b.{0,30}"
)
_HEADING = re.compile(
    r"(?:til |kommentarer? til |merknad(?:er)? til )?(?:kapittel|kap|punkt|pkt|spørsmål|vedlegg|"
    r"innsatsområde|satsingsområde|tiltak|del) [0-9a-z]{1,3}\b[^.!?]{0,80}|generelt|"
    r"generelle (?:kommentarer|merknader|innspill)|innledning|innleiing|bakgrunn|oppsummering|"
    r"konklusjon|høringssvar(?: .{0,100})?|høringsuttalelse(?: .{0,100})?|"
    r"høyringssvar(?: .{0,100})?|høyringsuttale(?: .{0,100})?|avslutning|våre innspill|[ivx]{1,5}|"
    r"(?:\w+ ){0,3}(?:innstilling|tilråding|forslag til (?:vedtak|uttalelse|høringsuttalelse)|"
    r"framlegg til (?:vedtak|fråsegn|uttale))(?: til vedtak)?|"
    r"(?:(?:nr|tiltak|ansvarlig|ansvarleg|relevant for|beskrivelse|skildring|frist|mål|tema|nivå|merknad|"
    r"kommentar|kapittel|punkt|forslag|endring)(?: |$)){2,}"
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
_ABOUT = "(?:til|på|om|for|ved|når det gjelder|når det gjeld|hva gjelder|kva gjeld|vedrørende|vedrørande)"
_HAVE = "(?:har|hadde)"
_NONE = "(?:ikke|ikkje|ingen|ingenting|inga|intet)"
_REMARK = (
    "(?:(?:noen|nokon|noko|noe|andre|spesielle|særskilte|ytterligere) )?(?:merknad(?:er|ar)?|kommentar(?:er|ar)?|"
    "innspill|innspel|bemerkninger|meining|mening|å bemerke|å merke|å si|å seie|vurdert|peiling|greie)"
)
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
    r"merknad(?:er|ar)? til|"
    rf"{_ABOUT} .{{1,90}} {_HAVE} (?:\w+ ){{1,3}}?{_NONE}(?: {_REMARK})?(?: (?:til|på|om))?|"
    rf"(?:\w+ ){{1,7}}{_HAVE} (?:vi|me|jeg|eg|rådet|laget|styret|kommunen) {_NONE} {_REMARK}(?: (?:til|på|om|mot))?|"
    rf"(?:\w+ ){{0,8}}{_HAVE} (?:\w+ ){{1,3}}?{_NONE} {_REMARK}(?: til .{{0,80}})?|"
    r"(?:vi|me|jeg|eg) (?:uttaler|uttalar) (?:oss|meg) (?:ikke|ikkje)"
)
_PARTIES = (
    "ap|høyre|h|sp|sv|frp|v|krf|mdg|rødt|inp|senterpartiet|arbeiderpartiet|arbeidarpartiet|venstre|framstegspartiet|"
    "fremskrittspartiet|miljøpartiet"
)
_STATEMENT = "(?:uttalelsen|uttalen|fråsegna|svaret|høringssvaret|høyringssvaret|høringsuttalelsen|høyringsfråsegna)"
_BODY = (
    r"\w*(?:styret|rådet|utvalget|utvalet|formannskapet|tinget|møtet|nemnda|kommunen|laget|foreningen|foreininga|"
    r"klubben|gruppa|gruppen|komiteen|forbundet|embetet)\b"
)
_PROTOCOL = re.compile(
    r"protokolltilførs(?:el|le)\b|protokollmerknad|(?:dissens|særmerknad)\b|"
    r".{0,60}\b(?:ønsket|ønska|ønskte|ba om|bad om|krevde|kravde) (?:å få )?(?:ført inn|ført til protokollen|protokoll\w+)|"
    r"(?:et |eit )?mindretal(?:et|let)?\b(?: i (?!\w*utval)\w+)?(?: \([^)]{1,60}\))? "
    r"(?:ville|meinte|mente|ønsket|ønska|ønskte|røysta|stemte|sa|viste|gjekk|gikk)\b(?!.{0,300}\b(?:vi|me|oss|jeg|eg|meg)\b)|"
    r".{0,80}\b(?:fremja|fremma|fremmet|fremsatte|sette fram|satte fram|la fram) "
    r"(?:følgende|følgjande|slikt|alternativt) (?:\w*tillegg\w*|\w*framlegg|\w*forslag)\b|"
    rf".{{0,40}} \((?:{_PARTIES})\) (?:fremja|fremma|fremmet|sette fram|satte fram|la fram)\b|"
    rf"(?:\w+lag|framlegg|forslag) (?:frå|fra) (?:{_PARTIES})\b.{{0,40}}:|"
    r"\(?(?:samrøystes|enstemmig|einstemmig)(?: (?:vedtatt|vedteke|vedtak|tilråd\w*))?\b.{0,60}[.)]?$|"
    rf"\(?(?:{_STATEMENT} |saken |saka )?(?:er |ble |vart |blei )?(?:vedtatt|vedteke|vedteken|falt|fall) "
    r"(?:samrøystes|enstemmig|einstemmig|med \d|mot (?:\d|\w+ (?:stemme|røyst))|i \w+|av \w+)\b.{0,80}$|"
    rf"(?:handsama|behandla|behandlet) (?:i|av) .{{0,80}}$|(?:\S+ ){{0,4}}{_BODY}.{{0,40}}\b(?:handsama|behandla|behandlet|drøfta|drøftet|vedtok) "
    rf"(?:\w+ ){{0,2}}(?:saken?|saka|fråsegna|uttalelsen|høringen|høyringa)\b.{{0,80}}$|"
    rf"(?:{_STATEMENT}|saken|saka) (?:\w+ )?(?:er|ble|vart|blei|har vært|har vore) (?:\w+ )?"
    r"(?:behandlet|behandla|handsama|drøftet|drøfta|utarbeidet|utarbeidd|forankret|forankra|skrevet av|skrive av|forelagt|"
    r"gitt på vegne|avgitt|samordnet|samordna)\b|"
    r"(?:\S+ ){1,5}(?:innledet|innleia|orienterte)(?: (?:og|om) .{0,50})?\.?$|"
    r"(?:\S+ ){0,6}(?:har (?:godkjent|godkjend|vedtatt|vedteke|sluttet seg til|slutta seg til)|godkjente|vedtok) "
    rf"{_STATEMENT}\b.{{0,60}}$",
    re.IGNORECASE | re.DOTALL,
)
"""How an answer came to be, and what some wanted otherwise: not the sender's view."""
_BOUNDED = re.compile(
    r"(?:vi|me|jeg|eg|kommunen|foreningen|laget|rådet) (?:har )?(?:avgrens|begrens|konsentrer)\w+ "
    r"(?:oss|meg|seg|uttalelsen|fråsegna|svaret)\b|"
    r"(?:vi|me|jeg|eg) (?:svar|kommenter|uttal)(?:er|ar)(?: oss| meg)? (?:kun|bare|berre|som|på vegne|på vegner)\b|"
    r"(?:jeg|eg|vi|me) skriv(?:er)? (?:som|dette som|dette for|på vegne)\b",
    re.IGNORECASE,
)
"""On whose behalf and about how much the sender writes."""
_MEMBERS = "(?:medlem|ansatt|tilsett|innbygg|kommun|årsverk|elev)"
_ORGANISED = "(?:organisasjon|forening|bedrift|stiftelse|interesseorganisasjon|fagforening|kommune|virksomhet|lag|selskap|foretak|føretak|råd|nettverk|forvaltningsorgan|rettshjelpstiltak|forbund)"
_HEARD = (
    r"(?:\w*(?:forslag|framlegg|plan|lov|ordning|tiltak|strategi|utkast|regel|regle|forskrift|endring|"
    r"bestemmelse|føresegn|krav|avtale)\w{0,4}|det|dette|den|denne|disse|desse|her) "
)
"""What is heard is nobody who writes."""
_WHO = re.compile(
    rf"(?i:(?!{_HEARD}))"
    r"(?:[A-ZÆØÅ][\w.&-]*)(?: [\w.&-]+){0,5}? "
    rf"(?:er (?:\w+ )?(?:sektormyndighet|fagmyndighet|høringsinstans|(?:en|ein|et|eit) (?:\w+ ){{0,4}}\w*{_ORGANISED}\b)|"
    r"(?:organiser|representer|forvalt)[ea]r|bistår|(?:arbeid|jobb)[ea]r for|har som (?:formål|føremål)|(?:ble|vart|blei) (?:stiftet|stifta|skipa|etablert i)|er (?:oppnevnt|oppnemnd|nedsatt) av|har samordn\w+|"
    rf"(?:eier og driver|eig og driv)|har (?:om lag |ca\.? |rundt |over )?\d[\d ]* {_MEMBERS})"
)
_JUDGES = re.compile(
    r"\b(?:for|altfor) (?:dårlig|sein?t|raskt|fort|lite|kort|snevert|tynt)\b|"
    r"\b(?:dårlig|uforsvarlig|kritikkverdig|håplaus|håpløs|udemokratisk|skuffende|skuffande)\w*",
    re.IGNORECASE,
)
"""Who finds fault with how something was treated makes a point."""
_MAIL_NOTE = re.compile(
    r"(?:-+ )?(?:tenk på|vurder|skån) miljøet\b.{0,20}\b(?:skriv|print|utskrift)|(?:-+ )?(?:this|denne) e-?(?:mail|post)\w*\b.{0,30}(?:may|kan|er|contains)|"
    r"er du ikk?j?e? rett mottak|if you are not the intended",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?<!\d)(?:\d\d \d\d \d\d \d\d|\d{3} \d\d \d{3})(?!\d)|\S@\S+\.\w")
_FEW = 25
"""Words of a line that tells where somebody is reached."""
_FOOTNOTE = "[^"


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
        return "greeting" if " takk" in f" {words}"[:60] else "reference"
    return _by_content(sentence.strip())


def _by_content(sentence: str) -> Remainder:
    """What a whole sentence is by what it tells: who wrote, how, and where they are reached."""
    if _JUDGES.search(sentence):
        return ""
    if _PROTOCOL.match(sentence) or _BOUNDED.match(sentence):
        return "sender"
    if _MAIL_NOTE.match(sentence):
        return "stray"
    if _REACHED.search(sentence) and len(sentence.split()) <= _FEW:
        return "signature"
    return "reference" if sentence.startswith(_FOOTNOTE) else ""


def _is_reference(sentence: str, words: str) -> bool:
    marked = ":" in sentence or MASK in sentence or any(each.isdigit() for each in sentence)
    return (marked or len(words.split()) < 4) and _REFERENCE.fullmatch(words) is not None


def tells_who(sentence: str) -> bool:
    """Whether `sentence` says what sort of body somebody is, what it does, or how many they are."""
    return _WHO.match(sentence) is not None and not _JUDGES.search(sentence)


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
