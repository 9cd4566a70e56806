"""Which programs outside are at hand for reading."""

from __future__ import annotations

from collections.abc import Callable

from innspill.adapters.libreoffice import libreoffice
from innspill.adapters.tesseract import tesseract
from innspill.stages.reading.core.tools import Tools


def tools_at_hand(*, begins: Callable[[str], None], more_time: Callable[[float], None]) -> Tools:
    """The programs that are installed here, and who watches over the reading."""
    return Tools(tesseract(), libreoffice(), begins, more_time)
