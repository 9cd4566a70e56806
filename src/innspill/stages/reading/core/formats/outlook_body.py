"""The text of an Outlook message, which may be there three times: plain, as HTML, and as RTF."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.mail_text import Shown, Text, better, show_texts
from innspill.stages.reading.core.formats.outlook_rtf import text_in, unpacked

_LARGEST = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Body:
    """The text as the message has it. `charset` is that of `html`; `rtf` is packed."""

    plain: str = ""
    html: bytes = b""
    charset: str | None = None
    rtf: bytes = b""


def shown_of(body: Body) -> Shown:
    """The fuller of the texts; RTF holds the HTML or the plain text that it was made from."""
    plain = show_texts([Text(body.plain.encode("utf-8", "replace"), "utf-8")])
    html, charset, flags = body.html, body.charset, list[str]()
    if body.rtf and not html:
        try:
            written = text_in(unpacked(body.rtf, _LARGEST))
        except Unreadable:
            flags.append("damaged-part")
        else:
            if written.is_html:
                html, charset = written.text.encode("utf-8", "replace"), "utf-8"
            elif not plain.blocks:
                plain = show_texts([Text(written.text.encode("utf-8", "replace"), "utf-8")])
    rich = show_texts([Text(html, charset, is_html=True)])
    chosen = rich if rich.blocks and (not plain.blocks or better(plain, rich)) else plain
    chosen.flags += flags
    return chosen
