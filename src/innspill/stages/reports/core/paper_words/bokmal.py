"""The words of the files in bokmål."""

from __future__ import annotations

from innspill.stages.reports.core.paper_words.wording import PaperWords

NB = PaperWords(
    kinds={
        "summary": "Oppsummering av høring",
        "ministry": "Høringen, tema for tema",
        "municipal": "Innspill og vurderinger",
        "letter": "Kort om høringen",
    },
    partial="foreløpig",
    left_intro="Rapporten er foreløpig. Dette gjenstår:",
    left={
        "open": ("Høringen er ikke avsluttet. Det kan komme flere svar.",) * 2,
        "unprocessed": (
            "Én leveranse er ikke ferdig behandlet.",
            "{count} leveranser er ikke ferdig behandlet.",
        ),
        "waiting": (
            "Ett svar venter på gjennomgang. Det er talt med, men ikke gjengitt.",
            "{count} svar venter på gjennomgang. De er talt med, men ikke gjengitt.",
        ),
        "undivided": (
            "I ett svar har ingen saksbehandler gått gjennom oppdelingen i merknader.",
            "I {count} svar har ingen saksbehandler gått gjennom oppdelingen i merknader.",
        ),
        "undecided": (
            "Én merknad er ikke vurdert.",
            "{count} merknader er ikke vurdert.",
        ),
        "unread": (
            "Én vurdering venter på å bli godkjent av en til.",
            "{count} vurderinger venter på å bli godkjent av en til.",
        ),
        "unwritten": (
            "Én del av rapporten er ikke skrevet.",
            "{count} deler av rapporten er ikke skrevet.",
        ),
    },
    sources="Kilder",
    source="Kilde",
    sources_intro=(
        "Her står hva setninger og tabeller bygger på. Svarene har referansene fra listen over "
        "dem som har svart. Tall er å finne igjen i filen report.json."
    ),
    source_response="Svar {references}",
    source_comment="Merknad i svar {references}",
    source_decision="Vurdering av merknad i svar {references}",
    source_figure="Tall i report.json: {pointers}",
    source_counted="teller svar {references}",
    source_counted_more="teller svar {references} og {count} til",
    source_hearing="Høringens egne opplysninger: {fields}",
    hearing_fields={
        "title": "tittelen",
        "owner": "hvem som holder høringen",
        "opens": "når den ble sendt ut",
        "deadline": "fristen",
        "late": "hva som skjer med sene svar",
        "one_response_per": "hvem som kan sende ett svar hver",
        "summary": "omtalen av saken",
        "papers": "høringsdokumentene",
        "bodies": "listen over inviterte",
        "question": "spørsmål {name}",
        "change": "endring {name}",
        "extension": "utsatt frist for {name}",
        "chapter": "kapittel {name}",
        "annex": "vedlegg {name}",
        "section": "§ {name}",
        "goal": "mål {name}",
        "measure": "tiltak {name}",
        "focus-area": "innsatsområde {name}",
        "follow-up": "oppfølging {name}",
    },
    source_question="{reference} (spørsmål {question})",
    back="Tilbake til teksten",
    too_long=(
        "Denne delen er for lang til å stå her ({count} avsnitt og celler). Den står i Word-filen, "
        "på nettsiden og i regnearket."
    ),
    id_column="Id",
    responsible_column="Ansvarlig",
    reason_column="Begrunnelse",
    seen_column="Sett",
    choose="Velg en vurdering fra listen, eller la ruten stå tom.",
    choose_title="Vurdering",
    choose_wrong="Velg en av vurderingene i listen.",
)
