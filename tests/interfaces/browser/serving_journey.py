"""The server for the last stretch of a hearing: the sample as it stands when they have answered.

Of its responses those of each kind: forms, letters, mails, a campaign, a joint one, one that takes
over another, a private person's, and one that waits to be published. Senders are settled and what was doubtful is
published, as `casework.yaml` of the sample says; no comment is gone through or decided on. A worker
does what is ordered, beside the server. Tells the hearing's slug.
"""

from __future__ import annotations

import shutil
import time
from typing import Any

from tests.interfaces.browser.serving import AFTER_THE_DEADLINE, serve

TAKEN = (
    "2026-03-02_Skogheim", "2026-03-11_Skogheim", "Brev fra Univ", "Høyringssvar frå Lauvdal",
    "SV_ Høring - skjema", "Vannet vårt", "felles uttalelse", "fjordvik", "fråsegn",
    "hoyringssvar_Tindvang_kommune.docx", "innspill fra privat", "kvikk_data", "received.csv",
)  # fmt: skip
"""How the files begin that are taken in."""


def _fill() -> dict[str, Any]:
    from django.conf import settings

    from innspill.pipeline import casework, folder, wiring, work
    from innspill.shared.people.models import Owner
    from innspill.stages.consultations import actions as consultations
    from innspill.stages.consultations.core.files import load
    from tests.conftest import SAMPLES
    from tests.stages.conftest import NOW, staff_at

    sample = SAMPLES / "trygt-vann"
    definition = load(sample / "consultation.yaml").model_copy(update={"status": "closed"})
    hearing = consultations.load(definition, now=NOW)
    owner = Owner.objects.get(name=hearing.owner)
    staff = staff_at(owner)
    now = wiring.clock().now()
    store = wiring.store()
    some = settings.HOME / "some"
    some.mkdir()
    for path in (sample / "responses").iterdir():
        if path.name.startswith(TAKEN):
            shutil.copy(path, some)
    folder.take_in(some, consultation_slug=hearing.slug, now=now, store=store)
    work.run_until_idle()
    said = casework.load_casework(sample / "casework.yaml").model_copy(
        # One waits to be published, for the test to do it.
        update={"opened": (), "approved_rest": ""}
    )
    desk = casework.Desk(hearing.slug, owner, staff.caseworker, staff.lead, now)
    casework.settle(desk, said)
    work.run_until_idle()
    casework.approve(desk, said)
    work.run_until_idle()
    return {"slug": hearing.slug}


def _work() -> None:
    """What `innspill work` does, without its pauses."""
    from innspill.pipeline import work

    while True:
        work.run_until_idle()
        time.sleep(0.2)


if __name__ == "__main__":
    serve(_fill, beside=_work, **AFTER_THE_DEADLINE)
