"""Addresses of the portal."""

from django.urls import path

from innspill.interfaces.portal.views import answering, front, hearing, papers, response, result

app_name = "portal"
urlpatterns = [
    path("", front.front, name="front"),
    path("om/", papers.about, name="about"),
    path("horinger/<slug:slug>/", hearing.hearing, name="hearing"),
    path("horinger/<slug:slug>/svarskjema.docx", papers.form, name="form"),
    path("horinger/<slug:slug>/svar-inn/", answering.answer, name="answer"),
    path("horinger/<slug:slug>/kvittering/<int:number>/", answering.receipt, name="receipt"),
    path(
        "horinger/<slug:slug>/kvittering/<int:number>/kvittering.json",
        answering.receipt_file,
        name="receipt-file",
    ),
    path("horinger/<slug:slug>/svar/<int:number>/", response.response, name="response"),
    path("horinger/<slug:slug>/sporsmal/<str:question_id>/", response.question, name="question"),
    path("horinger/<slug:slug>/resultat/", result.result, name="result"),
    path("horinger/<slug:slug>/resultat/<str:name>", result.result_file, name="result-file"),
]
