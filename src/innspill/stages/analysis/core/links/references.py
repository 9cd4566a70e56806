"""Places that a text names outright: "kapittel 5", "innsatsområde 2", "§ 10-9", "tiltak 3.3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NO = r"(?:nr\.?\s*|nummer\s*)?"
_ID = r"(?P<id>\d{1,3}(?:\.\d{1,2}){0,2})(?![\d-])"
_MORE = r"(?P<more>(?:\s*(?:,|og|&|til|–|-|/)\s*\d{1,3}(?:\.\d{1,2}){0,2}(?![\d.]\d)){0,6})"
_FORMS = {
    "question": rf"(?:spørsmål(?:et|a|ene|ane)?|spm\.?|sp\.)\s*{_NO}{_ID}{_MORE}",
    "chapter": rf"(?:kapit(?:tel|let|telet|la|lene)|kap\.?|chapters?)\s*{_NO}{_ID}{_MORE}",
    "annex": r"(?:vedlegg(?:et)?|annex)\s*(?P<id>[A-ZÆØÅ]|\d{1,2})\b(?P<more>)",
    "focus-area": rf"(?:(?:innsats|satsings|satsnings|tiltaks|fokus)?område(?:t|r|ne)?|innsatsomr\.|IO|focus\s+area)\s*{_NO}{_ID}{_MORE}",
    "measure": rf"(?:tiltak(?:et|a|ene)?|measures?)\s*{_NO}{_ID}{_MORE}",
    "goal": rf"(?:del)?mål(?:et|a|ene)?\s*{_NO}{_ID}{_MORE}",
    "point": rf"(?:punkt(?:et)?|pkt\.?|avsnitt(?:et)?|del)\s*{_NO}{_ID}{_MORE}|\((?P<id2>\d{{1,2}}\.\d{{1,2}})\)",
    "section": r"(?:§§?|paragraf(?:en|ane|ene)?)\s*(?P<id>\d{1,3}(?:\s?-\s?\d{1,3})?(?:\s?[a-h](?![\w.]))?)(?P<more>(?:\s*(?:,|og|til|–)\s*\d{1,3}(?:-\d{1,3})?(?:\s?[a-h](?!\w))?){0,6})",
}
_FIND = {kind: re.compile(rf"(?<!\w){form}", re.IGNORECASE) for kind, form in _FORMS.items()}
_BARE = re.compile(
    r"(?<![\w.,§-])(?P<id>\d{1,2}\.\d{1,2})(?![\d.]*\d|\s*(?:mill|prosent|%|kr|m\b|meter|timer))"
)
_MANY = re.compile(r"\d{1,3}(?:[.-]\d{1,3}){0,2}(?:\s?[a-h](?!\w))?")
_ASIDE = re.compile(
    r"(?:\bsj[åa]\b|\bse\b|\bjf\.?|\bjfr\.?|\bviser til|\bviser òg til|svaret? (?:vårt )?(?:på|til|under))\s*"
    r"(?:også |òg |vårt |svaret |på |under |til |i |merknad\w* ){0,4}$",
    re.IGNORECASE,
)
_OTHER_LAW = re.compile(
    r"(?:\w*(?:lov|lova|loven|lovens|lovas|forskrift\w*|instruks\w*|direktiv\w*)|\b[a-zæøå]{2,5}l\.?|TEK\s?\d*|[Ff]orskrift[^.;]{0,40})\s+"
    r"(?:\(?[a-zæøå]{2,6}\.?\)?\s+)?(?:av \d[^§]{0,30})?$"
)
"""A law's name before the sign: the paragraph is one of that law."""
_LONGEST = 4000
"""Characters of a comment that are read; where it is about something it says so early."""


def named(text: str) -> Iterator[tuple[str, str, int, bool]]:
    """Kind, number and position of what `text` names, and whether it only points there ("se …")."""
    said = text[:_LONGEST]
    for kind, pattern in _FIND.items():
        for hit in pattern.finditer(said):
            aside = _ASIDE.search(said, max(0, hit.start() - 40), hit.start()) is not None
            if kind == "section" and _OTHER_LAW.search(said, max(0, hit.start() - 60), hit.start()):
                yield "law", said[max(0, hit.start() - 60) : hit.end()], hit.start(), aside
                continue
            first = hit["id"] or hit.groupdict().get("id2") or ""
            for number in (first, *_more(hit.groupdict().get("more") or "", first)):
                yield kind, " ".join(number.replace(" - ", "-").split()), hit.start(), aside
    for hit in _BARE.finditer(said):
        if said[: hit.start()].rpartition("\n")[2].strip(" *-–•("):
            yield "bare", hit["id"], hit.start(), False


def _more(more: str, first: str) -> list[str]:
    numbers = _MANY.findall(more)
    through = re.match(r"\s*(?:til|–|-)\s*(\d{1,2})$", more)
    if through and first.isdigit() and int(first) < int(through[1]) < int(first) + 20:
        return [str(number) for number in range(int(first) + 1, int(through[1]) + 1)]
    return numbers
