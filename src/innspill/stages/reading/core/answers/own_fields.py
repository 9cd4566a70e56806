"""The fields of our own form that answer no question: who else answers, whom they join, no remarks.

By their names, and where a program dropped those, by the labels above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from innspill.shared.organisation_number import is_organisation_number
from innspill.shared.values import Certainty, Origin
from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.consultations.core.form_words import WORDS
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.printed import squeezed
from innspill.stages.reading.core.values import Adherence, Block, ResponseRead, Sender

TOGETHER = "written in the field for those who answer together"
_LABELS = {
    squeezed(label): tag
    for words in WORDS.values()
    for tag, label in (
        (form_tags.FURTHER, words.further),
        (form_tags.SUPPORTS, words.supports),
    )
}
_WISHES = {squeezed(line): wish for words in WORDS.values() for wish, line in words.wishes.items()}
_ENDS = frozenset(
    squeezed(label)
    for words in WORDS.values()
    for label in (words.in_short, words.questions, words.no_remarks, words.sender, words.more)
)
_NUMBERED = re.compile(r"(?P<name>.+?)\s*\((?P<number>[\d ]{9,13})\)")
_LONGEST = 300
"""Characters of a name; what is longer is something else, written where a name is asked for."""


@dataclass(frozen=True, slots=True)
class OwnFields:
    """What stands in those fields, each with its block, whether they have no remarks, and their wish."""

    further: tuple[Block, ...] = ()
    supports: tuple[Block, ...] = ()
    no_remarks: bool = False
    wish: Wish = "none"


def own_fields(blocks: Sequence[Block], hearing: Hearing) -> OwnFields:
    """What `blocks` hold of our own form's fields."""
    found: dict[str, list[Block]] = {form_tags.FURTHER: [], form_tags.SUPPORTS: []}
    for tag, block in _labelled(blocks):
        if block.text.strip() and squeezed(block.text) not in hearing.printed.prompts:
            found[tag].append(block)
    return OwnFields(
        tuple(found[form_tags.FURTHER]),
        tuple(found[form_tags.SUPPORTS]),
        any(_says_no_remarks(block, hearing) for block in blocks),
        _wish_in(blocks),
    )


def _labelled(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    under, label = None, ""
    for block in blocks:
        said = squeezed(block.text)
        if block.tag in (form_tags.FURTHER, form_tags.SUPPORTS):
            yield block.tag, block
        elif said in _LABELS:
            under, label = _LABELS[said], said
            continue
        elif under and not _ends(block, label):
            yield under, block
            continue
        under = None


def _ends(block: Block, label: str) -> bool:
    """Whether what was written below `label` ends before `block`.

    LibreOffice drops a control's name and keeps its title, which is the beginning of the label.
    """
    if block.tag and not label.startswith(squeezed(block.tag)):
        return True
    return block.kind == "heading" or bool(block.boxes) or squeezed(block.text) in _ENDS


def _wish_in(blocks: Sequence[Block]) -> Wish:
    """The wish that the form's own line says; of two, the one that hides most."""
    said = {_WISHES.get(squeezed(block.text)) for block in blocks}
    order: tuple[Wish, ...] = ("not-on-web", "anonymous")
    return next((wish for wish in order if wish in said), "none")


def _says_no_remarks(block: Block, hearing: Hearing) -> bool:
    tagged = any(box.tag == form_tags.NO_REMARKS and box.ticked for box in block.boxes)
    ticked = len(block.boxes) == 1 and block.boxes[0].ticked
    return tagged or (ticked and squeezed(block.text) in hearing.printed.no_remarks)


def with_own_fields(read: ResponseRead, fields: OwnFields) -> ResponseRead:
    """`read` with what its form says outright in those fields."""
    flags = list(read.flags)
    known = {read.sender.name, *(sender.name for sender in read.further_senders)}
    more = [each for each in map(_sender, _lines(fields.further)) if each.name not in known]
    joined = tuple(_joined(block, read) for block in fields.supports)
    if more:
        flags.append("joint-response")
    if joined:
        flags.append("adheres")
    if fields.no_remarks:
        flags.append("no-remarks")
    if joined or fields.no_remarks or more:
        flags = [flag for flag in flags if flag != "empty-form"]
    return replace(
        read,
        further_senders=(*read.further_senders, *more),
        adherence=joined or read.adherence,
        wish=fields.wish,
        flags=tuple(dict.fromkeys(flags)),
    )


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (line.strip() for line in block.text.split("\n") if line.strip())


def _sender(line: str) -> Sender:
    found = _NUMBERED.fullmatch(line)
    number = re.sub(r"\D", "", found["number"]) if found else None
    known = number if number and is_organisation_number(number) else None
    name = found["name"] if found and known else line
    return Sender(name[:_LONGEST], known, Certainty.CERTAIN, (TOGETHER,))


def _joined(block: Block, read: ResponseRead) -> Adherence:
    whole = not any(answer.ticks or answer.text for answer in read.answers)
    origin = (Origin(block.id, 0, len(block.text)),)
    return Adherence(" ".join(block.text.split())[:_LONGEST], whole, Certainty.CERTAIN, origin)
