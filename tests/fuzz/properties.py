"""What must hold of every file, however damaged, and of every text that is read for answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin, sha256_of
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.formats.characters import EMPTY, TICKED
from innspill.stages.reading.core.formats.converted import KINDS
from innspill.stages.reading.core.formats.guard import Package
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.tools import NO_TOOLS, Tools
from innspill.stages.reading.core.values import Document, FileRead

REFUSED = (Unreadable, RecursionError, MemoryError)
"""What a parser may raise: the door of reading gives each of them a reason of its own.

Anything else it would give as "damaged", by the last net that there is: a fault of the parser.
"""
MOST_MEMBERS = 20
LAST_NET = "The file could not be read ("
"""How the door begins to say that a parser raised what it may not."""
Reader = Callable[[Given], Opened]


def check_reader(
    reader: Reader, media_type: str, data: bytes, definition: Definition, tools: Tools = NO_TOOLS
) -> None:
    """Opens `data` with `reader` and checks what comes of it. Raises what the reader may not."""
    try:
        package = Package(data) if data.startswith(b"PK") else None
        opened = reader(Given(data, media_type, tools, package))
        for at, (name, member) in enumerate(opened.members):
            assert isinstance(name, str)
            assert isinstance(member, bytes | Unreadable)
            if at == MOST_MEMBERS:
                break
    except REFUSED:
        return
    if media_type in KINDS:
        assert opened.members, "read without a program to convert it"
    check_document(opened.document)
    read = FileRead("svar", sha256_of(data), len(data), media_type, opened.document)
    check_responses([read], definition)


def check_delivery(data: bytes, definition: Definition) -> None:
    """Reads `data` and what is in it through the door of reading, and answers from all of that."""
    files = read_file("svar", data)
    for read in files:
        assert not (read.problem or "").startswith(LAST_NET), read.problem
        if read.document is not None:
            check_document(read.document)
    check_responses(files, definition)


def check_document(document: Document) -> None:
    """Ids are apart, boxes and notes stand in their text, and hidden text has a place there is."""
    texts = {block.id: block.text for block in document.blocks}
    assert len(texts) == len(document.blocks), "two blocks have one id"
    for block in document.blocks:
        block.text.encode()  # no half characters: they cannot be written down
        for box in block.boxes:
            assert block.text[box.at] == (TICKED if box.ticked else EMPTY), "a box is elsewhere"
        for note in block.notes:
            assert 0 <= note.start <= note.end <= len(block.text), "a note is elsewhere"
        for part in (*block.emphases, *block.words):
            assert 0 <= part.start < part.end <= len(block.text), "a marked part is elsewhere"
    for hidden in document.hidden:
        hidden.text.encode()
        _check_origins(hidden.origin, texts)


def check_responses(files: Sequence[FileRead], definition: Definition) -> None:
    """Every visible character is accounted for once, and every place is there."""
    responses = read_responses(files, definition)
    if len(files) == 1 and files[0].document is not None:
        told = {block.id: block.text for response in responses for block in response.blocks}
        for block in files[0].document.blocks:
            # A line of our plain form is told as two blocks: its label, and what stands behind it.
            parts = told.get(f"{block.id}a", "") + told.get(f"{block.id}b", "")
            is_told = block.text in (told.get(block.id), parts)
            assert is_told or not block.text.strip(), "a block is in no response"
    for response in responses:
        sums = account(response)
        assert sums.complete, f"{sums.missing} characters missing, {sums.doubled} doubled"
        texts = {block.id: block.text for block in response.blocks}
        for part in (*response.unplaced, *response.form_wording, *response.footnotes):
            _check_origins(part.origin, texts)
        for answer in response.answers:
            _check_origins(answer.origin, texts)
            _check_origins([origin for _, origin in answer.pieces], texts)
            assert all(0 <= start <= len(answer.text) for start, _ in answer.pieces)
            answer.text.encode()
        for adherence in response.adherence:
            _check_origins(adherence.origin, texts)


def _check_origins(origins: Sequence[Origin], texts: dict[str, str]) -> None:
    for origin in origins:
        assert origin.block in texts, f"there is no block {origin.block}"
        length = len(texts[origin.block])
        assert 0 <= origin.start <= origin.end <= length, f"{origin} is beyond {length} characters"
