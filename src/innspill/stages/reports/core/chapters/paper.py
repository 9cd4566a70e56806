"""What a chapter asks of the paper that it is written on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol

from innspill.stages.reports.core.charts import Chart
from innspill.stages.reports.core.words import Words

MARK = re.compile(r"\[\^([^\]\s]{1,10})\]")
"""A footnote's mark as reading leaves it in the text: "[^1]"."""


class Paper(Protocol):
    """A report being written from its beginning to its end, in one language."""

    words: Words
    language: str

    def front(self, kind: str, title: str, facts: Sequence[tuple[str, str]]) -> None:
        """The first page: what it is, its title, its facts, and the table of contents."""

    def heading(self, text: str, level: int = 1, *, numbered: bool = True) -> None:
        """A heading of the outline (levels 1 and 2) or below it (3)."""

    def text(self, text: str, style: str = "Normal", tag: str | None = None) -> Any:
        """A paragraph of plain text; `tag` is its language where it is another than the report's."""

    def labelled(self, label: str, text: str, style: str = "Normal") -> None:
        """A paragraph that begins with a word in bold."""

    def sender(self, name: str, reference: str) -> None:
        """Who the remarks below are from, with a link to the list of who answered."""

    def bullets(self, lines: Sequence[str]) -> None:
        """A list with one bullet for each line."""

    def table(
        self, caption: str, header: Sequence[str], rows: Sequence[Sequence[str]],
        widths: Sequence[float], *, numeric: int | None = None, strong: Sequence[int] = (),
        anchors: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """A table under its caption. `widths` are shares of the text's width; columns from
        `numeric` on are numbers; `strong` rows are sums; `anchors` are the rows' bookmarks.
        """

    def chart(self, chart: Chart) -> None:
        """A chart as a picture with its figures as alternative text, above its caption."""


def anchor_of(reference: str) -> str:
    """The bookmark of a response: letters, digits and underscores, 40 at the most."""
    return ("ref_" + re.sub(r"[^A-Za-z0-9]+", "_", reference))[-40:]
