"""Comments by chance with the truth about them: letters of one's own, campaigns, small groups, stubs.

The same seed gives the same comments. Of a hundred 36 are somebody's own, 58 from campaigns, 2 in
groups of two to seven, 4 stubs. A sentence that somebody adds comes from a pool that all share, so
that letters of different campaigns have sentences in common, as real ones do; one campaign sender
in a hundred sends two letters in one ("both", which is counted for neither).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import campaign_words as words

KINDS = ("exact", "cosmetic", "typo", "addon", "cut", "partial", "madlib")
POOL = 226_000
_LETTERS = "abdefghijklmnoprstuvyæøå"
_PLACE = ("på", "i", "ved")


@dataclass(frozen=True, slots=True)
class Made:
    """A comment; `kind` is an edit, "both", "own", "stub" or "few"; `letter` what it was made from, or -1."""

    text: str
    kind: str
    letter: int


@dataclass(slots=True)
class Letter:
    """Sentences whose places for choices are open, and what most senders chose."""

    sentences: list[str]
    chosen: list[str] = field(default_factory=list)
    only_swapped: bool = False


def campaigns(total: int, seed: int, both: float = 0.01) -> Iterator[Made]:
    """`total` comments in mixed order; about 40 campaigns at 100,000 and 126 at a million."""
    chance = Random(seed)
    kinds = chance.choices(("own", "campaign", "few", "stub"), (36, 58, 2, 4), k=total)
    letters = [_letter(chance) for _ in range(max(3, round(40 * (total / 100_000) ** 0.5)))]
    weights = [1 / (at + 5) for at in range(len(letters))]
    made, few = len(letters), 0
    small, edits = 0, 0
    for kind in kinds:
        if kind == "own":
            yield Made(own(chance), "own", -1)
        elif kind == "stub":
            yield Made(chance.choice(words.STUBS), "stub", -1)
        elif kind == "campaign":
            which, other = chance.choices(range(len(letters)), weights, k=2)
            if chance.random() < both:
                said = (*letters[which].chosen, *letters[other].chosen)
                yield Made(" ".join(said), "both", which)
            else:
                yield _edited(chance, letters[which], which)
        else:
            if not small:
                base, small, edits = own(chance), chance.randint(2, 7), 0
                made += 1
            yield Made(_near(chance, base) if edits else base, "few", made)
            small, edits, few = small - 1, edits + 1, few + 1


def own(chance: Random) -> str:
    """A letter that somebody wrote: fresh sentences, now and then a courtesy or one of the pool."""
    said = [sentence(chance) for _ in range(chance.randint(4, 7))]
    if chance.random() < 0.3:
        said.insert(chance.choice((0, len(said))), chance.choice(words.COURTESIES) + ".")
    if chance.random() < 0.15:
        said.insert(chance.randrange(len(said)), pooled(chance))
    return " ".join(said)


def sentence(chance: Random) -> str:
    return _choose(chance, _open(chance))


def pooled(chance: Random) -> str:
    """A sentence of the pool that all who add something draw from."""
    return sentence(Random(chance.randrange(POOL)))


def _letter(chance: Random) -> Letter:
    letter = Letter([_open(chance) for _ in range(chance.randint(5, 7))])
    if chance.random() < 0.3:
        letter.sentences.insert(0, chance.choice(words.COURTESIES) + ".")
    letter.chosen = [_choose(chance, each) for each in letter.sentences]
    letter.only_swapped = chance.random() < 0.15
    return letter


def _edited(chance: Random, letter: Letter, which: int) -> Made:
    kind = "madlib" if letter.only_swapped else chance.choice(KINDS)
    said = list(letter.chosen)
    if kind == "cosmetic":
        return Made(_cosmetic(chance, " ".join(said)), kind, which)
    if kind == "typo":
        return Made(_typos(chance, " ".join(said), chance.uniform(0.01, 0.08)), kind, which)
    if kind == "addon":
        for _ in range(chance.randint(1, 4)):
            said.insert(chance.choice((0, len(said), chance.randrange(len(said)))), pooled(chance))
    elif kind == "cut":
        keep = max(2, round(len(said) * chance.uniform(0.5, 0.8)))
        said = [said[at] for at in sorted(chance.sample(range(len(said)), keep))]
        if chance.random() < 0.5:
            chance.shuffle(said)
    elif kind == "partial":
        said = chance.sample(said, max(2, round(len(said) / 2)))
        for _ in range(round(len(said) * chance.uniform(0.7, 1.8))):
            said.insert(chance.randrange(len(said) + 1), pooled(chance))
    elif kind == "madlib":
        said = [_choose(chance, each) for each in letter.sentences]
    return Made(" ".join(said), kind, which)


def _near(chance: Random, base: str) -> str:
    """A near-equal text of a small group: light edits."""
    said = base.split(". ")
    kind = chance.choice(("typo", "add", "cut", "cosmetic"))
    if kind == "typo":
        return _typos(chance, base, 0.03)
    if kind == "add":
        said.insert(chance.choice((0, len(said))), pooled(chance).rstrip("."))
    elif kind == "cut":
        del said[chance.randrange(len(said))]
    else:
        return _cosmetic(chance, base)
    return ". ".join(said)


def _cosmetic(chance: Random, text: str) -> str:
    changes = (
        str.upper,
        lambda each: each.replace(". ", ".\n\n"),
        lambda each: each.replace(" ", "  "),
        lambda each: each.replace(",", "").replace(".", "!"),
        lambda each: f"«{each}»".replace(" og ", " – og "),
    )
    return chance.choice(changes)(text)


def _typos(chance: Random, text: str, share: float) -> str:
    pieces = text.split(" ")
    for at in chance.sample(range(len(pieces)), max(1, round(len(pieces) * share))):
        word, place = pieces[at], chance.randrange(len(pieces[at]))
        pieces[at] = chance.choice((
            word[:place] + word[place + 1 :] or word,
            word[:place] + chance.choice(_LETTERS) + word[place:],
            word[:place] + chance.choice(_LETTERS) + word[place + 1 :],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        ))  # fmt: skip
    return " ".join(pieces)


def _open(chance: Random) -> str:
    """A sentence that is filled but for the places where writers choose."""
    frame, found = chance.choice(words.FRAMES), []
    for piece in frame.split("{"):
        kind, closed, rest = piece.partition("}")
        found.append(_filled(chance, kind) + rest if closed else piece)
    text = "".join(found)
    return text[0].upper() + text[1:] + "."


def _filled(chance: Random, kind: str) -> str:
    if kind == "thing":
        which = f"{chance.choice(words.WHICH)} " if chance.random() < 0.7 else ""
        where = f" {chance.choice(words.OF)}" if chance.random() < 0.5 else ""
        return f"den {which}{chance.choice(words.HEADS)}{where}"
    if kind == "placename":
        return chance.choice(words.FIRST) + chance.choice(words.LAST)
    if kind.lower() == "place":
        name = chance.choice(words.FIRST) + chance.choice(words.LAST)
        near = f"{chance.choice(_PLACE)} {name}"
        return near if chance.random() < 0.6 else chance.choice(words.AREAS)
    if kind == "year":
        return str(chance.randint(1950, 2025))
    return chance.choice(_LISTS[kind.lower()])


def _choose(chance: Random, text: str) -> str:
    found = []
    for piece in text.split("["):
        options, closed, rest = piece.partition("]")
        found.append(chance.choice(options.split("|")) + rest if closed else piece)
    said = "".join(found)
    return said[0].upper() + said[1:]


_LISTS = {
    "actor": words.ACTORS,
    "people": words.PEOPLE,
    "do": words.DO,
    "done": words.DONE,
    "suffer": words.SUFFER,
    "suffers": words.SUFFERS,
    "state": words.STATE,
    "quality": words.QUALITY,
    "quality2": ["Verdifullest", "Viktigst", "Mest utsatt", "Glemt", "Undervurdert"],
    "sits": words.SITS,
    "time": words.TIMES,
}
