"""Files that people choose in a form: several at once, within limits that are said in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from innspill.interfaces.ui.templatetags.innspill import size

MOST_FILES = 20


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """One or more files: none empty, none over the limit, not too many."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # noqa: ARG002
        """The files as a list. Raises ValidationError with a sentence to act on."""
        files = [file for file in data or [] if file]
        if not files and self.required:
            raise forms.ValidationError(gettext("Filer: velg minst én fil å sende inn."))
        if len(files) > MOST_FILES:
            sentence = gettext("Filer: send høyst %(most)d filer om gangen.")
            raise forms.ValidationError(sentence % {"most": MOST_FILES})
        for file in files:
            self._check(file)
        return files

    def _check(self, file: UploadedFile[Any]) -> None:
        if not file.size:
            sentence = gettext("Filer: «%(name)s» er tom. Velg filen med innhold.")
            raise forms.ValidationError(sentence % {"name": file.name})
        if file.size > settings.UPLOAD_LIMIT:
            sentence = gettext("Filer: «%(name)s» er for stor. Grensen er %(limit)s per fil.")
            limit = size(settings.UPLOAD_LIMIT)
            raise forms.ValidationError(sentence % {"name": file.name, "limit": limit})
