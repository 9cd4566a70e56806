"""Templates hold to the strict content security policy and never trust text from a response."""

from __future__ import annotations

import re

from .conftest import kept_files, short

FORBIDDEN = {
    "inline style": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape off|mark_safe"),
    "address elsewhere": re.compile(r"(?:src|href)=\"https?://", re.IGNORECASE),
}


def test_no_template_breaks_the_content_security_policy() -> None:
    found = [
        f"{short(path)}: {name}"
        for path in kept_files()
        if path.suffix == ".html" and "templates" in path.parts
        for name, pattern in FORBIDDEN.items()
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_no_view_marks_text_as_safe_markup() -> None:
    found = [
        short(path)
        for path in kept_files()
        if path.suffix == ".py" and "interfaces" in path.parts and "tests" not in path.parts
        if re.search(r"\bmark_safe\b|\bSafeString\(", path.read_text(encoding="utf-8"))
    ]
    assert not found
