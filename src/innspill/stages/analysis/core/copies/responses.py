"""Responses that say the same as a whole: exact copies, and near ones such as campaign letters."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.stages.analysis.core.copies.find import groups_of
from innspill.stages.analysis.core.copies.worded import LEAST_WORDS
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.values import DuplicateGroup
from innspill.stages.publication.core.values import PublicResponse


def find_duplicates(responses: Sequence[PublicResponse]) -> tuple[DuplicateGroup, ...]:
    """Groups of responses with the same or nearly the same text, in order of the first one.

    What is short is left out: many write "Ingen merknader" without copying anybody.
    """
    texts = [text_of(each) for each in responses]
    long = [at for at, text in enumerate(texts) if len(fold(text).split()) >= LEAST_WORDS]
    senders = [responses[at].reference for at in long]
    return tuple(
        DuplicateGroup(tuple(senders[at] for at in group.members), group.kind, group.similarity)
        for group in groups_of([texts[at] for at in long], senders)
        if group.kind != "part"
    )


def text_of(response: PublicResponse) -> str:
    """Everything a response says in words: its answers in order, then the rest."""
    return "\n\n".join((*(answer.text for answer in response.answers), *response.general))
