"""What respondents were told became of their points: for who holds the receipt or the letter's link.

As `queries`, the portal may read it; but it is behind the wall, and no address lists it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import replace

from django.conf import settings

from innspill.stages.publication.core.replies import ReplyShown, reply_from_json
from innspill.stages.publication.models import GivenReply, Rendition


def token_of(salt: str) -> str:
    """The token that opens the reply with this salt; nobody makes it without our secret."""
    mac = hmac.new(settings.SECRET_KEY.encode(), f"reply {salt}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac.digest()).rstrip(b"=").decode()


def key_of(token: str) -> str:
    """What a token is kept as."""
    return hashlib.sha256(token.encode()).hexdigest()


def opened(token: str) -> ReplyShown | None:
    """The reply that the link of a letter opens, as it was given last; None where there is none."""
    row = GivenReply.objects.filter(key=key_of(token)).first()
    return given_to(row.consultation_id, row.number) if row else None


def given_to(consultation_id: int, number: int) -> ReplyShown | None:
    """What the respondent of one response was told; None where nothing was yet."""
    rows = GivenReply.objects.filter(consultation=consultation_id, number=number)
    last = list(rows.select_related("consultation").order_by("-turn")[:2])
    return _shown(*last) if last else None


def page_token(consultation_id: int, number: int) -> str:
    """The token of a respondent's page, for their letter alone; "" where there is no such page."""
    rows = GivenReply.objects.filter(consultation=consultation_id, number=number)
    salt = rows.order_by("-turn").values_list("salt", flat=True).first()
    return token_of(salt) if salt else ""


def digests_of(consultation_id: int) -> dict[int, str]:
    """Of each public copy of one hearing its digest: what a reply that quotes it holds on to."""
    rows = Rendition.objects.filter(consultation=consultation_id, replaced_at=None)
    return dict(rows.values_list("number", "sha256"))


def _shown(row: GivenReply, before: GivenReply | None = None) -> ReplyShown:
    reply, public = reply_from_json(row.content), digests_of(row.consultation_id)
    other = reply.adheres
    is_gone = other is not None and public.get(other.number) != other.sha256
    if other is not None and is_gone:
        reply = replace(reply, adheres=replace(other, points=()))
    return ReplyShown(
        slug=row.consultation.slug,
        language=row.language,
        reply=reply,
        at=row.at,
        page=reply.number in public,
        before=before.at if before else None,
        adhered_is_gone=is_gone,
    )
