"""Fields of an RTF file, and what the form fields among them keep."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.rtf.state import Target

_SYMBOL = re.compile(r'\s*SYMBOL\s+(0x[0-9a-fA-F]+|\d+)(?:.*?\\f\s*"?([^"\\]+))?', re.DOTALL)
USE_DEFAULT = 25
"""The result that says that the default stands."""


@dataclass(slots=True)
class FormData:
    """What a form field keeps: its name, its result, its default, its entries."""

    name: list[str] = field(default_factory=list)
    result: int = USE_DEFAULT
    default: int = 0
    entries: list[list[str]] = field(default_factory=list)

    @property
    def value(self) -> int:
        """The result, or the default where there is none."""
        return self.default if self.result == USE_DEFAULT else self.result


@dataclass(slots=True)
class Field:
    """One field being read; `outer` is where its result is shown."""

    outer: Target
    instruction: list[str] = field(default_factory=list)
    form: FormData | None = None
    settled: bool = False
    """Whether its result is already shown, so that what the file keeps of it must not be."""

    @property
    def kind(self) -> str:
        """Its first word, such as FORMCHECKBOX."""
        words = "".join(self.instruction).split(None, 1)
        return words[0].upper() if words else ""

    def chosen(self) -> str | None:
        """The entry of a list that is chosen; None where it tells none."""
        if self.form is None or not 0 <= self.form.value < len(self.form.entries):
            return None
        return "".join(self.form.entries[self.form.value])

    def symbol(self) -> tuple[str, int] | None:
        """The font and the number of the character that a SYMBOL field shows."""
        found = _SYMBOL.match("".join(self.instruction))
        if found is None or len(found[1]) > 8:
            return None
        code = int(found[1], 16 if found[1].lower().startswith("0x") else 10)
        return (found[2] or "").strip(), code
