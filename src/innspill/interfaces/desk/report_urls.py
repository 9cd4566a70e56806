"""Addresses of what people do to a report: its outline, its parts, and files that come back."""

from django.urls import path

from innspill.interfaces.desk.views.report import outline, part, sheet, word

_KIND = "<slug:report_kind>/<slug:language>/"
PATHS = [
    path(f"horinger/<slug:slug>/{address}", view, name=name)
    for address, view, name in (
        (f"rapport/oppbygging/{_KIND}", outline.outline, "report-outline"),
        (f"rapport/del/{_KIND}<path:part_key>/", part.part, "report-part"),
        ("rapport/fra-word/", word.from_word, "report-from-word"),
        ("vurdering/fra-excel/", sheet.from_excel, "decide-from-excel"),
    )
]
