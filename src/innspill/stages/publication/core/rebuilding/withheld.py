"""What the public copy leaves out of the reading that it was made of: told by holding the two together.

So whoever marked a span, and however, nothing that the frozen copy hides is forgotten here.
"""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.publication.core.general import attachments_among, general_passages
from innspill.stages.publication.core.values import MASK, PublicResponse
from innspill.stages.reading.core.values import ResponseRead

Pair = tuple[str, str]
"""A text in full, and as the public copy has it."""


def hidden_between(full: str, public: str) -> tuple[str, ...] | None:
    """The spans of `full` that stand as masks in `public`; None where it is no copy of `full`."""
    parts = public.split(MASK)
    if len(parts) == 1:
        return () if full == public else None
    if not full.startswith(parts[0]) or not full.endswith(parts[-1]):
        return None
    spans: list[str] = []
    at, last = len(parts[0]), len(full) - len(parts[-1])
    for part in parts[1:-1]:
        found = full.find(part, at + 1, last)
        if found < 0:
            return None
        spans.append(full[at:found])
        at = found + len(part)
    return (*spans, full[at:last]) if at < last else None


def pairs_in(read: ResponseRead, public: PublicResponse) -> dict[str, list[Pair]] | None:
    """Every text of the response with its public copy, by the file that it stands in.

    Files are named by their path; the response's own by "". None where the two do not belong
    together, so that nobody knows what is hidden where.
    """
    passages = general_passages(read)
    marks = [mark for mark, _ in public.footnotes]
    if (
        [answer.question for answer in read.answers] != [a.question for a in public.answers]
        or [note.mark for note in read.footnotes] != marks
        or len(passages) != len(public.general)
    ):
        return None
    own: list[Pair] = [
        (one.text, other.text) for one, other in zip(read.answers, public.answers, strict=True)
    ]
    own += [
        (note.text, text) for note, (_, text) in zip(read.footnotes, public.footnotes, strict=True)
    ]
    texts = [(each.text, text) for each, text in zip(passages, public.general, strict=True)]
    begins = attachments_among(passages)
    starts = [start for _, start in begins] + [len(texts)]
    found = {"": own + texts[: starts[0]]}
    for (path, start), end in zip(begins, starts[1:], strict=True):
        found[path] = texts[start:end]
    return found


def hidden_in(pairs: list[Pair]) -> tuple[str, ...] | None:
    """All spans that the public texts hide; None where one of them is no copy of its own."""
    found: list[str] = []
    for full, public in pairs:
        spans = hidden_between(full, public)
        if spans is None:
            return None
        found += spans
    return tuple(found)


def public_texts(public: PublicResponse) -> Iterator[str]:
    """Everything that the public copy says in words."""
    yield from (public.name, *public.senders, public.supports or "", public.reference)
    yield from (answer.text for answer in public.answers)
    yield from (text for _, text in public.footnotes)
    yield from public.general
