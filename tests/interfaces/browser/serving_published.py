"""The server that a journalist looks at: the demo's hearings, and the real one with its response.

Prints one line of JSON when it is ready (port, receipt of the last response handed in, slug of the
real hearing or null), and serves until it is ended.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main(home: str) -> None:
    """Fills `home` and serves it on a free port of this machine."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
        "INNSPILL_HOME": home,
        "INNSPILL_NOW": "2026-04-20T08:00:00+00:00",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    real, receipt = _fill()
    from tests.interfaces.browser.serving import server

    serving = server()
    ready = {"port": serving.server_port, "real": real, "receipt": receipt}
    print(json.dumps(ready), flush=True)
    serving.serve_forever()


def _fill() -> tuple[str | None, dict[str, Any]]:
    from innspill.pipeline import demo, work
    from innspill.stages.consultations import queries
    from tests.interfaces import scene

    demo.fill(progress=lambda *_: None)
    real = _load_real()
    sample = queries.shown("25-1734")
    assert sample is not None
    said = "Vi slutter oss til målene i planen, og savner en beredskapsplan for strøm.\n".encode()
    receipt = scene.hand_in(sample, "svar.txt", said, sender="Nordre Land kommune", days=3)
    work.run_until_idle()
    return real, dict(receipt.content)


def _load_real() -> str | None:
    """The real hearing with its real response, published; None where its seeds are not here."""
    from innspill.pipeline import work
    from innspill.pipeline.importing import import_files
    from innspill.stages.consultations import actions
    from tests.conftest import SHARED
    from tests.interfaces import scene
    from tests.stages.conftest import NOW

    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if len(seeds) != 2:
        return None
    hearing = actions.load(import_files(seeds[1], seeds[0]), now=NOW)
    scene.hand_in(hearing, "horingssvar.txt", seeds[0].read_bytes(), sender="Drammen kommune")
    work.run_until_idle()
    return hearing.slug


if __name__ == "__main__":
    main(sys.argv[1])
