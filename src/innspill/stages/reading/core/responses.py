"""The second door of reading: files in, responses out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.deliveries import responses_in
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.tools import NO_TOOLS, Tools
from innspill.stages.reading.core.values import FileRead, ResponseRead

NamedBytes = tuple[str, bytes]
"""A file as it was sent: its name and its bytes."""
ReadDelivery = Callable[[Sequence[NamedBytes], Definition], tuple[ResponseRead, ...]]
"""What turns the files of a delivery into responses: `read_delivery`, or the same in a child."""


def read_delivery(
    files: Sequence[NamedBytes], definition: Definition, tools: Tools = NO_TOOLS
) -> tuple[ResponseRead, ...]:
    """The responses in `files`, which came as one delivery; their names differ.

    A pure function of the bytes, the definition, the reader's version and `tools`. Never raises
    for what is in the files.
    """
    read = [part for name, data in files for part in read_file(name, data, tools)]
    tools.begins("")
    return read_responses(read, definition)


def read_responses(files: Sequence[FileRead], definition: Definition) -> tuple[ResponseRead, ...]:
    """The responses among `files`, which came as one delivery (a file, or a mail with attachments).

    One value per response document, in order; a mail's own words are the `cover` of what it
    brought. A file that says nothing readable gives one value of kind "unreadable" with the reason.
    Never raises for what a file says.
    """
    return responses_in(files, Hearing.of(definition))
