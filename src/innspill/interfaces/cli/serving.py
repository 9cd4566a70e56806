"""The web server, and the worker beside it, as one command."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from innspill.shared.errors import BadInput

HOST = "127.0.0.1"
NICE = 10
SPARE = 16
"""Threads for whoever finds all places taken and must be told so."""
_START = "from innspill.interfaces.cli.main import main; main()"


def check_port(port: int, host: str = HOST) -> None:
    """Raises BadInput where something else listens on the port."""
    with socket.socket() as probe:
        # As the server itself does, so that a port just left is not taken for a busy one.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadInput(
                f"the port is not free ({error.strerror})",
                where=f"{host}:{port}",
                todo="Choose another with --port (make demo PORT=8001).",
            ) from error


def serve_until_stopped(port: int, host: str = HOST) -> None:
    """Runs gunicorn in this process until it is stopped. It loads Innspill in its own worker."""
    from django.conf import settings as chosen
    from gunicorn.app.base import BaseApplication
    from gunicorn.util import import_app

    from innspill.adapters.request_counts import shared_counts

    shared_counts()  # before the fork, so that all processes count together

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "worker_class": "gthread",
                "workers": chosen.WORKERS,
                "threads": chosen.THREADS + SPARE,
                "backlog": 512,
                "loglevel": "warning",
                "timeout": 120,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from innspill.interfaces.ui.log_lines import LogLine

            # What the server itself says of a request names its address too.
            for handler in logging.getLogger("gunicorn.error").handlers:
                handler.setFormatter(LogLine())
            return import_app("innspill.config.wsgi:application")

    Server().run()


def serve_afresh(port: int) -> NoReturn:
    """Becomes `innspill serve --with-work`: the same process, with nothing of this one left in it.

    The server forks its worker, and the library that draws the charts hangs in a fork of a
    process that has drawn one: the demo's report would never come.
    """
    sys.stdout.flush()
    arguments = ["serve", "--with-work", "--port", str(port)]
    os.execv(sys.executable, [sys.executable, "-c", _START, *arguments])  # noqa: S606 - our own


@contextmanager
def worker_beside() -> Iterator[None]:
    """Runs `innspill work` in a process of its own as long as the block runs.

    What arrives goes before what is done with it: the worker has what the server leaves.
    """
    command = [sys.executable, "-c", _START, "work"]
    worker = subprocess.Popen(command)  # noqa: S603 - our own command, no words from outside
    os.setpriority(os.PRIO_PROCESS, worker.pid, NICE)
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()
