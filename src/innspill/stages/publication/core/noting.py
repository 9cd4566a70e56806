"""What a person is shown besides what is found: who signs for a body, and what may be personal.

A note withholds nothing, and no response waits for it: it says where to look, to who reads a response
before letting it out. Private persons' responses are always read so; a body's may go out unread where
its hearing allows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from innspill.stages.publication.core.perhaps import perhaps
from innspill.stages.publication.core.personal_data import joined, parted
from innspill.stages.publication.core.render import Rendered
from innspill.stages.publication.core.signing_for import signing_for
from innspill.stages.publication.core.values import Finding


def noted_in(text: str, *, private: bool) -> tuple[Finding, ...]:
    """What is noted in a text, in order, without overlaps; what is found in it may be among it.

    Those who sign for a body are likely, what may be personal is unsure and `doubtful`.
    """
    signers = () if private else signing_for(text)
    may_be = apart(perhaps(text, private=private), signers)
    return tuple(sorted((*signers, *may_be), key=lambda each: each.start))


def noted(rendered: Rendered) -> dict[str, tuple[Finding, ...]]:
    """By place what is noted in a response.

    The paragraphs of a file are looked at together: a greeting stands in one of its own.
    """
    private = not rendered.of_body
    texts = dict(rendered.texts)
    paragraphs = [place for place in texts if place.startswith("general:")]
    found = {
        place: noted_in(text, private=private)
        for place, text in texts.items()
        if place.startswith(("answer:", "footnote:"))
    }
    for start, end in pairwise((0, *rendered.public.attachments, len(paragraphs))):
        places = paragraphs[start:end]
        of_file = [texts[place] for place in places]
        notes = noted_in(joined(of_file), private=private)
        found |= zip(places, parted(notes, of_file), strict=True)
    return found


def apart(noted: Iterable[Finding], held: Sequence[Finding]) -> Iterator[Finding]:
    """What of `noted` nothing of `held` covers; both are in order, without overlaps."""
    at = 0
    for each in noted:
        while at < len(held) and held[at].end <= each.start:
            at += 1
        begin, here = each.start, at
        while here < len(held) and held[here].start < each.end:
            if begin < held[here].start:
                yield replace(each, start=begin, end=held[here].start)
            begin = held[here].end
            here += 1
        if begin < each.end:
            yield replace(each, start=begin)
