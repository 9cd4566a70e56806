"""Addresses of the desk."""

from django.urls import path

from innspill.interfaces.desk import setup_urls
from innspill.interfaces.desk.views import front, hearing, inbox, reports, settling, signing_in

app_name = "desk"
urlpatterns = [
    path("", front.front, name="front"),
    path("logg-inn/", signing_in.SignIn.as_view(), name="sign-in"),
    path("logg-ut/", signing_in.SignOut.as_view(), name="sign-out"),
    path("mottak/", inbox.inbox, name="inbox"),
    path("mottak/<int:number>/", inbox.delivery, name="delivery"),
    path("mottak/<int:number>/fil/<int:position>/", inbox.original, name="original"),
    path("avklar/", settling.flags, name="flags"),
    path("avklar/<int:flag_id>/", settling.flag, name="flag"),
    path("publisering/", settling.publishing_list, name="publishing"),
    *setup_urls.PATHS,
    path("horinger/<slug:slug>/", hearing.hearing, name="hearing"),
    path("horinger/<slug:slug>/merknader/", hearing.comments, name="comments"),
    path("horinger/<slug:slug>/rapport/", reports.report_list, name="reports"),
    path("horinger/<slug:slug>/rapport/lag/", reports.make_report, name="make-report"),
    path("horinger/<slug:slug>/rapport/publiser/", reports.publish, name="publish-result"),
    path("horinger/<slug:slug>/rapport/pakke/", reports.make_package, name="make-package"),
    path("horinger/<slug:slug>/svar/<int:number>/avsender/", settling.sender, name="sender"),
    path("horinger/<slug:slug>/svar/<int:number>/klarering/", settling.clearance, name="clearance"),
    path("rapport/<int:report_id>/<slug:name>/", reports.report_file, name="report-file"),
    path("pakke/<int:package_id>/", reports.package_file, name="package-file"),
]
