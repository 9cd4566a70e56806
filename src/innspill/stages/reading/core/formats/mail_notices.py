"""What a mail is when nobody wrote it: a bounce, a receipt, an answer from a mailbox left alone."""

from __future__ import annotations

import re

from innspill.stages.reading.core.formats.mime import Part

_AWAY = re.compile(
    r"\s*(?:automatisk(?:e)?\s+svar|autosvar|automatisk\s+svarmelding|frav[æe]r(?:smelding|svarsel)?\b|"
    r"fråv[æe]r(?:smelding)?\b|ikke\s+til\s+stede|ikkje\s+til\s+stades|automatic\s+reply|auto[- ]?reply|"
    r"out\s+of\s+(?:the\s+)?office)",
    re.IGNORECASE,
)
_UNDELIVERED = re.compile(
    r"\s*(?:undeliver(?:able|ed)|delivery\s+(?:status\s+notification|failure|has\s+failed)|"
    r"mail\s+delivery\s+(?:failed|subsystem)|returned\s+mail|failure\s+notice|"
    r"kunne\s+ikke\s+leveres|kan\s+ikke\s+leveres|ikke\s+leverbar|uleverbar)",
    re.IGNORECASE,
)
_DAEMON = re.compile(r"\b(?:mailer-daemon|postmaster|mail-daemon)@|^mailer-daemon\b", re.IGNORECASE)
_REPORTS = {
    "delivery-status": "bounce", "feedback-report": "bounce",
    "disposition-notification": "read-receipt",
}  # fmt: skip


def flags_of(mail: Part) -> list[str]:
    """`bounce`, `read-receipt` or `auto-reply`, where the mail says so itself; else nothing."""
    report = _REPORTS.get(mail.parameter("report-type").lower())
    if mail.kind == "multipart/report" and report:
        return [report]
    sender, subject = mail.header("from"), mail.header("subject")
    returned = mail.header("return-path").strip() in ("<>", "< >")
    if (returned or _UNDELIVERED.match(subject)) and _DAEMON.search(sender):
        return ["bounce"]
    replied = mail.header("auto-submitted").lower().startswith("auto-replied")
    suppressed = mail.header("x-autoreply") or mail.header("x-autorespond")
    precedence = mail.header("precedence").lower() == "auto_reply"
    if replied or suppressed or precedence or _AWAY.match(subject):
        return ["auto-reply"]
    return []
