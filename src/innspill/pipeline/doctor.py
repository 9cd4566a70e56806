"""A look at settings and environment: what must be right, and what is only good to have."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import run_checks
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from innspill.adapters.libreoffice import libreoffice
from innspill.adapters.tesseract import tesseract
from innspill.adapters.wall import looking, of_postgres
from innspill.pipeline import wiring
from innspill.shared import public_side
from innspill.shared.errors import (
    BadInput,
    ModelUnavailable,
    PostUnavailable,
    ScannerUnavailable,
    SigningKeyLost,
    UnfitAnswer,
)
from innspill.shared.journal import actions as journal_actions
from innspill.shared.journal import queries as journal
from innspill.shared.journal import signing
from innspill.shared.journal.keys import key_of, keys
from innspill.shared.journal.verifying import Fault, opened
from innspill.shared.post import queries as post
from innspill.stages.intake import queries as intake

ASSETS = (
    "vendor/designsystemet/index.css", "vendor/designsystemet/theme.css",
    "vendor/designsystemet/web.js", "vendor/inter/wght.css",
)  # fmt: skip
TRANSLATED = ("nn", "en")
UNITS_DAYS = 90
"""Days after which the copy of Enhetsregisteret is pointed out as old."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. What is not `needed` is good to have."""

    what: str
    well: bool
    says: str
    needed: bool = True


def examine() -> Iterator[Finding]:
    """Looks at everything, one after the other."""
    yield _clock()
    yield from _database()
    yield _bytes()
    yield _assets()
    yield _look()
    yield _translations()
    yield from _programs()
    yield _confinement()
    yield from _mail()
    yield _mailbox()
    yield _virus_scanner()
    yield _units()
    yield _language_model()
    yield _embeddings()


def _clock() -> Finding:
    try:
        now = wiring.clock().now()
    except BadInput as error:
        return Finding("clock", False, str(error))
    set_by = "set by INNSPILL_NOW" if settings.NOW else "the machine's"
    return Finding("clock", True, f"{now:%Y-%m-%d %H:%M} UTC, {set_by}")


def _database() -> Iterator[Finding]:
    name = str(connection.settings_dict["NAME"])
    engine = f"SQLite {sqlite3.sqlite_version}" if connection.vendor == "sqlite" else "PostgreSQL"
    try:
        faults = [error for error in run_checks(databases=["default"]) if error.is_serious()]
        says = "; ".join(str(error.msg) for error in faults)
        yield Finding("settings", not faults, says or f"{engine}, {name}: safe")
        if faults:
            return
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if waiting:
            yield Finding(
                "tables", False, f"{len(waiting)} changes wait: `innspill serve` makes them"
            )
            return
        yield from _journal()
        yield from _wall()
    except DatabaseError as error:
        yield Finding("database", False, f"{engine}, {name}: {error}")


def _wall() -> Iterator[Finding]:
    """Whether the public's connection really reads what is public and nothing else: it is tried."""
    public, what = connections[public_side.PUBLIC], "what the public can read"
    missing = looking.unreadable(public)
    if missing:
        says = f"{', '.join(missing[:3])} cannot be read: `innspill serve` mends it"
        yield Finding(what, False, says)
        return
    more = looking.too_much(public, connection)
    if looking.writes(public):
        yield Finding(what, False, "its connection can write")
    elif more and public.vendor == "postgresql":
        todo = of_postgres.what_to_do(connection)
        says = (
            f"pages find what is public alone, but the database would answer a statement that names "
            f"{more[0]}: have a superuser do: {todo} and run `innspill serve` anew"
        )
        yield Finding(what, False, says)
    else:
        says = f"{', '.join(more[:3])} too" if more else "public tables alone, and writes nothing"
        yield Finding(what, not more, says)


def _journal() -> Iterator[Finding]:
    yield Finding("tables", True, "up to date")
    open_tables = journal.unguarded()
    says = f"may be changed: {', '.join(open_tables)}" if open_tables else "refuse every change"
    yield Finding("append-only tables", not open_tables, says)
    found = journal.check()
    whole = f"{found.size} lines, whole, root {found.root[:16]}…"
    yield Finding("journal", not found.faults, "; ".join(found.faults) or whole)
    yield _signing()
    mishaps = journal.mishaps()
    says = "; ".join(f"{each.step} {each.thing}: {each.what}" for each in mishaps[:3])
    yield Finding("steps", not mishaps, says or "nothing went wrong", needed=False)


def _signing() -> Finding:
    """The signing key: there, for its owner alone, and the one that signed before."""
    place = settings.HOME / signing.KEY
    try:
        key = signing.public_key()
        mode = stat.S_IMODE(place.stat().st_mode)
        last = journal.latest_checkpoint()
        if last is not None:
            opened(last.note, key_of(last.note))
    except (BadInput, SigningKeyLost, OSError) as error:
        return Finding("signing key", False, str(error))
    except Fault as fault:
        return Finding("signing key", False, f"{fault}: put the key back that signed before")
    if mode & 0o077:
        return Finding("signing key", False, f"{place} can be read by others: chmod 600 it")
    if wrong := list(keys().faults()):
        return Finding("signing key", False, wrong[0])
    former = keys().all()[1:]
    return Finding(
        "signing key", True, f"{key}{f', after {former[0]}, which was lost' if former else ''}"
    )


def make_new_key() -> str:
    """A new signing key where the old one is lost for good; the next checkpoint is signed with it.

    Gives its public half. Raises BadInput where a key is there.
    """
    now = wiring.clock().now()
    made = journal_actions.new_key(former=intake.last_key(), actor="operator", now=now)
    journal_actions.checkpoint("hour", now)
    return made


def _bytes() -> Finding:
    try:
        with TemporaryFile(dir=settings.HOME) as probe:
            probe.write(b"innspill doctor")
    except OSError as error:
        return Finding("byte store", False, f"cannot be written: {error.strerror or error}")
    free = shutil.disk_usage(settings.HOME).free // (1024 * 1024)
    return Finding("byte store", True, f"{settings.HOME}, {free} MB free")


def _assets() -> Finding:
    missing = [name for name in ASSETS if finders.find(name) is None]
    says = f"{missing[0]} is missing: run `python3 tools/setup.py`" if missing else "there"
    return Finding("browser assets", not missing, says)


def _look() -> Finding:
    """What could not be read by everybody would have stopped the start."""
    found = settings.LOOK
    if found is None:
        return Finding("look", True, "none: Innspill's own colours (INNSPILL_THEME)", needed=False)
    logo = f"with a logo ({found.logo.kind})" if found.logo else "without a logo"
    says = f"{found.name or 'no name'}, {found.main} on light and {found.main_dark} on dark pages"
    return Finding("look", True, f"{says}, {logo}; contrasts hold", needed=False)


def _translations() -> Finding:
    folders = [Path(path) for path in settings.LOCALE_PATHS]
    missing = [
        language
        for language in TRANSLATED
        if not any((path / language / "LC_MESSAGES" / "django.mo").exists() for path in folders)
    ]
    says = f"not compiled: {', '.join(missing)}; run `python3 tools/setup.py`"
    return Finding("translations", not missing, says if missing else "compiled")


def _programs() -> Iterator[Finding]:
    recogniser, converter = tesseract(), libreoffice()
    without = "not here; scanned pages are kept and wait unread"
    yield Finding(
        "Tesseract", recogniser is not None, recogniser.name if recogniser else without, False
    )
    without = "not here; old Word documents are kept and wait unread"
    yield Finding(
        "LibreOffice", converter is not None, converter.name if converter else without, False
    )
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    chromium = next(filter(None, map(shutil.which, names)), None)
    says = chromium or "not here; only for the browser tests"
    yield Finding("Chromium", chromium is not None, says, needed=False)


def _confinement() -> Finding:
    """Tried in a process of its own, for it cannot be taken off again."""
    probe = "import sys; from innspill.adapters.confinement import close_network as close; "
    done = subprocess.run(  # noqa: S603 -- our own Python, our own words
        [sys.executable, "-c", f"{probe}sys.exit(not close())"], check=False
    )
    closed = done.returncode == 0
    says = "closed to what reads files" if closed else "open to what reads files on this system"
    return Finding("network", closed, says, needed=False)


def _mailbox() -> Finding:
    """Whether mails are fetched. Where none is set they may come by a pipe, or not at all."""
    try:
        mailbox = wiring.mailbox()
        if mailbox is None:
            return Finding("mailbox", False, "none is set (INNSPILL_IMAP)", needed=False)
        with mailbox:
            waiting = sum(1 for _ in mailbox.places())
    except (BadInput, PostUnavailable, OSError) as error:
        return Finding("mailbox", False, str(error))
    return Finding("mailbox", True, f"{mailbox.server.named} answers; {waiting} lie there")


def _virus_scanner() -> Finding:
    """Whether what comes in is held against viruses. Where none is set it is read without."""
    scanner = wiring.scanner()
    if scanner is None:
        return Finding("virus scanner", False, "none is set (INNSPILL_CLAMD)", needed=False)
    try:
        return Finding("virus scanner", True, f"{scanner.place.named}: {scanner.version()}")
    except ScannerUnavailable as error:
        return Finding("virus scanner", False, f"{error}; what comes in waits, unread")


def _language_model() -> Finding:
    """Whether a model may be asked beside the rules, and whether it answers. That none is, is usual."""
    name, model = "language model", wiring.language_model()
    if model is None:
        return Finding(name, True, "off: the rules do without (INNSPILL_MODEL)", needed=False)
    server = model.server
    where = "this machine" if server.is_here else "another machine: public text is sent to it"
    try:
        found = model.models()
    except (ModelUnavailable, UnfitAnswer) as error:
        return Finding(name, False, f"{error}; what a lead asks waits", needed=False)
    if found and model.name not in found:
        return Finding(name, False, f"{server.named} has no {model.name}", needed=False)
    return Finding(name, True, f"{model.name} at {server.named}, {where}", needed=False)


def _embeddings() -> Finding:
    """Whether embeddings are set, and can be loaded."""
    try:
        found = wiring.embedder()
    except BadInput as error:
        return Finding("embeddings", False, str(error))
    says = f"{found.name}: loaded" if found else "none: the rules do without (INNSPILL_EMBEDDINGS)"
    return Finding("embeddings", True, says, needed=False)


def _units() -> Finding:
    """Whether senders can be held against Enhetsregisteret, and how old its copy is."""
    name = "Enhetsregisteret"
    units = wiring.units()
    if units is None:
        says = "no copy; load one with `innspill units load FILE`"
        return Finding(name, False, says, needed=False)
    try:
        copy = units.about()
        age = (wiring.clock().now() - copy.dated).days
    except BadInput as error:
        return Finding(name, False, str(error))
    says = f"{copy.units} units, from a file of {copy.dated:%Y-%m-%d} ({age} days old)"
    return Finding(name, age <= UNITS_DAYS, says, needed=False)


def _mail() -> Iterator[Finding]:
    """Whether mails go out. That none is set up is no fault: they wait, and pages say so."""
    try:
        waiting, failed = post.waiting(), post.failed()
        doubtful = post.unsure(wiring.clock().now())
    except (DatabaseError, BadInput):
        return
    queue = f"{waiting} wait, {failed} failed, {doubtful} unsure"
    if not post.is_set_up():
        yield Finding("mail", False, f"no server is set (INNSPILL_SMTP); {queue}", needed=False)
        return
    try:
        yield Finding("mail", True, f"{wiring.postman().greet()} answers; {queue}")
    except PostUnavailable as error:
        yield Finding("mail", False, f"{error}; {queue}")
    address = settings.PUBLIC_ADDRESS or "not set (INNSPILL_ADDRESS): links use the desk's address"
    yield Finding("links in mails", bool(settings.PUBLIC_ADDRESS), address, needed=False)
