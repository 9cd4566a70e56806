"""What a draft refuses, by code, so that the portal can say it in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from innspill.shared.errors import BadInput

Code = Literal[
    "draft-hearing", "not-yours", "no-language", "no-question", "no-choice", "no-note", "no-file",
    "empty-note", "too-long", "too-many-files", "too-large", "empty-file", "a-program",
    "taken-back", "nothing-handed-in", "missing", "too-busy",
]  # fmt: skip


class Refused(BadInput):
    """Something that a draft does not take. `code` says what, `values` with which names."""

    def __init__(
        self,
        code: Code,
        what: str,
        *,
        todo: str = "",
        values: Mapping[str, str | int] | None = None,
    ) -> None:
        self.code: Code = code
        self.values: dict[str, str | int] = dict(values or {})
        super().__init__(what, todo=todo)
