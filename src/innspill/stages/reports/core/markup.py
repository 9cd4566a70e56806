"""HTML built of elements, so that text is data: whatever is not markup already is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

VOID = {"meta", "br", "hr", "img"}
ILLEGAL = re.compile(
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def el(name: str, /, *children: str | None, **attributes: object) -> Html:
    """The element `name`; children that are not Html are escaped, None is left out.

    An attribute that is None is left out and True stands alone; `class_` is "class", and other
    underscores become hyphens ("aria_label").
    """
    shown = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{shown}>")
    return Html(f"<{name}{shown}>{join(children)}</{name}>")


def join(children: Iterable[str | None]) -> Html:
    """Children one after the other, escaped where they are not Html."""
    return Html("".join(text(child) for child in children if child is not None))


def text(value: str) -> Html:
    """`value` as markup; what HTML cannot hold becomes U+FFFD."""
    return value if isinstance(value, Html) else Html(escape(ILLEGAL.sub("\ufffd", value)))


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{text(str(value))}"'
