"""Addresses of the desk for what goes back to those who answered, and to everybody."""

from django.urls import path

from innspill.interfaces.desk.views.replying import letters, result

PATHS = [
    path("horinger/<slug:slug>/rapport/publiser/", result.publish, name="publish-result"),
    *(
        path(f"horinger/<slug:slug>/tilbakemelding/{address}", view, name=name)
        for address, view, name in (
            ("", letters.letters, "replies"),
            ("send/", letters.send, "send-replies"),
            ("sendt/", letters.posted, "replies-posted"),
            ("utskrift.zip", letters.to_print, "replies-to-print"),
            ("svar/<int:number>/<int:position>/", letters.letter, "reply"),
            ("brev/<int:reply_id>/", letters.file, "reply-file"),
            ("brev/<int:reply_id>/papir/", letters.on_paper, "reply-on-paper"),
            ("e-post/<int:mail_id>/", letters.send_again, "reply-again"),
        )
    ),
]
