"""People's words that quote or name what was public when they were written, and is not any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innspill.stages.analysis.core.placing import current
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.reports.core.edited.sources import CHANGED, is_taken_from
from innspill.stages.reports.core.parts.checking import plainly, quoted_in, said_in
from innspill.stages.reports.core.parts.values import Quote, ReportPart, Sentence
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.words import words_in


def quoting_gone(parts: Iterable[ReportPart], report: ReportInput) -> tuple[str, ...]:
    """The headings of people's parts that quote words, or name bodies, that the public does not see.

    The machine's own parts are written anew each time; people's stand as they were written.
    """
    people = [part for part in parts if part.by == "person"]
    if not people:
        return ()
    public = _Public(report)
    return tuple(
        dict.fromkeys(part.heading or part.key for part in people if any(public.lacks(part)))
    )


class _Public:
    """What the public sees now of the responses that stand."""

    def __init__(self, report: ReportInput) -> None:
        shown = [one.public for one in current(report.responses) if one.state == "published"]
        self.shown = {one.reference: one for one in shown}
        self.words = {one.reference: plainly(" ".join(_texts(one))) for one in shown}
        self.names = {
            name for one in shown if not one.private for name in (one.name, *one.senders)
        }  # fmt: skip
        self.points = {
            key
            for key, point in zip(report.told.fingerprints, report.analysis.comments, strict=False)
            if point.response in self.shown
        }
        self.unnamed = words_in(report.language).private_person

    def lacks(self, part: ReportPart) -> Iterator[bool]:
        """For each quote and sentence of a part, whether it tells what is not public."""
        yield from (self._quote(block) for block in part.blocks if isinstance(block, Quote))
        quotes = {f"«{block.text}»" for block in part.blocks if isinstance(block, Quote)}
        for sentence, _ in said_in(part):
            if sentence.text not in quotes:
                yield self._sentence(sentence)

    def _quote(self, quote: Quote) -> bool:
        public = self.shown.get(quote.reference)
        if public is None:
            return True
        nameless = public.private or public.anonymous
        if nameless and not quote.name.startswith((public.name, self.unnamed)):
            return True
        if quote.name.endswith(tuple(CHANGED.values())):
            return quote.source.key not in self.points
        return not is_taken_from(plainly(quote.text), self.words[quote.reference])

    def _sentence(self, sentence: Sentence) -> bool:
        if any(name in sentence.text and name not in self.names for name in sentence.names):
            return True
        sources = {each.key for each in sentence.sources if each.kind == "comment"}
        if not sources or sources & self.points:
            return False
        said = plainly(quoted_in(sentence.text)[1] or sentence.text)
        return not any(said in words for words in self.words.values())


def _texts(public: PublicResponse) -> Iterator[str]:
    for answer in public.answers:
        yield from (*answer.ticks, answer.text)
    yield from public.general
