"""Pages of the public ask the database through the wall; the few that show one's own are named.

The door to what is behind it is `beyond_the_wall`: for whoever hands something in or holds the
secret address, the cookie or the receipt of what they handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from innspill.shared import public_side

Answerer = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponse]
PUBLIC = ("innspill.interfaces.portal.", "innspill.interfaces.api.")
_OWN = "shows_ones_own"
_RAISED = "innspill_wall"


def beyond_the_wall(view: View) -> View:
    """Marks a view of the portal that takes something in, or shows somebody what is theirs."""
    setattr(view, _OWN, True)
    return view


def is_public(view: View) -> bool:
    """Whether a view answers the public, and so asks through the wall."""
    return view.__module__.startswith(PUBLIC) and not getattr(view, _OWN, False)


class PublicPages:
    """The innermost middleware: what the others keep (who is signed in) is asked for outside."""

    def __init__(self, get_response: Answerer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers, through the wall where the view is the public's; error pages too.

        No cache shows a page without asking.
        """
        with ExitStack() as raised:
            setattr(request, _RAISED, raised)
            response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            # A cache that is told nothing may keep a page for as long as it likes, and what was
            # withdrawn with it: so it has to ask each time.
            response["Cache-Control"] = "no-cache"
        return response

    def process_view(
        self, request: HttpRequest, view: View, _args: Any, _named: Any
    ) -> HttpResponse | None:
        """Raises the wall, when it is known who asks: the page's head tells it."""
        if is_public(view):
            if settings.SESSION_COOKIE_NAME in request.COOKIES:
                bool(request.user.is_authenticated)
            getattr(request, _RAISED).enter_context(public_side.reading())
        return None
