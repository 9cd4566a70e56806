"""The names in a comment: bodies, laws with their paragraphs, programmes, abbreviations."""

from innspill.stages.analysis.core.mentions.find import mentions_of
from innspill.stages.analysis.core.mentions.glossary import Entry, glossary_of
from innspill.stages.analysis.core.mentions.known import Body, Known, known_of

__all__ = ["Body", "Entry", "Known", "glossary_of", "known_of", "mentions_of"]
