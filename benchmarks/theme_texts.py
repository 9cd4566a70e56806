"""Labelled comments to find themes in, and as many made ones as one asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from made_words import syllables

_FORMS = ("", "en", "ene", "er", "et")
_PLAIN = [
    "og",
    "er",
    "det",
    "som",
    "på",
    "til",
    "av",
    "for",
    "i",
    "med",
    "vi",
    "at",
    "ikke",
    "må",
    "bør",
    "en",
    "kan",
    "har",
    "om",
    "de",
    "den",
]
_WORDS, _THEMES, _WORDS_OF_THEME = 40_000, 40, 60


@dataclass(frozen=True, slots=True)
class Labelled:
    """Comments in one language with the themes of each, the most important first."""

    name: str
    language: str
    texts: Sequence[str]
    themes: Sequence[Sequence[str]]
    one_each: bool = False
    """Measured on the comments that have just one theme."""

    def measured(self) -> list[int]:
        """Places of the comments that are measured."""
        return [
            at for at, themes in enumerate(self.themes) if len(themes) == 1 or not self.one_each
        ]


def labelled(folder: Path) -> Iterator[Labelled]:
    """The public sets in `folder`: i-dot-ai/themefinder (MIT) and CIMT Ottensen (CC BY-SA 4.0)."""
    path = folder / "themes_gambling_en.jsonl"
    if path.exists():
        rows = _rows(path)
        texts, themes = [r["text"] for r in rows], [r["target_topics"] for r in rows]
        yield Labelled("gambling", "en", texts, themes, one_each=True)
    path = folder / "themes_ottensen_de.jsonl"
    if path.exists():
        rows = [row for row in _rows(path) if row["labels"]]
        yield Labelled("Ottensen", "de", [r["text"] for r in rows], [r["labels"] for r in rows])


def made(count: int, seed: int = 1) -> Labelled:
    """Comments by chance, 12 to 70 words, all different: 40 themes, words with Zipf's frequencies.

    About a quarter of the words that carry a subject are the theme's own; the same seed gives the
    same.
    """
    chance = Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / (at + 3) for at in range(len(words))))
    own = [chance.sample(words[200:], _WORDS_OF_THEME) for _ in range(_THEMES)]
    texts, themes = [], []
    for _ in range(count):
        theme = min(int(chance.paretovariate(0.7)) - 1, _THEMES - 1)
        length = chance.randint(12, 70)
        said = chance.choices(words, cum_weights=weights, k=length // 3)
        said += [
            f"{w}{chance.choice(_FORMS)}" for w in chance.choices(own[theme], k=length // 8 + 2)
        ]
        said += chance.choices(_PLAIN, k=length // 2)
        chance.shuffle(said)
        texts.append(" ".join(said).capitalize() + ".")
        themes.append([str(theme)])
    return Labelled(f"made, {count:,}", "nb", texts, themes)


def _vocabulary(chance: Random) -> list[str]:
    simple = sorted({syllables(chance) for _ in range(_WORDS // 4)})
    joined = {
        f"{chance.choice(simple)}{chance.choice(('', 's', 'e'))}{chance.choice(simple)}"
        for _ in range(_WORDS - len(simple))
    }
    words = simple + sorted(joined)
    chance.shuffle(words)
    return words


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
