"""All that is public of a hearing in one file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from innspill.interfaces.api import making
from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.answering import open_data
from innspill.interfaces.api.asking import hearing_or_404, known_to
from innspill.interfaces.api.changing import taken_home, when_public_changed
from innspill.interfaces.api.package import write_package
from innspill.interfaces.api.rows import temporary
from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.shared.journal.keys import key_of
from innspill.stages.publication import open_data as public
from innspill.stages.publication import public_sums


@open_data
def package(request: HttpRequest, slug: str) -> HttpResponse:
    """Responses, papers and result of one hearing, with sums and the signed checkpoint."""
    known_to(request, ())
    shown = hearing_or_404(slug)
    at = Addresses(request)
    ledger = public_sums.now(shown.id)
    counts = {state: getattr(ledger, state) for state in making.STATES}
    data = making.hearing_data(shown, counts, public.results_published().get(slug), at)
    latest = journal.latest_checkpoint()
    checkpoint = (latest.note, key_of(latest.note)) if latest else None

    def make() -> HttpResponse:
        file = temporary()
        try:
            write_package(file, shown, data, checkpoint=checkpoint, store=wiring.store(), at=at)
        except KeyError as error:
            raise Http404 from error
        return taken_home(file, f"{slug}.zip", "application/zip")

    more = f"{data.model_dump_json()} {checkpoint}"
    return when_public_changed(request, shown, make, whole=True, more=more)
