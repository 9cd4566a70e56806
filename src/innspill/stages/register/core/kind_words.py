"""What a letter says of itself, as patterns: an answer will come, an addition, a decision …

Each holds for one sentence, in bokmål, nynorsk or English. They are only asked about the opening
of a letter, or about a short one: see `kinds.py`, which also looks for negation.
"""

from __future__ import annotations

import re

ANSWER = (
    r"(?:(?:hørings|høyrings)?(?:svar(?:et|a)?|uttalelse[rn]?|uttale(?:n|r)?|fråsegn[aei]?|"
    r"innspill(?:et)?|innspel(?:et)?|merknad(?:er|ene|ar|ane)?|vedtak(?:et)?)|saksprotokoll(?:en)?|"
    r"(?:response|submission|comments))(?!\w)"
)
COUNCIL = (
    r"(?:(?:kommunestyr|bystyr|formannskap|fylkesting|fylkesutval|hovedutval|hovudutval|byråd|"
    r"fylkesråd|herredsstyr|heradsstyr|bydelsutval)\w*|utvalg(?:et)?\s+for\s+\w+|"
    r"utval(?:et)?\s+for\s+\w+|(?:municipal|city|county)\s+council)"
)
_LATER = (
    r"(?:ettersendt|ettersend|oversendt|oversend|levert|sendt|send|avgitt|avgjeve|foreligge|"
    r"ligge\s+føre)"
)
_TIME = (
    r"(?:senere|seinare|deretter|innen|innan|etter|når|så\s+snart|i\s+løpet|i\s+laupet|da|då|"
    r"by|later|after|as\s+soon|when)"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)


EXTENSION = _any(
    r"\b(?:ber|bed|søker|søkjer|ønsker|ønskjer|anmoder|håper|vonar)\s+(?:\w+\s+){0,3}?"
    r"(?:om\s+|på\s+)?(?:å\s+få\s+)?(?:en\s+|ei\s+|noe\s+|noko\s+|litt\s+)?"
    r"(?:utsatt|utsett|forlenget|forlenga|lengre|lenger|utsettelse|utsetjing|fristutsettelse|"
    r"fristutsetjing|fristforlengelse|fristforlenging|forlengelse|forlenging)(?!\w)",
    r"\b(?:request|ask\s+for|apply\s+for)\s+(?:an\s+|a\s+)?(?:extension|extended|more\s+time)",
    r"\b(?:kan|får|kunne|could|may)\s+(?:vi|me|jeg|eg|we)\s+(?:få\s+)?(?:levere|sende|svare|avgi|"
    r"submit|send|respond)\b.{0,60}\b(?:senere|seinare|etter\s+fristen|later|after)\b",
    r"\b(?:trenger|treng|need)\w*\s+(?:\w+\s+){0,2}?(?:tid|uker?|veker?|dager?|dagar|time|weeks?)\b",
    r"\bfå\s+(?:sende|levere|avgi|gi|gje)\s+(?:inn\s+)?(?:vårt\s+|vår\s+)?"
    + ANSWER
    + r".{0,20}\better",
)
"""It asks for more time, or to answer later."""
WILL_COME = _any(
    ANSWER
    + r"(?:\s+(?:fra|frå|from)\s+\w+)?\s+(?:vil\s+(?:bli|verte|da\s+bli)|blir|vert|vil)\s+(?:da\s+|då\s+)?"
    r"(?:(?:ettersend\w*|oversend\w*)|" + _LATER + r"\b.{0,40}\b" + _TIME + r"\b)",
    r"\b(?:etter|over)send(?:es|ast|er)\b.{0,40}\b" + _TIME + r"\b",
    ANSWER + r".{0,60}\bettersend(?:es|ast|er|t)?\b",
    r"\bettersende?r?\s+(?:vårt\s+|vår\s+|kommunens\s+|endelige?\s+)*" + ANSWER,
    ANSWER
    + r"(?:\s+(?:fra|frå)\s+\w+)?\s+(?:sendes|sendast|kommer|kjem|følger|følgjer)\s+.{0,20}?\b"
    + _TIME
    + r"\b",
    r"\b(?:kommer|kjem|vil\s+komme|vil\s+kome)\s+(?:tilbake|attende)\s+(?:med|til)\s+"
    r"(?:\w+\s+){0,3}?" + ANSWER,
    r"\b(?:vil|skal|kommer\s+til\s+å|kjem\s+til\s+å|planlegger\s+å|tar\s+sikte\s+på\s+å|"
    r"tek\s+sikte\s+på\s+å|ønsker\s+å|ønskjer\s+å)\s+(?:avgi|avgje|sende|levere|gi|gje|komme\s+med)\s+"
    r"(?:inn\s+)?(?:\w+\s+){0,3}?" + ANSWER + r".{0,60}\b" + _TIME + r"\b",
    r"\b(?:sender|leverer)\s+(?:\w+\s+)?"
    + ANSWER
    + r"\s+(?:innen|innan|etter|så\s+snart|i\s+løpet|senere|"
    r"seinare)\b",
    ANSWER + r".{0,60}\bvil\s+(?:foreligge|ligge\s+føre)\b",
    ANSWER + r"\s+will\s+(?:follow|be\s+(?:sent|submitted|provided))",
    r"\bwill\s+(?:send|submit|respond|reply|provide)\b.{0,60}\b(?:by|later|after|within|when)\b",
)
"""It says that the answer itself follows."""
PROCESS = _any(
    r"\b(?:behandl|handsam|møte|frist|ferie|sjuk|sykdom|kapasitet|dessverre|diverre|beklag|orsak|"
    r"mottak|mottatt|motteke|bekreft|stadfest|kontakt|spørsmål|håp|vona|takk|grunnet|grunna|trenger|"
    r"treng|orden|skriv|rekk|rukket|lagt\s+fram|oversend|deadline|meeting|hope|confirm|regret|"
    r"unfortunately)\w*",
    r"^(?:hei|hallo|dear|kjære|mvh|hilsen|med\s+.*hilsen)\b",
)
"""What surrounds such a notice, and is no answer to what was asked."""
STANCE = _any(
    r"\b(?:støtt\w*|stør|mener|meiner|bør|må|burde|foreslår|føreslår|imot|uenig|ueinig|enig|einig|"
    r"viktig\w*|krav|for\s+(?:streng\w*|dyr\w*|kort)|savner|saknar|krever|krev|går\s+inn\s+for|"
    r"peke\s+på|peike\s+på|fremhever|support\w*|should|oppose\w*|welcome\w*|agree\w*|must|gammel|gamle)\b"
)
"""A word that answers what was asked."""
REQUESTS = re.compile(
    r"\b(?:bes|bedes|ber\s+(?:dere|dykk|direktoratet|departementet|om\s+at)|bed\s+(?:dykk|om\s+at)|"
    r"please\s+(?!find))\b",
    re.IGNORECASE,
)
"""Somebody else is to do it."""
NO_STAND = _any(
    r"\b(?:tar|tek|ta|har|take|takes|took|do|does)\s+(?:\w+\s+){0,2}?(?:ikke|ikkje|not|no)\s+(?:\w+\s+){0,2}?"
    r"(?:stilling|standpunkt|position|stand)\b",
    r"\b(?:ikke|ikkje|not)\s+(?:å\s+)?(?:ta|take)\s+(?:a\s+|any\s+)?(?:stilling|standpunkt|stand|position)\b",
    r"\bavstår\s+(?:\w+\s+)?(?:fra|frå)\s+(?:å\s+)?(?:avgi|avgje|gi|gje|uttale|ta|mene|meine|kommentere|"
    r"realitet)\w*",
    r"\brefrains?\s+from\s+(?:commenting|taking|giving)",
)
"""It takes no stand."""
PART_ONLY = re.compile(
    r"\b(?:stilling|standpunkt|stand|position)\s+(?:til|on)\s+(?:hvem|hva|hvor|hvilk|kva|kven|kor|om|"
    r"kapittel|punkt|del|krav|who|whether|chapter)\b",
    re.IGNORECASE,
)
BUT = re.compile(r"\b(?:men|but|likevel|imidlertid|however)\b", re.IGNORECASE)
ADDITION = _any(
    r"\btilleggs?(?:uttalelse|uttale|fråsegn|innspill|innspel|merknad|opplysning|svar)\w*",
    r"(?<!\bi\s)\btillegg(?:et)?\s+til\s+(?:[\w.]+\s+){0,4}?" + ANSWER,
    r"\bi\s+tillegg\s+til\s+(?:\w+\s+){0,2}?(?:tidligere|tidlegare|forrige|førre|innsendte?|avgitte?|sendte?)\s+"
    r"(?:\w+\s+){0,2}?" + ANSWER,
    r"\bettersend\w*\s+(?:herved\s+|nå\s+|no\s+|også\s+|òg\s+)?(?:\w+\s+)?(?:vedlegg|bilag|dokument)",
    r"\b(?:vedlegg|bilag)\w*\b.{0,80}\b(?:mangl\w+|falt\s+ut|fall\s+ut|glemt\w*|gløymt\w*|inkurie|"
    r"ikke\s+ble\s+sendt|ikkje\s+(?:vart|blei)\s+send|ikke\s+(?:kom|var)\s+med)",
    r"\b(?:falt|fall|mangla|manglet|glemte|gløymde)\s+(?:vedlegg|bilag)",
    r"\b(?:glemte|gløymde|glømte)\s+å\s+(?:legge|leggje|sende)\s+(?:ved|med)\b",
    r"\b(?:skulle|burde)\s+(?:ha\s+)?(?:ligget|ligge|lege|vært|vore|fulgt)\s+(?:ved|med)\b",
    r"\b(?:supplement|addendum|addition|appendix)\s+to\s+(?:the|our|my)\s+(?:\w+\s+){0,2}?"
    + ANSWER,
    r"\b(?:appendix|attachment|annex)\b.{0,40}\b(?:missing|forgotten|left\s+out)",
    r"\bsuppler(?:ende|ande)\s+(?:merknader|merknadar|innspill|innspel|uttalelse|kommentarer)\b",
)
"""It adds to what was sent before."""
EARLIER = _any(
    r"\b(?:tidligere|tidlegare|forrige|førre|earlier|previous(?:ly)?)\s+(?:\w+\s+){0,3}?" + ANSWER,
    r"\b(?:viser|syner|refer)\w*\s+til\s+(?:\w+\s+)?"
    + ANSWER
    + r"\s+(?:vårt?\s+|vår\s+)?(?:sendt|innsendt|avgitt|av\s+\d)",
    r"\b(?:viser|syner)\s+til\s+(?:vårt|vår|fråsegna\s+vår|svaret\s+vårt)\b",
    r"\bsent\s+(?:\w+\s+){0,2}?(?:our|a|the)\s+(?:response|submission)",
)
"""It speaks of an answer that its sender gave before."""
ADDS = _any(
    r"\b(?:supplere|utfylle|føye\s+til|tilføye|legge\s+til|leggje\s+til|add)\b",
    r"\b(?:et|eit|an?)\s+(?:\w+\s+)?(?:tillegg|supplement|addendum|addition)\b",
)
REPLACES = _any(
    r"\berstatt(?:er|ar|e|es|ast|ning)\b",
    r"\b(?:ser?|sjå|se)\s+(?:hei?lt\s+)?(?:bort|vekk)\s+(?:fra|frå)\b",
    r"\b(?:i\s+stedet|i\s+staden|istedenfor|istaden)\b",
    r"\b(?:rettet|retta|korrigert|ny|revidert)\s+(?:versjon|utgave|utgåve)\b",
    r"\btrekker?\s+(?:\w+\s+){0,4}?" + ANSWER,
    r"\b(?:replaces?|supersedes?|disregard|instead\s+of|corrected\s+version)\b",
)
"""It takes the place of what was sent before: then it is no addition to it."""
PROTOCOL = _any(
    r"^(?:saksprotokoll|særutskrift|melding\s+om\s+(?:politisk\s+)?vedtak|møtebok|møteprotokoll|protokoll)\b",
    r"\b(?:enstemmig|einstemmig|samrøystes)\s+(?:vedtatt|vedteke|vedtak)\b",
    r"\bvedtak\s+i\s+" + COUNCIL,
    COUNCIL + r"(?:\s+i\s+\w+)?(?:s|es)?\s+vedtak\s+(?:i|om|av|til|på|vedr)\b",
)
"""A council's papers, or its decision named as one."""
DECIDED = re.compile(
    r"\b(?:vedtok|vedtatt|vedteke|vedtas|vedtatte|fattet|fatta|gjorde|gjort|adopted|resolved)\b",
    re.IGNORECASE,
)
ABOUT_THIS = re.compile(
    r"(?:høring|høyring|uttale|fråsegn|\bsvar|\bslikt\b|\bfølgende\b|\bfølgjande\b|vedtaket|innstilling|"
    r"response|consultation|\bsaken\b|\bsaka\b)",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:skal|vil|bør|må|hvis|dersom|når|kan|blir|vert|shall|should|if|when|will)\b",
    re.IGNORECASE,
)
IN_COUNCIL = re.compile(COUNCIL, re.IGNORECASE)
PRELIMINARY = _any(
    r"\b(?:foreløpig|førebels|midlertidig|preliminary|interim|provisional)\w*\s+(?:administrativ\w*\s+)?"
    + ANSWER,
    r"\badministrativ(?:t|e)?\s+(?:hørings|høyrings)?" + ANSWER,
    r"\badministrasjonen?s\s+(?:foreløpige\s+|førebelse\s+)?(?:forslag|" + ANSWER + ")",
    r"\b(?:forbehold|atterhald|forutsetning|føresetnad)\w*\s+(?:om|av)\s+(?:\w+\s+){0,2}?"
    r"(?:politisk\w*|godkjenning|behandling|handsaming|" + COUNCIL + ")",
    r"\bsubject\s+to\s+(?:\w+\s+){0,2}?approval\b",
    r"\bendelig\w*\s+(?:vedtak|stilling|svar|uttalelse)\s*(?:kommer|ettersend\w*|vil|tas|i\s+\w+|følger)",
    r"\b(?:saksframlegg|saksfremlegg|saksframstilling)\b",
    r"\b(?:kommunedirektør|rådmann|byråd|fylkesdirektør|fylkesrådmann)\w*s\s+(?:forslag\s+til\s+"
    r"(?:vedtak|uttalelse)|innstilling|tilråding)",
    r"^(?:forslag\s+til\s+vedtak|innstilling)\b",
)
"""It is an administration's draft, which a council is still to decide on."""
UNDECIDED = re.compile(
    r"\b(?:ikke|ikkje|not)\s+(?:\w+\s+){0,2}?politisk\s+(?:behandl|handsam)\w*"
    r"|\b(?:ikke|ikkje)\s+(?:vært\s+|vore\s+)?(?:behandl|handsam)\w+\s+politisk",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:ikke|ikkje|aldri|uten|utan|not|never|without)\b", re.IGNORECASE)
