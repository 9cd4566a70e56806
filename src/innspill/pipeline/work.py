"""The loop that runs the steps: `innspill work`. Stop it at any moment; it goes on where it was."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import IntegrityError, close_old_connections

from innspill.pipeline import at_work, mail_in, wiring
from innspill.pipeline.giving_way import GivingWay
from innspill.pipeline.nightly import NightlyLook
from innspill.pipeline.reports_beside import STEP, ReportsBeside
from innspill.pipeline.steps import STEPS, Step
from innspill.shared.errors import (
    Conflict,
    ModelUnavailable,
    ScannerUnavailable,
    SearchUnavailable,
)
from innspill.shared.journal import actions as journal
from innspill.shared.journal.queries import mishaps
from innspill.shared.passing import is_passing

A_FEW = 3
log = logging.getLogger(__name__)
LONGEST_PAUSE = 60.0
Progress = Callable[[str, int, int], None]
"""Told the step's name, how many are done in this pass, and how many there are."""


def run_until_idle(
    progress: Progress | None = None,
    way: GivingWay | None = None,
    beside: ReportsBeside | None = None,
) -> int:
    """Runs every step until nothing waits, and returns how many things were done."""
    total = 0
    while done := run_pass(progress, way, beside):
        total += done
    return total


def run_pass(
    progress: Progress | None = None,
    way: GivingWay | None = None,
    beside: ReportsBeside | None = None,
) -> int:
    """Runs each step once over what waits for it now; returns how many things were done.

    While much arrives (`way`) each step does only a few, so that a phase still changes in time, and
    there is a rest before each: to ask what waits is work, too. Reports are made `beside` where that
    is given, and not counted.
    """
    done = 0
    at_work.give_sign()
    for step in STEPS:
        if way is not None:
            way.between_two()
        if beside is not None and step.name == STEP:
            beside.keep_up(step.things)
            continue
        things = step.things()
        for place, thing in enumerate(things, start=1):
            done += run_one(step, thing)
            if way is not None and way.between_two() and place >= A_FEW:
                break
            if progress is not None:
                progress(step.name, place, len(things))
    return done


def do_one(name: str, thing: int) -> bool:
    """Does one thing of the step called `name`, as `run_one` does."""
    (step,) = (each for each in STEPS if each.name == name)
    return run_one(step, thing)


def run_one(step: Step, thing: int) -> bool:
    """Does one thing. A surprise becomes a recorded mishap, and the loop goes on.

    False where somebody else was first: their work stands, and ours was rolled back. False, too,
    where the machine, the virus scanner or the model could not do its part: the thing waits on as it was.
    """
    at_work.give_sign()
    now = wiring.clock().now()
    try:
        step.do(thing, now=now)
    except (Conflict, ModelUnavailable, ScannerUnavailable, SearchUnavailable):
        return False
    except IntegrityError as error:
        if thing not in step.pending():
            return False
        _record(step, thing, error)
    except Exception as error:  # noqa: BLE001 - one thing must never stop the others
        if is_passing(error):
            # No fault of the thing: it is tried again until the machine can do it.
            log.error("step %s cannot do %s now: %s", step.name, thing, _one_line(error))  # noqa: TRY400
            return False
        _record(step, thing, error)
    return True


def try_again() -> int:
    """Lets the steps take up once more what met a mishap; returns how many things that is."""
    met = mishaps()
    for mishap in met:
        journal.try_again(mishap_id=mishap.id, actor="operator", now=wiring.clock().now())
    return len(met)


def run_forever(*, pause: float = 2.0, between_mails: float = 30.0) -> None:
    """Works, and looks again every `pause` seconds, until the process is ended.

    The mailbox is looked into every `between_mails` seconds, and everything that is kept once a
    night, in a process of its own, and so are reports made. Where the database cannot be asked, it waits for it, with a
    growing pause.
    """
    next_mails, waits, nightly, way = time.monotonic(), pause, NightlyLook(), GivingWay()
    beside = ReportsBeside()
    while True:
        close_old_connections()
        try:
            if time.monotonic() >= next_mails:
                fetch_mails()
                next_mails = time.monotonic() + between_mails
            run_until_idle(way=way, beside=beside)
            nightly.keep_up(wiring.clock().now())
            waits = pause
        except Exception as error:
            if not is_passing(error):
                raise
            log.error("the work waits for the machine: %s", _one_line(error))  # noqa: TRY400
            waits = min(waits * 2, LONGEST_PAUSE)
        time.sleep(waits)


def fetch_mails() -> int:
    """Takes in what lies in the mailbox. What goes wrong is logged, and tried again next time."""
    try:
        return mail_in.fetch_all(clock=wiring.clock(), store=wiring.store())
    except Exception:
        log.exception("the mailbox could not be fetched; what lies there is tried again")
        return 0


def _record(step: Step, thing: int, error: Exception) -> None:
    log.error("step %s met a mishap with %s", step.name, thing, exc_info=error)
    # The message may quote what somebody sent; it is for the desk only, and kept short.
    what = _one_line(error)
    journal.record_mishap(step=step.name, thing=thing, what=what, now=wiring.clock().now())


def _one_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:500]
