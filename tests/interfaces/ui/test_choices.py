"""A list to choose from is written at once, and says what Django's own template says."""

from __future__ import annotations

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.test.html import parse_html


class _Asked(forms.Form):
    one = forms.ChoiceField(
        label="En",
        help_text="Hvilken?",
        choices=[
            ("", "Alle"),
            ("a&b", 'A "og" <b>'),
            ("Kommuner", [("k1", "Én"), ("k2", "To & tre")]),
            (0, "Ingen"),
        ],
        widget=forms.Select(attrs={"class": "ds-input", "disabled": True, "data-x": '"<'}),
    )
    more = forms.MultipleChoiceField(choices=[("1", "a"), ("2", "b"), ("3", "c")], required=False)
    whether = forms.NullBooleanField(required=False)


def test_a_list_says_what_djangos_own_template_says() -> None:
    given = {"one": "k2", "more": ["1", "3"], "whether": "true"}
    for data in (given, {"one": "0"}, {"one": "a&b", "more": ["unknown"]}, None):
        ours = _Asked(data, renderer=TemplatesSetting())
        theirs = _Asked(data, renderer=DjangoTemplates())
        for name in ours.fields:
            said = str(ours[name])
            assert parse_html(said) == parse_html(str(theirs[name]))
    assert "\n  <option" not in said, "the template is our own"
