"""What surrounds a comment, as far as it tells its stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from innspill.stages.analysis.core.sentences import begins_list_item, sentences
from innspill.stages.analysis.core.stance import Voices, by_rules, cues_of
from innspill.stages.analysis.core.stances.features import Setting, lean, tone_name
from innspill.stages.consultations.core.definition import Question
from innspill.stages.publication.core.values import PublicAnswer

_LOOKED_AT = 400
"""Sentences of a response from which its leaning is told."""


def settings(
    pieces: Sequence[tuple[str, bool]], tick: str | None, leaning: str, voices: Voices
) -> Iterator[Setting]:
    """The setting of each piece of one place, in order; each with whether it makes a point.

    `tick` is what `meaning` gives, None for what belongs to no question.
    """
    names = [tone_name(text) for text, _ in pieces]
    lead = ""
    for at, (text, _) in enumerate(pieces):
        item = begins_list_item(text, 0)
        lead = lead if item else names[at] if ":" in text else ""
        cues = cues_of(text, voices)
        yield Setting(
            under_question=tick is not None,
            tick=tick or "",
            rule=by_rules(text, cues).value,
            tones=tuple(sorted({each.tone for each in cues})),
            before=names[at - 1] if at else "start",
            after=names[at + 1] if at + 1 < len(names) else "end",
            lead=lead if item else "",
            response=leaning,
        )


@lru_cache(maxsize=64)
def leaning_of(texts: tuple[str, ...]) -> str:
    """Which way the texts of a response lean together; kept, since each of its places asks."""
    pieces = [text[each.start : each.end] for text in texts for each in sentences(text)]
    return lean([tone_name(each) for each in pieces[:_LOOKED_AT]])


def meaning(question: Question | None, answer: PublicAnswer | None) -> str:
    """What the ticks of an answer mean: the effect of the one, "two", or "" for none."""
    if question is None or answer is None or not answer.ticks:
        return ""
    effects = {each.id: each.effect for each in question.choices}
    return effects.get(answer.choice or "", "two")
