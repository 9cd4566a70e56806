"""Ready-made questions to begin with, with their boxes in three languages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from innspill.stages.consultations.core.definition import Choice, Effect, Question, Text

NEW = "ny"
"""The id of a question that is not added yet."""


def _boxes(*boxes: tuple[str, Effect, Text]) -> tuple[Choice, ...]:
    return tuple(Choice(id=identity, text=text, effect=effect) for identity, effect, text in boxes)


_NO_COMMENT: tuple[str, Effect, Text] = (
    "no-comment",
    "neutral",
    {"nb": "Har ingen kommentar", "nn": "Har ingen kommentar", "en": "No comment"},
)
READY = {
    "ja-nei": (
        _("Ja eller nei"),
        Question(
            id=NEW,
            text={},
            choices=_boxes(
                ("yes", "supports", {"nb": "Ja", "nn": "Ja", "en": "Yes"}),
                ("no", "criticises", {"nb": "Nei", "nn": "Nei", "en": "No"}),
                _NO_COMMENT,
            ),
        ),
    ),
    "skala": (
        _("Skala fra enig til uenig"),
        Question(
            id=NEW,
            text={},
            kind="scale",
            choices=_boxes(
                ("agree", "supports", {"nb": "Helt enig", "nn": "Heilt einig", "en": "Agree"}),
                (
                    "partly-agree",
                    "supports",
                    {"nb": "Delvis enig", "nn": "Delvis einig", "en": "Partly agree"},
                ),
                (
                    "neither",
                    "neutral",
                    {
                        "nb": "Verken enig eller uenig",
                        "nn": "Verken einig eller ueinig",
                        "en": "Neither agree nor disagree",
                    },
                ),
                (
                    "partly-disagree",
                    "criticises",
                    {"nb": "Delvis uenig", "nn": "Delvis ueinig", "en": "Partly disagree"},
                ),
                (
                    "disagree",
                    "criticises",
                    {"nb": "Helt uenig", "nn": "Heilt ueinig", "en": "Disagree"},
                ),
            ),
        ),
    ),
    "fritekst": (_("Fritekst"), Question(id=NEW, text={}, kind="text")),
    "tiltak": (_("Tiltakstabell"), Question(id=NEW, text={}, kind="measures")),
    "vedlegg": (_("Vedlegg"), Question(id=NEW, text={}, kind="attachments")),
}
