"""Who writes, on whose behalf, and how the answer came to be: none of it the sender's view."""

from __future__ import annotations

import re

from innspill.shared.words import either, parties
from innspill.stages.analysis.core.remainder.wordings import any_of

_WE = "(?:vi|me|jeg|eg)"
_STATEMENT = any_of(
    "uttalelsen|uttalen|fråsegna|svaret",
    "høringssvaret|høyringssvaret|høringsuttalelsen|høyringsfråsegna",
)
_PARTIES = any_of(
    either(parties.LETTERS - {"A", "R", "PF", "PP"}, parties.NAMES),
    "senterpartiet|arbeiderpartiet|arbeidarpartiet|framstegspartiet|fremskrittspartiet|miljøpartiet",
)
_BODY = (
    r"\w*(?:styret|rådet|utvalget|utvalet|formannskapet|tinget|møtet|nemnda|kommunen|laget|"
    r"foreningen|foreininga|klubben|gruppa|gruppen|komiteen|forbundet|embetet)\b"
)
_IS = "(?:er|ble|vart|blei)"
_PUT_FORWARD = "(?:fremja|fremma|fremmet|sette fram|satte fram|la fram)"

_DISSENT = any_of(
    r"protokolltilførs(?:el|le)\b|protokollmerknad|(?:dissens|særmerknad)\b",
    r".{0,60}\b(?:ønsket|ønska|ønskte|ba om|bad om|krevde|kravde) (?:å få )?"
    r"(?:ført inn|ført til protokollen|protokoll\w+)",
    r"(?:et |eit )?mindretal(?:et|let)?\b(?: i (?!\w*utval)\w+)?(?: \([^)]{1,60}\))? "
    r"(?:ville|meinte|mente|ønsket|ønska|ønskte|røysta|stemte|sa|viste|gjekk|gikk)\b"
    r"(?!.{0,300}\b(?:vi|me|oss|jeg|eg|meg)\b)",
)
"""What some had put on record against the others."""
_MOTIONS = any_of(
    rf".{{0,80}}\b(?:{_PUT_FORWARD}|fremsatte) "
    r"(?:følgende|følgjande|slikt|alternativt) (?:\w*tillegg\w*|\w*framlegg|\w*forslag)\b",
    rf".{{0,40}} \({_PARTIES}\) {_PUT_FORWARD}\b",
    rf"(?:\w+lag|framlegg|forslag) (?:frå|fra) {_PARTIES}\b.{{0,40}}:",
)
"""What was moved in a meeting, and by which party."""
_VOTES = any_of(
    r"\(?(?:samrøystes|enstemmig|einstemmig)(?: (?:vedtatt|vedteke|vedtak|tilråd\w*))?\b.{0,60}[.)]?$",
    rf"\(?(?:{_STATEMENT} |saken |saka )?(?:{_IS} )?(?:vedtatt|vedteke|vedteken|falt|fall) "
    r"(?:samrøystes|enstemmig|einstemmig|med \d|mot (?:\d|\w+ (?:stemme|røyst))|i \w+|av \w+)\b"
    r".{0,80}$",
)
"""How it was voted: "Enstemmig vedtatt", "Vedteke mot 3 røyster"."""
_TREATMENT = any_of(
    r"(?:handsama|behandla|behandlet) (?:i|av) .{0,80}$",
    rf"(?:\S+ ){{0,4}}{_BODY}.{{0,40}}\b"
    r"(?:handsama|behandla|behandlet|drøfta|drøftet|vedtok) (?:\w+ ){0,2}"
    r"(?:saken?|saka|fråsegna|uttalelsen|høringen|høyringa)\b.{0,80}$",
    rf"(?:{_STATEMENT}|saken|saka) (?:\w+ )?(?:{_IS}|har vært|har vore) (?:\w+ )?"
    "(?:behandlet|behandla|handsama|drøftet|drøfta|utarbeidet|utarbeidd|forankret|forankra|"
    r"skrevet av|skrive av|forelagt|gitt på vegne|avgitt|samordnet|samordna)\b",
    r"(?:\S+ ){1,5}(?:innledet|innleia|orienterte)(?: (?:og|om) .{0,50})?\.?$",
    r"(?:\S+ ){0,6}(?:har (?:godkjent|godkjend|vedtatt|vedteke|sluttet seg til|slutta seg til)|"
    rf"godkjente|vedtok) {_STATEMENT}\b.{{0,60}}$",
)
"""Who dealt with the answer before it was sent: "Saken er drøftet i styret"."""
_CAME_TO_BE = re.compile(any_of(_DISSENT, _MOTIONS, _VOTES, _TREATMENT), re.IGNORECASE | re.DOTALL)
_BOUNDED = re.compile(
    any_of(
        rf"(?:{_WE}|kommunen|foreningen|laget|rådet) (?:har )?(?:avgrens|begrens|konsentrer)\w+ "
        r"(?:oss|meg|seg|uttalelsen|fråsegna|svaret)\b",
        rf"{_WE} (?:svar|kommenter|uttal)(?:er|ar)(?: oss| meg)? "
        r"(?:kun|bare|berre|som|på vegne|på vegner)\b",
        rf"{_WE} skriv(?:er)? (?:som|dette som|dette for|på vegne)\b",
    ),
    re.IGNORECASE,
)
"""On whose behalf and about how much the sender writes: "Vi uttaler oss kun om kapittel 4"."""

_HEARD = any_of(
    r"\w*(?:forslag|framlegg|plan|lov|ordning|tiltak|strategi|utkast|regel|regle|forskrift|endring|"
    r"bestemmelse|føresegn|krav|avtale)\w{0,4}",
    "det|dette|den|denne|disse|desse|her",
)
"""What is heard is nobody who writes."""
_NAME = r"(?:[A-ZÆØÅ][\w.&-]*)(?: [\w.&-]+){0,5}?"
_SORT = (
    r"(?:en|ein|et|eit) (?:\w+ ){0,4}\w*"
    "(?:organisasjon|forening|bedrift|stiftelse|interesseorganisasjon|fagforening|kommune|"
    "virksomhet|lag|selskap|foretak|føretak|råd|nettverk|forvaltningsorgan|rettshjelpstiltak|"
    r"forbund)\b"
)
_PRESENTS = any_of(
    rf"er (?:\w+ )?(?:sektormyndighet|fagmyndighet|høringsinstans|{_SORT})",
    "(?:organiser|representer|forvalt)[ea]r|bistår|(?:arbeid|jobb)[ea]r for",
    r"har som (?:formål|føremål)|har samordn\w+|(?:eier og driv|eig og driv)",
    "(?:ble|vart|blei) (?:stiftet|stifta|skipa|etablert i)",
    "er (?:oppnevnt|oppnemnd|nedsatt) av",
    r"har (?:om lag |ca\.? |rundt |over )?\d[\d ]* (?:medlem|ansatt|tilsett|innbygg|kommun|årsverk|elev)",
)
"""What sort of body somebody is, what it does, since when, and how many they are."""
_WHO = re.compile(rf"(?i:(?!{_HEARD} )){_NAME} {_PRESENTS}")
_FAULT = re.compile(
    any_of(
        r"\b(?:for|altfor) (?:dårlig|sein?t|raskt|fort|lite|kort|snevert|tynt)\b",
        r"\b(?:dårlig|uforsvarlig|kritikkverdig|håplaus|håpløs|udemokratisk|skuffende|skuffande)\w*",
    ),
    re.IGNORECASE,
)
"""Who finds fault with how something was treated makes a point."""


def finds_fault(sentence: str) -> bool:
    """Whether `sentence` finds fault, whatever else it tells."""
    return _FAULT.search(sentence) is not None


def tells_how(sentence: str) -> bool:
    """Whether `sentence` tells how the answer came to be, what some wanted otherwise, or for whom
    and about how much it speaks.
    """
    return _CAME_TO_BE.match(sentence) is not None or _BOUNDED.match(sentence) is not None


def tells_who(sentence: str) -> bool:
    """Whether `sentence` says what sort of body somebody is, what it does, or how many they are."""
    return _WHO.match(sentence) is not None and not finds_fault(sentence)
