"""Gathers the sentences of the screens and brings the translations up to date.

    .venv/bin/python tools/messages.py          write locale/<language>/LC_MESSAGES/django.po
    .venv/bin/python tools/messages.py --check  say what is missing, and change nothing

The sentences stand in bokmål in templates and Python. Django turns a template into something
like a program (`templatize`), and Babel reads both; GNU gettext is not needed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
INTERFACES = ROOT / "src" / "innspill" / "interfaces"
LOCALE = INTERFACES / "ui" / "locale"
LANGUAGES = ("nn", "en")
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
            "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2)}  # fmt: skip
WRITTEN = datetime(2026, 11, 23, tzinfo=UTC)
"""Fixed, so that a catalogue changes only when its sentences do."""
Found = tuple[str, int, str | tuple[str, ...], str | None]


def sentences() -> Iterator[Found]:
    """Every sentence with its file, line and context: (file, line, sentence, context)."""
    for path in sorted(INTERFACES.rglob("*.py")):
        yield from _in(path, "python", path.read_bytes())
    for path in sorted(INTERFACES.rglob("templates/**/*.html")):
        program = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        yield from _in(path, "javascript", program.encode())


def _in(path: Path, method: str, source: bytes) -> Iterator[Found]:
    name = str(path.relative_to(ROOT))
    for line, sentence, _, context in extract(method, BytesIO(source), keywords=KEYWORDS):
        if sentence:
            yield name, line, sentence, context


@cache
def gathered() -> Catalog:
    """All sentences as a catalogue, without line numbers, so that it changes only when they do."""
    catalogue = Catalog(project="Innspill", charset="utf-8")
    for name, _, sentence, context in sentences():
        catalogue.add(sentence, locations=[(name, 0)], context=context)
    return catalogue


def path_of(language: str) -> Path:
    """Where the translations into `language` stand."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def translated(language: str) -> Catalog:
    """The translations into `language` as they are kept."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, domain="django")
    with path.open("rb") as source:
        return read_po(source, locale=language, domain="django")


def missing(language: str) -> list[str]:
    """The sentences without a translation that stands, and translations of no sentence."""
    kept = translated(language)
    wanted = {(m.id, m.context) for m in gathered() if m.id}
    done = {(m.id, m.context) for m in kept if m.id and all(_strings(m.string)) and not m.fuzzy}
    known = {(m.id, m.context) for m in kept if m.id}
    return sorted(str(each[0]) for each in (wanted - done) | (known - wanted))


def _strings(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def update(language: str) -> None:
    """Writes the catalogue of `language` with every sentence, keeping what is translated."""
    kept = translated(language)
    kept.update(gathered(), no_fuzzy_matching=True)
    kept.obsolete.clear()
    kept.fuzzy = False
    kept.last_translator = kept.language_team = kept.msgid_bugs_address = "Innspill"
    kept.project, kept.version = "Innspill", "1"
    kept.header_comment = f"# Innspill: {language}. Made by tools/messages.py, translated by hand."
    kept.creation_date = kept.revision_date = WRITTEN
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(target, kept, no_location=True, sort_output=True, width=0, omit_header=False)


def main() -> None:
    """Brings the translations up to date, or says what is missing."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    if "--check" not in sys.argv:
        for language in LANGUAGES:
            update(language)
    left = {language: missing(language) for language in LANGUAGES}
    for language, sentence in ((code, each) for code, all_ in left.items() for each in all_):
        print(f"{language}: {sentence}", file=sys.stderr)
    sys.exit(1 if any(left.values()) else 0)


if __name__ == "__main__":
    main()
