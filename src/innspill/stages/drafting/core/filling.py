"""From what was typed to the form filled in: what is handed in, printed and sent home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from innspill.stages.consultations.core.definition import (
    Definition,
    Language,
    Question,
    in_language,
)
from innspill.stages.consultations.core.filled import (
    AnswerGiven,
    FileGiven,
    FilledForm,
    Offered,
)
from innspill.stages.drafting.core.cleaning import clean, clean_line
from innspill.stages.drafting.core.values import About, Content


def fill(
    definition: Definition,
    about: About,
    contents: Mapping[str, Content],
    *,
    language: Language,
    edition: int = 1,
    no_remarks: bool = False,
    files: Sequence[FileGiven] = (),
) -> FilledForm:
    """The form filled in, with questions and boxes as they are shown in `language`.

    Every question is in it, answered or not, in the form's order. What was typed at a question
    that no longer applies, or that the hearing no longer has, goes along: nothing is dropped.
    """
    known = {question.id for question in definition.questions}
    answers = [
        _answer(question, contents.get(question.id, Content()), language)
        for question in definition.questions
    ]
    answers += [
        AnswerGiven(question=name, asked=name, text=clean(content.text), measures=content.measures)
        for name, content in contents.items()
        if name not in known and not content.is_empty
    ]
    return FilledForm(
        case_number=definition.case_number,
        title=in_language(definition.title, language),
        edition=edition,
        language=language,
        senders=tuple(
            sender.model_copy(update={"name": clean_line(sender.name)})
            for sender in about.senders
            if sender.name.strip()
        ),
        contact=clean_line(about.contact),
        answers=tuple(answers),
        no_remarks=no_remarks,
        supports=clean_line(about.supports),
        comment=clean(about.comment),
        files=tuple(files),
        wish=about.wish,
    )


def _answer(question: Question, content: Content, language: Language) -> AnswerGiven:
    offered = tuple(
        Offered(
            id=choice.id,
            text=in_language(choice.text, language),
            ticked=choice.id in content.ticks,
        )
        for choice in question.choices
    )
    return AnswerGiven(
        question=question.id,
        asked=in_language(question.text, language),
        offered=offered,
        text=clean(content.text),
        measures=tuple(row for row in content.measures if not row.is_empty),
    )
