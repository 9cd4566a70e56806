"""The forms by which a person decides what the public may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.forms import Filter
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed
from innspill.stages.consultations.queries import ConsultationRow
from innspill.stages.publication.core.grounds import LAW
from innspill.stages.publication.core.marks import Spot, occurrences

GROUNDS = [(code, words.TABLES["law"][code]) for code in LAW]
KINDS = list(words.TABLES["data_kind"].items())


def _why(required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=_("Begrunnelse"),
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Begrunnelse: skriv hvorfor, så andre kan etterprøve valget.")
        },
    )


class QueueFilter(Filter):
    """Which of the responses that wait to show."""

    horing = forms.ChoiceField(label=_("Høring"), required=False)
    grunn = forms.ChoiceField(label=_("Hvorfor det venter"), required=False)

    def __init__(self, data: Any, *, hearings: Iterable[ConsultationRow]) -> None:
        super().__init__(data)
        self._choose_hearing(hearings)
        self._choose("grunn", [("", _("Alle grunner")), *words.TABLES["waiting"].items()])


class MarkForm(Dressed):
    """Words to withhold at one place: all of them there, or one by its number."""

    place = forms.ChoiceField(
        label=_("Tekst"), error_messages={"required": _("Tekst: velg hvor ordene står.")}
    )
    words = forms.CharField(
        label=_("Ord som skal holdes tilbake"),
        max_length=100_000,
        help_text=_("Merk ordene i teksten, eller skriv eller lim dem inn her."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Ord: merk dem i teksten, eller skriv dem.")},
    )
    which = forms.IntegerField(
        label=_("Bare én gang"),
        required=False,
        min_value=1,
        help_text=_("Står ordene flere ganger, tas alle. Skal det bare være ett sted, skriv hvilket nummer."),
        error_messages={
            "invalid": _("Bare én gang: skriv et tall."),
            "min_value": _("Bare én gang: skriv 1 eller mer."),
        },
    )  # fmt: skip
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Hva det er"), choices=KINDS, initial="other")
    ground = forms.ChoiceField(label=_("Grunnlag"), choices=GROUNDS, initial="person")
    reason = _why()

    def __init__(
        self, data: Any = None, *, texts: Mapping[str, str], named: Mapping[str, str], at: str = ""
    ) -> None:
        super().__init__(data, prefix="merk", initial={"place": at})
        self.use_required_attribute = False
        self._texts = texts
        field = self.fields["place"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(named.items())

    @property
    def spots(self) -> list[Spot]:
        """The places that are meant. Raises BadInput by the action where there are none."""
        given = self.cleaned_data
        place, said = given["place"], given["words"]
        text = self._texts[place]
        found = occurrences(text, said)
        start, end = given.get("start"), given.get("end")
        if start is not None and end is not None and (start, end) in found:
            found = [(start, end)]
        elif given["which"]:
            found = found[given["which"] - 1 : given["which"]]
        return [Spot(place, *span) for span in found]

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the words do not stand there."""
        cleaned = super().clean() or {}
        if {"place", "words"} <= cleaned.keys() and "which" in cleaned and not self.spots:
            self.add_error("words", _("Ord: de står ikke i den teksten. Kopier dem derfra."))
        return cleaned


class SpanForm(forms.Form):
    """A person's word on a span that is withheld: as it is, on another ground, or shown."""

    word = forms.ChoiceField(choices=[(word, word) for word in ("accept", "withhold", "show")])
    place = forms.CharField(max_length=60)
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    kind = forms.ChoiceField(choices=KINDS)
    ground = forms.ChoiceField(choices=GROUNDS)
    reason = forms.CharField(required=False, max_length=2000)
    nr = forms.IntegerField(required=False, min_value=1)


class WishForm(Dressed):
    """How the sender wishes the response to be published, and how somebody knows."""

    wish = forms.ChoiceField(
        label=_("Slik ønsker avsenderen det"),
        choices=list(words.TABLES["wish"].items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Ønske: velg det avsenderen ber om.")},
    )
    reason = _why()

    def __init__(self, data: Any = None, *, wish: str = "none") -> None:
        super().__init__(data, prefix="onske", initial={"wish": wish})
        self.use_required_attribute = False
        self.fields["reason"].help_text = _("Hvordan du vet det, for eksempel e-post 3. mars.")


class DecisionForm(Dressed):
    """A lead's word on the whole response."""

    ground = forms.ChoiceField(label=_("Grunnlag"), choices=GROUNDS, required=False)
    reason = _why()

    def __init__(self, data: Any = None, *, word: str) -> None:
        super().__init__(data, prefix=word, initial={"ground": "person"})
        self.use_required_attribute = False
        if word == "publish":
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Notat")
        if word != "withhold":
            del self.fields["ground"]
