"""Which language a comment is in, where only the hearing's own and its neighbours matter."""

from __future__ import annotations

from innspill.shared.words import listed
from innspill.stages.analysis.core.themes.words import words

_TELLS = {
    "nb": listed("ikke jeg fra hva være hvordan noe noen også mer enn hvis blir"),
    "nn": listed("ikkje eg frå kva vere korleis noko nokon ein me dei meir blir kvar"),
}


def speaks(text: str, language: str) -> bool:
    """Whether `text` is in the hearing's form of Norwegian; in other languages always.

    A text that does not tell is taken to be in the hearing's own.
    """
    other = {"nb": "nn", "nn": "nb"}.get(language)
    if other is None:
        return True
    said = [word.casefold() for word in words(text)]
    return sum(word in _TELLS[language] for word in said) >= sum(
        word in _TELLS[other] for word in said
    )
