"""The forms of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.report_words import REPORT_KIND
from innspill.interfaces.ui.templatetags.innspill import choice_text, plain
from innspill.stages.consultations.core.definition import Question
from innspill.stages.consultations.queries import ConsultationRow
from innspill.stages.reading.queries import AS_IS, FlagRow, ReadingShown
from innspill.stages.register.core.values import SenderKind
from innspill.stages.register.queries import ResponseRow
from innspill.stages.reports.core.word.template_check import MOST_BYTES

Choices = Sequence[tuple[str, str | Promise]]
OTHER = "-"


def _reason(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Begrunnelse: skriv hvorfor, så andre kan etterprøve valget.")
        },
    )


class SignInForm(Dressed, AuthenticationForm):
    """Username and password, with messages that say what to do."""

    error_messages = {
        "invalid_login": _("Brukernavn eller passord er feil. Prøv igjen."),
        "inactive": _("Brukeren er ikke aktiv. Be administrator om hjelp."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Brukernavn")
        self.fields["password"].label = _("Passord")
        self.fields["username"].error_messages["required"] = _("Brukernavn: skriv brukernavnet.")
        self.fields["password"].error_messages["required"] = _("Passord: skriv passordet.")
        self.fields["username"].widget.attrs.pop("autofocus", None)


class Filter(Dressed):
    """A filter in the address: what is not a known choice is ignored."""

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _choose_hearing(self, hearings: Iterable[ConsultationRow]) -> None:
        named = [
            (row.slug, Truncator(f"{row.case_number} {plain(row.title)}").chars(80))
            for row in hearings
        ]
        self._choose("horing", [("", _("Alle høringer")), *named])

    def asked(self, name: str) -> str | None:
        """What was asked for, or None."""
        self.is_valid()
        return self.cleaned_data.get(name) or None


class FlagFilter(Filter):
    """Which of the doubts that nobody has settled to show."""

    horing = forms.ChoiceField(label=_("Høring"), required=False)
    slag = forms.ChoiceField(label=_("Uklarhet"), required=False)

    def __init__(
        self, data: Any, *, hearings: Iterable[ConsultationRow], found: Iterable[str]
    ) -> None:
        super().__init__(data)
        self._choose_hearing(hearings)
        kinds = sorted((words.FLAG[code], code) for code in set(found))
        self._choose("slag", [("", _("Alle slag")), *((code, said) for said, code in kinds)])


class InboxFilter(Filter):
    """Which deliveries to show."""

    horing = forms.ChoiceField(label=_("Høring"), required=False)
    tilstand = forms.ChoiceField(label=_("Tilstand"), required=False)
    grunn = forms.ChoiceField(label=_("Satt til side fordi"), required=False)

    def __init__(self, data: Any, *, hearings: Iterable[ConsultationRow]) -> None:
        super().__init__(data)
        self._choose_hearing(hearings)
        self._choose("tilstand", [("", _("Alle tilstander")), *words.DELIVERY_STATE.items()])
        self._choose("grunn", [("", _("Alle grunner")), *words.SET_ASIDE.items()])

    @property
    def hearing(self) -> str | None:
        """The hearing asked for."""
        return self.asked("horing")

    @property
    def state(self) -> str | None:
        """The state asked for."""
        return self.asked("tilstand")

    @property
    def tray(self) -> str | None:
        """The reason asked for, for which something is set aside."""
        return self.asked("grunn")


class SettleForm(Dressed):
    """A person's word on a flag: one of the ticks that stand, or as it is; always with a reason."""

    value = forms.ChoiceField(
        label=_("Avklaring"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Avklaring: velg hva som gjelder.")},
    )
    note = _reason(_("Begrunnelse"))

    def __init__(self, data: Any = None, *, flag: FlagRow, question: Question | None) -> None:
        super().__init__(data, prefix=f"flagg-{flag.id}")
        ticked: list[tuple[str, str | Promise]] = [
            (tick, choice_text(question, tick) if question else tick)
            for tick in (flag.choices if len(flag.choices) > 1 else ())
        ]
        field = self.fields["value"]
        if isinstance(field, forms.ChoiceField):
            as_is = _("La det stå som det er") if ticked else _("Sett på, kan stå som det er")
            field.choices = [*ticked, (AS_IS, as_is)]


class SenderForm(Dressed):
    """Who sent a response: one of those found in it, or names that a person writes."""

    candidate = forms.ChoiceField(
        label=_("Avsender"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Avsender: velg eller skriv hvem svaret er fra.")},
    )
    written = forms.CharField(
        label=_("Annen avsender"),
        required=False,
        max_length=3000,
        help_text=_("Ett navn per linje. Flere navn gjør det til et felles svar."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    as_kind = forms.ChoiceField(
        label=_("Avsenderen er"),
        choices=[("organisation", _("En organisasjon")), ("person", _("En privatperson"))],
        widget=forms.RadioSelect,
        initial="organisation",
        error_messages={"required": _("Avsenderen er: velg organisasjon eller privatperson.")},
    )
    note = _reason(_("Begrunnelse"))

    @classmethod
    def of(cls, shown: ReadingShown, row: ResponseRow, data: Any = None) -> Self:
        """The form for one response, with the names that were found in and around it."""
        found = [sender.name for sender in row.senders]
        read = shown.read
        found += [
            sender.name or "" for sender in (read.sender, *read.further_senders, *read.candidates)
        ]
        names = list(dict.fromkeys(name for name in found if name))
        kind = row.senders[0].kind if row.senders else "organisation"
        form = cls(data, prefix=f"avsender-{row.number}", initial={
            "candidate": names[0] if names else OTHER,
            "as_kind": kind if kind == "person" else "organisation",
        })  # fmt: skip
        field = form.fields["candidate"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                *((name, name) for name in names),
                (OTHER, _("Noen andre, skriv under")),
            ]
        return form

    def clean(self) -> dict[str, Any]:
        """Raises a field error where a name was to be written and is not."""
        cleaned = super().clean() or {}
        if cleaned.get("candidate") == OTHER and not self._lines(cleaned):
            self.add_error("written", _("Annen avsender: skriv minst ett navn."))
        return cleaned

    @property
    def names(self) -> list[str]:
        """The names settled on."""
        chosen = str(self.cleaned_data["candidate"])
        return self._lines(self.cleaned_data) if chosen == OTHER else [chosen]

    @property
    def kind(self) -> SenderKind:
        """Whether they are organisations or persons."""
        return "person" if self.cleaned_data["as_kind"] == "person" else "organisation"

    @staticmethod
    def _lines(cleaned: dict[str, Any]) -> list[str]:
        written = str(cleaned.get("written") or "")
        return [line.strip() for line in written.splitlines() if line.strip()]


class ClearanceForm(Dressed):
    """A lead's word on publishing a doubtful response."""

    word = forms.ChoiceField(
        label=_("Publisering"),
        choices=[("publish", _("Publiser")), ("withhold", _("Hold tilbake"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Publisering: velg om svaret skal publiseres.")},
    )
    reason = _reason(_("Begrunnelse"))


class ReportForm(Dressed):
    """Which kind of report to make, and in which language."""

    kind = forms.ChoiceField(
        label=_("Hva slags rapport"),
        choices=list(REPORT_KIND.items()),
        error_messages={"required": _("Hva slags rapport: velg en fra listen.")},
    )
    language = forms.ChoiceField(
        label=_("Språk"),
        choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")],
        error_messages={"required": _("Språk: velg et språk.")},
    )


class TemplateForm(Dressed):
    """A body's own Word template."""

    file = forms.FileField(
        label=_("Word-mal"),
        help_text=_("En .docx- eller .dotx-fil på høyst 10 MB, uten makroer."),
        widget=forms.FileInput(attrs={"accept": ".docx,.dotx"}),
        error_messages={
            "required": _("Word-mal: velg en fil."),
            "empty": _("Word-mal: filen er tom. Velg den på nytt."),
        },
    )

    def clean_file(self) -> Any:
        """Raises a field error for a file that is too large to be looked into."""
        given = self.cleaned_data["file"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError(
                _("Word-mal: filen er større enn 10 MB. Gjør bildene i den mindre.")
            )
        return given
