"""When a hearing is open, by which rule, what becomes of late responses, and what is published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.setup_forms.base import EditForm, Told, in_fields
from innspill.stages.consultations.core.definition import Definition, Late, Status

RULES = [
    ("utredningsinstruksen", _("Utredningsinstruksen (vanligvis tre måneder, minst seks uker)")),
    ("fvl-1967-37", _("Forvaltningsloven 1967 § 37 (ingen fast lengde)")),
    ("fvl-2025-95", _("Forvaltningsloven 2025 § 95 (minst tre måneder)")),
    ("own", _("Egen regel")),
]
LATE = [
    ("include", _("Ta dem med, merket som sene")),
    ("forward", _("Send dem videre om det ikke er tid")),
    ("set-aside", _("Registrer dem, men hold dem utenfor oppsummeringen")),
]
WITHOUT_A_PERSON = [
    ("never", _("Ingenting: en leder godkjenner hvert svar")),
    ("clean", _("Svar fra organisasjoner der ingenting er funnet")),
    ("masked", _("Svar fra organisasjoner, også når noe sikkert er funnet og sladdet")),
]
PHASES: tuple[Status, ...] = ("open", "closed", "assessment", "finished")
_PHASE_LABELS = {
    "open": _("Tekst på siden mens høringen er åpen"),
    "closed": _("Tekst på siden når fristen er ute"),
    "assessment": _("Tekst på siden mens svarene vurderes"),
    "finished": _("Tekst på siden når saken er ferdig"),
}


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A field for a day, as the browser's own calendar or typed in Norwegian."""
    return forms.DateField(
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        error_messages={"invalid": _("Dato: skriv dag, måned og år, for eksempel 31.12.2026.")},
    )


class PeriodForm(EditForm):
    """Dates, rule, late policy and what is published."""

    opens = day_field(_("Åpner"), _("Brukes i rådet om frist. Høringen åpner når den publiseres."))
    deadline = day_field(_("Frist (siste dag)"))
    rule = forms.ChoiceField(label=_("Regel for høringens lengde"), choices=RULES)
    state_body = forms.BooleanField(
        label=_(
            "Vi er et statsorgan: siden og skjemaet skal finnes på bokmål og nynorsk (språklova § 14)"
        ),
        required=False,
    )
    late_policy = forms.ChoiceField(label=_("Svar etter fristen"), choices=LATE)
    late_to = forms.CharField(
        label=_("Sendes videre til"),
        required=False,
        max_length=300,
        help_text=_("Bare når sene svar sendes videre."),
    )
    one_response_per = forms.BooleanField(
        label=_("Ett svar per organisasjon: det siste gjelder"), required=False
    )
    published = forms.BooleanField(
        label=_("Svarene publiseres på høringssiden, uten personopplysninger"), required=False
    )
    publish_without_a_person = forms.ChoiceField(
        label=_("Hva kan publiseres før et menneske har sett på det?"),
        choices=WITHOUT_A_PERSON,
        required=False,
        help_text=_("Svar fra privatpersoner, og svar som det er tvil om, venter alltid."),
    )
    assessment_from = day_field(
        _("Vurderingen begynner"), _("Siden skifter fase av seg selv denne dagen.")
    )
    finishes = day_field(
        _("Resultatet er ventet"), _("Vises på siden. Du setter selv fasen «ferdig».")
    )
    told = (
        Told(
            "short_reason",
            _("Begrunnelse for kort frist"),
            rows=3,
            help=_("Fylles ut når fristen er kortere enn regelen sier. Vises på høringssiden."),
        ),
        *(Told(f"phase_{status}", _PHASE_LABELS[status], rows=2) for status in PHASES),
    )

    def initial_of(self, definition: Definition) -> dict[str, Any]:
        """What stands."""
        late = definition.late
        return {
            "opens": definition.opens,
            "deadline": definition.deadline,
            "rule": definition.rule,
            "state_body": definition.state_body,
            "late_policy": late.policy,
            "late_to": late.to or "",
            "one_response_per": definition.one_response_per == "organisation",
            "published": definition.published == "all",
            "publish_without_a_person": definition.publish_without_a_person,
            "assessment_from": definition.assessment_from,
            "finishes": definition.finishes,
            **in_fields(
                short_reason=definition.short_reason,
                **{f"phase_{status}": definition.phases.get(status, {}) for status in PHASES},
            ),
        }

    def prepare(self) -> None:
        """After the opening the dates are moved elsewhere, with a note to the public."""
        if self.definition.status == "draft":
            return
        for name in ("opens", "deadline"):
            self.fields[name].disabled = True
            self.fields[name].help_text = _("Flyttes under «Frist og forlengelser».")

    def clean(self) -> dict[str, Any]:
        """Raises field errors for days in the wrong order, and for nobody to send late ones to."""
        cleaned = super().clean()
        opens, deadline = cleaned.get("opens"), cleaned.get("deadline")
        begins = cleaned.get("assessment_from")
        if opens and deadline and deadline < opens:
            self.add_error("deadline", _("Frist: den må være etter at høringen åpner."))
        if begins and deadline and begins <= deadline:
            self.add_error("assessment_from", _("Vurderingen begynner: velg en dag etter fristen."))
        if cleaned.get("late_policy") == "forward" and not cleaned.get("late_to"):
            self.add_error("late_to", _("Sendes videre til: skriv hvem som får sene svar."))
        return cleaned

    def applied(self) -> Definition:
        """The definition with what was written."""
        given = self.cleaned_data
        phases = {status: self.text(f"phase_{status}") for status in PHASES}
        forwards = given["late_policy"] == "forward"
        return self.definition.model_copy(
            update={
                "opens": given["opens"],
                "deadline": given["deadline"],
                "rule": given["rule"],
                "state_body": given["state_body"],
                "late": Late(
                    policy=given["late_policy"], to=given["late_to"] or None if forwards else None
                ),
                "one_response_per": "organisation" if given["one_response_per"] else "none",
                "published": "all" if given["published"] else "none",
                "publish_without_a_person": given["publish_without_a_person"] or "never",
                "assessment_from": given["assessment_from"],
                "finishes": given["finishes"],
                "short_reason": self.text("short_reason"),
                "phases": {status: text for status, text in phases.items() if text},
            }
        )
