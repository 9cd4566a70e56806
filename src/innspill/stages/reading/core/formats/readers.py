"""Which reader opens which kind of file: the only list of them.

To read a new kind, let `sniff` tell it by its bytes, write `open_…(given) -> Opened`, and add it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.archive import (
    is_mailbox,
    letters_of,
    members_of,
    packed_alone,
    tape_members,
)
from innspill.stages.reading.core.formats.converted import KINDS, open_by_conversion, open_pages
from innspill.stages.reading.core.formats.csv_tables import read_table
from innspill.stages.reading.core.formats.docx.document import read_docx
from innspill.stages.reading.core.formats.flat_word import unflattened
from innspill.stages.reading.core.formats.html import read_html
from innspill.stages.reading.core.formats.mail import read_mail
from innspill.stages.reading.core.formats.mail_body import mark_lines
from innspill.stages.reading.core.formats.manuscript import FEW_WORDS
from innspill.stages.reading.core.formats.odf.document import read_flat_odf, read_odf
from innspill.stages.reading.core.formats.ods import read_ods
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.formats.outlook import read_outlook
from innspill.stages.reading.core.formats.outlook_body import shown_of
from innspill.stages.reading.core.formats.pdf.document import read_pdf
from innspill.stages.reading.core.formats.plain_text import read_plain_text
from innspill.stages.reading.core.formats.rtf.document import read_rtf
from innspill.stages.reading.core.formats.sheets import read_sheets
from innspill.stages.reading.core.formats.tnef import read_tnef
from innspill.stages.reading.core.formats.web_answer import read_web_answer
from innspill.stages.reading.core.values import Document

MAILBOX = "application/mbox"


def open_word(given: Given) -> Opened:
    """A Word document, with or without macros: they are never looked at."""
    return Opened(read_docx(given.package))


def open_archive(given: Given) -> Opened:
    """A .zip: nothing but its members."""
    package = given.package
    document = Document(sniff.ZIP, (), properties={"members": str(len(package.names))})
    return Opened(document, members_of(package))


def open_gzip(given: Given) -> Opened:
    """A .gz: nothing but the file in it."""
    return Opened(Document(sniff.GZIP, ()), [packed_alone(given.data)])


def open_tape(given: Given) -> Opened:
    """A .tar: nothing but its members."""
    return Opened(Document(sniff.TAPE, ()), tape_members(given.data))


def open_mail(given: Given) -> Opened:
    """A mail with its attachments, or a mailbox file with its mails."""
    if is_mailbox(given.data):
        return Opened(Document(MAILBOX, ()), letters_of(given.data))
    mail, attachments = read_mail(given.data)
    if mail.media_type == sniff.HTML:
        # What a saved page shows in its pictures is no file of the sender.
        return Opened(mail)
    return Opened(mail, ((item.name, item.data) for item in attachments))


def open_outlook(given: Given) -> Opened:
    """An Outlook message with its attachments."""
    return Opened(*read_outlook(given.data))


def open_tnef(given: Given) -> Opened:
    """An Outlook package (winmail.dat) that came by itself."""
    package = read_tnef(given.data)
    shown = shown_of(package.body)
    flags = () if package.whole else ("damaged-part",)
    blocks = tuple(mark_lines(shown.blocks))
    return Opened(Document(sniff.TNEF, blocks, tuple(shown.hidden), flags=flags), package.files)


def open_pdf(given: Given) -> Opened:
    """A PDF and the files attached to it."""
    read = read_pdf(given.data, given.tools)
    return Opened(read.document, read.attached, read.tools)


def open_html(given: Given) -> Opened:
    """A web page."""
    return Opened(read_html(given.data))


def open_sheets(given: Given) -> Opened:
    """A spreadsheet, with or without macros: they are never looked at."""
    return Opened(read_sheets(given.data, given.package))


def open_ods(given: Given) -> Opened:
    """A spreadsheet of OpenDocument."""
    return Opened(read_ods(given.package))


def open_table(given: Given) -> Opened:
    """A table as text."""
    return Opened(read_table(given.data))


def open_text(given: Given) -> Opened:
    """Plain text, and all that is told by nothing else."""
    return Opened(read_plain_text(given.data))


def open_web_answer(given: Given) -> Opened:
    """What the web form handed in."""
    return Opened(read_web_answer(given.data))


def open_odf(given: Given) -> Opened:
    """An OpenDocument file."""
    return Opened(read_odf(given.package, given.media_type))


def open_flat_odf(given: Given) -> Opened:
    """An OpenDocument file in a single XML file."""
    return Opened(read_flat_odf(given.data, given.media_type))


def open_flat_word(given: Given) -> Opened:
    """A Word document in a single XML file."""
    return Opened(replace(read_docx(unflattened(given.data)), media_type=given.media_type))


def open_web_archive(given: Given) -> Opened:
    """A "single file web page" of Word: built as a mail is, its parts are no files of the sender."""
    page, parts = read_mail(given.data)
    kinds = (sniff.sniff(part.data) for part in parts if isinstance(part.data, bytes))
    pictures = any(kind.media_type.startswith("image/") for kind in kinds)
    few = sum(len(block.text.split()) for block in page.blocks) < FEW_WORDS
    flags = (*page.flags, "pages-without-text") if pictures and few else page.flags
    return Opened(replace(page, media_type=given.media_type, flags=flags))


def open_rtf(given: Given) -> Opened:
    """An RTF document."""
    return Opened(read_rtf(given.data))


def open_picture(given: Given) -> Opened:
    """A scan or photo; what it takes is loaded only where there is one."""
    from innspill.stages.reading.core.formats.scan.document import open_picture as opened

    return opened(given)


READERS: Mapping[str, Callable[[Given], Opened]] = {
    sniff.WORD: open_word,
    sniff.ZIP: open_archive,
    sniff.GZIP: open_gzip,
    sniff.TAPE: open_tape,
    sniff.MAIL: open_mail,
    sniff.OUTLOOK: open_outlook,
    sniff.TNEF: open_tnef,
    sniff.PDF: open_pdf,
    **dict.fromkeys(sniff.ODF_KINDS, open_odf),
    sniff.FLAT_ODT: open_flat_odf,
    sniff.RTF: open_rtf,
    **dict.fromkeys(KINDS, open_by_conversion),
    sniff.PAGES: open_pages,
    sniff.FLAT_WORD: open_flat_word,
    sniff.WEB_ARCHIVE: open_web_archive,
    sniff.HTML: open_html,
    sniff.TEXT: open_text,
    sniff.WEB_ANSWER: open_web_answer,
    sniff.SHEETS: open_sheets,
    sniff.OPEN_SHEETS: open_ods,
    sniff.TABLE: open_table,
    **dict.fromkeys(sniff.PICTURES, open_picture),
}
