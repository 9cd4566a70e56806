"""The sentences of reports by language."""

from __future__ import annotations

from innspill.stages.reports.core.words.told import ToldWords
from innspill.stages.reports.core.words.told_bokmal import NB
from innspill.stages.reports.core.words.told_english import EN
from innspill.stages.reports.core.words.told_nynorsk import NN


def told_words(language: str) -> ToldWords:
    """The sentences in `language`; bokmål where it is none of the three."""
    return {"nb": NB, "nn": NN, "en": EN}.get(language, NB)
