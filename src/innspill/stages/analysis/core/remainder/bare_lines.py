"""Lines that are no sentences: letterheads, titles, signatures."""

from __future__ import annotations

from innspill.stages.analysis.core.folding import fold

_LONGEST = 16
"""The most words that a letterhead, a title or a signature has on one line."""
_VERB_WORDS = """
er var har hadde skal skulle bør burde må måtte kan kunne vil ville blir ble vart får fikk fekk
trenger treng støtter støttar stør mener meiner ønsker ønskjer foreslår føreslår krever krev ber bed
savner saknar mangler manglar synes synest tror trur vet veit gir gjev gjør gjer går kommer kjem står
ser tar tek finnes finst betyr tyder anbefaler tilrår oppfordrer oppmodar frarår slutter sluttar
stiller takker takkar håper håpar nei ja fungerer bruker brukar lager eier
"""
_VERBS = frozenset(_VERB_WORDS.split())
"""The verbs of sentences that say something, and the shortest answers."""
_ENDS = tuple(".!?:;")
_BY_MANDATE = "(e.f.)"
"""After the name of who signs for somebody (etter fullmakt): ends with a stop, and is no sentence."""


def is_bare_line(sentence: str) -> bool:
    """Whether `sentence` is a line without a verb or an end: letterhead, title, signature.

    For what belongs to no question only: under a question such a line may be the answer.
    """
    line = sentence.rstrip()
    words = fold(sentence).split()
    ended = line.endswith(_ENDS) and not line.endswith(_BY_MANDATE)
    return not ended and len(words) <= _LONGEST and _VERBS.isdisjoint(words)
