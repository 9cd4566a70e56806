"""Letters of made words, and the ways in which senders change them."""

from __future__ import annotations

from random import Random

_ENDS = ("en", "et", "er", "ing", "het", "else", "sk", "lig", "te", "de")
_BEGINS = [
    first + vowel + last
    for first in ("b", "d", "fj", "g", "h", "kl", "m", "r", "st", "v")
    for vowel in ("a", "e", "i", "o", "u", "ø", "å")
    for last in ("d", "k", "l", "mm", "n", "rd", "s", "v")
]
_SAME = {"bør": "må", "kommunen": "bykommunen", "forslaget": "utkastet", "derfor": "følgelig"}


def sentence(chance: Random) -> str:
    """A sentence of sixteen words, four of which have another word that means the same."""
    words = [chance.choice(_BEGINS) + chance.choice(_ENDS) for _ in range(12)]
    for word in _SAME:
        words.insert(chance.randrange(len(words)), word)
    return " ".join(words).capitalize() + "."


def letter(chance: Random, sentences: int) -> list[str]:
    """The sentences of a letter that nobody else has written."""
    return [sentence(chance) for _ in range(sentences)]


def changed(chance: Random, said: list[str], change: str) -> str:
    """The letter as a sender may send it on."""
    text = " ".join(said)
    if change == "cosmetic":
        return chance.choice((text.upper(), text.replace(". ", "!\n\n"), f"«{text}»"))
    if change == "typing errors":
        words = text.split(" ")
        for at in chance.sample(range(len(words)), 4):
            words[at] = words[at][:1] + chance.choice("xzqw") + words[at][1:]
        return " ".join(words)
    if change == "added":
        return " ".join((sentence(chance), text, sentence(chance)))
    if change == "cut":
        return " ".join(chance.sample(said, len(said) - 2))
    if change == "partial":
        half = chance.sample(said, len(said) // 2)
        return " ".join((sentence(chance), *half, *letter(chance, 2)))
    return " ".join(
        _SAME.get(word, word) if chance.random() < 0.5 else word for word in text.split(" ")
    )
