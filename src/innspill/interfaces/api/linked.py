"""Hearings as data sets that search engines know (schema.org, JSON-LD)."""

from __future__ import annotations

from typing import Any

from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.values import LICENCE_ADDRESS
from innspill.stages.consultations.core.definition import LANGUAGES, in_language
from innspill.stages.consultations.queries import ConsultationRow, ConsultationShown

_CONTEXT = "https://schema.org/"


def catalogue(rows: list[ConsultationRow], at: Addresses) -> dict[str, Any]:
    """All hearings, each by its name and address."""
    return {
        "@context": _CONTEXT,
        "@type": "DataCatalog",
        "@id": at.of("api:catalogue"),
        "url": at.of("api:documentation"),
        "name": "Innspill",
        "license": LICENCE_ADDRESS,
        "dataset": [
            {
                "@type": "Dataset",
                "@id": at.of("api:linked", row.slug),
                "name": in_language(row.title, "nb"),
                "description": f"{in_language(row.title, 'nb')} ({row.owner}, {row.case_number})",
                "url": at.hearing(row.slug),
                "license": LICENCE_ADDRESS,
            }
            for row in rows
        ],
    }


def dataset(shown: ConsultationShown, at: Addresses) -> dict[str, Any]:
    """One hearing: who asks, when, and where its data are."""
    definition, slug = shown.definition, shown.slug
    title = in_language(definition.title, "nb")
    files = {
        "application/json": at.of("api:responses", slug, "json"),
        "text/csv": at.of("api:answers", slug, "csv"),
        "application/jsonl": at.of("api:responses", slug, "jsonl"),
        "application/zip": at.of("api:package", slug),
    }
    days = (definition.opens, definition.deadline)
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": at.of("api:linked", slug),
        "identifier": definition.case_number,
        "name": title,
        "description": in_language(definition.summary, "nb") or title,
        "url": at.hearing(slug),
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
        "inLanguage": [each for each in LANGUAGES if each in definition.title],
        "creator": {"@type": "GovernmentOrganization", "name": definition.owner},
        **({"temporalCoverage": "/".join(str(day) for day in days)} if all(days) else {}),
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": at.of("api:catalogue")},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}
            for kind, address in files.items()
        ],
    }
