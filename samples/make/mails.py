"""Mails as they were received: headers, text, attachments, all with fixed dates and boundaries."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
}


def mail(data: dict[str, Any], name: str, attachments: list[tuple[str, bytes]]) -> bytes:
    """One mail with its attachments, as bytes (RFC 5322)."""
    message = EmailMessage(policy=SMTP)
    message["From"] = data["from"]
    message["To"] = "Direktoratet for vann og beredskap <horing@vannberedskap.example>"
    message["Subject"] = data["subject"]
    message["Date"] = format_datetime(datetime.fromisoformat(str(data["sent"])))
    message["Message-ID"] = f"<{name}@post.example>"
    message.set_content(data["text"], cte="quoted-printable")
    for file_name, content in attachments:
        maintype, subtype = TYPES[file_name.rsplit(".", 1)[-1]]
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=file_name)
    if attachments:
        message.set_boundary(f"=_{name}_=")
    return message.as_bytes()
