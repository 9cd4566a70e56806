"""Norwegian text split into sentences, each a span; white space lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span

_SHORT = """
adm adr alm ang art att avd avs bl bla bl.a ca cand dvs d.v.s dr e.l e.kr el eks etc ev evt f
f.eks f.o.m feks ff fig fmk forf forts fr fvl fylkesk gen gj gl gnl herr hhv hr ift ihht
iht inkl innb int i.e jf jfr jr jnr kap kgl kl komm kr kst lnr mag maks md mfl m.fl mht mill
mnd moh mrd mv m.v mva m.m nn nr nr offl o.l omkr oms op org osv o.s.v ov p.g.a pga pkt
pr prof prop red ref rnr rskr s s.u sek skr sml sms spm st stk t.d t.o.m tab tilsv tlf u.a
ung utg v vedr vg vgs vol vs ol o.a ph.d dir dept mtp vha jmf forskr
fv rv gnr bnr gbnr fnr snr
"""
_ABBREVIATIONS = frozenset(_SHORT.split())
_END = re.compile(r"[.!?…]+[\"'»”’)\]]*(?:\[\^[^\]\s]{1,20}\])*(?=\s|$)|:(?=\s*\n)|\n\s*\n")
_LIST_START = re.compile(
    r"(?m)^[ \t]*(?:[-–—•·●▪*o\uf0b7]|\(?[0-9]{1,2}[.)]|\(?[a-zæøå]\)|[a-h]\.)[ \t]+"
)
_NEAR, _LINE = 40, 2000
"""Characters around a mark that are looked at, so that long texts cost no more than short."""
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of `text` in order, without the white space around them.

    A full stop ends one unless it ends an abbreviation, an ordinal or an initial and the text
    goes on in the same breath; so does an empty line, and a list item begins one.
    """
    at = 0
    for end in _ends(text):
        span = _trimmed(text, at, end)
        if len(span):
            yield span
        at = end
    span = _trimmed(text, at, len(text))
    if len(span):
        yield span


def begins_list_item(text: str, start: int) -> bool:
    """Whether a list item begins at `start`, which is the first character of a line."""
    return _LIST_START.match(text, start) is not None


def _ends(text: str) -> list[int]:
    found = {end.end() for end in _END.finditer(text) if _is_end(text, end)}
    found |= {item.start() for item in _LIST_START.finditer(text) if _is_item(text, item)}
    return sorted(found)


def _is_item(text: str, item: re.Match[str]) -> bool:
    """Not every line that starts with a dash or "3." is an item: it may be a wrapped line.

    It is one where the line before ended something, or is itself an item.
    """
    before = text[max(0, item.start() - _LINE) : item.start()].rstrip(" \t")
    if not before or before.endswith("\n\n") or before.rstrip()[-1:] in ".:;,!?)":
        return True
    mark = item.group().strip()
    if not mark[0].isdigit() and mark not in ("-", "–", "—", "o", "*"):
        return True
    last_line = before.rstrip().rfind("\n") + 1
    return _LIST_START.match(before, last_line) is not None


def _is_end(text: str, end: re.Match[str]) -> bool:
    mark = end.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    rest = text[end.end() : end.end() + _NEAR].lstrip(" \t\n")
    if not rest:
        return True
    word = _LAST_WORD.search(text[max(0, end.start() - _NEAR) : end.start()])
    last = word.group().casefold() if word else ""
    if rest[0].islower():
        return False
    if last.isdigit():  # "9. september" goes on, "i 2022. Vi mener" ends
        return len(last) > 2 and not rest[0].isdigit()
    if len(last) == 1 and last.isalpha():
        return False
    return last not in _ABBREVIATIONS or (last in _MAY_END and rest[0].isupper())


_MAY_END = frozenset({"osv", "o.s.v", "etc", "mv", "m.v", "mfl", "m.fl", "m.m", "e.l", "o.l", "ol"})


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, left + len(piece.strip()))
