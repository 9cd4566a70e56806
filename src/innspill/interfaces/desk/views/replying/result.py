"""Publishing the result: what was decided in the case, and where the decision and the final text are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.reply_words import CARRIED
from innspill.interfaces.ui.report_words import REPORT_KIND
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people import queries as people
from innspill.stages.publication import queries as publication
from innspill.stages.reports import actions
from innspill.stages.reports import queries as reports
from innspill.stages.reports.core.final import MOST_BYTES, Final, checked
from innspill.stages.reports.core.final_cleaning import Cleaned


class ResultForm(Dressed):
    """What was decided in the case, in words for the public, and where it stands."""

    kind = forms.ChoiceField(
        label=_("Rapporten som skal vises"), choices=list(REPORT_KIND.items()), required=False
    )
    decision = forms.CharField(
        label=_("Hva som er bestemt i saken"),
        help_text=_("Vises øverst på resultatsiden, slik du skriver det."),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "max_length": _("Hva som er bestemt: teksten er for lang. Kort den ned til 6000 tegn.")
        },
    )
    address = forms.CharField(
        label=_("Adressen til vedtaket eller den endelige teksten"),
        help_text=_(
            "For eksempel på Lovdata, eller i innsynsløsningen. Skriv den med https:// foran."
        ),
        required=False,
    )
    file = forms.FileField(
        label=_("Vedtaket eller den endelige teksten som fil"),
        help_text=_(
            "PDF, Word eller ODT, som alle kan laste ned. Word og ODT blir gjort om til PDF."
            " Forfatter, kommentarer og vedlegg i filen blir tatt bort."
        ),
        required=False,
        allow_empty_file=True,
    )

    as_is = forms.BooleanField(
        label=_("Publiser filen akkurat slik den er"),
        help_text=_(
            "Velg dette bare når du vet hva filen bærer med seg, for eksempel når den er signert."
        ),
        required=False,
    )

    def __init__(self, *given: Any, kinds: Collection[str] = (), **named: Any) -> None:
        super().__init__(*given, **named)
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(kind, said) for kind, said in REPORT_KIND.items() if kind in kinds]

    def clean_file(self) -> object:
        """No more than what is shown as it is."""
        file = self.cleaned_data.get("file")
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("Vedtaket som fil: filen er for stor. Legg den et annet sted, og skriv adressen.")
            )
        return file

    def final(self) -> tuple[Final, Cleaned | None]:
        """Where the decision is, as it was filled in; and what was taken out of the file.

        Raises BadInput for a file that cannot be cleaned.
        """
        file = self.cleaned_data.get("file")
        if not file:
            return Final(address=self.cleaned_data["address"]), None
        chosen = Final(
            address=self.cleaned_data["address"], file=file.name, data=file.read(),
            as_is=self.cleaned_data["as_is"],
        )  # fmt: skip
        if chosen.as_is:
            return chosen, None
        checked(replace(chosen, looked_through=True))
        made = wiring.cleaned_final(chosen.file, chosen.data)
        name = f"{chosen.file.rpartition('.')[0]}.{made.ending}"
        return replace(chosen, file=name, data=made.bytes(), looked_through=True), made


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def publish(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The form, with what is published now; and the publishing."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "lead")
    published = publication.result(slug)
    form = ResultForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial=_as_published(published),
        kinds={report.kind for report in reports.reports(slug, desk.owners)},
    )
    if form.is_bound and form.is_valid():
        try:
            final, made = form.final()
            actions.publish_report(
                shown.id, decision=form.cleaned_data["decision"], kind=form.cleaned_data["kind"],
                final=final, by=desk.user, now=wiring.clock().now(), store=wiring.store(),
            )  # fmt: skip
        except BadInput as error:
            form.add_error(_field_of(error), in_words(error))
        else:
            messages.success(request, gettext("Resultatet er publisert på høringssiden."))
            if made is not None and made.made_anew:
                messages.info(request, _of_the_file(made))
            return redirect("desk:publish-result", slug=slug)
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "form": form,
        "reports": [
            (report, report.language in reports.to_publish(shown.id, kind))
            for kind in REPORT_KIND
            for report in reports.latest(shown.id, kind).values()
        ],
        "published": published,
    }
    status = 422 if form.is_bound else 200
    return render(request, "desk/replying/result.html", context, status=status)


def _of_the_file(made: Cleaned) -> str:
    """What was done to the file, for the one who chose it."""
    said = gettext(
        "Filen er gjort om til en ny PDF. Åpne den på resultatsiden, og se at den er rett."
    )
    carried = ", ".join(str(CARRIED[each]) for each in made.carried)
    took = gettext("Tatt bort: %(what)s.") % {"what": carried} if carried else ""
    return f"{said} {took}".strip()


def _as_published(published: dict[str, object] | None) -> dict[str, object]:
    """What was written the last time; a file must be chosen anew."""
    if published is None:
        return {}
    final = published.get("final")
    address = final.get("address", "") if isinstance(final, dict) else ""
    return {
        "decision": published.get("decision", ""),
        "address": address,
        "kind": published.get("kind", ""),
    }


def _field_of(error: BadInput) -> str | None:
    """The field that a refusal is about."""
    if "the address" in error.what:
        return "address"
    return "file" if "the file" in error.what else None
