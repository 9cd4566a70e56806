"""The lines of a mail: what its writer wrote, what was quoted below it, and the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from innspill.stages.reading.core.values import Block, BlockKind

_MARKED = re.compile(r"\s*>")
_HISTORY = re.compile(
    r"\s*[-_]{2,} ?(?:opprinnelig melding|opphavleg melding|original message|videresendt melding"
    r"|vidaresend melding|forwarded message|begynner på videresendt)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*\*?(?:Fra|Frå|From):\*?\s", re.IGNORECASE)
_SENT = re.compile(r"\s*\*?(?:Sendt|Send|Dato|Til|Emne|Sent|Date|To|Subject):\*?\s", re.IGNORECASE)
_WROTE = re.compile(
    r"\s*(?:Den|På|On|(?:man|tir|tys|ons|tor|fre|lør|laur|søn|sun)\w*)\b.{4,200}\b(?:skrev|skreiv|wrote)\b.{0,200}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_DASHES = re.compile(r"--\s?$")
_GREETING = re.compile(
    r"\s*(?:(?:med )?(?:vennlig|venleg|vennleg|beste|best|kind)\w* (?:hilsen|helsing|regards)"
    r"|hilsen|helsing|mvh|regards)\b.{0,40}$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"\s*(?:sendt fra min|sent from my|skaff deg outlook|få outlook)\b", re.IGNORECASE
)
_LONGEST_SIGNATURE = 14
_LONGEST_SIGNATURE_LINE = 90


def mark_lines(blocks: Sequence[Block]) -> list[Block]:
    """The lines of a mail's text, each quoted or signature line marked by its kind."""
    end = _history_starts(blocks)
    kinds: list[BlockKind] = [
        "quoted" if at >= end or _MARKED.match(block.text) or block.kind == "quoted"
        else block.kind
        for at, block in enumerate(blocks)
    ]  # fmt: skip
    for at, block in enumerate(blocks):
        if kinds[at] != "quoted" and _introduces_quote(blocks, kinds, at):
            kinds[at] = "quoted"
        elif _PHONE.match(block.text) and kinds[at] != "quoted":
            kinds[at] = "signature"
    _mark_signature(blocks, kinds)
    return [
        block if block.kind == kind else replace(block, kind=kind)
        for block, kind in zip(blocks, kinds, strict=True)
    ]


def _history_starts(blocks: Sequence[Block]) -> int:
    """The first line of the history that goes on to the end, or one past the last line."""
    for at, block in enumerate(blocks):
        if _HISTORY.match(block.text):
            return at
        following = [other.text for other in blocks[at + 1 : at + 4]]
        lines = [*block.text.split("\n")[1:], *following]
        if _FROM.match(block.text) and any(_SENT.match(line) for line in lines):
            return at
        marked = following and _MARKED.match(following[0])
        if _WROTE.match(block.text) and following and not marked:
            return at
    return len(blocks)


def _introduces_quote(blocks: Sequence[Block], kinds: Sequence[BlockKind], at: int) -> bool:
    if at + 1 >= len(blocks) or kinds[at + 1] != "quoted":
        return False
    return bool(_WROTE.match(blocks[at].text))


def _mark_signature(blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark the signature: from "-- " on, or short lines from a closing greeting on."""
    own = [at for at, kind in enumerate(kinds) if kind != "quoted"]
    for place, at in enumerate(own):
        text = blocks[at].text
        greets = len(own) - place <= _LONGEST_SIGNATURE and _GREETING.match(text)
        if _DASHES.match(text) or (greets and _all_short(blocks, own[place:])):
            for other in own[place:]:
                kinds[other] = "signature"
            return


def _all_short(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    return all(len(blocks[at].text) <= _LONGEST_SIGNATURE_LINE for at in places)
