"""What a page and form say beside their questions: kinds of questions, target groups, a glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.stages.consultations.core.definition import (
    Choice,
    Language,
    QuestionKind,
    TargetGroup,
    Term,
)
from innspill.stages.consultations.core.ids import slug
from innspill.stages.consultations.core.page import Item, Page

_GROUPS = re.compile(r"målgruppe(?:r|n|ne|ar|ane)?\b|target groups?\b", re.IGNORECASE)
_GLOSSARY = re.compile(
    r"(?:ordliste|ordforklaring\w*|forkort(?:elser|ingar)|begreper|omgrep|definisjon(?:er|ar)"
    r"|ord og uttrykk|glossary|abbreviations|definitions)\b",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?P<word>[^:=–—]{2,60}?)\s*(?::|=|\s[–—-])\s+(?P<explanation>\S.{3,})")
_COLUMNS = (
    r"tiltak|measure",
    r"ansvar\w*|responsible",
    r"relevan\w*",
    r"beskriv\w*|skildr\w*|descri\w*",
)
_ENDS = re.compile(
    r"(?:helt|heilt|svært|veldig|fully|strongly|very|completely)\s+\w+|[1-9]|10", re.IGNORECASE
)
_FEWEST_STEPS = 3
_FEWEST_COLUMNS = 3


def kind_of(choices: Sequence[Choice], guidance: str) -> QuestionKind:
    """The kind of an imported question with these choices and this guidance.

    A scale has its ends in words ("helt enig … helt uenig") or is numbers; guidance that names
    the columns of a table of measures asks for one, where nothing is to be ticked.
    """
    if choices:
        words = [text for choice in choices for text in choice.text.values()]
        ends = sum(bool(_ENDS.match(word)) for word in words)
        return "scale" if len(choices) >= _FEWEST_STEPS and ends >= 2 else "choice"
    named = sum(bool(re.search(rf"\b(?:{column})", guidance, re.IGNORECASE)) for column in _COLUMNS)
    return "measures" if named >= _FEWEST_COLUMNS else "text"


def target_groups_of(page: Page, language: Language) -> tuple[TargetGroup, ...]:
    """The groups that the page lists under "Målgrupper"; none where it only tells of them."""
    found: dict[str, TargetGroup] = {}
    for item in _listed_under(page, _GROUPS):
        name = item.text.strip(" .;,")
        if name:
            identity = slug(name)
            found.setdefault(identity, TargetGroup(id=identity, name={language: name[:300]}))
    return tuple(found.values())


def glossary_of(page: Page, language: Language) -> tuple[Term, ...]:
    """The words that the page explains under "Ordliste": "ROS: risiko og sårbarhet"."""
    found: dict[str, Term] = {}
    for item in _under(page, _GLOSSARY):
        match = _TERM.fullmatch(item.text.strip())
        if match:
            word = match["word"].strip()
            explained = match["explanation"].strip()
            found.setdefault(word.casefold(), Term(word=word, explanation={language: explained}))
    return tuple(found.values())


def _under(page: Page, heading: re.Pattern[str]) -> list[Item]:
    return [item for part in page.parts if heading.match(part.heading) for item in part.items]


def _listed_under(page: Page, heading: re.Pattern[str]) -> list[Item]:
    return [item for item in _under(page, heading) if item.is_listed]
