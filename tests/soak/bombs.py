"""Files made to harm come by the front door, and a good response behind them is read.

Each is uploaded and mailed: its bytes are stored and receipted. Then the worker reads them, each in
a child with limits, and goes on to the good one. `HOSTILE` of the reading tests and what is worse.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

from tests.soak.homes import CASE, SLUG, django_on, load_hearing

LONGEST = 90.0
"""Seconds that the reading of one of them may take, with what the child's end costs."""


def zip_in_zips(levels: int = 12) -> bytes:
    """A zip of zips of zips, ten in each, of a file of ten million zeros."""
    from tests.adapters.hostile_files import zip_of

    packed = zip_of(("null.txt", bytes(10_000_000)))
    for level in range(levels):
        packed = zip_of(*((f"{level}-{at}.zip", packed) for at in range(10 if level < 3 else 1)))
    return packed


def quine() -> bytes:
    """A gzip stream that unpacks to itself, without an end (Russ Cox's r.gz)."""
    return bytes.fromhex(
        "1f8b08080000000000007200000500faff1f8b080800000000000072000005 00faff000500faff"
        "000500faff000500faff001400ebff000500faff000500faff001400ebff428821c40000140 0ebff"
        "428821c4000014".replace(" ", "")
    )


def png_of_100_megapixels(side: int = 10_000) -> bytes:
    """A picture of one colour: 100 million pixels in some kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = zlib.compress((b"\0" + bytes(side * 3)) * side, 9)
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf_of_huge_pages() -> bytes:
    """A page as large as a town, and a tree of pages that leads back to itself."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9000000 /Parent 2 0 R >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9999999 9999999] /UserUnit 1000"
        b" /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>\nendobj\n"
        b"4 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n"
        b"5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 11"
        b" /Resources << /XObject << /X 5 0 R >> >> >>\nstream\n/X Do /X Do\nendstream\nendobj\n"
        b"trailer << /Root 1 0 R >>\n%%EOF"
    )


def sheet_of_a_million_rows() -> bytes:
    """A workbook with a million rows, and a last cell beyond them."""
    import openpyxl

    from tests.adapters.hostile_files import zip_of

    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    import zipfile

    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 1_000_001))
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData>{rows}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    with zipfile.ZipFile(book) as package:
        kept = [(name, package.read(name)) for name in package.namelist()]
    return zip_of(
        *((name, sheet.encode() if name.endswith("sheet1.xml") else data) for name, data in kept)
    )


def mail_of_headers(count: int = 1_000_000) -> bytes:
    """A million headers."""
    return b"From: a@b.example\nMessage-ID: <h@b.example>\n" + b"X: y\n" * count + b"\nHei\n"


def mail_of_60_megabytes() -> bytes:
    """A letter with an attachment of 44 MB, which is 60 MB as it is sent."""
    line = b"QUJD" * 19 + b"\n"
    return (
        b"From: a@b.example\nMessage-ID: <60@b.example>\nMIME-Version: 1.0\nSubject: Svar\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nHei\n--b\n'
        b'Content-Type: application/octet-stream; name="stor.bin"\n'
        b"Content-Transfer-Encoding: base64\n\n" + line * (60_000_000 // len(line)) + b"\n--b--\n"
    )


def bombs() -> dict[str, Callable[[], bytes]]:
    """All of them by name."""
    from tests.adapters.hostile_files import HOSTILE, mail_nested

    return {
        **{name: make for name, (make, _) in HOSTILE.items() if name != "nothing.docx"},
        "zip-in-zips.zip": zip_in_zips,
        "quine.gz": quine,
        "100-megapixels.png": png_of_100_megapixels,
        "huge-pages.pdf": pdf_of_huge_pages,
        "a-million-rows.xlsx": sheet_of_a_million_rows,
        "10000-levels.eml": lambda: mail_nested(10_000),
        "a-million-headers.eml": mail_of_headers,
        "60-megabytes.eml": mail_of_60_megabytes,
    }


def by_mail(name: str, data: bytes) -> bytes:
    """The mail that brings it: itself where it is one, else attached."""
    if name.endswith(".eml"):
        return data
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Kari <kari@kommune.example>", f"{CASE} svar"
    mail["Message-ID"] = f"<{uuid4()}@kommune.example>"
    mail.set_content("Se vedlegg.")
    mail.add_attachment(data, "application", "octet-stream", filename=name)
    return mail.as_bytes()


def hand_in(name: str, data: bytes) -> list[str]:
    """Uploads and mails one; what was not stored as it came."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from innspill.pipeline import mail_in, wiring
    from innspill.stages.intake.models import Item

    faults, store = [], wiring.store()
    raw = by_mail(name, data)
    receipt = mail_in.take_in(raw, now=wiring.clock().now(), store=store)
    if store.get(receipt.files[0].sha256) != raw:
        faults.append(f"{name}: the mail is not stored as it came")
    form = {"key": str(uuid4()), "sender": "Kari", "documents": SimpleUploadedFile(name, data)}
    answer = Client(SERVER_NAME="localhost").post(f"/horinger/{SLUG}/svar-inn/filer/", form)
    if answer.status_code == 422 and len(data) > 50_000_000:
        return faults  # the form says in words that it is too large
    if answer.status_code != 302:
        return [*faults, f"{name}: the upload was answered {answer.status_code}"]
    number = int(answer["Location"].rstrip("/").rpartition("/")[2])
    kept = Item.objects.get(delivery__number=number)
    if kept.sha256 != hashlib.sha256(data).hexdigest() or store.get(kept.sha256) != data:
        faults.append(f"{name}: the upload is not stored as it came")
    return faults


def work_through() -> list[str]:
    """Runs the steps until nothing waits; what took too long or met a mishap."""
    from innspill.pipeline import work
    from innspill.pipeline.steps import STEPS
    from innspill.shared.journal.queries import mishaps

    faults = []
    while True:
        done = 0
        for step in STEPS:
            for thing in step.things():
                began = time.monotonic()
                done += work.run_one(step, thing)
                taken = time.monotonic() - began
                if taken > LONGEST:
                    faults.append(f"{step.name} {thing} took {taken:.0f} s")
        if not done:
            return [*faults, *(f"mishap: {met.step} {met.what[:90]}" for met in mishaps())]


def good_is_read(number: int) -> list[str]:
    """Whether the good response behind them stands in the register as a letter that was read."""
    from innspill.stages.intake import queries as intake
    from innspill.stages.reading.models import Reading

    shown = intake.by_number(number)
    kinds = list(Reading.objects.filter(delivery_id=shown.id).values_list("kind", flat=True))
    return (
        []
        if kinds == ["letter"] and shown.state == "registered"
        else [f"behind: {kinds}, {shown.state}"]
    )


def main(given: Sequence[str] | None = None) -> int:
    """Arguments, the trial, one line of verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="names of the bombs to use")
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="innspill-bombs-") as folder:
        home = Path(folder) / "home"
        load_hearing(home)
        django_on(home)
        from innspill.pipeline import wiring
        from innspill.stages.intake import actions
        from tests.core.reading.blocks.word import p, word

        chosen = {name: make for name, make in bombs().items()
                  if not arguments.only or name in arguments.only}  # fmt: skip
        faults, began = [], time.monotonic()
        for name, make in chosen.items():
            faults += hand_in(name, make())
        stored = time.monotonic() - began
        good = actions.receive(
            consultation_slug=SLUG, channel="upload", files=[("svar.docx", word(p("Kommunen støtter rådene, og vil ha flere husker.")))],
            idempotency_key="good", now=wiring.clock().now(), store=wiring.store(),
        )  # fmt: skip
        faults += work_through()
        faults += good_is_read(good.number)
    for fault in faults:
        print(fault)
    print(
        f"{'FAULT' if faults else 'OK'}: {len(chosen)} bombs by upload and mail, stored in"
        f" {stored:.0f} s, worked through in {time.monotonic() - began - stored:.0f} s;"
        f" {len(faults)} faults"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
