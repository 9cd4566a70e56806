"""The sources: one YAML file per delivery, with what it says and what is true about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
HEARING = HERE.parent / "trygt-vann"


@dataclass(frozen=True)
class Source:
    """One delivery: how it is made, when it came, what it says, and the author's truth."""

    name: str
    data: dict[str, Any]

    @property
    def file(self) -> str:
        """The name it was sent under."""
        return str(self.data["file"])

    @property
    def made_as(self) -> str:
        """How its bytes are made: a name in build.py."""
        return str(self.data["made_as"])

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def get(self, key: str, default: Any = None) -> Any:
        """One of its fields, or `default`."""
        return self.data.get(key, default)


def sources() -> list[Source]:
    """All sources, in the order of their file names, which is the order of arrival."""
    paths = sorted((HERE / "sources").glob("*.yaml"))
    return [Source(path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in paths]


def definition() -> dict[str, Any]:
    """The sample hearing as plain data, so that making needs nothing of Innspill itself."""
    loaded: dict[str, Any] = yaml.safe_load((HEARING / "consultation.yaml").read_text("utf-8"))
    return loaded
