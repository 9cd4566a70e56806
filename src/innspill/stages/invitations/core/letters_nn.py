"""Letters in nynorsk."""

SUBJECT = {
    "invitation": "Høyring: {horing} ({saksnummer})",
    "reminder": "Påminning om høyring: {horing} ({saksnummer})",
    "change": "Ny høyringsfrist: {horing} ({saksnummer})",
    "granted": "Utsett frist for {instans}: {horing} ({saksnummer})",
    "refused": "Svar på søknad om utsett frist: {horing} ({saksnummer})",
}
OPENING = {
    "invitation": (
        "Til {navn}",
        "{eier} inviterer dykk til å svare på høyringa «{horing}» (saksnummer {saksnummer}).",
        "Fristen er {frist}.",
        (
            "Alle kan svare, òg dei som ikkje har fått denne e-posten. Send han gjerne vidare til "
            "underliggjande verksemder og andre som bør kjenne til høyringa. Svara blir publiserte."
        ),
        "Her les de om forslaget:\n{side}",
    ),
    "reminder": (
        "Til {navn}",
        (
            "Vi minner om høyringa «{horing}» (saksnummer {saksnummer}). Vi kan ikkje sjå at de har "
            "sendt inn eit svar. Har de eit utkast, ligg det der de forlét det."
        ),
        "Fristen er {frist}.",
    ),
    "change": (
        "Til {navn}",
        "Fristen for å svare på høyringa «{horing}» (saksnummer {saksnummer}) er endra.",
        "Ny frist er {frist}. Fristen var {gammel_frist}.",
        (
            "Har de svart allereie, treng de ikkje å gjere noko. De kan endre svaret fram til den nye "
            "fristen."
        ),
    ),
    "granted": (
        "Til {navn}",
        (
            "De har bede om lengre tid til å svare på høyringa «{horing}» (saksnummer {saksnummer}). "
            "Det får de."
        ),
        "Fristen for {instans} er {frist}.",
    ),
    "refused": (
        "Til {navn}",
        (
            "De har bede om lengre tid til å svare på høyringa «{horing}» (saksnummer {saksnummer}). "
            "Det kan vi dessverre ikkje gi."
        ),
        "Grunngiving: {begrunnelse}",
        "Fristen er framleis {frist}. Her svarer de:\n{lenke}",
    ),
}
WAYS = {
    "heading": "Slik svarer de:",
    "web": "– På nett, med lenkja som er dykkar eiga. De kan lagre og halde fram seinare:\n  {lenke}",
    "word": "– I Word: last ned skjemaet frå sida som lenkja opnar, og lever det same staden.",
    "mail": "– Med e-post til {epost}. Oppgi saksnummer {saksnummer}.",
    "share": "Lenkja opnar svaret til {navn}. Del ho berre med dei som skal vere med på å svare.",
}
NO_REMARKS = "Har de ingen merknader, kan de seie frå om det med eitt klikk på den same sida."
CONTACT = "Spørsmål? Kontakt {kontakt}."
REGARDS = "Venleg helsing\n{eier}"
