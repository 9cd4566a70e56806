"""Who sits at the desk: signed in, with a role at some owner. Every desk view starts here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from innspill.interfaces.desk.refusals import in_words
from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.people import queries as people
from innspill.shared.people.models import Owner, User
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Desk:
    """The person at the desk and the owners whose hearings they see."""

    user: User
    owners: tuple[Owner, ...]
    _rights: dict[tuple[int | None, str], bool] = field(default_factory=dict, repr=False)
    """What was asked of them so far: a page asks often, and is for one request."""

    def may(self, owner_id: int | None, role: str) -> bool:
        """Whether this person has at least `role` at that owner."""
        if (owner_id, role) not in self._rights:
            self._rights[owner_id, role] = people.may(self.user, owner_id, role)
        return self._rights[owner_id, role]

    def hearing_or_404(self, slug: str) -> ConsultationShown:
        """A hearing of these owners. Raises Http404: others are not told that it exists."""
        found = consultations.shown_to(slug, self.owners)
        if found is None:
            raise Http404
        return found


def at_the_desk(
    view: Callable[Concatenate[HttpRequest, Desk, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Lets only members in; says in words what went wrong where an action refused."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        desk = _desk_of(request)
        try:
            return view(request, desk, *args, **kwargs)
        except NotAllowed as error:
            raise PermissionDenied from error
        except Conflict:
            sentence = gettext("Noen andre endret dette først. Ingenting ble overskrevet.")
            messages.error(request, sentence, extra_tags="warning")
        except BadInput as error:
            sentence = gettext("Det gikk ikke: %(reason)s") % {"reason": in_words(error)}
            messages.error(request, sentence, extra_tags="danger")
        return redirect(back(request))

    return guarded


def back(request: HttpRequest, otherwise: str = "") -> str:
    """The address that the form asked to come back to, where it is one of ours."""
    asked = request.POST.get("tilbake", "")
    if url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return otherwise or reverse("desk:front")


def _desk_of(request: HttpRequest) -> Desk:
    user = request.user
    owners = tuple(people.owners_of(user))
    if not isinstance(user, User) or not owners:
        raise PermissionDenied
    return Desk(user, owners)
