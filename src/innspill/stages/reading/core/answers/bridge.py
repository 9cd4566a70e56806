"""Bokmål and nynorsk brought to one key, so that a form translated by its reader is recognised.

Only what is regular between the two is levelled: sounds, endings and the small words that every
question has. The keys are for comparing wording with wording; nothing else is read from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from innspill.stages.reading.core.answers.stream import key_of

_PAIRS = """
    kva=hva kven=hvem korleis=hvordan kvifor=hvorfor kvar=hver kvart=hvert kor=hvor kvilke=hvilke
    noko=noe nokon=noen nokre=noen nokor=noen ikkje=ikke eg=jeg me=vi dei=de dere=de dykk=de
    dykkar=deres ein=en eit=en ei=en et=en meir=mer mykje=mye vere=være vore=vært vert=bli blir=bli
    blei=ble vart=ble vorte=blitt sjølv=selv seie=si sja=se gjort=gjort gjere=gjøre gjer=gjør
    saman=sammen berre=bare utan=uten innan=innen vidare=videre difor=derfor ogsa=og korkje=verken
    nar=når anna=annet andre=andre dette=dette desse=disse eller=eller har=har inga=ingen
    hja=hos heile=hele frå=fra til=til kjem=kommer døme=eksempel naudsynt=nødvendig
    naudsynte=nødvendige mogleg=mulig moglege=mulige kun=bare gjeld=gjelder treng=trenger
"""
_WORDS = {one: key_of(other) for one, other in (pair.split("=") for pair in _PAIRS.split())}
_STEMS = (
    ("tryggleik", "sikkerhet"), ("skildr", "beskriv"), ("beskrivels", "beskriving"),
    ("verksemd", "virksomhet"), ("tenest", "tjenest"), ("djup", "dyp"), ("røyndomm", "virkelighet"), ("røyndom", "virkelighet"),
    ("vass", "vann"), ("skule", "skole"), ("innspel", "innspill"), ("fråsegn", "uttalelse"),
    ("leik", "het"), ("moglegheit", "mulighet"), ("høgd", "høyde"), ("veg", "vei"),
)  # fmt: skip
_SOUNDS = (
    (re.compile(r"^kv"), "hv"),
    (re.compile(r"leg(?=$|e$|t$|are$|ast$)"), "lig"),
    (re.compile(r"ei"), "e"),
    (re.compile(r"øy"), "ø"),
    (re.compile(r"au"), "ø"),
    (re.compile(r"tn"), "n"),
    (re.compile(r"(?<=[gk])j"), ""),
    (re.compile(r"(.)\1"), r"\1"),
)
_ENDING = re.compile(
    r"(?<=\w{3})(?:ingane|ingene|inga|ingen|ane|ene|ande|ende|ast|ar|er|en|et|es|as|a|e|t|n)$"
)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16384)
def bridged(word: str) -> str:
    """The common key of `word`: the same for "kvifor" and "hvorfor", "måla" and "målene"."""
    key = key_of(word)
    key = _WORDS.get(key, key)
    if not key.isalpha():
        return key
    for one, other in _STEMS:
        key = key.replace(one, other)
    for sound, other in _SOUNDS:
        key = sound.sub(other, key)
    if len(key) <= 3:
        return key
    stem = _ENDING.sub(lambda found: "ing" if found[0].startswith("ing") else "", key)
    return stem or key


def bridge(text: str) -> tuple[str, ...]:
    """The common keys of the words of `text`."""
    return tuple(bridged(word) for word in _WORD.findall(text))


def joined(words: Iterable[str]) -> str:
    """`words` as one string to compare."""
    return " ".join(words)
