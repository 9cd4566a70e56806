"""Settings: one file, everything that an operator may set comes from the environment.

INNSPILL_HOME      folder for database and files (default: ./var)
INNSPILL_SECRET    secret key; made and kept in INNSPILL_HOME where it is not given
INNSPILL_HOSTS     comma-separated host names that the server answers to
INNSPILL_DEBUG     1 shows error pages to developers
INNSPILL_NOW       an instant (ISO 8601) that the clock shows instead of the present; or @file, with
                   the seconds by which it is ahead of the machine's, for trials
INNSPILL_DATABASE  database URL, postgres://user:password@host/name; SQLite in INNSPILL_HOME
                   where it is not given
INNSPILL_PUBLIC_DATABASE  the same PostgreSQL database by a user of its own that is a member of the role
                   innspill_public and of no other: portal and open data ask through it (default: our
                   own user, who takes that role on)
INNSPILL_LOCK_WAIT seconds to wait for others who write, before 503 (default: 20)
INNSPILL_PG_BIN    folder of pg_dump and pg_restore, where they are not on PATH
INNSPILL_THEME     a folder with theme.toml: colours and logo of the owner (docs/drift.md tells how)
INNSPILL_HTTPS     1 where the server stands behind HTTPS
INNSPILL_ADDRESS   https://host where the public reaches the server: for the links in mails
INNSPILL_ACCESSIBILITY  address of the accessibility statement, linked from every page
INNSPILL_PRIVACY   address of the operator's own privacy statement, linked from the privacy page
INNSPILL_FEEDBACK  mail address for faults and for questions about one's own data (default: the
                   hearing's contact)
INNSPILL_SMTP      mail server: smtp://user:password@host:587 (STARTTLS; ?tls=none without) or
                   smtps://host:465; options timeout=seconds, ca=file; without it mails wait
INNSPILL_MAIL_FROM the address that mails come from
INNSPILL_IMAP      mailbox to fetch: imaps://user:password@host/INBOX?done=Behandlet, or imap:// with
                   STARTTLS; options timeout=seconds, ca=file
INNSPILL_IMAP_TOKEN_FILE  a file with an OAuth 2 access token, to sign in there by XOAUTH2
INNSPILL_CLAMD     virus scanner: unix:/run/clamav/clamd.ctl or tcp://host:3310; none where not given
INNSPILL_MAIL_LIMIT  the largest mail that is read, in megabytes (100); larger ones are kept unread
INNSPILL_ORIGIN    the name that the journal is signed under (default: the host of INNSPILL_ADDRESS);
                   it is fixed when the signing key is made
INNSPILL_TSA       address of a time-stamping authority (RFC 3161) that stamps the checkpoints
INNSPILL_TSA_CA    a file with the certificates (PEM) that its stamps must lead to (default: those
                   that the machine trusts)
INNSPILL_MODEL     a language model that speaks as OpenAI's API: http://localhost:8080/v1, or https:// for
                   one elsewhere; asked only when a lead says so; none where not given
INNSPILL_MODEL_NAME  which of its models; required with INNSPILL_MODEL
INNSPILL_MODEL_KEY_FILE  a file with the key that it asks for (or INNSPILL_MODEL_KEY with the key itself)
INNSPILL_MODEL_PRICE  what a million tokens cost, in and out: "0.15/0.60 USD" (default: nothing)
INNSPILL_MODEL_SECONDS  that an answer may take (default: 120)
INNSPILL_EMBEDDINGS  word vectors (a .vec file, or a folder with words.txt and vectors.npy), or a folder
                   with an ONNX or sentence-transformers model; none where not given
INNSPILL_WORKERS   processes of the web server (default: 2)
INNSPILL_THREADS   requests that each of them holds, most of them waiting for a turn (default: 128)
INNSPILL_PROXIES   addresses or networks of proxies whose X-Forwarded-For is believed
INNSPILL_POSTS_A_MINUTE     of one address, before it is told to wait (default: 600)
INNSPILL_SIGN_INS_A_MINUTE  attempts of one address (default: 30)
INNSPILL_LARGEST_REQUEST    bytes of one request with all its files (default: 250 MB)
INNSPILL_TWO_APPROVE  1 where two leads must let a response out that waits for a person
INNSPILL_RETURNS_END_SUBSCRIPTION  how many mails in a row must come back with word that nobody has the
                   address before a subscription ends (default: 2); a full mailbox or a server
                   that is down does not count
INNSPILL_BRREG     off, or the address of Enhetsregisteret's open API for look-ups at the desk
"""

from __future__ import annotations

import re
import secrets
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from innspill.adapters.clamd import place_of
from innspill.adapters.smtp_outbox import server_of
from innspill.config.addresses import Network, networks_of
from innspill.config.language_model import model_of
from innspill.config.postgres import public_postgres, with_postgres
from innspill.config.sqlite import init_command, public_sqlite
from innspill.interfaces.ui.look.reading import Look, LookRefused, look_in
from innspill.shared.errors import BadInput

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(env.str("INNSPILL_HOME", default="var")).resolve()
NOW = env.str("INNSPILL_NOW", default="")


def _secret_key() -> str:
    given = env.str("INNSPILL_SECRET", default="")
    if given:
        return str(given)
    kept = HOME / "secret-key"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(50))
        kept.chmod(0o600)
    return kept.read_text()


def _switch(name: str) -> bool:
    # "ja" read as off would serve cookies without HTTPS and say nothing.
    given = env.str(name, default="0").strip().lower()
    if given not in {"", "0", "1"}:
        raise ImproperlyConfigured(f"{name}: {given!r} is neither 0 nor 1.")
    return bool(given == "1")


def _database() -> dict[str, Any]:
    url = env.str("INNSPILL_DATABASE", default="")
    if url:
        found = dict(env.db_url_config(url))
        if not str(found.get("ENGINE", "")).endswith((".sqlite3", ".postgresql")):
            raise ImproperlyConfigured("INNSPILL_DATABASE: only sqlite: and postgres: are known.")
        return with_postgres(found, LOCK_WAIT) if found["ENGINE"].endswith("postgresql") else found
    return {
        "ENGINE": "innspill.adapters.in_turn.sqlite3",
        "NAME": HOME / "innspill.sqlite3",
        "OPTIONS": {
            "init_command": init_command(sqlite3.sqlite_version_info),
            "transaction_mode": "IMMEDIATE",
            "timeout": LOCK_WAIT,
        },
        # The few threads that work (config/admission.py) keep their connections.
        "CONN_MAX_AGE": 600,
        # pytest-django gives a file to each process of backends whose name it does not know.
        "TEST": {"NAME": ":memory:"},
    }


def _public_database(whole: dict[str, Any]) -> dict[str, Any]:
    """The same database as the public reads it: see adapters/wall."""
    mirrored = {"TEST": {"MIRROR": "default"}}
    if str(whole["ENGINE"]).endswith("postgresql"):
        url = env.str("INNSPILL_PUBLIC_DATABASE", default="")
        found = with_postgres(env.db_url_config(url), LOCK_WAIT) if url else whole
        return {**public_postgres(found), **mirrored}
    return {**public_sqlite(whole, LOCK_WAIT), **mirrored}


def _mail() -> tuple[str, str]:
    """Server and sender, both or none. What cannot be used is said now, not with the first mail."""
    server, sender = env.str("INNSPILL_SMTP", default=""), env.str("INNSPILL_MAIL_FROM", default="")
    if not server:
        return "", sender
    if sender.count("@") != 1 or not sender.isprintable() or " " in sender:
        raise ImproperlyConfigured("INNSPILL_MAIL_FROM: give the address that mails come from.")
    try:
        server_of(server)
    except BadInput as error:
        raise ImproperlyConfigured(str(error)) from error
    return server, sender


def _scanner() -> str:
    given = str(env.str("INNSPILL_CLAMD", default="")).strip()
    try:
        if given:
            place_of(given)
    except BadInput as error:
        raise ImproperlyConfigured(str(error)) from error
    return given


def _number(name: str, default: int, least: int = 1) -> int:
    given = env.str(name, default=str(default)).strip()
    if not given.isdecimal() or int(given) < least:
        raise ImproperlyConfigured(f"{name}: {given!r} is no whole number from {least} up.")
    return int(given)


def _proxies() -> tuple[Network, ...]:
    try:
        return networks_of(env.list("INNSPILL_PROXIES", default=[]))
    except ValueError as error:
        raise ImproperlyConfigured(f"INNSPILL_PROXIES: {error}.") from error


def _address(name: str, nothing: str = "") -> str:
    given = str(env.str(name, default="")).strip().rstrip("/")
    if given in {"", nothing}:
        return ""
    if not re.fullmatch(r"https?://[\w.\-\[\]:]+(?:/[\w./~-]*)?", given):
        raise ImproperlyConfigured(f"{name}: {given!r} is no address such as https://host.")
    return given


def _mail_address(name: str) -> str:
    given = str(env.str(name, default="")).strip()
    if given and not re.fullmatch(r"[\w.+\-]{1,64}@[\w.\-]{1,190}\.\w{2,}", given):
        raise ImproperlyConfigured(f"{name}: {given!r} is no mail address such as name@host.no.")
    return given


def _origin() -> str:
    """A name without schema, blanks or plus, as C2SP tlog-checkpoint has it."""
    host = urlsplit(PUBLIC_ADDRESS).netloc if PUBLIC_ADDRESS else "innspill.local"
    given = str(env.str("INNSPILL_ORIGIN", default="")).strip() or host
    if not re.fullmatch(r"[\w.\-\[\]:/~]{1,100}", given):
        raise ImproperlyConfigured(f"INNSPILL_ORIGIN: {given!r} is no name such as host.example.")
    return given


def _time_stamps() -> tuple[str, str]:
    address, roots = _address("INNSPILL_TSA"), env.str("INNSPILL_TSA_CA", default="")
    if roots and not Path(roots).is_file():
        raise ImproperlyConfigured(f"INNSPILL_TSA_CA: there is no file {roots!r}.")
    return address, roots


def _look() -> Look | None:
    folder = str(env.str("INNSPILL_THEME", default="")).strip()
    try:
        return look_in(Path(folder)) if folder else None
    except LookRefused as error:
        raise ImproperlyConfigured(f"INNSPILL_THEME: {error}") from error


SECRET_KEY = _secret_key()
DEBUG = _switch("INNSPILL_DEBUG")
ALLOWED_HOSTS = env.list("INNSPILL_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
LOCK_WAIT = _number("INNSPILL_LOCK_WAIT", 20)
_WHOLE = _database()
DATABASES = {"default": _WHOLE, "public": _public_database(_WHOLE)}
DATABASE_ROUTERS = ["innspill.shared.public_side.Router"]
ATOMIC_REQUESTS = False

PG_BIN = env.str("INNSPILL_PG_BIN", default="")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "innspill.config",
    "innspill.shared.people",
    "innspill.shared.journal",
    "innspill.shared.post",
    "innspill.stages.consultations",
    "innspill.stages.invitations",
    "innspill.stages.drafting",
    "innspill.stages.intake",
    "innspill.stages.reading",
    "innspill.stages.register",
    "innspill.stages.publication",
    "innspill.stages.analysis",
    "innspill.stages.deciding",
    "innspill.stages.reports",
    "innspill.stages.handover",
    "innspill.interfaces.ui",
    "innspill.interfaces.portal",
    "innspill.interfaces.api",
    "innspill.interfaces.desk",
    "django.forms",  # last: `ui` has a leaner template of its own for a list to choose from
]
AUTH_USER_MODEL = "people.User"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "innspill.interfaces.ui.middleware.LanguageInAddress",
    "innspill.interfaces.ui.middleware.WordsForAnotherMethod",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "innspill.interfaces.ui.wall.PublicPages",
]
ROOT_URLCONF = "innspill.config.urls"
WSGI_APPLICATION = "innspill.config.wsgi.application"
PACKAGE_WRITER = "innspill.interfaces.api.views.package.write_ahead"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "interfaces" / "ui" / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "innspill.interfaces.ui.static_files.DatedFiles"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 31_536_000
"""A file's address changes with its content, so that browsers may keep it for a year."""

LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = "desk:front"
LOGOUT_REDIRECT_URL = "portal:front"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
     "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]  # fmt: skip

UPLOAD_LIMIT = 50_000_000
"""The largest file, in bytes, that the upload channel takes."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
"""A paper of 500 chapters has nine fields for each; the size of the whole is limited above."""

WORKERS = _number("INNSPILL_WORKERS", 2)
THREADS = _number("INNSPILL_THREADS", 128, least=8)
AT_WORK = 3
"""How many requests of a kind each process works on at a time: more only makes all of them slower."""
PROXIES = _proxies()
POSTS_A_MINUTE = _number("INNSPILL_POSTS_A_MINUTE", 600)
SIGN_INS_A_MINUTE = _number("INNSPILL_SIGN_INS_A_MINUTE", 30)
LARGEST_REQUEST = _number("INNSPILL_LARGEST_REQUEST", 250_000_000)

SMTP, MAIL_FROM = _mail()
IMAP = env.str("INNSPILL_IMAP", default="")
IMAP_TOKEN_FILE = env.str("INNSPILL_IMAP_TOKEN_FILE", default="")
CLAMD = _scanner()
MODEL, MODEL_NAME, MODEL_PRICE = model_of(env)
MODEL_SECONDS = _number("INNSPILL_MODEL_SECONDS", 120)
EMBEDDINGS = str(env.str("INNSPILL_EMBEDDINGS", default="")).strip()
MAIL_LIMIT = env.int("INNSPILL_MAIL_LIMIT", default=100) * 1_000_000
"""The largest mail, in bytes, that is looked into; a larger one is kept and lies in a tray."""
IMPORT_LIMIT = 200_000_000
"""The largest archive, in bytes, that the desk takes; larger ones by `innspill import`."""
PUBLIC_ADDRESS = _address("INNSPILL_ADDRESS")
"""Where links in mails lead, without a slash at the end; empty where it is not set."""
ACCESSIBILITY = _address("INNSPILL_ACCESSIBILITY")
PRIVACY = _address("INNSPILL_PRIVACY")
FEEDBACK = _mail_address("INNSPILL_FEEDBACK")
BRREG = _address("INNSPILL_BRREG", nothing="off")
ORIGIN = _origin()
TWO_APPROVE = _switch("INNSPILL_TWO_APPROVE")
RETURNS_END_SUBSCRIPTION = _number("INNSPILL_RETURNS_END_SUBSCRIPTION", 2)
"""So many mails in a row that come back for good end a subscription."""
TSA, TSA_CA = _time_stamps()
LOOK = _look()

_HTTPS = _switch("INNSPILL_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SESSION_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "innspill.interfaces.ui.log_lines.LogLine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
