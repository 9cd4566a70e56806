"""What can be seen of a piece of text, as names for the learnt weights."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from innspill.shared.words import either, parties
from innspill.stages.analysis.core.learnt.words import stem, words_of
from innspill.stages.analysis.core.proposals import phrase_of
from innspill.stages.analysis.core.remainder import is_bare_line, remainder_by_rule
from innspill.stages.analysis.core.sentences import begins_list_item
from innspill.stages.analysis.core.stances.features import tone_name

_NUMBERED = re.compile(r"(?:[-–•*]\s*)?(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]?|\(?[a-h][).]|§\s*\d+)\s")
_PLACE = re.compile(
    r"§+\s*\d+[ -]?\d*|\b(?:kap(?:ittel|\.)?|punkt|pkt\.?|tiltak|mål|innsatsområde|vedlegg|felt|"
    r"spørsmål|del|ledd)\s+\d+(?:\.\d+)?|\b\d\.\d\b|\b[A-Z]\d{1,2}\b",
    re.IGNORECASE,
)
_CELLS = re.compile(r"[^|\n]+\|[^|\n]+\|")
_NAMED = re.compile(r"[A-ZÆØÅ][\w ]{2,30}:\s")
_ORDINAL = re.compile(
    r"(?:for det (?:første|fyrste|andre|annet|tredje|fjerde|femte)|når det gjelder|når det gjeld|"
    r"hva gjelder|kva gjeld|når det kommer til|med hensyn til|med omsyn til)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"[A-ZÆØÅ][^.!?:\n]{0,40}[:–]\s")
_VOTED = re.compile(
    rf"(?-i:\((?:{either(parties.LETTERS - {'PF', 'PP'}, ('Frp', 'Rødt'))})\))|\b(?:samrøyst|enstemmig|einstemmig|protokoll|"
    r"mindretal|fleirtal|flertallet|tilleggsforslag|vedt(?:att|eke)\b|vedtak i\b|behandla|handsam|"
    r"(?:framlegg|forslag) fr[åa]\b|\w*møtet?\b|\d+ (?:mot|røyst|stemm))",
    re.IGNORECASE,
)
"""How a body came to its answer: what it decided, and who voted otherwise."""
_SMALL_WORDS = """
og i å på for til som at det er av med de den en et vi har ikke om men så kan skal vil må bør
dette disse var blir ble være også eller fra hvor når der her ved etter over under seg sin
sitt sine oss vår vårt våre deres jeg du man enn da nå bare noe noen alle andre mer mye
"""
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that tell nothing of what a sentence is about."""
_BUT = frozenset(("men", "derimot", "likevel", "imidlertid", "samtidig", "dog"))
_LENGTHS = (3, 8, 15, 30, 60, 100, 160)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a text stands in its response: which paragraph of how many, or under a question."""

    index: int = 0
    of: int = 1
    general: bool = False
    names: tuple[str, ...] = ()
    """Folded names of the senders."""
    led: bool = False
    """Whether it is an item of a list, in a paragraph of its own, under a line that leads into it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece with what was seen of it once, so that nothing is looked at twice."""

    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    places: frozenset[str]
    rule: str
    item: bool
    numbered: bool
    topic: bool
    asks: bool
    gap: str
    """What stands before it: "start", "space", "line" or "blank"."""
    tone: str
    topics: frozenset[str]
    """Which subjects of the hearing it names, by the words of their titles."""
    voted: bool
    """Whether it tells how an answer was decided."""


def look(
    text: str,
    span: tuple[int, int],
    before: int,
    known: frozenset[str],
    subjects: Mapping[str, str],
) -> Piece:
    """The piece at `span` of `text`; `before` is where the one before it ends."""
    start, end = span
    piece = text[start:end]
    words = tuple(words_of(piece))
    gap = text[before:start]
    item = begins_list_item(text, start)
    return Piece(
        text=piece,
        words=words,
        stems=frozenset(stem(each) for each in words if len(each) > 3 and each not in SMALL),
        places=frozenset("".join(each.casefold().split()) for each in _PLACE.findall(piece)),
        rule=remainder_by_rule(piece, known),
        item=item,
        numbered=bool(_NUMBERED.match(piece)),
        topic=bool(_TOPIC.match(piece)),
        asks=phrase_of(piece) is not None,
        tone=tone_name(piece),
        topics=frozenset(subjects[each] for each in map(stem, words) if each in subjects),
        voted=_VOTED.search(piece) is not None,
        gap=_gap(gap, start),
    )


def _gap(between: str, start: int) -> str:
    if start <= len(between):
        return "start"
    return "blank" if between.count("\n") > 1 else "line" if "\n" in between else "space"


def settled_start(point: Sequence[Piece], piece: Piece) -> bool | None:
    """Whether a new point begins with `piece` by how the text is laid out; None if it does not tell.

    What follows a colon belongs to what it announces; a paragraph, an item or a row of a table
    begins a point; the lines of a description ("Ansvarlig: …") do not.
    """
    before = point[-1]
    if _ORDINAL.match(piece.text):
        return True
    if piece.gap == "blank":
        return not before.text.endswith(":") and not piece.text.startswith("[^")
    if piece.gap != "line":
        return None
    if before.text.endswith(":"):
        return False
    if _NAMED.match(piece.text) and _NAMED.match(before.text):
        return False
    rows = _CELLS.match(piece.text) and _CELLS.match(before.text)
    return True if rows or piece.item or piece.numbered else None


def of_company(pieces: Sequence[Piece], where: Where) -> tuple[str, ...]:
    """What the `pieces` of a place are together: a paragraph that names no subject of the hearing,
    asks for nothing and finds no fault tells who writes, whatever one of its sentences looks like.
    """
    whole = max(1, len(pieces))
    spot = "q" if not where.general else _opens(where)
    named = sum(bool(each.topics) for each in pieces)
    asking = sum(each.asks for each in pieces)
    placed = sum(bool(each.places) for each in pieces)
    voted = sum(each.voted for each in pieces)
    plain = 4 * sum(each.tone == "none" for each in pieces) // whole
    return (
        f"n={min(whole, 6)}", f"n={min(whole, 4)},{spot}", f"all-named={4 * named // whole}",
        f"all-asking={min(asking, 2)},{spot}", f"all-placed={min(placed, 2)}",
        f"all-plain={plain},{spot}", f"all-voted={4 * voted // whole}",
        f"all={bool(named)},{bool(asking)},{plain}",
    )  # fmt: skip


def of_kind(pieces: Sequence[Piece], at: int, where: Where, company: Sequence[str]) -> list[str]:
    """What speaks for the kind of the piece at `at`: a point made, or one of the remainders.

    `company` is what `of_company` gives for all `pieces`, once.
    """
    piece = pieces[at]
    seen = [*_shape(piece, ""), *company, *_colour(piece, "")]
    seen += [f"w={stem(each)}" for each in piece.words[:40]]
    seen += [
        f"2={a[:6]} {b[:6]}" for a, b in zip(piece.words[:25], piece.words[1:26], strict=False)
    ]
    seen += [f"first={' '.join(piece.words[:n])}" for n in (1, 2, 3)]
    folded = " ".join(piece.text.casefold().split())
    if any(name and name in folded for name in where.names):
        seen.append("names-sender")
        if folded.startswith(where.names):
            seen.append("opens-with-sender")
    spot = "q" if not where.general else _spot(where)
    seen += [f"spot={spot}", f"spot={spot},rule={piece.rule}", f"spot={spot},bare={_bare(piece)}"]
    seen += [
        f"alone={len(pieces) == 1},{spot}",
        f"first={at == 0},{spot}",
        f"last={at == len(pieces) - 1},{spot}",
    ]
    if at:
        seen += [*_shape(pieces[at - 1], "before:")[:6], *_colour(pieces[at - 1], "before:")]
    if at + 1 < len(pieces):
        seen += [
            *_shape(pieces[at + 1], "after:")[:6],
            *_colour(pieces[at + 1], "after:"),
            f"bare={_bare(piece)},next={pieces[at + 1].gap}",
        ]
    else:
        seen.append(f"bare={_bare(piece)},next=end")
    return seen


def of_start(point: Sequence[Piece], piece: Piece, where: Where) -> list[str]:
    """What speaks for a new point beginning with `piece`, after the pieces of `point`."""
    before = point[-1]
    length = sum(len(each.words) for each in point)
    stems = frozenset().union(*(each.stems for each in point))
    shared = len(stems & piece.stems)
    fresh = piece.places - frozenset().union(*(each.places for each in point))
    asked = any(each.asks for each in point)
    seen = _shape(piece, "") + _shape(before, "before:")
    seen += [f"first={' '.join(piece.words[:n])}" for n in (1, 2, 3)]
    seen += [
        f"gap={piece.gap}", f"gap={piece.gap},item={before.item}-{piece.item}",
        f"gap={piece.gap},numbered={before.numbered}-{piece.numbered}",
        f"gap={piece.gap},point-item={point[0].item}", f"gap={piece.gap},point-numbered={point[0].numbered}-{piece.numbered}",
        f"pieces={min(len(point), 6)}", f"length={_bucket(length)}", f"length={_bucket(length)},gap={piece.gap}",
        f"shared={min(shared, 3)}", f"shared={min(shared, 3)},gap={piece.gap}",
        f"asked={asked}-{piece.asks}", f"asked={asked}-{piece.asks},gap={piece.gap}",
        f"fresh={bool(fresh)},had={bool(stems)}", f"fresh={bool(fresh)},gap={piece.gap}",
        f"general={where.general}", f"general={where.general},gap={piece.gap}",
        f"colon={before.text.endswith(':')},gap={piece.gap}", f"colon={before.text.endswith(':')},item={piece.item}",
    ]  # fmt: skip
    had = frozenset().union(*(each.topics for each in point))
    topics = (
        "none" if not piece.topics else "same" if piece.topics <= had else "new" if had else "first"
    )
    tones = [each.tone for each in point if each.tone != "none"]
    tone = tones[-1] if tones else "none"
    but = not _BUT.isdisjoint(piece.words[:8])
    seen += [
        f"topics={topics}", f"topics={topics},gap={piece.gap}", f"topics={topics},shared={min(shared, 2)}",
        f"tone={tone}-{piece.tone}", f"tone={tone}-{piece.tone},{piece.gap}", f"tone={(tones or ['none'])[0]}>{piece.tone}",
        f"turn={tone in ('praise', 'wish') and piece.tone in ('fault', 'ask', 'oppose', 'mixed')}",
        f"turn={tone in ('praise', 'wish')},but={but}", f"but={but}", f"but={but},tone={tone}-{piece.tone}",
        f"back={tone in ('fault', 'ask', 'oppose') and piece.tone in ('praise', 'wish')}",
        f"topics={topics},tone={tone}-{piece.tone}", f"placed={_placed(piece)}", f"placed={_placed(piece)},topics={topics}",
    ]  # fmt: skip
    seen += [f"w={stem(each)}" for each in piece.words[:12]]
    seen += [f"last={stem(each)}" for each in before.words[-2:]]
    return seen


def _shape(piece: Piece, label: str) -> list[str]:
    text = piece.text
    return [
        f"{label}rule={piece.rule}", f"{label}length={_bucket(len(piece.words))}",
        f"{label}end={_end(text)}", f"{label}bare={_bare(piece)}", f"{label}asks={piece.asks}",
        f"{label}item={piece.item}", f"{label}numbered={piece.numbered}", f"{label}topic={piece.topic}",
        f"{label}capitals={text.isupper()}", f"{label}digits={any(each.isdigit() for each in text)}",
        f"{label}place={bool(piece.places)}", f"{label}gap={piece.gap}",
    ]  # fmt: skip


def _colour(piece: Piece, label: str) -> list[str]:
    return [
        f"{label}tone={piece.tone}", f"{label}topics={min(len(piece.topics), 2)}",
        f"{label}voted={piece.voted}",
    ]  # fmt: skip


def _opens(where: Where) -> str:
    return "g0" if where.index < 1 else "g1" if where.index < 3 else "g"


def _placed(piece: Piece) -> bool:
    """Whether it names a subject and a place of the hearing."""
    return bool(piece.topics) and bool(piece.places)


def _bare(piece: Piece) -> bool:
    return is_bare_line(piece.text)


def _end(text: str) -> str:
    last = text[-1:]
    return last if last in ".!?:;,…" else "letter" if last.isalnum() else "other"


def _spot(where: Where) -> str:
    left = where.of - where.index
    return f"g{where.index}" if where.index < 3 else f"g-{left}" if left <= 3 else "g"


def _bucket(length: int) -> int:
    return next((each for each in _LENGTHS if length <= each), 999)
