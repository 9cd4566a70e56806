"""Which files are no documents: programs, and pages that bring a script."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

MOST_FILES = 20
"""So many files at most in one response."""
_PROGRAMS = frozenset(
    [
        ".exe",
        ".com",
        ".scr",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".vbe",
        ".js",
        ".jse",
        ".mjs",
        ".wsf",
        ".wsh",
        ".hta",
        ".msi",
        ".jar",
        ".lnk",
        ".sh",
        ".py",
        ".pif",
        ".cpl",
        ".dll",
        ".reg",
        ".apk",
        ".app",
        ".iso",
        ".img",
    ]
)
_BEGINNINGS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_MARKUP = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|svg|head|body|script|!--)", re.IGNORECASE
)
_SCRIPT = re.compile(
    rb"<script\b|\bon(?:load|error|click|mouseover)\s*=|javascript:", re.IGNORECASE
)


def is_program(name: str, data: bytes) -> bool:
    """Whether a file runs when it is opened: a program by name or beginning, or a page with a script.

    Word files with macros and PDF files are documents all the same: Innspill never runs them.
    """
    if PurePosixPath(name.lower().rstrip(" .")).suffix in _PROGRAMS:
        return True
    if data.startswith(_BEGINNINGS):
        return True
    return bool(_MARKUP.match(data[:400]) and _SCRIPT.search(data))
