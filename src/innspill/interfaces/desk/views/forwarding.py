"""Late responses of a hearing that sends them on: which went where, and sending the rest."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.ui.forms import Dressed
from innspill.pipeline import wiring
from innspill.shared.post import queries as post
from innspill.stages.handover import actions as handover_actions
from innspill.stages.handover import queries as handover
from innspill.stages.handover.queries import Forwarded


class ForwardForm(Dressed):
    """Where late responses are sent, and which of them."""

    to = forms.EmailField(
        label=_("Sendes til"),
        max_length=320,
        error_messages={
            "required": _("Sendes til: skriv e-postadressen til mottakeren."),
            "invalid": _("Sendes til: skriv en hel adresse, for eksempel postmottak@dep.no."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    responses = forms.MultipleChoiceField(
        label=_("Svar"), error_messages={"required": _("Svar: kryss av for minst ett svar.")}
    )

    def __init__(self, data: Any = None, *, waiting: list[Forwarded], to: str = "") -> None:
        super().__init__(data, initial={"to": to})
        field = self.fields["responses"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(str(one.response.id), one.response.reference) for one in waiting]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def forwarding(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The late responses, and a form that sends on those that were not."""
    shown = desk.hearing_or_404(slug)
    if shown.definition.late.policy != "forward":
        raise Http404
    now = wiring.clock().now()
    rows = handover.late_responses(slug, desk.owners, now)
    waiting = [row for row in rows if row.at is None]
    before = next((row.to for row in reversed(rows) if row.to), "")
    form = ForwardForm(request.POST or None, waiting=waiting, to=before)
    if request.method == "POST" and form.is_valid():
        count = handover_actions.forward(
            slug,
            [int(one) for one in form.cleaned_data["responses"]],
            to=form.cleaned_data["to"],
            by=desk.user,
            now=now,
            store=wiring.store(),
        )
        said = ngettext(
            "%(count)d svar er lagt i kø for å sendes videre.",
            "%(count)d svar er lagt i kø for å sendes videre.",
            count,
        )
        messages.success(request, said % {"count": count})
        return redirect("desk:forwarding", slug=slug)
    context = {
        "at": "hearing", "desk": desk, "hearing": shown, "rows": rows, "waiting": waiting,
        "form": form, "may": desk.may(shown.owner_id, "lead"), "mail_is_set_up": post.is_set_up(),
        "chosen": request.POST.getlist("responses") if form.is_bound else None,
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/forwarding.html", context, status=status)
