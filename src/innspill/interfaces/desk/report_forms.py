"""The forms of files that come back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.forms import Dressed

LARGEST = 50_000_000


class _FileForm(Dressed):
    """One file of a size that is read."""

    def clean_file(self) -> Any:
        """The file. Raises ValidationError where it is too large."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(gettext("Filen er større enn 50 MB. Ta ut bilder av den."))
        return file


class WordForm(_FileForm):
    """A Word file of a report that somebody edited."""

    file = forms.FileField(
        label=_("Word-filen"),
        help_text=_("Word-filen av en rapport i denne høringen, lagret som .docx. Høyst 50 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": _("Word-filen: velg en fil."),
            "empty": _("Word-filen: filen er tom. Velg en annen."),
        },
    )


class SheetForm(_FileForm):
    """A workbook of a report that somebody worked on."""

    file = forms.FileField(
        label=_("Excel-filen"),
        help_text=_("Excel-filen av en rapport i denne høringen, lagret som .xlsx. Høyst 50 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Excel-filen: velg en fil."),
            "empty": _("Excel-filen: filen er tom. Velg en annen."),
        },
    )
