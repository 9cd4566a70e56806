"""Groups of an RTF file that read on their own or not at all: notes, comments, boxes, pictures."""

from __future__ import annotations

from typing import ClassVar

from innspill.stages.reading.core.formats.docx.numbering import written
from innspill.stages.reading.core.formats.rtf.field_words import FieldWords
from innspill.stages.reading.core.formats.rtf.flow import Flow
from innspill.stages.reading.core.formats.rtf.machine import Handler
from innspill.stages.reading.core.formats.rtf.state import SHOWN, UNSHOWN
from innspill.stages.reading.core.values import NoteRef

_SKIPPED = (
    b"nonshppict", b"shprslt", b"nonesttables", b"xe", b"tc", b"tcn", b"rxe", b"txe", b"private",
    b"template", b"ftnsep", b"ftnsepc", b"ftncn", b"aftnsep", b"aftnsepc", b"aftncn", b"filetbl",
    b"mmathPict", b"mctrlPr", b"mfPr", b"mrPr", b"mnaryPr", b"mdPr", b"msSupPr", b"msSubPr",
    b"msSubSupPr", b"mradPr", b"mfuncPr", b"maccPr", b"mbarPr", b"meqArrPr", b"mmPr",
    b"mlimLowPr", b"mlimUppPr", b"mgroupChrPr", b"mboxPr", b"mborderBoxPr", b"mphantPr",
    b"msPrePr",
)  # fmt: skip
_LOOKED_THROUGH = (b"shppict", b"moMath", b"moMathPara")
"""Groups that may be skipped by those who do not know them; here they hold what is shown."""
_HEADERS = (b"header", b"headerf", b"headerl", b"headerr")
_FOOTERS = (b"footer", b"footerf", b"footerl", b"footerr")
_COUNTING = {
    b"ftnnar": "decimal", b"ftnnalc": "lowerLetter", b"ftnnauc": "upperLetter",
    b"ftnnrlc": "lowerRoman", b"ftnnruc": "upperRoman", b"ftnnchi": "chicago",
}  # fmt: skip
_LONGEST_SIGN = 5


class Notes:
    """The notes of one kind, in their order, and how they are marked."""

    def __init__(self) -> None:
        self.style = "decimal"
        self.start = 1
        self.counted = 0
        self.read: list[tuple[str, Flow]] = []
        """Mark and text of each."""


class Reader(FieldWords):
    """A machine that knows the groups of an RTF file."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.headers: list[Flow] = []
        self.footers: list[Flow] = []
        self.footnotes, self.endnotes = Notes(), Notes()
        self.embedded = False
        self._comments = 0
        self._counted_note = False

    # Lists, notes, comments

    def _label(self, _: int | None) -> None:
        flow = self.flows[-1]

        def take(label: str) -> None:
            flow.label = label.strip()

        self.gather(take)

    def _note_sign(self, _: int | None) -> None:
        self._counted_note = self._counted_note or self.flows[-1].kind != "note"

    def _note(self, _: int | None) -> int | None:
        if self.state.target is not SHOWN:
            return self.after_group()
        outer, deleted, counted = self.flows[-1], self.state.deleted, self._counted_note
        self._counted_note = False

        def take(note: Flow) -> None:
            notes = self.endnotes if note.at_end else self.footnotes
            if deleted or outer.kind == "note":
                outer.paragraph.put_away("deleted" if deleted else "hidden", note.text())
                return
            sign = "" if counted else _sign_before("".join(outer.paragraph.parts[-2:]))
            if not sign:
                notes.counted += 1
            mark = sign or written(notes.start + notes.counted - 1, notes.style)
            at = outer.paragraph.length
            outer.paragraph.notes.append(NoteRef(at - len(sign), at, mark))
            notes.read.append((mark, note))

        self.begin_flow(Flow("note"), take)
        return None

    def _at_end(self, _: int | None) -> None:
        self.flows[-1].at_end = True

    def _note_start(self, number: int | None) -> None:
        self.footnotes.start = number or 1

    def _endnote_start(self, number: int | None) -> None:
        self.endnotes.start = number or 1

    def _comment(self, _: int | None) -> int | None:
        if self.state.target is not SHOWN:
            return self.after_group()
        outer = self.flows[-1]

        def take(comment: Flow) -> None:
            self._comments += 1
            name = comment.reference or f"\0{self._comments}"
            self.book.comment_texts[name] = comment.text()
            if not comment.reference:
                outer.paragraph.comments.append((name, outer.paragraph.length))

        self.begin_flow(Flow("comment"), take)
        return None

    def _comment_reference(self, _: int | None) -> None:
        flow = self.flows[-1]

        def take(name: str) -> None:
            flow.reference = name.strip()

        self.gather(take)

    def _comment_range(self, _: int | None) -> None:
        paragraph = self.paragraph
        at = paragraph.length

        def take(name: str) -> None:
            paragraph.comments.append((name.strip(), at))

        self.gather(take)

    # Margins, boxes, pictures, objects

    def begin_margin(self, margins: list[Flow]) -> int | None:
        """Read the present group as one of the `margins`."""
        if self.state.target is not SHOWN:
            return self.after_group()
        self.begin_flow(Flow("margin"), margins.append)
        return None

    def _shape(self, _: int | None) -> None:
        self.state.outer, self.state.target = self.state.target, UNSHOWN

    def _box_text(self, _: int | None) -> int | None:
        if self.state.outer is not SHOWN:
            return self.after_group()
        frames, deleted, paragraph = self.paragraph.frames, self.state.deleted, self.paragraph

        def take(flow: Flow) -> None:
            if deleted:
                paragraph.put_away("deleted", flow.text())
            else:
                frames.append(flow)

        self.begin_flow(Flow("box"), take)
        return None

    def _alternative(self, _: int | None) -> None:
        self.state.target = self.state.outer

    def _picture(self, _: int | None) -> int:
        self.book.pictures = True
        return self.after_group()

    def _object(self, _: int | None) -> None:
        self.embedded = True
        self._shape(None)

    def _nested_row_shape(self, _: int | None) -> None:
        outer = self.shapes

        def end() -> None:
            self.shapes = outer

        self.state.target = UNSHOWN
        self.at_end_of_group(end)

    def _look_through(self, _: int | None) -> None:
        """The group is read like any other."""

    def _skip(self, _: int | None) -> int:
        return self.after_group()

    WORDS: ClassVar[dict[bytes, Handler]] = {
        **FieldWords.WORDS,
        b"listtext": _label,
        b"pntext": _label,
        b"chftn": _note_sign,
        b"footnote": _note,
        b"ftnalt": _at_end,
        b"ftnstart": _note_start,
        b"aftnstart": _endnote_start,
        b"annotation": _comment,
        b"atnref": _comment_reference,
        b"atrfstart": _comment_range,
        b"atrfend": _comment_range,
        b"shpinst": _shape,
        b"do": _shape,
        b"shptxt": _box_text,
        b"dptxbxtext": _box_text,
        b"upr": _shape,
        b"ud": _alternative,
        b"object": _object,
        b"result": _alternative,
        b"pict": _picture,
        b"nesttableprops": _nested_row_shape,
        **dict.fromkeys(_LOOKED_THROUGH, _look_through),
        **dict.fromkeys(_SKIPPED, _skip),
    }


def _header(machine: Reader, _: int | None) -> int | None:
    return machine.begin_margin(machine.headers)


def _footer(machine: Reader, _: int | None) -> int | None:
    return machine.begin_margin(machine.footers)


def _counting(style: str, *, at_end: bool) -> Handler:
    def use(machine: Reader, _: int | None) -> None:
        notes = machine.endnotes if at_end else machine.footnotes
        notes.style = style

    return use


Reader.WORDS.update(dict.fromkeys(_HEADERS, _header))
Reader.WORDS.update(dict.fromkeys(_FOOTERS, _footer))
Reader.WORDS.update({word: _counting(style, at_end=False) for word, style in _COUNTING.items()})
Reader.WORDS.update({
    b"a" + word: _counting(style, at_end=True) for word, style in _COUNTING.items()
})  # fmt: skip


def _sign_before(text: str) -> str:
    """The sign right before a note that is not counted, such as "*"."""
    words = text[-_LONGEST_SIGN:].split()
    if not words or text[-1:].isspace():
        return ""
    last = words[-1]
    signs = last.lstrip("abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ.,;:")
    return signs or last[-1]
