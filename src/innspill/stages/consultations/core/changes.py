"""What has changed from one edition of a hearing to the next, as a reader would say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from innspill.stages.consultations.core.change_parts import (
    LANGUAGES,
    Change,
    Said,
    compared,
    listed_parts,
)
from innspill.stages.consultations.core.change_questions import forbidden_in_questions, questions
from innspill.stages.consultations.core.definition import (
    Contact,
    Definition,
    Event,
    Group,
    Language,
    Paper,
    Text,
)

__all__ = ["Change", "Said", "changes", "forbidden"]


def changes(before: Definition, after: Definition) -> tuple[Change, ...]:
    """What `after` says otherwise than `before`, in the order that a reader asks: dates first.

    Each change has its kind (a code), its place (the id of the question, paper or chapter, or
    "" where the kind says it), and what was and is said there. A text that was only given in one
    more language is no change of wording: the language is told once.
    """
    return (
        *_dates(before, after),
        *_terms(before, after),
        *questions(before, after),
        *_page(before, after),
        *_papers(before, after),
        *_events(before, after),
        *_bodies(before, after),
        *_explanations(before, after),
        *_languages(before, after),
    )


def forbidden(before: Definition, after: Definition) -> tuple[Change, ...]:
    """What may not change once somebody may have answered, since answers would lose their meaning.

    That is: a question or choice removed, renumbered or of another kind; several ticks no longer
    allowed; another case number or owner; and responses published that were not to be.
    """
    found = list(forbidden_in_questions(before, after))
    for kind, name in (("case-number", "case_number"), ("owner", "owner")):
        found += compared(kind, "", getattr(before, name), getattr(after, name))
    if before.published == "none" and after.published == "all":
        found.append(Change("publication", "", before.published, after.published))
    return tuple(found)


def _dates(before: Definition, after: Definition) -> Iterator[Change]:
    for kind, name in (
        ("deadline", "deadline"),
        ("opening", "opens"),
        ("assessment-date", "assessment_from"),
        ("finish-date", "finishes"),
    ):
        old, new = getattr(before, name), getattr(after, name)
        yield from compared(kind, "", old and old.isoformat(), new and new.isoformat())
    yield from compared("short-reason", "", before.short_reason, after.short_reason)


def _terms(before: Definition, after: Definition) -> Iterator[Change]:
    """The terms that people answer on."""
    yield from compared("late-policy", "", _late(before), _late(after))
    yield from compared("one-response", "", before.one_response_per, after.one_response_per)
    yield from compared("publication", "", before.published, after.published)
    yield from compared("submit-email", "", before.submit_email, after.submit_email)
    yield from compared("contact", "", _contact(before.contact), _contact(after.contact))


def _late(definition: Definition) -> str:
    late = definition.late
    return f"{late.policy}: {late.to}" if late.to else late.policy


def _contact(contact: Contact | None) -> str | None:
    if contact is None:
        return None
    return ", ".join(word for word in (contact.name, contact.title, contact.email) if word)


def _page(before: Definition, after: Definition) -> Iterator[Change]:
    yield from compared("title", "", before.title, after.title)
    yield from compared("summary", "", before.summary, after.summary)
    old = {_key(section.heading): section for section in before.sections}
    new = {_key(section.heading): section for section in after.sections}
    yield from listed_parts(
        "section",
        {key: section.heading for key, section in old.items()},
        {key: section.heading for key, section in new.items()},
    )
    for key in old.keys() & new.keys():
        yield from compared(
            "section-text", key, joined(old[key].paragraphs), joined(new[key].paragraphs)
        )
    for status in dict.fromkeys((*before.phases, *after.phases)):
        yield from compared(
            "phase-text", status, before.phases.get(status, {}), after.phases.get(status, {})
        )


def _key(text: Text) -> str:
    """What a part without an id is known by: its first text."""
    return next((text[language] for language in LANGUAGES if text.get(language)), "")


def joined(texts: tuple[Text, ...]) -> Text:
    """Paragraphs as one text by language, parted by empty lines."""
    languages = [one for one in LANGUAGES if any(text.get(one) for text in texts)]
    return {
        language: "\n\n".join(text[language] for text in texts if text.get(language))
        for language in languages
    }


def _papers(before: Definition, after: Definition) -> Iterator[Change]:
    old = {paper.id: paper for paper in before.papers}
    new = {paper.id: paper for paper in after.papers}
    yield from listed_parts("paper", _titles(old), _titles(new))
    for identity, paper in new.items():
        if identity in old:
            yield from _paper(old[identity], paper)


def _titles(papers: Mapping[str, Paper]) -> dict[str, Text]:
    return {identity: paper.title for identity, paper in papers.items()}


def _paper(before: Paper, after: Paper) -> Iterator[Change]:
    yield from compared("paper-title", after.id, before.title, after.title)
    old_files = {file.name: file for file in before.files}
    new_files = {file.name: file for file in after.files}
    yield from listed_parts(
        "paper-file", {name: name for name in old_files}, {name: name for name in new_files}
    )
    for name in [name for name in new_files if name in old_files]:
        if old_files[name].sha256 != new_files[name].sha256:
            yield Change("paper-file-replaced", after.id, name, name)
    old = {f"{chapter.kind} {chapter.id}": chapter for chapter in before.chapters}
    new = {f"{chapter.kind} {chapter.id}": chapter for chapter in after.chapters}
    yield from listed_parts(
        "chapter",
        {key: chapter.title for key, chapter in old.items()},
        {key: chapter.title for key, chapter in new.items()},
    )
    for key in [key for key in new if key in old]:
        yield from compared("chapter-title", key, old[key].title, new[key].title)
        yield from compared(
            "chapter-text", key, joined(old[key].passages), joined(new[key].passages)
        )


def _events(before: Definition, after: Definition) -> Iterator[Change]:
    old = {_event_key(event): event for event in before.events}
    new = {_event_key(event): event for event in after.events}
    yield from listed_parts("event", {key: key for key in old}, {key: key for key in new})
    for key in [key for key in new if key in old]:
        if old[key] != new[key]:
            yield Change("event-details", key, _details(old[key]), _details(new[key]))


def _event_key(event: Event) -> str:
    when = event.starts.isoformat(" ", "minutes") if event.starts else ""
    return " ".join(word for word in (_key(event.title) or event.kind, when) if word)


def _details(event: Event) -> str:
    links = [f"{_key(link.name)} {link.address}" for link in event.links]
    return "\n".join([*([event.place] if event.place else []), *map(_key, event.materials), *links])


def _bodies(before: Definition, after: Definition) -> Iterator[Change]:
    old, new = _invited(before.bodies), _invited(after.bodies)
    yield from listed_parts("body", {key: key for key in old}, {key: key for key in new})
    for name in [name for name in new if name in old]:
        yield from compared("body-group", name, old[name], new[name])
    yield from listed_parts(
        "target-group",
        {group.id: group.name for group in before.target_groups},
        {group.id: group.name for group in after.target_groups},
    )


def _invited(groups: tuple[Group, ...]) -> dict[str, str]:
    return {member.name: group.name for group in groups for member in group.members}


def _explanations(before: Definition, after: Definition) -> Iterator[Change]:
    old = {term.word: term.explanation for term in before.glossary}
    new = {term.word: term.explanation for term in after.glossary}
    yield from listed_parts("term", old, new)
    for word in [word for word in new if word in old]:
        yield from compared("term-reworded", word, old[word], new[word])


def _languages(before: Definition, after: Definition) -> Iterator[Change]:
    """The languages that the title or a question has now and had not before."""
    for language in LANGUAGES:
        if _has(after, language) and not _has(before, language):
            yield Change("language-added", "", None, language)


def _has(definition: Definition, language: Language) -> bool:
    texts = [definition.title, *(question.text for question in definition.questions)]
    return all(text.get(language) for text in texts)
