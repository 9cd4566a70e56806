"""Writes docs/peers.md: what Innspill and its peers keep of what stands in a Word document.

    .venv-bench/bin/python benchmarks/table_of_peers.py

Every document is made here (word_ticks.py, word_kinds.py), and every cell is found out by reading
it. A peer is asked in all the modes that peers.py has for it, and the best answer counts.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from forms import LONG, forms
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Block, Document
from peers import PEERS, Peer, usable
from word_kinds import KINDS
from word_ticks import CONFLICT, TECHNIQUES, judge

OUT = Path(__file__).resolve().parent.parent / "docs" / "peers.md"
SIGNS = {"kept": "✓", "lost": "–", "fails": "fails"}
_EMPHASIS = {"struck-out": "~", "highlighted": "=", "bold": "*", "underlined": "_"}
Read = Callable[[bytes], str]


def main() -> int:
    """Read everything with everybody and write the table."""
    sample = forms()[LONG]
    left_out = {peer.name: why for peer in PEERS if (why := usable(peer, sample))}
    peers = [peer for peer in PEERS if peer.name not in left_out]
    readers: dict[str, list[Read]] = {"Innspill": [ours]}
    readers |= {peer.name: list(peer.modes.values()) for peer in peers}
    ticks = {
        technique.name: [_best(_ticks_kept(modes, technique.form)) for modes in readers.values()]
        for technique in TECHNIQUES
    }
    ticks[CONFLICT.name] = [_conflict_told()] + [
        _followed(modes[0]) for name, modes in readers.items() if name != "Innspill"
    ]
    kinds = {
        kind.name: [_best([_tried(kind.judge, mode, kind.document) for mode in modes])
                    for modes in readers.values()]
        for kind in KINDS
    }  # fmt: skip
    kinds["tells the place of a text"] = [
        "file, block, characters",
        *(peer.place for peer in peers),
    ]
    text = _page(peers, left_out, [_table(list(readers), rows) for rows in (ticks, kinds)])
    OUT.write_text(text, encoding="utf-8")
    print(text)
    return 0


def ours(data: bytes) -> str:
    """What Innspill's own reader says, as text: with list numbers, notes' marks and emphasis."""
    document = _document(data)
    comments = [hidden.text for hidden in document.hidden if hidden.kind == "comment"]
    return "\n".join([*map(_shown, document.blocks), *comments])


def _document(data: bytes) -> Document:
    read = read_file("svar.docx", data)[0]
    if read.document is None:
        raise ValueError(read.problem)
    return read.document


def _shown(block: Block) -> str:
    text = block.text
    marks = [(note.start, note.end, f"[^{note.mark}]") for note in block.notes]
    for part in block.emphases:
        sign = _EMPHASIS[part.kind]
        marks += [(part.start, part.start, sign), (part.end, part.end, sign)]
    for start, end, sign in sorted(marks, reverse=True):
        text = text[:start] + sign + text[end:]
    return f"{block.label or ''} {text}"


def _ticks_kept(modes: list[Read], form: Callable[..., bytes]) -> list[str]:
    """For each mode, what is kept of the ticks of a form and of its inverse."""
    found = []
    for mode in modes:
        try:
            found.append(judge(mode(form()), mode(form(inverted=True))))
        except Exception:  # noqa: BLE001 - whatever another library raises
            found.append("fails")
    return found


def _tried(verdict: Callable[[str], str], mode: Read, data: bytes) -> str:
    try:
        return verdict(mode(data))
    except Exception:  # noqa: BLE001 - whatever another library raises
        return "fails"


def _best(found: list[str]) -> str:
    """The best of the verdicts: kept, raw, some other fault in words, lost, fails."""
    order = {"kept": 0, "raw": 1, "lost": 3, "fails": 4}
    return min(found, key=lambda verdict: order.get(verdict, 2))


def _followed(mode: Read) -> str:
    """What a reader follows where a control's state and its sign disagree."""
    try:
        first, inverted = mode(CONFLICT.form()), mode(CONFLICT.form(inverted=True))
    except Exception:  # noqa: BLE001 - whatever another library raises
        return "fails"
    if first != inverted:
        return "state, silently"
    return "sign, silently" if "☐" in first or "[ ]" in first else "lost"


def _conflict_told() -> str:
    """The same for Innspill, which can also say that they disagree."""
    boxes = [
        box
        for inverted in (False, True)
        for block in _document(CONFLICT.form(inverted=inverted)).blocks
        for box in block.boxes
    ]
    told = boxes and all(box.conflict == box.ticked for box in boxes)
    return "state, and says so" if told else _followed(ours)


def _table(names: list[str], rows: dict[str, list[str]]) -> str:
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for name, found in rows.items():
        lines.append(f"| {name} | " + " | ".join(SIGNS.get(each, each) for each in found) + " |")
    return "\n".join(lines)


def _page(peers: list[Peer], left_out: dict[str, str], tables: list[str]) -> str:
    """The whole page in Markdown."""
    versions = ", ".join(f"{peer.name} {peer.version}" for peer in peers)
    modes = "; ".join(f"{peer.name}: {', '.join(peer.modes)}" for peer in peers)
    absent = "; ".join(f"{name}: {why}" for name, why in left_out.items())
    return f"""\
# What readers of Word files keep of a filled-in form

Made by `benchmarks/table_of_peers.py` on {datetime.now(UTC):%-d %B %Y}: {_machine()}. Innspill \
{version("innspill")} against {versions}.{f" Left out: {absent}." if absent else ""}

To make it again: `python3 tools/setup.py --bench`, then \
`.venv-bench/bin/python benchmarks/table_of_peers.py`.

## Ticks

Five questions with three options, each form written twice: the second time with every tick \
inverted. ✓: all 30 states can be told from what the reader gives out. **raw**: they can, by a \
private character that only its font makes a tick. A number: only so many can. **as an error**: \
they can, by a word that says that reading the box failed. **–**: both forms \
give the same, so the ticks are lost, without an error. **fails**: it raises.

{tables[0]}

All but Innspill give a sign in a text. Innspill gives for each box a value: ticked or not, the \
place in the text, the technique it was made with, the control's tag, and whether state and sign \
disagree.

## Everything else

✓: kept, once, and where it belongs. –: lost without an error. Otherwise what is wrong with it.

{tables[1]}

## How it was asked

Each reader was asked in these modes, and each cell shows the best of them (the row on state and \
sign: the first). {modes}. Innspill: `read_file`, with the text as its blocks have it. The documents \
follow what Word writes but were not saved by Word. The author of this table is also that of \
Innspill, and chose the rows: they are what forms at hearings hold, not all that a document can hold.
"""


def _machine() -> str:
    system = f"{platform.system()} on {platform.machine()}"
    return f"{system}, {os.cpu_count()} processors, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
