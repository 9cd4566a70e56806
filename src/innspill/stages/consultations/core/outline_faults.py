"""What can be wrong with a file that is uploaded as a paper."""

from __future__ import annotations

from innspill.shared.errors import BadInput

_TODO = {
    "empty": "Upload the file again.",
    "too-large": "Upload a smaller file, without pictures.",
    "wrong-kind": "Upload the paper as .docx or .pdf.",
    "old-word": "Open it in Word, and save it as .docx without a password.",
    "locked": "Save it without a password, and upload it again.",
    "damaged": "Open it and save it anew, and upload it again.",
    "unsafe": "Save it anew in Word or LibreOffice, and upload it again.",
    "no-text": "Upload the file that it was printed from, or write the chapters yourself.",
    "stopped": "Save it anew without pictures, or write the chapters yourself.",
    "too-slow": "Upload it as .docx, or write the chapters yourself.",
}
FAULTS = tuple(_TODO)


class WrongPaper(BadInput):
    """The file cannot be used as a paper. `code` is one of FAULTS, for words in other languages."""

    def __init__(self, code: str, what: str, *, where: str = "") -> None:
        self.code = code
        super().__init__(what, where=where, todo=_TODO[code])
