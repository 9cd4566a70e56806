"""Answers made of all that is public of a hearing: never of two moments, never of an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import IO

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from innspill.interfaces.api.answering import Moved, when_changed
from innspill.interfaces.api.rows import pieces
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import open_data as public

TRIES = 3
"""How often an answer is made anew where what is public changed meanwhile."""
Make = Callable[[], HttpResponse]


def when_public_changed(
    request: HttpRequest, shown: ConsultationShown, make: Make, *, whole: bool, more: str = ""
) -> HttpResponse:
    """The answer made of a hearing's public copies, or 304; `more` is what else it is made of.

    A `whole` answer takes time: it is made anew where something came or went meanwhile, so that
    what was withdrawn is not in it. Raises Moved where that happens again and again.
    """
    for _ in range(TRIES):
        state, changed_at = _state(shown)
        response = when_changed(request, state + more, make, changed_at=changed_at)
        if not whole or response.status_code == 304 or _state(shown)[0] == state:
            return response
    raise Moved


def taken_home(file: IO[bytes], name: str, media_type: str) -> HttpResponse:
    """A file that was made, sent piece by piece."""
    size = file.tell()
    response = StreamingHttpResponse(pieces(file), content_type=media_type)
    response["Content-Length"] = str(size)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response  # type: ignore[return-value]


def _state(shown: ConsultationShown) -> tuple[str, datetime | None]:
    state = public.state_of(shown.slug)
    changes = (state.changed_at, consultations.edited_at(shown.slug))
    latest = max((at for at in changes if at is not None), default=None)
    return f"{state.digest} {shown.definition.model_dump_json()}", latest
