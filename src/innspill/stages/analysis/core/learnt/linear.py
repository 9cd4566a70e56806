"""A linear model as plain numbers: what speaks for each class, added up."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


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

    def telling(self, features: Iterable[str], name: str) -> list[str]:
        """The features that speak for class `name`, the strongest first."""
        place = self.classes.index(name)
        found = {each: self.weights[each][place] for each in features if each in self.weights}
        return sorted((each for each in found if found[each] > 0), key=lambda each: -found[each])


def from_json(text: str) -> LinearModel:
    """A model as `evaluation/train.py` writes it."""
    raw = json.loads(text)
    return LinearModel(
        tuple(raw["classes"]),
        tuple(raw["bias"]),
        {name: tuple(weights) for name, weights in raw["weights"].items()},
    )


@lru_cache(maxsize=8)
def model(name: str) -> LinearModel:
    """The model that lies beside this file as `name`.json; read once."""
    return from_json((Path(__file__).parent / f"{name}.json").read_text("utf-8"))
