"""Addresses of the pages by which a hearing is set up."""

from django.urls import path

from innspill.interfaces.desk.views.setup import (
    beginning,
    deadlines,
    papers,
    parts,
    preview,
    publishing,
    questions,
)

HEARING = "horinger/<slug:slug>/oppsett/"
PATHS = [
    path("horinger/ny/", beginning.new, name="setup-new"),
    path(HEARING, parts.overview, name="setup"),
    path(f"{HEARING}om/", parts.about, name="setup-about"),
    path(f"{HEARING}kontakt/", parts.contact, name="setup-contact"),
    path(f"{HEARING}frist/", parts.period, name="setup-period"),
    path(f"{HEARING}ordliste/", parts.glossary, name="setup-glossary"),
    path(f"{HEARING}dokumenter/", papers.papers, name="setup-papers"),
    path(f"{HEARING}dokumenter/<str:paper_id>/", papers.paper, name="setup-paper"),
    path(f"{HEARING}dokumenter/<str:paper_id>/fjern/", papers.remove, name="setup-paper-remove"),
    path(
        f"{HEARING}dokumenter/<str:paper_id>/fil/<int:number>/",
        papers.paper_file,
        name="setup-paper-file",
    ),
    path(f"{HEARING}sporsmal/", questions.questions, name="setup-questions"),
    path(
        f"{HEARING}sporsmal/nytt/<slug:ready>/", questions.new_question, name="setup-new-question"
    ),
    path(f"{HEARING}sporsmal/<path:question_id>/flytt/", questions.move, name="setup-move"),
    path(f"{HEARING}sporsmal/<path:question_id>/kopier/", questions.copy, name="setup-copy"),
    path(f"{HEARING}sporsmal/<path:question_id>/fjern/", questions.remove, name="setup-remove"),
    path(f"{HEARING}sporsmal/<path:question_id>/", questions.question, name="setup-question"),
    path(f"{HEARING}forhandsvisning/", preview.page, name="setup-preview"),
    path(f"{HEARING}forhandsvisning/skjema/", preview.form, name="setup-preview-form"),
    path(f"{HEARING}forhandsvisning/word/", preview.word, name="setup-preview-word"),
    path(f"{HEARING}forhandsvisning/svarskjema.docx", preview.word_file, name="setup-preview-file"),
    path(f"{HEARING}kontroll/", publishing.check, name="setup-check"),
    path(f"{HEARING}avlys/", publishing.call_off, name="setup-call-off"),
    path(f"{HEARING}forkast/", publishing.discard, name="setup-discard"),
    path(f"{HEARING}fase/", publishing.phase, name="setup-phase"),
    path(f"{HEARING}forlengelser/", deadlines.deadlines, name="setup-deadlines"),
    path(f"{HEARING}logg/", deadlines.log, name="setup-log"),
]
