"""Grids: tables whose first row names the choices and columns that the rows below answer by."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from innspill.stages.reading.core.answers.labels import Labels
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.stream import Stream, key_of
from innspill.stages.reading.core.answers.tables import Tables

_COLUMNS = frozenset(
    key_of(word)
    for word in [
        "Nr",
        "Nummer",
        "Spørsmål",
        "Spørsmåla",
        "Svar",
        "Svaret",
        "Avkryssing",
        "Kryss",
        "Kommentar",
        "Kommentarer",
        "Kommentarar",
        "Merknad",
        "Merknader",
        "Merknadar",
        "Utdyping",
        "Utdjuping",
        "Begrunnelse",
        "Grunngiving",
        "Tema",
        "Punkt",
        "Vurdering",
        "No",
        "Question",
        "Questions",
        "Answer",
        "Comment",
        "Comments",
        "Remarks",
        "Innspill",
        "Innspel",
        "Tilbakemelding",
    ]
)


def claim_column_heads(
    stream: Stream, tables: Tables, ledger: Ledger, choices: Mapping[str, Labels], first: int
) -> None:
    """Gives the row that names the columns to the form, in tables before or at `first`.

    `first` is where the first question stands; rows after it may be somebody's answer.
    """
    kinds = {labels.words: labels for labels in choices.values()}.values()
    for row in tables.rows.values():
        if len(row) < 2 or stream.starts[row[0]] > first:
            continue
        texts = [stream.blocks[index].text for index in row]
        if all(_names_column(text, kinds) for text in texts):
            for index in row:
                ledger.claim(stream.span_of(index), FORM)


def _names_column(text: str, kinds: Collection[Labels]) -> bool:
    return key_of(text) in _COLUMNS or any(labels.whole(text) for labels in kinds)
