"""Claims and notes on what is being decided, from the forms that a target's page includes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk, back
from innspill.interfaces.desk.together_forms import NoteForm
from innspill.interfaces.desk.views.together.beside import claim_line
from innspill.pipeline import wiring
from innspill.stages.deciding import actions
from innspill.stages.deciding.core.values import Target

PART = "X-Innspill-Part"
_SCOPES = ("comment", "like", "theme")


@require_POST
@at_the_desk
def claim(request: HttpRequest, desk: Desk, slug: str, scope: str, key: str) -> HttpResponse:
    """Holds a claim longer, takes one over knowingly (`ta-over`), or lets go of it (`slipp`)."""
    hearing, target = desk.hearing_or_404(slug), _target_or_404(scope, key)
    now = wiring.clock().now()
    if "slipp" in request.POST:
        actions.release(hearing.id, [target], by=desk.user, now=now)
    else:
        over = "ta-over" in request.POST
        actions.claim(hearing.id, target, take_over=over, by=desk.user, now=now)
    if request.headers.get(PART):
        context = {
            "hearing": hearing,
            "beside_target": target,
            "claim": claim_line(desk, hearing, target, now),
            "may": True,
            "tilbake": back(request),
        }
        return render(request, "desk/together/claim.html", context)
    return redirect(back(request, reverse("desk:left", args=[slug])))


@require_POST
@at_the_desk
def note(request: HttpRequest, desk: Desk, slug: str, scope: str, key: str) -> HttpResponse:
    """Adds a note for colleagues; what was typed is not lost where it is refused."""
    hearing, target = desk.hearing_or_404(slug), _target_or_404(scope, key)
    form = NoteForm(request.POST)
    leads_back = back(request, reverse("desk:left", args=[slug]))
    if not form.is_valid():
        context = {
            "at": "hearing", "tab": "left", "desk": desk, "hearing": hearing, "form": form,
            "beside_target": target, "tilbake": leads_back,
        }  # fmt: skip
        return render(request, "desk/together/note.html", context, status=422)
    actions.write_note(
        hearing.id, target, form.cleaned_data["text"], by=desk.user, now=wiring.clock().now()
    )
    messages.success(request, gettext("Notatet er lagret. Bare kolleger ser det."))
    return redirect(leads_back)


def _target_or_404(scope: str, key: str) -> Target:
    if scope not in _SCOPES or len(key) > 64:
        raise Http404
    return Target(scope, key)  # type: ignore[arg-type]
