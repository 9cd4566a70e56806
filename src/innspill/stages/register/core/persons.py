"""Telling private persons from organisations by the shape of their names."""

from __future__ import annotations

import re

from innspill.shared.values import Certainty
from innspill.shared.words.given_names import COMMON
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.values import SenderKind

_ORGANISATION = re.compile(
    r"(?:kommune|fylke|direktorat|departement|tilsyn|myndighet|institutt|senter|sentralen|"
    r"universitet|høgskole|høyskole|høgskule|skole|skule|barnehage|etaten|verket?|vesen|selskap|"
    r"forbund|forening|foreining|laget|lag|rådet|råd|utvalg|utval|nemnd|organisasjon|nettverk|"
    r"sykehus|sjukehus|klinikk|apotek|legekontor|ombud|gruppen?|gruppa|allianse|klubb|samarbeid|"
    r"forum|stiftelse|stifting|bank|helsenett|foretak|føretak|krets|styret?|bedrift|aksjon|"
    r"bevegelse|fond|union|norge|noreg|norsk|norske|nasjonal\w*|landets|helse|avdeling|"
    r"statsforvalt[ea]ren|fylkesmannen|museum|bibliotek|partiet|tinget|diggi|venstre|høyre|kirke|menighet|"
    r"vassverk|vannverk|kraft|energi|data|digital|consulting|gruppe|teknologi|systemer?)\w{0,4}\b"
)
_FORM = re.compile(r"\b(?:AS|ASA|SF|HF|RHF|IKS|BA|SA|NUF|ANS|DA|KF|Ltd|Inc|GmbH|AB)\b")
_SMALL = frozenset({"for", "og", "i", "ved", "på", "av", "the", "of", "mot", "til", "&"})
_GIVEN = frozenset(name.casefold() for name in COMMON) | {"ine", "tharald"}
_OWN_WORD = re.compile(
    r"\b(?:som|er|eg er|jeg er)\s+(?:ein |en )?(?:privatperson|privat person|innbygger|innbyggar)\b",
    re.IGNORECASE,
)


def calls_itself_private(text: str) -> bool:
    """Whether a text says that its writer is a private person ("som privatperson …")."""
    return _OWN_WORD.search(text) is not None


def kind_of(name: str) -> tuple[SenderKind, Certainty, str]:
    """Whether `name` is a person's or an organisation's, how sure, and why.

    A short name that nothing tells apart is a person's, unsure: then it is not published under
    the name before somebody has looked.
    """
    words = [word for word in re.split(r"[\s,]+", name.strip()) if word]
    if _FORM.search(name) or _ORGANISATION.search(fold(name)):
        return "organisation", Certainty.CERTAIN, "the name has a word of an organisation"
    if fold(name) in {"privatperson", "privat person", "innbygger", "innbyggar"}:
        return "person", Certainty.CERTAIN, "calls itself a private person"
    given = bool(words) and _is_given(words[0])
    if given and 2 <= len(words) <= 4:
        return "person", Certainty.LIKELY, "the name begins with a given name"
    if given:
        return "person", Certainty.UNSURE, "the name is or begins with a given name"
    if _is_abbreviation(name) or any(word.casefold() in _SMALL for word in words):
        return "organisation", Certainty.LIKELY, "the name is built as no person's is"
    if len(words) <= 3:
        return "person", Certainty.UNSURE, "the name may be a person's"
    return "organisation", Certainty.LIKELY, "the name has not the shape of a person's"


def _is_abbreviation(name: str) -> bool:
    """One word in capitals, or with a digit: several words in capitals are any name, typed loudly."""
    loud = name.isupper() and len(name.split()) == 1
    return len(name) > 1 and (loud or any(character.isdigit() for character in name))


def _is_given(word: str) -> bool:
    return any(part in _GIVEN for part in fold(word).split())
