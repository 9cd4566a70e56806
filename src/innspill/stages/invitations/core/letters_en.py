"""Letters in English."""

SUBJECT = {
    "invitation": "Public consultation: {horing} ({saksnummer})",
    "reminder": "Reminder of a public consultation: {horing} ({saksnummer})",
    "change": "New deadline: {horing} ({saksnummer})",
    "granted": "Extended deadline for {instans}: {horing} ({saksnummer})",
    "refused": "Your request for more time: {horing} ({saksnummer})",
}
OPENING = {
    "invitation": (
        "To {navn}",
        "{eier} invites you to respond to the consultation “{horing}” (case number {saksnummer}).",
        "The deadline is {frist}.",
        (
            "Anyone may respond, also those who did not get this e-mail. Please pass it on to bodies "
            "below you and others who should know. Responses are published."
        ),
        "Read about the proposal here:\n{side}",
    ),
    "reminder": (
        "To {navn}",
        (
            "This is a reminder of the consultation “{horing}” (case number {saksnummer}). We cannot "
            "see that you have responded. If you have a draft, it is where you left it."
        ),
        "The deadline is {frist}.",
    ),
    "change": (
        "To {navn}",
        "The deadline of the consultation “{horing}” (case number {saksnummer}) has changed.",
        "The new deadline is {frist}. It was {gammel_frist}.",
        (
            "If you have responded, you need not do anything. You may change your response until the "
            "new deadline."
        ),
    ),
    "granted": (
        "To {navn}",
        (
            "You asked for more time to respond to the consultation “{horing}” (case number "
            "{saksnummer}). We grant it."
        ),
        "The deadline for {instans} is {frist}.",
    ),
    "refused": (
        "To {navn}",
        (
            "You asked for more time to respond to the consultation “{horing}” (case number "
            "{saksnummer}). We are sorry that we cannot grant it."
        ),
        "Reason: {begrunnelse}",
        "The deadline is still {frist}. Respond here:\n{lenke}",
    ),
}
WAYS = {
    "heading": "How to respond:",
    "web": "– Online, with a link of your own. You may save and go on later:\n  {lenke}",
    "word": "– In Word: download the form from the page that the link opens, and hand it in there.",
    "mail": "– By e-mail to {epost}. Give the case number {saksnummer}.",
    "share": "The link opens the response of {navn}. Share it only with those who take part in it.",
}
NO_REMARKS = "If you have no comments, you can say so with one click on the same page."
CONTACT = "Questions? Contact {kontakt}."
REGARDS = "Kind regards\n{eier}"
