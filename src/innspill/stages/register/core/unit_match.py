"""A sender held against Enhetsregisteret: which units it may be, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.shared.organisation_number import bare_number, is_organisation_number
from innspill.shared.ports import UnitFound, UnitRegister
from innspill.shared.values import Certainty
from innspill.stages.register.core.known_names import later
from innspill.stages.register.core.names import bare, fold, head, in_bokmal, keys, letters
from innspill.stages.register.core.persons import kind_of
from innspill.stages.register.core.titles import LONGEST, meant_by

MOST = 8
LEAST_LIKENESS = 55.0
"""Below it, a hit of the search is not worth a person's look."""
_ORDER = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE)
_LIKE = 85.0
"""Likeness from which the name in the document is the number's, differently written."""


@dataclass(frozen=True, slots=True)
class UnitCandidate:
    """A unit that a sender may be. `parent` and `parent_name` are those of what it is a part of."""

    name: str
    number: str
    form: str
    certainty: Certainty
    grounds: tuple[str, ...]
    parent: str = ""
    parent_name: str = ""
    ended: bool = False
    likeness: float = 100.0


def candidates_from_units(
    name: str | None, number: str | None, units: UnitRegister | None
) -> tuple[UnitCandidate, ...]:
    """The units that a sender may be, the surest first, at most eight; () without a register.

    `name` and `number` are what the document says; either may be missing, wrong or hostile. A
    number is believed only where its check digit holds and the name is like the unit's; a name
    only where it is the very name of one unit in use. Never raises for what they hold.
    """
    if units is None:
        return ()
    written = " ".join((name or "").replace("\0", " ")[:LONGEST].split())
    found = [*_by_number(written, number, units), *_by_name(written, units)]
    best: dict[str, UnitCandidate] = {}
    for candidate in found:
        known = best.get(candidate.number)
        if known is None or _rank(candidate) < _rank(known):
            best[candidate.number] = candidate
    return tuple(sorted(best.values(), key=_rank)[:MOST])


def _by_number(written: str, number: str | None, units: UnitRegister) -> list[UnitCandidate]:
    digits = bare_number(number or "")
    unit = units.numbered(digits) if is_organisation_number(digits) else None
    if unit is None:
        return []
    said = f"the document has the number {digits}"
    if not written:
        return [_candidate(unit, Certainty.LIKELY, (said,), units)]
    if _is_named(written, unit, units):
        sure = Certainty.UNSURE if unit.ended else Certainty.CERTAIN
        return [_candidate(unit, sure, (said, "and the name of the unit"), units)]
    return [_candidate(unit, Certainty.UNSURE, (said, "but another name"), units)]


def _is_named(written: str, unit: UnitFound, units: UnitRegister) -> bool:
    if keys(written) & keys(unit.name):
        return True
    meant = meant_by(written)
    if meant is not None and bare(meant.name) == bare(unit.name):
        return True
    hits = units.named(written, most=MOST)
    return any(hit.number == unit.number and hit.likeness >= _LIKE for hit in hits)


def _by_name(written: str, units: UnitRegister) -> list[UnitCandidate]:
    if not written:
        return []
    found: list[UnitCandidate] = []
    for spelling, cap, ground in spellings(written):
        hits = [hit for hit in units.named(spelling, most=MOST) if hit.likeness >= LEAST_LIKENESS]
        found += _judged(spelling, cap, ground, hits, units)
    return found


def spellings(written: str) -> list[tuple[str, Certainty, str]]:
    """The names to look up for a sender: the surest it can make it, and why.

    Its own, the body that it stands for, the short form in full, what came after it.
    """
    found = [(written, Certainty.CERTAIN, "")]
    meant = meant_by(written)
    if meant is not None:
        found.append((meant.name, meant.certainty, meant.ground))
    whole = head(written)
    if whole:
        found.append((whole, Certainty.UNSURE, f"is a part of {whole}"))
    own = {fold(written), bare(written)}
    others = sorted(keys(written) - own, key=len, reverse=True)[:3]
    found += [(each, Certainty.LIKELY, "is another name of it") for each in others]
    for each in (after for name in own for after in later(name)):
        found.append((each.new, Certainty.UNSURE, f"came after it in {each.since}"))
    once = {fold(spelling): (spelling, cap, ground) for spelling, cap, ground in reversed(found)}
    return list(reversed(once.values()))


def _judged(
    spelling: str, cap: Certainty, ground: str, hits: list[UnitFound], units: UnitRegister
) -> list[UnitCandidate]:
    same = [hit for hit in hits if _is_same(spelling, hit) and not hit.ended]
    numbers = {hit.number for hit in same}
    tops = [hit for hit in same if hit.parent not in numbers]
    found = []
    for hit in hits:
        why = (ground,) if ground else ()
        sure = Certainty.UNSURE
        if hit not in same:
            why = (*why, hit.ground or "has a name like it")
        elif len(tops) > 1:
            why = (*why, f"{len(tops)} units have this name")
        elif hit not in tops:
            why = (*why, "is a place of business of the unit of this name")
        else:
            sure, said = _alone(spelling, hit)
            sure, why = surest_of(cap, sure), (*why, said)
        if hit.ended:
            why = (*why, "is wound up")
        found.append(_candidate(hit, sure, why, units))
    return found


def _alone(spelling: str, hit: UnitFound) -> tuple[Certainty, str]:
    """How sure it is that the only unit of a name is meant, and not a person who has it too."""
    whole = fold(hit.name) == fold(spelling)
    kind, sure, _ = kind_of(spelling)
    if kind == "person" and (sure is Certainty.LIKELY or not whole):
        return Certainty.UNSURE, "may be the name of a person"
    if whole:
        return Certainty.CERTAIN, "the only unit of this name"
    return Certainty.LIKELY, "the only unit called so"


def surest_of(*certainties: Certainty) -> Certainty:
    """The least sure of some: a chain is as sure as its weakest link."""
    return max(certainties, key=_ORDER.index)


def _is_same(spelling: str, hit: UnitFound) -> bool:
    mine = {in_bokmal(letters(each)) for each in (bare(spelling), fold(spelling))}
    return bool(mine & {in_bokmal(letters(each)) for each in (bare(hit.name), fold(hit.name))})


def _candidate(
    unit: UnitFound, sure: Certainty, grounds: tuple[str, ...], units: UnitRegister
) -> UnitCandidate:
    parent = units.numbered(unit.parent) if unit.parent else None
    if parent is not None:
        grounds = (*grounds, f"is a part of {parent.name}")
    return UnitCandidate(
        name=unit.name,
        number=unit.number,
        form=unit.form,
        certainty=sure,
        grounds=grounds,
        parent=unit.parent,
        parent_name=parent.name if parent else "",
        ended=unit.ended,
        likeness=unit.likeness,
    )


def _rank(candidate: UnitCandidate) -> tuple[int, bool, float, bool, str]:
    return (
        _ORDER.index(candidate.certainty),
        candidate.ended,
        -candidate.likeness,
        bool(candidate.parent),
        candidate.number,
    )
