"""The first step of the web form: who answers, and where link and receipt go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.portal.sent import lines
from innspill.interfaces.ui.forms import Dressed
from innspill.shared.organisation_number import bare_number, is_organisation_number
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.filled import SenderGiven
from innspill.stages.drafting.queries import DraftShown

MOST_SENDERS = 100
WISHES = {
    "none": _("Som vanlig, med navnet på avsenderen"),
    "anonymous": _("Uten navn"),
    "not-on-web": _("Ikke på nettet"),
}
"""How a sender may wish the response to be published."""


def is_address(text: str) -> bool:
    """Whether `text` can be an e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def invited(definition: Definition) -> list[str]:
    """The names of the invited bodies that stand for themselves, as suggestions."""
    return [
        member.name
        for group in definition.bodies
        for member in group.members
        if not member.collective
    ]


class SenderForm(Dressed):
    """Who answers. The further senders stand in rows beside it (`further`)."""

    kind = forms.ChoiceField(
        label=_("Hvem svarer du for?"),
        choices=[
            ("organisation", _("En organisasjon, kommune eller virksomhet")),
            ("person", _("Meg selv, som privatperson")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Hvem svarer du for? Velg det som passer.")},
    )
    name = forms.CharField(
        label=_("Navn"),
        max_length=300,
        help_text=_("Navnet på organisasjonen, eller ditt eget navn hvis du svarer for deg selv."),
        error_messages={
            "required": _("Navn: skriv navnet på organisasjonen eller deg selv."),
            "max_length": _("Navn: skriv høyst 300 tegn."),
        },
        widget=forms.TextInput(attrs={"list": "navneforslag", "autocomplete": "organization"}),
    )
    number = forms.CharField(
        label=_("Organisasjonsnummer"),
        required=False,
        help_text=_("Ni siffer. La det stå tomt hvis du svarer som privatperson."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    contact = forms.CharField(
        label=_("Kontaktperson"),
        max_length=300,
        required=False,
        help_text=_("Hvem vi kan spørre hvis noe er uklart. Blir ikke publisert."),
        error_messages={"max_length": _("Kontaktperson: skriv høyst 300 tegn.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        help_text=_(
            "Hit sender vi kvitteringen, og lenken hvis du tar pause. Blir aldri publisert."
        ),
        error_messages={"invalid": _("E-post: skriv en adresse som navn@eksempel.no.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    supports = forms.CharField(
        label=_("Vi støtter svaret fra"),
        max_length=300,
        required=False,
        help_text=_("Navnet på den som har skrevet svaret dere slutter dere til."),
        error_messages={"max_length": _("Vi støtter svaret fra: skriv høyst 300 tegn.")},
        widget=forms.TextInput(attrs={"list": "navneforslag", "autocomplete": "off"}),
    )
    comment = forms.CharField(
        label=_("Kommentar"),
        required=False,
        help_text=_("Noe dere vil si i tillegg til svarene på spørsmålene."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wish = forms.ChoiceField(
        label=_("Slik blir svaret publisert"),
        required=False,
        choices=list(WISHES.items()),
        widget=forms.RadioSelect,
        help_text=_(
            "Privatpersoner står alltid uten navn. Ønsket ditt gjelder nettet. Svaret er et saksdokument,"
            " og andre kan be om innsyn i det etter offentleglova."
        ),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None, *, draft: DraftShown) -> None:
        first = draft.about.senders[0] if draft.about.senders else None
        super().__init__(
            data,
            initial={
                "kind": first.kind if first else "organisation",
                "name": first.name if first else "",
                "number": first.number if first else "",
                "contact": draft.about.contact,
                "email": draft.about.email,
                "supports": draft.about.supports,
                "comment": draft.about.comment,
                "wish": draft.about.wish,
                "based_on": draft.about_revision,
            },
        )
        if not draft.hearing.definition.questions and not draft.no_remarks:
            self.fields["comment"].label = _("Svaret deres")
            self.fields["comment"].help_text = ""
            self.fields["comment"].widget.attrs["rows"] = 12
        self.further = further(data) if data is not None else list(draft.about.senders[1:])

    def clean_comment(self) -> str:
        """The comment with plain line ends."""
        return lines(self.cleaned_data["comment"])

    def clean_number(self) -> str:
        """Nine digits whose check digit fits, or nothing."""
        number = bare_number(self.cleaned_data["number"])
        if number and not is_organisation_number(number):
            raise forms.ValidationError(wrong_number(number))
        return number

    def clean(self) -> dict[str, Any]:
        """The further senders' numbers are looked at too."""
        for sender in self.further:
            if sender.number and not is_organisation_number(sender.number):
                self.add_error(None, wrong_number(sender.number))
        return self.cleaned_data

    @property
    def senders(self) -> tuple[SenderGiven, ...]:
        """Who answers, as the draft keeps it: the first one and those that answer with them."""
        return tuple(self._senders())

    def _senders(self) -> Iterator[SenderGiven]:
        sent = self.cleaned_data
        person = sent.get("kind") == "person"
        if sent.get("name"):
            yield SenderGiven(
                name=sent["name"],
                number="" if person else sent.get("number", ""),
                kind="person" if person else "organisation",
            )
        yield from self.further


def wrong_number(number: str) -> str:
    """The sentence about an organisation number that cannot be right."""
    sentence = gettext(
        "Organisasjonsnummer: «%(number)s» kan ikke være riktig. Det skal ha ni siffer."
        " Se etter om to siffer er byttet om."
    )
    return sentence % {"number": number}


def further(data: QueryDict) -> list[SenderGiven]:
    """The rows of further senders that have a name."""
    names: Sequence[str] = data.getlist("further-name")[:MOST_SENDERS]
    numbers: Sequence[str] = data.getlist("further-number")
    rows = [
        (name.strip()[:300], numbers[n] if n < len(numbers) else "") for n, name in enumerate(names)
    ]
    return [
        SenderGiven(name=name, number=bare_number(number)[:20]) for name, number in rows if name
    ]
