"""The second door of reading: files in, responses out."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.deliveries import responses_in
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.values import FileRead, ResponseRead


def read_responses(files: Sequence[FileRead], definition: Definition) -> tuple[ResponseRead, ...]:
    """The responses among `files`, which came as one delivery (a file, or a mail with attachments).

    One value per response document, in order; a mail's own words are the `cover` of what it
    brought. A file that says nothing readable gives one value of kind "unreadable" with the reason.
    Never raises for what a file says.
    """
    return responses_in(files, Hearing.of(definition))
