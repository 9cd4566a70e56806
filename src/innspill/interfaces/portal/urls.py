"""Addresses of the portal."""

from django.urls import include, path

from innspill.interfaces.portal.views import (
    answering,
    became,
    files,
    front,
    hearing,
    invited,
    papers,
    proof,
    replies,
    response,
    result,
    search,
    subscribing,
    ways,
)
from innspill.interfaces.portal.views.drafts import (
    chapter,
    downloads,
    review,
    saving,
    sharing,
    who,
)
from innspill.interfaces.ui.look.served import look_file

app_name = "portal"
_of_a_hearing = [
    path("", hearing.hearing, name="hearing"),
    path("svarskjema.docx", papers.form, name="form"),
    path("svarskjema.txt", papers.plain_form, name="plain-form"),
    path("intern-horing.zip", papers.internal, name="internal"),
    path("dokument/<str:digest>/", papers.paper_file, name="paper-file"),
    path("svar-inn/", ways.ways, name="answer"),
    path("svar-inn/filer/", answering.upload, name="upload"),
    path("kvittering/<int:number>/", answering.receipt, name="receipt"),
    path("kvittering/<int:number>/kvittering.json", answering.receipt_file, name="receipt-file"),
    path("kvittering/<int:number>/kvittering.pdf", answering.receipt_paper, name="receipt-paper"),
    path("svar/<int:number>/", response.response, name="response"),
    path("svar/<int:number>/fil/<str:name>", files.public_file, name="public-file"),
    path("sporsmal/<str:question_id>/", response.question, name="question"),
    path("abonner/", subscribing.subscribe, name="subscribe"),
    path("abonner/sendt/", subscribing.asked, name="subscribe-asked"),
    path("resultat/", result.result, name="result"),
    path("resultat/tema/", became.themes, name="became-themes"),
    path("resultat/tema/<int:number>/", became.theme, name="became-theme"),
    path("resultat/avsendere/", became.senders, name="became-senders"),
    path("resultat/endringer/", became.changes, name="became-changes"),
    path("resultat/<str:name>", result.result_file, name="result-file"),
]
_of_a_draft = [
    path("", who.draft, name="draft"),
    path("oversikt/", who.overview, name="draft-overview"),
    path("avsender/", who.who, name="draft-who"),
    path("navn/", who.name, name="draft-name"),
    path("steg/<str:key>/", chapter.chapter, name="draft-step"),
    path("se-over/", review.review, name="draft-review"),
    path("kvittering/", review.receipt, name="draft-receipt"),
    path("kvittering/<int:number>.<str:ending>", downloads.handed_in, name="draft-handed-in"),
    path(
        "kvittering/<int:number>/kvittering.pdf",
        downloads.receipt_paper,
        name="draft-receipt-paper",
    ),
    path("trekk/", review.take_back, name="draft-take-back"),
    path("senere/", who.later, name="draft-later"),
    path("samarbeid/", sharing.share, name="draft-share"),
    path("historikk/<str:question_id>/", sharing.history, name="draft-history"),
    path("lagre/", saving.autosave, name="draft-autosave"),
    path("utkast.<str:ending>", downloads.as_it_stands, name="draft-as-it-stands"),
    path("fil/<int:file_id>/", downloads.attached, name="draft-file"),
]
_of_the_proof = [
    path("", proof.proof, name="proof"),
    path("sjekkpunkt", proof.note, name="checkpoint"),
    path("sjekkpunkt.json", proof.lines, name="checkpoint-lines"),
    path("sjekkpunkt/<int:size>", proof.earlier_note, name="earlier-checkpoint"),
    path("linje/<int:position>.json", proof.line_now, name="line"),
    path("linje/<int:position>/<int:size>.json", proof.line, name="journal-line"),
    path(proof.VERIFIER, proof.verifier, name="verifier"),
]
urlpatterns = [
    path("", front.front, name="front"),
    path("sok/", search.search, name="search"),
    path("om/", papers.about, name="about"),
    path("personvern/", papers.privacy, name="privacy"),
    path("utseende/<str:digest>/<str:name>", look_file, name="look-file"),
    path("bevis/", include(_of_the_proof)),
    path("horinger/<slug:slug>/", include(_of_a_hearing)),
    path("utkast/<str:token>/", include(_of_a_draft)),
    path("abonnement/<str:token>/", subscribing.subscription, name="subscription"),
    path("abonnement/<str:token>/slutt/", subscribing.leave, name="leave"),
    path("tilbakemelding/<str:token>/", replies.own, name="reply"),
    path("invitasjon/<str:token>/", invited.invited, name="invited"),
    path("invitasjon/<str:token>/svarskjema.docx", invited.form, name="invited-form"),
]
