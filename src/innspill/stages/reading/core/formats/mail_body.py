"""The lines of a mail: what its writer wrote, what was quoted below it, and the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from innspill.stages.reading.core.values import Block, BlockKind

_MARKED = re.compile(r"\s*>")
_HISTORY = re.compile(
    r"\s*(?:[-_=*]{2,} ?)?(?:start (?:på|of) )?(?:opprinn?elig melding|opphavleg melding|opprinnelig e-?post|"
    r"original message|original appointment|videresendt (?:melding|e-?post)|vidaresend(?:t|d)? melding|"
    r"forwarded (?:message|by)|(?:begynner på )?videresendt melding|begin forwarded message)\b"
    r"\s*(?:[-_=*]{2,}.{0,80}|:\s*)$",
    re.IGNORECASE | re.DOTALL,
)
_FROM = re.compile(r"\s*\*?(?:Fra|Frå|From|Från|Avsender|Avsendar)\s?:\*?\s", re.IGNORECASE)
_SENT = re.compile(
    r"\s*\*?(?:Sendt|Send|Skickat|Dato|Date|Til|To|Kopi|Cc|Emne|Sent|Subject|Ämne)\s?:\*?\s",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:man|tir|tys|ons|tor|fre|lør|laur|søn|sun|mon|tue|wed|thu|fri|sat)\w*"
_WROTE = re.compile(
    rf"\s*(?:Den|På|On|Le|Am|{_WEEKDAY}|\d{{1,2}}[./ ]\s?\w+|\d{{4}}-\d\d-\d\d)\b.{{4,200}}?"
    r"\b(?:skrev|skreiv|wrote|schrieb)\b.{0,200}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_DASHES = re.compile(r"--\s?$")
_GREETING = re.compile(
    r"\s*(?:(?:med )?(?:vennlig|venleg|vennleg|beste|best|kind|warm|yours)\w*"
    r" (?:hilsen|helsing|regards|wishes|sincerely|faithfully)"
    r"|(?:med )?(?:hilsen|helsing)|mvh|mvh\.|vh|regards|sincerely)\b.{0,40}$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"\s*(?:sendt fra (?:min|mi)\b|send(?:t)? frå min|sent from my|sent from (?:outlook|mail|yahoo)|"
    r"sendt fra (?:outlook|e-?post|mail|yahoo|samsung|mobil)|skaff deg outlook|få outlook|get outlook|"
    r"hent outlook)\b.{0,80}$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\s*(?:denne (?:e-?posten|e-?post|meldingen|meldinga)\b.{0,120}"
    r"\b(?:konfidensiell|fortrolig|taushets|teieplikt|mottaker|adressat)|"
    r"this (?:e-?mail|message|communication)\b.{0,120}\b(?:confidential|intended|privileged)|"
    r"(?:the information in this|disclaimer\b|confidentiality notice|konfidensialitet)|"
    r"tenk (?:på )?miljø|please consider the environment|vurder miljøet)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_SIGNATURE = 14
_LONGEST_SIGNATURE_LINE = 90
_LONGEST_DISCLAIMER = 12


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
    _mark_disclaimer(blocks, kinds)
    _mark_signature(blocks, kinds)
    return [
        block if block.kind == kind else replace(block, kind=kind)
        for block, kind in zip(blocks, kinds, strict=True)
    ]


def _history_starts(blocks: Sequence[Block]) -> int:
    """The first line of the history that goes on to the end, or one past the last line.

    Lines that are quotes by themselves, marked or set apart in HTML, end where the marks end.
    """
    for at, block in enumerate(blocks):
        if block.kind == "quoted" or _MARKED.match(block.text):
            continue
        if _HISTORY.match(block.text):
            return at
        following = [other.text for other in blocks[at + 1 : at + 4]]
        lines = [*block.text.split("\n")[1:], *following]
        if _FROM.match(block.text) and any(_SENT.match(line) for line in lines):
            return at
        if _WROTE.match(block.text) and following and not _is_quote(blocks[at + 1]):
            return at
    return len(blocks)


def _is_quote(block: Block) -> bool:
    return block.kind == "quoted" or bool(_MARKED.match(block.text))


def _introduces_quote(blocks: Sequence[Block], kinds: Sequence[BlockKind], at: int) -> bool:
    if at + 1 >= len(blocks) or kinds[at + 1] != "quoted":
        return False
    return bool(_WROTE.match(blocks[at].text))


def _mark_disclaimer(blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark what a house adds below every mail, from its first line to the end of what is written."""
    own = [at for at, kind in enumerate(kinds) if kind not in {"quoted", "signature"}]
    for place, at in enumerate(own[-_LONGEST_DISCLAIMER:]):
        if len(own) > 1 and _DISCLAIMER.match(blocks[at].text):
            for other in own[-_LONGEST_DISCLAIMER:][place:]:
                kinds[other] = "signature"
            return


def _mark_signature(blocks: Sequence[Block], kinds: list[BlockKind]) -> None:
    """Mark the signature: from "-- " on, or short lines from a closing greeting on."""
    own = [at for at, kind in enumerate(kinds) if kind != "quoted"]
    said = [at for at in own if kinds[at] != "signature"]
    for place, at in enumerate(said):
        text = blocks[at].text
        greets = len(said) - place <= _LONGEST_SIGNATURE and _GREETING.match(text)
        if _DASHES.match(text) or (greets and _all_short(blocks, said[place:])):
            for other in said[place:]:
                kinds[other] = "signature"
            return


def _all_short(blocks: Sequence[Block], places: Sequence[int]) -> bool:
    return all(len(blocks[at].text) <= _LONGEST_SIGNATURE_LINE for at in places)
