"""Addresses of the desk."""

from django.urls import path

from innspill.interfaces.desk import analysis_urls, closing_urls, report_urls, setup_urls
from innspill.interfaces.desk.views import (
    asking,
    forwarding,
    front,
    hearing,
    inbox,
    marking,
    proof,
    publishing,
    receiving,
    reports,
    senders,
    settling,
    signing_in,
    standing,
    wishing,
)
from innspill.interfaces.desk.views import importing as importing_responses
from innspill.interfaces.desk.views.inviting import book, importing, lists, members, sending

app_name = "desk"
urlpatterns = [
    path("", front.front, name="front"),
    path("logg-inn/", signing_in.SignIn.as_view(), name="sign-in"),
    path("logg-ut/", signing_in.SignOut.as_view(), name="sign-out"),
    path("mottak/", inbox.inbox, name="inbox"),
    path("mottak/for-hand/", receiving.by_hand, name="by-hand"),
    path("mottak/hent-inn/", importing_responses.imports, name="imports"),
    path("mottak/hent-inn/<int:import_id>/", importing_responses.one, name="import"),
    path(
        "mottak/hent-inn/<int:import_id>/liste.csv", importing_responses.as_csv, name="import-csv"
    ),
    path("mottak/<int:number>/sett-til-side/", receiving.set_aside, name="set-aside"),
    path("mottak/<int:stray>/horing/", receiving.move, name="move"),
    path("mottak/<int:number>/", inbox.delivery, name="delivery"),
    path("mottak/<int:number>/kvittering.json", proof.receipt, name="receipt"),
    path("bevis/", proof.proof, name="proof"),
    path("mottak/<int:number>/fil/<int:position>/", inbox.original, name="original"),
    path("avsendere/", senders.queue, name="senders"),
    path("avsendere/<slug:slug>/<int:number>/", senders.settle, name="settle-sender"),
    path("avsendere/<slug:slug>/<int:number>/angre/", senders.undo, name="undo-sender"),
    path("avklar/", settling.flags, name="flags"),
    path("avklar/<int:flag_id>/", settling.flag, name="flag"),
    path("publisering/", publishing.queue, name="publishing"),
    path("publisering/<slug:slug>/samme-ord/", publishing.elsewhere, name="open-elsewhere"),
    path("publisering/godkjenn/", publishing.approve_many, name="approve-many"),
    *(
        path(f"publisering/<slug:slug>/<int:number>/{address}", view, name=name)
        for address, view, name in (
            ("", marking.response, "publishing-response"),
            ("merk/", marking.mark, "mark"),
            ("merk/angre/", marking.undo, "undo-mark"),
            ("onske/", wishing.say, "say-wish"),
            ("avgjor/", publishing.decide, "decide-publishing"),
            ("filer/", publishing.try_again, "try-again"),
            ("forhandsvisning/", publishing.preview, "publishing-preview"),
        )
    ),
    *setup_urls.PATHS,
    *analysis_urls.PATHS,
    *closing_urls.PATHS,
    *report_urls.PATHS,
    path("horinger/<slug:slug>/", hearing.hearing, name="hearing"),
    path("horinger/<slug:slug>/sene-svar/", forwarding.forwarding, name="forwarding"),
    path("horinger/<slug:slug>/sprakmodell/", asking.model, name="model"),
    path("horinger/<slug:slug>/sprakmodell/spor/", asking.ask, name="ask-model"),
    path("horinger/<slug:slug>/sprakmodell/stopp/", asking.stop, name="stop-asking"),
    path("horinger/<slug:slug>/sprakmodell/navn/", asking.take_name, name="take-wording"),
    path("horinger/<slug:slug>/rapport/", reports.report_list, name="reports"),
    path("horinger/<slug:slug>/rapport/lag/", reports.make_report, name="make-report"),
    path("horinger/<slug:slug>/rapport/mal/", reports.template, name="report-template"),
    path("horinger/<slug:slug>/rapport/publiser/", reports.publish, name="publish-result"),
    path("horinger/<slug:slug>/rapport/pakke/", reports.make_package, name="make-package"),
    path("horinger/<slug:slug>/svar/<int:number>/avsender/", settling.sender, name="sender"),
    path("horinger/<slug:slug>/svar/<int:number>/klarering/", settling.clearance, name="clearance"),
    *(
        path(f"horinger/<slug:slug>/svar/<int:number>/{address}", view, name=name)
        for address, view, name in (
            ("", standing.shown, "standing"),
            ("forhold/", standing.relate, "say-standing"),
            ("forhold/angre/", standing.unrelate, "undo-standing"),
            ("slag/", standing.kinds, "say-kinds"),
            ("frist/", standing.lateness, "say-lateness"),
        )
    ),
    path("rapport/<int:report_id>/<slug:name>/", reports.report_file, name="report-file"),
    path("pakke/<int:package_id>/", reports.package_file, name="package-file"),
    *(
        path(f"horinger/<slug:slug>/instanser/{address}", view, name=name)
        for address, view, name in (
            ("", lists.bodies, "bodies"),
            ("grupper/", lists.groups, "body-groups"),
            ("legg-til/", importing.add, "add-bodies"),
            ("fyll-ut/", members.complete, "complete-from-book"),
            ("logg/", sending.log, "letter-log"),
            ("logg/<int:mail_id>/pa-nytt/", sending.send_again, "send-again"),
            ("brev/<slug:kind>/", sending.send, "send-letters"),
            ("<int:body_id>/", members.body, "body"),
            ("<int:body_id>/endre/", lists.line, "edit-body"),
            ("<int:body_id>/ta-bort/", lists.remove_line, "remove-body"),
            ("<int:body_id>/utvid/", importing.expand, "expand-body"),
            ("<int:body_id>/frist/", members.extend, "extend-body"),
            ("<int:body_id>/ny-mottaker/", members.add_recipient, "add-recipient"),
            ("mottaker/<int:recipient_id>/", members.recipient, "recipient"),
            ("mottaker/<int:recipient_id>/ta-bort/", members.remove_recipient, "remove-recipient"),
        )
    ),
    path("adressebok/", book.contacts, name="book"),
    path("adressebok/ny/", book.contact, name="new-contact"),
    path("adressebok/hent/", book.take_in, name="book-import"),
    path("adressebok/<int:contact_id>/", book.contact, name="contact"),
    path("adressebok/<int:contact_id>/slett/", book.remove_contact, name="remove-contact"),
]
