"""What waits to be built into public files, and what each is built from. For the step `rebuild`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, Max, Q

from innspill.shared.people.models import Owner
from innspill.shared.values import Sha256
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.ids import slug as slug_of
from innspill.stages.intake import queries as intake
from innspill.stages.publication.core.frozen import from_json
from innspill.stages.publication.core.general import attachments_among, general_passages
from innspill.stages.publication.core.rebuilding.paper import (
    Place,
    facts_of,
    language_of,
    response_paper,
    title_of,
)
from innspill.stages.publication.core.rebuilding.paper_words import paper_words_in, said_on_papers
from innspill.stages.publication.core.rebuilding.sheets import Cover
from innspill.stages.publication.core.rebuilding.values import Secrets, Source, is_of_pages
from innspill.stages.publication.core.rebuilding.withheld import (
    hidden_in,
    pairs_in,
    public_texts,
)
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.publication.files import kind_of, latest
from innspill.stages.publication.models import PublicFile, Rendition
from innspill.stages.reading import queries as reading
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow

_INTO = "!/"


@dataclass(frozen=True, slots=True)
class PagesWanted:
    """A file whose pages are to become pixels: the file that was sent and lies in the byte store.

    `source` is None where the reading and the copy do not belong together: then it is refused.
    """

    position: int
    name: str
    item_name: str
    sha256: str
    source: Source | None
    cover: Cover


@dataclass(frozen=True, slots=True)
class ToRebuild:
    """All that the files of one public copy are built from."""

    rendition_id: int
    name: str
    paper: dict[str, Any]
    secrets: Secrets
    pages: tuple[PagesWanted, ...]


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of a public copy as the desk sees it; `reason` is why it was refused."""

    name: str
    kind: str
    attachment: int
    state: str
    reason: str
    size: int


def due() -> list[int]:
    """The public copies whose files nobody has built, and those whose refused ones are to be again."""
    public = Rendition.objects.filter(replaced_at=None)
    rows = public.annotate(asked=Max("asked_for_again__at"), tried=Max("files__at"))
    wanted = rows.filter(Q(tried=None) | Q(asked__gt=F("tried")))
    return list(wanted.order_by("pk").values_list("pk", flat=True))


def states_of(response_id: int) -> list[FileState]:
    """The files of a response's public copy, refused ones too; empty while none are built."""
    rows = PublicFile.objects.filter(
        rendition__response=response_id, rendition__replaced_at=None
    ).order_by("position", "attempt")
    return [_state(row) for row in latest(rows)]


def refused(owners: Collection[Owner]) -> list[tuple[ResponseRow, list[FileState]]]:
    """The responses of these owners with files that could not be published, and those files."""
    rows = PublicFile.objects.filter(
        rendition__files__state=PublicFile.State.REFUSED,
        rendition__replaced_at=None,
        rendition__consultation__owner__in=owners,
    ).select_related("rendition")
    lean = rows.defer("rendition__content").order_by("rendition_id", "position", "attempt")
    found: dict[int, list[FileState]] = {}
    for row in latest(lean.distinct()):
        if row.state != PublicFile.State.REFUSED:
            continue
        found.setdefault(row.rendition.response_id, []).append(_state(row))
    return [(register.by_id(response), files) for response, files in found.items()]


def _state(row: PublicFile) -> FileState:
    kind, attachment = kind_of(row.position)
    return FileState(row.name, kind, attachment, row.state, row.reason, row.size)


def to_rebuild(rendition_id: int, *, base: str) -> ToRebuild:
    """What the files of this public copy are built from; `base` is our public address, or empty.

    Raises DoesNotExist where there is no such copy.
    """
    rendition = Rendition.objects.get(pk=rendition_id)
    public = from_json(rendition.content)
    row = register.by_id(rendition.response_id)
    hearing = consultations.by_id(row.consultation_id)
    definition = hearing.definition
    read = reading.by_id(row.reading_id).read
    items = {file.name: file.sha256 for file in intake.by_number(row.delivery_number).files}
    address = f"{base}/horinger/{hearing.slug}/svar/{rendition.number}/" if base else ""
    place = Place(rendition.published_at, address)
    stem = f"{slug_of(definition.case_number)}-svar-{rendition.number}"
    secrets = _secrets(read, public, row, definition)
    cover = Cover(
        language=language_of(public),
        title=title_of(public),
        author=public.name,
        foot=f"{paper_words_in(language_of(public)).reference} {public.reference}",
        facts=facts_of(public, definition, place),
        kind="",
        withheld=public.withheld > 0,
    )
    return ToRebuild(
        rendition_id=rendition_id,
        name=f"{stem}.pdf",
        paper=response_paper(public, definition, place),
        secrets=secrets,
        pages=tuple(
            replace(each, name=f"{stem}-{each.name}.pdf")
            for each in _pages(read, public, items, secrets, cover)
        ),
    )


def _pages(
    read: ResponseRead,
    public: PublicResponse,
    items: Mapping[str, Sha256],
    secrets: Secrets,
    cover: Cover,
) -> Iterator[PagesWanted]:
    """The response's own file where it is of pages, and each attachment; their names lack a stem.

    None of who wishes no name: a letterhead tells it in pictures.
    """
    if public.anonymous:
        return
    pairs = pairs_in(read, public)
    words = paper_words_in(cover.language)
    wording = "\n".join(passage.text for passage in read.form_wording)
    wanted = (
        [(1, read.file, "original", "", words.original)] if is_of_pages(read.media_type) else []
    )
    paths = [path for path in _attachments(read) if path]
    for number, path in enumerate(paths, start=1):
        kind = words.attachment.format(number=number)
        wanted.append((number + 1, path, f"vedlegg-{number}", path, kind))
    for position, path, ending, key, kind in wanted:
        item = next((name for name in items if f"{path}{_INTO}".startswith(f"{name}{_INTO}")), "")
        texts = pairs.get(key) if pairs else None
        source = _source(path, texts, wording, secrets, public)
        yield PagesWanted(
            position=position,
            name=ending,
            item_name=item,
            sha256=items.get(item, ""),
            source=source,
            cover=replace(cover, kind=kind),
        )


def _attachments(read: ResponseRead) -> tuple[str, ...]:
    passages = general_passages(read)
    return tuple(path for path, _ in attachments_among(passages))


def _source(
    path: str,
    pairs: list[tuple[str, str]] | None,
    wording: str,
    secrets: Secrets,
    public: PublicResponse,
) -> Source | None:
    hidden = hidden_in(pairs) if pairs is not None else None
    if pairs is None or hidden is None:
        return None
    text = "\n".join(shown for _, shown in pairs)
    here = Secrets(hidden, secrets.elsewhere, secrets.unsaid, secrets.public)
    return Source(path, text, wording, here, public.private, (public.name, *public.senders))


def _secrets(
    read: ResponseRead, public: PublicResponse, row: ResponseRow, definition: Definition
) -> Secrets:
    """What must stand in none of the files: all that the copy hides, names, and what it never had."""
    pairs = pairs_in(read, public) or {}
    hidden = [span for group in pairs.values() for span in hidden_in(group) or ()]
    names = [sender.name for sender in row.senders if sender.name not in public.senders]
    unsaid = [each.text for each in read.hidden] + [read.cover or ""]
    known = "\n".join((*public_texts(public), *_of_hearing(definition), *said_on_papers()))
    return Secrets((), (*hidden, *names), tuple(each for each in unsaid if each), known)


def _of_hearing(definition: Definition) -> Iterator[str]:
    """What the papers say of the hearing itself, which everybody may read."""
    yield from (definition.case_number, definition.owner)
    texts = [definition.title]
    for question in definition.questions:
        texts += [question.text, *(choice.text for choice in question.choices)]
    for text in texts:
        yield from text.values()
