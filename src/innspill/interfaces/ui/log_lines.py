"""Lines of the log: without the links that open a draft or an invitation, whoever logs them."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"(/(?:utkast|invitasjon)/)[^/\s\"'?]+")


class LogLine(logging.Formatter):
    """Time, level, logger and message, with every secret link cut."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """The whole line, a traceback too."""
        return _SECRET.sub(r"\1…", super().format(record))
