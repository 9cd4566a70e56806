"""One response in every kind of file that people send, made by real programs where there are any.

The response is a sample's form. LibreOffice saves it in its own ways and prints it, the print is
photographed page by page, and mails, archives and sheets are made around it.
"""

from __future__ import annotations

import csv
import io
import mailbox
import shutil
import subprocess
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pypdfium2

from innspill.stages.consultations.core.filled import AnswerGiven, FilledForm, Offered, to_bytes
from tests.core.reading.blocks.outlook_files import (
    UNICODE,
    Property,
    attachment,
    compound,
    message,
)

FORM = "Granmo_svarskjema_utfylt.docx"
TICKS = {"1": ["yes"], "2": ["no"], "3": ["yes"], "4": ["yes"], "5": ["yes"]}
LABELS = {"yes": "Ja", "no": "Nei"}
SAVED_AS = {"svar.odt": "odt", "svar.rtf": "rtf", "gammel.doc": "doc", "utskrift.pdf": "pdf"}
SCANS = ("skannet.pdf", "skannet.tiff", "bilde.png", "bilde.jpg")
_DPI = 200
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


def make_all(form: Path, questions: dict[str, str], folder: Path) -> list[str]:
    """Writes the response in every kind into `folder`; gives the files' names."""
    data = form.read_bytes()
    (folder / "svar.docx").write_bytes(data)
    (folder / "makroer.docm").write_bytes(with_macros(data))
    with zipfile.ZipFile(folder / "pakket.zip", "w") as package:
        package.writestr("vedlegg/svar.docx", data)
    mail = mail_with(data)
    (folder / "post.eml").write_bytes(bytes(mail))
    (folder / "outlook.msg").write_bytes(as_outlook(data))
    box = mailbox.mbox(folder / "postkasse.mbox")
    box.add(mail)
    box.add(mail_saying("Vi støtter forslaget om felles vaktordning.", "Lia vel"))
    box.close()
    answers = [
        (text, LABELS[TICKS[number][0]]) for number, text in questions.items() if number in TICKS
    ]
    as_sheet(folder / "regneark.xlsx", answers)
    as_rows(folder / "rader.csv", answers)
    (folder / "svar.json").write_bytes(as_web_answer(questions))
    (folder / "side.html").write_text(as_page(answers), "utf-8")
    (folder / "notat.md").write_text(as_markdown(answers), "utf-8")
    if shutil.which("soffice"):
        _save_as(form, folder)
        _scan(folder / "utskrift.pdf", folder)
    return sorted(path.name for path in folder.iterdir())


def with_macros(data: bytes) -> bytes:
    """The same document with a macro part, the way a .docm has one."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"officedocument.wordprocessingml.document.main+xml",
                    b"ms-word.document.macroEnabled.main+xml",
                ).replace(b"openxmlformats-ms-word", b"ms-word")
            new.writestr(name, part)
        new.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    return content.getvalue()


def mail_with(data: bytes) -> EmailMessage:
    """A cover mail with the form attached."""
    mail = mail_saying("Hei\n\nVedlagt følger svarskjema.\n", "Granmo kommune")
    mail.add_attachment(
        data, maintype="application", subtype=WORD, filename="Svarskjema Granmo.docx"
    )
    return mail


def as_outlook(data: bytes) -> bytes:
    """The same as Outlook keeps it."""
    said = "Hei\r\n\r\nVedlagt følger svarskjema.\r\n"
    properties: list[Property] = [
        (0x001A, UNICODE, "IPM.Note"),
        (0x0037, UNICODE, "Høringssvar"),
        (0x0C1A, UNICODE, "Granmo kommune"),
        (0x1000, UNICODE, said),
    ]
    return compound(message(properties, attachment("Svarskjema Granmo.docx", data)))


def mail_saying(text: str, sender: str) -> EmailMessage:
    """A mail with nothing but words."""
    mail = EmailMessage()
    mail["From"] = f"{sender} <post@granmo.example>"
    mail["To"] = "post@direktoratet.example"
    mail["Subject"] = "Høringssvar"
    mail["Message-ID"] = f"<{abs(len(text))}@granmo.example>"
    mail["Date"] = "Mon, 09 Mar 2026 10:00:00 +0100"
    mail.set_content(text)
    return mail


def as_web_answer(questions: dict[str, str]) -> bytes:
    """The answers as the web form hands them in."""
    given = tuple(
        AnswerGiven(
            question=number,
            asked=text,
            offered=tuple(
                Offered(id=choice, text=label, ticked=choice in TICKS.get(number, ()))
                for choice, label in LABELS.items()
                if number in TICKS
            ),
        )
        for number, text in questions.items()
    )
    return to_bytes(FilledForm(case_number="", title="", answers=given))


def as_sheet(path: Path, answers: list[tuple[str, str]]) -> None:
    """An answer sheet: one response a row, one question a column."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Virksomhet", *(question for question, _ in answers)])
    sheet.append(["Granmo kommune", *(answer for _, answer in answers)])
    book.save(path)


def as_rows(path: Path, answers: list[tuple[str, str]]) -> None:
    """The same as comma-separated text, as Norwegian Excel writes it."""
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        rows = csv.writer(target, delimiter=";")
        rows.writerow(["Virksomhet", *(question for question, _ in answers)])
        rows.writerow(["Granmo kommune", *(answer for _, answer in answers)])


def as_page(answers: list[tuple[str, str]]) -> str:
    """The answers as a web page."""
    parts = "".join(
        f"<p>{number}. {question}</p><p>☒ {answer}</p>"
        for number, (question, answer) in enumerate(answers, start=1)
    )
    return f"<!doctype html><html><head><meta charset=utf-8></head><body>{parts}</body></html>"


def as_markdown(answers: list[tuple[str, str]]) -> str:
    """The answers as Markdown with lists to tick."""
    return "".join(
        f"## {number}. {question}\n\n"
        + "".join(f"- [{'x' if label == answer else ' '}] {label}\n" for label in ("Ja", "Nei"))
        + "\n"
        for number, (question, answer) in enumerate(answers, start=1)
    )


def _save_as(form: Path, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for name, kind in SAVED_AS.items():
            source = Path(scratch) / f"{Path(name).stem}.docx"
            source.write_bytes(form.read_bytes())
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless",
                 "--convert-to", kind, "--outdir", str(folder), str(source)],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip


def _scan(printed: Path, folder: Path) -> None:
    pdf = pypdfium2.PdfDocument(printed)
    pages = [
        page.render(scale=_DPI / 72).to_pil().convert("L").rotate(0.4, fillcolor=255)
        for page in pdf
    ]
    pdf.close()
    # A picture remembers how it was saved: each file is made from pictures of its own.
    first, *rest = (page.copy() for page in pages)
    first.save(folder / "skannet.pdf", save_all=True, append_images=rest, resolution=_DPI)
    first, *rest = (page.copy() for page in pages)
    sizes = {"dpi": (_DPI, _DPI)}
    first.save(folder / "skannet.tiff", save_all=True, append_images=rest, **sizes)
    pages[0].copy().save(folder / "bilde.png", **sizes)
    pages[0].copy().save(folder / "bilde.jpg", quality=80, **sizes)
