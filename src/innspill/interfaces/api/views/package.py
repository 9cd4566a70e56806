"""All that is public of a hearing in one file, made ahead where the house knows its address."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext

from innspill.interfaces.api import making
from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.answering import Moved, open_data, problem, when_changed
from innspill.interfaces.api.asking import hearing_or_404, known_to
from innspill.interfaces.api.changing import taken_home, when_public_changed
from innspill.interfaces.api.package import write_package
from innspill.interfaces.api.rows import temporary
from innspill.interfaces.api.values import HearingData
from innspill.pipeline import packing, wiring
from innspill.shared.journal import queries as journal
from innspill.shared.journal.keys import key_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import open_data as public
from innspill.stages.publication import public_sums

AT_ONCE = 300
"""Published responses of a hearing that is packed while somebody waits, where nothing is ready."""
WAIT = 120
"""Seconds after which to ask again for one that is being made."""
_ZIP = "application/zip"


@open_data
def package(request: HttpRequest, slug: str) -> HttpResponse:
    """Responses, papers and result of one hearing, with sums and the signed checkpoint."""
    known_to(request, ())
    shown = hearing_or_404(slug)
    if settings.PUBLIC_ADDRESS:
        digest, changed_at = packing.state(shown)
        ready = packing.ready(shown, digest)
        if ready is not None:
            return when_changed(request, digest, lambda: _sent(ready, slug), changed_at=changed_at)
    at = Addresses(request)
    data = _data(shown, at)
    if settings.PUBLIC_ADDRESS and data.published + data.superseded > AT_ONCE:
        return _soon()
    checkpoint = _checkpoint()

    def make() -> HttpResponse:
        file = temporary()
        try:
            write_package(file, shown, data, checkpoint=checkpoint, store=wiring.store(), at=at)
        except KeyError as error:
            raise Http404 from error
        return taken_home(file, f"{slug}.zip", _ZIP)

    more = f"{data.model_dump_json()} {checkpoint}"
    return when_public_changed(request, shown, make, whole=True, more=more)


def write_ahead(file: IO[bytes], shown: ConsultationShown) -> None:
    """Writes the package of a hearing as it is public now: for the step that makes them ahead."""
    at = Addresses()
    checkpoint = _checkpoint()
    data = _data(shown, at)
    write_package(file, shown, data, checkpoint=checkpoint, store=wiring.store(), at=at)


def _sent(path: Path, slug: str) -> HttpResponse:
    try:
        file = path.open("rb")
    except FileNotFoundError as error:  # a pass of the step has just let go of it
        raise Moved from error
    file.seek(0, 2)
    return taken_home(file, f"{slug}.zip", _ZIP)


def _soon() -> HttpResponse:
    response = problem(
        503,
        gettext("Filen lages nå"),
        gettext("Noe er nettopp publisert eller tatt bort. Prøv igjen om et par minutter."),
    )
    response["Retry-After"] = str(WAIT)
    return response


def _data(shown: ConsultationShown, at: Addresses) -> HearingData:
    ledger = public_sums.now(shown.id)
    counts = {state: getattr(ledger, state) for state in making.STATES}
    return making.hearing_data(shown, counts, public.results_published().get(shown.slug), at)


def _checkpoint() -> tuple[str, str] | None:
    latest = journal.latest_checkpoint()
    return (latest.note, key_of(latest.note)) if latest else None
