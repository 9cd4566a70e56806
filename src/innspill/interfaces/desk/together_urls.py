"""Addresses of what several colleagues on one hearing share: who does what, and what is left."""

from django.urls import path

from innspill.interfaces.desk.views.together import assigning, claiming, left, second

PATHS = [
    path(f"horinger/<slug:slug>/{address}", view, name=name)
    for address, view, name in (
        ("gjenstar/", left.left, "left"),
        ("gjenstar/merknader/", left.comments, "left-comments"),
        ("fordeling/", assigning.assignments, "assignments"),
        ("fordeling/min-adresse/", assigning.own_address, "own-address"),
        ("fordeling/<int:assignment_id>/", assigning.assignment, "assignment"),
        ("fordeling/<int:assignment_id>/avslutt/", assigning.end, "end-assignment"),
        ("fordeling/i-arbeid/<slug:scope>/<slug:key>/", claiming.claim, "claim"),
        ("fordeling/notat/<slug:scope>/<slug:key>/", claiming.note, "write-note"),
        ("kvalitetssikring/", second.queue, "second-reading"),
        ("kvalitetssikring/ordning/", second.rule, "second-reader-rule"),
        ("kvalitetssikring/<int:disposition_id>/", second.send_back, "send-back"),
    )
]
