"""Comments given to colleagues and other units: the assignments, and the forms that make and change them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.together_forms import AddressForm, AssignForm, AssignmentForm
from innspill.interfaces.desk.views.together.shared_work import SharedWork
from innspill.shared.people import actions as people_actions
from innspill.shared.people import queries as people
from innspill.shared.post import queries as post
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding

_ASKED = ("sted", "gruppe", "holdning", "sok")
"""What the address of a list of comments has under the same names."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def assignments(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Who has what and what is left of it; the form that gives comments away."""
    shared = SharedWork(desk, slug)
    form = AssignForm(
        request.POST if request.method == "POST" else None,
        colleagues=shared.colleagues,
        definition=shared.hearing.definition,
        themes=shared.themes,
        today=shared.today,
        initial=_initial(request),
    )
    if form.is_bound and form.is_valid():
        made = actions.assign(
            shared.hearing.id, form.filters, **form.given, by=desk.user, now=shared.now
        )
        said = ngettext("%(count)d del er fordelt.", "%(count)d deler er fordelt.", len(made))
        messages.success(request, said % {"count": len(made)})
        return redirect("desk:assignments", slug)
    return _page(request, shared, form)


def _initial(request: HttpRequest) -> dict[str, object]:
    """What a list of comments was filtered by, when one comes from there."""
    found: dict[str, object] = {name: request.GET.get(name, "") for name in _ASKED}
    found |= {name: request.GET.getlist(name) for name in ("tema", "sporsmal")}
    found["forslag"] = "forslag" in request.GET.getlist("vis")
    return found


def _page(request: HttpRequest, shared: SharedWork, form: AssignForm) -> HttpResponse:
    slug, owners = shared.hearing.slug, shared.desk.owners
    assignments = [shared.line(assignment) for assignment in shared.work.assignments]
    ended = [
        assignment for assignment in deciding.assignments_of(slug, owners) if assignment.ended_at
    ]
    context = shared.context("assignments") | {
        "assignments": sorted(
            assignments,
            key=lambda line: (not line.overdue, line.assignment.to if line.assignment else ""),
        ),
        "ended": [(assignment, shared.named(assignment)) for assignment in ended],
        "second_reader": shared.work.rules.second_reader,
        "form": form,
        "address": shared.desk.user.email,
        "address_form": AddressForm(initial={"epost": shared.desk.user.email}),
        "mails": post.is_set_up(),
    }
    return render(
        request, "desk/together/assignments.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def assignment(request: HttpRequest, desk: Desk, slug: str, assignment_id: int) -> HttpResponse:
    """One assignment: to whom, by when, with a note."""
    shared = SharedWork(desk, slug)
    assignment = deciding.assignment(slug, desk.owners, assignment_id)
    if assignment is None:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = AssignmentForm.of(assignment, posted, colleagues=shared.colleagues, today=shared.today)
    if form.is_bound and form.is_valid():
        actions.change_assignment(assignment.id, **form.given, by=desk.user, now=shared.now)
        messages.success(request, gettext("Fordelingen er lagret."))
        return redirect("desk:assignments", slug)
    context = shared.context("assignments") | {
        "assignment": assignment,
        "name": shared.named(assignment),
        "form": form,
    }
    return render(
        request, "desk/together/assignment.html", context, status=422 if form.is_bound else 200
    )


@require_POST
@at_the_desk
def end(request: HttpRequest, desk: Desk, slug: str, assignment_id: int) -> HttpResponse:
    """Takes an assignment back; what was decided stands."""
    desk.hearing_or_404(slug)
    if deciding.assignment(slug, desk.owners, assignment_id) is None:
        raise Http404
    actions.end_assignment(assignment_id, by=desk.user, now=SharedWork(desk, slug).now)
    messages.success(request, gettext("Fordelingen er avsluttet. Det som er vurdert, står."))
    return redirect("desk:assignments", slug)


@require_POST
@at_the_desk
def own_address(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Where one is reminded oneself."""
    shared = SharedWork(desk, slug)
    people.require(desk.user, shared.hearing.owner_id, people.Role.CASEWORKER)
    form = AddressForm(request.POST)
    if not form.is_valid():
        context = shared.context("assignments") | {"form": form}
        return render(request, "desk/together/address.html", context, status=422)
    people_actions.set_email(desk.user, form.cleaned_data["epost"], now=shared.now)
    messages.success(request, gettext("E-postadressen din er lagret."))
    return redirect("desk:assignments", slug)
