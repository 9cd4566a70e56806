"""Addresses of the deciding in one hearing."""

from django.urls import path

from innspill.interfaces.desk.views.deciding import board, changes, listing, one, reasons

PATHS = [
    path(f"horinger/<slug:slug>/vurdering/{address}", view, name=name)
    for address, view, name in (
        ("", board.board, "deciding"),
        ("merknader/", listing.listing, "deciding-list"),
        ("merknad/<int:comment_id>/", one.comment, "decide-comment"),
        ("like/<int:comment_id>/", one.like, "decide-like"),
        ("tema/<int:theme_id>/", one.theme, "decide-theme"),
        ("begrunnelser/", reasons.reasons, "reasons"),
        ("begrunnelser/<int:reason_id>/", reasons.reason, "reason"),
        ("endringer/", changes.changes, "changes"),
        ("endringer/<int:change_id>/", changes.change, "change"),
    )
]
