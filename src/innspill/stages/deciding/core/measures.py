"""The register that is followed up, and its views: measures, requirements, roles and contacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from innspill.stages.analysis.core.folding import fold
from innspill.stages.deciding.core.values import MeasureShown

STATUSES = ("planned", "under-way", "done", "dropped")
LONGEST = {
    "name": 300, "responsible": 200, "contact": 200, "relevant_for": 300, "description": 4000,
    "requirement": 2000, "required_by": 200,
}  # fmt: skip
"""How many characters each field of a measure holds."""
_FEW_WORDS = 160
_NO_BEGINNING = {
    "om", "i", "på", "for", "til", "med", "av", "at", "den", "det", "de", "dei", "dette", "disse",
    "desse", "der", "som", "oss", "ikke", "ikkje",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeasureSaid:
    """What a person says of a measure: the columns of annex A of the seed hearing, and more."""

    name: str
    responsible: str = ""
    contact: str = ""
    relevant_for: str = ""
    description: str = ""
    requirement: str = ""
    required_by: str = ""
    due: date | None = None
    status: str = "planned"

    def fitting(self) -> MeasureSaid:
        """The same, each text cut to what its field holds: for words that nobody wrote by hand."""
        texts = {name: shortened(str(getattr(self, name)), most) for name, most in LONGEST.items()}
        return MeasureSaid(**texts, due=self.due, status=self.status)

    def too_long(self) -> str:
        """The first field that holds more than there is room for, or ""."""
        return next((name for name, most in LONGEST.items() if len(getattr(self, name)) > most), "")


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """Which measures to keep: each field only where it is given."""

    responsible: str = ""
    status: str = ""
    overdue: bool = False

    def keeps(self, measure: MeasureShown, today: date) -> bool:
        """Whether it is asked for."""
        return (
            (not self.responsible or fold(self.responsible) in parties(measure.responsible))
            and self.status in ("", measure.status)
            and (not self.overdue or measure.is_overdue(today))
        )


@dataclass(frozen=True, slots=True)
class RequirementSaid:
    """A requirement that somebody names, and where: a measure of the register, or a comment."""

    text: str
    measure: int | None = None
    comment: int | None = None


@dataclass(frozen=True, slots=True)
class SetBy:
    """One who sets requirements, "" where nobody is named, with what is required."""

    name: str
    requirements: tuple[RequirementSaid, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """One who is responsible, with contacts and how far their measures have come."""

    name: str
    contacts: tuple[str, ...]
    relevant_for: tuple[str, ...]
    measures: tuple[int, ...]
    open: int
    overdue: int


@dataclass(slots=True)
class _Gathered:
    name: str
    contacts: dict[str, None] = field(default_factory=dict)
    relevant_for: dict[str, None] = field(default_factory=dict)
    measures: list[int] = field(default_factory=list)
    open: int = 0
    overdue: int = 0


def parties(responsible: str) -> dict[str, str]:
    """Those that a field names, parted by semicolons: folded name → name."""
    names = (" ".join(each.split()) for each in responsible.split(";"))
    return {fold(name): name for name in names if name}


def required(
    measures: Iterable[MeasureShown], told: Iterable[tuple[str, int, Sequence[str]]]
) -> tuple[SetBy, ...]:
    """Who sets requirements, by name: those of the register, then those that comments tell of.

    `told` are (text, number of the comment, who sets it). Who is not named comes last.
    """
    names: dict[str, str] = {}
    held: dict[str, list[RequirementSaid]] = defaultdict(list)
    for measure in measures:
        if measure.requirement or measure.required_by:
            said = RequirementSaid(measure.requirement or measure.name, measure=measure.id)
            _put(held, names, parties(measure.required_by) or {"": ""}, said)
    for text, comment, setters in told:
        said = RequirementSaid(text, comment=comment)
        _put(held, names, {fold(each): each for each in setters}, said)
    ordered = sorted(held, key=lambda key: (not key, key))
    return tuple(SetBy(names[key], tuple(held[key])) for key in ordered)


def _put(
    held: dict[str, list[RequirementSaid]],
    names: dict[str, str],
    setters: Mapping[str, str],
    said: RequirementSaid,
) -> None:
    for key, name in setters.items():
        names.setdefault(key, name)
        held[key].append(said)


def roles(measures: Iterable[MeasureShown], today: date) -> tuple[Role, ...]:
    """Who is responsible for what, by name; those without anybody responsible come last."""
    held: dict[str, _Gathered] = {}
    for measure in measures:
        for key, name in (parties(measure.responsible) or {"": ""}).items():
            one = held.setdefault(key, _Gathered(name))
            one.measures.append(measure.id)
            one.open += measure.is_open
            one.overdue += measure.is_overdue(today)
            one.contacts.update(dict.fromkeys(parties(measure.contact).values()))
            if measure.relevant_for:
                one.relevant_for[measure.relevant_for] = None
    return tuple(
        Role(
            one.name,
            tuple(one.contacts),
            tuple(one.relevant_for),
            tuple(one.measures),
            one.open,
            one.overdue,
        )
        for _, one in sorted(held.items(), key=lambda each: (not each[0], each[0]))
    )


def measure_name(words: str) -> str:
    """What a measure is called after a proposal or a comment: its first line, with a capital."""
    name = shortened(words.strip().split("\n", maxsplit=1)[0], _FEW_WORDS).rstrip(" .;,")
    return name[:1].upper() + name[1:]


def names_a_measure(words: str) -> bool:
    """Whether the object of a proposal can stand as a name: not "den", "om saken", "listen"."""
    first, *others = fold(words).split() or [""]
    return bool(others) and first not in _NO_BEGINNING


def shortened(text: str, most: int) -> str:
    """`text` cut to `most` characters at a word, saying so."""
    plain = text.strip()
    if len(plain) <= most:
        return plain
    kept = plain[: most - 1]
    return f"{kept.rsplit(None, 1)[0] if ' ' in kept[-40:] else kept}…"
