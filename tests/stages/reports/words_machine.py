"""Everything that people and the machine do to a report, in any order: no human word is lost.

Two people write at the desk (on pages that are fresh or old), in the real Word file, and in the
real workbook; new answers come; parts are moved, left out, given back, merged and chosen between.
Each word that a person writes is one of a kind, so that it can be looked for: it stands in the
report, or in a version that the page shows, and nothing but a person takes it out of the report.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from django.db import transaction
from docx import Document
from docx.oxml.ns import qn
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from openpyxl import load_workbook

from innspill.shared.people.models import User
from innspill.stages.deciding.models import Disposition
from innspill.stages.reports.core.edited.arranging import (
    Place,
    arranged,
    fresh_key,
    levels,
    moved,
    own_part,
    places,
    switched,
    whole,
    with_words,
)
from innspill.stages.reports.core.edited.merging import merged
from innspill.stages.reports.core.edited.notation import read, written
from innspill.stages.reports.core.edited.sheet import read_sheet
from innspill.stages.reports.core.edited.stored import said
from innspill.stages.reports.core.edited.values import PartOf
from innspill.stages.reports.core.edited.word_changes import changes_in
from innspill.stages.reports.core.edited.word_file import EditedFile, read_word
from innspill.stages.reports.core.excel.workbook import write_excel
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Paragraph,
    Quote,
    ReportPart,
    Sentence,
    Source,
    Table,
)
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.word.document import WordWish, write_word
from innspill.stages.reports.material import report_input
from innspill.stages.reports.texts import actions, queries
from innspill.stages.reports.texts.given import GivenOut, to_take
from tests.stages.conftest import NOW
from tests.stages.reports.word_edits import made_of, put, texts_of

WORD = re.compile(r"ord\d+ende")
FIGURE = (Source("figure", "/respondents", ("24-1",), 47),)
PERSON = st.integers(0, 1)
PART = st.integers(0, 5)


def words_in(blocks: Iterable[Block]) -> set[str]:
    """The words that people wrote in blocks."""
    return {word for block in blocks for text in said(block) for word in WORD.findall(text)}


def machine(answers: int) -> tuple[ReportPart, ...]:
    """What the machine says of so many answers."""
    rows = tuple(
        (Sentence(f"Instans {at}", FIGURE), Sentence(str(answers - at), FIGURE))
        for at in range(2 + answers % 3)
    )
    quote = Quote("Fristen er for kort.", "Fjordvik kommune", "24-1", "nb", Source("comment", "a"))
    more = (Paragraph((Sentence(f"Svar {answers} kom sent.", FIGURE),)),) if answers % 2 else ()
    return (
        ReportPart("process", "Prosessen", 1, (
            Paragraph((Sentence(f"{answers} instanser svarte.", FIGURE),
                       Sentence("Fristen var i juni.", FIGURE))),
            *more,
            Bullets((Sentence("Kommuner", FIGURE), Sentence(f"{answers} andre", FIGURE))),
        )),
        ReportPart("question:1", "Spørsmål 1", 1, (
            Table("Svar", ("Hvem", "Antall"), rows, (3.0, 1.0), 1), quote,
            Paragraph((Sentence("Vi følger det opp.", FIGURE),), label="Vurdering:"),
        )),
        ReportPart("question:1/views", "Syn på spørsmål 1", 2, (
            Paragraph((Sentence("De fleste støtter forslaget.", FIGURE),)),
        )),
        ReportPart("ledger", "Regnskap", 1, (), awaits="Skriv om tallene."),
    )  # fmt: skip


class WordsKept(RuleBasedStateMachine):
    """One sequence; all that it stores is taken back at its end."""

    consultation: ClassVar[int]
    people: ClassVar[Sequence[User]]
    steps: ClassVar[int] = 0
    sequences: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.held = transaction.atomic()
        self.held.__enter__()
        self.answers, self.count = 47, 0
        self.stands: dict[str, set[str]] = {}
        self.all: dict[str, set[str]] = {}
        """All words that were taken in, by their part."""
        self.pages: dict[int, tuple[str, tuple[Block, ...], tuple[Block, ...], int]] = {}
        self.given: GivenOut | None = None
        self.file = b""
        self.in_file: set[str] = set()
        self.sheets: dict[int, bytes] = {}
        self.reasons: set[str] = set()
        self.material: ReportInput = report_input(self.consultation, "nb")

    def teardown(self) -> None:
        type(self).sequences += 1
        if self.sequences % 50 == 0:
            print(f"{self.sequences} sequences, {self.steps} steps", flush=True)
        transaction.set_rollback(True)
        self.held.__exit__(None, None, None)

    def word(self) -> str:
        self.count += 1
        return f"ord{self.count}ende"

    @property
    def parts(self) -> tuple[ReportPart, ...]:
        return machine(self.answers)

    def placed(self) -> tuple[Place, ...]:
        return places(self.parts, queries.outline_of(self.consultation, "summary").places)

    def key(self, number: int) -> str:
        placed = self.placed()
        return placed[number % len(placed)].key

    def of(self, key: str) -> PartOf:
        return PartOf("summary", "nb", key)

    def machines(self, key: str) -> tuple[Block, ...]:
        found = next((part for part in self.parts if part.key == key), None)
        place = next((each for each in self.placed() if each.key == key), None)
        return whole(found or own_part(place)) if found or place else ()

    def now(self, key: str) -> tuple[Block, ...]:
        found = next((part for part in self.parts if part.key == key), None)
        place = next(each for each in self.placed() if each.key == key)
        text = queries.standing(self.consultation, "summary", "nb").get(key)
        return whole(with_words(found or own_part(place), text))

    def seen(self, key: str) -> int:
        written = queries.history(self.consultation, self.of(key))
        return max((each.id for each in written), default=0)

    def write(
        self, person: int, key: str, blocks: Sequence[Block], base: Sequence[Block], seen: int
    ) -> None:
        kept = actions.write_part(
            self.consultation, self.of(key), blocks, machine=base, seen=seen,
            by=self.people[person], now=NOW,
        )  # fmt: skip
        self.all.setdefault(key, set()).update(words_in(blocks))
        if kept.stands:
            self.stands[key] = words_in(blocks)

    @rule(person=PERSON, part=PART)
    def opens_a_page(self, person: int, part: int) -> None:
        key = self.key(part)
        self.pages[person] = (key, self.now(key), self.machines(key), self.seen(key))

    @precondition(lambda self: self.pages)
    @rule(person=PERSON, how=st.sampled_from(["end", "start", "middle", "heading", "list", "quote",
                                              "alone"]), place=st.integers(0, 9))  # fmt: skip
    def saves(self, person: int, how: str, place: int) -> None:
        """On the page that was opened, which may be old."""
        if person not in self.pages:
            return
        key, base, says, seen = self.pages.pop(person)
        text, word = written(base), self.word()
        words = [
            found.end() for found in re.finditer(r"\bsvarte\b|\bforslaget\b|\bFristen\b", text)
        ]
        if how == "middle" and words:
            at = words[place % len(words)]
            text = f"{text[:at]} {word}{text[at:]}"
        elif how == "heading":
            text = f"# {word}\n\n" + text.partition("\n\n")[2]
        elif how == "start":
            text = f"{word} står først.\n\n{text}"
        elif how == "alone":
            text = f"# Ny\n\n{word} står alene."
        else:
            mark = {"list": "- ", "quote": "> "}.get(how, "")
            text = f"{text}\n\n{mark}{word} er skrevet til slutt."
        blocks = read(text, base, says)
        assert set(WORD.findall(text)) == words_in(blocks)
        self.write(person, key, blocks, says, seen)

    @rule(more=st.integers(1, 4))
    def new_answers_come(self, more: int) -> None:
        self.answers += more

    @rule(person=PERSON, part=PART)
    def takes_in_what_is_new(self, person: int, part: int) -> None:
        key = self.key(part)
        text = queries.standing(self.consultation, "summary", "nb").get(key)
        if text is not None:
            new = merged(text.machine, text.blocks, self.machines(key))
            assert words_in(text.blocks) <= words_in(new.blocks)
            self.write(person, key, new.blocks, self.machines(key), self.seen(key))

    @rule(person=PERSON, part=PART)
    def keeps_their_text(self, person: int, part: int) -> None:
        key = self.key(part)
        text = queries.standing(self.consultation, "summary", "nb").get(key)
        if text is not None:
            self.write(person, key, text.blocks, self.machines(key), self.seen(key))

    @rule(person=PERSON, part=PART)
    def gives_back_to_the_machine(self, person: int, part: int) -> None:
        key = self.key(part)
        actions.give_back(
            self.consultation, self.of(key), seen=self.seen(key), by=self.people[person], now=NOW
        )
        self.stands.pop(key, None)

    @rule(person=PERSON, part=PART, which=st.integers(0, 9))
    def chooses_a_version(self, person: int, part: int, which: int) -> None:
        key = self.key(part)
        found = [each for each in queries.history(self.consultation, self.of(key)) if not each.back]
        if found:
            chosen = found[which % len(found)]
            self.write(person, key, chosen.blocks, chosen.machine, self.seen(key))

    @rule(person=PERSON, part=PART, what=st.sampled_from(["up", "down", "out", "in", "new"]))
    def works_on_the_outline(self, person: int, part: int, what: str) -> None:
        placed, key = self.placed(), self.key(part)
        depths = levels(self.parts, placed)
        if what == "new":
            placed = (*placed, Place(fresh_key(placed), True, "Egen del"))
        elif what in {"up", "down"}:
            placed = moved(placed, depths, key, "up" if what == "up" else "down")
        else:
            placed = switched(placed, depths, key, shown=what == "in")
        actions.save_outline(
            self.consultation, "summary", placed,
            seen=queries.outline_of(self.consultation, "summary").id,
            by=self.people[person], now=NOW,
        )  # fmt: skip

    @rule()
    def gives_out_a_report(self) -> None:
        parts = queries.with_human_parts(self.consultation, "summary", "nb", self.parts)
        figures = count(self.material)
        page = title_page(figures, self.material, kind="summary", left=())
        self.file = write_word(figures, page, parts, WordWish(made_from="x"))
        self.given = GivenOut(1, "summary", "nb", parts, self.file, NOW)
        self.in_file = set()

    @precondition(lambda self: self.given is not None)
    @rule(how=st.sampled_from(["paragraph", "after", "cell", "outside", "struck"]),
          place=st.integers(0, 40))  # fmt: skip
    def somebody_edits_the_word_file(self, how: str, place: int) -> None:
        document, word = Document(io.BytesIO(self.file)), self.word()
        controls = list(document.element.body.iter(qn("w:sdt")))
        inside = [each for control in controls for each in control.iter(qn("w:p"))]
        cells = [each for control in controls for cell in control.iter(qn("w:tc"))
                 for each in cell.iter(qn("w:p"))]  # fmt: skip
        if not inside:
            return
        if how == "cell" and cells:
            put(cells[place % len(cells)], word)
        elif how == "paragraph":
            put(inside[place % len(inside)], word)
        elif how == "outside":
            controls[place % len(controls)].addnext(made_of(word))
        else:
            found = [each for each in inside if each.getparent().tag == qn("w:sdtContent")]
            found[place % len(found)].addnext(made_of(word))
        held = io.BytesIO()
        document.save(held)
        self.file = held.getvalue()
        self.in_file = {each for each in (*self.in_file, word) if self._in_file(each)}

    def _in_file(self, word: str) -> bool:
        """Whether a later edit of the same file has not taken the word out again."""
        return word in str(texts_of(self.file))

    @precondition(lambda self: self.given is not None)
    @rule(person=PERSON)
    def the_word_file_is_taken_in(self, person: int) -> None:
        assert self.given is not None
        first, edited = self._read(self.given.word), self._read(self.file)
        found = changes_in(edited, first, self.given.parts, "nb")
        taken = to_take(self.consultation, self.given, found.changes, self.parts)
        got = set().union(*(words_in(each.taken.blocks) for each in taken)) if taken else set()
        assert self.in_file <= got
        if not taken:
            return
        before = {each.key for each in self.placed()}
        kept = actions.take_in(
            self.consultation, "summary", "nb", [each.taken for each in taken], parts=self.parts,
            by=self.people[person], now=NOW,
        )  # fmt: skip
        fresh = [each.key for each in self.placed() if each.key not in before]
        for each, done in zip(taken, kept, strict=True):
            key = each.taken.part or self._of_version(done.id, fresh)
            words = words_in(each.taken.blocks)
            self.all.setdefault(key, set()).update(words)
            if done.stands:
                self.stands[key] = words

    def _of_version(self, number: int, keys: Sequence[str]) -> str:
        return next(
            key for key in keys
            if any(each.id == number for each in queries.history(self.consultation, self.of(key)))
        )  # fmt: skip

    def _read(self, data: bytes) -> EditedFile:
        assert self.given is not None
        return read_word("r.docx", data, {part.key: part.heading for part in self.given.parts})

    @rule(person=PERSON)
    def somebody_is_given_a_workbook(self, person: int) -> None:
        material = report_input(self.consultation, "nb")
        self.sheets[person] = write_excel(count(material), material)

    @precondition(lambda self: self.sheets)
    @rule(person=PERSON, row=st.integers(0, 30),
          outcome=st.sampled_from(["Tatt til følge", "ikke tatt til følge", "Teken til orientering"]))  # fmt: skip
    def a_workbook_is_worked_on_and_taken_in(self, person: int, row: int, outcome: str) -> None:
        if person not in self.sheets:
            return
        workbook = load_workbook(io.BytesIO(self.sheets[person]))
        sheet = next(each for each in workbook.worksheets if each["A1"].value == "Id")
        line, word = 2 + row % (sheet.max_row - 1), self.word()
        sheet.cell(line, 6).value, sheet.cell(line, 7).value = outcome, f"Fordi {word}."
        held = io.BytesIO()
        workbook.save(held)
        self.sheets[person] = held.getvalue()
        done = actions.take_sheet(
            self.consultation,
            read_sheet("r.xlsx", held.getvalue()),
            by=self.people[person],
            now=NOW,
        )
        assert not done.changes.faults
        self.reasons.add(word)

    @invariant()
    def it_is_counted(self) -> None:
        type(self).steps += 1

    @invariant()
    def every_word_stands_or_is_in_a_version_that_is_shown(self) -> None:
        standing = queries.standing(self.consultation, "summary", "nb")
        outline = queries.outline_of(self.consultation, "summary").places
        parts = {
            part.key: words_in(whole(part))
            for part in arranged(self.parts, outline, standing, left_out=True)
        }
        for key, words in self.stands.items():
            assert words == parts[key], key
        for key, words in self.all.items():
            versions = queries.history(self.consultation, self.of(key))
            assert words <= set().union(*(words_in(each.blocks) for each in versions)), key

    @invariant()
    def every_reason_is_kept(self) -> None:
        kept = " ".join(
            Disposition.objects.filter(consultation=self.consultation).values_list(
                "reason", flat=True
            )
        )
        assert not [word for word in self.reasons if word not in kept]


def bound_to(consultation: int, people: Sequence[User]) -> type[WordsKept]:
    """The machine for one hearing and two people."""
    return type("WordsKeptHere", (WordsKept,), {"consultation": consultation, "people": people})
