"""What a hearing's comments name, as lists: abbreviations, measures, what respondents miss."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.analysis.core.analyse import language_of
from innspill.stages.analysis.core.mentions import glossary_of
from innspill.stages.analysis.core.mentions.glossary import NOTE
from innspill.stages.analysis.core.registers import (
    Said,
    measures_of,
    missing_of,
    requirements_of,
)
from innspill.stages.analysis.core.values import Mention, Proposal
from innspill.stages.analysis.queries.reading import comments
from innspill.stages.analysis.queries.rows import CommentFilter, CommentRow, SuggestionShown
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.publication import queries as publication


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
    """Numbers of the comments that propose it or speak of it."""
    from_hearing: bool


@dataclass(frozen=True, slots=True)
class MissingShown:
    """An initiative that respondents say is missing from what is heard."""

    name: str
    comments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RequirementShown:
    """A sentence of a comment that tells of a requirement, and who sets it."""

    comment: int
    """Number of the comment that it stands in."""
    text: str
    set_by: tuple[str, ...]
    """Laws and bodies, as they are named."""


def glossary(slug: str, owners: Collection[Owner]) -> list[TermShown]:
    """The abbreviations of one hearing, those that nobody explained first."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    language = language_of(hearing.definition)
    terms = {
        term.word: in_language(term.explanation, language) for term in hearing.definition.glossary
    }
    rows = comments(slug, owners)
    texts = [(row.reference, row.text, tuple(map(_mention, row.mentions))) for row in rows]
    noted = publication.footnotes({row.rendition_id for row in rows if NOTE.search(row.text)})
    notes = {row.reference: noted.get(row.rendition_id, {}) for row in rows}
    return [
        TermShown(
            word=each.word,
            explanation=each.explanation,
            by_hearing=each.by_hearing,
            comments=tuple(rows[place].id for place in each.comments),
        )
        for each in glossary_of(texts, terms, notes)
    ]


def measures(slug: str, owners: Collection[Owner]) -> list[MeasureShown]:
    """The register of measures: the hearing's own, then those that comments add."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    rows = comments(slug, owners, CommentFilter())
    found = measures_of(hearing.definition, _said(rows), language_of(hearing.definition))
    return [
        MeasureShown(
            name=each.name,
            responsible=each.responsible,
            relevant_for=each.relevant_for,
            description=each.description,
            comments=tuple(rows[place].id for place in each.comments),
            from_hearing=each.from_hearing,
        )
        for each in found
    ]


def requirements(slug: str, owners: Collection[Owner]) -> list[RequirementShown]:
    """The requirements that comments of one hearing tell of, in order."""
    return requirements_in(comments(slug, owners, CommentFilter()))


def requirements_in(rows: Sequence[CommentRow]) -> list[RequirementShown]:
    """The requirements that these comments tell of, in order."""
    return [
        RequirementShown(
            comment=rows[each.comment].id,
            text=rows[each.comment].text[each.span.start : each.span.end],
            set_by=each.set_by,
        )
        for each in requirements_of(_said(rows))
    ]


def missing_named(slug: str, owners: Collection[Owner]) -> list[MissingShown]:
    """The initiatives that respondents say are missing, those of most comments first."""
    rows = comments(slug, owners, CommentFilter())
    return [
        MissingShown(each.name, tuple(rows[place].id for place in each.comments))
        for each in missing_of(_said(rows))
    ]


def _said(rows: Sequence[CommentRow]) -> list[Said]:
    """The comments as the registers read them: with what stands, and not what a person took away."""
    return [
        Said(
            text=row.text,
            proposals=tuple(_proposal(each) for each in row.asked_for),
            mentions=tuple(_mention(each) for each in row.mentions),
            senders=(row.name,),
        )
        for row in rows
    ]


def _proposal(shown: SuggestionShown) -> Proposal:
    said = {key: str(shown.said.get(key, "")) for key in _FIELDS}
    return Proposal(span=shown.span, phrase=next(iter(shown.grounds), ""), **said)


def _mention(shown: SuggestionShown) -> Mention:
    kind = shown.said.get("kind", "programme")
    return Mention(kind, shown.span, shown.value, str(shown.said.get("number", "")))


_FIELDS = ("actor", "action", "object", "funding", "deadline", "wording")
