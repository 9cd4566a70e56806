"""Who ticked what, in sentences: where so few answered that a table of groups says less."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.analysis.core.counts import RowCounts
from innspill.stages.analysis.core.shares import WORDS_FROM
from innspill.stages.consultations.core.definition import Question, in_language
from innspill.stages.reports.core.parts.naming import named
from innspill.stages.reports.core.parts.telling import At, Teller
from innspill.stages.reports.core.parts.values import Paragraph, Sentence, Source
from innspill.stages.reports.core.words.told import Forms


def is_small(t: Teller) -> bool:
    """Whether so few answered that they are told of one by one, without tables and charts."""
    return t.figures.respondents < WORDS_FROM


def ticks_told(t: Teller, at: int, question: Question) -> Iterator[Paragraph]:
    """A paragraph with a sentence for each choice that anybody ticked; none where nobody did."""
    total = t.counts.questions[at].total
    said = [
        *(
            _who(
                t,
                (t.said.ticked_by, t.said.ticked),
                At(f"/questions/{at}/total/choices/{place}/1", total.choices[choice.id]),
                question,
                choice=in_language(choice.text, t.language),
            )
            for place, choice in enumerate(question.choices)
            if total.choices[choice.id]
        ),
        *_apart(t, at, question, total),
    ]
    if said:
        yield Paragraph(tuple(said))


def _apart(t: Teller, at: int, question: Question, total: RowCounts) -> Iterator[Sentence]:
    """Those with several ticks, and those that passed the question by."""
    if total.unclear:
        place = At(f"/questions/{at}/total/unclear", total.unclear)
        yield _who(t, (t.said.unclear_by, t.said.unclear_ticks), place, question)
    if total.silent and total.answered:
        place = At(f"/questions/{at}/total/silent", total.silent)
        yield _who(t, (t.said.silent_by, t.said.silent_ones), place, question)


def _who(
    t: Teller, forms: tuple[str, Forms], count: At, question: Question, *, choice: str = ""
) -> Sentence:
    """By name where all of them may be named, else by their number."""
    source = Source("hearing", f"question {question.id}")
    who = named(t, count.responses)
    if len(who) < len(count.responses):
        return t.say(forms[1], source, n=count, choice=choice)
    names = tuple(name for each in who for name in each.names)
    told = (*(Source("response", each.reference) for each in who), t.source(count), source)
    text = forms[0].format(names=t.listed(each.text for each in who), choice=choice)
    return Sentence(text, told, names)
