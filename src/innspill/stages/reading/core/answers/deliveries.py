"""Which of the files that came together are responses, and what came with which.

A mail with a form or a letter attached is the cover of what is attached; a mail that says something
itself is a letter. Files sent in side by side are one response, as those of a mail are: a letter
with what it encloses. Archives only hold files. Nothing is dropped: files that are no response of
their own follow the response they came with, their text unplaced and their names in a flag.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from innspill.shared.values import Certainty, Origin
from innspill.stages.consultations.core.form_tags import FILES
from innspill.stages.reading.core.answers.answer_sheets import SHEETS, read_answer_sheet
from innspill.stages.reading.core.answers.covers import COVER_WORDS, is_cover, takes_a_stand
from innspill.stages.reading.core.answers.documents import read_document
from innspill.stages.reading.core.answers.evidence import MAILS, NO_ENVELOPE, Envelope
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.places import closing_at
from innspill.stages.reading.core.answers.quoted_forms import read_mail_text
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.answers.web_answers import is_web_answer, read_web_answer
from innspill.stages.reading.core.values import (
    Block,
    Document,
    FileRead,
    Passage,
    ResponseRead,
    Sender,
)

_INTO = "!/"
_INLINE = "!/inline/"
"""Pictures that stand in a mail's text lie in this folder: a logo is no letter."""
_NAMED = re.compile(
    r"h[øo]ring|h[øo]yring|svar|uttal|innspill|innspel|response|skjema", re.IGNORECASE
)
_ASIDE = frozenset({"quoted", "signature"})
_PICTURES = ("image/",)
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class _Node:
    """A file and those that were in it."""

    file: FileRead
    children: tuple[_Node, ...]


def responses_in(files: Sequence[FileRead], hearing: Hearing) -> tuple[ResponseRead, ...]:
    """The responses among `files`, which came as one delivery; at least one where there is a file."""
    trees = _trees(files)
    found = _together(trees, hearing)
    return tuple(_with_the_rest(found, trees, hearing) if _one_each(found, trees) else found)


def _together(nodes: Sequence[_Node], hearing: Hearing) -> list[ResponseRead]:
    """The responses of files that lie side by side.

    What came with an answer of the web form is attached to it, and no response of its own.
    """
    answers = [node.file for node in nodes if is_web_answer(node.file)]
    if len(answers) != 1:
        return [read for node in nodes for read in _responses(node, hearing)]
    document = answers[0].document
    files = [leaf for node in nodes for leaf in _leaves(node, hearing) if leaf is not answers[0]]
    readable = [file for file in files if _shows_something(file)]
    unread = [file for file in files if file not in readable]
    if document is None:
        return []
    read = _with_attachments(read_web_answer(answers[0], document, hearing), readable, unread)
    return [_missing_some(read, document, files)]


def _shows_something(file: FileRead) -> bool:
    return file.document is not None and any(b.text.strip() for b in file.document.blocks)


def _missing_some(read: ResponseRead, document: Document, came: Sequence[FileRead]) -> ResponseRead:
    """`read`, flagged where it names a file that did not come."""
    named = {block.text.strip() for block in document.blocks if block.tag == FILES}
    names = {file.path.rpartition(_INTO)[2] for file in came} | {file.path for file in came}
    if named <= {" ".join(name.split()) for name in names}:
        return read
    return replace(read, flags=tuple(dict.fromkeys([*read.flags, "attachment-missing"])))


def _trees(files: Sequence[FileRead]) -> tuple[_Node, ...]:
    """The files as trees, by their paths ("svar.zip!/mail.eml!/a.docx")."""
    paths = {file.path for file in files}
    inside: dict[str | None, list[FileRead]] = {}
    for file in files:
        inside.setdefault(_container(file.path, paths), []).append(file)

    def below(above: str | None) -> tuple[_Node, ...]:
        return tuple(_Node(file, below(file.path)) for file in inside.get(above, ()))

    return below(None)


def _container(path: str, paths: Collection[str]) -> str | None:
    """The nearest of `paths` that the file at `path` is in; None for a file that came by itself."""
    while _INTO in path:
        path = path.rpartition(_INTO)[0]
        if path in paths:
            return path
    return None


def _responses(node: _Node, hearing: Hearing) -> list[ResponseRead]:
    file = node.file
    if file.document is None:
        # A container that could not be opened whole still gives the members that it could.
        inner = [read for child in node.children for read in _responses(child, hearing)]
        return [unreadable(file, hearing), *inner]
    if file.document.media_type in MAILS:
        return _in_mail(node, file.document, hearing)
    if node.children:
        inner = _under_their_letter(_together(node.children, hearing), node)
        return _of_pages(node, file.document, inner, hearing) or inner
    return list(_read(file, file.document, hearing))


def _of_pages(
    node: _Node, document: Document, inner: Sequence[ResponseRead], hearing: Hearing
) -> list[ResponseRead]:
    """The response on the pages of a PDF that carries files; none where it is their wrapping.

    The files are in nobody's sight who reads the pages, so their text is no part of the response:
    they are told, for a person to look at.
    """
    if not _is_its_pages(document, inner):
        return []
    own, *more = _read(node.file, document, hearing)
    carried = [leaf for child in node.children for leaf in _leaves(child, hearing)]
    return [_with_attachments(own, (), carried), *more]


def _is_its_pages(document: Document, inner: Sequence[ResponseRead]) -> bool:
    """Whether a file with others in it is a PDF that says something itself.

    A form, or whatever it says is enclosed, is what a PDF was wrapped around.
    """
    text = "\n".join(block.text for block in document.blocks)
    if document.media_type != _PDF or not text.strip() or is_cover(text):
        return False
    return not any(read.kind == "form" for read in inner)


def _under_their_letter(found: list[ResponseRead], node: _Node) -> list[ResponseRead]:
    """The responses of an archive, a covering letter with the one form that it encloses."""
    forms = [read for read in found if read.kind == "form"]
    letters = {read.file: read for read in found if read.kind == "cover-note"}
    if len(forms) != 1 or len(letters) != 1:
        return found
    aside = [child.file for child in node.children if child.file.path in letters]
    if not aside:
        return found
    (letter,) = letters.values()
    whole = _with_attachments(forms[0], aside, ())
    cover = "\n".join(block.text for block in letter.blocks)
    whole = replace(whole, cover=whole.cover or cover)
    return [whole if read is forms[0] else read for read in found if read is not letter]


def _one_each(found: Sequence[ResponseRead], nodes: Sequence[_Node]) -> bool:
    """Whether each of several files says one thing: an archive or a sheet of many stays as it is."""
    pairs = zip(found, nodes, strict=False)
    inside = [f"{read.file}{_INTO}".startswith(f"{node.file.path}{_INTO}") for read, node in pairs]
    return len(found) == len(nodes) > 1 and all(inside)


def _with_the_rest(
    found: list[ResponseRead], nodes: Sequence[_Node], hearing: Hearing
) -> list[ResponseRead]:
    """The responses of files that were sent in side by side: every form; else one letter.

    `found` has what each of `nodes` says. What is none of them follows the first, as in a mail.
    """
    mains = [read for read in found if read.kind == "form"] or _first_letter(found)
    if not mains:
        return found
    aside = zip(found, nodes, strict=True)
    files = [leaf for read, node in aside if read not in mains for leaf in _leaves(node, hearing)]
    readable = [file for file in files if _shows_something(file)]
    unread = [file for file in files if file not in readable]
    covers = [read for read in found if read.kind == "cover-note" and read not in mains]
    said = "\n".join(block.text for read in covers for block in read.blocks)
    whole = replace(mains[0], cover=mains[0].cover or said or None)
    return [_with_attachments(whole, readable, unread), *mains[1:]]


def _first_letter(found: Sequence[ResponseRead]) -> list[ResponseRead]:
    """The letter that others are attached to, by its name or place; a cover only where none is."""
    letters = [read for read in found if read.kind == "letter"]
    letters = letters or [read for read in found if read.kind == "cover-note"]
    named = [read for read in letters if _NAMED.search(read.file.rpartition(_INTO)[2])]
    return (named or letters)[:1]


def _read(
    file: FileRead, document: Document, hearing: Hearing, envelope: Envelope = NO_ENVELOPE
) -> tuple[ResponseRead, ...]:
    """The responses of one file: several in an answer sheet, else one."""
    if is_web_answer(file):
        return (read_web_answer(file, document, hearing, envelope),)
    if document.media_type in SHEETS and document.blocks:
        return read_answer_sheet(file, document, hearing, envelope)
    return (_single(file, document, hearing, envelope),)


def _single(
    file: FileRead, document: Document, hearing: Hearing, envelope: Envelope = NO_ENVELOPE
) -> ResponseRead:
    if not any(block.text.strip() for block in document.blocks):
        return unreadable(file, hearing, envelope)
    if document.media_type in MAILS:
        return read_mail_text(file, document, hearing, envelope)
    return read_document(file, document, hearing, envelope)


def unreadable(file: FileRead, hearing: Hearing, envelope: Envelope = NO_ENVELOPE) -> ResponseRead:
    """The object for a file that says nothing that we can read, and why."""
    document = file.document
    locked = document is not None and "encrypted" in document.flags
    code = file.problem_code or ("encrypted" if locked else "no-text")
    told = "it is locked and cannot be opened" if locked else "there is no text in this file"
    return ResponseRead(
        file=file.path,
        sha256=file.sha256,
        media_type=file.media_type,
        consultation=hearing.definition.case_number,
        kind="unreadable",
        sender=Sender(None, None, Certainty.UNSURE, ()),
        flags=tuple(dict.fromkeys([code, *(document.flags if document else ())])),
        problem=file.problem or told,
        cover=envelope.text or None,
        properties=document.properties if document else {},
        hidden=document.hidden if document else (),
        tools=file.tools,
    )


def _in_mail(node: _Node, mail: Document, hearing: Hearing) -> list[ResponseRead]:
    """The responses of a mail: its attachments under its cover, or itself."""
    envelope = _envelope(mail)
    forwarded = {child.file.path: _forwarded(child, hearing) for child in node.children}
    beside = [child for child in node.children if not forwarded[child.file.path]]
    parts = [part for child in beside for part in _leaves(child, hearing)]
    own = _single(node.file, mail, hearing)
    readable = [f for f in parts if f.document and any(b.text.strip() for b in f.document.blocks)]
    rest = [f for f in parts if f not in readable]
    all_reads = {f.path: _read(f, f.document, hearing, envelope) for f in readable if f.document}
    reads = {path: found[0] for path, found in all_reads.items()}
    mains = _mains(readable, reads, own, envelope)
    responses = [read for file in mains for read in all_reads[file.path]]
    responses += [read for found in forwarded.values() for read in found]
    if responses:
        if _says_more(own, envelope):
            responses[0] = replace(responses[0], flags=(*responses[0].flags, "cover-says-more"))
        aside = [file for file in readable if file not in mains]
        responses[0] = _with_attachments(responses[0], aside, rest)
        return responses
    if rest and is_cover(envelope.text) and not _only_pictures(rest):
        # The response is in a file that cannot be read: that file is the case a person must see.
        told = [file for file in rest if not file.media_type.startswith(_PICTURES)]
        return [unreadable(file, hearing, envelope) for file in told]
    return [_with_attachments(own, readable, rest)]


def _forwarded(node: _Node, hearing: Hearing) -> list[ResponseRead]:
    """The responses of a mail in the mail that brings a form of its own; it is their cover."""
    is_mail = node.file.document is not None and node.file.document.media_type in MAILS
    if not is_mail or not node.children:
        return []
    found = _responses(node, hearing)
    return found if any(read.kind == "form" for read in found) else []


def _says_more(own: ResponseRead, envelope: Envelope) -> bool:
    """Whether a cover says more than that something is enclosed, so that a person must read it."""
    ticked = any(block.boxes for block in own.blocks if block.kind != "quoted")
    words = len(envelope.text.split())
    return ticked or bool(own.answers) or words > COVER_WORDS or takes_a_stand(envelope.text)


def _mains(
    readable: Sequence[FileRead],
    reads: dict[str, ResponseRead],
    own: ResponseRead,
    envelope: Envelope,
) -> list[FileRead]:
    """Which attachments are responses: every form; else one letter, where the mail is its cover."""
    forms = [file for file in readable if reads[file.path].kind == "form"]
    if forms:
        return forms
    letters = [file for file in readable if reads[file.path].kind in {"letter", "cover-note"}]
    letters = [file for file in letters if _INLINE not in file.path]
    if not letters or own.kind == "form" or not _leaves_word_to(own, envelope):
        return []
    named = [file for file in letters if _NAMED.search(file.path.rpartition(_INTO)[2])]
    return (named or letters)[:1]


def _leaves_word_to(own: ResponseRead, envelope: Envelope) -> bool:
    """Whether the mail itself is a cover: it says that something is enclosed, or says little."""
    return not own.answers and (is_cover(envelope.text) or len(envelope.text.split()) <= 40)


def _only_pictures(files: Sequence[FileRead]) -> bool:
    """Whether the files are pictures, as logos in a signature are."""
    return all(file.media_type.startswith(_PICTURES) for file in files)


def _leaves(node: _Node, hearing: Hearing) -> list[FileRead]:
    """The files at the ends: what is in an archive or forwarded mail, and that mail's own words.

    What a PDF carries behind its pages is among them, and not read.
    """
    if not node.children:
        return [node.file]
    inside = [leaf for child in node.children for leaf in _leaves(child, hearing)]
    document = node.file.document
    if not document or not document.blocks:
        return inside
    if _is_its_pages(document, _together(node.children, hearing)):
        inside = [replace(leaf, document=None) for leaf in inside]
    return [node.file, *inside]


def _envelope(mail: Document) -> Envelope:
    """The mail as the envelope of what is attached: headers, words, and who signed."""
    blocks = [block for block in mail.blocks if block.kind != "quoted"]
    spoken = [block for block in blocks if block.kind not in _ASIDE]
    stream = Stream.of(spoken)
    closing = closing_at(stream, [True] * len(stream.text))
    signed = [line.strip() for line in stream.text[closing:].split("\n")]
    signed += [block.text.strip() for block in blocks if block.kind == "signature"]
    text = "\n".join(block.text.strip() for block in blocks)
    return Envelope(mail.properties, text, tuple(line for line in signed if line))


def _with_attachments(
    read: ResponseRead, aside: Sequence[FileRead], unread: Sequence[FileRead]
) -> ResponseRead:
    """`read` with the text of other files that came with it, and the names of those unread.

    Blocks of another file are named "path#block", so that every origin still finds its place.
    """
    blocks: list[Block] = []
    passages: list[Passage] = []
    flags = list(read.flags)
    for file in aside:
        flags.append("attachment")
        for block in file.document.blocks if file.document else ():
            named = replace(block, id=f"{file.path}#{block.id}")
            blocks.append(named)
            if named.text.strip():
                origin = Origin(named.id, 0, len(named.text))
                passages.append(Passage(named.text.strip(), (origin,)))
    if any(not file.media_type.startswith(_PICTURES) for file in unread):
        flags.append("attachment-unread")
    if not aside and not unread:
        return read
    listed = ", ".join(file.path.rpartition(_INTO)[2] for file in (*aside, *unread))
    return replace(
        read,
        blocks=(*read.blocks, *blocks),
        unplaced=(*read.unplaced, *passages),
        flags=tuple(dict.fromkeys(flags)),
        properties={**read.properties, "attachments": listed},
    )
