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
    serving = server()
    print(json.dumps({"port": serving.server_port, "two_ticks": flag}), flush=True)
    serving.serve_forever()


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
    _load_twelve_questions()
    flags = reading.open_flags(owners_of(made.staff.lead))
    return next(flag.id for flag in flags if flag.code == "contradictory-ticks")


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


def server() -> Any:
    """The whole application on a free port of this machine."""
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    from innspill.config.wsgi import application

    made = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    made.set_app(application)
    return made


if __name__ == "__main__":
    main(sys.argv[1])
