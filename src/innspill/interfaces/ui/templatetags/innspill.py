"""Tags and filters that all pages share: texts by language, dates, words for codes, bars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from textwrap import shorten
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, override

from innspill.interfaces.ui import prose, words
from innspill.interfaces.ui.language import active, address_in
from innspill.interfaces.ui.look.served import addresses
from innspill.interfaces.ui.paging import address_of
from innspill.stages.consultations.core.definition import (
    Definition,
    Group,
    Language,
    Question,
    chosen,
    in_language,
)
from innspill.stages.publication.core.values import PRIVATE
from innspill.stages.publication.core.wishes import is_unnamed
from innspill.stages.register.core.senders import UNKNOWN

register = template.Library()


@register.filter
def say(text: Mapping[Language, str]) -> SafeString | str:
    """A text of the definition in the page's language, marked where it is in another one."""
    found, language = chosen(text, active())
    if language == active():
        return found
    return format_html('<span lang="{}">{}</span>', language, found)


@register.filter
def plain(text: Mapping[Language, str]) -> str:
    """The same without markup, for titles and attributes."""
    return in_language(text, active())


@register.filter
def cut(text: str, most: int) -> str:
    """The beginning of a title, cut between words where it is long."""
    return shorten(text, most, placeholder=" …")


@register.filter
def language_of(text: Mapping[Language, str]) -> str:
    """The language that `text` is shown in."""
    return chosen(text, active())[1]


@register.filter
def paragraphs(texts: list[Mapping[Language, str]]) -> SafeString:
    """Paragraphs of the definition, with its bulleted lines as lists."""
    return prose.blocks(plain(text) for text in texts)


@register.filter
def written(text: str) -> SafeString:
    """Somebody's text as paragraphs."""
    return prose.written(text)


@register.filter
def day(when: date | datetime | str | None) -> str:
    """A day as people write it: "9. september 2022", in English "9 September 2022"."""
    if not when:
        return ""
    if isinstance(when, str):
        when = datetime.fromisoformat(when)
    if isinstance(when, datetime):
        when = (timezone.localtime(when) if timezone.is_aware(when) else when).date()
    return _day(when, get_language())


@lru_cache(maxsize=4_096)
def _day(when: date, _language: str | None) -> str:
    """In the language that is spoken: lists show the same days again and again."""
    return formats.date_format(when, "j F Y" if active() == "en" else "j. F Y")


@register.filter
def attributes(attrs: Mapping[str, Any]) -> SafeString:
    """The attributes of a field's element, as Django's own template writes them, but at once."""
    return flatatt(dict(attrs))


@register.filter
def last_day(deadline_at: datetime | None) -> str:
    """The last day before the instant `deadline_at`, which is the midnight that ends it."""
    return day(deadline_at - timedelta(seconds=1)) if deadline_at else ""


@register.filter
def moment(when: datetime | str | None) -> str:
    """A day and a time, in the hearing's time zone."""
    if not when:
        return ""
    if isinstance(when, str):
        when = datetime.fromisoformat(when)
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    return f"{day(local)} {local:%H:%M}" if active() == "en" else f"{day(local)} kl. {local:%H.%M}"


@register.filter
def word(code: Any, table: str) -> str:
    """The page's word for a code: `{{ status|word:"status" }}`."""
    return words.word(code, table)


@register.filter
def colour(status: str) -> str:
    """The colour of a status tag."""
    return words.STATUS_COLOUR.get(str(status), "neutral")


@register.filter
def size(count: int) -> str:
    """A number of bytes as people say it."""
    units = (("MB", 1_000_000), ("kB", 1_000))
    for unit, weight in units:
        if count >= weight:
            return f"{formats.number_format(round(count / weight, 1), 1)} {unit}"
    return f"{count} B"


@register.filter
def sender_said(name: str) -> str:
    """Who sent a response; who is not named or not known is called so in the language of the page."""
    if is_unnamed(name):
        return gettext("Anonym %(number)s") % {"number": name.rpartition(" ")[2]}
    if name == PRIVATE:
        return gettext("Privatperson")
    return gettext("Ukjent avsender") if name in ("", UNKNOWN) else name


@register.inclusion_tag("ui/bar.html")
def bar(count: int, total: int) -> dict[str, object]:
    """A bar of `count` out of `total`, drawn with SVG attributes only."""
    return {"width": f"{100 * count / total:.2f}" if total else "0"}


@register.inclusion_tag("ui/languages.html", takes_context=True)
def languages(context: Mapping[str, Any]) -> dict[str, object]:
    """Links to this page in each language."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return {"links": ()}
    current = active()
    links = []
    for code, name in words.LANGUAGE.items():
        with override(code):
            links.append((code, name, address_in(request, code), code == current))
    return {"links": links}


@register.simple_tag(takes_context=True)
def typed(context: Mapping[str, Any]) -> list[str]:
    """What somebody had written in a form that could not be taken, passwords excepted."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return []
    return [
        text
        for name, texts in request.POST.lists()
        if not any(secret in name.lower() for secret in ("token", "password", "key"))
        for text in texts
        if isinstance(text, str) and len(text.strip()) > 2
    ]


@register.filter
def group_name(group: Group) -> str:
    """The name of a group of bodies in the page's language."""
    return group.translations.get(active()) or group.name


@register.filter
def group_word(name: str, definition: Definition) -> str:
    """A respondent's group in the page's language; those outside the list are said to be so."""
    for group in definition.bodies:
        if group.name == name:
            return group_name(group)
    return name or gettext("Ikke på høringslisten")


@register.filter
def choice_text(question: Question, choice: str) -> str:
    """What a box says; its id where the question has no such box."""
    for one in question.choices:
        if one.id == choice:
            return plain(one.text)
    return choice


@register.filter
def mail(address: str) -> SafeString:
    """A link to an e-mail address that may break after its @."""
    name, _, place = address.partition("@")
    return format_html('<a href="mailto:{}">{}@<wbr>{}</a>', address, name, place)


@register.filter
def quoted(text: str) -> str:
    """A quotation from a response, without the marks of footnotes that do not stand beside it."""
    return prose.without_marks(text)


@register.inclusion_tag("ui/pages.html", takes_context=True)
def page_links(context: Mapping[str, Any], page: Page[Any], anchor: str = "") -> dict[str, object]:
    """Links to the page before and after, keeping what the list was asked for."""
    request = context["request"]
    return {
        "page": page,
        "anchor": anchor,
        "before": address_of(request, page.number - 1) if page.has_previous() else None,
        "after": address_of(request, page.number + 1) if page.has_next() else None,
    }


@register.simple_tag
def house() -> dict[str, str]:
    """Where the operator's own statements are, and where faults are told: for the foot of each page."""
    return {
        "accessibility": str(settings.ACCESSIBILITY),
        "privacy": str(settings.PRIVACY),
        "feedback": str(settings.FEEDBACK),
    }


@register.simple_tag
def look() -> dict[str, Any]:
    """The owner's own colours and logo, as the operator has set them; empty where none are."""
    return addresses()


@register.inclusion_tag("ui/house_name.html")
def house_name(name: str | None) -> dict[str, Any]:
    """Whose page it is: the logo, and the name unless the logo says it already."""
    found = addresses()
    own = found.get("name") or "Innspill"
    name = name or ""
    says_it = "logo" in found and name in {"", own}
    return {"look": found, "name": "" if says_it else name or own}
