"""Names of senders made comparable: folded, without company form, with their short forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from innspill.stages.register.core.known_names import same_names

_FORMS = frozenset({"as", "asa", "sf", "hf", "iks", "ba", "sa", "nuf", "ks"})
_SMALL = frozenset({"for", "og", "i", "av", "de", "den", "det", "på", "til", "med", "the", "of"})
_LETTERS = str.maketrans({"ø": "o", "å": "a", "ŋ": "n", "đ": "d", "ŧ": "t", "ö": "o", "ä": "ae"})
_NYNORSK = (
    ("noregs", "norges"), ("noreg", "norge"), ("høgskul", "høgskol"), ("høyskol", "høgskol"),
    ("vidaregåande", "videregående"), ("skule", "skole"), ("forvaltar", "forvalter"),
    ("ombod", "ombud"), ("brukar", "bruker"), ("sjuke", "syke"), ("pleiar", "pleier"),
    ("foreininga", "foreningen"), ("foreining", "forening"), ("stifting", "stiftelse"), ("føretak", "foretak"),
    ("vassverk", "vannverk"), ("tryggleik", "sikkerhet"), ("kyrkjelege", "kirkelige"),
    ("kyrkje", "kirke"), ("tenesta", "tjenesten"), ("tenester", "tjenester"),
)  # fmt: skip
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_PART = re.compile(r"\s*(?:,| v/| ved | – | - )\s*")


def fold(name: str) -> str:
    """`name` without case, punctuation and brackets, in single spaces: for comparing only."""
    plain = _IN_BRACKETS.sub(" ", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def bare(name: str) -> str:
    """`fold(name)` without the company form at its end ("Norsk helsenett SF" and without SF)."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    return " ".join(words)


def bracketed(name: str) -> tuple[str, ...]:
    """The short forms that a name gives itself in brackets, folded: "… (DSB)" gives "dsb"."""
    found = (fold(each) for each in _IN_BRACKETS.findall(name))
    return tuple(each for each in found if each)


def initials(name: str) -> str:
    """The first letters of the words that carry meaning, "" for fewer than three of them."""
    words = [word for word in fold(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def head(name: str) -> str | None:
    """What stands before a comma, "v/" or a dash: the body that a unit belongs to, if any."""
    parts = _PART.split(name, maxsplit=1)
    return parts[0] if len(parts) == 2 and parts[0] else None


def letters(folded: str) -> str:
    """A folded name in the letters a to z, for names that were typed without the others.

    Å, aa and a are one letter, and so are ø, oe and o; Sámi letters lose their marks.
    """
    plain = folded.replace("æ", "ae").translate(_LETTERS)
    plain = unicodedata.normalize("NFD", plain)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return plain.replace("aa", "a").replace("oe", "o")


def in_bokmal(folded: str) -> str:
    """A folded name with the words of institutions that nynorsk spells otherwise in bokmål."""
    for nynorsk, bokmal in _NYNORSK:
        folded = folded.replace(nynorsk, bokmal)
    return folded


@lru_cache(maxsize=4096)
def keys(name: str, aliases: tuple[str, ...] = ()) -> frozenset[str]:
    """Every folded form under which a body may be named outright."""
    known = {bare(each) for each in (name, *aliases)} | {fold(each) for each in (name, *aliases)}
    known |= set(bracketed(name))
    known |= {other for each in known for other in same_names(each)}
    known |= {in_bokmal(each) for each in known}
    return frozenset(each for each in known if each)
