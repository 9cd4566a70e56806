"""Makes responses/, received.csv and truth.json: `python samples/make/build.py [--pdf]`.

Everything but the PDFs comes out the same byte for byte; PDFs are made anew only with --pdf
(it needs LibreOffice).
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from make import letters, odd
from make.forms import form
from make.mails import mail
from make.parts import zipped
from make.source import HEARING, Source, sources
from make.truth import truth_json

Made = dict[str, bytes]


def _attached(source: Source) -> list[tuple[str, bytes]]:
    return [(part["file"], _part(source, part)) for part in source.get("attachments", [])]


def _part(source: Source, part: dict[str, Any]) -> bytes:
    if part["made_as"] == "form":
        return form(source, part)
    if part["made_as"] == "text":
        return letters.plain(part)
    return letters.letter(part)


def contents(source: Source, earlier: Made) -> bytes:
    """The bytes of one delivery; `earlier` holds the ones made before it (for exact copies)."""
    makers: dict[str, Callable[[], bytes]] = {
        "form": lambda: form(source),
        "form-pdf": lambda: letters.as_pdf(form(source)),
        "letter": lambda: letters.letter(source.data),
        "letter-pdf": lambda: letters.as_pdf(letters.letter(source.data)),
        "text": lambda: letters.plain(source.data),
        "html": lambda: letters.page(source.data),
        "mail": lambda: mail(source.data, source.name, _attached(source)),
        "zip": lambda: zipped(_attached(source)),
        "copy": lambda: earlier[source["copy_of"]],
        "cut-off": lambda: odd.cut_off(form(source)),
        "locked": lambda: odd.locked(source.name),
    }
    return makers[source.made_as]()


def build(*, pdf: bool) -> Made:
    """All deliveries by file name; PDFs only where `pdf` is true."""
    made: Made = {}
    for source in sources():
        if pdf or not source.made_as.endswith("-pdf"):
            made[source.file] = contents(source, made)
    return made


def received_csv() -> str:
    """When each delivery came, by which channel, and who the channel says sent it."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["file", "received_at", "channel", "sender"])
    for source in sources():
        received = source["received"]
        rows.writerow(
            [source.file, received["at"], received["channel"], received.get("sender", "")]
        )
    return out.getvalue()


def main() -> None:
    folder = HEARING / "responses"
    folder.mkdir(exist_ok=True)
    for name, data in build(pdf="--pdf" in sys.argv).items():
        (folder / name).write_bytes(data)
    (folder / "received.csv").write_text(received_csv(), "utf-8")
    (HEARING / "truth.json").write_text(truth_json(), "utf-8")


if __name__ == "__main__":
    main()
