"""Public pages are kept as long as nothing is written down: many read the same ones.

Every change that the public may see writes a line of the journal in its own transaction, so a page
that was made when the journal had this length is the page still, at the latest until the minute
is over (deadlines, and the search that follows behind). A withdrawal is a line: no kept page
outlives it. Each process of the server keeps its own pages, and asks for the length each time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal

View = Callable[..., HttpResponse]
MOST_BYTES = 32_000_000
"""What one process keeps; the pages that were asked for longest ago go first."""
_FOR_ONE_ALONE = b"csrfmiddlewaretoken"


@dataclass(frozen=True, slots=True)
class State:
    """What a kept page was made from: the lines of the journal, and the minute."""

    lines: int
    minute: datetime

    @classmethod
    def now(cls) -> State:
        """The state at this moment, as this connection sees it."""
        minute = wiring.clock().now().replace(second=0, microsecond=0)
        return cls(journal.line_count(), minute)


class KeptPages:
    """Pages made from one state, by what was asked; another state begins with none."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._lock = threading.Lock()
        self.empty()

    def empty(self) -> None:
        """Keeps nothing any more."""
        self._state: State | None = None
        self._pages: OrderedDict[tuple[str, ...], tuple[bytes, dict[str, str]]] = OrderedDict()
        self._bytes = 0

    def get(self, state: State, asked: tuple[str, ...]) -> HttpResponse | None:
        """The page that was made for this from the very same state."""
        with self._lock:
            if state != self._state or asked not in self._pages:
                return None
            self._pages.move_to_end(asked)
            content, headers = self._pages[asked]
        return HttpResponse(content, headers=headers)

    def keep(self, state: State, asked: tuple[str, ...], page: HttpResponse) -> None:
        """Keeps a page that is the same for everybody."""
        if page.status_code != 200 or page.streaming or page.cookies:
            return
        if _FOR_ONE_ALONE in page.content:
            return
        with self._lock:
            if state != self._state:
                self.empty()
                self._state = state
            if asked not in self._pages:
                self._bytes += len(page.content)
            self._pages[asked] = (page.content, dict(page.headers))
            while self._bytes > self._most:
                _, (content, _headers) = self._pages.popitem(last=False)
                self._bytes -= len(content)


KEPT = KeptPages()


def kept(view: View) -> View:
    """A view of the portal whose page is the same for everybody who is not signed in."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if not _is_anybody(request):
            return view(request, *args, **named)
        state, asked = State.now(), _asked(request)
        page = KEPT.get(state, asked)
        if page is None:
            page = view(request, *args, **named)
            KEPT.keep(state, asked, page)
        patch_vary_headers(page, ["Cookie"])  # who is signed in gets another one
        return page

    return answer


def _is_anybody(request: HttpRequest) -> bool:
    """Whether nothing in the request tells who asks: the page's head would show it."""
    return request.method == "GET" and not (
        request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    )


def _asked(request: HttpRequest) -> tuple[str, ...]:
    return (
        request.scheme or "", request.get_host(), request.get_full_path(), get_language() or "",
    )  # fmt: skip
