"""What a hearing's comments name, as lists: abbreviations, measures, what respondents miss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.analysis.queries.reading import comments
from innspill.stages.analysis.queries.rows import CommentFilter
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import in_language


@dataclass(frozen=True, slots=True)
class TermShown:
    """An abbreviation that stands in the answers. `explanation` is empty where nobody gave one."""

    word: str
    explanation: str
    by_hearing: bool
    """Whether the hearing itself explains it; else an answer does, or nobody."""
    comments: tuple[int, ...]
    """Numbers of the comments that it stands in."""


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """A measure of the hearing (annex A), or one that somebody proposed."""

    name: str
    responsible: str
    relevant_for: str
    description: str
    comments: tuple[int, ...]
    """Numbers of the comments that propose it or speak of it; none for one of the hearing's own
    that nobody speaks of."""
    from_hearing: bool


@dataclass(frozen=True, slots=True)
class MissingShown:
    """An initiative that respondents say is missing from what is heard."""

    name: str
    comments: tuple[int, ...]


def glossary(slug: str, owners: Collection[Owner]) -> list[TermShown]:
    """The abbreviations of one hearing, those that nobody explained first, then by word."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    explained = {
        term.word.casefold(): in_language(term.explanation, "nb")
        for term in hearing.definition.glossary
    }
    found: dict[str, list[int]] = defaultdict(list)
    given: dict[str, str] = {}
    for row in comments(slug, owners, CommentFilter(remarks=False)):
        for mention in row.mentions:
            if mention.said.get("kind") != "abbreviation":
                continue
            word = row.text[mention.span.start : mention.span.end]
            found[word].append(row.id)
            if mention.value and mention.value != word:
                given.setdefault(word, mention.value)
    terms = [
        TermShown(
            word=word,
            explanation=explained.get(word.casefold()) or given.get(word, ""),
            by_hearing=word.casefold() in explained,
            comments=tuple(dict.fromkeys(ids)),
        )
        for word, ids in found.items()
    ]
    return sorted(terms, key=lambda term: (bool(term.explanation), term.word.casefold()))


def measures(slug: str, owners: Collection[Owner]) -> list[MeasureShown]:
    """The register of measures: the hearing's own, then those that are proposed."""
    return []


def missing_named(slug: str, owners: Collection[Owner]) -> list[MissingShown]:
    """The initiatives that respondents say are missing, those of most comments first."""
    return []
