"""The stance of a response on one question: from ticks, what a tick means, and the text."""

from __future__ import annotations

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.stance import Cue, Voices, combine, cues_of, stance_of
from innspill.stages.analysis.core.values import AnswerStance, Stance, StanceValue
from innspill.stages.consultations.core.definition import Choice, Question
from innspill.stages.publication.core.values import PublicAnswer

_NO_COMMENT_IDS = frozenset({"none", "no-comment"})


def answer_stance(
    response: str, answer: PublicAnswer, question: Question, voices: Voices
) -> AnswerStance | None:
    """The stance on `question`, or None where the answer is empty.

    Two contradictory ticks are unclear, never a choice. A tick that supports, with a text
    that has conditions or finds shortcomings, supports with reservations; where the text
    speaks against the tick `text_disagrees` says so.
    """
    cues = cues_of(answer.text, voices)
    choice = _choice(question, answer.choice)
    if len(answer.ticks) > 1 and choice is None:
        stance = Stance("unclear", Certainty.CERTAIN, (_ticks(answer, question),))
        return AnswerStance(response, answer.question, stance)
    if choice is not None:
        return _ticked(response, answer, choice, cues)
    if answer.no_comment and not cues:
        stance = Stance("no-comment", Certainty.CERTAIN, ("says so in words",))
        return AnswerStance(response, answer.question, stance)
    if not answer.text.strip():
        return None
    return AnswerStance(response, answer.question, stance_of(answer.text, voices))


def _ticked(
    response: str, answer: PublicAnswer, choice: Choice, cues: tuple[Cue, ...]
) -> AnswerStance:
    tick = f"ticked «{_name(choice)}», which {_meaning(choice)}"
    by_text = combine(cues)
    against = {cue.tone for cue in cues} & {"oppose", "shortcoming"}
    for_it = {cue.tone for cue in cues} == {"support"}
    if choice.effect == "supports":
        value: StanceValue = "reservations" if by_text.value == "reservations" else "supports"
        disagrees = bool(against)
        if by_text.value == "opposes":
            value = "reservations"
    elif choice.effect == "criticises":
        value = "opposes"
        disagrees = for_it
    else:
        value = "no-comment" if choice.id in _NO_COMMENT_IDS else "neutral"
        disagrees = bool(against) or for_it
    plain = value in ("supports", "opposes", "no-comment") and not cues
    certainty = Certainty.CERTAIN if plain else Certainty.LIKELY
    if disagrees:
        certainty = Certainty.UNSURE
    stance = Stance(value, certainty, (tick, *by_text.grounds))
    return AnswerStance(response, answer.question, stance, disagrees)


def _choice(question: Question, choice_id: str | None) -> Choice | None:
    return next((each for each in question.choices if each.id == choice_id), None)


def _ticks(answer: PublicAnswer, question: Question) -> str:
    chosen = [_choice(question, each) for each in answer.ticks]
    names = [f"«{_name(each)}»" for each in chosen if each is not None]
    return "ticked both " + " and ".join(names or answer.ticks)


def _name(choice: Choice) -> str:
    return next(iter(choice.text.values()), choice.id)


def _meaning(choice: Choice) -> str:
    return {"supports": "supports", "criticises": "criticises"}.get(choice.effect, "is neutral")
