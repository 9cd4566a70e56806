"""Whatever comes as a mail is kept as it came: damaged, hostile and odd mails by the hundred thousand.

Each goes through `mail_in.take_in` with a real database and byte store: stored byte for byte, one
delivery each (brought again: the same receipt), and nothing raised. So do the mails that carry
every file of the tests and of ../shared, and as uploads those files themselves. Some hundreds go
through the real pipe (`innspill receive-mail`).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

from tests.soak.homes import CASE, SLUG, django_on, innspill, load_hearing

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "samples", ROOT / "tests", ROOT.parent / "shared")
LARGEST = 3_000_000
SLOWEST = 2.0
"""Seconds of processor that the headers of one mail may cost."""
_ODD = (
    b"\0", b"\r", b"\n", b"\r\n\r\n", b"\n\n", b"\xff\xfe", b"\xc3", b"=?utf-8?b?////?=", b"=?x?q?",
    b"From: ", b"\nFrom: <>", b"\nBcc: a@b.no\n", b"Message-ID: <", b"\nContent-Type: multipart/mixed",
    b"; boundary=", b"; charset=utf-7", b"(((((", b'"""', b"<<<>>>", b",,,,;;;", b"\nTo: ",
    b"\nReply-To: =?utf-8?q?=0A?=", b" " * 900, b"a" * 3_000, b"\nReceived: from x", b"\n\t", b"\n ",
    b"Content-Transfer-Encoding: base64\n", b"--", b"\nAuto-Submitted: ", b"@" * 200, b"\xe2\x80\xae",
)  # fmt: skip


def first_mails() -> list[bytes]:
    """The mails of all fixtures, and some that were made to harm."""
    from tests.adapters.hostile_files import mail_nested, mail_of_addresses, mail_of_parts

    found = [
        path.read_bytes() for folder in FOLDERS for path in sorted(folder.rglob("*.eml"))
        if path.stat().st_size < 200_000
    ]  # fmt: skip
    person = b"From: a@b.no\nMessage-ID: <1@b.no>\n"
    return [
        *found, mail_nested(40), mail_of_parts(40), mail_of_addresses(60), person + b"\nHei\n",
        b"", b"\n", b"From", b"From: =?utf-8?b?////?= <\xff@\xfe>\nSubject: =?x?q?=\n\n",
        b"From: a@b.no\nSubject: " + b"=?utf-8?q?=C3=A5?= " * 300 + b"\n\nHei",
        person + b"References: " + b"<x@y.no> " * 2_000 + b"\n\nHei",
        person + b"To: " + b"(" * 3_000 + b"\n\nHei",
        person + b"To: " + b'"\\' * 3_000 + b"\n\nHei",
        b"X: y\n" * 3_000 + person + b"\nHei",
        person + b"Subject: " + f"{CASE} ".encode() * 400 + b"\n\nHei",
    ]  # fmt: skip


def changed(mails: Sequence[bytes], chance: random.Random) -> bytes:
    """A mail with one to six changes, most of them in its head."""
    data = bytearray(chance.choice(mails))
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        reach = min(len(data), 1_500) if chance.random() < 0.8 else len(data)
        at = chance.randrange(reach + 1)
        kind = chance.randrange(6)
        size = chance.choice((1, 2, 10, 80, 500))
        if kind == 0 and data:
            data[min(at, len(data) - 1)] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + size]
        elif kind == 2:
            data[at:at] = data[at : at + size] * chance.choice((1, 2, 20))
        elif kind == 3:
            other = chance.choice(mails)
            begin = chance.randrange(len(other) + 1)
            data[at:at] = other[begin : begin + size]
        else:
            data[at:at] = chance.choice(_ODD)
    return bytes(data)


def fixtures() -> Iterator[Path]:
    """Every file of the tests, the samples and ../shared that is not too large to be mailed."""
    for folder in FOLDERS:
        for path in sorted(folder.rglob("*")):
            if (
                path.is_file()
                and 0 < path.stat().st_size < LARGEST
                and "__pycache__" not in path.parts
            ):
                yield path


def carrying(path: Path) -> bytes:
    """A mail with that file attached."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.no", "post@narmiljo.example", f"{CASE} svar"
    mail["Message-ID"] = f"<{uuid4()}@b.no>"
    mail.set_content("Se vedlegg.")
    name = path.name.encode("ascii", "replace").decode()
    mail.add_attachment(path.read_bytes(), "application", "octet-stream", filename=name)
    return mail.as_bytes()


@dataclass
class Seen:
    """What has been taken in."""

    numbers: dict[bytes, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    brought_again: int = 0

    def take_in(self, raw: bytes) -> None:
        """One mail, held to all that is promised."""
        from innspill.pipeline import mail_in, wiring
        from innspill.stages.intake.core.envelope import envelope_of

        began = time.thread_time()
        envelope_of(raw)
        self.slowest = max(self.slowest, time.thread_time() - began)
        digest = hashlib.sha256(raw).digest()
        store = wiring.store()
        try:
            receipt = mail_in.take_in(raw, now=wiring.clock().now(), store=store)
        except Exception as error:  # noqa: BLE001 - that is what may not be
            self._fault(raw, f"{type(error).__name__}: {error}")
            return
        expected = self.numbers.get(digest, len(self.numbers) + 1)
        self.brought_again += digest in self.numbers
        self.numbers[digest] = receipt.number
        if receipt.number != expected:
            self._fault(raw, f"is delivery {receipt.number}, not {expected}")
        if len(receipt.files) != 1 or store.get(receipt.files[0].sha256) != raw:
            self._fault(raw, "is not stored as it came")

    def _fault(self, raw: bytes, what: str) -> None:
        self.faults.append(f"{hashlib.sha256(raw).hexdigest()[:12]} {what}")


def fuzz(seen: Seen, count: int, seed: int) -> None:
    """Takes in so many mails; one in twenty is brought a second time."""
    chance, mails = random.Random(seed), first_mails()
    for raw in mails:
        seen.take_in(raw)
    for at in range(count - len(mails)):
        raw = changed(mails, chance)
        seen.take_in(raw)
        if at % 20 == 0:
            seen.take_in(raw)


def carry(seen: Seen, most: int) -> int:
    """Each fixture by mail and by the upload page; how many they were."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from innspill.pipeline import wiring
    from innspill.stages.intake.models import Item

    client, done = Client(SERVER_NAME="localhost"), 0
    for path in list(fixtures())[:most]:
        data, raw = path.read_bytes(), carrying(path)
        seen.take_in(raw)
        (kept,) = message_from_bytes(
            wiring.store().get(_sha256_of(raw)), policy=policy.default
        ).iter_attachments()  # type: ignore[attr-defined,unused-ignore]
        if kept.get_payload(decode=True) != data:
            seen.faults.append(f"{path}: the attachment is not the file")
        form = {"key": str(uuid4()), "sender": "A", "documents": SimpleUploadedFile("fil", data)}
        answer = client.post(f"/horinger/{SLUG}/svar-inn/filer/", form)
        number = int(answer["Location"].rstrip("/").rpartition("/")[2])
        seen.numbers[f"upload {path}".encode()] = number
        item = Item.objects.get(delivery__number=number)
        if wiring.store().get(item.sha256) != data:
            seen.faults.append(f"{path}: the upload is not the file")
        done += 1
    return done


def pipe(home: Path, count: int, seed: int) -> list[str]:
    """Some mails through the mail server's pipe, each with a process of its own; what went wrong."""
    from innspill.adapters.byte_store import FolderByteStore

    chance, mails, faults = random.Random(seed), first_mails(), []
    for _ in range(count):
        raw = changed(mails, chance)
        if not raw.strip():
            continue
        said = innspill(home, "receive-mail", given=raw)
        if (
            not said.startswith("delivery ")
            or FolderByteStore(home / "bytes").get(_sha256_of(raw)) != raw
        ):
            faults.append(f"pipe: {said!r}")
    return faults


def _sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def main(given: Sequence[str] | None = None) -> int:
    """Arguments, the trial, one line of verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--pipe", type=int, default=300)
    parser.add_argument("--files", type=int, default=10_000, help="fixtures at the most")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(given)
    # In memory where there is such a folder: here it is the bytes that count, not the disk.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(
        prefix="innspill-mail-", dir=memory if memory.is_dir() else None
    ) as folder:
        home = Path(folder) / "home"
        load_hearing(home)
        django_on(home)
        from django.conf import settings

        settings.POSTS_A_MINUTE = 10**9
        seen = Seen()
        began = time.monotonic()
        fuzz(seen, arguments.count, arguments.seed)
        carried = carry(seen, arguments.files)
        faults = [*seen.faults, *pipe(home, arguments.pipe, arguments.seed + 1)]
        taken = time.monotonic() - began
    well = not faults and seen.slowest < SLOWEST
    for fault in faults[:20]:
        print(fault)
    print(
        f"{'OK' if well else 'FAULT'}: {arguments.count} mails and {carried} fixtures by mail and"
        f" upload, {arguments.pipe} through the pipe, in {taken:.0f} s: {len(faults)} faults;"
        f" {seen.brought_again} brought again gave the same receipt; the slowest headers took"
        f" {seen.slowest * 1000:.1f} ms"
    )
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
