"""Subscribing to a hearing by mail: asking, confirming, and leaving with one click."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.wall import beyond_the_wall
from innspill.pipeline import telling, wiring
from innspill.shared.errors import BadInput
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication.subscribing import actions, queries

_WRONG = _("E-post: skriv adressen som navn@domene.no.")


class SubscribeForm(Dressed):
    """Where to write."""

    email = forms.EmailField(
        label=_("E-post"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _WRONG, "invalid": _WRONG, "max_length": _WRONG},
    )


@beyond_the_wall
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; after it the same page for everybody, whether we know the address or not."""
    hearing = hearing_or_404(slug)
    if not telling.is_offered() or hearing.status == "draft":
        raise Http404
    form = SubscribeForm(request.POST) if request.method == "POST" else SubscribeForm()
    if form.is_bound and form.is_valid():
        try:
            actions.ask(
                hearing.id,
                form.cleaned_data["email"],
                language=active(),
                now=wiring.clock().now(),
            )
        except BadInput:
            form.add_error("email", str(_WRONG))
        else:
            return redirect("portal:subscribe-asked", slug=slug)
    status = 422 if form.is_bound else 200
    context = {"hearing": hearing, "form": form}
    return render(request, "portal/subscribe.html", context, status=status)


@require_safe
def asked(request: HttpRequest, slug: str) -> HttpResponse:
    """That a mail is on its way, if the address can get one."""
    hearing = hearing_or_404(slug)
    return render(request, "portal/subscribe.html", {"hearing": hearing, "asked": True})


@beyond_the_wall
@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link of a mail leads. Looking changes nothing: mail programs open links by themselves."""
    if request.method == "POST":
        actions.confirm(token, now=wiring.clock().now())
        return _unindexed(redirect("portal:subscription", token=token))
    return _page(request, token)


@beyond_the_wall
@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Leaves at once, by a button or by a mail program's own (RFC 8058), without signing in."""
    if request.method == "POST":
        page = _page(request, token, left=True)
        actions.leave(token, now=wiring.clock().now())
        return page
    return _page(request, token)


def _page(request: HttpRequest, token: str, *, left: bool = False) -> HttpResponse:
    found = queries.opened(token) if len(token) < 100 else None
    hearing = consultations.by_id(found.consultation_id) if found else None
    context = {"found": found, "token": token, "of": hearing, "left": left}
    return _unindexed(render(request, "portal/subscription.html", context))


def _unindexed(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
