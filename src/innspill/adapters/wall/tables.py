"""What the public may read: each table's columns and rows, named one by one.

Behind the wall a table's name means the view of that name here. What is not named does not exist
for the public; a new column is named here, or its model cannot be read there. Columns that the
models have and the public does not get are given as NULL. `{of}` stands for the schema of the
tables themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

_HEARING = (
    "EXISTS (SELECT 1 FROM {of}consultations_consultation hearing"
    " WHERE hearing.id = it.consultation_id AND hearing.status <> 'draft')"
)
"""That the row's hearing is no draft."""
_OF_A_RESULT = (
    "EXISTS (SELECT 1 FROM {of}publication_publishedresult result"
    " JOIN {of}consultations_consultation hearing ON hearing.id = result.consultation_id"
    " WHERE result.id = it.result_id AND result.taken_down_at IS NULL"
    " AND hearing.status <> 'draft')"
)
"""That the row's result is public."""
_TOLD = (
    "(it.verb = 'new-key' OR it.verb = 'phase-switched' AND EXISTS ("
    "SELECT 1 FROM {of}consultations_consultation hearing"
    " WHERE it.subject = 'consultation ' || hearing.id AND hearing.status <> 'draft'))"
)
"""The lines of the journal that are told in words; of the others the public has the hash alone."""


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A table as the public has it: `columns` are names, or name → expression."""

    name: str
    columns: tuple[str | tuple[str, str], ...]
    where: str = ""
    body: str = ""
    """The whole SELECT, of what is counted from many tables."""

    def select(self, of: str) -> str:
        """The SQL that it is, over the tables of the schema `of` (with its dot)."""
        if self.body:
            return self.body.replace("{of}", of)
        said = (
            f'it."{column}"' if isinstance(column, str) else f'{column[1]} AS "{column[0]}"'
            for column in self.columns
        )
        where = f" WHERE {self.where}" if self.where else ""
        return f"SELECT {', '.join(said)} FROM {{of}}{self.name} it{where}".replace("{of}", of)  # noqa: S608 - our own names


_SUMS = f"""
SELECT it.consultation_id, 'deliveries' AS side,
  CASE WHEN aside.id IS NOT NULL THEN 'aside:' || aside.reason
    WHEN EXISTS (SELECT 1 FROM {{of}}reading_reading reading
      JOIN {{of}}register_response response ON response.reading_id = reading.id
      WHERE reading.delivery_id = it.id) THEN 'registered'
    ELSE 'unprocessed' END AS what, count(*) AS many
FROM {{of}}intake_delivery it LEFT JOIN {{of}}intake_setaside aside ON aside.delivery_id = it.id
WHERE {_HEARING} GROUP BY 1, 3
UNION ALL
SELECT it.consultation_id, 'responses',
  CASE WHEN it.standing <> 'current' THEN it.standing
    WHEN EXISTS (SELECT 1 FROM {{of}}publication_rendition rendition
      WHERE rendition.response_id = it.id AND rendition.replaced_at IS NULL) THEN 'published'
    WHEN (SELECT clearance.word FROM {{of}}publication_screening screening
      JOIN {{of}}publication_clearance clearance ON clearance.screening_id = screening.id
      WHERE screening.response_id = it.id ORDER BY clearance.id DESC LIMIT 1) = 'withhold'
      THEN 'withheld'
    ELSE 'waiting' END, count(*)
FROM {{of}}register_response it
WHERE {_HEARING} GROUP BY 1, 3
"""  # noqa: S608 - our own names

_TAKEN_DOWN = f"""
SELECT DISTINCT it.consultation_id, it.number FROM {{of}}publication_rendition it
WHERE {_HEARING} AND NOT EXISTS (SELECT 1 FROM {{of}}publication_rendition now
  WHERE now.consultation_id = it.consultation_id AND now.number = it.number
    AND now.replaced_at IS NULL)
"""  # noqa: S608 - our own names
"""That something was public under a number, and nothing of what it was or why it went."""

PUBLIC_TABLES: tuple[PublicTable, ...] = (
    PublicTable(
        "people_owner",
        ("id", "name"),
        "EXISTS (SELECT 1 FROM {of}consultations_consultation hearing"
        " WHERE hearing.owner_id = it.id AND hearing.status <> 'draft')",
    ),
    PublicTable(
        "consultations_consultation",
        (
            "id", "owner_id", "slug", "case_number", "title", "status", "opens_at", "deadline_at",
            "definition", ("working", "NULL"), ("revision", "0"), ("publish_at", "NULL"),
            "loaded_at",
        ),
        "it.status <> 'draft'",
    ),
    PublicTable(
        "consultations_edition",
        ("id", "consultation_id", "number", "definition", "note", ("by_id", "NULL"), "at"),
        _HEARING,
    ),
    PublicTable(
        "publication_rendition",
        (
            "id", "response_id", "consultation_id", "number", "name", "group", "late", "private",
            "standing", "superseded_by", "joint", "remarks", "received", "answered", "content",
            "sha256", "published_at", "replaced_at",
        ),
        f"it.replaced_at IS NULL AND {_HEARING}",
    ),
    PublicTable(
        "publication_publishedresult",
        ("id", "consultation_id", "content", "files", "published_at", "taken_down_at"),
        f"it.taken_down_at IS NULL AND {_HEARING}",
    ),
    PublicTable(
        "publication_publishedpoint",
        ("id", "result_id", "number", "question", "text", "outcome", "reason", "responsible",
         "themes", "changes"),
        _OF_A_RESULT,
    ),
    PublicTable("publication_publishedtheme", ("id", "result_id", "number", "label"), _OF_A_RESULT),
    PublicTable(
        "publication_publishedchange",
        ("id", "result_id", "number", "place", "old", "new"),
        _OF_A_RESULT,
    ),
    PublicTable(
        "publication_publicfile",
        ("id", "rendition_id", "position", "attempt", "name", "media_type", "sha256", "size", "state",
         ("reason", "''"), "at"),
        "EXISTS (SELECT 1 FROM {of}publication_rendition copy"
        " JOIN {of}consultations_consultation hearing ON hearing.id = copy.consultation_id"
        " WHERE copy.id = it.rendition_id AND copy.replaced_at IS NULL"
        " AND hearing.status <> 'draft')",
    ),
    PublicTable("publication_lastchange", ("id", "consultation_id", "at"), _HEARING),
    PublicTable("publication_publicsum", ("consultation_id", "side", "what", "many"), body=_SUMS),
    PublicTable("publication_takendown", ("consultation_id", "number"), body=_TAKEN_DOWN),
    PublicTable("journal_journalhead", ("id", "size", "peaks")),
    PublicTable("journal_checkpoint", ("id", "size", "root", "at", "reason", "note")),
    PublicTable("journal_stamp", ("id", "checkpoint_id", "token", "at")),
    PublicTable(
        "journal_journalentry",
        (
            "id", "number", "leaf", ("actor", "''"),
            ("verb", f"CASE WHEN {_TOLD} THEN it.verb ELSE '' END"),
            ("subject", f"CASE WHEN {_TOLD} THEN it.subject ELSE '' END"),
            ("detail", f"CASE WHEN {_TOLD} THEN it.detail END"),
            ("at", f"CASE WHEN {_TOLD} THEN it.at END"),
        ),
    ),
)  # fmt: skip
