"""Remarks on choices and conditions: what a tick means, scales, and questions nobody is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from innspill.stages.consultations.core.choices import leaning_of
from innspill.stages.consultations.core.definition import (
    Choice,
    Definition,
    Question,
    in_language,
)
from innspill.stages.consultations.core.lint_remark import Remark, ids

_NO_COMMENT = re.compile(
    r"\b(?:(?:ingen|inga|ikke noen|ikkje nokon|no)\s+(?:kommentar\w*|merknad\w*|innspill|innspel"
    r"|meining|mening|formening|comments?|remarks?|opinion)|vet ikke|veit ikkje|usikker"
    r"|(?:ikke|ikkje)\s+(?:relevant|aktuelt)|don['’]t know|not (?:relevant|applicable)"
    r"|ønsker ikke å svare|prefer not)\b",
    re.IGNORECASE,
)
_FEWEST_STEPS = 3


def choices(definition: Definition) -> Iterator[Remark]:
    """What to remark on in the choices and conditions of `definition`."""
    yield from _polarity(definition)
    asked: dict[str, Question] = {}
    never: set[str] = set()
    for question in definition.questions:
        yield from _offered(question)
        if question.kind == "scale":
            yield from _scale(question)
        yield from _effects(question)
        if _is_never_asked(question, asked, never):
            never.add(question.id)
            yield Remark(
                "never-asked",
                f"question {question.id}",
                "its condition can never be met, so nobody is asked it",
                level="must",
                values={"question": question.id},
            )
        asked[question.id] = question


def is_no_comment(choice: Choice) -> bool:
    """Whether `choice` is the way to say that one has no view."""
    return choice.id == "none" or any(_NO_COMMENT.search(text) for text in choice.text.values())


def _polarity(definition: Definition) -> Iterator[Remark]:
    """A word that is praise in one question and blame in the next is ticked wrongly."""
    meant: dict[str, dict[str, list[str]]] = {}
    for question in definition.questions:
        for choice in question.choices:
            word = in_language(choice.text, "nb")
            by_effect = meant.setdefault(word.casefold(), {"criticises": [], "supports": []})
            by_effect.get(choice.effect, []).append(question.id)
    for question in definition.questions:
        for choice in question.choices:
            word = in_language(choice.text, "nb")
            found = meant[word.casefold()]
            if all(found.values()):
                yield _mixed(word, found)
                return


def _mixed(word: str, found: Mapping[str, list[str]]) -> Remark:
    return Remark(
        "mixed-polarity",
        "questions",
        f"{word!r} is criticism in {ids(found['criticises'])} and support in"
        f" {ids(found['supports'])}: ask all in the same direction",
        values={
            "word": word,
            "criticism": ", ".join(found["criticises"]),
            "support": ", ".join(found["supports"]),
        },
    )


def _offered(question: Question) -> Iterator[Remark]:
    place, values = f"question {question.id}", {"question": question.id}
    if question.kind not in {"choice", "scale"} or not question.choices:
        return
    if len(question.choices) == 1:
        yield Remark("one-choice", place, "has one choice only: give at least two", values=values)
        return
    words = [in_language(choice.text, "nb").casefold() for choice in question.choices]
    twice = next((word for word in words if word and words.count(word) > 1), None)
    if twice:
        yield Remark(
            "same-choice-twice",
            place,
            f"has the choice {twice!r} twice",
            level="must",
            values=values | {"choice": twice},
        )
    if not any(is_no_comment(choice) for choice in question.choices):
        text = "has no choice for those without a view: add “Har ingen kommentar”"
        yield Remark("no-way-out", place, text, values=values)


def _scale(question: Question) -> Iterator[Remark]:
    """A scale has as many steps on either side, and a middle for those in between."""
    steps = [choice for choice in question.choices if not is_no_comment(choice)]
    place, values = f"question {question.id}", {"question": question.id}
    if len(steps) < _FEWEST_STEPS or len(steps) % 2 == 0:
        text = f"the scale has {len(steps)} steps and so no middle: take three, five or seven"
        values = values | {"steps": str(len(steps))}
        yield Remark("scale-no-middle", place, text, values=values)
        return
    effects = [choice.effect for choice in steps]
    for_it, against = effects.count("supports"), effects.count("criticises")
    if for_it != against:
        yield Remark(
            "scale-unbalanced",
            place,
            f"{for_it} steps of the scale support and {against} criticise: give both as many",
            values=values | {"for": str(for_it), "against": str(against)},
        )


def _effects(question: Question) -> Iterator[Remark]:
    effects = {choice.id: choice.effect for choice in question.choices}
    if not {"yes", "no"} <= effects.keys():
        return
    place, values = f"question {question.id}", {"question": question.id}
    if effects["yes"] == effects["no"]:
        text = "it is not said what a tick means: set the effect of each choice"
        yield Remark("no-effect", place, text, values=values)
        return
    leaning = leaning_of(in_language(question.text, "nb"))
    if leaning != "neutral" and effects["yes"] not in {leaning, "neutral"}:
        meant = "support" if effects["yes"] == "supports" else "criticism"
        text = f"yes counts as {meant}, but the question sounds the other way: check the effects"
        values = values | {"meant": effects["yes"]}
        yield Remark("effect-unlikely", place, text, values=values)


def _is_never_asked(question: Question, asked: Mapping[str, Question], never: set[str]) -> bool:
    """Whether no respondent can come to `question`: `asked` are those that stand before it."""
    condition = question.condition
    if condition is None:
        return False
    other = asked.get(condition.question)
    if other is None or other.id in never:
        return True
    offered = {choice.id for choice in other.choices}
    if offered.isdisjoint(condition.choices):
        return True
    groups, theirs = set(question.for_groups), set(other.for_groups)
    return bool(groups and theirs and groups.isdisjoint(theirs))
