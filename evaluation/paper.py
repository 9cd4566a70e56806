"""docs/accuracy.md: the figures, what they stand on, and what they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.hearings import BY_READERS, BY_WRITERS, CLOSED, Hearing
from evaluation.measuring.figures import DRAWS, ENOUGH, Figure, figure
from evaluation.stages import Stage
from evaluation.tables import Measured, Row, rows
from innspill.stages.analysis.core.analyse import RULES

PLACE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
HEAD = """# How far the analysis agrees with the labels

Made by `make evaluate` (rules: `{rules}`); nothing here is written by hand. Which stage is what: `ARCHITECTURE.md`. How labels are given: `labelling.md`.

## What these figures are, and what they are not

- **The answers are invented.** Language models wrote them, in several hands, for this project; real bodies that are named as senders have said none of it. Real answers are stranger: figures on real ones will be lower.
- **The labels are language models' too.** Each answer was labelled twice, by models that saw neither each other's labels nor the machine's; where the two differ a third decided. Nobody has shown that caseworkers would have labelled them so. The last column, one labeller held against the other, is how far the task is certain *among models of the same kind*, who may well be wrong alike; two people would agree less (two experts reach 0.74 for themes between them in a British study).
- **Where rules were tuned.** On `sikkerhet` and `plan` by hand, so these two flatter. `lov` was measured and its errors were not read. `{closed}` is opened by this command alone. What is *learnt* (weights in the package) is measured on each open hearing with what was learnt from all others but `{closed}`, and on `{closed}` with what was learnt from all but it: what is shipped. Sixteen are learnt from and tuned on alone, and stand in no table. Of {writers} each was labelled once, by whoever wrote it, and in several passages were added to the answers with the stance in mind. {readers} were written by senders and not by stances, and labelled once each, by somebody who had not written them and had seen no other labels.
- **What may have leaked.** When the strength and the limits of proposals were chosen, `lov`'s printed figures were seen beside the others. So were they when proposals' limits were chosen anew, and what an opposing comment counts, so that what is missed stays within the goals. One writer of a hearing to learn from searched all label files for how names are labelled, and may have seen lines of `{closed}`'s mentions.
- **Intervals** are of 95 %, by drawing answers (not comments) with replacement {draws} times. They say what other answers *of the same kind* would give; nothing about other hearings.
- A goal is met where the figure of the three open hearings together reaches it; the interval tells how surely.
"""
MEASURES = """## How it is measured

- **Boundaries**: where a piece begins inside a place (an answer to a question, or a paragraph), by the letters before it, so that spaces and list marks make no difference; the beginning of a place is given and counts only in "all pieces". **Unchanged**: a comment with the very span of a true one.
- **Stance**: "divided as in the truth" is measured on true comments, to part the faults of dividing from those of stance; "by the machine" takes the piece that has most of the true comment, and one taken for remainder is wrong. Macro F1 is the mean over classes that the truth has at least {enough} times in what is measured. Abstaining (`unclear`) is never right unless that is the truth.
- **Proposals**: found where it has at least half of the characters of the shorter of the two; each once. Parts (actor, deadline …): half of the words of the shorter, among the found.
- **Links**: comments that are about a place; the right one is the one that stands first in the truth.
- **Mentions**: each name once an answer, the same words but for case and punctuation; "with part of the name" lets one hold the other.
- **Themes**: each theme found is given the true theme that most of its comments bear, what is left over the word for other; F1 over all comments' themes. It says how well they part, not how well they are named. NMI: first themes, mean of the hearings; its interval is moved so that it lies around the figure, since fewer different comments in a draw look more alike.
- **Personal data**: by the finder of publication, on the text as written (analysis itself is given the same unmasked text here). Found: covered whole; of a statement on health half, since a person looks at each.
"""


def paper(hearings: Sequence[Hearing], stages: Sequence[Stage], found: Sequence[Measured]) -> str:
    """The whole paper."""
    parts = [
        HEAD.format(
            rules=RULES,
            closed=CLOSED,
            draws=f"{DRAWS:,}",
            writers=_listed(BY_WRITERS),
            readers=_listed(BY_READERS),
        ),
        "\n".join(_material(hearings)),
        MEASURES.format(enough=ENOUGH),
        "\n".join(_summary(stages, found)),
        *("\n".join(_stage(stage, found)) for stage in stages),
        "\n".join(_kappas(found)),
    ]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _listed(names: Sequence[str]) -> str:
    return " and ".join((", ".join(f"`{each}`" for each in names[:-1]), f"`{names[-1]}`"))


def _material(hearings: Sequence[Hearing]) -> Iterator[str]:
    yield "## What is measured on\n"
    yield "| hearing | answers | nynorsk | words | comments | proposals | settled |"
    yield "|---|---|---|---|---|---|---|"
    for each in hearings:
        truth = each.truth.values()
        words = sum(len(one.whole.split()) for one in each.answers.values())
        nynorsk = sum(one.head.get("language") == "nn" for one in each.answers.values())
        settled = len(each.labels["settled"])
        yield (
            f"| {each.name} | {len(each.answers)} | {nynorsk} | {words:,} "
            f"| {sum(len(one.comments) for one in truth)} | {sum(len(one.proposals) for one in truth)} "
            f"| {settled} |"
        )
    if any(each.unsettled for each in hearings):
        yield "\nWhere an answer is not settled yet, the first labels are taken for the truth."


def _summary(stages: Sequence[Stage], found: Sequence[Measured]) -> Iterator[str]:
    yield "## The goals\n"
    yield f"| measure | goal | open hearings | {CLOSED} | |"
    yield "|---|---|---|---|---|"
    for stage in stages:
        for row in rows(stage, found):
            if row.goal is not None and not stage.name.endswith("-all"):
                yield (
                    f"| {row.name} | {row.goal_words} | {_words(row.together)} | {_words(row.closed)} "
                    f"| {_verdict(row)} |"
                )


def _verdict(row: Row) -> str:
    return "reached" if row.is_met else "**not reached**"


def _stage(stage: Stage, found: Sequence[Measured]) -> Iterator[str]:
    opened = [each.hearing for each in found if each.hearing != CLOSED]
    yield f"## {stage.title}\n"
    yield f"| | together | {' | '.join(opened)} | {CLOSED} | two labellers |"
    yield "|---" * (len(opened) + 4) + "|"
    for row in rows(stage, found):
        each = " | ".join(_words(row.each.get(name)) for name in opened)
        yield (
            f"| {row.name} | {_words(row.together)} | {each} | {_words(row.closed)} "
            f"| {_words(row.labellers)} |"
        )


def _kappas(found: Sequence[Measured]) -> Iterator[str]:
    yield "## The two labellers: Cohen's kappa\n"
    yield "Stance, links and themes are compared where both have the same piece."
    yield "What differed was settled by a third.\n"
    there = [each for each in found if each.agreement]
    yield f"| | together | {' | '.join(each.hearing for each in there)} |"
    yield "|---" * (len(there) + 2) + "|"
    for place, first in enumerate(there[0].agreement if there else ()):
        tallies = [each.agreement[place] for each in there]
        alone = " | ".join(_words(figure([each])) for each in tallies)
        yield f"| {first.name} | {_words(figure(tallies))} | {alone} |"


def _words(value: Figure | None) -> str:
    return value.words() if value else "–"
