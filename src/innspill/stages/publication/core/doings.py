"""Persons that no list of names knows, told by what stands beside them: what only persons do, are or own.

"Priyanka Ramanathan came from Chennai", "student Zhang Yiwen", "Brodtkorb meldte at", "Bjerkeseths
tomt", "Wærnhus i nr. 5".
"""

from __future__ import annotations

import re

from innspill.shared.words import either, listed
from innspill.shared.words.roles import BOARD, CALLINGS, CRAFTS, PRIVATE
from innspill.stages.publication.core.plain import CAPITALS

_SAYS = (
    r"sa|sier|seier|mener|meinte|mente|ba|bad|fortalte|forteller|fortel|fortalde|spør|spurte|spurde|trur|tror|"
    r"svarte|svara|synes|synest|syntes|lurer|lurte|la (?:til|fram|frem)|tok (?:ordet|opp|til orde|dissens|referat)|"
    r"stemte|røysta|foreslo|føreslo|gjorde framlegg|sette fram|satte fram|fremmet|fremma|protesterte|meldte|"
    r"påpekte|påpeika|opplyste|orienterte|innvendte|minnet|minna|husker|hugsar|støtta|støttet|took|takket|takka|"
    r"skal (?:underskrive|signere|skrive under|lede|leie|skrive)|underskrev|underskreiv|signerte|"
    r"said|says|told|asked|explained|thinks|added|noted|replied|objected|voted|"
    r"(?:er|var) (?:sterkt |heilt |helt )?(?:enig|einig|uenig|ueinig|samd|usamd|imot|inhabil)"
)
_LIVES = (
    r"bor|bur|bodde|budde|jobber|jobbar|arbeider|arbeidar|døde|døydde|fyller|fylte|ringte|ringde|ordna|ordnet|"
    r"hjalp|hjelper|leier|leiger|eier|eig|drikker|drikk|drakk|gråt|gret|skrek|flyttet|flytta|solgte|selde|kjøpte|"
    r"kjører|køyrer|kjørte|køyrde|klaget|klaga|pendler|pendlar|fødte|født|fikk|fekk|ville|trakk|trekte|"
    r"gikk|gjekk|kom|har (?:aldri|alltid|vært|vore|fått|hatt|bodd|budd|solgt|selt|drevet|drive|sagt|skrevet|skrive)|"
    r"(?:er|var) (?:den|ein|en|ei|et|eit|\d\d|syk|sjuk|død|enke|enkje|pensjonist|aleine?|født|fødd|redd|glad)|"
    r"ble (?:født|operert|syk|innlagt|skadet|valgt|spurt)|"
    r"vart (?:fødd|operert|sjuk|innlagd|skadd|vald|spurd)|lives?|came|moved|works?|worked|died|was (?:born|diagnosed)|suffers?|lost|has (?:lived|been)"
)
_ROLES = either(
    BOARD - {"representant"},
    PRIVATE | CALLINGS | CRAFTS | {"advokat", "konsulent"},
    listed("""
        bror datter dotter enke enkje far farmer frivillig gårdbruker håndverker kamerat kollega kone lods los mann
        mekanikar mekaniker member mor neighbour nurse pensjonist reindriftsutøver reporter rørlegger røyrleggjar
        samboer sambuar smed snekker snikkar son syster sønn søster tenant vaktmester venn venninne vikar vitne
        volunteer
    """),
)
_DOES = re.compile(rf"[ ](?:{_SAYS}|{_LIVES})(?![^\W_])")
_HOLDS = r"mener|meiner|meinte|mente|ba|bad|foreslo|føreslo|fremmet|fremma|støtta|støttet"
"""What municipalities, which one word names as often as a person, do as well."""
_SPEAKS = re.compile(
    rf"[ ](?!(?:{_HOLDS})(?![^\W_]))(?:{_SAYS})(?![^\W_])(?![ ](?:han|hun|ho|jeg|eg|vi|me|de|dei|det|man|ein|en|den)[ ])"
)
_IS = re.compile(
    rf"[ ]\((?:\d\d(?:[ ]år)?|f\.[^()]{{1,12}}|født[^()]{{1,14}}|[^()\d]{{0,20}}(?:{_ROLES}))[,)]|,[ ]\d\d(?:[ ]år(?:[ ]gam\w+)?(?![^\W_])|[,)]|\.(?:\n|[ ][{CAPITALS}]))"
    rf"|,?[ ](?:født|fødd|f\.)[ ]|,[ ](?:[a-zæøå]{{4,14}}[ ]){{0,2}}[a-zæøå]{{0,20}}(?:{_ROLES})(?:en|n|e|a)?(?![^\W_])"
    r"|[ ](?:sitt|sin|si|sine|selv|sjølv|herself|himself)(?![^\W_])"
    rf"|[ ](?:i|på)[ ](?:nr\.?|nummer|hytte|leilighet|gnr\.?|(?:første|andre|tredje|fjerde|øverste)[ ]etasje)(?![^\W_])"
)
_ON = re.compile(r"[ ]på[ ]\d\d(?![\d.,]|[ ]?%|[ ](?:år|dager|dagar|m|meter|dekar|km)(?![^\W_]))")
"""How old one is; after one word it is a measure more often."""
_CALLED = re.compile(
    rf"(?i:(?<![^\W_])(?:[^\W\d_]{{0,20}}(?:{_ROLES})(?:en|n|et|a|s)?|mrs|mr|ms|miss|fru|herr|frøken))[.]?[ ]$"
)
_SAID_BY = re.compile(
    r"[»\"”,?!][ ](?:sier|seier|sa|forteller|fortel|fortalte|fortalde|skriver|skriv|skrev|skreiv|svarer|svarar|svarte|svara|spør|says|said|writes)[ ]$"
)
"""Before who is quoted."""
_OWNED = re.compile(
    r"(?<=s)[ ](?:tomt|eiendom|eigedom|hytte|hus|gård|gard|jord|skog|naust|brygge|forslag|framlegg|fremlegg|merknad|innlegg|brev|"
    r"klage|søknad|innspill|innspel|sak|datter|dotter|sønn|son|kone|mann|mor|far|enke|enkje|familie|stemme|røyst|båt|bil|hund)\w{0,3}(?![^\W_])"
)
_FOREIGN = re.compile(r"(?i)[qwxzč]|c(?!h)|tsj|sky$|..ov[ai]?$")
"""Letters that few names of places and bodies here have."""
_WAS_SMALL = re.compile(r"(?:[a-zæøå][,;]?|[,»”)])[ ]$")


def acts(text: str, start: int, end: int) -> bool:
    """Whether what stands about two and more words with capitals says that a person is meant."""
    return bool(
        _ON.match(text, end)
        or _DOES.match(text, end)
        or _IS.match(text, end)
        or _OWNED.match(text, end)
        or _CALLED.search(text, max(0, start - 40), start)
    )


def alone(text: str, start: int, end: int) -> bool:
    """The same of one word: more has to speak for it, most where it begins a sentence."""
    if is_quoted(text, start):
        return True
    told = _SPEAKS.match(text, end) or _OWNED.match(text, end) or _IS.match(text, end)
    return told is not None


def amid_small(text: str, start: int) -> bool:
    """Whether a word stands within a sentence, where only names have capitals."""
    return _WAS_SMALL.search(text, max(0, start - 4), start) is not None


def is_quoted(text: str, start: int) -> bool:
    """Whether the word that begins at `start` is who said what stands before."""
    return _SAID_BY.search(text, max(0, start - 20), start) is not None


def looks_foreign(word: str) -> bool:
    """Whether a word is written as few words here are."""
    return _FOREIGN.search(word) is not None
