"""How an answer sheet is laid out: one response a row, one answer a row, or one in the whole sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers.sheet_columns import Column, Heads, labels
from innspill.stages.reading.core.answers.stream import key_of
from innspill.stages.reading.core.values import Block, Document

_HEAD_ROWS = 40
_LONGEST_HEAD = 1_000
_Row = dict[int, Block]


@dataclass(frozen=True, slots=True)
class Laid:
    """One response of a sheet: its cells, those of the head, and what the others are for."""

    name: str
    blocks: tuple[Block, ...]
    head: frozenset[str]
    columns: Mapping[str, Column]
    asked: frozenset[str]
    first: bool = False
    flags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN


@dataclass(slots=True)
class _Grid:
    """The cells of one sheet by row and column."""

    name: str
    rows: dict[int, _Row] = field(default_factory=dict)

    def cells(self, rows: Sequence[int]) -> list[Block]:
        """All cells of `rows`, in order."""
        return [block for row in rows for _, block in sorted(self.rows.get(row, {}).items())]


@dataclass(frozen=True, slots=True)
class _Head:
    """The rows that say what the columns below them hold."""

    last: int
    rows: tuple[int, ...]
    columns: Mapping[int, Column]

    @property
    def asked(self) -> frozenset[str]:
        return frozenset(c.question for c in self.columns.values() if c.question)

    def has(self, *uses: str) -> bool:
        """Whether there is a column for each of `uses`."""
        return set(uses) <= {column.use for column in self.columns.values()}


def layouts_of(document: Document, heads: Heads) -> tuple[Laid, ...]:
    """The responses on all sheets of `document`; none where no sheet is understood."""
    found: list[Laid] = []
    for grid in _grids(document):
        found += _of_grid(grid, heads)
    return tuple(
        Laid(
            each.name, each.blocks, each.head, each.columns, each.asked, at == 0,
            each.flags, each.doubts, each.certainty,
        )
        for at, each in enumerate(found)
    )  # fmt: skip


def _grids(document: Document) -> list[_Grid]:
    names = document.properties.get("sheets", "").split("\n")
    grids: dict[int, _Grid] = {}
    for block in document.blocks:
        if block.cell is None:
            continue
        table = block.cell.table
        name = names[table] if table < len(names) else ""
        grid = grids.setdefault(table, _Grid(name))
        grid.rows.setdefault(block.cell.row, {})[block.cell.column] = block
    return list(grids.values())


def _of_grid(grid: _Grid, heads: Heads) -> list[Laid]:
    fewest = min(2, len(heads.questions))
    head = _head_of(grid, heads)
    if head is not None and len(head.asked) >= fewest:
        return _one_a_row(grid, head)
    column = _question_column(grid, heads, fewest)
    if column is None:
        return []
    if head is not None and head.has("question", "sender"):
        return _answer_a_row(grid, head, column, heads)
    return _whole_sheet(grid, column, heads)


def _head_of(grid: _Grid, heads: Heads) -> _Head | None:
    """The row that says most of what the columns hold, with a row of questions above it."""
    best: _Head | None = None
    for row in sorted(grid.rows)[:_HEAD_ROWS]:
        found = _read_head(grid, row, heads)
        better = best is None or len(found.columns) > len(best.columns)
        if len(found.columns) > 1 and better and _is_head(found):
            best = found
    return best


def _is_head(head: _Head) -> bool:
    return len(head.asked) > 1 or head.has("question") or bool(head.asked and head.has("sender"))


def _read_head(grid: _Grid, row: int, heads: Heads) -> _Head:
    """What the cells of `row` mean; a choice or a comment belongs to the question left of it."""
    above = row - 1 if row - 1 in grid.rows else None
    over = {
        column: named
        for column, block in (grid.rows[above] if above is not None else {}).items()
        if (named := heads.question(block.text[:_LONGEST_HEAD])) is not None
    }
    columns: dict[int, Column] = {}
    question: str | None = None
    for at in sorted({*grid.rows[row], *over}):
        question = over.get(at, question)
        block = grid.rows[row].get(at)
        if block is None:
            if at in over:
                columns[at] = Column("answer", over[at])
            continue
        meant = heads.column(block.text[:_LONGEST_HEAD], question)
        if meant is not None:
            columns[at] = meant
            question = meant.question or (question if over else None)
    if not over or above is None:
        return _Head(row, (row,), columns)
    for at, block in grid.rows[above].items():
        if at not in grid.rows[row] and (meant := heads.column(block.text[:_LONGEST_HEAD])):
            columns.setdefault(at, meant)
    return _Head(row, (above, row), columns)


def _one_a_row(grid: _Grid, head: _Head) -> list[Laid]:
    top = grid.cells(list(head.rows))
    found: list[Laid] = []
    for row in sorted(grid.rows):
        columns = _used(grid.rows[row], head) if row > head.last else {}
        if not any(column.question for column in columns.values()):
            continue
        own = (*top, *grid.cells([row]))
        ids = frozenset(block.id for block in top)
        found.append(Laid(_way(grid, row), own, ids, columns, head.asked))
    return found


def _way(grid: _Grid, row: int) -> str:
    """Where in the file a response stands: "Svar!/rad 2"."""
    return f"{grid.name}!/rad {row + 1}" if grid.name else f"rad {row + 1}"


def _used(row: _Row, head: _Head) -> dict[str, Column]:
    """What the cells of a row are for, by their names."""
    return {block.id: head.columns[at] for at, block in row.items() if at in head.columns}


def _answer_a_row(grid: _Grid, head: _Head, column: int, heads: Heads) -> list[Laid]:
    """Rows of question and answer, those of one sender together."""
    senders = [at for at, each in head.columns.items() if each.use == "sender"]
    groups: dict[str, list[int]] = {}
    sender, inherited = "", set[str]()
    for row in sorted(each for each in grid.rows if each > head.last):
        named = [grid.rows[row][at].text.strip() for at in senders if at in grid.rows[row]]
        if not named and column not in grid.rows[row]:
            continue
        if not named:
            inherited.add(sender)
        sender = " / ".join(named) or sender
        groups.setdefault(sender, []).append(row)
    return [
        _grouped(grid, head, (column, rows), heads, unsure=name in inherited)
        for name, rows in groups.items()
    ]


def _grouped(
    grid: _Grid, head: _Head, at: tuple[int, list[int]], heads: Heads, *, unsure: bool
) -> Laid:
    """The rows of one sender as a response. Cells that repeat the question are the form's."""
    column, rows = at
    top = grid.cells(list(head.rows))
    columns: dict[str, Column] = {}
    for row in rows:
        cells = grid.rows[row]
        asked = cells.get(column)
        question = heads.question(asked.text) if asked else None
        if question is not None and asked is not None:
            top.append(asked)
        for place, block in cells.items():
            meant = head.columns.get(place)
            if meant is None or place == column:
                continue
            if meant.use == "reply" and question is not None:
                columns[block.id] = Column("answer", question)
            elif meant.use not in {"reply", "question"}:
                columns[block.id] = meant
    ids = {block.id for block in top}
    own = [block for block in grid.cells(rows) if block.id not in ids]
    questions = frozenset(c.question for c in columns.values() if c.question)
    flags = ("sheet-sender-above",) if unsure else ()
    way = _way(grid, rows[0])
    return Laid(way, (*top, *own), frozenset(ids), columns, questions, flags=flags)


def _question_column(grid: _Grid, heads: Heads, fewest: int) -> int | None:
    """The column that asks the questions, one below the other."""
    asked: dict[int, set[str]] = {}
    for row in grid.rows.values():
        for at, block in row.items():
            question = heads.question(block.text[:_LONGEST_HEAD])
            if question is not None:
                asked.setdefault(at, set()).add(question)
    # Numbers may stand in a column of their own, beside the questions: these come last.
    best = max(asked, key=lambda at: (len(asked[at]), at), default=None)
    return best if best is not None and len(asked[best]) >= fewest else None


def _whole_sheet(grid: _Grid, column: int, heads: Heads) -> list[Laid]:
    """A form: each question with the cells right of it and below it, up to the next one."""
    rows = sorted(grid.rows)
    first = next(row for row in rows if _asked(grid.rows[row], column, heads))
    over = _over(grid, [row for row in rows if row < first], column)
    if _names_respondents(grid, over, first, heads):
        return []
    form = _Form(heads, column, {at: block.text for at, block in over.items()})
    form.head |= {block.id for block in over.values() if form.is_known(block.text)}
    for row in rows:
        form.take(grid.rows[row], begun=row >= first)
    blocks = tuple(grid.cells(rows))
    asked = frozenset(form.regions)
    columns = form.settled()
    return [Laid(grid.name or "1", blocks, frozenset(form.head), columns, asked)]


def _asked(cells: _Row, column: int, heads: Heads) -> str | None:
    block = cells.get(column)
    return heads.question(block.text[:_LONGEST_HEAD]) if block else None


def _over(grid: _Grid, above: list[int], column: int) -> _Row:
    """The cells that stand right above the first answers."""
    last = grid.rows[above[-1]] if above else {}
    return {at: block for at, block in last.items() if at >= column}


def _names_respondents(grid: _Grid, over: _Row, first: int, heads: Heads) -> bool:
    """Whether several columns of answers have heads of their own: a column for each respondent."""
    form = _Form(heads, 0, {})
    unknown = [at for at, block in over.items() if not form.is_known(block.text)]
    filled = [
        at
        for at in unknown
        if sum(at in cells for row, cells in grid.rows.items() if row >= first) > 1
    ]
    return len(filled) > 1


@dataclass(slots=True)
class _Form:
    """A form in a sheet as far as its rows were taken."""

    heads: Heads
    column: int
    over: Mapping[int, str]
    head: set[str] = field(default_factory=set)
    columns: dict[str, Column] = field(default_factory=dict)
    regions: dict[str, list[Block]] = field(default_factory=dict)
    question: str | None = None

    def is_known(self, text: str) -> bool:
        """Whether a cell over the answers says what they are: a choice, "Svar", "Kommentar"."""
        if self.heads.column(text) is not None:
            return True
        return any(self._choice(text, question) for question in self.heads.questions)

    def take(self, cells: _Row, *, begun: bool) -> None:
        """Take one row: a question, what answers it, or something about the sender."""
        asked = _asked(cells, self.column, self.heads)
        if asked is None and self._about_sender(cells):
            self.question = None
            return
        self.question = asked or (self.question if begun else None)
        for at, block in sorted(cells.items()):
            if self.question is None:
                continue
            if asked and at <= self.column and self.heads.question(block.text) == asked:
                self.head.add(block.id)
            elif at >= self.column:
                choice = self._choice(self.over.get(at, ""), self.question)
                use = Column("choice" if choice else "answer", self.question, choice)
                self.columns[block.id] = use
                self.regions.setdefault(self.question, []).append(block)
        if asked:
            self.regions.setdefault(asked, [])

    def settled(self) -> dict[str, Column]:
        """What each cell is for. Where several choices are listed, they are no answers yet."""
        settled = dict(self.columns)
        for question, region in self.regions.items():
            cells = {(b.cell.row, b.cell.column): b for b in region if b.cell}
            listed = {at: c for at, b in cells.items() if (c := self._choice(b.text, question))}
            if len(listed) < 2:
                continue
            if len({row for row, _ in listed}) == len(listed):
                settled |= self._crossed(question, cells, listed)
            else:
                settled |= {b.id: Column("answer", question, whole=False) for b in region}
        return settled

    def _crossed(
        self,
        question: str,
        cells: Mapping[tuple[int, int], Block],
        listed: Mapping[tuple[int, int], str],
    ) -> dict[str, Column]:
        """Choices listed one below the other, each with its cross in the cell beside it."""
        crossed: dict[str, Column] = {}
        for (row, at), block in cells.items():
            if choice := listed.get((row, at)):
                self.head.add(block.id)
            elif choice := listed.get((row, at - 1)) or listed.get((row, at + 1)):
                crossed[block.id] = Column("choice", question, choice)
            elif (row, at + 1) in cells and self.heads.column(block.text, question):
                self.head.add(block.id)
        return crossed

    def _about_sender(self, cells: _Row) -> bool:
        places = sorted(cells)
        if len(places) < 2:
            return False
        label, value = cells[places[0]], cells[places[1]]
        meant = self.heads.column(label.text)
        if meant is None or meant.use not in {"sender", "number", "contact", "case", "date"}:
            return False
        self.head.add(label.id)
        self.columns[value.id] = meant
        return True

    def _choice(self, text: str, question: str) -> str | None:
        key = key_of(text)
        found = (c for c, label in labels(self.heads.questions[question]) if key_of(label) == key)
        return next(found, None) if key else None
