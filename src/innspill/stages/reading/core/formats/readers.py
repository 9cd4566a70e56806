"""Which reader opens which kind of file: the only list of them.

To read a new kind, let `sniff` tell it by its bytes, write `open_…(given) -> Opened`, and add it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.archive import is_mailbox, letters_of, members_of
from innspill.stages.reading.core.formats.converted import KINDS, open_by_conversion, open_pages
from innspill.stages.reading.core.formats.docx.document import read_docx
from innspill.stages.reading.core.formats.flat_word import unflattened
from innspill.stages.reading.core.formats.html import read_html
from innspill.stages.reading.core.formats.mail import read_mail
from innspill.stages.reading.core.formats.mail_body import mark_lines
from innspill.stages.reading.core.formats.odf.document import read_flat_odf, read_odf
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.formats.outlook import read_outlook
from innspill.stages.reading.core.formats.outlook_body import shown_of
from innspill.stages.reading.core.formats.pdf.document import read_pdf
from innspill.stages.reading.core.formats.plain_text import read_plain_text
from innspill.stages.reading.core.formats.rtf.document import read_rtf
from innspill.stages.reading.core.formats.tnef import read_tnef
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


def open_mail(given: Given) -> Opened:
    """A mail with its attachments, or a mailbox file with its mails."""
    if is_mailbox(given.data):
        return Opened(Document(MAILBOX, ()), letters_of(given.data))
    mail, attachments = read_mail(given.data)
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
    return Opened(*read_pdf(given.data))


def open_html(given: Given) -> Opened:
    """A web page."""
    return Opened(read_html(given.data))


def open_text(given: Given) -> Opened:
    """Plain text, and all that is told by nothing else."""
    return Opened(read_plain_text(given.data))


def open_odf(given: Given) -> Opened:
    """An OpenDocument file."""
    return Opened(read_odf(given.package, given.media_type))


def open_flat_odf(given: Given) -> Opened:
    """An OpenDocument file in a single XML file."""
    return Opened(read_flat_odf(given.data, given.media_type))


def open_flat_word(given: Given) -> Opened:
    """A Word document in a single XML file."""
    return Opened(replace(read_docx(unflattened(given.data)), media_type=given.media_type))


def open_rtf(given: Given) -> Opened:
    """An RTF document."""
    return Opened(read_rtf(given.data))


READERS: Mapping[str, Callable[[Given], Opened]] = {
    sniff.WORD: open_word,
    sniff.ZIP: open_archive,
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
    sniff.HTML: open_html,
    sniff.TEXT: open_text,
}
