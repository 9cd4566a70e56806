"""Public pages are kept as long as nothing is written down: many read the same ones.

Every change that the public may see writes a line of the journal in its own transaction, so a page
that was made when the journal had this length is the page still. A withdrawal is a line: no kept
page outlives it. What changes without a line ends a page too: a deadline, which is a midnight
somewhere, and so the beginning of a quarter of an hour; and what follows behind (the search, files
that are being built), for which a page is made anew when it is a minute old. Each process of the
server keeps its own pages, and asks for the length each time.

What many pages are made of (a hearing, its questions as they stand on the page) is kept beside
them and as long: `once` and `kept_part` give it to pages that are made for anybody.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal

View = Callable[..., HttpResponse]
Asked = ParamSpec("Asked")
Made = TypeVar("Made")
OLDEST = timedelta(minutes=1)
MOST_BYTES = 32_000_000
"""What one process keeps; the pages that were asked for longest ago go first."""
MOST_PARTS = 1_000
"""Parts of pages that one process keeps: a hearing has about ten in each language."""
_FOR_ONE_ALONE = b"csrfmiddlewaretoken"


@dataclass(frozen=True, slots=True)
class State:
    """What a page is made from: how many lines the journal has, and the time."""

    lines: int
    now: datetime

    @classmethod
    def read(cls) -> State:
        """The state at this moment, as this connection sees it."""
        return cls(journal.line_count(), wiring.clock().now())

    def still_holds(self, made: State) -> bool:
        """Whether what was made from that state is what would be made from this one."""
        return (
            self.lines == made.lines
            and timedelta(0) <= self.now - made.now < OLDEST
            and _quarter(self.now) == _quarter(made.now)
        )


@dataclass(frozen=True, slots=True)
class _Page:
    made: State
    content: bytes
    headers: dict[str, str]


class KeptPages:
    """Pages and parts of pages by what was asked, each with the state that it was made from."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_parts: int = MOST_PARTS) -> None:
        self._most, self._most_parts = most_bytes, most_parts
        self._lock = threading.Lock()
        self.empty()

    def empty(self) -> None:
        """Keeps nothing any more."""
        self._pages: OrderedDict[tuple[str, ...], _Page] = OrderedDict()
        self._bytes = 0
        self._parts: OrderedDict[tuple[object, ...], tuple[State, object]] = OrderedDict()

    def get(self, state: State, asked: tuple[str, ...]) -> HttpResponse | None:
        """The page that was made for this, where it is the page still."""
        with self._lock:
            page = self._pages.get(asked)
            if page is None or not state.still_holds(page.made):
                return None
            self._pages.move_to_end(asked)
        return HttpResponse(page.content, headers=page.headers)

    def keep(self, state: State, asked: tuple[str, ...], page: HttpResponse) -> None:
        """Keeps a page that is the same for everybody."""
        if page.status_code != 200 or page.streaming or page.cookies:
            return
        if _FOR_ONE_ALONE in page.content:
            return
        with self._lock:
            self._let_go(self._pages.pop(asked, None))
            self._pages[asked] = _Page(state, page.content, dict(page.headers))
            self._bytes += len(page.content)
            while self._bytes > self._most:
                self._let_go(self._pages.popitem(last=False)[1])

    def _let_go(self, page: _Page | None) -> None:
        self._bytes -= len(page.content) if page else 0

    def part(self, state: State, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made for this and holds still, or is made now. Raises what `make` raises."""
        with self._lock:
            found = self._parts.get(key)
            if found is not None and state.still_holds(found[0]):
                self._parts.move_to_end(key)
                return cast("Made", found[1])
        made = make()
        with self._lock:
            self._parts[key] = (state, made)
            self._parts.move_to_end(key)
            if len(self._parts) > self._most_parts:
                self._parts.popitem(last=False)
        return made


def _quarter(now: datetime) -> datetime:
    """The beginning of its quarter of an hour: midnights of all time zones are such beginnings."""
    return now.replace(minute=now.minute - now.minute % 15, second=0, microsecond=0)


KEPT = KeptPages()
_made_from: ContextVar[State | None] = ContextVar("state_of_the_page_being_made", default=None)


def kept(view: View) -> View:
    """A view of the portal whose page is the same for everybody who is not signed in."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if not _is_anybody(request):
            return view(request, *args, **named)
        state, asked = State.read(), _asked(request)
        page = KEPT.get(state, asked)
        if page is None:
            token = _made_from.set(state)
            try:
                page = view(request, *args, **named)
            finally:
                _made_from.reset(token)
            KEPT.keep(state, asked, page)
        patch_vary_headers(page, ["Cookie"])  # who is signed in gets another one
        return page

    return answer


def once(ask: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """A question whose answer is the same for all pages of one language that are made for anybody.

    Its arguments, by position and hashable, are all that the answer hangs on.
    """

    @wraps(ask)
    def answer(*args: Asked.args, **named: Asked.kwargs) -> Made:
        return kept_part((ask.__module__, ask.__qualname__, *args), lambda: ask(*args, **named))

    return answer


def kept_part(key: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """A part of pages in the language that is spoken; made anew for a page that is not kept."""
    state = _made_from.get()
    return make() if state is None else KEPT.part(state, (*key, get_language()), make)


def _is_anybody(request: HttpRequest) -> bool:
    """Whether nothing in the request tells who asks: the page's head would show it."""
    return request.method == "GET" and not (
        request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    )


def _asked(request: HttpRequest) -> tuple[str, ...]:
    return (
        request.scheme or "", request.get_host(), request.get_full_path(), get_language() or "",
    )  # fmt: skip
