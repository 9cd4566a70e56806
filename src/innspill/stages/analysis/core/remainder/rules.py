"""What a sentence is that makes no point: the rules, in the order that they are asked."""

from __future__ import annotations

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.remainder import courtesies, references, senders
from innspill.stages.analysis.core.remainder.nothing import is_nothing
from innspill.stages.analysis.core.values import Remainder
from innspill.stages.publication.core.values import MASK


def remainder_by_rule(sentence: str, known: frozenset[str] = frozenset()) -> Remainder:
    """What `sentence` is that makes no point of its own; "" where no rule says so.

    `known` are folded texts that are nobody's own words: the form's, and names.
    """
    words = fold(sentence.replace(MASK, " "))
    if not words:
        return "signature" if MASK in sentence else "stray"
    if words in known:
        return "quote"
    if is_nothing(sentence):
        return "nothing"
    return _by_words(sentence, words) or _by_content(sentence.strip())


def _by_words(sentence: str, words: str) -> Remainder:
    """What `sentence` is by its folded `words`: all of them, or how they begin."""
    if courtesy := courtesies.of(words):
        return courtesy
    if references.is_reference(sentence, words):
        return "reference"
    if references.is_heading(sentence, words):
        return "heading"
    return courtesies.formality(words)


def _by_content(sentence: str) -> Remainder:
    """What a whole sentence is by what it tells: who wrote, how, and where they are reached."""
    if senders.finds_fault(sentence):
        return ""
    if senders.tells_how(sentence):
        return "sender"
    if courtesies.is_mail_note(sentence):
        return "stray"
    if references.tells_where(sentence):
        return "signature"
    return "reference" if references.is_footnote(sentence) else ""
