"""Remarks on a definition that is valid, but that readers may trip over, in the order of a reader."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.consultations.core.definition import Definition, Language
from innspill.stages.consultations.core.lint_abbreviations import unexplained
from innspill.stages.consultations.core.lint_choices import choices
from innspill.stages.consultations.core.lint_period import period
from innspill.stages.consultations.core.lint_remark import Remark, ids, listed, texts_of
from innspill.stages.consultations.core.lint_wording import wording
from innspill.stages.consultations.core.references import parts_of

__all__ = ["Remark", "lint", "missing_places"]

_WRITTEN_FORMS: tuple[tuple[Language, str], ...] = (("nb", "bokmål"), ("nn", "nynorsk"))


def lint(definition: Definition) -> tuple[Remark, ...]:
    """What a careful reader would remark on in `definition`: languages and dates first.

    Those of level "must" keep it from being opened; the others are advice.
    """
    return (
        *_languages(definition),
        *period(definition),
        *_addresses(definition),
        *_publishing(definition),
        *wording(definition),
        *unexplained(definition),
        *choices(definition),
        *_references(definition),
        *_bodies(definition),
    )


def missing_places(definition: Definition, language: Language) -> tuple[str, ...]:
    """The places of texts that are there in another language, but not in `language`."""
    missing = [place for place, text in _texts(definition) if not text.get(language)]
    return tuple(dict.fromkeys(missing))


def _texts(definition: Definition) -> list[tuple[str, dict[Language, str]]]:
    return [(place, text) for place, text in texts_of(definition) if any(text.values())]


def _languages(definition: Definition) -> Iterator[Remark]:
    if not any(definition.title.values()):
        yield Remark("no-title", "title", "the hearing has no title", level="must")
    for question in definition.questions:
        if not any(question.text.values()):
            values = {"question": question.id}
            text = "nothing is asked"
            yield Remark("no-text", f"question {question.id}", text, level="must", values=values)
    every = {place for place, _ in _texts(definition)}
    for language, name in _WRITTEN_FORMS:
        missing = missing_places(definition, language)
        if not missing:
            continue
        where = "everywhere" if len(missing) == len(every) else f"in {listed(missing)}"
        yield Remark(
            "missing-language",
            "language",
            f"{name} is missing {where}; state bodies"
            " give forms and self-service in both forms of Norwegian at the same time"
            " (språklova § 14)",
            level="must" if definition.state_body else "should",
            values={
                "language": language,
                "count": str(len(missing)),
                "places": "; ".join(missing[:6]),
            },
        )


def _addresses(definition: Definition) -> Iterator[Remark]:
    if definition.contact is None:
        yield Remark("no-contact", "contact", "nobody is named whom people can ask")
    elif not definition.contact.email:
        yield Remark("no-contact-email", "contact", "the e-mail address is missing")
    if not definition.submit_email:
        yield Remark(
            "no-submit-email", "submit_email", "the address that responses are sent to is missing"
        )


def _publishing(definition: Definition) -> Iterator[Remark]:
    if definition.published == "none" and definition.publish_without_a_person != "never":
        yield Remark(
            "nothing-published",
            "publish_without_a_person",
            "says what is published before a person has looked, but nothing is published",
        )


def _references(definition: Definition) -> Iterator[Remark]:
    if not definition.questions:
        yield Remark("no-questions", "questions", "there are none, so the form has no fields")
    known = parts_of(definition.papers)
    for question in definition.questions:
        unknown = [reference for reference in question.refers_to if reference not in known]
        if unknown:
            yield Remark(
                "unknown-reference",
                f"question {question.id}",
                f"refers to {listed(unknown)}, which no paper has",
                values={"question": question.id, "references": "; ".join(unknown)},
            )
    answered = {
        identity for question in definition.questions for identity in question.page_questions
    }
    unanswered = [asked.id for asked in definition.page_questions if asked.id not in answered]
    if unanswered:
        yield Remark(
            "unmapped-page-question",
            "page_questions",
            f"no question of the form answers to {ids(unanswered)} of the page",
            values={"questions": ", ".join(unanswered)},
        )


def _bodies(definition: Definition) -> Iterator[Remark]:
    if not definition.bodies:
        yield Remark("no-bodies", "bodies", "nobody is invited, so nobody can be silent")
    seen: dict[str, str] = {}
    for group in definition.bodies:
        for member in group.members:
            name = member.name.casefold()
            if name in seen:
                yield Remark(
                    "invited-twice",
                    f"group {group.name!r}",
                    f"{member.name} is invited twice",
                    values={"name": member.name},
                )
            seen[name] = group.name
