"""What reading hands on: blocks with their place, and the response read out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from innspill.shared.values import Certainty, Origin, Sha256
from innspill.stages.consultations.core.filled import Wish

BlockKind = Literal[
    "paragraph", "heading", "list-item", "cell", "footnote", "endnote",
    "header", "footer", "text-box", "quoted", "signature",
]  # fmt: skip
Technique = Literal[
    "control", "legacy-field", "glyph", "symbol", "private-use", "bracket", "typed",
    "drawn", "pixels", "emphasis",
]  # fmt: skip
EmphasisKind = Literal["struck-out", "highlighted", "bold", "underlined"]
Kind = Literal["form", "letter", "cover-note", "unreadable"]
READER = "reader/2"
"""The version of the rules of reading: a new one adds readings, it changes none."""

FACTS = frozenset((
    "adheres", "attachment", "auto-reply", "bounce", "converted", "macros",
    "no-remarks", "on-behalf", "read-receipt", "response-will-come", "takes-no-stand",
))  # fmt: skip
"""Flags that tell something and doubt nothing, so that nobody has to settle them."""


@dataclass(frozen=True, slots=True)
class Box:
    """A tick box: where it stands in its block's text and whether it is ticked.

    `at` is the index of its glyph in the text (readers always write ☒ or ☐ there, one
    character). `conflict` is true where the stored state and the shown glyph disagree, `unsure`
    where the state had to be judged from pixels and could be the other.
    """

    at: int
    ticked: bool
    technique: Technique
    tag: str | None = None
    conflict: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Characters `start` to `end` of a block that are set apart, as people mark their choice."""

    start: int
    end: int
    kind: EmphasisKind


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word that was recognised in a picture: characters `start` to `end`, sure by 0 to 100."""

    start: int
    end: int
    confidence: int


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A footnote's mark: characters `start` to `end` of the block (equal where it has none)."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: which table of the document, row and column, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of visible text, exactly as shown, with its name in the file."""

    id: str
    kind: BlockKind
    text: str
    boxes: tuple[Box, ...] = ()
    notes: tuple[NoteRef, ...] = ()
    level: int | None = None
    label: str | None = None
    """The list number as shown ("1)"), where the program makes it; not in `text`."""
    tag: str | None = None
    """The content control's tag that the whole block stands in."""
    cell: Cell | None = None
    page: int | None = None
    mark: str | None = None
    """For a footnote: its mark."""
    emphases: tuple[Emphasis, ...] = ()
    area: Area | None = None
    """Where on its page it stands, in files that have pages."""
    words: tuple[SeenWord, ...] = ()
    """The words that were recognised in a picture, not written in the file."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that is in the file but not shown: deleted, moved-from, hidden, comment …"""

    kind: str
    text: str
    origin: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file turned into blocks, in reading order.

    `properties` holds what the file says of itself (title, creator, mail headers: from, to,
    subject, date, message_id).
    """

    media_type: str
    blocks: tuple[Block, ...]
    hidden: tuple[Hidden, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file, or one member of a mail or archive: read, or why it could not be.

    `path` names the way in ("svar.zip!/a.docx"). `document` is None exactly where `problem`
    says why.
    """

    path: str
    sha256: Sha256
    size: int
    media_type: str
    document: Document | None
    problem: str | None = None
    problem_code: str | None = None
    tools: tuple[str, ...] = ()
    """The programs outside that had a part in it, with their versions ("tesseract 5.3.0 nor")."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the response."""

    mark: str
    text: str
    origin: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with the places it came from, one origin per block."""

    text: str
    origin: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that an answer proposes (annex A of the seed hearing). Empty where not given."""

    name: str
    responsible: str = ""
    relevant_for: str = ""
    description: str = ""
    origin: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    r"""What one response says to one question.

    `ticks` are choice ids in the order of the form; `choice` is set only where exactly one is
    ticked. A footnote's mark stands in `text` as "[^1]". Paragraphs are parted by "\n\n".
    `pieces` gives, for each stretch of `text`, where in `text` it starts and its origin.
    `grounds` say in words why the text was placed at this question, with the certainty that is
    given beside them.
    """

    question: str
    ticks: tuple[str, ...] = ()
    choice: str | None = None
    text: str = ""
    no_comment: bool = False
    certainty: Certainty = Certainty.CERTAIN
    flags: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    origin: tuple[Origin, ...] = ()
    pieces: tuple[tuple[int, Origin], ...] = ()
    grounds: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent it as far as the document itself tells, with the grounds for believing so."""

    name: str | None
    organisation_number: str | None
    certainty: Certainty
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The case number the response quotes; `matches` is None where it quotes none.

    `near` is true where it differs from the hearing's as a slip of the finger makes it.
    """

    value: str | None
    matches: bool | None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Adherence:
    """A response that joins another body's ("slutter seg til uttalelsen fra KS")."""

    to: str
    """The other body, as it is named."""
    whole: bool
    """Whether the response says nothing else of its own."""
    certainty: Certainty
    origin: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseRead:
    """One response document, read: the object of `innspill read`."""

    file: str
    sha256: Sha256
    media_type: str
    consultation: str
    kind: Kind
    sender: Sender
    further_senders: tuple[Sender, ...] = ()
    candidates: tuple[Sender, ...] = ()
    """All that may have sent it, the likeliest first, each with its grounds."""
    on_behalf_of: tuple[str, ...] = ()
    """Whom the sender says it speaks for, where that is somebody else."""
    adherence: tuple[Adherence, ...] = ()
    case_number: CaseNumber = CaseNumber(None, None)
    language: str | None = None
    dated: str | None = None
    """The date the document gives itself, ISO 8601, or None."""
    answers: tuple[Answer, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    form_wording: tuple[Passage, ...] = ()
    """The form's own words, so that all visible text is accounted for."""
    hidden: tuple[Hidden, ...] = ()
    flags: tuple[str, ...] = ()
    problem: str | None = None
    blocks: tuple[Block, ...] = ()
    cover: str | None = None
    """Text of the mail or note that the response came with."""
    properties: dict[str, str] = field(default_factory=dict)
    reader: str = READER
    """The version that read it: same bytes, definition, version and tools, same reading."""
    tools: tuple[str, ...] = ()
    """Programs outside that had a part in it, with their versions."""
    wish: Wish = "none"
    """How the sender wishes it to be published, as the form says."""
