"""Letters in bokmål."""

SUBJECT = {
    "invitation": "Høring: {horing} ({saksnummer})",
    "reminder": "Påminnelse om høring: {horing} ({saksnummer})",
    "change": "Ny høringsfrist: {horing} ({saksnummer})",
    "granted": "Utsatt frist for {instans}: {horing} ({saksnummer})",
    "refused": "Svar på søknad om utsatt frist: {horing} ({saksnummer})",
}
OPENING = {
    "invitation": (
        "Til {navn}",
        "{eier} inviterer dere til å svare på høringen «{horing}» (saksnummer {saksnummer}).",
        "Fristen er {frist}.",
        (
            "Alle kan svare, også de som ikke har fått denne e-posten. Send den gjerne videre til "
            "underliggende virksomheter og andre som bør kjenne til høringen. Svarene blir publisert."
        ),
        "Her leser dere om forslaget:\n{side}",
    ),
    "reminder": (
        "Til {navn}",
        (
            "Vi minner om høringen «{horing}» (saksnummer {saksnummer}). Vi kan ikke se at dere har "
            "sendt inn et svar. Har dere et utkast, ligger det der dere forlot det."
        ),
        "Fristen er {frist}.",
    ),
    "change": (
        "Til {navn}",
        "Fristen for å svare på høringen «{horing}» (saksnummer {saksnummer}) er endret.",
        "Ny frist er {frist}. Fristen var {gammel_frist}.",
        (
            "Har dere svart allerede, trenger dere ikke å gjøre noe. Dere kan endre svaret fram til "
            "den nye fristen."
        ),
    ),
    "granted": (
        "Til {navn}",
        (
            "Dere har bedt om lengre tid til å svare på høringen «{horing}» (saksnummer {saksnummer}). "
            "Det får dere."
        ),
        "Fristen for {instans} er {frist}.",
    ),
    "refused": (
        "Til {navn}",
        (
            "Dere har bedt om lengre tid til å svare på høringen «{horing}» (saksnummer {saksnummer}). "
            "Det kan vi dessverre ikke gi."
        ),
        "Begrunnelse: {begrunnelse}",
        "Fristen er fortsatt {frist}. Her svarer dere:\n{lenke}",
    ),
}
WAYS = {
    "heading": "Slik svarer dere:",
    "web": "– På nett, med lenken som er deres egen. Dere kan lagre og fortsette senere:\n  {lenke}",
    "word": "– I Word: last ned skjemaet fra siden som lenken åpner, og lever det samme sted.",
    "mail": "– Med e-post til {epost}. Oppgi saksnummer {saksnummer}.",
    "share": "Lenken åpner svaret til {navn}. Del den bare med dem som skal være med på å svare.",
}
NO_REMARKS = "Har dere ingen merknader, kan dere si fra om det med ett klikk på den samme siden."
CONTACT = "Spørsmål? Kontakt {kontakt}."
REGARDS = "Vennlig hilsen\n{eier}"
