"""A small hearing with chapters, focus areas, paragraphs and measures, for the tests of links."""

from __future__ import annotations

from innspill.stages.consultations.core.definition import Definition


def hearing() -> Definition:
    """Five questions on a paper of chapters and focus areas, and a law of two paragraphs."""
    return Definition.model_validate(
        {
            "schema": "innspill/consultation/1",
            "case_number": "26/9",
            "title": {"nb": "Digital sikkerhet"},
            "owner": "Prøvedirektoratet",
            "status": "closed",
            "papers": [
                {
                    "id": "paper",
                    "title": {"nb": "Høringsnotat"},
                    "chapters": [
                        {"id": "2", "title": {"nb": "Hva gjøres i sektoren i dag"}},
                        {"id": "4", "title": {"nb": "Mål for sikkerhet og beredskap"}},
                        {"id": "5", "title": {"nb": "Innsatsområder og tiltak"}},
                        {"id": "1", "kind": "focus-area", "title": {"nb": "Nasjonale virkemidler"}, "within": "5"},
                        {"id": "2", "kind": "focus-area", "title": {"nb": "Kompetanse og sikkerhetskultur"}, "within": "5"},
                        {"id": "3", "kind": "focus-area", "title": {"nb": "Planverk og øvelser"}, "within": "chapter 5"},
                        {"id": "3.3", "kind": "measure", "title": {"nb": "Nasjonal IKT-beredskapsplan"}, "within": "focus-area 3"},
                        {"id": "6", "title": {"nb": "Mobilfri skoledag"}},
                        {"id": "A", "kind": "annex", "title": {"nb": "Oversikt over tiltak"}},
                    ],
                },
                {
                    "id": "law",
                    "title": {"nb": "Lovforslaget"},
                    "chapters": [
                        {"id": "10-9", "kind": "section", "title": {"nb": "Mobiltelefon (opplæringslova § 10-9)"}, "within": "chapter 6"},
                    ],
                },
            ],
            "questions": [
                {"id": "1", "text": {"nb": "Mangler noe?"}, "refers_to": ["chapter 2"]},
                {"id": "2", "text": {"nb": "Er målene gode?"}, "refers_to": ["chapter 4"]},
                {"id": "3", "text": {"nb": "Innsatsområde 3"}, "refers_to": ["focus-area 3"]},
                {"id": "4", "text": {"nb": "Ny § 10-9?"}, "refers_to": ["chapter 6"]},
                {"id": "5", "text": {"nb": "Annet?"}},
            ],
        }
    )  # fmt: skip
