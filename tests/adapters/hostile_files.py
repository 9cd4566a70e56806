"""Files made to harm, each small on disk: bombs, endless nesting, locks, damage, wrong names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from tests.core.reading.blocks.pdf_files import pdf
from tests.core.reading.blocks.word import NAMESPACES, p, word

GOOD = word(p("Vi har lest forslaget og mener at det er godt."))


def zip_of(*members: tuple[str, bytes]) -> bytes:
    """A zip of members that are packed as tightly as they can be."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in members:
            package.writestr(name, data)
    return content.getvalue()


def word_with(document: bytes) -> bytes:
    """A Word document whose main part is `document` as it stands."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        kept = [
            (name, package.read(name)) for name in package.namelist() if "document.xml" not in name
        ]
        rels = "word/_rels/document.xml.rels"
        return zip_of(*kept, (rels, package.read(rels)), ("word/document.xml", document))


def _body(content: str, before: str = "") -> bytes:
    return f"{before}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>".encode()


def word_bomb() -> bytes:
    """Unpacks to 600 MB of text."""
    text = b"A" * (600 << 20)
    start, end = _body(p("\0")).split(b"\0")
    return word_with(start + text + end)


def word_of_elements() -> bytes:
    """Three million elements."""
    return word_with(_body("<w:p/>" * 3_000_000))


def word_nested() -> bytes:
    """A hundred thousand controls, each in the one before."""
    count = 100_000
    return word_with(
        _body("<w:sdt><w:sdtContent>" * count + p("x") + "</w:sdtContent></w:sdt>" * count)
    )


def word_with_entities() -> bytes:
    """A billion laughs."""
    entities = "".join(
        f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "ha" * 10}">' for at in range(10)
    )
    return word_with(_body(p("&a9;"), f"<!DOCTYPE d [{entities}]>"))


def word_with_outside_entity() -> bytes:
    """Text that would be fetched from a file of the machine."""
    return word_with(_body(p("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 1 GB, which makes PDFium end its process."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0 0 m " * 200_000) for _ in range(860)) + packer.flush()
    plain = pdf([(72, 700, 11, "Svar")])
    start = plain.index(b"5 0 obj")
    stream = b"5 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return (
        plain[:start] + stream + packed + b"\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"
    )


def mail_nested(depth: int = 2_000) -> bytes:
    """Parts in parts in parts."""
    start = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at)
        for at in range(depth)
    )
    return b"From: a@b.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\n" + start + b"\nHei\n"


def mail_of_parts(count: int = 50_000) -> bytes:
    """Fifty thousand parts beside each other."""
    head = (
        b"From: a@b.example\nTo: c@d.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n'
    )
    return head + b"--b\nContent-Type: text/plain\n\nHei\n" * count + b"--b--\n"


def mail_of_addresses(count: int = 20_000) -> bytes:
    """Twenty thousand receivers."""
    everyone = ",\n ".join(f'"Etternavn{at}, Fornavn" <a{at}@b.example>' for at in range(count))
    return (
        f"From: a@b.example\nTo: {everyone}\nMessage-ID: <1@b.example>\nSubject: Svar\n\nHei\n"
    ).encode()


def locked_zip() -> bytes:
    """A zip that says its member is locked with a password."""
    data = bytearray(zip_of(("svar.docx", GOOD)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def locked_word() -> bytes:
    """What Word writes for a document with a password: an OLE file with a packed stream in it."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + name + b"\0" * 480


HOSTILE: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    "word-bomb.docx": (word_bomb, frozenset({"too-big"})),
    "three-million-elements.docx": (word_of_elements, frozenset({"too-big", "empty-file"})),
    "nested-controls.docx": (word_nested, frozenset({"too-deep"})),
    "billion-laughs.docx": (word_with_entities, frozenset({"refused"})),
    "outside-entity.docx": (word_with_outside_entity, frozenset({"refused"})),
    "bomb.pdf": (pdf_bomb, frozenset({"reader-stopped", "too-big", "damaged", "needs-ocr"})),
    "nested.eml": (mail_nested, frozenset({"too-deep"})),
    "parts.eml": (mail_of_parts, frozenset({"too-big", "too-many-parts", "reader-stopped"})),
    "addresses.eml": (mail_of_addresses, frozenset({"too-many-addresses", "no-case-number"})),
    "truncated.docx": (lambda: GOOD[: len(GOOD) // 2], frozenset({"damaged"})),
    "truncated.pdf": (lambda: pdf([(72, 700, 11, "Svar")])[:200], frozenset({"damaged"})),
    "locked.zip": (locked_zip, frozenset({"encrypted"})),
    "locked.docx": (locked_word, frozenset({"encrypted"})),
    "really-a-word-file.pdf": (lambda: GOOD, frozenset({"no-case-number"})),
    "nothing.docx": (lambda: b"", frozenset({"empty-file"})),
}
"""How each is made, and the flags of which it must raise one."""
