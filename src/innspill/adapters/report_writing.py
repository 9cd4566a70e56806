"""Files of a report, each written in a process of its own, so that its memory ends with it.

A child is handed values of our own, and reads nothing that a sender's file holds; it has no settings,
no keys and no network. Run as `python -m innspill.adapters.report_writing NAME`.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

from innspill.adapters.confinement import close_network
from innspill.stages.reports.core.files import Write, Writing, here, needed_for, write_file

SHORT = 1 << 20
"""Bytes of a report's values up to which it is written here: a process takes a second to start."""

_PASSED_ON = ("HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "TMPDIR", "VIRTUAL_ENV")
_MODULE = "innspill.adapters.report_writing"


class ReportNotWrittenError(RuntimeError):
    """A child ended without its file."""


def in_own_processes(writing: Writing) -> Write:
    """Writes each file in a process of its own. Only the report's bytes are held here meanwhile; a
    SHORT one is written here.

    What it gives raises ReportNotWrittenError where the child broke off.
    """
    whole = pickle.dumps(writing, protocol=5)
    if len(whole) <= SHORT:
        return here(writing)
    apart = {"pdf": pickle.dumps(needed_for("pdf", writing), protocol=5)}
    passed = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}

    def write(name: str) -> bytes:
        command = [sys.executable, "-m", _MODULE, name]
        done = subprocess.run(  # noqa: S603 - our own Python, our own module
            command, input=apart.get(name, whole), capture_output=True, check=False, env=passed
        )
        if done.returncode:
            last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise ReportNotWrittenError(f"{name} ({done.returncode}): {' '.join(last)}"[:300])
        return done.stdout

    return write


def main(name: str) -> None:
    """Writes one file of the report on standard input to standard output."""
    # Libraries that print must not speak into the file.
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    close_network()
    writing = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own values, from the process above
    with target:
        target.write(write_file(writing, name))


if __name__ == "__main__":
    main(sys.argv[1])
