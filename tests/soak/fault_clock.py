"""The clock is set forward and back while people hand in and the worker works."""

from __future__ import annotations

import time
from dataclasses import replace

from tests.soak.senders import Browser, hand_in, something
from tests.soak.told import Told
from tests.soak.trial_home import TrialHome, end

KIND = "clock set"
HOUR, DAY = 3600, 86_400
STEPS = (0, HOUR, 0, -HOUR, 0, DAY, 0, -DAY, 0)
EACH = 3


def tried(home: TrialHome, told: Told) -> None:
    """Hands in at each setting; everything has its number, and nothing is left lying."""
    ahead = home.folder / "clock"
    ahead.write_text("0")
    here = replace(home, settings={**home.settings, "INNSPILL_NOW": f"@{ahead}"})
    web, worker = here.serves(), here.starts("work")
    deliveries: list[int] = []
    try:
        here.answers()
        browser = Browser(here.port)
        for step, seconds in enumerate(STEPS):
            ahead.write_text(str(seconds))
            for n in range(EACH):
                sent = something(step * 100 + n)
                until = time.monotonic() + 60
                statuses = hand_in(browser, sent, until=lambda u=until: time.monotonic() > u)  # type: ignore[misc]
                told.fault(f"{KIND}: not taken at once", f"{seconds}: {statuses}",
                           when=statuses != [302])  # fmt: skip
                if sent.number:
                    told.acknowledged.append(sent)
                    deliveries.append(sent.number)
            time.sleep(0.5)
        alive = worker.poll() is None
        told.fault(f"{KIND}: the worker stopped", when=not alive)
    finally:
        end(web)
        end(worker)
    done = here.does("work", "--once")
    told.fault(f"{KIND}: the work could not be done", f"{done.stderr!r}", when=done.returncode != 0)
    told.fault(f"{KIND}: numbers not in the order of arrival", f"{deliveries}",
               when=deliveries != sorted(deliveries))  # fmt: skip
    told.figures.append((f"{KIND}: taken at {len(STEPS)} settings", len(deliveries)))
