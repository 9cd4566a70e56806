"""The door to a draft: who holds its link, and what that link lets them do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from innspill.interfaces.portal import refusals
from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.views.hearing import takes_responses
from innspill.interfaces.ui.wall import beyond_the_wall
from innspill.pipeline import wiring
from innspill.shared.errors import BadLink
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import queries as drafting
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.core.steps import Step, steps_of
from innspill.stages.drafting.queries import DraftShown, Role

P = ParamSpec("P")
NAME = "navn"
"""The cookie that keeps what a colleague said they are called, for this draft only."""
EVERYBODY: tuple[Role, ...] = ("owner", "editor", "commenter")
WRITERS: tuple[Role, ...] = ("owner", "editor")
OWNER: tuple[Role, ...] = ("owner",)


@dataclass(frozen=True, slots=True)
class At:
    """An open draft: the link it came by, what it may do, and where the hearing stands."""

    token: str
    role: Role
    draft: DraftShown
    steps: tuple[Step, ...]
    deadline: Deadline
    name: str

    @property
    def hearing(self) -> ConsultationShown:
        """The hearing that the draft answers."""
        return self.draft.hearing

    @property
    def definition(self) -> Definition:
        """What the hearing asks."""
        return self.draft.hearing.definition

    @property
    def takes_responses(self) -> bool:
        """Whether the hearing still takes responses, late ones too."""
        return takes_responses(self.hearing, self.deadline)

    @property
    def may_write(self) -> bool:
        """Whether answers may be changed: by this link, and at this time.

        What was handed in may be changed until the deadline; what was not, also after it.
        """
        state = self.draft.state
        in_time = self.deadline.is_open or state == "open"
        return self.role in WRITERS and self.takes_responses and in_time and state != "taken-back"

    @property
    def is_owner(self) -> bool:
        """Whether this link may hand in, take back and share."""
        return self.role == "owner"

    @property
    def may_hand_in(self) -> bool:
        """Whether this link may hand in now. Too late is never a reason: the register marks it."""
        return self.is_owner and self.takes_responses and self.draft.state != "taken-back"

    @property
    def by(self) -> str:
        """The name to write beside a change."""
        return self.name or (self.draft.about.contact if self.role == "owner" else "")

    @property
    def needs_name(self) -> bool:
        """Whether a colleague has not said yet what they are called."""
        return self.role != "owner" and not self.name


FROM_REVIEW = "se-over"
"""What the address of a step says (`fra`) where one came from the review, to go back there."""
Page = Callable[Concatenate[HttpRequest, At, P], HttpResponse]


def at_the_draft(
    roles: tuple[Role, ...] = EVERYBODY,
) -> Callable[[Page[P]], Callable[Concatenate[HttpRequest, P], HttpResponse]]:
    """Opens the draft that the address names, for those whose link has one of `roles`.

    Its pages need no token against forged requests: a forger does not know the address, and
    nothing else (no cookie) opens a draft. So a page that stood open for days can still be sent.
    """

    def over(view: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @beyond_the_wall
        @never_cache
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            token = str(kwargs.pop("token", ""))
            try:
                at = opened(request, token)
            except BadLink as error:
                return render(
                    request,
                    "portal/draft/no_such_link.html",
                    {"error": error},
                    status=410 if error.reason == "withdrawn" else 404,
                )
            if at.role not in roles:
                raise PermissionDenied
            try:
                _ = request.POST
            except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
                return render(request, "portal/draft/too_big.html", {"at_draft": at}, status=413)
            try:
                response = view(request, at, *args, **kwargs)
            except Refused as error:
                if error.code == "too-long" and "field" not in error.values:
                    # Back in the browser everything typed is still there; a new page would lose it.
                    return render(
                        request, "portal/draft/too_big.html", {"at_draft": at}, status=413
                    )
                messages.error(request, refusals.sentence(error), extra_tags="danger")
                response = redirect("portal:draft-overview", token)
            response["X-Robots-Tag"] = "noindex, nofollow"
            return response

        return guarded

    return over


def opened(request: HttpRequest, token: str) -> At:
    """The draft behind a link. Raises BadLink where the link is not one of ours."""
    found = drafting.opened(token)
    draft = found.draft
    own = consultations.deadline_for(draft.hearing.id, draft.body_id) if draft.body_id else None
    deadline = Deadline.of(draft.hearing, wiring.clock().now(), own)
    name = request.get_signed_cookie(f"{NAME}-{draft.id}", default="") or ""
    return At(token, found.role, draft, steps_of(draft.hearing.definition), deadline, name)


def here_of(request: HttpRequest, address: str) -> str:
    """`address`, with the way back to the review where one came from there."""
    is_from_review = request.GET.get("fra") == FROM_REVIEW
    return f"{address}?fra={FROM_REVIEW}" if is_from_review else address


def keep_name(response: HttpResponse, at: At, name: str) -> None:
    """Remembers what a colleague is called, in this browser and for this draft."""
    response.set_signed_cookie(
        f"{NAME}-{at.draft.id}", name[:120], max_age=60 * 24 * 3600, httponly=True,
        samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def show(
    request: HttpRequest, at: At, template: str, context: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """A page of the draft, with what all of them need."""
    everything = {
        "at_draft": at, "draft": at.draft, "token": at.token, "hearing": at.hearing,
        "definition": at.definition, "deadline": at.deadline,
        "from_review": request.GET.get("fra") == FROM_REVIEW,
        **(context or {}),
    }  # fmt: skip
    return render(request, template, everything, status=status)
