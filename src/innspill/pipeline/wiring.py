"""Which adapter fills which port, for everything that runs with a database.

What few ask for and takes long to load is loaded where it is asked for: a mail server's pipe starts
a process for each mail.
"""

from __future__ import annotations

import atexit
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from innspill.adapters.byte_store import FolderByteStore
from innspill.adapters.clamd import Clamd, place_of
from innspill.adapters.imap_mailbox import ImapMailbox, mailbox_server_of
from innspill.adapters.reading_child import Limits, ReadingChild
from innspill.adapters.reading_jobs import (
    CONTENTS,
    DEFINITION,
    EDITED_SHEET,
    EDITED_WORD,
    ENTRIES,
    FINAL,
    HEARING,
    NEXT,
    NOTICE,
    OUTLINE,
    TEMPLATE,
    UNITS,
    WHICH_REPORT,
)
from innspill.adapters.smtp_outbox import SmtpOutbox, server_of
from innspill.adapters.system_clock import clock_showing
from innspill.shared.errors import BadInput, Unreadable
from innspill.shared.ports import ByteStore, Clock, Embedder
from innspill.shared.values import Sha256
from innspill.stages.consultations.core.outline_faults import WrongPaper

if TYPE_CHECKING:
    from innspill.adapters.language_model import ModelServer, OpenAiCompatible
    from innspill.adapters.search_index import LocalSearch
    from innspill.adapters.search_writing import IndexWriter
    from innspill.adapters.time_stamps import TimeStamps
    from innspill.adapters.unit_register import LocalUnits
    from innspill.shared.bounces import Notice
    from innspill.stages.analysis.core.model.batches import Price
    from innspill.stages.consultations.core.definition import Definition, Language
    from innspill.stages.consultations.core.paper_outline import Outline
    from innspill.stages.invitations.core.entries import Parsed
    from innspill.stages.invitations.core.units import Choice, Unit
    from innspill.stages.reading.core.collected import Contents, Unpacked
    from innspill.stages.reading.core.responses import NamedBytes, ReadDelivery
    from innspill.stages.reports.core.edited.sheet import SheetRead
    from innspill.stages.reports.core.edited.word_file import EditedFile
    from innspill.stages.reports.core.files import Writer
    from innspill.stages.reports.core.final_cleaning import Cleaned
    from innspill.stages.reports.core.word.template_check import TemplateChecked


def clock() -> Clock:
    """The clock: the machine's, or what INNSPILL_NOW says. Raises BadInput for a bad setting."""
    return clock_showing(settings.NOW)


def store() -> ByteStore:
    """Where bytes lie: the folder `bytes` in INNSPILL_HOME."""
    return FolderByteStore(settings.HOME / "bytes")


def units_file() -> Path:
    """Where the local copy of Enhetsregisteret lies, if there is one."""
    return Path(settings.HOME) / "units.sqlite3"


def units() -> LocalUnits | None:
    """The local copy of Enhetsregisteret; None where none was loaded (`innspill units load`)."""
    path = units_file()
    return _units(path) if path.exists() else None


def search_file() -> Path:
    """Where the search index lies, if there is one."""
    return Path(settings.HOME) / "search.sqlite3"


def search_index() -> LocalSearch | None:
    """The search index; None where none was made yet."""
    path = search_file()
    return _search_index(path) if path.exists() else None


@cache
def _search_index(path: Path) -> LocalSearch:
    from innspill.adapters.search_index import LocalSearch

    return LocalSearch(path)


def search_writer() -> IndexWriter:
    """What brings the search index up to date."""
    from innspill.adapters.search_writing import IndexWriter

    return IndexWriter(search_file())


@cache
def _units(path: Path) -> LocalUnits:
    from innspill.adapters.unit_register import LocalUnits

    return LocalUnits(path)


@cache
def reader() -> ReadDelivery:
    """What turns a delivery into responses: a child process with limits, ended with this one."""
    child = ReadingChild()
    atexit.register(child.close)
    return child.read_delivery


@cache
def _desk_child() -> ReadingChild:
    """The child for what is uploaded at the desk, and for mails that came back."""
    child = ReadingChild()
    atexit.register(child.close)
    return child


@cache
def builder() -> ReadingChild:
    """The child that builds public files and reads them again, with room for many pages."""
    child = ReadingChild(Limits(cpu_seconds=30, wall_seconds=120.0, memory_bytes=1 << 30))
    atexit.register(child.close)
    return child


def outline_of(name: str, data: bytes, language: Language) -> Outline:
    """`consultations.core.paper_outline.outline_of`, in the child. Raises WrongPaper."""
    try:
        return _desk_child().do(OUTLINE, [(name, data)], {"language": language})
    except Unreadable as error:
        raise WrongPaper("stopped", str(error), where=name) from error


def import_hearing(
    page: NamedBytes, form: NamedBytes | None, *, case_number: str | None, owner: str
) -> Definition:
    """`reading.core.importing.import_hearing`, in the child. Raises BadInput and Unreadable."""
    files = [page] if form is None else [page, form]
    return _desk_child().do(HEARING, files, {"case_number": case_number, "owner": owner})


def definition_in(name: str, data: bytes) -> Definition:
    """`consultations.core.files.loads`, in the child. Raises BadInput and Unreadable."""
    return _desk_child().do(DEFINITION, [(name, data)], {})


def read_sheet(name: str, data: bytes, group: str) -> Parsed:
    """`invitations.core.sheets.read_sheet`, in the child. Raises BadInput and Unreadable."""
    return _desk_child().do(ENTRIES, [(name, data)], {"group": group})


def check_template(name: str, data: bytes) -> TemplateChecked:
    """`reports.core.word.template_check.check`, in the child: what stops it is no Word file."""
    from innspill.stages.reports.core.word.template_check import Fault, TemplateChecked

    try:
        return _desk_child().do(TEMPLATE, [(name, data)], {})
    except Unreadable:
        return TemplateChecked((Fault("not-word"),))


def cleaned_final(name: str, data: bytes) -> Cleaned:
    """`reports.core.final_cleaning.cleaned`, in the child. Raises BadInput."""
    try:
        return _desk_child().do(FINAL, [(name, data)], {})
    except Unreadable as error:
        raise BadInput("the file of the decision is damaged", todo="Save it as PDF.") from error


def which_report(name: str, data: bytes) -> str:
    """`reports.core.edited.word_file.which_report`, in the child. Raises BadInput, Unreadable."""
    return _desk_child().do(WHICH_REPORT, [(name, data)], {})


def edited_word(
    name: str, data: bytes, headings: Mapping[str, str], language: str,
    known_notes: Sequence[str] = (),
) -> EditedFile:  # fmt: skip
    """`reports.core.edited.word_file.read_word`, in the child. Raises BadInput and Unreadable."""
    given = {"headings": dict(headings), "language": language, "known_notes": list(known_notes)}
    return _desk_child().do(EDITED_WORD, [(name, data)], given)


def edited_sheet(name: str, data: bytes) -> SheetRead:
    """`reports.core.edited.sheet.read_sheet`, in the child. Raises BadInput and Unreadable."""
    return _desk_child().do(EDITED_SHEET, [(name, data)], {})


def choose_from(data: bytes, name: str, choice: Choice) -> list[Unit]:
    """`brreg.choose_from`, in the child. Raises BadInput and Unreadable."""
    return _desk_child().do(UNITS, [(name, data)], {"choice": asdict(choice)})


def notice_in(data: bytes) -> Notice | None:
    """`bounces.notice_in`, in the child: what nobody can read there is no notice."""
    try:
        return _desk_child().do(NOTICE, [("melding.eml", data)], {})
    except Unreadable:
        return None


def report_writer() -> Writer:
    """What writes the files of a report: each in a process of its own."""
    from innspill.adapters.report_writing import in_own_processes

    return in_own_processes


def contents_of(path: Path, kind: str) -> Contents:
    """`reading.core.collected.contents_of`, in the child. Raises BadInput and Unreadable."""
    return _desk_child().do(CONTENTS, [(path.name, b"")], {"path": str(path), "kind": kind})


def next_in(path: Path, kind: str, cursor: str) -> Unpacked | None:
    """`reading.core.collected.next_in`, in the child. Raises BadInput and Unreadable."""
    given = {"path": str(path), "kind": kind, "cursor": cursor}
    return _desk_child().do(NEXT, [(path.name, b"")], given)


def archive_at(sha256: str) -> Path:
    """Where an archive lies that was taken in."""
    return FolderByteStore(settings.HOME / "bytes").path_of(Sha256(sha256))


def postman() -> SmtpOutbox:
    """What hands mails to the server of INNSPILL_SMTP: one for the process, and its connection.

    Raises BadInput where no server is set.
    """
    return _postman(settings.SMTP, settings.MAIL_FROM)


def mailbox() -> ImapMailbox | None:
    """The mailbox of INNSPILL_IMAP, to be used as a context; None where none is set.

    The token is read anew each time, since it lives for an hour. Raises BadInput for an address
    that cannot be used, OSError where the token's file cannot be read.
    """
    if not settings.IMAP:
        return None
    kept = settings.IMAP_TOKEN_FILE
    token = Path(kept).read_text(encoding="ascii").strip() if kept else ""
    return ImapMailbox(mailbox_server_of(settings.IMAP, token=token))


def scanner() -> Clamd | None:
    """The virus scanner of INNSPILL_CLAMD; None where none is set."""
    return _scanner(settings.CLAMD) if settings.CLAMD else None


@cache
def _scanner(address: str) -> Clamd:
    return Clamd(place_of(address))


def language_model() -> OpenAiCompatible | None:
    """The language model of INNSPILL_MODEL; None where none is set, which is how it comes."""
    server = settings.MODEL
    return _language_model(server, settings.MODEL_NAME, settings.MODEL_SECONDS) if server else None


@cache
def _language_model(server: ModelServer, name: str, seconds: int) -> OpenAiCompatible:
    from innspill.adapters.language_model import OpenAiCompatible

    return OpenAiCompatible(server, name, seconds=float(seconds))


def model_price() -> Price:
    """What the model of INNSPILL_MODEL costs; nothing where INNSPILL_MODEL_PRICE says nothing."""
    price: Price = settings.MODEL_PRICE
    return price


def embedder() -> Embedder | None:
    """The embeddings of INNSPILL_EMBEDDINGS; None where none are set. Raises BadInput."""
    return _embedder(Path(settings.EMBEDDINGS)) if settings.EMBEDDINGS else None


@cache
def _embedder(path: Path) -> Embedder:
    from innspill.adapters.embeddings import embedder_at

    return embedder_at(path)


def stamp_authority() -> TimeStamps | None:
    """Who stamps checkpoints: INNSPILL_TSA; None where none is set. Raises BadInput for its CA file."""
    if not settings.TSA:
        return None
    from innspill.adapters.time_stamps import TimeStamps

    return TimeStamps(settings.TSA, settings.TSA_CA)


@cache
def _postman(server: str, sender: str) -> SmtpOutbox:
    outbox = SmtpOutbox(server_of(server), sender=sender, clock=clock())
    atexit.register(outbox.close)
    return outbox
