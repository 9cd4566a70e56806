"""A part as a person edits it: as text and back, compared, and merged with what the machine says."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace

import pytest
from edited_material import BLOCKS, CHART, FIGURE, PART, QUOTE, TEXT, paragraph, table
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.errors import BadInput
from innspill.stages.reports.core.edited.arranging import (
    PersonText,
    Place,
    arranged,
    levels,
    moved,
    places,
    switched,
    whole,
)
from innspill.stages.reports.core.edited.comparing import (
    aligned,
    blocks_compared,
    words_compared,
    words_of,
)
from innspill.stages.reports.core.edited.merging import merged
from innspill.stages.reports.core.edited.notation import read, written
from innspill.stages.reports.core.edited.stored import as_json, from_json, said, told
from innspill.stages.reports.core.parts.checking import quoted_in
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Quote,
    ReportPart,
    Sentence,
    Table,
)


def _all_words(blocks: tuple[Block, ...]) -> str:
    return " ".join(text for block in blocks for text in said(block))


@given(BLOCKS)
def test_blocks_are_kept_as_they_are(blocks: tuple[Block, ...]) -> None:
    assert from_json(as_json(blocks)) == blocks


@given(BLOCKS)
def test_a_text_that_nobody_changed_gives_every_block_again_with_its_sources(
    blocks: tuple[Block, ...],
) -> None:
    assert read(written(blocks), blocks) == blocks


@given(BLOCKS)
def test_a_text_says_all_that_a_person_can_change_without_what_stood_before(
    blocks: tuple[Block, ...],
) -> None:
    own = tuple(block for block in blocks if not isinstance(block, Table) and block != CHART)
    again = read(written(own), ())
    assert _plain(_all_words(again)) == _plain(_all_words(own))


def _plain(text: str) -> list[str]:
    """The words; how a quote names who said it is another thing without the quote's source."""
    return list(text.replace("—", " ").replace("(", " ").replace(")", " ").split())


@given(st.text(), BLOCKS)
def test_whatever_is_typed_is_taken_in_or_refused_and_no_word_is_lost(
    text: str, before: tuple[Block, ...]
) -> None:
    try:
        blocks = read(text, before)
    except BadInput:
        assert "[[" in text
        return
    kept = set(words_of(_all_words(blocks)))
    lost = [word for word in words_of(text) if word.isalnum() and word not in kept]
    assert not lost
    assert told(read(written(blocks), blocks)) == told(blocks)


def test_a_sentence_that_stays_keeps_its_sources_and_a_new_one_has_none() -> None:
    text = written(PART.blocks).replace("De fleste støtter", "Vi ser at de fleste støtter")
    first = read(text, PART.blocks)[0]
    assert isinstance(first, Paragraph)
    assert [bool(each.sources) for each in first.sentences] == [True, False]
    assert first.sentences[1].text == "Vi ser at de fleste støtter forslaget."


def test_a_paragraph_keeps_its_look_when_its_words_are_changed() -> None:
    text = written(PART.blocks).replace("forklart i vedlegget", "forklart bak i rapporten")
    last = read(text, PART.blocks)[-1]
    assert isinstance(last, Paragraph)
    assert last.style == "Innspill Note"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Fristen er for kort.", "Fjordvik kommune"),
        ("Fristen er […] kort. […] Vi ber om et halvt år til.", "Fjordvik kommune"),
        ("Fristen er altfor kort.", "Fjordvik kommune, gjengitt med endringer"),
    ],
)
def test_a_quote_stays_verbatim_or_is_said_to_be_changed(words: str, name: str) -> None:
    blocks = read(f"> {words}\n> — Fjordvik kommune (24-17-1)", (QUOTE,))
    assert blocks == (replace(QUOTE, text=words, name=name),)


def test_a_quote_that_is_mended_is_no_longer_said_to_be_changed() -> None:
    changed = replace(QUOTE, text="Noe annet.", name="Fjordvik kommune, gjengitt med endringer")
    text = written((changed,)).replace("Noe annet.", "Fristen er for kort.")
    assert read(text, (changed,), (QUOTE,)) == (replace(QUOTE, text="Fristen er for kort."),)


def test_tables_can_be_moved_and_taken_out_but_not_doubled_or_made_up() -> None:
    text = written(PART.blocks)
    line = next(line for line in text.split("\n") if line.startswith("[[Tabell"))
    moved_up = read(line + "\n\n" + text.replace(line, ""), PART.blocks)
    assert moved_up[0] == PART.blocks[5]
    assert len(read(text.replace(line, ""), PART.blocks)) == len(PART.blocks) - 1
    with pytest.raises(BadInput, match="stands twice"):
        read(f"{text}\n\n{line}", PART.blocks)
    with pytest.raises(BadInput, match="no such table"):
        read("[[Tabell 9: En annen]]", PART.blocks)


def test_hostile_texts_cost_no_more_than_linear_time() -> None:
    texts = ["> a (b\n" * 40_000, "- \n" * 100_000, "[[Tabell 1" * 30_000, "**a" * 100_000,
             "a. " * 100_000, "\\\n" * 150_000, "(" * 300_000, "— (" * 100_000,
             f"> {'a' + ' ' * 150_000 + 'b'}\n— {QUOTE.name} ({QUOTE.reference})"]  # fmt: skip
    for text in texts:
        start = time.process_time()
        with contextlib.suppress(BadInput):
            words_compared(written(read(text, PART.blocks)), text[::-1])
        assert time.process_time() - start < 4, text[:10]


def test_a_sentence_full_of_quotation_marks_is_read_in_linear_time() -> None:
    start = time.process_time()
    for text in ("«" * 200_000, "»" * 200_000, "«»" * 100_000):
        assert quoted_in(text) == _quoted_slowly(text)
    assert time.process_time() - start < 2
    assert quoted_in("De sier «vi «mener» det». Ja.") == ("De sier ", "vi «mener» det", ". Ja.")
    assert quoted_in("Klubben “Ro” sier: «se “her”» (1)") == (
        "Klubben “Ro” sier: ",
        "se “her”",
        " (1)",
    )
    assert quoted_in("«Ro» writes: “se «her»” (1)") == ("«Ro» writes: ", "se «her»", " (1)")


def _quoted_slowly(text: str) -> tuple[str, str, str]:
    return ("", text[1:-1], "") if text.startswith("«") and text.endswith("»") else (text, "", "")


@given(st.lists(st.sampled_from("abc"), max_size=9), st.lists(st.sampled_from("abc"), max_size=9))
def test_the_shortest_way_between_two_texts_is_found(old: list[str], new: list[str]) -> None:
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for x, one in enumerate(old):
        for y, other in enumerate(new):
            longest[x + 1][y + 1] = (
                longest[x][y] + 1 if one == other else max(longest[x][y + 1], longest[x + 1][y])
            )
    common = 0
    for stretch in aligned(old, new):
        if stretch.same:
            assert old[stretch.old] == new[stretch.new]
            common += len(old[stretch.old])
    assert common == longest[-1][-1]


@given(TEXT, TEXT)
def test_the_pieces_of_a_difference_are_both_texts(old: str, new: str) -> None:
    pieces = words_compared(old, new)
    assert "".join(each.text for each in pieces if each.kind != "new") == old
    assert "".join(each.text for each in pieces if each.kind != "gone") == new


def test_a_number_that_changed_is_told_as_that_number_alone() -> None:
    later = (paragraph("48 instanser svarte på spørsmålet.", "De fleste støtter forslaget."),)
    (difference,) = blocks_compared(PART.blocks[:1], later)
    assert difference.kind == "changed"
    assert [(each.kind, each.text) for each in difference.pieces if each.kind != "same"] == [
        ("gone", "47"),
        ("new", "48"),
    ]


@given(BLOCKS, BLOCKS)
def test_every_block_of_both_versions_stands_in_their_difference(
    old: tuple[Block, ...], new: tuple[Block, ...]
) -> None:
    found = blocks_compared(old, new)
    for kind, blocks in (("new", old), ("gone", new)):
        shown = "\n".join(
            "".join(piece.text for piece in each.pieces if piece.kind != kind) for each in found
        )
        for block in blocks:
            for text in said(block):
                assert " ".join(text.split()) in " ".join(shown.split())


def test_the_machines_new_number_goes_into_what_a_person_wrote() -> None:
    mine = (paragraph("47 instanser svarte, og de svarte godt.", "De fleste støtter forslaget."),)
    theirs = (paragraph("48 instanser svarte på spørsmålet.", "De fleste støtter forslaget."),)
    base = PART.blocks[:1]
    result = merged(base, mine, theirs)
    assert not result.clashes
    assert _all_words(result.blocks) == (
        "48 instanser svarte, og de svarte godt. De fleste støtter forslaget."
    )


def test_where_both_changed_the_same_the_persons_words_stand_and_the_clash_is_told() -> None:
    mine = (paragraph("Nesten 50 instanser svarte på spørsmålet."),)
    theirs = (paragraph("48 instanser svarte på spørsmålet."),)
    result = merged((paragraph("47 instanser svarte på spørsmålet."),), mine, theirs)
    assert result.blocks == mine
    assert [each.theirs for each in result.clashes] == [theirs]


def test_a_table_is_merged_row_by_row_and_cell_by_cell() -> None:
    base = table(("Kommuner", "40"), ("Foreninger", "7"))
    mine = table(("Kommuner", "40"), ("Foreninger", "7 (to sene)"), ("Andre", "1"))
    theirs = table(("Fylker", "2"), ("Kommuner", "41"), ("Foreninger", "7"))
    (block,) = merged((base,), (mine,), (theirs,)).blocks
    assert isinstance(block, Table)
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Fylker", "2"], ["Kommuner", "41"], ["Foreninger", "7 (to sene)"], ["Andre", "1"],
    ]  # fmt: skip


@given(BLOCKS, BLOCKS, BLOCKS)
def test_no_block_that_a_person_wrote_is_lost_in_a_merge(
    base: tuple[Block, ...], mine: tuple[Block, ...], theirs: tuple[Block, ...]
) -> None:
    result = merged(base, mine, theirs)
    before = set(words_of(_all_words(base)))
    kept = set(words_of(_all_words(result.blocks)))
    own = {word for word in words_of(_all_words(mine)) if word.isalnum()} - before
    assert own <= kept


@given(BLOCKS, BLOCKS)
def test_a_merge_with_nothing_new_changes_nothing(
    base: tuple[Block, ...], mine: tuple[Block, ...]
) -> None:
    assert told(merged(base, mine, base).blocks) == told(mine)
    assert told(merged(base, base, mine).blocks) == told(mine)


def _part(key: str, level: int = 1) -> ReportPart:
    return ReportPart(key, key.title(), level, (paragraph(key),))


PARTS = (_part("a"), _part("b"), _part("b/1", 2), _part("b/2", 2), _part("c"))


def test_a_part_moves_with_all_that_stands_under_it() -> None:
    placed = places(PARTS, ())
    up = moved(placed, levels(PARTS, placed), "c", "up")
    assert [each.key for each in up] == ["a", "c", "b", "b/1", "b/2"]
    down = moved(placed, levels(PARTS, placed), "a", "down")
    assert [each.key for each in down] == ["b", "b/1", "b/2", "a", "c"]
    under = moved(placed, levels(PARTS, placed), "b/1", "up")
    assert under == placed


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "b/1", "b/2", "c"]),
                          st.sampled_from(["up", "down", "out", "in"])), max_size=12))  # fmt: skip
def test_no_part_is_lost_however_the_outline_is_worked_on(steps: list[tuple[str, str]]) -> None:
    placed = places(PARTS, ())
    for key, step in steps:
        depths = levels(PARTS, placed)
        if step in {"up", "down"}:
            placed = moved(placed, depths, key, "up" if step == "up" else "down")
        else:
            placed = switched(placed, depths, key, shown=step == "in")
        order = [each.key for each in placed]
        assert sorted(order) == sorted(part.key for part in PARTS)
        assert {order.index("b/1"), order.index("b/2")} == {
            order.index("b") + 1,
            order.index("b") + 2,
        }


def test_a_part_that_comes_later_stands_where_the_machine_puts_it() -> None:
    outline = (Place("c"), Place("own:1", heading="Vårt eget"), Place("a"), Place("gone"))
    assert [each.key for each in places(PARTS, outline)] == ["c", "own:1", "a", "b", "b/1", "b/2"]


def test_a_persons_words_stand_and_what_the_machine_would_say_now_is_marked() -> None:
    own = (Heading("Vårt navn", 1), Paragraph((Sentence("Vår tekst."),)))
    then = whole(_part("a"))
    text = PersonText(1, own, then)
    first, *_ = arranged(PARTS, (), {"a": text})
    assert (first.heading, first.by, first.differs) == ("Vårt navn", "person", False)
    later = (replace(PARTS[0], blocks=(paragraph("a, og én til"),)), *PARTS[1:])
    assert arranged(later, (), {"a": text})[0].differs


def test_a_part_that_is_left_out_is_not_in_the_report() -> None:
    outline = switched(places(PARTS, ()), levels(PARTS, places(PARTS, ())), "b", shown=False)
    assert [part.key for part in arranged(PARTS, outline, {})] == ["a", "c"]
    assert len(arranged(PARTS, outline, {}, left_out=True)) == len(PARTS)


def test_lists_and_quotes_with_no_origin_are_a_persons_own() -> None:
    blocks = read("- ett\n- to\n\n> sagt av noen\n> — Ukjent (99-1)", ())
    assert blocks[0] == Bullets((Sentence("ett"), Sentence("to")))
    assert isinstance(blocks[1], Paragraph)
    assert not any(isinstance(block, Quote) for block in blocks)
    assert FIGURE
