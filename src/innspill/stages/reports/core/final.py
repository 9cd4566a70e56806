"""The decision in the case and the final text: an address elsewhere, or a file that can be fetched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import SplitResult, urlsplit

from innspill.shared.errors import BadInput

BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "odt": b"PK\x03\x04"}
"""The kinds of file, and how such a file begins."""
MOST_BYTES = 20_000_000
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Final:
    """Where the decision and the final text are. All of it may be empty.

    `file` is the name that the file had; its bytes are public. `as_is` says that a person wished them
    to be those that were chosen, whatever they carry.
    """

    address: str = ""
    file: str = ""
    data: bytes = b""
    as_is: bool = False
    looked_through: bool = False
    """Whether what it carried beside its text is taken out (`final_cleaning`)."""


def checked(final: Final) -> Final:
    """The same, where the public can be shown it. Raises BadInput."""
    address = final.address.strip()
    if address:
        parts = _parted(address)
        is_whole = parts is not None and parts.scheme in {"http", "https"} and parts.hostname
        if not is_whole or len(address) > _LONGEST_ADDRESS or any(c.isspace() for c in address):
            raise BadInput(
                "the address of the decision is none", todo="Write it whole, with https:// first."
            )
    if final.file:
        if len(final.data) > MOST_BYTES:
            raise BadInput("the file of the decision is too large", todo="Give its address.")
        if not final.data.startswith(BEGINNINGS.get(_ending(final.file), b"\0none")):
            raise BadInput(
                "the file of the decision is no .pdf, .docx or .odt", todo="Save it as PDF."
            )
        if not (final.looked_through or final.as_is):
            raise BadInput("the file of the decision was not looked through")
    return replace(final, address=address, file=final.file.strip()[-200:])


def final_name(final: Final) -> str:
    """What the file is called among the files of the result."""
    return f"vedtak.{_ending(final.file)}"


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _parted(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
