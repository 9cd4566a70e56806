"""How the sender wishes a response to be published, as the desk was told it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.publishing_forms import WishForm
from innspill.interfaces.desk.views.marking import looked_at_or_404, page
from innspill.pipeline import wiring
from innspill.stages.publication import actions


@require_POST
@at_the_desk
def say(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A caseworker notes the sender's wish; what is on show follows at once."""
    looked = looked_at_or_404(desk, slug, number)
    form = WishForm(request.POST)
    if not form.is_valid():
        return page(request, desk, looked, wish=form)
    given = form.cleaned_data
    actions.say_wish(
        looked.publication.response.id, given["wish"], reason=given["reason"],
        state=request.POST.get("state", ""), by=desk.user, now=wiring.clock().now(),
    )  # fmt: skip
    messages.success(request, gettext("Lagret. Det gjelder fra nå av, overalt der svaret vises."))
    return redirect(f"{reverse('desk:publishing-response', args=[slug, number])}#onske")
