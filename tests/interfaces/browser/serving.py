"""The server that the browser tests look at: a process and a home of its own, real settings.

`python -m tests.interfaces.browser.serving HOME` fills HOME where it is empty, prints one line of
JSON when it is ready (port, and the flag about two ticks), and serves until it is ended. With
`--fill` it fills alone. So do the other servers of this folder, each with what is in its hearings.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.kept_tables import kept_tables

AT_HAND = "filled.json"
"""What a filled home says of itself."""
AFTER_THE_DEADLINE = {
    "INNSPILL_NOW": "2026-04-20T08:00:00+00:00",
    # So that one may subscribe: nobody listens there, and mails wait.
    "INNSPILL_ADDRESS": "http://127.0.0.1:9",
    "INNSPILL_SMTP": "smtp://127.0.0.1:9?tls=none&timeout=1",
    "INNSPILL_MAIL_FROM": "innspill@vann.example",
}


def serve(
    fill: Callable[[], dict[str, Any]], *, beside: Callable[[], None] | None = None, **settings: str
) -> None:
    """Fills the home that is named on the command line, and serves it on a free port.

    What `fill` returns is told with the port; `beside` runs as long as the server.
    """
    home = Path(sys.argv[1])
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
        "INNSPILL_HOME": str(home),
        **settings,
    }
    import django
    from django.core import management
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    django.setup()
    told = home / AT_HAND
    if not told.exists():
        with kept_tables():
            management.call_command("migrate", verbosity=0)
        told.write_text(json.dumps(fill()))
    if "--fill" in sys.argv:
        return
    from innspill.config.wsgi import application

    made = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    made.set_app(application)
    if beside is not None:
        threading.Thread(target=beside, daemon=True).start()
    print(json.dumps(json.loads(told.read_text()) | {"port": made.server_port}), flush=True)
    made.serve_forever()


def _fill() -> dict[str, Any]:
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
    _load_twelve_questions()
    flags = reading.open_flags(owners_of(made.staff.lead))
    two = next(flag.id for flag in flags if flag.code == "contradictory-ticks")
    return {"two_ticks": two}


def _load_twelve_questions() -> None:
    """The real hearing where its seeds are at hand, else the sample's: both ask twelve questions.

    Open to answers, under one case number, with what the real one lacks: passages and terms.
    """
    from datetime import date

    from innspill.pipeline.importing import import_files
    from innspill.stages.consultations import actions
    from innspill.stages.consultations.core.definition import Condition, Term
    from innspill.stages.consultations.core.files import load
    from tests.conftest import SAMPLES, SHARED
    from tests.stages.conftest import NOW

    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if len(seeds) == 2:
        definition = import_files(seeds[1], seeds[0], case_number="22/448", owner=None)
    else:
        definition = load(SAMPLES / "trygt-vann" / "consultation.yaml")
    paper = definition.papers[0]
    passages = ({"nb": "Første avsnitt i kapitlet."}, {"nb": "• ett punkt\n• et punkt til"})
    chapters = tuple(one.model_copy(update={"passages": passages}) for one in paper.chapters)
    changed = {
        "case_number": "26/12", "status": "open", "opens": None, "deadline": date(2026, 5, 20),
        "papers": (paper.model_copy(update={"chapters": chapters}), *definition.papers[1:]),
        "glossary": (Term(word="kapittel", explanation={"nb": "En del av dokumentet."}),),
    }  # fmt: skip
    actions.load(definition.model_copy(update=changed), now=NOW)
    asked = definition.questions[0]
    only = Condition(question=asked.id, choices=(asked.choices[1].id,))
    further = asked.model_copy(update={"id": "1a", "condition": only, "page_questions": ()})
    two = {**changed, "case_number": "26/13", "title": {"nb": "To spørsmål"},
           "questions": (asked, further)}  # fmt: skip
    actions.load(definition.model_copy(update=two), now=NOW)


if __name__ == "__main__":
    serve(_fill, INNSPILL_NOW="2026-04-01T08:00:00+00:00")
