"""The words of the files in nynorsk."""

from __future__ import annotations

from innspill.stages.reports.core.paper_words.wording import PaperWords

NN = PaperWords(
    kinds={
        "summary": "Oppsummering av høyring",
        "ministry": "Høyringa, tema for tema",
        "municipal": "Innspel og vurderingar",
        "letter": "Kort om høyringa",
    },
    partial="førebels",
    left_intro="Rapporten er førebels. Dette står att:",
    left={
        "open": ("Høyringa er ikkje avslutta. Det kan komme fleire svar.",) * 2,
        "unprocessed": (
            "Éin leveranse er ikkje ferdig behandla.",
            "{count} leveransar er ikkje ferdig behandla.",
        ),
        "waiting": (
            "Eitt svar ventar på gjennomgang. Det er talt med, men ikkje attgitt.",
            "{count} svar ventar på gjennomgang. Dei er talde med, men ikkje attgitne.",
        ),
        "undivided": (
            "I eitt svar har ingen saksbehandlar gått gjennom oppdelinga i merknader.",
            "I {count} svar har ingen saksbehandlar gått gjennom oppdelinga i merknader.",
        ),
        "undecided": (
            "Éin merknad er ikkje vurdert.",
            "{count} merknader er ikkje vurderte.",
        ),
        "unread": (
            "Éi vurdering ventar på å bli godkjend av ein til.",
            "{count} vurderingar ventar på å bli godkjende av ein til.",
        ),
        "unwritten": (
            "Éin del av rapporten er ikkje skriven.",
            "{count} delar av rapporten er ikkje skrivne.",
        ),
    },
    sources="Kjelder",
    source="Kjelde",
    sources_intro=(
        "Her står det kva setningar og tabellar byggjer på. Svara har referansane frå lista over "
        "dei som har svart. Tal er å finne att i fila report.json."
    ),
    source_response="Svar {references}",
    source_comment="Merknad i svar {references}",
    source_decision="Vurdering av merknad i svar {references}",
    source_figure="Tal i report.json: {pointers}",
    source_counted="tel svar {references}",
    source_counted_more="tel svar {references} og {count} til",
    source_hearing="Opplysningane til høyringa: {fields}",
    hearing_fields={
        "title": "tittelen",
        "owner": "kven som held høyringa",
        "opens": "når ho vart send ut",
        "deadline": "fristen",
        "late": "kva som skjer med seine svar",
        "one_response_per": "kven som kan sende eitt svar kvar",
        "summary": "omtalen av saka",
        "papers": "høyringsdokumenta",
        "bodies": "lista over inviterte",
        "question": "spørsmål {name}",
        "change": "endring {name}",
        "extension": "utsett frist for {name}",
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
        "Denne delen er for lang til å stå her ({count} avsnitt og celler). Han står i Word-fila, "
        "på nettsida og i reknearket."
    ),
    id_column="Id",
    responsible_column="Ansvarleg",
    reason_column="Grunngiving",
    seen_column="Sett",
    choose="Vel ei vurdering frå lista, eller lat ruta stå tom.",
    choose_title="Vurdering",
    choose_wrong="Vel ei av vurderingane i lista.",
)
