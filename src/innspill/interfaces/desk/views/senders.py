"""Who sent what: the responses whose sender nobody is sure of, settled one after another."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.sender_forms import NAMELESS, OtherSenderForm
from innspill.pipeline import following, wiring
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake import queries as intake
from innspill.stages.intake.queries import DeliveryShown
from innspill.stages.reading import queries as reading
from innspill.stages.reading.core.values import Block
from innspill.stages.register import queries as register
from innspill.stages.register.core.candidates import Candidate
from innspill.stages.register.core.values import SenderKind
from innspill.stages.register.queries import ResponseRow

TOP, END = 14, 8
"""How many paragraphs of a document are shown of its beginning and of its end."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a person looks at to tell who sent it: the ends of the document, and the mail's head."""

    top: tuple[Block, ...]
    end: tuple[Block, ...]
    mail: tuple[tuple[str, str], ...]
    """Its From, To and Subject, as codes and text."""


@require_safe
@at_the_desk
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The responses whose sender nobody is sure of, in order of receipt."""
    rows = register.unsure(desk.owners)
    hearings = {row.slug: row for row in consultations.listed_for(desk.owners)}
    shown = [(row, hearings.get(row.consultation_slug)) for row in rows]
    context = {"at": "flags", "desk": desk, "rows": shown, "last": _last(request, desk)}
    return render(request, "desk/senders.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def settle(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """One response: what tells who sent it, and a button for each who may have."""
    row = register.response(slug, number, desk.owners)
    if row is None:
        raise Http404
    found = register.candidates(row.id, wiring.units())
    asked = request.POST if request.method == "POST" else None
    form = OtherSenderForm(asked if asked and "annet" in asked else None, candidates=found)
    if asked is not None:
        chosen = _chosen(asked.get("kandidat"), found)
        if chosen is not None:
            return _settle(desk, row, [chosen])
        if "uten-navn" in asked:
            return _settle(desk, row, [_named(NAMELESS, "person")])
        if form.is_bound and form.is_valid():
            numbers = {each.name: each.number for each in found}
            senders = [_named(each, form.kind, numbers.get(each, "")) for each in form.names]
            return _settle(desk, row, senders)
        if not form.is_bound:
            messages.error(request, gettext("Forslagene er endret. Velg på nytt."), "warning")
    return render(
        request,
        "desk/settle_sender.html",
        _context(request, desk, row, found) | {"form": form},
        status=422 if form.is_bound else 200,
    )


@require_POST
@at_the_desk
def undo(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """Takes the last word on who sent a response back, and shows it again."""
    row = register.response(slug, number, desk.owners)
    if row is None:
        raise Http404
    following.undo_sender(row.id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Angret. Avsenderen er som før."))
    return redirect("desk:settle-sender", slug, number)


def _settle(desk: Desk, row: ResponseRow, senders: list[Candidate]) -> HttpResponse:
    """Settles, and goes on to the next one that waits."""
    waiting = register.unsure(desk.owners)
    after = [each for each in waiting if (each.received_at, each.id) > (row.received_at, row.id)]
    rest = [each for each in waiting if each.id != row.id]
    following.settle_sender(
        row.id,
        names=[each.name for each in senders],
        kind=senders[0].kind if senders[0].kind != "unknown" else None,
        numbers={each.name: each.number for each in senders if each.number},
        by=desk.user,
        now=wiring.clock().now(),
    )
    left = after or rest
    last = f"?sist={row.consultation_slug}/{row.number}"
    if not left:
        return redirect(reverse("desk:senders") + last)
    onward = reverse("desk:settle-sender", args=[left[0].consultation_slug, left[0].number])
    return redirect(onward + last)


def _context(
    request: HttpRequest, desk: Desk, row: ResponseRow, found: tuple[Candidate, ...]
) -> dict[str, object]:
    waiting = register.unsure(desk.owners)
    place = (row.received_at, row.id)
    before = [each for each in waiting if (each.received_at, each.id) < place]
    after = [each for each in waiting if (each.received_at, each.id) > place]
    shown = reading.reading_of(row.reading_id, desk.owners)
    delivery = intake.delivery(row.delivery_number, desk.owners)
    if shown is None or delivery is None:
        raise Http404
    hearing = consultations.shown_to(row.consultation_slug, desk.owners)
    return {
        "at": "flags",
        "desk": desk,
        "response": row,
        "hearing": hearing,
        "definition": hearing.definition if hearing else None,
        "delivery": delivery,
        "looked": _looked(shown.read.blocks, shown.read.properties, delivery),
        "candidates": list(enumerate(found, start=1)),
        "may": desk.may(row.owner_id, "caseworker"),
        "before": before[-1] if before else None,
        "after": after[0] if after else None,
        "left": len(waiting),
        "last": _last(request, desk),
    }


def _looked(
    blocks: tuple[Block, ...], properties: dict[str, str], delivery: DeliveryShown
) -> Looked:
    own = tuple(block for block in blocks if block.text.strip() and block.kind != "quoted")
    end = own[max(TOP, len(own) - END) :]
    mail = [(name, properties[name]) for name in ("from", "to", "subject") if properties.get(name)]
    if not mail and delivery.claimed_email:
        mail = [("from", f"{delivery.claimed_sender} <{delivery.claimed_email}>".strip())]
    return Looked(own[:TOP], end, tuple(mail))


def _last(request: HttpRequest, desk: Desk) -> ResponseRow | None:
    """The response that was settled just before, whose word can be taken back."""
    slug, _, number = request.GET.get("sist", "").rpartition("/")
    if not (slug and number.isascii() and number.isdigit() and len(number) < 10):
        return None
    row = register.response(slug, int(number), desk.owners)
    return row if row and desk.may(row.owner_id, "caseworker") else None


def _chosen(name: str | None, found: tuple[Candidate, ...]) -> Candidate | None:
    return next((each for each in found if each.name == name), None) if name else None


def _named(name: str, kind: SenderKind, number: str = "") -> Candidate:
    return Candidate(name, kind, None, None, number, Certainty.CERTAIN, (), "given")
