"""The words for what is withheld from the public, on which ground, and why a response waits."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

DATA_KIND = {
    "national-id": _("Fødselsnummer"),
    "phone": _("Telefonnummer"),
    "email": _("E-postadresse"),
    "address": _("Adresse"),
    "account": _("Kontonummer"),
    "birth-date": _("Fødselsdato"),
    "plate": _("Bilskilt"),
    "name": _("Navn"),
    "health": _("Helse eller annet følsomt"),
    "special": _("Særlig vernet opplysning"),
    "signature": _("Underskrift"),
    "other": _("Annet"),
}
GROUND = {
    "offl-13": _("Offentleglova § 13: taushetsplikt"),
    "offl-14": _("Offentleglova § 14: internt i organet"),
    "offl-15": _("Offentleglova § 15: hentet inn til intern bruk"),
    "offl-23": _("Offentleglova § 23: forhandlinger, lønn og personal"),
    "offl-24": _("Offentleglova § 24: kontroll og lovbrudd"),
    "offl-26": _("Offentleglova § 26: fødselsnummer, eksamen og lignende"),
    "web-6": _("Offentlegforskrifta § 6: andres rettigheter (bare nett)"),
    "web-7": _("Offentlegforskrifta § 7: ikke på nett"),
    "person": _("Høringssvar: opplysninger om enkeltpersoner"),
    "hateful": _("Høringssvar: hatefullt eller diskriminerende"),
    "defamatory": _("Høringssvar: ærekrenkende"),
    "unlawful": _("Høringssvar: ulovlig på annen måte"),
}
GROUND_PLAIN = {
    "offl-13": _(
        "Det er taushetsplikt om dette, for eksempel noens personlige forhold eller en"
        " forretningshemmelighet. Det skal heller ikke gis ut ved innsyn."
    ),
    "offl-14": _("Et dokument som organet har laget for sin egen forberedelse av saken."),
    "offl-15": _(
        "Et dokument hentet inn fra et underordnet organ eller en rådgiver til intern bruk."
        " Gjelder sjelden høringssvar."
    ),
    "offl-23": _(
        "Å vise dette kan skade det offentlige i en forhandling, et kjøp eller en personalsak."
    ),
    "offl-24": _(
        "Å vise dette kan hindre en kontroll, gjøre det lettere å bryte loven eller sette noen i"
        " fare."
    ),
    "offl-26": _("Fødselsnummer og lignende, eksamenssvar, og bilder i et personregister."),
    "web-6": _(
        "Noen andre eier rettighetene, for eksempel til et vedlagt bilde. Selve høringssvaret kan"
        " legges ut. Det kan fortsatt gis innsyn."
    ),
    "web-7": _(
        "Skal aldri ligge på nett, selv om det er offentlig: helse, politisk syn, etnisk bakgrunn,"
        " straff, fødselsnummer og lønn til enkeltpersoner. Det kan fortsatt gis innsyn."
    ),
    "person": _(
        "Opplysninger om en enkeltperson som saken ikke trenger. Det stopper bare nettet. Innsyn"
        " vurderes etter offentleglova."
    ),
    "hateful": _(
        "Hatefullt om en gruppe mennesker, eller diskriminerende. Det stopper bare nettet."
    ),
    "defamatory": _("Kan skade noens gode navn og rykte urettmessig. Det stopper bare nettet."),
    "unlawful": _("Ulovlig av andre grunner, for eksempel trusler. Det stopper bare nettet."),
}
"""What each ground means, for somebody who is no jurist."""
WISH = {
    "none": _("Vanlig publisering"),
    "anonymous": _("Uten navn"),
    "not-on-web": _("Ikke på nettet"),
}
"""How a sender wishes a response to be published."""
WAITING = {
    "unscreened": _("Ikke gjennomgått ennå"),
    "not-public": _("Høringen publiserer ikke svar"),
    "sender": _("Avsenderen er ikke avklart"),
    "marks": _("Noen har merket, og det må godkjennes"),
    "doubt": _("Tvil om persondata"),
    "wish": _("Avsenderens ønske om publisering"),
    "person": _("Ingen tvil, men et menneske skal se på det"),
    "second": _("Venter på at én til godkjenner"),
    "cleared": _("Klart, publiseres straks"),
}
"""The one heading that a waiting response is counted under."""
CALM_REASON = {
    "hearing-wants-a-person": _("Høringen vil at et menneske ser på alle svar"),
    "private-person": _("Svaret er fra en privatperson"),
    "something-withheld": _("Noe er sladdet, og høringen vil at et menneske ser på det"),
    "asks-not-to-be-published": _("Avsenderen ønsker ikke svaret på nettet"),
    "wish-taken-back": _("Avsenderen har trukket ønsket sitt, og nå vises mer enn før"),
    "marks-again": _("Teksten er endret: merkene må ses på igjen"),
}
