"""What a file is, told by its bytes. Its name is a claim and is never believed."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from olefile import OleFileIO  # type: ignore[import-untyped]

from innspill.stages.reading.core.formats.csv_tables import is_table

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
PDF = "application/pdf"
HTML = "text/html"
MAIL = "message/rfc822"
OUTLOOK = "application/vnd.ms-outlook"
TNEF = "application/ms-tnef"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_SHEETS = "application/vnd.oasis.opendocument.spreadsheet"
TABLE = "text/csv"
GZIP = "application/gzip"
TAPE = "application/x-tar"
TEXT = "text/plain"
WEB_ANSWER = "application/vnd.innspill.answer+json"
PICTURES = (
    "image/png", "image/jpeg", "image/tiff", "image/heic", "image/webp", "image/bmp", "image/gif",
)  # fmt: skip
RTF = "application/rtf"
UNKNOWN = "application/octet-stream"
_ODF = "application/vnd.oasis.opendocument."
ODT = _ODF + "text"
FLAT_ODT = _ODF + "text-flat-xml"
ODF_KINDS = tuple(
    _ODF + kind + role
    for kind, roles in (
        ("text", ("", "-template", "-master", "-master-template", "-web")),
        ("presentation", ("", "-template")),
        ("graphics", ("", "-template")),
    )
    for role in roles
)
"""What is read as OpenDocument: texts, and slides and drawings for the text in them."""
WEB_ARCHIVE = "multipart/related"
FLAT_WORD = "application/vnd.ms-word2006ml"
PAGES = "application/vnd.apple.pages"
WORD_97 = "application/msword"
WORD_2003 = "application/vnd.ms-wordml"
WORKS = "application/vnd.ms-works"
WORDPERFECT = "application/vnd.wordperfect"
WORDPRO = "application/vnd.lotus-wordpro"
OLD_WRITER = "application/vnd.sun.xml.writer"
STARWRITER = "application/vnd.stardivision.writer"
ABIWORD = "application/x-abiword"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A media type, and, where we cannot read it as it is, a code and one sentence why."""

    media_type: str
    problem_code: str | None = None
    problem: str | None = None


_PACKED = (
    (b"Rar!\x1a\x07", "application/vnd.rar", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a 7-Zip archive"),
    (b"\xfd7zXZ\0", "application/x-xz", "packed with xz"),
    (b"BZh", "application/x-bzip2", "packed with bzip2"),
    (b"MSCF", "application/vnd.ms-cab-compressed", "a cabinet archive"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
)
_OTHER_STARTS = (
    (b"{\\rtf", RTF),
    (b"\xffWPC", WORDPERFECT),
    (b"WordPro\0", WORDPRO),
    (b"\xdb\xa5-\0", WORD_97),
)
_XML_KINDS = (
    (re.compile(rb"<office:document\s"), FLAT_ODT),
    (re.compile(rb"<pkg:package\s"), FLAT_WORD),
    (re.compile(rb"<abiword\s"), ABIWORD),
)
"""XML files, told by the root element."""
_WORD_2003_ROOT = re.compile(rb"<w:wordDocument\s")
_HEIC = tuple(b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"))
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_HTML_TAG = re.compile(rb"<(?:p|div|br|table|h[1-6]|ul|ol|span|font)\b[^<>]*>", re.IGNORECASE)
_WEB_ANSWER = re.compile(rb'\s*\{\s*"schema"\s*:\s*"innspill/answer/1"')
_FIELD = re.compile(rb"([!-9;-~]{1,200}+)[ \t]*+:[^\n]*+(?:\n[ \t][^\n]*+)*+(?:\n|\Z)")
"""A header field with the lines that it goes on in."""
_MOST_FIELDS = 200
_MAIL_FIELDS = frozenset((
    b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"received",
    b"content-type", b"return-path", b"delivered-to", b"cc", b"reply-to", b"sender",
))  # fmt: skip
_MAIL_SIGNS = frozenset((b"message-id", b"mime-version", b"received", b"return-path"))
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


_WEB_ARCHIVE = re.compile(
    rb"MIME-Version:[^\r\n]*\r?\n(?:X-[^\r\n]*\r?\n)*Content-Type:\s*multipart/related",
    re.IGNORECASE,
)
_PAGES_PARTS = (
    {"Index/Document.iwa"},
    {"Index.zip", "Metadata/Properties.plist"},
    {"index.xml", "buildVersionHistory.plist"},
    {"index.xml.gz", "buildVersionHistory.plist"},
)
_ENCRYPTED_WORD = 0x100


def sniff(data: bytes) -> Sniffed:
    """What the bytes `data` are. A zip is told apart further by `sniff_package`."""
    if not data.strip(b"\0 \t\r\n\f"):
        return Sniffed(TEXT, "empty-file", "The file is empty.")
    if data.startswith(_ZIP_STARTS):
        return Sniffed(ZIP)
    if packed := _sniff_packed(data):
        return packed
    if b"%PDF-" in data[:1024]:
        return Sniffed(PDF)
    if data.startswith(_OLE):
        return _sniff_ole(data)
    for start, media_type in _OTHER_STARTS:
        if data.startswith(start):
            return Sniffed(media_type)
    if data.startswith(b"\x78\x9f\x3e\x22"):
        return Sniffed(TNEF)
    return _sniff_image(data) or _sniff_text(data)


def sniff_package(names: frozenset[str], mimetype: bytes) -> Sniffed:
    """What a zip with the members `names` is; `mimetype` is its member of that name, or empty."""
    if "[Content_Types].xml" in names or _is_office(names):
        if any(name.startswith("xl/") for name in names):
            return Sniffed(SHEETS)
        if any(name.startswith("ppt/") for name in names):
            return _to_convert("application/vnd.ms-powerpoint", "a slide show")
        return Sniffed(WORD)
    if mimetype.strip() == OPEN_SHEETS.encode():
        return Sniffed(OPEN_SHEETS)
    kind = mimetype.decode("ascii", "replace").strip()
    if kind in ODF_KINDS:
        return Sniffed(kind)
    if kind.startswith(OLD_WRITER):
        return Sniffed(OLD_WRITER)
    if not kind and {"content.xml", "META-INF/manifest.xml"} <= names:
        return Sniffed(ODT)
    if any(parts <= names for parts in _PAGES_PARTS):
        return Sniffed(PAGES)
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return _to_convert(mimetype.decode("ascii", "replace").strip(), "an OpenDocument file")
    return Sniffed(ZIP)


def _is_office(names: frozenset[str]) -> bool:
    """Whether the names are those of an Office file whose list of types is gone or misspelt."""
    folded = {name.replace("\\", "/").casefold() for name in names}
    return "[content_types].xml" in folded or {"_rels/.rels", "word/document.xml"} <= folded


def _sniff_ole(data: bytes) -> Sniffed:
    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    # A message's own list comes before what its attachments, which may be anything, hold.
    stored = _stored_names(data)
    if "__properties_version1.0" in stored:
        return Sniffed(OUTLOOK)
    if stored & {"Workbook", "Book"}:
        what = "The file is an old spreadsheet (.xls); save it as .xlsx and register it again."
        return Sniffed("application/vnd.ms-excel", "needs-conversion", what)
    if has("EncryptedPackage"):
        return Sniffed(
            WORD, "encrypted", "The document is locked with a password and cannot be opened."
        )
    if has("WordDocument"):
        return _sniff_old_word(data)
    if has("StarWriterDocument"):
        return Sniffed(STARWRITER)
    if has("MatOST") or b"CHNKWKS" in data:
        return Sniffed(WORKS)
    if has("__substg1.0_") or has("__properties_version1.0"):
        return Sniffed(OUTLOOK)
    if not stored:
        return Sniffed(
            UNKNOWN, "damaged", "The file is an Office file that is damaged or cut short."
        )
    return Sniffed(UNKNOWN, "unknown-format", "The file is of a kind that is not read.")


def _stored_names(data: bytes) -> frozenset[str]:
    """The names at the top of a compound file; none where it is damaged."""
    try:
        with OleFileIO(data) as ole:
            return frozenset(kid.name for kid in ole.root.kids)
    except (OSError, ValueError, IndexError, AttributeError, struct.error):
        return frozenset()


def _sniff_packed(data: bytes) -> Sniffed | None:
    """An archive other than .zip: read where Python can, else named."""
    if data.startswith(b"\x1f\x8b\x08"):
        return Sniffed(GZIP)
    if data[257:262] == b"ustar":
        return Sniffed(TAPE)
    for start, media_type, what in _PACKED:
        if data.startswith(start):
            sentence = f"The file is {what}, which is not read; pack the files as .zip instead."
            return Sniffed(media_type, "unknown-format", sentence)
    return None


def _sniff_old_word(data: bytes) -> Sniffed:
    """A .doc: its first bytes tell whether it is locked ([MS-DOC] 2.5.2)."""
    try:
        with OleFileIO(data) as ole:
            head = ole.openstream("WordDocument").read(12)
    except (OSError, ValueError, IndexError, AttributeError, struct.error):
        head = b""
    if len(head) == 12 and int.from_bytes(head[10:12], "little") & _ENCRYPTED_WORD:
        return Sniffed(
            WORD_97, "encrypted", "The document is locked with a password and cannot be opened."
        )
    return Sniffed(WORD_97)


def _sniff_image(data: bytes) -> Sniffed | None:
    for start, media_type in _IMAGES:
        if data.startswith(start) and not (start == b"BM" and b"\0" not in data[:32]):
            return Sniffed(media_type)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Sniffed("image/webp")
    if data[4:12] in _HEIC:
        return Sniffed("image/heic")
    return None


def _to_convert(media_type: str, what: str) -> Sniffed:
    return Sniffed(
        media_type,
        "needs-conversion",
        f"The file is {what}; save it as .docx or .pdf and register it again.",
    )


def _sniff_text(data: bytes) -> Sniffed:
    head = data[:4096]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\0\0\xfe\xff":
        return Sniffed(TABLE if is_table(data) else TEXT)
    if _is_mail(data):
        return Sniffed(MAIL)
    if _WEB_ARCHIVE.match(head):
        return Sniffed(WEB_ARCHIVE)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _WEB_ANSWER.match(text):
        return Sniffed(WEB_ANSWER)
    if text.startswith(b"<") and _WORD_2003_ROOT.search(head):
        # No program that we know of turns it into .docx with its ticks.
        return _to_convert(WORD_2003, "a Word 2003 document in XML")
    for root, media_type in _XML_KINDS if text.startswith(b"<") else ():
        if root.search(head):
            return Sniffed(media_type)
    if _HTML_START.search(head) or (text.startswith(b"<") and len(_HTML_TAG.findall(head)) > 1):
        return Sniffed(HTML)
    if len(_CONTROL.findall(head)) > len(head) // 100 and not _is_utf16(head):
        return Sniffed(UNKNOWN, "unknown-format", "The file is of a kind that is not read.")
    return Sniffed(TABLE if is_table(data) else TEXT)


def _is_utf16(head: bytes) -> bool:
    half = len(head) // 2
    return max(head[::2].count(0), head[1::2].count(0)) > half * 0.6 and head.count(0) < half * 1.1


def _is_mail(data: bytes) -> bool:
    """Whether `data` begins with mail header fields that a mail program wrote."""
    start = data.find(b"\n") + 1 if data.startswith(b"From ") else 0
    seen: set[bytes] = set()
    for _ in range(_MOST_FIELDS):
        field = _FIELD.match(data, start)
        if field is None:
            break
        seen.add(field[1].lower())
        start = field.end()
    return len(seen & _MAIL_FIELDS) > 2 and bool(seen & _MAIL_SIGNS)
