"""Who says that there is no comment: "Ingen innspill". The patterns are for folded words."""

from __future__ import annotations

import re

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.remainder.wordings import any_of

_NOT = "(?:ikke|ikkje)"
_COMMENTS = "(?:merknad(?:er|ar)?|innspill|innspel|kommentar(?:er|ar)?)"

_OUTRIGHT = any_of(
    r"(?:vi |(?:\w+ ){1,4}(?=har|hadde))?(?:har |hadde )?(?:for øvrig |ellers |elles )?"
    rf"(?:ingen|ikke noen|ikkje nokon|{_NOT}) "
    r"(?:ytterligere |ytterlegare |spesielle |øvrige |andre |flere |fleire )?"
    rf"(?:{_COMMENTS}|bemerkninger|synspunkt(?:er)?)"
    r"(?: (?:til|ut over|utover|på|her|nå|no)\b.{0,80})?",
    "(?:uten|utan) merknad(?:er)?",
    "(?:ellers )?intet(?: å bemerke)?",
)
"""The usual formula, alone: "Vi har ingen ytterligere merknader til punkt 4", "Uten merknad"."""
_NOT_FOR_US = any_of(
    rf"{_NOT} (?:aktuelt|relevant)(?: for (?:oss|meg|kommunen))?",
    rf"(?:gjelder|gjeld|rører|vedkommer) {_NOT} (?:oss|meg)",
    rf"(?:vet|veit) {_NOT}",
    "(?:utenfor|utanfor) vårt område",
    rf"(?:vi|me|jeg|eg) (?:uttaler|uttalar) (?:oss|meg) {_NOT}",
)
"""It is nobody's matter here, or they do not know: "Gjelder ikke oss", "Vet ikke"."""
_AT_THE_END = any_of(
    r"(?!.*\b(?:men|hvorfor|kvifor|fordi|at|når|som|hvis|dersom)\b)"
    rf"(?:\S+ ){{1,8}}(?:ingen|{_NOT}|inga) {_COMMENTS}"
    r"(?: (?:til|fra|frå) (?:oss|dette|forslaget|framlegget|planen))?",
    rf"(?:\S+ ){{1,8}}(?:ingen|{_NOT}) merknad(?:er|ar)? til",
)
"""After whoever says it, unless a reason is beside it: "Fra styret foreligger ingen merknader"."""
_ABOUT = "(?:til|på|om|for|ved|når det gjelder|når det gjeld|hva gjelder|kva gjeld|vedrør[ea]nde)"
_HAVE = "(?:har|hadde)"
_NONE = "(?:ikke|ikkje|ingen|ingenting|inga|intet)"
_REMARK = (
    "(?:(?:noen|nokon|noko|noe|andre|spesielle|særskilte|ytterligere) )?"
    rf"(?:{_COMMENTS}|bemerkninger|meining|mening|å bemerke|å merke|å si|å seie|vurdert|peiling|greie)"
)
_TURNED = any_of(
    rf"{_ABOUT} .{{1,90}} {_HAVE} (?:\w+ ){{1,3}}?{_NONE}(?: {_REMARK})?(?: (?:til|på|om))?",
    rf"(?:\w+ ){{1,7}}{_HAVE} (?:vi|me|jeg|eg|rådet|laget|styret|kommunen) {_NONE} {_REMARK}"
    "(?: (?:til|på|om|mot))?",
    rf"(?:\w+ ){{0,8}}{_HAVE} (?:\w+ ){{1,3}}?{_NONE} {_REMARK}(?: til .{{0,80}})?",
)
"""With the subject first, or the verb: "Til kapittel 3 har laget ikke noe å bemerke"."""
_NOTHING = re.compile(any_of(_OUTRIGHT, _NOT_FOR_US, _AT_THE_END, _TURNED))
_BUT = re.compile(
    r"\b(?:men|bortsett (?:fra|frå)|med unntak|unntatt|unnateke|(?:ut over|utover|annet enn|anna enn) at"
    r"|så lenge|dersom|forutsatt|som etter)\b"
)
"""What goes on after it is a comment: "Vi har ingen merknader, men fristen er for kort"."""


def is_nothing(sentence: str) -> bool:
    """Whether `sentence` says that there is no comment ("Ingen innspill"), and nothing after that."""
    return _begins_with_nothing(fold(sentence)) and not goes_on(sentence)


def goes_on(sentence: str) -> bool:
    """Whether `sentence` begins by having no comment and makes one all the same."""
    words = fold(sentence)
    return _BUT.search(words) is not None and _begins_with_nothing(words)


def _begins_with_nothing(words: str) -> bool:
    return _NOTHING.fullmatch(words) is not None
