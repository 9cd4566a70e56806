"""Forms with whatever people do to them, made by chance, each with the truth about its answers.

Everything comes from one `random.Random`, so that a seed makes the same form again and Hypothesis
can make smaller ones. `Kinds` says which edits may occur: some are kept apart, so that what is
measured is not what the readers were mended by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.values import Block
from tests.core.reading.answers.form_layouts import LAYOUTS, LINES, Filled, Sheet
from tests.core.reading.answers.form_material import (
    ABBREVIATED,
    ASKED,
    CHOICES,
    HEAD,
    HEAD_EDITED,
    OPEN,
    SAID,
    SWAPS,
    TAIL,
    TOPICS,
)
from tests.core.reading.answers.form_ticks import CONTRADICTIONS, TECHNIQUES, WRITTEN

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which kinds of edits, ticks, layouts and numbers may occur."""

    edits: tuple[str, ...]
    techniques: tuple[str, ...]
    layouts: tuple[str, ...]
    numbers: tuple[str, ...]


SEEN = Kinds(
    edits=(
        "typo", "dropped", "swapped", "cut", "added", "two-typos", "moved", "capitals",
        "introduced", "abbreviated", "swapped-added", "dots", "halved",
    ),
    techniques=(
        "glyph-before", "glyph-after", "bracket", "control", "x-before", "x-after", "highlighted",
        "struck-out", "one-left", "sentence", "paren", "bold", "underlined", "answer-colon",
        "check-after", "quoted", "all-then-one", "shouted", "listed", "two-looks",
    ),
    layouts=(
        "paragraphs", "lines", "rows", "grid", "one-line", "gathered", "cells", "boxes-below",
        "spaced-lines", "number-cells", "text-boxes", "two-columns",
    ),
    numbers=(
        "1)", "1.", "Spm 1:", "label", "none", "shifted", "Spørsmål 1 –", "1a)", "1",
        "Spm. 1.", "(1)", "Nr. 1:",
    ),
)  # fmt: skip
HELD_OUT = Kinds(
    edits=("doubled-mark", "without-brackets", "without-accents", "typo-and-dropped"),
    techniques=("we-answer", "dash-x", "starred", "heavy-tick"),
    layouts=("answer-lists", "headed-pages"),
    numbers=("Q1:", "1 -", "Spørsmål nr. 1."),
)
BOTH = Kinds(*(getattr(SEEN, part) + getattr(HELD_OUT, part) for part in Kinds.__slots__))


@dataclass(frozen=True, slots=True)
class EditedForm:
    """A form as it came back, and what is true of it."""

    definition: Definition
    blocks: tuple[Block, ...]
    media_type: str
    ticks: dict[str, frozenset[str]]
    texts: dict[str, str]
    """By question; those that were removed are not in it."""
    flags: dict[str, frozenset[str]] = field(default_factory=dict)
    """Flags that must be there, by question."""
    told: str = ""
    """How it was made, for a message where it is read wrongly."""


def edited_form(random: Random, kinds: Kinds = SEEN) -> EditedForm:
    """A form made by chance from `random`."""
    layout = random.choice(kinds.layouts)
    grid = layout == "grid"
    count = random.randint(2, 14)
    definition = _definition(random, count, same_choices=grid)
    translated = random.random() < 0.2
    technique = random.choice(kinds.techniques)
    if layout in ("gathered", "grid"):
        technique = {"gathered": "sentence", "grid": "glyph-before"}[layout]
    numbers = random.choice(kinds.numbers)
    shift = random.choice((1, 2)) if numbers == "shifted" else 0
    filled: list[Filled] = []
    for place, question in enumerate(definition.questions, 1):
        removed = random.random() < 0.07 and count > 3 and not shift
        if removed and (filled or place < count):
            continue  # Never the last one that is left: a form without a question is none.
        filled.append(
            _filled(random, kinds, question, (place + shift, numbers, technique), translated)
        )
    if random.random() < 0.06 and layout != "gathered":
        random.shuffle(filled)
    sheet = Sheet(random, technique, grid=grid)
    head = HEAD_EDITED if translated or random.random() < 0.2 else HEAD
    tail = TAIL if random.random() < 0.5 else ()
    blocks = LAYOUTS[layout](sheet, filled, head, tail)
    return EditedForm(
        definition,
        blocks,
        TEXT if layout in LINES else WORD,
        {each.question: each.ticks for each in filled},
        {each.question: each.text for each in filled},
        {each.question: each.flags for each in filled},
        f"{layout}, {technique}, {numbers}, {'translated' if translated else 'as asked'}",
    )


def _definition(random: Random, count: int, *, same_choices: bool) -> Definition:
    topics = random.sample(TOPICS, count)
    common = random.choice(CHOICES)
    questions: list[dict[str, Any]] = []
    for number, (topic, _) in enumerate(topics, 1):
        with_choices = same_choices or random.random() < 0.75
        template = random.choice(ASKED if with_choices else OPEN)[0]
        choices = common if same_choices or random.random() < 0.6 else random.choice(CHOICES)
        questions.append(
            {
                "id": str(number),
                "text": {"nb": _fill(template, topic, number)},
                "choices": [{"id": each[0], "text": {"nb": each[1]}} for each in choices]
                if with_choices
                else [],
            }
        )
    return Definition.model_validate(
        {
            "schema": "innspill/consultation/1",
            "case_number": "26/101",
            "title": {"nb": "Gode lokale tjenester"},
            "owner": "Direktoratet for lokale tjenester",
            "status": "closed",
            "questions": questions,
            "form_wording": list(HEAD),
        }
    )


def _fill(template: str, topic: str, number: int) -> str:
    letter = "ABCDEFGHIJKLMN"[number - 1]
    return template.format(a=topic, A=topic[0].upper() + topic[1:], n=number, l=letter)


def _filled(
    random: Random, kinds: Kinds, question: Any, how: tuple[int, str, str], translated: bool
) -> Filled:
    number, numbers, technique = how
    wording = question.text["nb"]
    labels = [(choice.id, choice.text["nb"]) for choice in question.choices]
    if translated:
        wording, labels = in_nynorsk(wording), [(c, in_nynorsk(text)) for c, text in labels]
    if random.random() < 0.4:
        wording = _edited(random, wording, random.choice(kinds.edits), numbers)
    ticks, flags = _chosen(random, [choice for choice, _ in labels], technique)
    topic = random.choice(TOPICS)[0]
    amount = random.choice((0, 1, 1, 1, 2, 3))
    said = [each.format(a=topic) for each in random.sample(SAID, amount)]
    if technique == "we-answer" and ticks:
        said = [f"Vi svarer {dict(labels)[min(ticks)].lower()} på dette.", *said]
    if technique == "sentence" and ticks:
        label = dict(labels)[min(ticks)]
        said = [f"{label}, men vi tviler på gjennomføringen.", *said]
    return Filled(
        question.id, number, numbers, wording, tuple(labels), frozenset(ticks), tuple(said), flags
    )


def in_nynorsk(wording: str) -> str:
    """`wording` as somebody would write it in nynorsk; itself where it is not of our material."""
    for topic, in_nn in TOPICS:
        for form, other in ((topic, in_nn), (topic[0].upper() + topic[1:], in_nn.capitalize())):
            if form in wording:
                bare, filled = wording.replace(form, "{a}"), other
                return _template_in_nynorsk(bare).replace("{a}", filled)
    texts = {one: other for choices in CHOICES for _, one, other in choices}
    return texts.get(wording, wording)


def _template_in_nynorsk(bare: str) -> str:
    for number in range(1, 15):
        for one, other in (*ASKED, *OPEN):
            if _fill(one, "{a}", number).replace("{A}", "{a}") == bare:
                return _fill(other, "{a}", number).replace("{A}", "{a}")
    return bare


def _edited(random: Random, wording: str, edit: str, numbers: str) -> str:
    whole = {
        "capitals": wording.upper(),
        "dots": wording.rstrip("?.") + " …",
        "introduced": f"{wording.rstrip('?.')} etter deres syn?",
        "cut": _cut(wording, numbers),
        "doubled-mark": wording.replace("?", "??"),
        "without-brackets": re.sub(r" \([^)]*\)", "", wording),
        "without-accents": wording.replace("å", "aa").replace("ø", "oe").replace("æ", "ae"),
        "halved": " ".join(wording.split()[: max(5, len(wording.split()) * 2 // 3)]),
    }
    return whole.get(edit) or _with_other_words(random, wording.split(), edit)


def _cut(wording: str, numbers: str) -> str:
    """The first question without its last word, where the number still tells it."""
    if "?" not in wording or numbers in ("none", "shifted", "label"):
        return wording
    return wording.split("?", maxsplit=1)[0].rsplit(" ", 1)[0] + "?"


def _with_other_words(random: Random, words: list[str], edit: str) -> str:
    place = random.randrange(1, len(words))
    if edit in ("typo", "two-typos"):
        for _ in range(1 if edit == "typo" else 2):
            words[place] = _typo(random, words[place])
            place = random.randrange(1, len(words))
    elif edit == "dropped":
        del words[place]
    elif edit == "typo-and-dropped":
        del words[place]
        words[place - 1] = _typo(random, words[place - 1])
    elif edit == "moved":
        words.insert(min(place + 2, len(words) - 1), words.pop(place))
    elif edit == "abbreviated":
        words = [ABBREVIATED.get(word, word) for word in words]
    elif edit in ("swapped", "swapped-added"):
        words = [SWAPS.get(word, word) for word in words]
    if edit in ("added", "swapped-added"):
        words.insert(place, random.choice(("også", "faktisk", "eventuelt", "kanskje")))
    return " ".join(words)


def _typo(random: Random, word: str) -> str:
    if len(word) < 4:
        return word
    at = random.randrange(1, len(word) - 1)
    return random.choice((word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]))


def _chosen(random: Random, choices: list[str], technique: str) -> tuple[set[str], frozenset[str]]:
    """Which choices are ticked, and the flags that must follow."""
    if not choices or random.random() < 0.12:
        return set(), frozenset()
    ticks = {random.choice(choices)}
    if technique in CONTRADICTIONS and random.random() < 0.06:
        ticks |= {random.choice(choices)}
    flags = {"contradictory-ticks"} if len(ticks) > 1 else set()
    if technique in WRITTEN:
        flags |= set(WRITTEN[technique])
    return ticks, frozenset(flags)


assert set(BOTH.techniques) == set(TECHNIQUES)
