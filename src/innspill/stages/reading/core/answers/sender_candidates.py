"""All that may have sent a response, weighed against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers import sender_clues as clues
from innspill.stages.reading.core.answers.mail_names import short_for
from innspill.stages.reading.core.answers.organisation_names import Names, is_sami, key_of_body
from innspill.stages.reading.core.answers.sender_clues import Clue, Ground
from innspill.stages.reading.core.answers.spoken_for import SpokenFor

_I = re.compile(
    r"(?<!\w)(?:[Jj]eg|[Ee]g|[Mm]eg|[Mm]in|[Mm]itt|[Mm]ine|[Mm]y|I\s(?:am|have|think|believe|live))(?!\w)"
)
_COUNCIL_ONLY = re.compile(
    r"(?:eldrerådet|ungdomsrådet|seniorrådet|barne-\s+og\s+ungdomsrådet)|råd(?:et)?\s+for\s+"
    r"(?:personer|mennesker|menneske|personar|eldre)(?!.*\si\s).*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:bydel\s|eldreråd|ungdomsråd|barne-\s+og\s+ungdomsråd|råd\s+for|rådet\s+for|seniorråd)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"^byrådsavdeling", re.IGNORECASE)
_SHORT_FORM = re.compile(r"[A-ZÆØÅ]{2,7}")
_ENOUGH = 3
_CLOSE = 0.8
_CHANCE = frozenset(
    ground.words
    for ground in (
        clues.TEXT, clues.SUBJECT, clues.FILE, clues.PROPERTIES, clues.FIRST_LINE, clues.LAST_LINES,
    )
)  # fmt: skip
_OWN = frozenset({clues.LETTERHEAD, clues.SIGNATURE, clues.TITLE, clues.FOOT, clues.MAIL,
                  clues.FIRST_LINE})  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """One body or person with all the clues to it."""

    clues: list[Clue]

    @property
    def name(self) -> str:
        """Its name as it is written most often; of two ways, the first."""
        return Counter(clue.name for clue in self.clues).most_common(1)[0][0]

    @property
    def grounds(self) -> tuple[str, ...]:
        """In which words we say why, each once."""
        return tuple(dict.fromkeys(clue.ground.words for clue in self.clues))

    @property
    def weight(self) -> int:
        """The weights of its grounds together, each counted once."""
        heaviest: dict[str, int] = {}
        for clue in self.clues:
            words = clue.ground.words
            heaviest[words] = max(heaviest.get(words, 0), clue.ground.weight)
        return sum(heaviest.values())

    @property
    def certainty(self) -> Certainty:
        """Certain where a field says so or three grounds agree, likely where one is enough."""
        grounds = {clue.ground for clue in self.clues}
        sure = {ground.words for ground in grounds if ground.sure}
        if clues.FIELD in grounds or (sure and len(self.grounds) >= _ENOUGH):
            return Certainty.CERTAIN
        return Certainty.LIKELY if sure or len(self.grounds) > 1 else Certainty.UNSURE


def weighed(
    found: Iterable[Clue], names: Names, brackets: Mapping[str, str] = MappingProxyType({})
) -> list[Candidate]:
    """The candidates, the likeliest first; a part of a body and its parent in the right order.

    `brackets` are short forms that the document itself explains: "Fellesorganisasjonen (FO)".
    """
    merged: dict[str, Candidate] = {}
    listed = [clue for clue in found if clue.name and not names.is_shunned(clue.name)]
    longer = _longer(listed, brackets)
    for clue in listed:
        name = longer.get(clue.name, clue.name)
        candidate = merged.setdefault(key_of_body(name), Candidate([]))
        candidate.clues.append(replace(clue, name=name))
    if any(not is_sami(each.name) for each in merged.values()):
        merged = {key: each for key, each in merged.items() if not is_sami(each.name)}
    return sorted(merged.values(), key=lambda each: -_rank(each, merged.values()))


def _longer(listed: Sequence[Clue], brackets: Mapping[str, str]) -> dict[str, str]:
    """For short names the long one that they stand for: "NTNU", or "Fagrådet" of one for much.

    A long name that only the text mentions may be another body's.
    """
    long = [c.name for c in listed if " " in c.name and c.ground.words not in _CHANCE]
    mentioned = [clue.name for clue in listed if " " in clue.name]
    municipal = [name for name in long if name.endswith("kommune")]
    found: dict[str, str] = {}
    for name in {clue.name for clue in listed}:
        place = f"{name} kommune"
        if _SHORT_FORM.fullmatch(name):
            # A short form of two letters fits many names.
            whole = brackets.get(name) or short_for(name, mentioned if len(name) > 2 else long)
        elif name.endswith(("kommune", "herad")):
            whole = None
        elif place in mentioned:
            whole = place
        elif _COUNCIL_ONLY.fullmatch(name) and municipal:
            whole = f"{name} i {municipal[0]}"
        else:
            whole = next((each for each in long if each.startswith(f"{name} ")), None)
        if whole:
            found[name] = whole
    return found


def _rank(candidate: Candidate, others: Iterable[Candidate]) -> float:
    """Its weight; a council stands above the municipality it names, an office below it."""
    weight = float(candidate.weight)
    municipal = [o for o in others if o is not candidate and o.name.endswith("kommune")]
    if municipal and _PART.match(candidate.name) and clues.FIELD not in _grounds(municipal):
        return max(weight, *(other.weight + 0.5 for other in municipal))
    if municipal and _OFFICE.match(candidate.name):
        return min(weight, *(other.weight - 0.5 for other in municipal))
    return weight


def _grounds(candidates: Iterable[Candidate]) -> set[Ground]:
    return {clue.ground for each in candidates for clue in each.clues}


def is_told_by_a_person(ranked: Sequence[Candidate], said: str) -> bool:
    """Whether a text in the first person only tells of the first candidate."""
    return bool(ranked) and set(ranked[0].grounds) <= _CHANCE and bool(_I.search(said))


def with_persons(bodies: list[Candidate], persons: list[Candidate], said: str) -> list[Candidate]:
    """Bodies before persons, but for a private letter that only tells of bodies."""
    if not bodies or not persons:
        return bodies or persons
    best = bodies[0]
    private = is_told_by_a_person(bodies, said)
    if private or (best.weight < persons[0].weight and best.certainty is Certainty.UNSURE):
        return [*persons, *bodies]
    return [*bodies, *persons] if best.certainty is Certainty.UNSURE else bodies


def as_spoken(
    ranked: list[Candidate], spoken: Sequence[SpokenFor]
) -> tuple[list[Candidate], tuple[str, ...], tuple[str, ...]]:
    """The ranking, those who sent it together with the first, and those it speaks for.

    Where somebody else is named at the head or the foot, it speaks for those named; else they are
    the senders themselves.
    """
    speaking = next((each for each in spoken if each.together), spoken[0] if spoken else None)
    typed = bool(ranked) and clues.FIELD in _grounds(ranked[:1])
    if speaking is None or typed:
        further = tuple(name for clue in ranked[0].clues for name in clue.further) if ranked else ()
        return ranked, tuple(dict.fromkeys(further)), ()
    keys = {key_of_body(name) for name in speaking.names}
    others = [each for each in ranked if key_of_body(each.name) not in keys]
    speaker = next((each for each in others if _stands_for_itself(each)), None)
    if not speaking.together and speaker and not _is_part_of(speaker.name, speaking.names):
        rest = [each for each in ranked if each is not speaker]
        return [speaker, *rest], (), speaking.names
    first = next((e for e in ranked if key_of_body(e.name) in keys), Candidate([]))
    names = (
        [name for name in speaking.names if key_of_body(name) != key_of_body(first.name)]
        if (first.clues)
        else list(speaking.names[1:])
    )
    name = first.name if first.clues else speaking.names[0]
    first = Candidate([Clue(name, clues.TOGETHER), *first.clues])
    rest = [each for each in ranked if key_of_body(each.name) != key_of_body(name)]
    return [first, *rest], tuple(names), ()


def _stands_for_itself(candidate: Candidate) -> bool:
    """Whether a candidate stands at the head or the foot as a body of its own."""
    return bool(_OWN & _grounds([candidate])) and not _OFFICE.match(candidate.name)


def _is_part_of(name: str, bodies: Sequence[str]) -> bool:
    """Whether `name` is a section of one of `bodies`."""
    section = re.match(r"(?:seksjon|avdeling|enhet|eining|etat|virksomhet)", name, re.IGNORECASE)
    one_word = " " not in name and len(bodies) == 1 and bodies[0].endswith("kommune")
    return bool(section) or one_word or any(body in name for body in bodies)


def rivals(ranked: Sequence[Candidate], related: Sequence[str]) -> list[Candidate]:
    """The other bodies that have grounds of their own; those `related` to the first are none."""
    if not ranked or clues.FIELD in _grounds(ranked[:1]):
        return []
    keys = {key_of_body(name) for name in related}
    return [
        other
        for other in ranked[1:]
        if key_of_body(other.name) not in keys
        and not _are_one(ranked[0].name, other.name)
        and _is_likely(other)
    ]


def is_close(ranked: Sequence[Candidate], others: Sequence[Candidate]) -> bool:
    """Whether one of `others` has grounds nearly as good as the first."""
    return any(other.weight >= _CLOSE * ranked[0].weight for other in others)


def _is_likely(candidate: Candidate) -> bool:
    """Whether a candidate has a ground that is enough by itself, or more than one."""
    return candidate.certainty is not Certainty.UNSURE


def _are_one(one: str, other: str) -> bool:
    """Whether the one name is in the other, or a council or an office and its municipality."""
    parts = _PART.match(one) or _OFFICE.match(one) or _PART.match(other) or _OFFICE.match(other)
    return one in other or other in one or bool(parts)
