"""The server that the browser tests look at: a process and a home of its own, real settings.

Prints one line of JSON when it is ready (port, and the flag about two ticks), and serves until it
is ended.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main(home: str) -> None:
    """Builds the hearings in `home` and serves them on a free port of this machine."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
        "INNSPILL_HOME": home,
        "INNSPILL_NOW": "2026-04-01T08:00:00+00:00",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    flag = _fill()
    server = _server()
    print(json.dumps({"port": server.server_port, "two_ticks": flag}), flush=True)
    server.serve_forever()


def _fill() -> int:
    from innspill.pipeline import wiring
    from innspill.shared.people.queries import owners_of
    from innspill.stages.reading import queries as reading
    from innspill.stages.reports import actions as reports
    from tests.interfaces import scene
    from tests.stages.conftest import NOW

    made = scene.build()
    scene.publish_some(made.hearing)
    scene.leave_some_to_settle(made.hearing)
    reports.make_report(made.hearing.id, language="nb", now=NOW, store=wiring.store())
    reports.publish_report(made.hearing.id, by=made.staff.lead, now=NOW)
    flags = reading.open_flags(owners_of(made.staff.lead))
    return next(flag.id for flag in flags if flag.code == "contradictory-ticks")


def _server() -> Any:
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    from innspill.config.wsgi import application

    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.set_app(application)
    return server


if __name__ == "__main__":
    main(sys.argv[1])
