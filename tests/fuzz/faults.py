"""What a fault is called, so that a hundred files with the same one are one find."""

from __future__ import annotations

import re
import traceback
from pathlib import Path


def fault_of(error: BaseException) -> str:
    """The kind of `error` and where it was raised: one name for all files with the same fault."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__)
        if "/src/innspill/" in frame.filename or frame.filename.endswith("fuzz/properties.py")
    ]  # fmt: skip
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    said = re.sub(r"\d+", "n", str(error)) if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} at {place} {said}".strip()
