"""Addresses of the analysis of one hearing."""

from django.urls import path

from innspill.interfaces.desk.views.analysis import (
    dividing,
    front,
    lists,
    matrix,
    one,
    reading,
    saying,
    themes,
)

PATHS = [
    path(f"horinger/<slug:slug>/analyse/{address}", view, name=name)
    for address, view, name in (
        ("", front.front, "analysis"),
        ("merknader/", reading.comments, "analysis-read"),
        ("merknader/mange/", saying.say_of_many, "say-of-many"),
        ("merknad/<int:comment_id>/", one.comment, "analysis-comment"),
        ("merknad/<int:comment_id>/si/", saying.say, "say-of-comment"),
        ("merknad/<int:comment_id>/kilde/", reading.source, "comment-source"),
        ("svar/<int:number>/", dividing.response, "divide"),
        ("temaer/", themes.themes, "themes"),
        ("temaer/<int:theme_id>/", themes.theme, "theme"),
        ("like/", lists.same, "same"),
        ("matrise/", matrix.matrix, "matrix"),
        ("matrise/svar/", matrix.behind, "matrix-behind"),
        ("forslag/", lists.proposals, "proposals"),
        ("tiltak/", lists.measures, "measures"),
        ("ordliste/", lists.glossary, "glossary"),
    )
]
