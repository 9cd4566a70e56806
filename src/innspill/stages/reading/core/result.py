"""The object of `innspill read` as JSON, and back. Schema: innspill/read/1 (design.md).

Added to the fields of design.md: `form_wording`, `problem`, `cover`, `properties`, `accounting`,
`candidates` and `on_behalf_of` of the sender, `adherence`, `reader` and `tools`; of an answer
`pieces` (where in its text each stretch of the original stands), `grounds` and `measures`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from innspill.shared.values import Certainty, Origin, Sha256
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.values import (
    READER,
    Adherence,
    Answer,
    Area,
    Block,
    Box,
    CaseNumber,
    Cell,
    Emphasis,
    Footnote,
    Hidden,
    Measure,
    NoteRef,
    Passage,
    ResponseRead,
    SeenWord,
    Sender,
)

SCHEMA = "innspill/read/1"
Json = dict[str, Any]


def as_json(read: ResponseRead) -> Json:
    """`read` as the object of design.md, ready for `json.dumps`. The blocks are not in it."""
    counted = account(read)
    return {
        "schema": SCHEMA,
        "file": read.file,
        "sha256": read.sha256,
        "media_type": read.media_type,
        "consultation": read.consultation,
        "kind": read.kind,
        "sender": _sender(read.sender),
        "further_senders": [_sender(sender) for sender in read.further_senders],
        "candidates": [_sender(sender) for sender in read.candidates],
        "on_behalf_of": list(read.on_behalf_of),
        "adherence": [
            {**_plain(joined), "origin": _origins(joined.origin)} for joined in read.adherence
        ],
        "case_number": asdict(read.case_number),
        "language": read.language,
        "dated": read.dated,
        "answers": [_answer(answer) for answer in read.answers],
        "footnotes": [
            {"mark": note.mark, "text": note.text, "origin": _origins(note.origin)}
            for note in read.footnotes
        ],
        "unplaced": [_passage(passage) for passage in read.unplaced],
        "hidden": [
            {"kind": hidden.kind, "text": hidden.text, "origin": _origins(hidden.origin)}
            for hidden in read.hidden
        ],
        "flags": list(read.flags),
        "form_wording": [_passage(passage) for passage in read.form_wording],
        "problem": read.problem,
        "cover": read.cover,
        "properties": dict(read.properties),
        "accounting": {**asdict(counted), "complete": counted.complete},
        "reader": read.reader,
        "tools": list(read.tools),
        **({} if read.wish == "none" else {"wish": read.wish}),
    }


def from_json(content: Json, blocks: Sequence[Block]) -> ResponseRead:
    """The response that `as_json` wrote as `content`; `blocks` are those of its document.

    Raises KeyError or ValueError where `content` is not such an object.
    """
    if content["schema"] != SCHEMA:
        raise ValueError(f"this is {content['schema']}, not {SCHEMA}")
    case_number = content["case_number"]
    return ResponseRead(
        file=content["file"],
        sha256=Sha256(content["sha256"]),
        media_type=content["media_type"],
        consultation=content["consultation"],
        kind=content["kind"],
        sender=_to_sender(content["sender"]),
        further_senders=tuple(_to_sender(sender) for sender in content["further_senders"]),
        candidates=tuple(_to_sender(sender) for sender in content.get("candidates", ())),
        on_behalf_of=tuple(content.get("on_behalf_of", ())),
        adherence=tuple(_to_adherence(joined) for joined in content.get("adherence", ())),
        case_number=CaseNumber(**case_number),
        language=content["language"],
        dated=content["dated"],
        answers=tuple(_to_answer(answer) for answer in content["answers"]),
        footnotes=tuple(
            Footnote(note["mark"], note["text"], _to_origins(note["origin"]))
            for note in content["footnotes"]
        ),
        unplaced=tuple(_to_passage(passage) for passage in content["unplaced"]),
        form_wording=tuple(_to_passage(passage) for passage in content.get("form_wording", ())),
        hidden=tuple(
            Hidden(hidden["kind"], hidden["text"], _to_origins(hidden["origin"]))
            for hidden in content["hidden"]
        ),
        flags=tuple(content["flags"]),
        problem=content.get("problem"),
        blocks=tuple(blocks),
        cover=content.get("cover"),
        properties=dict(content.get("properties", {})),
        reader=content.get("reader", READER),
        tools=tuple(content.get("tools", ())),
        wish=content.get("wish", "none"),
    )


def blocks_as_json(blocks: Iterable[Block]) -> list[Json]:
    """`blocks` as JSON, without the fields that say nothing."""
    return [
        {key: value for key, value in asdict(block).items() if value not in (None, (), [])}
        for block in blocks
    ]


def blocks_from_json(content: Iterable[Json]) -> tuple[Block, ...]:
    """The blocks that `blocks_as_json` wrote."""
    return tuple(
        Block(
            **{
                **block,
                "boxes": tuple(Box(**box) for box in block.get("boxes", ())),
                "notes": tuple(NoteRef(**note) for note in block.get("notes", ())),
                "cell": Cell(**block["cell"]) if block.get("cell") else None,
                "emphases": tuple(Emphasis(**part) for part in block.get("emphases", ())),
                "area": Area(**block["area"]) if block.get("area") else None,
                "words": tuple(SeenWord(**word) for word in block.get("words", ())),
            }
        )
        for block in content
    )


def _sender(sender: Sender) -> Json:
    return {
        "name": sender.name,
        "organisation_number": sender.organisation_number,
        "certainty": sender.certainty.value,
        "grounds": list(sender.grounds),
    }


def _to_sender(content: Json) -> Sender:
    return Sender(
        content["name"],
        content["organisation_number"],
        Certainty(content["certainty"]),
        tuple(content["grounds"]),
    )


def _answer(answer: Answer) -> Json:
    return {
        "question": answer.question,
        "ticks": list(answer.ticks),
        "choice": answer.choice,
        "text": answer.text,
        "no_comment": answer.no_comment,
        "certainty": answer.certainty.value,
        "flags": list(answer.flags),
        "footnotes": list(answer.footnotes),
        "origin": _origins(answer.origin),
        "pieces": [{"at": at, **origin.as_json()} for at, origin in answer.pieces],
        "grounds": list(answer.grounds),
        "measures": [
            {**_plain(measure), "origin": _origins(measure.origin)} for measure in answer.measures
        ],
    }


def _to_answer(content: Json) -> Answer:
    return Answer(
        question=content["question"],
        ticks=tuple(content["ticks"]),
        choice=content["choice"],
        text=content["text"],
        no_comment=content["no_comment"],
        certainty=Certainty(content["certainty"]),
        flags=tuple(content["flags"]),
        footnotes=tuple(content["footnotes"]),
        origin=_to_origins(content["origin"]),
        pieces=tuple((piece["at"], _to_origin(piece)) for piece in content.get("pieces", ())),
        grounds=tuple(content.get("grounds", ())),
        measures=tuple(
            Measure(**{**row, "origin": _to_origins(row["origin"])})
            for row in content.get("measures", ())
        ),
    )


def _to_adherence(content: Json) -> Adherence:
    return Adherence(
        content["to"],
        content["whole"],
        Certainty(content["certainty"]),
        _to_origins(content["origin"]),
    )


def _plain(value: Adherence | Measure) -> Json:
    """The fields of `value` that are words, for JSON."""
    return {
        key: str(part) if isinstance(part, Certainty) else part
        for key, part in asdict(value).items()
    }


def _passage(passage: Passage) -> Json:
    return {"text": passage.text, "origin": _origins(passage.origin)}


def _to_passage(content: Json) -> Passage:
    return Passage(content["text"], _to_origins(content["origin"]))


def _origins(origins: Iterable[Origin]) -> list[dict[str, str | int]]:
    return [origin.as_json() for origin in origins]


def _to_origins(content: Iterable[Json]) -> tuple[Origin, ...]:
    return tuple(_to_origin(origin) for origin in content)


def _to_origin(content: Json) -> Origin:
    return Origin(str(content["block"]), int(content["start"]), int(content["end"]))
