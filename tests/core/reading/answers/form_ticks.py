"""How people mark a choice: the line of choices as text, boxes and emphases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from innspill.stages.reading.core.formats.characters import show
from innspill.stages.reading.core.values import Box, Emphasis, EmphasisKind

Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of choices: its text, the boxes in it, and how parts of it look."""

    text: str
    boxes: tuple[Box, ...] = ()
    emphases: tuple[Emphasis, ...] = ()

    def after(self, text: str) -> Marked:
        """The same behind `text`, on one line."""
        by = len(text)
        return Marked(
            text + self.text,
            tuple(replace(box, at=box.at + by) for box in self.boxes),
            tuple(replace(e, start=e.start + by, end=e.end + by) for e in self.emphases),
        )

    def then(self, text: str) -> Marked:
        """The same with `text` behind it."""
        return replace(self, text=self.text + text)


Technique = Callable[[Random, str, Labels, frozenset[str]], tuple[Marked, ...]]
"""Random, question, labels and ticks → the parts of the line, one for each choice."""


def _shown(text: str) -> Marked:
    shown = show(text)
    return Marked(shown.text, shown.boxes)


def _boxes(before: str, after: str, ticked: str, empty: str) -> Technique:
    def mark(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
        return tuple(
            _shown((before + label + after).replace("#", ticked if choice in ticks else empty))
            for choice, label in labels
        )

    return mark


def _control(
    random: Random, question: str, labels: Labels, ticks: frozenset[str]
) -> tuple[Marked, ...]:
    return tuple(
        Marked(
            f"{'☒' if choice in ticks else '☐'} {label}",
            (Box(0, choice in ticks, "control", f"q{question}_{choice}"),),
        )
        for choice, label in labels
    )


def _looks(kind: EmphasisKind) -> Technique:
    def mark(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
        return tuple(
            Marked(label, (), (Emphasis(0, len(label), kind),) if choice in ticks else ())
            for choice, label in labels
        )

    return mark


def _struck(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
    return tuple(
        Marked(
            label,
            (),
            (Emphasis(0, len(label), "struck-out"),) if ticks and choice not in ticks else (),
        )
        for choice, label in labels
    )


def _one_left(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
    left = [label for choice, label in labels if choice in ticks]
    return tuple(map(Marked, left or [label for _, label in labels]))


def _answer_colon(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
    left = [label for choice, label in labels if choice in ticks]
    return tuple(Marked(f"Svar: {label}") for label in left[:1])


def _all_then_one(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
    left = [label for choice, label in labels if choice in ticks]
    every = " / ".join(label for _, label in labels)
    return (Marked(f"{every}: {left[0]}" if left else every),)


def _shouted(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
    left = [label.upper() for choice, label in labels if choice in ticks]
    return tuple(Marked(f"{label}!") for label in left[:1])


def _two_looks(_: Random, __: str, labels: Labels, ticks: frozenset[str]) -> tuple[Marked, ...]:
    """The choice both bold and highlighted, the mark a letter longer than the label."""
    return tuple(
        Marked(
            f"{label} ",
            (),
            (Emphasis(0, len(label) + 1, "bold"), Emphasis(0, len(label), "highlighted"))
            if choice in ticks
            else (),
        )
        for choice, label in labels
    )


def _nothing(_: Random, __: str, ___: Labels, ____: frozenset[str]) -> tuple[Marked, ...]:
    return ()


TECHNIQUES: dict[str, Technique] = {
    "glyph-before": _boxes("# ", "", "☒", "☐"),
    "glyph-after": _boxes("", " #", "☑", "□"),
    "bracket": _boxes("# ", "", "[x]", "[ ]"),
    "paren": _boxes("#", "", "(x) ", "( ) "),
    "control": _control,
    "x-before": _boxes("#", "", "x ", ""),
    "x-after": _boxes("", "#", " X", ""),
    "check-after": _boxes("", "#", ": ✓", ""),
    "highlighted": _looks("highlighted"),
    "bold": _looks("bold"),
    "underlined": _looks("underlined"),
    "struck-out": _struck,
    "quoted": _boxes("# «", "»", "☒", "☐"),
    "listed": _boxes("- # ", "", "[X]", "[_]"),
    "we-answer": _nothing,
    "dash-x": _boxes("#", "", "- x ", "- "),
    "starred": _boxes("", "#", " *", ""),
    "heavy-tick": _boxes("# ", "", "✔", "⬜"),
    "all-then-one": _all_then_one,
    "shouted": _shouted,
    "two-looks": _two_looks,
    "one-left": _one_left,
    "answer-colon": _answer_colon,
    "sentence": _nothing,
}
CONTRADICTIONS = frozenset(
    {"glyph-before", "glyph-after", "bracket", "control", "paren", "quoted", "listed"}
)
"""Those by which two boxes can be ticked."""
WRITTEN: dict[str, tuple[str, ...]] = {
    "x-before": ("typed-choice",), "x-after": ("typed-choice",), "one-left": ("typed-choice",),
    "sentence": ("typed-choice",), "answer-colon": ("typed-choice",),
    "highlighted": ("emphasised-choice",), "bold": ("emphasised-choice",),
    "underlined": ("emphasised-choice",), "struck-out": ("struck-out-choice",),
    "all-then-one": ("typed-choice",), "shouted": ("typed-choice",),
    "we-answer": ("typed-choice",), "dash-x": ("typed-choice",), "starred": ("typed-choice",),
    "two-looks": ("emphasised-choice",),
}  # fmt: skip
"""The flag that each way of answering without a box must have."""
