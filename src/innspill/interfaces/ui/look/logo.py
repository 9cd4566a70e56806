"""A logo: a PNG, or an SVG that can do nothing but be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

LARGEST = 300_000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_SHOWN = {
    "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
    "pattern", "symbol", "use", "style",
}  # fmt: skip
"""What a drawing is made of. Script, foreignObject, image, animation and links are not among it."""
_LEADS_OUT = re.compile(r"@import|javascript:|expression\(|url\((?!\s*['\"]?#)|\\", re.IGNORECASE)
"""Ways out of the file. A backslash could spell any of them in a style."""


class LogoRefused(ValueError):
    """A logo that cannot be shown, with what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The bytes of a picture and its kind: "svg" or "png"."""

    data: bytes
    kind: str


def logo_of(path: Path) -> Logo:
    """The logo in a file. Raises LogoRefused with a sentence."""
    if not path.is_file():
        raise LogoRefused("there is no such file")
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise LogoRefused(
            f"it has {len(data):,} bytes: at most {LARGEST:,} are sent with each page"
        )
    if data.startswith(_PNG):
        return Logo(data, "png")
    _check(_root(data))
    return Logo(data, "svg")


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LogoRefused("it is neither PNG nor SVG") from error
    if root.tag != f"{_SVG}svg":
        raise LogoRefused("it is neither PNG nor SVG")
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise LogoRefused("it has a DOCTYPE: save it without one")
    return root


def _check(root: etree._Element) -> None:
    before = root.getprevious()
    while before is not None:
        _check_node(before)
        before = before.getprevious()
    for node in root.iter():
        _check_node(node)


def _check_node(node: etree._Element) -> None:
    if isinstance(node, etree._Comment):  # noqa: SLF001
        return
    if not isinstance(node.tag, str):
        raise LogoRefused("it has a processing instruction: save it as plain SVG")
    if not node.tag.startswith(_SVG) or node.tag.removeprefix(_SVG) not in _SHOWN:
        name = etree.QName(node).localname
        raise LogoRefused(f"it has <{name}>, which a logo may not have: save it as plain SVG")
    for key, value in node.attrib.items():
        _check_attribute(etree.QName(key).localname, str(value))
    if node.tag == f"{_SVG}style" and _LEADS_OUT.search(node.text or ""):
        raise LogoRefused("its style leads out of the file: save it as plain SVG")


def _check_attribute(name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise LogoRefused(f"it has {name}, which is script: save it as plain SVG")
    if name in {"href", "base"} and not value.strip().startswith("#"):
        raise LogoRefused("it refers to something outside the file: save it as plain SVG")
    if _LEADS_OUT.search(value):
        raise LogoRefused(f"its {name} leads out of the file: save it as plain SVG")
