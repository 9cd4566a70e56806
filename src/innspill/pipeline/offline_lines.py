"""The results as JSON Lines: every response as it was read, and every comment with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from innspill.pipeline.offline_analysis import themes_of_comments
from innspill.pipeline.offline_values import Results, Shown
from innspill.shared.values import Origin, Span
from innspill.stages.analysis.core.values import CommentFound
from innspill.stages.publication.core.general import general_passages
from innspill.stages.publication.core.masking import unmasked
from innspill.stages.reading.core.result import as_json
from innspill.stages.reading.core.values import Passage, ResponseRead
from innspill.stages.register.core.kinds import as_json as kinds_as_json
from innspill.stages.register.core.kinds import main_kind
from innspill.stages.register.core.standing import SetAside
from innspill.stages.register.core.values import Arrival

COMMENT_SCHEMA = "innspill/comment/1"
Json = dict[str, Any]
Piece = tuple[int, int, Origin]
"""Characters start to end of a text, and the place that they came from."""


def responses_jsonl(results: Results) -> str:
    """One line for each response document, in order of receipt, set aside or not.

    The object is that of `innspill read` with the register's view under `register`.
    """
    entries = [(each.delivery, each.registered.read, _entry(each)) for each in results.responses]
    entries += [(number, each.read, _aside(number, each)) for number, each in results.set_aside]
    entries.sort(key=lambda entry: (entry[0], entry[1].file))
    return _lines({**as_json(read), "register": entry} for _, read, entry in entries)


def comments_jsonl(results: Results) -> str:
    """One line for each comment, with the sender, the suggestions and its place in the original.

    `themes` are numbers of themes.jsonl.
    """
    shown = {each.registered.reference: each for each in results.responses}
    themes = themes_of_comments(results.analysis)
    return _lines(
        _comment(each, shown[each.response]) | {"themes": themes.get(at, [])}
        for at, each in enumerate(results.analysis.comments)
    )


def origins_of(span: Span, pieces: Sequence[Piece]) -> tuple[Origin, ...]:
    """The places in the original that characters `span` of a text came from."""
    found = []
    for start, end, origin in pieces:
        first, last = max(span.start, start), min(span.end, end)
        if first >= last:
            continue
        if end - start == origin.end - origin.start:
            shift = origin.start - start
            found.append(Origin(origin.block, first + shift, last + shift))
        else:  # the text was changed on the way, so the whole stretch is named
            found.append(origin)
    return tuple(found)


def pieces_of(read: ResponseRead, place: str) -> tuple[Piece, ...]:
    """The stretches that the text at `place` ("answer:3", "general:0") was put together from."""
    kind, _, name = place.partition(":")
    if kind == "general":
        return _pieces_of_passage(general_passages(read)[int(name)])
    for answer in read.answers:
        if answer.question == name:
            return tuple(
                (start, start + origin.end - origin.start, origin)
                for start, origin in answer.pieces
            )
    return ()


def _pieces_of_passage(passage: Passage) -> tuple[Piece, ...]:
    """A passage names its places in order; where they fill it, parted by one character, exactly.

    Otherwise (a hyphen at a line's end is gone) every place stands for the whole passage.
    """
    pieces: list[Piece] = []
    at = 0
    for origin in passage.origin:
        length = origin.end - origin.start
        pieces.append((at, at + length, origin))
        at += length + 1
    if at - 1 == len(passage.text):
        return tuple(pieces)
    return tuple((0, len(passage.text), origin) for origin in passage.origin)


def _entry(shown: Shown) -> Json:
    registered = shown.registered
    return {
        "delivery": shown.delivery,
        "reference": registered.reference,
        **_arrival(registered.arrival),
        "standing": registered.standing,
        "superseded_by": registered.superseded_by,
        "late": registered.late,
        "senders": [asdict(sender) for sender in registered.senders],
        "supports": registered.supports,
        "main_kind": main_kind(kind.code for kind in registered.kinds),
        "kinds": kinds_as_json(registered.kinds),
        "adds_to": registered.adds_to,
        "flags": list(registered.flags),
        "state": shown.state,
        "doubts": list(shown.rendered.doubts),
        "withheld": [
            {"place": place, **asdict(finding)} for place, finding in shown.rendered.withholdings
        ],
    }


def _aside(delivery: int, aside: SetAside) -> Json:
    return {
        "delivery": delivery,
        "reference": None,
        **_arrival(aside.arrival),
        "set_aside": aside.reason,
        "duplicate_of": aside.duplicate_of,
    }


def _arrival(arrival: Arrival) -> Json:
    received = arrival.received_at
    return {
        "received_at": received.isoformat() if received else None,
        "channel": arrival.channel,
        "claimed_sender": arrival.sender,
    }


def _comment(comment: CommentFound, shown: Shown) -> Json:
    read = shown.registered.read
    place = f"answer:{comment.question}" if comment.question else f"general:{comment.paragraph}"
    original = unmasked(comment.span, shown.rendered.findings_at(place))
    return {
        "schema": COMMENT_SCHEMA,
        "response": comment.response,
        "name": shown.rendered.public.name,
        "file": read.file,
        "state": shown.state,
        "question": comment.question,
        "paragraph": comment.paragraph,
        "span": asdict(comment.span),
        "text": comment.text,
        "is_remark": comment.is_remark,
        "remainder": comment.remainder,
        "stance": asdict(comment.stance),
        "proposals": [
            {
                "text": comment.text[each.span.start : each.span.end],
                **{key: said for key, said in asdict(each).items() if key != "span"},
                **asdict(each.span),
            }
            for each in comment.proposals
        ],
        "links": [asdict(each) for each in comment.links],
        "mentions": [
            {
                "text": comment.text[each.span.start : each.span.end],
                "kind": each.kind,
                "name": each.name,
                "number": each.number,
                **asdict(each.span),
            }
            for each in comment.mentions
        ],
        "origin": [origin.as_json() for origin in origins_of(original, pieces_of(read, place))],
    }


def _lines(objects: Iterator[Json]) -> str:
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in objects)
