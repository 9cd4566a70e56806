"""The register of measures: the hearing's own, then those that respondents propose or add."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.registers.fields import FIELD, FIELDS
from innspill.stages.analysis.core.registers.said import Said
from innspill.stages.analysis.core.values import Proposal
from innspill.stages.consultations.core.definition import Chapter, Definition, in_language

_HEADER = re.compile(rf"^(?:{'|'.join(FIELDS.values())}|nr\.?)$", re.IGNORECASE)
_NEW = re.compile(
    r"^(?:(?:en|ein|ei|et|eit|én|éin|felles|ny|nye|nytt|nasjonal|nasjonale|nasjonalt|flere|fleire) )",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*(?:(?i:tiltak|measure|nr\.?)\s+)?(?:[A-Z]\.?)?(?:\d+(?:\.\d+)+[.:)]?|\d+[.:)]|\d+(?=\s+[A-ZÆØÅ]))\s+"
    r"|^\s*(?i:tiltak|measure|nr\.?)\s+\d+[.:)]?\s+"
)
"""The number that the hearing gives a measure: "5.2", "Tiltak 4", "A.3"; but not "2 nye stillinger"."""
_ARTICLE = re.compile(r"\s(?:en|ein|et|eit|ei)$", re.IGNORECASE)
_MAKES = re.compile(
    r"^(?:opprett|etabler|innfør|lag|utarbeid|utvikl|start|bygg|iverkset|sett? i gang|gjennomfør|utgi|skaff)\w*$",
    re.IGNORECASE,
)
_NO_MEASURE = re.compile(
    r"^(?:omtale|beskrivelse|beskriving|skildring|drøfting|egen|eget|eige|eigen|avsnitt|setning|ordlyd|presisering|kapittel|punkt|ledd|svar|møte|tall|"
    r"øvrig|for|på|i|til|med|av|om|ved|fra|frå|ikke|ikkje|at|det|den|de|dei|dag|vårt|vår|fordel|mer|meir|bedre|betre|så|dette|disse|desse|annet|anna|forslag|vurdering|noko|noe|"
    r"seg|når|straks|før|etter|innen|innan|som|hvem|kven|hva|kva|forbedring|forbetring|del|frist|"
    r"slike?|slikt|problem|måte|stad|sted|begrunnelse|grunngjeving|henvisning|tilvising|tillegg|utgave|utgåve|kortversjon)\b",
    re.IGNORECASE,
)
"""A wish to have the document changed, or the remains of a sentence, is no measure."""
_THERE = re.compile(r"\w+(?:en|et|ene|ane)", re.IGNORECASE)
"""One word in its definite form: "Planen må lages" speaks of what the hearing has, "en bane" does not."""
_UNWANTED = re.compile(
    r"\b(?:ikke|ikkje)\s+(?:\w+\s+)?(?:anbefal|tilrå|ønsk|støtt|gå inn for)|\bfrarå",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s(?:kan|som|er|vil|der|slik|bør|må|skal|har|blir|vert|seinast|senest|innen|innan|over hvem|over kven|over hva|over kva)(?=[\s,]|$)",
    re.IGNORECASE,
)
_LONGEST = 160
_LONGEST_ROW = 1_000
"""A row of the hearing's own is kept whole as far as it goes."""
_MOST_ROWS = 500
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with who is responsible, whom it is for and what it is, each "" where not said."""

    name: str
    responsible: str = ""
    relevant_for: str = ""
    description: str = ""
    comments: tuple[int, ...] = ()
    """Places in the list of comments that was given."""
    from_hearing: bool = False


def measures_of(
    definition: Definition, comments: Sequence[Said], language: str = "nb"
) -> tuple[Measure, ...]:
    """The measures of the hearing in their order, then what comments add, by their first comment.

    A comment that names one of the hearing's own stands at it. What two comments propose in the
    same words is one measure, and so is a row of an annex with the chapter that tells of it.
    """
    found: dict[str, Measure] = {}
    for measure in _of_hearing(definition, language):
        key = measure_key(measure.name)
        found[key] = _joined(found.get(key), measure)
    for place, said in enumerate(comments):
        below = _fields_below(comments, place)
        whole = "\n\n".join(comments[each].text for each in (place, *below))
        for measure, places in (
            *((row, (place, *below)) for row in rows_in(whole)),
            *((each, (place,)) for each in _proposed(said)),
        ):
            key = measure_key(measure.name)
            if key:
                found[key] = _joined(found.get(key), measure, places)
    return tuple(found.values())


def _fields_below(comments: Sequence[Said], place: int) -> tuple[int, ...]:
    """The comments after the one at `place` that each give a field of the measure it names.

    In a letter "Tiltak: …" and "Ansvarlig: …" are paragraphs, and so comments, of their own.
    """
    if not any(hit.lastgroup == "name" for hit in FIELD.finditer(comments[place].text)):
        return ()
    found = []
    for later in range(place + 1, len(comments)):
        hit = FIELD.match(comments[later].text)
        if not hit or hit.lastgroup == "name" or comments[later].senders != comments[place].senders:
            break
        found.append(later)
    return tuple(found)


def measure_key(name: str) -> str:
    """What two names of one measure have in common: no number, no "en ny felles" before it."""
    plain = fold(_NUMBER.sub("", name, count=1)) or fold(name)
    while (shorter := _NEW.sub("", plain, count=1)) and shorter != plain:
        plain = shorter
    return plain


def rows_in(text: str, most: int = _LONGEST) -> Iterator[Measure]:
    """The measures that a text gives in fields ("Tiltak: …, Ansvarlig: …") or rows ("a | b | c | d").

    Descriptions are cut to `most` characters.
    """
    fields: dict[str, str] = {}
    hits = list(FIELD.finditer(text))[: 4 * _MOST_ROWS]
    for at, hit in enumerate(hits):
        end = hits[at + 1].start() if at + 1 < len(hits) else len(text)
        name = str(hit.lastgroup)
        if name == "name" and fields:
            yield from _row(fields, most)
            fields = {}
        fields.setdefault(name, _tidy(text[hit.end() : end]))
    yield from _row(fields, most)
    for line in text.split("\n")[:_MOST_ROWS]:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) >= 3 and cells[0] and not any(_HEADER.match(cell) for cell in cells):
            name, responsible, relevant = map(_short, cells[:3])
            description = _short((*cells, "")[3], most)
            yield Measure(name, responsible, relevant, description)


def _row(fields: dict[str, str], most: int) -> Iterator[Measure]:
    name = fields.get("name", "")
    if name and len(fields) > 1:
        yield Measure(
            _short(name),
            _short(fields.get("responsible", "")),
            _short(fields.get("relevant", "")),
            _short(fields.get("description", ""), most),
        )


def _of_hearing(definition: Definition, language: str) -> Iterator[Measure]:
    for paper in definition.papers:
        for part in paper.chapters:
            if part.kind == "measure":
                title = in_language(part.title, language)
                text = " ".join(in_language(each, language) for each in part.passages)
                yield Measure(
                    f"{part.id} {title}".strip(),
                    description=_short(text, _LONGEST_ROW),
                    from_hearing=True,
                )
            elif part.kind == "annex":
                yield from _rows_of(part, language)


def _rows_of(annex: Chapter, language: str) -> Iterator[Measure]:
    passages = [in_language(each, language) for each in annex.passages]
    for text in (*passages, _table_of(passages)):
        for row in rows_in(text, _LONGEST_ROW):
            yield Measure(
                row.name, row.responsible, row.relevant_for, row.description, from_hearing=True
            )


def _table_of(cells: Sequence[str]) -> str:
    """A table of which each cell is a paragraph of its own, as papers are read: its rows as text.

    It is known by its head, whose first column names the measure; "" where the cells after it are
    not whole rows.
    """
    name = re.compile(FIELDS["name"], re.IGNORECASE)
    starts = [at for at, cell in enumerate(cells) if name.fullmatch(cell.strip())]
    if not starts:
        return ""
    begin = starts[0]
    width = 0
    while begin + width < len(cells) and _HEADER.match(cells[begin + width].strip()):
        width += 1
    rest = [" ".join(cell.replace("|", "/").split()) for cell in cells[begin + width :]]
    if width < 3 or len(rest) % width:
        return ""
    rows = (rest[at : at + width] for at in range(0, len(rest), width))
    return "\n".join(" | ".join(row) for row in rows)


def _proposed(said: Said) -> Iterator[Measure]:
    """What a proposal would have made anew; a wish to change a text is no measure."""
    for proposal in said.proposals:
        words = said.text[proposal.span.start : proposal.span.end]
        name = "" if _UNWANTED.search(words) else _new_thing(proposal)
        if name:
            yield Measure(name, responsible=proposal.actor, description=_short(words))


def _new_thing(proposal: Proposal) -> str:
    thing = proposal.object
    left_undone = proposal.action.startswith(("ikke ", "ikkje ", "aldri "))
    if proposal.wording or left_undone or not thing or len(thing.split()) > 16:
        return ""
    is_made = _MAKES.match(proposal.action) is not None
    is_new = _NEW.match(thing) or _ARTICLE.search(proposal.phrase)
    if not is_made and (not is_new or proposal.action.endswith("s")):
        return ""
    name = _ENDS.split(_NEW.sub("", thing))[0].strip()
    if not is_new and _THERE.fullmatch(name):
        return ""
    return "" if _NO_MEASURE.match(name) or len(name) < _SHORTEST else _short(name)


def _joined(known: Measure | None, said: Measure, places: tuple[int, ...] = ()) -> Measure:
    if known is None:
        known = said
    return Measure(
        name=known.name,
        responsible=known.responsible or said.responsible,
        relevant_for=known.relevant_for or said.relevant_for,
        description=known.description or said.description,
        comments=tuple(dict.fromkeys((*known.comments, *places))),
        from_hearing=known.from_hearing,
    )


def _tidy(words: str) -> str:
    return " ".join(words.split("\n\n", maxsplit=1)[0].split()).strip(" .;,|*•–-")


def _short(words: str, most: int = _LONGEST) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
