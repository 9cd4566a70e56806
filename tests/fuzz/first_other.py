"""First files for what few people send: old and flat documents, saved pages, tapes, Markdown."""

from __future__ import annotations

import base64
import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterator

from tests.core.reading.blocks import pdf_files

from . import outlook_files
from .mutate import packed

_PAGE = (
    "<!DOCTYPE html><html lang=nb><head><meta charset=utf-8><title>Svar</title></head><body>"
    "<!-- merk --><h2>1) Mangler det noe?</h2><form><input type=checkbox id=q1 checked> Ja "
    "<input type=radio name=q2> Nei <input type=text value='Ja, mye'><select><option>Enig<option "
    "selected>Uenig<option selected>Vet ikke</select><textarea id=q3>Linje 1\n  Linje 2</textarea>"
    "</form><ol start=3 type=a><li>punkt<li value=11>neste<ul><li>under</ul></ol><table><caption>"
    "Tabell</caption><thead><tr><th colspan=2>Spørsmål<th>Svar</thead><tr><td rowspan=2>1<td>a<td>"
    "☒ Ja<tr><td hidden>borte<td><table><tr><td>inni</table></table><p>Tekst<sup><a href=#1>[1]</a>"
    "</sup> <b>fet</b> <s>nei</s> <span style='background:yellow'>gul</span><p style='display:none'>"
    "skjult<pre>  a\n  b</pre><blockquote>sitat</blockquote><div class=gmail_quote>før</div>"
    "<script>x</script><div id=divRplyFwdMsg>Fra: b</div><p>etter</body></html>"
)
_MARKDOWN = (
    "Høringssvar\n===========\n\n## Spørsmål 1\n\n- [x] Ja\n- [ ] Nei\n\n1. punkt[^1]\n   * under\n\n"
    "[^1]: Note.\n\n| Spørsmål | Svar |\n|---|---|\n| 2 | ☒ Ja |\n\n> sitat\n\n**fet** ~~nei~~\n"
    "Underlinje\n---\n\f# Side 2\n"
)
_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"


def other_files(word: bytes) -> Iterator[bytes]:
    """One file after the other; `word` is a .docx that is made flat, and packed."""
    page = _PAGE.encode()
    yield page
    yield _MARKDOWN.encode()
    yield _MARKDOWN.encode("cp1252", "replace").replace(b"\n", b"\r\n")
    yield from (_flat(word, binary=binary) for binary in (False, True))
    yield from (_web_archive(page, ending) for ending in (b"\n", b"\r\n"))
    yield gzip.compress(_MARKDOWN.encode(), mtime=0)
    yield _tape({"svar/å.txt": b"1) Ja", "svar.html": page, "tom": b""})
    yield _quoting_mail()
    yield from _to_convert()


def _to_convert() -> Iterator[bytes]:
    """What only a program outside reads: without one, each is refused as such."""
    yield outlook_files.compound(
        {"WordDocument": b"\xec\xa5\xc1\0" + b"Svar " * 900, "1Table": b"x"}
    )
    yield outlook_files.compound({"StarWriterDocument": b"x" * 40})
    yield outlook_files.compound({"MatOST": b"x" * 40})
    yield b"\xffWPC" + b"\0" * 40
    yield b"WordPro\0" + b"\1" * 20
    yield b'<?xml version="1.0"?><abiword version="1"><p>Svar</p></abiword>'
    yield packed({"mimetype": b"application/vnd.sun.xml.writer", "content.xml": b"<a/>"})
    preview = pdf_files.pdf([(72, 700, 11, "Svar")])
    yield packed({"Index/Document.iwa": b"x"})
    yield packed({"Index/Document.iwa": b"x", "QuickLook/Preview.pdf": preview})


def _flat(word: bytes, *, binary: bool) -> bytes:
    """The .docx in one XML file, its parts as XML or as the letters that stand for bytes."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        for name in package.namelist()[1:]:
            content = package.read(name)
            if binary or content[:1] != b"<":
                body = f"<pkg:binaryData>{base64.b64encode(content).decode()}</pkg:binaryData>"
            else:
                root = (
                    content.decode().partition("?>")[2]
                    if content[:2] == b"<?"
                    else content.decode()
                )
                body = f"<pkg:xmlData>{root}</pkg:xmlData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{body}</pkg:part>')
    return (
        f'<?xml version="1.0"?><pkg:package xmlns:pkg="{_PKG}">{"".join(parts)}</pkg:package>'
    ).encode()


def _web_archive(page: bytes, ending: bytes) -> bytes:
    lines = (
        b"MIME-Version: 1.0", b"X-Document-Type: Document",
        b'Content-Type: multipart/related; boundary="grense"', b"", b"En fil.", b"",
        b"--grense", b"Content-Location: file:///C:/svar.htm",
        b"Content-Transfer-Encoding: base64", b'Content-Type: text/html; charset="utf-8"', b"",
        base64.encodebytes(page),
        b"--grense", b"Content-Location: file:///C:/bilde.png", b"Content-Type: image/png",
        b"Content-Transfer-Encoding: base64", b"", base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 20),
        b"--grense--", b"",
    )  # fmt: skip
    return ending.join(lines)


def _tape(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tape:
        for name, data in members.items():
            head = tarfile.TarInfo(name)
            head.size = len(data)
            tape.addfile(head, io.BytesIO(data))
        link = tarfile.TarInfo("lenke")
        link.type, link.linkname = tarfile.SYMTYPE, "../svar"
        tape.addfile(link)
    return out.getvalue()


def _quoting_mail() -> bytes:
    """A mail with its answers between the lines of the form that came with the mail it answers."""
    text = (
        "Hei,\n\nVi svarer under.\n\nMed hilsen\nKari Vik\n-- \nÅs kommune\n\n"
        "Den 9. mai 2026 kl. 10:11 skrev Etaten <a@b.example>:\n> Til høringsinstansene\n>\n"
        "> 1) Mangler det noe?\n> [ ] Ja [ ] Nei\n[x] Ja\nDet mangler mye.\n>> 2) Er du enig?\nNei.\n"
        "\n-----Opprinnelig melding-----\nFra: Etaten\nSendt: 9. mai 2026\nTil: Kari\nEmne: Høring\n\n"
        "3) Annet?\n"
    )
    head = (
        "From: Kari Vik <k@vik.example>\nTo: a@b.example\nSubject: SV: =?utf-8?q?H=C3=B8ring?=\n"
        "Date: Sat, 9 May 2026 10:11:12 +0200\nMessage-ID: <1@vik.example>\nIn-Reply-To: <0@b.example>\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
    )
    return (head + text).encode()
