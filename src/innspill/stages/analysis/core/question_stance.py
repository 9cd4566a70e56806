"""The stance of a response on one question: from ticks, what a tick means, and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.grounds import ground
from innspill.stages.analysis.core.response_stance import together
from innspill.stages.analysis.core.stance import Cue, Voices, cues_of, stance_of
from innspill.stages.analysis.core.values import AnswerStance, Stance, StanceValue
from innspill.stages.consultations.core.definition import Choice, Question
from innspill.stages.publication.core.values import PublicAnswer

_SIDES = ("supports", "reservations", "opposes")
_ASKS_APPROVAL = re.compile(
    r"\b(?:støtt\w*|enige?|einige?|samde?|slutter|sluttar|ønsker du|ønskjer du|for eller imot|bør)\b",
    re.IGNORECASE,
)
"""Questions for approval; others ask whether something is lacking, and "no" names a lack."""
_PARTLY = re.compile(r"delvis|partly|med endring|under tvil|både og", re.IGNORECASE)
_NO_COMMENT_IDS = frozenset({"none", "no-comment"})


def answer_stance(
    response: str,
    answer: PublicAnswer,
    question: Question,
    voices: Voices,
    comments: Sequence[Stance] | None = None,
) -> AnswerStance | None:
    """The stance on `question`, or None where the answer is empty.

    `comments` are the stances of the points that its text makes; without them the text is
    looked at as one. What a tick means is qualified by them: a tick that supports, with a text
    that has conditions or finds shortcomings, supports with reservations; where the text speaks
    against the tick `text_disagrees` says so. Two ticks are unclear unless the text tells.
    """
    if comments is None:
        comments = (stance_of(answer.text, voices),) if answer.text.strip() else ()
    text = _together(comments)
    choice = _choice(question, answer.choice)
    if len(answer.ticks) > 1 and choice is None:
        told: StanceValue = text.value if text.value in _SIDES else "unclear"
        sure = Certainty.UNSURE if told != "unclear" else Certainty.CERTAIN
        stance = Stance(told, sure, (_ticks(answer, question), *text.grounds))
        return AnswerStance(response, answer.question, stance)
    if choice is not None:
        return _ticked(response, answer, question, text, cues_of(answer.text, voices))
    if not answer.text.strip() and not answer.no_comment:
        return None
    if text.value == "no-comment":
        text = Stance("no-comment", Certainty.CERTAIN, (ground("said"),))
    return AnswerStance(response, answer.question, text)


def _together(comments: Sequence[Stance]) -> Stance:
    """What several comments say together, with the grounds of each."""
    value = together([each.value for each in comments])
    grounds = tuple(dict.fromkeys(ground for each in comments for ground in each.grounds))
    sure = comments[0].certainty if len(comments) == 1 else Certainty.LIKELY
    if value == "opposes" and sure == Certainty.UNSURE:
        value = "reservations"  # a rejection that one is unsure of is at least a fault found
    return Stance(value, sure, grounds)


def _ticked(
    response: str, answer: PublicAnswer, question: Question, text: Stance, cues: tuple[Cue, ...]
) -> AnswerStance:
    choice = _choice(question, answer.choice)
    assert choice is not None
    value = _qualified(question, choice, text.value)
    plain = text.value in ("no-comment", "neutral") and not cues
    against = {cue.tone for cue in cues} & {"oppose", "shortcoming"}
    for_it = {cue.tone for cue in cues} == {"support"}
    disagrees = {
        "supports": bool(against),
        "criticises": for_it and text.value == "supports",
    }.get(choice.effect, text.value in ("opposes", "supports") and choice.id in _NO_COMMENT_IDS)
    certainty = Certainty.UNSURE if disagrees else Certainty.CERTAIN if plain else Certainty.LIKELY
    tick = ground("ticked", _name(choice))
    stance = Stance(value, certainty, (tick, *text.grounds))
    return AnswerStance(response, answer.question, stance, disagrees)


def _qualified(question: Question, choice: Choice, text: StanceValue) -> StanceValue:
    """What the tick means together with what the text says."""
    if choice.effect == "supports":
        return "reservations" if text in ("reservations", "opposes") else "supports"
    if choice.effect == "criticises":
        finds_gaps = not _ASKS_APPROVAL.search(" ".join(question.text.values()))
        return "reservations" if finds_gaps and text != "no-comment" else "opposes"
    if _PARTLY.search(f"{choice.id} {' '.join(choice.text.values())}"):
        return "reservations"
    if choice.id in _NO_COMMENT_IDS:
        return text if text in _SIDES or text == "no-stand" else "no-comment"
    return text if text in _SIDES else "neutral"


def _choice(question: Question, choice_id: str | None) -> Choice | None:
    return next((each for each in question.choices if each.id == choice_id), None)


def _ticks(answer: PublicAnswer, question: Question) -> str:
    chosen = [_choice(question, each) for each in answer.ticks]
    names = [_name(each) for each in chosen if each is not None]
    return ground("ticked-both", *(names or answer.ticks))


def _name(choice: Choice) -> str:
    return next(iter(choice.text.values()), choice.id)
