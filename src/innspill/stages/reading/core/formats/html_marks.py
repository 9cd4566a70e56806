"""What an element of a web page says of the text in it: hidden, quoted, signed, or set apart."""

from __future__ import annotations

import re

from lxml import etree

from innspill.stages.reading.core.values import EmphasisKind

NOT_TEXT = frozenset((
    "script", "style", "head", "svg", "object", "iframe", "canvas", "datalist", "map", "audio",
    "video", "meta", "link",
))  # fmt: skip
NOT_SHOWN = frozenset(("template", "noscript"))
"""Text that a browser has but does not show."""
BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "body", "html",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
    "caption", "figure", "figcaption", "form", "fieldset", "legend", "blockquote", "pre",
    "address", "details", "summary", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center",
    "textarea", "search", "hgroup",
))  # fmt: skip
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_QUOTE = re.compile(
    r"(?:^|\s)(?:x_)*(?:gmail_attr|moz-cite-prefix|yahoo_quoted|OutlookMessageHeader|"
    r"protonmail_quote|zmail_extra|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|"
    r"ms-outlook-mobile-reference-message)(?:\s|$)"
)
_GMAIL = re.compile(r"(?:^|\s)(?:x_)*gmail_quote(?:_container)?(?:\s|$)")
_HISTORY = re.compile(r"(?:^|\s)(?:x_)*(?:divRplyFwdMsg|appendonsend)(?:\s|$)")
_SIGNATURE = re.compile(
    r"(?:^|\s)(?:x_)*(?:gmail_signature|moz-signature|Signature|ms-outlook-mobile-signature|"
    r"protonmail_signature_block|AppleMailSignature)(?:\s|$)"
)
_BY_NAME: dict[str, EmphasisKind] = {
    "s": "struck-out", "strike": "struck-out", "del": "struck-out", "mark": "highlighted",
    "b": "bold", "strong": "bold", "u": "underlined", "ins": "underlined",
}  # fmt: skip
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_UNDERLINED = re.compile(r"text-decoration[\w-]*\s*:[^;]*underline", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_GROUND = re.compile(r"(?:background(?:-color)?|mso-highlight)\s*:\s*([^;]+)", re.IGNORECASE)
_NO_GROUND = re.compile(
    r"\s*(?:none|transparent|inherit|initial|auto|white|windowtext|#f{3}\b|#f{6}\b|"
    r"rgba?\(\s*255\s*,\s*255\s*,\s*255|rgba\([^)]*,\s*0\s*\)|url\(|var\()",
    re.IGNORECASE,
)
_SPANS = frozenset(("span", "font", "em", "i", "a", "label", "b", "strong", "u", "s"))


def is_hidden(node: etree._Element) -> bool:
    """Whether a browser keeps the element from being seen."""
    return node.get("hidden") is not None or bool(_INVISIBLE.search(node.get("style") or ""))


def is_quote(node: etree._Element, name: str) -> bool:
    """Whether the element holds what others wrote, as mail programs mark it."""
    if name == "blockquote":
        return True
    said = f"{node.get('class') or ''} {node.get('id') or ''}"
    if _QUOTE.search(said):
        return True
    # Answers to single lines stand between the quotes, in the same wrapper as these.
    return bool(_GMAIL.search(said)) and node.find("blockquote") is None


def begins_history(node: etree._Element) -> bool:
    """Whether all that follows the element on the page is the mail that was answered."""
    return bool(_HISTORY.search(node.get("id") or ""))


def is_signature(node: etree._Element) -> bool:
    """Whether a mail program put the element there as the signature."""
    return bool(_SIGNATURE.search(f"{node.get('class') or ''} {node.get('id') or ''}"))


def emphasis_of(node: etree._Element, name: str) -> tuple[EmphasisKind, ...]:
    """How the element sets its text apart: by what it is, and by its style."""
    found: list[EmphasisKind] = []
    if name in _BY_NAME:
        found.append(_BY_NAME[name])
    style = node.get("style")
    if style and name in _SPANS:
        by_style: tuple[tuple[re.Pattern[str], EmphasisKind], ...] = (
            (_STRUCK, "struck-out"), (_UNDERLINED, "underlined"), (_BOLD, "bold"),
        )  # fmt: skip
        found += [kind for pattern, kind in by_style if pattern.search(style)]
        ground = _GROUND.search(style)
        if ground and not _NO_GROUND.match(ground[1]):
            found.append("highlighted")
    return tuple(dict.fromkeys(found))
