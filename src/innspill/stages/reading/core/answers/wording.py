"""The form's own words in a response: the lines of its heading, introduction and guidance.

What the form says letter by letter is the form's wherever a line begins with it. What it nearly
says (another date, a slip, the other written norm) counts only as whole lines, and hints as
"Skriv her" only where nothing was typed over them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from innspill.shared.values import Span
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.bridge import bridge, joined
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.stream import Key, Stream, key_of

_BULLET = re.compile(r"\s*+(?:[•◦▪·●○■□*\uf0b7\uf0a7–—-]|o(?=\s))?\s*+")
_SHORT = 12
"""Wording of fewer letters must be a whole line: "Avsender" may also begin a sentence."""
_LONG = 20
_NEAR = 90
_LINES = 6
_MOST_LIKELY = 4
_HINTS = """
    klikk eller trykk her for å skrive inn tekst. klikk her for å skrive inn tekst. klikk eller
    trykk her for å skrive. trykk her for å skrive inn tekst. klikk eller trykk her for å skrive
    tekst. click or tap here to enter text. click here to enter text. skriv her. skriv svaret her.
    skriv svar her. skriv inn svaret her. skriv inn tekst her. skriv inn tekst. skriv ditt svar
    her. skriv deres svar her. skriv svaret ditt her. sett inn tekst her. sett inn tekst. fyll inn
    her. fyll ut her. write here. type here. enter text here. velg et element. vel eit element.
    choose an item. svar. vårt svar. deres svar. svaret vårt. fritekst. fritekstfelt. kommentar.
    kommentarer. kommentarar. utdyp gjerne. utdjup gjerne. utdyp gjerne i fritekstfeltet. utdyp
    gjerne her. answer. your answer. comment. comments. please elaborate
"""
_HINT_KEYS = frozenset(key_of(hint) for hint in _HINTS.split("."))
_LEAD = re.compile(
    r"[ \t\xa0]*(?:v[åa]rt svar|svar|kommentar(?:er|ar)?|answer|comments?)[ \t\xa0]*:(?=\s*\S)",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\s*[_.…‥·-]{3,}\s*")


@dataclass(frozen=True, slots=True)
class FormWording:
    """All that the form says besides its questions."""

    keys: dict[str, tuple[str, ...]]
    """As keys, by their first letter, the longest first."""
    near: tuple[str, ...]
    """The longer lines as words that both written norms share, numbers left open."""
    holding: dict[str, tuple[int, ...]]
    """For each word the lines of `near` that hold it."""

    @classmethod
    def of(cls, definition: Definition, more: Iterable[str] = ()) -> FormWording:
        """The wording of the form of `definition`.

        `more` adds lines that only one kind of form has, as the headings of our Word form.
        """
        lines = [*definition.form_wording, *more]
        for question in definition.questions:
            lines += question.guidance.values()
        bare = [line[bullet_end(line, 0) :] for line in lines]
        keys = {key_of(line) for line in bare} - {""}
        near = sorted({_loose(line) for line in bare if len(key_of(line)) >= _LONG})
        holding: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(near):
            for word in set(line.split()):
                holding[word].append(number)
        by_first: dict[str, list[str]] = defaultdict(list)
        for key in sorted(keys, key=lambda key: (-len(key), key)):
            by_first[key[0]].append(key)
        return cls(
            {first: tuple(each) for first, each in by_first.items()},
            tuple(near),
            {word: tuple(numbers) for word, numbers in holding.items()},
        )


def _loose(text: str) -> str:
    """The words of `text` on their common keys, with every number alike."""
    return joined("#" if word.isdecimal() else word for word in bridge(text))


def bullet_end(text: str, start: int) -> int:
    """Where the words of a line of `text` begin, after white space and a bullet."""
    found = _BULLET.match(text, start)
    return found.end() if found else start


def claim_wording(
    stream: Stream, ledger: Ledger, wording: FormWording, *, is_form: bool = True
) -> None:
    """Gives every line that is the form's own, or a run of such lines, to the form.

    In what is no form only what it says letter by letter is looked for.
    """
    key = ledger.key()
    for line in stream.line_starts():
        words = bullet_end(stream.text, line)
        if words >= len(stream.text) or not ledger.is_free(words):
            continue
        if key.first_after(words) >= stream.line_end(line):
            if is_form and _LEADERS.fullmatch(stream.text, line, stream.line_end(line)):
                ledger.claim(Span(line, stream.line_end(line)), FORM)
            continue
        if is_form and key_of(stream.text[line : stream.line_end(line)]) in _HINT_KEYS:
            ledger.claim(Span(line, stream.line_end(line)), FORM)
            continue
        start, index = line, key.index(words)
        while (length := _matching(stream, key, index, wording.keys)) > 0:
            end = _with_punctuation(stream, key, index + length)
            ledger.claim(Span(start, end), FORM)
            start, index = end, index + length
        if is_form and start == line:
            _claim_nearly(stream, ledger, wording, line)


def _matching(stream: Stream, key: Key, index: int, keys: dict[str, tuple[str, ...]]) -> int:
    for wording in keys.get(key.text[index : index + 1], ()):
        if not key.text.startswith(wording, index):
            continue
        end = index + len(wording)
        if not key.ends_word(stream, end):
            continue
        if len(wording) >= _SHORT or _is_whole_line(stream, key, index, end):
            return len(wording)
    return 0


def _is_whole_line(stream: Stream, key: Key, index: int, end: int) -> bool:
    """Whether the key characters `index` to `end` are all the words that their line has."""
    line_end = stream.line_end(key.at[end - 1])
    before = key.at[index - 1] if index else -1
    after = key.at[end] if end < len(key.at) else len(stream.text)
    line_start = stream.text.rfind("\n", 0, key.at[index]) + 1
    return before < line_start and after >= line_end


def _with_punctuation(stream: Stream, key: Key, index: int) -> int:
    """Where the wording that ends before key index `index` ends, with its colon or full stop."""
    end = key.at[index - 1] + 1
    limit = key.at[index] if index < len(key.at) else len(stream.text)
    while end < limit and stream.text[end] in ":.?!)…–-*»”":
        end += 1
    return end


def _claim_nearly(stream: Stream, ledger: Ledger, wording: FormWording, line: int) -> None:
    """Gives the line at `line` to the form where it is nearly the form's wording.

    So with the lines after it that it goes on in, where lines were wrapped.
    """
    end = stream.line_end(line)
    if lead := _LEAD.match(stream.text[line:end]):
        ledger.claim(Span(line, line + lead.end()), FORM)
    elif stop := _nearly(stream, ledger, wording, line):
        ledger.claim(Span(line, stop), FORM)


def _nearly(stream: Stream, ledger: Ledger, wording: FormWording, line: int) -> int:
    """Where the lines end that are nearly one of the form's; 0 where they are not."""
    end, said = line, ""
    for _ in range(_LINES):
        line_end = stream.line_end(end)
        if ledger.free_in(Span(end, line_end)) != [Span(end, line_end)]:
            return 0
        said = f"{said} {_loose(stream.text[end:line_end])}".strip()
        likely = _likely(wording, dict.fromkeys(said.split()))
        if any(fuzz.ratio(said, wording.near[n]) >= _NEAR for n in likely):
            return line_end
        longest = max((len(wording.near[n]) for n in likely), default=0)
        if len(said) >= longest or line_end + 1 >= len(stream.text):
            return 0
        end = line_end + 1
    return 0


def _likely(wording: FormWording, words: Collection[str]) -> list[int]:
    """The lines of the form that share most of `words`, at most four."""
    hits: dict[int, int] = defaultdict(int)
    for word in words:
        for number in wording.holding.get(word, ()):
            hits[number] += 1
    shared = Counter({n: count for n, count in hits.items() if count * 2 > len(words)})
    return [n for n, _ in shared.most_common(_MOST_LIKELY)] if shared else []
