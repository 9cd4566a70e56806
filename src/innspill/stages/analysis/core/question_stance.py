"""The stance of a response on one question: from ticks, what a tick means, and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.grounds import ground
from innspill.stages.analysis.core.response_stance import together
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.stance import Cue, Tone, Voices, cues_of, stance_of
from innspill.stages.analysis.core.stances.features import tone_name
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
_KNOWS_NOT = re.compile(
    r"\b(?:vet|veit) (?:ikke|ikkje)\b|\bingen (?:mening|formening)\b", re.IGNORECASE
)
"""What a tick is called that takes no stand."""
_TORN = re.compile(r"\s*(?:tja|nja|både ja og nei|ja og nei)\b", re.IGNORECASE)
"""Openings of whoever found no tick that fits."""
_AGREES = re.compile(r"\s*(?:ja|jau|jo)\b", re.IGNORECASE)
_DOUBTS = re.compile(
    r"\bspørsm[åa]l (?:ved|til|om)\b|\bspørrende\b|\btvil\w*|\burealistisk\w*|\butilstrekk\w+|"
    r"\butilfreds\w+|\bbekymr\w+|\busikre? (?:på|om)\b|\bsa[vk]ne[rt]?\b|\bsaknar?\b",
    re.IGNORECASE,
)
"""Faults that weigh so much that agreeing first does not make up for them."""
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
    disagrees = _disagrees(choice, answer.text, text.value, {cue.tone for cue in cues})
    certainty = Certainty.UNSURE if disagrees else Certainty.CERTAIN if plain else Certainty.LIKELY
    tick = ground("ticked", _name(choice))
    stance = Stance(value, certainty, (tick, *text.grounds))
    return AnswerStance(response, answer.question, stance, disagrees)


def _disagrees(choice: Choice, text: str, value: StanceValue, cues: set[Tone]) -> bool:
    """Whether `text`, of the stance `value` with `cues`, says something else than the tick.

    What is lacking beside a yes in words as well does not, unless it puts the whole in doubt.
    """
    if choice.id in _NO_COMMENT_IDS:
        return value in ("reservations", "opposes") or (value == "supports" and "support" in cues)
    first = _opening(text)
    if choice.effect == "supports":
        agrees = _AGREES.match(text) is not None or tone_name(first) == "praise"
        against = not cues.isdisjoint(("oppose", "shortcoming"))
        return _TORN.match(text) is not None or (
            against and (not agrees or _DOUBTS.search(text) is not None)
        )
    if choice.effect == "criticises":
        said = [text[each.start : each.end] for each in sentences(text)]
        praises = bool(said) and all(tone_name(each) == "praise" for each in said)
        return value == "supports" and cues == {"support"} and praises
    return False


def _opening(text: str) -> str:
    """The first sentence of `text`."""
    return next((text[each.start : each.end] for each in sentences(text)), "")


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
    if _KNOWS_NOT.search(" ".join(choice.text.values())):
        return text if text in _SIDES else "no-stand"
    return text if text in _SIDES else "neutral"


def _choice(question: Question, choice_id: str | None) -> Choice | None:
    return next((each for each in question.choices if each.id == choice_id), None)


def _ticks(answer: PublicAnswer, question: Question) -> str:
    chosen = [_choice(question, each) for each in answer.ticks]
    names = [_name(each) for each in chosen if each is not None]
    return ground("ticked-both", *(names or answer.ticks))


def _name(choice: Choice) -> str:
    return next(iter(choice.text.values()), choice.id)
