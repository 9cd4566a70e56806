"""The mail that the letter goes with. Plain text: no point is quoted in it."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.publication.core.replies import Reply
from innspill.stages.reports.core.replying.said import (
    Occasion,
    adherence,
    contact_of,
    first_words,
    further,
    in_short,
)
from innspill.stages.reports.core.replying.words import reply_words_in


def write_mail(
    reply: Reply, occasion: Occasion, *, own_page: str = "", is_published: bool = True
) -> tuple[str, str]:
    """Subject and text. `own_page` is the address that shows them the same as the letter."""
    words = reply_words_in(occasion.language)
    parts = list(_parts(reply, occasion, own_page, is_published=is_published))
    subject = words.subject_again if occasion.replaces else words.subject
    return subject.format(title=occasion.title), "\n\n".join(parts) + "\n"


def _parts(reply: Reply, occasion: Occasion, own_page: str, *, is_published: bool) -> Iterator[str]:
    words, language = reply_words_in(occasion.language), occasion.language
    yield f"{occasion.title}\n{words.case} {occasion.definition.case_number} · {words.reference} {reply.reference}"
    yield from first_words(reply, occasion)
    counted = in_short(reply.points, language)
    if counted:
        yield "\n".join((words.in_short, *(f"- {line}" for line in counted)))
    told = adherence(reply, language)
    if told:
        yield told.rstrip(":") + ("." if told.endswith(":") else "")
    if reply.points or reply.adheres:
        yield words.enclosed
    if own_page:
        yield f"{words.own_page}\n{own_page}"
    links = [
        f"{what}:\n{address}"
        for what, address in further(reply, occasion, is_published=is_published)
    ]
    yield from links
    contact = contact_of(occasion)
    if contact:
        yield f"{words.questions}: {contact}"
    yield words.regards.format(owner=occasion.owner)
