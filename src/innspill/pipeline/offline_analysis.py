"""What the comments have in common, as JSON Lines: themes, same words, measures, abbreviations."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from innspill.pipeline.offline_values import Results
from innspill.stages.analysis.core.analyse import language_of
from innspill.stages.analysis.core.mentions import glossary_of
from innspill.stages.analysis.core.reasons import ALWAYS_NAMED
from innspill.stages.analysis.core.registers import Said, measures_of, missing_of, requirements_of
from innspill.stages.analysis.core.values import Analysis, CommentFound, Passages, ThemeFound
from innspill.stages.consultations.core.definition import in_language

Json = dict[str, Any]
THEME_SCHEMA, PASSAGES_SCHEMA = "innspill/theme/1", "innspill/passages/1"
MEASURE_SCHEMA, MISSING_SCHEMA = "innspill/measure/1", "innspill/missing/1"
TERM_SCHEMA, REQUIREMENT_SCHEMA = "innspill/term/1", "innspill/requirement/1"
OTHER, NO_REASON = "other", "no-reason"


def themes_jsonl(results: Results) -> str:
    """One line for each theme and sub-theme, then "other" and "no reason given".

    `comments` are numbers of lines of comments.jsonl, from 1.
    """
    remarks = _remarks(results.analysis)
    groups = {
        each.registered.reference: each.rendered.public.group or "" for each in results.responses
    }
    themes, language = results.analysis.themes, language_of(results.definition)
    found = [
        _theme(number, parent, theme, remarks, groups)
        for number, parent, theme in _numbered(themes.found)
    ]
    found += [
        _theme(
            name,
            None,
            ThemeFound(in_language(ALWAYS_NAMED[name], language), "", (), members),
            remarks,
            groups,
        )
        for name, members in ((OTHER, themes.left), (NO_REASON, themes.no_reason))
    ]
    return _lines(found)


def passages_jsonl(results: Results) -> str:
    """One line for each group of comments that say the same, with what each has of its own."""
    remarks = _remarks(results.analysis)
    return _lines(_passages(group, remarks) for group in results.analysis.passages)


def measures_jsonl(results: Results) -> str:
    """One line for each measure: the hearing's own, then those that comments add."""
    remarks = _remarks(results.analysis)
    found = measures_of(results.definition, _said(results), language_of(results.definition))
    return _lines(
        {
            "schema": MEASURE_SCHEMA,
            **asdict(each),
            "comments": [remarks[place][0] + 1 for place in each.comments],
        }
        for each in found
    )


def missing_jsonl(results: Results) -> str:
    """One line for each initiative that respondents say is missing from what is heard."""
    remarks = _remarks(results.analysis)
    return _lines(
        {
            "schema": MISSING_SCHEMA,
            "name": each.name,
            "comments": [remarks[place][0] + 1 for place in each.comments],
        }
        for each in missing_of(_said(results))
    )


def requirements_jsonl(results: Results) -> str:
    """One line for each sentence that tells of a requirement, with the law or body that sets it."""
    remarks = _remarks(results.analysis)
    said = _said(results)
    return _lines(
        {
            "schema": REQUIREMENT_SCHEMA,
            "comment": remarks[each.comment][0] + 1,
            "text": said[each.comment].text[each.span.start : each.span.end],
            "set_by": list(each.set_by),
        }
        for each in requirements_of(said)
    )


def glossary_jsonl(results: Results) -> str:
    """One line for each abbreviation, those that nobody explained first."""
    language = language_of(results.definition)
    terms = {
        term.word: in_language(term.explanation, language) for term in results.definition.glossary
    }
    remarks = _remarks(results.analysis)
    texts = [(each.response, each.text, each.mentions) for _, each in remarks]
    notes = {
        each.registered.reference: dict(each.rendered.public.footnotes)
        for each in results.responses
    }
    return _lines(
        {
            "schema": TERM_SCHEMA,
            **asdict(each),
            "comments": [remarks[place][0] + 1 for place in each.comments],
        }
        for each in glossary_of(texts, terms, notes)
    )


def _said(results: Results) -> list[Said]:
    senders = {
        each.registered.reference: each.rendered.public.senders for each in results.responses
    }
    return [
        Said(each.text, each.proposals, each.mentions, senders.get(each.response, ()))
        for _, each in _remarks(results.analysis)
    ]


def themes_of_comments(analysis: Analysis) -> dict[int, list[str]]:
    """The numbers of the themes that each comment stands in, by its place in the analysis.

    Where it stands in a sub-theme that one is named, and not the theme above it.
    """
    remarks = _remarks(analysis)
    found: dict[int, list[str]] = defaultdict(list)
    for number, _, theme in _numbered(analysis.themes.found):
        below = {member for part in theme.parts for member in part.members}
        for member in theme.members:
            if member not in below:
                found[remarks[member][0]].append(number)
    named = ((OTHER, analysis.themes.left), (NO_REASON, analysis.themes.no_reason))
    for name, members in named:
        for member in members:
            found[remarks[member][0]].append(name)
    return dict(found)


def _remarks(analysis: Analysis) -> Sequence[tuple[int, CommentFound]]:
    return [(at, each) for at, each in enumerate(analysis.comments) if each.is_remark]


def _numbered(
    themes: Iterable[ThemeFound], parent: str | None = None
) -> Iterator[tuple[str, str | None, ThemeFound]]:
    """Each theme with its number ("3", "3.1") and that of the one it stands under."""
    for at, theme in enumerate(themes, start=1):
        number = f"{parent}.{at}" if parent else str(at)
        yield number, parent, theme
        yield from _numbered(theme.parts, number)


def _theme(
    number: str,
    parent: str | None,
    theme: ThemeFound,
    remarks: Sequence[tuple[int, CommentFound]],
    groups: Mapping[str, str],
) -> Json:
    members = [remarks[member] for member in theme.members]
    return {
        "schema": THEME_SCHEMA,
        "theme": number,
        "parent": parent,
        "label": theme.label,
        "description": theme.description,
        "phrases": list(theme.phrases),
        "comments": [at + 1 for at, _ in members],
        "contrary": [remarks[member][0] + 1 for member in theme.contrary],
        "responses": len({each.response for _, each in members}),
        "stances": dict(Counter(each.stance.value for _, each in members)),
        "groups": dict(Counter(groups.get(each.response, "") for _, each in members)),
    }


def _passages(group: Passages, remarks: Sequence[tuple[int, CommentFound]]) -> Json:
    members = [remarks[member] for member in group.members]
    own = group.own or ((),) * len(members)
    return {
        "schema": PASSAGES_SCHEMA,
        "kind": group.kind,
        "similarity": group.similarity,
        "senders": len({each.response for _, each in members}),
        "members": [
            {"comment": at + 1, "response": each.response, "own": [asdict(span) for span in spans]}
            for (at, each), spans in zip(members, own, strict=True)
        ],
    }


def _lines(objects: Iterable[Json]) -> str:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in objects)
