"""Where what a page lists can be taken home as a table: the nearest that open data can be asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from innspill.interfaces.portal.forms import OUTSIDE
from innspill.stages.publication.core.listing import Filter


@dataclass(frozen=True, slots=True)
class Table:
    """The address of a CSV file; `is_exact` where its rows are just those of the list."""

    address: str
    is_exact: bool


def table_of_responses(slug: str, asked: Filter, words: str) -> Table:
    """A row for each response of a list."""
    left = replace(asked, group=None, question=None, standing=None)
    return _table("api:responses", slug, asked, is_exact=left == Filter() and not words)


def table_of_answers(slug: str, question: str, asked: Filter, words: str) -> Table:
    """A row for each current response that answers one question."""
    wanted = replace(asked, question=question, standing="current")
    left = replace(asked, group=None, question=None, standing=None)
    return _table("api:answers", slug, wanted, is_exact=left == Filter() and not words)


def _table(name: str, slug: str, asked: Filter, *, is_exact: bool) -> Table:
    group = OUTSIDE if asked.group == "" else asked.group
    wanted = {"group": group, "question": asked.question, "standing": asked.standing}
    query = urlencode({key: value for key, value in wanted.items() if value is not None})
    address = reverse(name, args=[slug, "csv"])
    return Table(f"{address}?{query}" if query else address, is_exact)
