"""Learns the weights that lie in `analysis/core/learnt`: python -m evaluation.train.

Four linear models: what a piece of text is (`kind`), where a new point begins (`division`), the
stance of a comment (`stance`), and whether a clause asks for something (`asking`). They are plain
numbers in JSON, a few per feature. What was learnt from all but the closed hearing is shipped;
`folds.py` learns without one to measure on it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from evaluation import hearings
from evaluation.answers import public
from evaluation.asked import asked
from evaluation.hearings import Hearing
from evaluation.labels import Labels, Segment
from innspill.stages.analysis.core import learnt
from innspill.stages.analysis.core.analyse import form_wording
from innspill.stages.analysis.core.dividing.features import (
    Piece,
    Where,
    look,
    of_company,
    of_kind,
    of_start,
    settled_start,
)
from innspill.stages.analysis.core.dividing.subjects import subjects_of
from innspill.stages.analysis.core.dividing.units import units
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.labelling import settings_of, voices_of, where_of
from innspill.stages.analysis.core.places import Place, places_of
from innspill.stages.analysis.core.stances.features import of_stance
from innspill.stages.publication.core.values import PublicResponse

Example = tuple[frozenset[str], str]
STRENGTH = {"kind": 0.1, "division": 0.1, "stance": 0.035, "asking": 0.1}
"""How far weights may go from nothing; chosen by leaving out one of the hearings tuned on in turn."""
_WORDS, _WEIGH = ("w=", "2=", "first=", "s1=", "sl="), 0.7
"""Words tell less of the stance in another hearing than tones do: features that count for less."""
_RARE = 3
_SMALLEST = 0.015


def learn(names: Sequence[str], folder: Path) -> None:
    """Learns from the hearings `names` and writes the four models into `folder`."""
    found = [hearings.load(name) for name in names]
    divided = [list(_dividing(each)) for each in found]
    counts = [1 / _labellings(each) for each in found]
    for name in ("kind", "division"):
        _write(folder, name, [[e for e in each if e[0] == name] for each in divided], counts)
    whole = [1.0] * len(found)
    _write(folder, "stance", [list(_stances(each)) for each in found], whole)
    _write(folder, "asking", [list(asked(each)) for each in found], whole)


def _labellings(hearing: Hearing) -> int:
    """How many labelled each answer: however many did, its division counts once.

    In stance each labelling counts: what two readers and a third say alike is surer there.
    """
    return sum(bool(each) for each in hearing.labels.values())


def _write(
    folder: Path,
    name: str,
    found: Sequence[Sequence[tuple[str, Example]]],
    counting: Sequence[float],
) -> None:
    """Learns the model `name` from the examples of each hearing, each `counting` so much."""
    kept = _shared([[example for _, example in each] for each in found])
    examples = [example for each in found for _, example in each]
    each_counts = [n for n, each in zip(counting, found, strict=True) for _ in each]
    vectors = DictVectorizer()
    weighed = {f: _WEIGH if name == "stance" and f.startswith(_WORDS) else 1.0 for f in kept}
    rows = vectors.fit_transform([{f: weighed[f] for f in kept & seen} for seen, _ in examples])
    classes = [said for _, said in examples]
    counts: Counter[str] = Counter()
    for each, n in zip(classes, each_counts, strict=True):
        counts[each] += n  # type: ignore[assignment]
    even = {each: (sum(each_counts) / (len(counts) * n)) ** 0.5 for each, n in counts.items()}
    fitted = LogisticRegression(
        C=STRENGTH[name], max_iter=400, class_weight=even if name == "stance" else None
    ).fit(rows, classes, sample_weight=each_counts)
    weights, bias = fitted.coef_, fitted.intercept_
    if len(weights) == 1:
        weights, bias = [-weights[0], weights[0]], [-bias[0], bias[0]]
        weights = [[each / 2 for each in row] for row in weights]
        bias = [each / 2 for each in bias]
    columns = {
        feature: [round(float(row[at]) * weighed[feature], 3) for row in weights]
        for feature, at in sorted(vectors.vocabulary_.items())
    }
    told = {
        "classes": [str(each) for each in fitted.classes_],
        "bias": [round(float(each), 3) for each in bias],
        "weights": {f: row for f, row in columns.items() if max(map(abs, row)) >= _SMALLEST},
    }
    lines = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{name}.json").write_text(lines + "\n", encoding="utf-8")


def _shared(found: Sequence[Sequence[Example]]) -> frozenset[str]:
    """Features seen often, and in more than one hearing: the words of one subject are none."""
    counts: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for examples in found:
        here = Counter(feature for seen, _ in examples for feature in seen)
        counts.update(here)
        places.update(here.keys())
    return frozenset(each for each, n in counts.items() if n >= _RARE and places[each] > 1)


def _labelled(hearing: Hearing) -> Iterator[tuple[PublicResponse, Labels]]:
    """Each answer with each of its labellings."""
    for labels in hearing.labels.values():
        for ident, said in labels.items():
            yield public(hearing.answers[ident]), said


def _dividing(hearing: Hearing) -> Iterator[tuple[str, Example]]:
    known = form_wording(hearing.definition)
    subjects = subjects_of(hearing.definition)
    for response, labels in _labelled(hearing):
        names = {fold(each) for each in (*response.senders, hearing.definition.owner)}
        for place in places_of(response):
            segments = _of_place(labels, place)
            spans = list(units(place.text))
            ends = [0, *(each.end for each in spans)]
            pieces = [
                look(place.text, (span.start, span.end), before, known | names, subjects)
                for span, before in zip(spans, ends, strict=False)
            ]
            lies_in = [_segment_at(segments, span.start) for span in spans]
            yield from _of_pieces(pieces, lies_in, where_of(response, place))


def _of_pieces(
    pieces: Sequence[Piece], lies_in: Sequence[Segment | None], where: Where
) -> Iterator[tuple[str, Example]]:
    point: list[Piece] = []
    before: Segment | None = None
    company = of_company(pieces, where)
    for at, (piece, segment) in enumerate(zip(pieces, lies_in, strict=True)):
        if segment is None:
            continue
        yield "kind", (frozenset(of_kind(pieces, at, where, company)), segment.kind)
        new = segment is not before
        both = before is not None and before.is_comment and segment.is_comment
        if both and settled_start(point, piece) is None:
            seen = frozenset(of_start(point, piece, where))
            yield "division", (seen, "new" if new else "same")
        point = [piece] if new else [*point, piece]
        before = segment


def _stances(hearing: Hearing) -> Iterator[tuple[str, Example]]:
    for response, labels in _labelled(hearing):
        voices = voices_of(response, hearing.definition)
        for place in places_of(response):
            segments = _of_place(labels, place)
            pieces = [(place.text[s.start : s.end], s.is_comment) for s in segments]
            around = settings_of(response, hearing.definition, place, pieces, voices)
            for segment, (text, _), setting in zip(segments, pieces, around, strict=True):
                if segment.is_comment:
                    yield "stance", (frozenset(of_stance(text, setting)), segment.stance)


def _of_place(labels: Labels, place: Place) -> list[Segment]:
    name = f"q{place.question}" if place.question else f"g{place.paragraph}"
    return [each for each in labels.segments if each.place == name and each.end > each.start]


def _segment_at(segments: Iterable[Segment], start: int) -> Segment | None:
    """The segment that a piece lies in: the last that begins before it or with it."""
    return next((s for s in reversed(list(segments)) if s.start <= start), None)


if __name__ == "__main__":
    learn((*hearings.OPEN, *hearings.LEARNT), Path(learnt.__file__).parent)
    sys.exit(0)
