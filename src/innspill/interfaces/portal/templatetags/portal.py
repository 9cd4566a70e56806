"""Tags and filters of the portal: words explained where they stand, and language buttons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import template
from django.template import Context, Template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import override

from innspill.interfaces.portal import proof_words
from innspill.interfaces.portal.sender_form import WISHES
from innspill.interfaces.ui import words
from innspill.interfaces.ui.kept_pages import kept_part
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.passages import place_word, short_place
from innspill.stages.consultations.core.definition import (
    Definition,
    Language,
    Question,
    Term,
    chosen,
)
from innspill.stages.publication.core.became import BecameOf
from innspill.stages.publication.core.values import PublicResponse

register = template.Library()


@register.simple_tag(takes_context=True)
def of_hearing(context: Context, name: str) -> SafeString:
    """A part of a hearing's page that is the same whoever looks and whatever they look for."""

    def made() -> SafeString:
        part: Template = context.template.engine.get_template(name)  # type: ignore[union-attr]
        return part.render(context)

    return kept_part((name, context["hearing"].slug), made)


@register.filter
def aside_said(became: BecameOf) -> str:
    """Why a delivery was set aside, as its sender may know it."""
    return proof_words.said_of_aside(
        became.reason, moved=became.goes_on is not None and became.reason != "duplicate"
    )


@register.filter
def place(several: Sequence[Any], number: int) -> Any:
    """The one that stands at this place of several."""
    return several[number]


@register.filter
def place_said(where: str, definition: Definition) -> str:
    """A place of the papers by its name."""
    return place_word(where, definition)


@register.filter
def place_called(where: str) -> str:
    """A place of the papers without its title: "Kapittel 5"."""
    return short_place(where)


@register.filter
def wish_in_words(wish: str) -> str:
    """How a sender wishes the response to be published."""
    return str(WISHES.get(wish, ""))


@register.filter
def explained(text: Mapping[Language, str], definition: Definition) -> SafeString:
    """A text of the hearing, where the first use of each word in its list links to the list."""
    found, language = chosen(text, active())
    body = _linked(found, definition.glossary)
    if language == active():
        return body
    return format_html('<span lang="{}">{}</span>', language, body)


@register.filter
def terms_of(questions: Iterable[Question], definition: Definition) -> list[tuple[int, Term]]:
    """The explained words that stand in these questions, with their numbers in the list."""
    texts = [chosen(text, active())[0] for one in questions for text in (one.text, one.guidance)]
    return [
        (number, term)
        for number, term in enumerate(definition.glossary, start=1)
        if any(_pattern((term,)).search(text) for text in texts)
    ]


@register.simple_tag
def language_buttons() -> list[tuple[str, str, bool]]:
    """Code, name and whether it is the page's, of each language."""
    shown = []
    for code, name in words.LANGUAGE.items():
        with override(code):
            shown.append((code, str(name)))
    return [(code, name, code == active()) for code, name in shown]


def _linked(text: str, glossary: tuple[Term, ...]) -> SafeString:
    if not glossary:
        return format_html("{}", text)
    return format_html_join("", "{}", ((part,) for part in _parts(text, glossary)))


def _parts(text: str, glossary: tuple[Term, ...]) -> Iterator[str]:
    numbers = {term.word.casefold(): number for number, term in enumerate(glossary, start=1)}
    seen: set[int] = set()
    at = 0
    for found in _pattern(glossary).finditer(text):
        number = numbers[found.group().casefold()]
        if number in seen:
            continue
        seen.add(number)
        yield text[at : found.start()]
        yield format_html('<a class="term" href="#ord-{}">{}</a>', number, found.group())
        at = found.end()
    yield text[at:]


def _pattern(glossary: tuple[Term, ...]) -> re.Pattern[str]:
    longest_first = sorted((term.word for term in glossary), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


@register.filter
def further_kinds(shown: Any) -> list[str]:
    """The kinds of a public response that no other tag tells."""
    return [kind for kind in shown.kinds if kind not in {"joint", "adherence"}]


@register.filter
def numbered(response: PublicResponse) -> list[tuple[str, str]]:
    """The senders whose organisation number is known, each with it."""
    pairs = ((name, response.number_of(at)) for at, name in enumerate(response.senders))
    return [(name, number) for name, number in pairs if number]


@register.filter
def organisation_number(number: str) -> str:
    """Nine digits as people read them: "912 345 678"."""
    return f"{number[:3]}\u00a0{number[3:6]}\u00a0{number[6:]}"
