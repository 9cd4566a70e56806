"""The language of a text: bokmål, nynorsk or English.

py3langid knows many languages; only three are ours. Short texts are judged by the small words that
bokmål and nynorsk spell differently, which is also the floor below the model: analysis of the two
found that they decide short Norwegian texts better than the model does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BOKMAL = _words(
    "ikke jeg hva hvordan hvor hvem hvilke fra noen noe være vært blir ble mye mer også deres "
    "hennes kun gjøre gjør disse andre en et innspill kommuner vårt dere selv sammen uten"
)
_NYNORSK = _words(
    "ikkje eg kva korleis kvar kven kva for frå nokon noko vere vore vert vart verta mykje meir òg "
    "dykkar berre gjere gjer desse ein eit innspel kommunar me dykk sjølv saman høyring høyringa "
    "tiltaka tryggleik utan ynskjer ønskjer meiner"
) - _words("for")
_ENGLISH = _words("the and of to is are we that with not this have should our be from would")
_FEW = 4


def language_of(text: str) -> str | None:
    """`nb`, `nn` or `en`; None for a text without words to judge by."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return None
    counts = {
        "nb": sum(word in _BOKMAL for word in words),
        "nn": sum(word in _NYNORSK for word in words),
        "en": sum(word in _ENGLISH for word in words),
    }
    best = max(counts, key=lambda language: counts[language])
    others = sum(counts.values()) - counts[best]
    if counts[best] >= max(1, 2 * others) or len(words) < _FEW:
        return best if counts[best] else "nb"
    return _model_says(text, counts)


def _model_says(text: str, counts: Mapping[str, int]) -> str:
    label = str(_model().classify(text)[0])
    if label in {"nn", "en"}:
        return label
    if label in {"no", "nb", "da"}:
        return "nn" if counts["nn"] > counts["nb"] else "nb"
    return max(counts, key=lambda language: counts[language])


@lru_cache(maxsize=1)
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(["no", "nn", "da", "en"])
    return model


def make_ready() -> None:
    """Load the model now: it unpacks itself into a file, which a confined reader may not."""
    _model()
