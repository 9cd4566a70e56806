"""The pages that are one form: about, contact, period and glossary; and the overview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.setup_forms.about import AboutForm, ContactForm
from innspill.interfaces.desk.setup_forms.glossary import GlossaryForm
from innspill.interfaces.desk.setup_forms.period import PeriodForm
from innspill.interfaces.desk.views.setup.editing import context, edit, edited_or_404
from innspill.stages.consultations.core.periods import advice, length_of
from innspill.stages.consultations.queries import Edited


@require_safe
@at_the_desk
def overview(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Where the set-up stands: each page with what is missing there."""
    edited = edited_or_404(desk, slug)
    return render(request, "desk/setup/overview.html", context(desk, edited, "overview"))


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def about(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Title, summary, sections and target groups."""
    return edit(request, desk, slug, AboutForm, tab="about", template="desk/setup/about.html")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def contact(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Who answers questions, and meetings."""
    return edit(request, desk, slug, ContactForm, tab="contact", template="desk/setup/contact.html")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def period(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Dates and rules, with advice on the deadline."""
    return edit(
        request,
        desk,
        slug,
        PeriodForm,
        tab="period",
        template="desk/setup/period.html",
        more=_advice,
    )


def _advice(edited: Edited) -> Mapping[str, Any]:
    definition = edited.definition
    opens, deadline = definition.opens, definition.deadline
    length = length_of(definition.rule, opens, deadline) if opens and deadline else ""
    return {"advice": advice(definition), "length": length}


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def glossary(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Words that are explained."""
    return edit(
        request, desk, slug, GlossaryForm, tab="glossary", template="desk/setup/glossary.html"
    )
