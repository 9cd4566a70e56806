"""Telling private persons from organisations by the shape of their names."""

from __future__ import annotations

import re

from innspill.shared.values import Certainty
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
_GIVEN_WORDS = """
anders andreas anita ann anna anne annette arild arne astrid aud bente berit bjarne bjørg bjørn
bodil camilla cecilie christian christine dag daniel david edvard egil einar eirik elin elisabeth
ellen else emil emilie emma erik erling eva finn frank fredrik frida frode geir gerd gro grete
gunn gunnar guri hanna hanne hans harald heidi helga helge henrik hilde håkon håvard ida ine inga
inger ingrid ingvild isabella jakob jan jens johan johanne johannes john jon jorunn jørgen kaja
kari karin karl kim kirsten kjell kjersti kjetil knut kristian kristin kristine lars laila leif
lena linda line lisbeth liv magnhild magnus maja malin marianne marie mari marit marte martin may
merete mette mia mohamed mona monica morten nils nina nora odd oda ola olaf olav ole oscar oskar
per peter petter ragnar ragnhild randi reidar roar rolf ronny roy ruth rune sara sigrid sigurd
silje sindre siri sissel sofie solveig stein steinar stian stig svein sverre synne synnøve terje
thea thomas tom tone tor tore torgeir torill tove trine trond turid tuva ulrik unni vegard vibeke
vidar vigdis wenche aina aksel alf alice amalie andrea anton are arnt asbjørn aslaug audun aurora
benjamin birger birgit bodil brita børge dagfinn dagny ebba edel eilif einride eldrid elias eline
elsa emma endre erlend espen even fatima filip fritjof gabriel georg gerhard gudrun gunhild gustav
halvor hassan hedda hege helen henriette hermann hermod hjalmar håvar ingeborg ingeborg ingunn irene
ivar iver jarle jenny joakim jonas josefine julie jostein jørn karoline kathrine khalid klara kåre
kristoffer lasse leah leon linn lise lukas lotte ludvig mads magne maren margit margrethe markus
mathias mathilde matias mikael mikkel mina mohammed morten målfrid nikolai njål norunn oddbjørn
oddvar odin oddny oliver olivia omar osvald preben rebekka robert robin rolv runar sander sara
sebastian selma selma sigbjørn sigmund signe sindre siv snorre sofia solfrid solveig solvår steffen
susanne svanhild sylvi sølvi tarjei terese tharald theodor thor thorbjørn tobias tomas tora torbjørn
tord tordis torgunn torhild torleif tormod torstein torunn truls trude trygve tuva ulf ulla une
valborg vera vetle viggo viktor vilde vilhelm wilhelm william yngve yngvild øystein øyvind åge åse åshild
"""
_SMALL = frozenset({"for", "og", "i", "ved", "på", "av", "the", "of", "mot", "til", "&"})
_GIVEN = frozenset(_GIVEN_WORDS.split())
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
