"""The hearing page: title, summary, sections, target groups; contact and meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.setup_forms.base import EditForm, Row, Told, in_fields
from innspill.stages.consultations.core.change_parts import LANGUAGES
from innspill.stages.consultations.core.definition import (
    Contact,
    Definition,
    Event,
    Link,
    Section,
    TargetGroup,
    Text,
    in_language,
)
from innspill.stages.consultations.core.ids import free_id
from innspill.stages.consultations.core.page_text import paragraphs_in, typed


class SectionRow(Row):
    """A section of the page: heading and text."""

    told = (
        Told("heading", _("Overskrift"), most=300),
        Told(
            "body",
            _("Tekst"),
            rows=8,
            help=_(
                "Tom linje gir nytt avsnitt. En linje som begynner med «- » blir et punkt. "
                "[…] holder plassen til et avsnitt som ikke er oversatt ennå: skriv over det."
            ),
        ),
    )

    @classmethod
    def initials_of(cls, definition: Definition) -> list[dict[str, Any]]:
        """The sections of the page."""
        return [
            in_fields(
                heading=section.heading,
                body={language: typed(section.paragraphs, language) for language in LANGUAGES},
            )
            for section in definition.sections
        ]

    def section(self) -> Section:
        """What was written."""
        body = {language: self.in_one("body", language) for language in LANGUAGES}
        return Section(heading=self.text("heading"), paragraphs=paragraphs_in(body))

    def clean(self) -> dict[str, Any]:
        """Raises a field error where there is text without a heading."""
        cleaned = super().clean()
        has_body = any(cleaned.get(f"body_{language}") for language in LANGUAGES)
        if has_body and not any(cleaned.get(f"heading_{language}") for language in LANGUAGES):
            self.add_error("heading_nb", _("Overskrift: skriv hva delen handler om."))
        return cleaned


class GroupRow(Row):
    """A target group."""

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    told = (Told("name", _("Målgruppe"), most=200),)

    @classmethod
    def initials_of(cls, definition: Definition) -> list[dict[str, Any]]:
        """The target groups."""
        return [
            {"id": group.id, **in_fields(name=group.name)} for group in definition.target_groups
        ]


class AboutForm(EditForm):
    """Title, case number, summary, sections and target groups."""

    case_number = forms.CharField(
        label=_("Saksnummer"),
        max_length=60,
        error_messages={
            "required": _("Saksnummer: skriv nummeret i arkivet, for eksempel 26/1234.")
        },
    )
    told = (
        Told(
            "title",
            _("Tittel"),
            rows=2,
            most=300,
            line=True,
            required=_("Tittel: skriv hva høringen heter."),
        ),
        Told(
            "summary",
            _("Sammendrag"),
            rows=5,
            help=_("To–tre setninger: hva saken gjelder, og hva dere vil vite."),
        ),
    )
    rows = {"sections": SectionRow, "groups": GroupRow}
    ordered = frozenset({"sections"})

    def initial_of(self, definition: Definition) -> dict[str, Any]:
        """What stands."""
        return {
            "case_number": definition.case_number,
            **in_fields(title=definition.title, summary=definition.summary),
        }

    def prepare(self) -> None:
        """After the opening the case number stays."""
        if self.definition.status != "draft":
            self.fields["case_number"].disabled = True

    def applied(self) -> Definition:
        """The definition with what was written."""
        return self.definition.model_copy(
            update={
                "case_number": self.cleaned_data["case_number"].strip(),
                "title": self.text("title"),
                "summary": self.text("summary"),
                "sections": tuple(row.section() for row in self.kept("sections")),
                "target_groups": _with_ids(
                    (row.cleaned_data.get("id") or "", row.text("name"))
                    for row in self.kept("groups")
                ),
                "questions": self._questions(),
            }
        )

    def _questions(self) -> Any:
        """The questions without target groups that were removed."""
        kept = {row.cleaned_data.get("id") for row in self.kept("groups")}
        return tuple(
            question.model_copy(
                update={"for_groups": tuple(one for one in question.for_groups if one in kept)}
            )
            for question in self.definition.questions
        )


def _with_ids(named: Iterable[tuple[str, Text]]) -> tuple[TargetGroup, ...]:
    """Target groups, the new ones with an id made of their name."""
    rows = list(named)
    taken = {identity for identity, _name in rows}
    groups = []
    for given, name in rows:
        identity = given or free_id(in_language(name, "nb"), taken)
        taken.add(identity)
        groups.append(TargetGroup(id=identity, name=name))
    return tuple(groups)


class EventRow(Row):
    """A webinar or meeting, with its recording and slides."""

    kind = forms.ChoiceField(
        label=_("Type"),
        choices=[("webinar", _("Webinar")), ("meeting", _("Møte"))],
        required=False,
        initial="webinar",
    )
    starts = forms.DateTimeField(
        label=_("Tidspunkt"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M"],
        error_messages={
            "invalid": _("Tidspunkt: skriv dato og klokkeslett, for eksempel 31.12.2026 10:00.")
        },
    )
    place = forms.CharField(label=_("Sted eller lenke til møtet"), required=False, max_length=300)
    links = forms.CharField(
        label=_("Opptak og lysark"),
        required=False,
        max_length=5000,
        help_text=_("Én lenke per linje: navn og adresse, for eksempel «Opptak https://…»."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    told = (Told("title", _("Navn på arrangementet"), most=300),)
    plain = ("kind",)

    @classmethod
    def initials_of(cls, definition: Definition) -> list[dict[str, Any]]:
        """The events. Materials without an address stay as lines of their name alone."""
        zone = ZoneInfo(definition.timezone)
        return [
            {
                "kind": event.kind,
                "starts": _local(event.starts, zone),
                "place": event.place or "",
                "links": "\n".join(
                    [
                        *(in_language(name, "nb") for name in event.materials),
                        *(f"{in_language(link.name, 'nb')} {link.address}" for link in event.links),
                    ]
                ),
                **in_fields(title=event.title),
            }
            for event in definition.events
        ]

    def clean_links(self) -> str:
        """Raises a field error for an address that is none."""
        check = URLValidator(schemes=["http", "https"])
        for line in str(self.cleaned_data["links"]).splitlines():
            name, address = _link(line)
            if not address:
                continue
            try:
                check(address)
            except forms.ValidationError as error:
                said = gettext("Opptak og lysark: «%(address)s» er ikke en hel adresse.")
                raise forms.ValidationError(said % {"address": address}) from error
            if not name:
                said = gettext("Opptak og lysark: skriv et navn foran %(address)s.")
                raise forms.ValidationError(said % {"address": address})
        return str(self.cleaned_data["links"])

    def event(self, stood: tuple[Event, ...], zone: str) -> Event:
        """What was written; other languages of a link's name stay where the name does."""
        named = {
            in_language(text, "nb"): text
            for event in stood
            for text in (*event.materials, *(link.name for link in event.links))
        }
        lines = [_link(line) for line in self.cleaned_data["links"].splitlines() if line.strip()]
        starts = self.cleaned_data.get("starts")
        return Event(
            kind=self.cleaned_data.get("kind") or "webinar",
            starts=_as_it_stood(starts, stood, ZoneInfo(zone)),
            title=self.text("title"),
            place=self.cleaned_data.get("place") or None,
            materials=tuple(
                named.get(name, {"nb": name}) for name, address in lines if not address
            ),
            links=tuple(
                Link(name=named.get(name, {"nb": name}), address=address)
                for name, address in lines
                if address
            ),
        )


def _local(when: datetime | None, zone: ZoneInfo) -> datetime | None:
    if when is None or timezone.is_naive(when):
        return when
    return timezone.make_naive(when, zone)


def _as_it_stood(
    written: datetime | None, stood: tuple[Event, ...], zone: ZoneInfo
) -> datetime | None:
    """The hour by the hearing's clock; one that stood before keeps the offset that it was given."""
    if written is None:
        return None
    naive = timezone.make_naive(written, zone)
    same = (each.starts for each in stood if each.starts and _local(each.starts, zone) == naive)
    return next(same, naive)


def _link(line: str) -> tuple[str, str]:
    """The name and the address of a line; no address where it has none."""
    words = line.split()
    addresses = [word for word in words if "://" in word]
    return " ".join(word for word in words if "://" not in word).strip(" :–-"), (
        addresses[0] if addresses else ""
    )


class ContactForm(EditForm):
    """Who answers questions, where responses may be mailed to, and meetings."""

    name = forms.CharField(label=_("Navn"), required=False, max_length=300)
    role = forms.CharField(label=_("Tittel eller enhet"), required=False, max_length=300)
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        error_messages={"invalid": _("E-post: skriv en hel adresse, for eksempel navn@etat.no.")},
    )
    submit_email = forms.EmailField(
        label=_("E-post for høringssvar"),
        required=False,
        help_text=_("Vises på høringssiden for dem som vil svare på e-post."),
        error_messages={
            "invalid": _("E-post for høringssvar: skriv en hel adresse, for eksempel post@etat.no.")
        },
    )
    rows = {"events": EventRow}

    def initial_of(self, definition: Definition) -> dict[str, Any]:
        """What stands."""
        contact = definition.contact
        return {
            "name": contact.name if contact else "",
            "role": (contact.title or "") if contact else "",
            "email": (contact.email or "") if contact else "",
            "submit_email": definition.submit_email or "",
        }

    def clean(self) -> dict[str, Any]:
        """Raises a field error where there is an address and no name."""
        cleaned = super().clean()
        if (cleaned.get("email") or cleaned.get("role")) and not cleaned.get("name"):
            self.add_error("name", _("Navn: skriv hvem eller hvilken enhet folk kan spørre."))
        return cleaned

    def applied(self) -> Definition:
        """The definition with what was written."""
        given = self.cleaned_data
        contact = None
        if given["name"]:
            contact = Contact(
                name=given["name"], title=given["role"] or None, email=given["email"] or None
            )
        events = tuple(
            row.event(self.definition.events, self.definition.timezone)
            for row in self.kept("events")
        )
        return self.definition.model_copy(
            update={
                "contact": contact,
                "submit_email": given["submit_email"] or None,
                "events": events,
            }
        )
