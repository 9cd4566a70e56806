"""Forms of Adobe's own kind (XFA), whose pages only Adobe's programs can show."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.pdf.page import Page

FLAG = "xfa-form"
_KINDS = frozenset((pypdfium2.raw.FORMTYPE_XFA_FULL, pypdfium2.raw.FORMTYPE_XFA_FOREGROUND))
_NOTICE = 1_500
"""The notice that stands in for a form which cannot be shown has no more letters."""


def is_xfa(pdf: pypdfium2.PdfDocument) -> bool:
    """Whether the file holds such a form, be it beside pages that everyone can show."""
    return pdf.get_formtype() in _KINDS


def refuse_unshown(pdf: pypdfium2.PdfDocument, pages: Sequence[Page]) -> None:
    """Raise `Unreadable` where the pages hold nothing but the notice to open the form elsewhere."""
    if pdf.get_formtype() != pypdfium2.raw.FORMTYPE_XFA_FULL:
        return
    words = [word for page in pages for word in page.words]
    filled = any(word.tag is not None or word.box is not None for word in words)
    if not filled and sum(len(word.text) for word in words) <= _NOTICE:
        raise Unreadable(
            FLAG, "The form can be shown by Adobe Reader only: ask for it as a printed PDF."
        )
