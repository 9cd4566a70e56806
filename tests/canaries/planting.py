"""Words that must never be seen by the public, each with the place where it was hidden.

Every word is one that nothing else says. `word` hides as it is; `email`, `phone` and `national_id`
are what a reader of the document sees and the public does not: withheld.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

LETTERS = "bdfghjkmpqrtvwxz"
_FIRST, _SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


@dataclass
class Canaries:
    """The words planted in all documents, and the words that must be public: the controls."""

    places: dict[str, str] = field(default_factory=dict)
    controls: dict[str, str] = field(default_factory=dict)

    def word(self, place: str) -> str:
        """A word hidden at `place`."""
        made = made_up(f"canary {len(self.places)}")
        self.places[made] = place
        return made

    def email(self, place: str) -> str:
        """An e-mail address that a reader of the document sees."""
        return f"{self.word(place)}@epost.example"

    def phone(self, place: str) -> str:
        """A phone number in the middle of a line."""
        digits = f"9{_digits(place, 7)}"
        self.places[digits] = place
        return f"{digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}"

    def national_id(self, place: str) -> str:
        """A fødselsnummer that holds by its check digits."""
        for turn in range(99):
            number = _national_id(f"{place} {turn}")
            if number:
                self.places[number] = place
                return number
        raise AssertionError(place)

    def control(self, document: str, word: str = "") -> str:
        """A word that anybody sees in `document`, and must be public; `word` where it is painted."""
        made = word or made_up(f"control {document}")
        self.controls[made] = document
        return made


def made_up(seed: str) -> str:
    """Twelve letters that are no word and have no ending of one."""
    digest = hashlib.sha256(seed.encode()).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:12])


def _digits(seed: str, count: int) -> str:
    return f"{int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]) % 10**count:0{count}}"


def _national_id(seed: str) -> str:
    """Born on 15 January 1980; empty where these digits have no check digits."""
    digits = [int(each) for each in f"150180{_digits(seed, 3)}"]
    for weights in (_FIRST, _SECOND):
        check = -sum(w * d for w, d in zip(weights, digits, strict=True)) % 11
        if check == 10:
            return ""
        digits.append(check)
    return "".join(map(str, digits))


def repacked(data: bytes, members: Mapping[str, str | bytes], comment: str = "") -> bytes:
    """The same ZIP with these members added, or in place of those of their name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            new.writestr(name, content)
        new.comment = comment.encode()
    return made.getvalue()


def jpeg(word: str) -> bytes:
    """A small picture that says `word` in its EXIF."""
    from PIL import Image

    picture, exif, made = Image.new("RGB", (8, 8), "white"), Image.Exif(), io.BytesIO()
    exif[0x010E] = word
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue()


def png(word: str) -> bytes:
    """A small picture that says `word` in a text chunk."""
    from PIL import Image, PngImagePlugin

    told, made = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_text("Author", word)
    Image.new("RGB", (8, 8), "white").save(made, "PNG", pnginfo=told)
    return made.getvalue()
