"""A linear model as plain numbers: what speaks for each class, added up."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER: ContextVar[Path] = ContextVar("_FOLDER", default=Path(__file__).parent)


@dataclass(frozen=True, slots=True)
class LinearModel:
    """One weight per class for each feature that was seen in learning; others count for nothing."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def chances(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each class is, adding up to 1. A feature given twice counts once."""
        sums = list(self.bias)
        for feature in set(features):
            for place, weight in enumerate(self.weights.get(feature, ())):
                sums[place] += weight
        top = max(sums)
        powers = [math.exp(each - top) for each in sums]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}

    def weight(self, feature: str, name: str) -> float:
        """How much `feature` speaks for the class `name`; 0 for one that was not seen."""
        weights = self.weights.get(feature)
        return weights[self.classes.index(name)] if weights else 0.0


def from_json(text: str) -> LinearModel:
    """A model as `evaluation/train.py` writes it."""
    raw = json.loads(text)
    return LinearModel(
        tuple(raw["classes"]),
        tuple(raw["bias"]),
        {name: tuple(weights) for name, weights in raw["weights"].items()},
    )


def model(name: str) -> LinearModel:
    """The model `name`: the one that is shipped, unless `reading_from` says otherwise."""
    return _read(_FOLDER.get() / f"{name}.json")


@contextmanager
def reading_from(folder: Path) -> Iterator[None]:
    """Within it models are read from `folder`: so that one can be measured on what it has not seen."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


@lru_cache(maxsize=32)
def _read(path: Path) -> LinearModel:
    return from_json(path.read_text("utf-8"))
