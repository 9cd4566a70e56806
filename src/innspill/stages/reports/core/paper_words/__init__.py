"""The words of the files themselves: what is left, sources, columns that are read back."""

from __future__ import annotations

from innspill.stages.reports.core.paper_words.bokmal import NB
from innspill.stages.reports.core.paper_words.english import EN
from innspill.stages.reports.core.paper_words.nynorsk import NN
from innspill.stages.reports.core.paper_words.wording import PaperWords

__all__ = ["PaperWords", "paper_words_in"]


def paper_words_in(language: str) -> PaperWords:
    """The words of `language`; bokmål where it is none of the three."""
    return {"nb": NB, "nn": NN, "en": EN}.get(language, NB)
