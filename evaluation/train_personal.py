"""Learns the weights of `publication/core/telling`: python -m evaluation.train_personal.

Whether a sentence tells of somebody's health: one weight for each sign that is seen of it, plain
numbers in JSON. Learnt from the hearings that are tuned on; `lov` and `skole` are not among them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from evaluation import hearings
from evaluation.hearings import FOLDER, read_answers, read_labels
from evaluation.measuring.personal import spans
from evaluation.personal_texts import labelled
from innspill.stages.publication.core.names import told_of
from innspill.stages.publication.core.plain import unwrapped
from innspill.stages.publication.core.special_categories import weighed
from innspill.stages.publication.core.telling import weighing
from innspill.stages.publication.core.telling.signs import signs

FROM = ("sikkerhet", "plan", *hearings.BY_WRITERS)
TEXTS = ("tuning", "tuning_more", "tuning_by_others", "tuning_hard", "tuning_letters")
"""Of `samples/personal_data`; no half that is held out, nor `tuning_bodies`, where statements are not marked."""
_SHORT = 3
"""How much more a sentence of these texts counts, since they are short: the hearings are long."""
_STRENGTH = 0.3
"""How far weights may go from nothing."""
_MUCH = 0.4
"""Such a share of a sentence, or of what is labelled, lies in the other where they are the same."""
_SMALLEST = 0.02
Example = tuple[frozenset[str], bool, int]
"""The signs of a sentence, whether it tells, and how often it counts."""


def learn(examples: Sequence[Example], file: Path) -> None:
    """Learns from `examples` and writes the weights into `file`."""
    vectors = DictVectorizer()
    rows = vectors.fit_transform([dict.fromkeys(seen, 1) for seen, _, _ in examples])
    fitted = LogisticRegression(C=_STRENGTH, max_iter=3000).fit(
        rows,
        [told for _, told, _ in examples],
        sample_weight=[times for _, _, times in examples],
    )
    weights = {
        sign: round(float(fitted.coef_[0][at]), 3)
        for sign, at in sorted(vectors.vocabulary_.items())
        if abs(fitted.coef_[0][at]) >= _SMALLEST
    }
    told = {"": round(float(fitted.intercept_[0]), 3), **weights}
    lines = json.dumps(told, ensure_ascii=False, indent=0, separators=(",", ":"))
    file.write_text(lines + "\n", encoding="utf-8")


def of_hearing(name: str) -> Iterator[Example]:
    """Each sentence of a labelled hearing that may tell of somebody."""
    answers = read_answers(FOLDER / name)
    for ident, labels in read_labels(FOLDER / name, "settled", answers).items():
        written = answers[ident]
        for text in map(unwrapped, written.places.values()):
            labelled = [(s, e) for s, e, kind in spans(text, labels.personal) if kind == "health"]
            yield from _of_text(text, labelled, private=written.private, times=1)


def of_texts(name: str) -> Iterator[Example]:
    """Each sentence of the labelled texts `name`."""
    for each in labelled(name):
        told = [(start, end) for start, end, label in each.spans if label == "special"]
        yield from _of_text(unwrapped(each.text), told, private=each.private, times=_SHORT)


def _of_text(
    text: str, labelled: Sequence[tuple[int, int]], *, private: bool, times: int
) -> Iterator[Example]:
    names = list(told_of(text, private=private))
    for start, end, _, sentence in weighed(text, names, private=private):
        told = any(_same(text, (start, end), span) for span in labelled)
        yield signs(sentence), told, times


def _same(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    both = _letters(text, max(one[0], other[0]), min(one[1], other[1]))
    return both > 0 and both >= _MUCH * min(_letters(text, *one), _letters(text, *other))


def _letters(text: str, start: int, end: int) -> int:
    return sum(each.isalnum() for each in text[start:end])


if __name__ == "__main__":
    every = chain(*map(of_hearing, FROM), *map(of_texts, TEXTS))
    learn(list(every), Path(weighing.__file__).with_name("weights.json"))
    sys.exit(0)
