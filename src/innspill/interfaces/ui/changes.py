"""What was changed in a hearing, said in the page's language: for the public and at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext

from innspill.interfaces.ui import setup_words, words
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.templatetags.innspill import day
from innspill.stages.consultations.core.change_parts import Change, Said
from innspill.stages.consultations.core.definition import in_language

_DAYS = {"deadline", "opening", "opens", "assessment-date", "finish-date"}
_AS = {"opens": "opening", "timezone": "deadline"}
_LABEL_ALONE = {
    "summary", "section-text", "chapter-text", "phase-text", "short-reason", "event-details",
    "late-policy", "one-response", "publication", "question-kind", "question-many", "condition",
    "for-groups", "references", "effect", "question-order", "guidance",
}  # fmt: skip
"""Kinds whose content is too long, or only a code: that it changed is what is told."""
_LONGEST = 160


def said(change: Change) -> str:
    """One change on one line: what was done, where, and what it says now."""
    kind = _AS.get(change.kind, change.kind)
    label = str(setup_words.CHANGE[kind])
    where = _where(kind, change.place)
    if where:
        label = f"{label} ({where})"
    details = "" if kind in _LABEL_ALONE else _details(change)
    return f"{label}: {details}" if details else label


def _where(kind: str, place: str) -> str:
    if not place or kind.startswith(("body", "term", "event")):
        return place
    if kind.startswith(("choice", "effect")):
        return setup_words.place(f"question {place.split(' ', 1)[0]}")
    if kind.startswith(("question", "guidance", "condition", "for-groups", "references")):
        return setup_words.place(f"question {place}")
    if kind.startswith("chapter"):
        return setup_words.place(place)
    return f"«{place}»" if kind == "section-text" else ""


def _details(change: Change) -> str:
    if change.kind == "language-added":
        return str(words.LANGUAGE.get(str(change.after), change.after))
    before, after = _shown(change.kind, change.before), _shown(change.kind, change.after)
    if change.place in {before, after}:
        return ""
    if change.kind in _DAYS and before and after:
        return gettext("fra %(before)s til %(after)s") % {"before": before, "after": after}
    return after or before


def _shown(kind: str, what: Said) -> str:
    if not what or what == "None":
        return ""
    if isinstance(what, Mapping):
        return f"«{Truncator(in_language(what, active())).chars(_LONGEST)}»"
    if kind in _DAYS:
        return day(date.fromisoformat(what))
    return Truncator(what).chars(_LONGEST)
