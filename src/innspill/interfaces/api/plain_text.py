"""A published response as plain text, for people who open the package years from now."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.interfaces.api.values import AnswerData, ResponseData
from innspill.stages.consultations.core.definition import Definition, Question, in_language


def response_text(response: ResponseData, definition: Definition) -> str:
    """The response with its questions, in bokmål around what they wrote themselves."""
    questions = {question.id: question for question in definition.questions}
    parts = [_head(response, definition)]
    for answer in response.answers:
        if answer.ticks or answer.text or answer.no_comment:
            parts.append("\n\n".join(_answer(answer, questions.get(answer.question))))
    if response.general:
        parts.append("\n\n".join(["UTENOM SPØRSMÅLENE", *response.general]))
    elif response.no_remarks:
        parts.append("Har ingen merknader.")
    parts += [
        "\n\n".join([f"VEDLEGG {attachment.number}", *attachment.text])
        for attachment in response.attachments
    ]
    if response.footnotes:
        notes = [f"[^{note.mark}] {note.text}" for note in response.footnotes]
        parts.append("\n\n".join(["FOTNOTER", *notes]))
    return "\n\n\n".join(parts) + "\n"


def _head(response: ResponseData, definition: Definition) -> str:
    lines = [
        f"Høringssvar {response.reference} fra {response.name}",
        f"Høring: {in_language(definition.title, 'nb')} ({definition.owner})",
        f"Mottatt: {response.received or 'ukjent'}{', etter fristen' if response.late else ''}",
    ]
    if response.standing == "superseded":
        lines.append("Svaret er erstattet av et nyere.")
    if response.supports:
        lines.append(f"Slutter seg til: {response.supports}")
    if response.withheld:
        lines.append(f"Steder som er tatt bort og står som [sladdet]: {response.withheld}")
    lines.append(f"Siden: {response.address}")
    return "\n".join(lines)


def _answer(answer: AnswerData, question: Question | None) -> Iterator[str]:
    asked = in_language(question.text, "nb") if question else ""
    yield f"SPØRSMÅL {answer.question}. {asked}".strip()
    labels = (
        {each.id: in_language(each.text, "nb") for each in question.choices} if question else {}
    )
    for tick in answer.ticks:
        yield f"[x] {labels.get(tick) or tick}"
    if answer.no_comment and not answer.text:
        yield "Har ingen kommentar."
    if answer.text:
        yield answer.text
