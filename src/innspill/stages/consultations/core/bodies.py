"""The invited bodies of a hearing page, in their groups, and which of them are collective."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.consultations.core.page import Item, Page, Part

_SECTION = re.compile(
    r"(?:høring|høyring)s?instans|adressat|mottak(?:er|ar)|inviterte|consulted bodies|invited",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:landets|alle|samtlige|samtlege|øvrige|berørte|andre)\s+\S", re.IGNORECASE)
_DEFINITE_PLURAL = re.compile(r"\w{4,}(?:ene|erne|ane)$", re.IGNORECASE)
_KINDS = re.compile(
    r"(?:\w*(?:kommuner|kommunar|foretak|føretak|departement(?:er)?|direktorat(?:er)?"
    r"|universitet(?:er)?|høgskol[ae]r|høyskoler|sykehus|sjukehus|ombud|ombod|embet(?:er|e)))$",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(r"\s+(?:for|i|av|på|ved|til|under|med|innen|om)\s|,|\(", re.IGNORECASE)
_PLURAL_FIRST = re.compile(
    r"(?:de|dei|regionale|private|kommunale|fylkeskommunale|statlige|statlege|lokale)\s",
    re.IGNORECASE,
)


def is_collective(name: str) -> bool:
    """Whether `name` means many bodies at once.

    It does where it says so ("Landets …", "Alle …"), where its head is a noun in the definite
    plural ("Statsforvalterne", "De regionale helseforetakene", "Pasient- og brukerombudene"),
    or where it is nothing but a kind of body in the plural ("Kommuner").
    """
    if _WHOLE.match(name):
        return True
    head = _BEFORE_PLACE.split(name, maxsplit=1)[0].strip()
    if _DEFINITE_PLURAL.search(head):
        return True
    return bool(_KINDS.fullmatch(head)) or bool(
        _PLURAL_FIRST.match(head) and _KINDS.search(head.split()[-1])
    )


def groups_of(page: Page) -> tuple[Group, ...]:
    """The invited bodies: each heading with a list below the heading of the bodies is a group.

    The heading may be marked, or be a line of its own right above the list. A list right under
    the heading of the bodies is one group of that name. Empty where the page has none.
    """
    named: list[tuple[str, list[str]]] = []
    for part in parts_of_bodies(page):
        named.append((part.heading, []))
        for at, item in enumerate(part.items):
            if item.is_listed:
                named[-1][1].append(item.text)
            elif _is_name(item) and part.items[at + 1 : at + 2] and part.items[at + 1].is_listed:
                named.append((item.text.rstrip(" :"), []))
        if not any(item.is_listed for item in part.items):
            # regjeringen.no gives one paragraph per body.
            named[-1][1].extend(item.text for item in part.items if _is_name(item))
    return tuple(
        Group(
            name=name,
            members=tuple(
                Member(name=member, collective=is_collective(member))
                for member in dict.fromkeys(members)
            ),
        )
        for name, members in named
        if members
    )


def parts_of_bodies(page: Page) -> tuple[Part, ...]:
    """The parts of the page that list the invited bodies; none where it lists none."""
    start = next((at for at, part in enumerate(page.parts) if _SECTION.match(part.heading)), None)
    return () if start is None else tuple(_section(page.parts[start:]))


def _section(parts: Sequence[Part]) -> list[Part]:
    """The first part and those below it: up to a label, or a heading as high as the first."""
    section = [parts[0]]
    for part in parts[1:]:
        if part.is_label or not part.items:
            break
        if part.level is not None and parts[0].level is not None and part.level <= parts[0].level:
            break
        section.append(part)
    return section


def _is_name(item: Item) -> bool:
    return len(item.text) <= 120 and not re.search(r"[.:?!]$", item.text)
