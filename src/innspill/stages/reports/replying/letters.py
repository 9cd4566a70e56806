"""A letter and its mail put together: what was frozen, with whom it is to and where more is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from innspill.shared.days import day_in_words
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.ids import slug as plain_name
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication
from innspill.stages.publication import replies
from innspill.stages.publication.core.replies import Reply, reply_from_json
from innspill.stages.reports.core.replying.letter import write_letter
from innspill.stages.reports.core.replying.mail import write_mail
from innspill.stages.reports.core.replying.said import Occasion
from innspill.stages.reports.letterhead import letterhead
from innspill.stages.reports.models import Reply as ReplyRow
from innspill.stages.reports.replying import again

OWN_PAGE = "/tilbakemelding/{token}/"
"""Where the portal shows a respondent their reply; a test holds it against the portal."""
FILE = {"nb": "svar-paa-innspill", "nn": "svar-paa-innspel", "en": "reply"}


@dataclass(frozen=True, slots=True)
class Made:
    """A letter as it goes out."""

    subject: str
    text: str
    pdf: bytes
    file: str
    """The name of the PDF."""


def made_of(row: ReplyRow, hearing: ConsultationShown, *, now: datetime) -> Made:
    """The letter that is frozen in a row, and its mail.

    The words of a response that it adheres to are left out where they are not public any more.
    """
    reply = reply_from_json(row.content)
    other = reply.adheres
    if other is not None and replies.digests_of(hearing.id).get(other.number) != other.sha256:
        reply = replace(reply, adheres=None)
    token = replies.page_token(hearing.id, row.number)
    return put_together(
        reply, hearing, language=row.language, name=row.name,
        post=row.post if row.way != "mail" else "", base=row.base, token=token, now=now,
        replaces=again.replaced_by(row),
    )  # fmt: skip


def put_together(
    reply: Reply, hearing: ConsultationShown, *, language: str, name: str, post: str, base: str,
    token: str, now: datetime, replaces: datetime | None = None,
) -> Made:  # fmt: skip
    """The letter with this content; `token` opens their own page, "" where there is none yet.

    `replaces` is when the letter went out that this one replaces.
    """
    here = zone(hearing.definition.timezone)
    occasion = Occasion(
        definition=hearing.definition, owner=hearing.owner, language=language, slug=hearing.slug,
        day=day_in_words(now.astimezone(here).date(), language), base=base.rstrip("/"),
        replaces=day_in_words(replaces.astimezone(here).date(), language) if replaces else "",
        has_result=publication.has_result(hearing.slug),
    )  # fmt: skip
    shown = publication.public_response(hearing.slug, reply.number)
    own = f"{occasion.base}{OWN_PAGE.format(token=token)}" if token and occasion.base else ""
    subject, text = write_mail(reply, occasion, own_page=own, is_published=shown is not None)
    pdf = write_letter(
        reply, occasion, name=name, post=post, is_published=shown is not None,
        response_language=(shown.response.language or "") if shown else "",
        letterhead=letterhead(),
    )  # fmt: skip
    return Made(subject[:300], text, pdf, f"{FILE[language]}-{plain_name(reply.reference)}.pdf")
