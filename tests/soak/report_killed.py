"""A worker is killed while it makes a report, again and again: the order gets one report, once.

`python -m tests.soak.report_killed` orders a report in a home of its own and kills the process that
makes it at one file after the other; then two processes take the same order up at once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.soak.trial_home import TrialHome, kill, verdict

_DJANGO = (
    "import os, sys; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'innspill.config.settings');"
    " import django; django.setup();"
)
_ORDER = _DJANGO + (
    " from innspill.stages.reports.models import ReportOrder;"
    " from innspill.stages.consultations.models import Consultation;"
    " from innspill.shared.people.models import User; from django.utils import timezone;"
    " by = User.objects.first() or User.objects.create_user('leder');"
    " print(ReportOrder.objects.create(consultation=Consultation.objects.get(), kind='summary',"
    " language='nb', by=by, at=timezone.now()).pk)"
)
_MAKE = _DJANGO + " from innspill.pipeline import work; work.do_one('report', int(sys.argv[1]))"
_SEE = _DJANGO + (
    " from innspill.stages.reports.models import Report, ReportOrder;"
    " from innspill.shared.journal.models import JournalEntry;"
    " order = ReportOrder.objects.get(pk=int(sys.argv[1]));"
    " print(Report.objects.count(), JournalEntry.objects.filter(verb='report-made').count(),"
    " int(order.report_id is not None), order.making or '-')"
)
_WAIT = _DJANGO + (
    " import time; from innspill.stages.reports.models import ReportOrder; until = time.time() + 60\n"
    "while time.time() < until and ReportOrder.objects.get(pk=int(sys.argv[1])).making"
    " != sys.argv[2]: time.sleep(0.01)"
)


class Orders:
    """Python programs in one home."""

    def __init__(self, home: TrialHome) -> None:
        self.home = home

    def starts(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts one."""
        return subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            env={**self.home.environment, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def says(self, program: str, *arguments: str) -> list[str]:
        """Runs one to its end; the words that it says."""
        process = self.starts(program, *arguments)
        said, wrong = process.communicate(timeout=120)
        if process.returncode:
            raise RuntimeError(wrong.decode()[-1000:])
        return said.decode().split()

    def killed_at(self, order: str, file: str) -> bool:
        """Makes the report, and kills its process when it is at `file`; whether that was in time."""
        watch = self.starts(_WAIT, order, file)
        time.sleep(1)
        process = self.starts(_MAKE, order)
        watch.wait(120)
        was_there = process.poll() is None and kill(process.pid)
        process.wait()
        return was_there


def main() -> int:
    """Runs the trial; 0 where it went well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at", nargs="*", default=["word", "pdf", "html", "excel", "matrix"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = TrialHome(Path(folder) / "home")
        home.prepare()
        orders = Orders(home)
        (order,) = orders.says(_ORDER)
        killed = sum(orders.killed_at(order, file) for file in given.at)
        half = orders.says(_SEE, order)
        both = [orders.starts(_MAKE, order) for _ in range(2)]
        ended = [process.wait(120) for process in both]
        orders.says(_MAKE, order)
        reports, lines, answered, making = orders.says(_SEE, order)
    figures = [("killed", killed), ("before the last", " ".join(half)), ("reports", reports)]
    faults = {
        "reports too many": int(reports) != 1,
        "journal lines too many": int(lines) != 1,
        "order without its report": answered != "1" or making != "-",
        # One that was done before the kill came is whole: its line and its order's answer are there.
        "half a report": half[:3] not in (["0", "0", "0"], ["1", "1", "1"]),
        "process broke off": any(ended),
        "nobody killed": not killed,
    }
    return verdict(f"{killed} kills, 1 order", figures, faults)


if __name__ == "__main__":
    sys.exit(main())
