"""A hearing with many answers for the desk: what the labelled hearing says, dealt out to new senders.

Each answer is a web form of some questions out of twelve. The paragraphs that 44 answers of
`evaluation/hearings/sikkerhet` give to a question are dealt out in an order of chance; when all
are dealt, they come again, so that some answers say the same as others. Run as a script it fills a
home, serves it with a worker beside, and prints one line of JSON: port, slug, the
password of its people, and how the answers are.

    python benchmarks/keystrokes_hearing.py HOME [ANSWERS]
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

HEARING = ROOT / "evaluation" / "hearings" / "sikkerhet"
SLUG = "22-448"
ANSWERED = (1, 2, 2, 3, 3, 3, 4, 5)
"""How many of the questions an answer has a paragraph for, drawn by chance."""


def main(home: str, size: int) -> None:
    """Fills `home` and serves it on a free port of this machine, until it is ended."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
        "INNSPILL_HOME": home,
        "INNSPILL_NOW": "2026-04-20T08:00:00+00:00",
    }
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    told = _fill(size)
    from tests.interfaces.browser.serving import server

    serving = server()
    threading.Thread(target=_work, daemon=True).start()
    print(json.dumps({"port": serving.server_port, "slug": SLUG, **told}), flush=True)
    serving.serve_forever()


def _work() -> None:
    from innspill.pipeline import work

    while True:
        work.run_until_idle()
        time.sleep(0.2)


def paragraphs() -> dict[str, list[str]]:
    """Question → the paragraphs that anybody wrote to it."""
    from evaluation.answers import read

    found: dict[str, list[str]] = {}
    for path in sorted((HEARING / "responses").glob("*.txt")):
        for place, text in read(path).places.items():
            pieces = [one.strip() for one in text.split("\n\n") if len(one.split()) > 5]
            if place.startswith("q"):
                found.setdefault(place[1:], []).extend(pieces)
    return found


def dealt(size: int) -> Iterator[dict[str, str]]:
    """So many answers: question → what is written to it."""
    chance = Random(200)
    held = paragraphs()
    left: dict[str, list[str]] = {question: [] for question in held}
    for _ in range(size):
        questions = chance.sample(sorted(held), chance.choice(ANSWERED))
        said = {}
        for question in sorted(questions, key=int):
            if not left[question]:
                left[question] = chance.sample(held[question], len(held[question]))
            said[question] = left[question].pop()
        yield said


def _fill(size: int) -> dict[str, object]:
    from tests.stages.conftest import NOW, PASSWORD, staff_at

    from innspill.pipeline import wiring, work
    from innspill.shared.people.models import Owner
    from innspill.stages.consultations import actions as consultations
    from innspill.stages.consultations.core import filled
    from innspill.stages.consultations.core.files import load
    from innspill.stages.intake import actions as intake

    changed = {"status": "closed", "publish_without_a_person": "masked"}
    definition = load(HEARING / "consultation.yaml").model_copy(update=changed)
    hearing = consultations.load(definition, now=NOW)
    staff_at(Owner.objects.get(name=hearing.owner))
    answers = list(dealt(size))
    for number, said in enumerate(answers, start=1):
        form = filled.FilledForm(
            case_number=definition.case_number,
            title=definition.title["nb"],
            senders=(filled.SenderGiven(name=f"Prøvested {number} kommune"),),
            answers=tuple(
                filled.AnswerGiven(
                    question=question.id, asked=question.text["nb"], text=said[question.id]
                )
                for question in definition.questions
                if question.id in said
            ),
        )
        intake.receive(
            consultation_slug=hearing.slug, channel="web",
            files=[(filled.NAME, filled.to_bytes(form))],
            claimed_sender=form.senders[0].name, idempotency_key=f"sent {number}",
            now=wiring.clock().now(), received_at=NOW.replace(year=2022, month=9, day=1),
            store=wiring.store(),
        )  # fmt: skip
    work.run_until_idle()
    written = [text for said in answers for text in said.values()]
    return {
        "answers": size, "paragraphs": len(written), "different": len(set(written)),
        "password": PASSWORD,
    }  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200)
