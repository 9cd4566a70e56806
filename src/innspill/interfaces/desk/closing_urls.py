"""Addresses of the ledger of one hearing, its finish, and the register that is followed up."""

from django.urls import path

from innspill.interfaces.desk.views.closing import candidates, exports, ledger, measures, noting

PATHS = [
    path(f"horinger/<slug:slug>/{address}", view, name=name)
    for address, view, name in (
        ("regnskap/", ledger.ledger, "ledger"),
        ("regnskap/merknader/", ledger.counted, "ledger-comments"),
        ("regnskap/orientering/", noting.note_left, "note-left"),
        ("regnskap/avslutt/", ledger.finish, "finish-deciding"),
        ("regnskap/apne/", ledger.open_again, "open-deciding"),
        ("oppfolging/", measures.measures, "follow-up"),
        ("oppfolging/krav/", measures.requirements, "follow-up-requirements"),
        ("oppfolging/roller/", measures.roles, "follow-up-roles"),
        ("oppfolging/hent/", candidates.candidates, "follow-up-candidates"),
        ("oppfolging/ny/", measures.new, "new-measure"),
        ("oppfolging/oppfolging.xlsx", exports.as_excel, "follow-up-excel"),
        ("oppfolging/oppfolging.csv", exports.as_csv, "follow-up-csv"),
        ("oppfolging/merknad/<int:comment_id>/", candidates.of_comment, "measure-of-comment"),
        ("oppfolging/<int:measure_id>/", measures.measure, "measure"),
    )
]
