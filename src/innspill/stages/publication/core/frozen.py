"""A public copy as JSON and back: what is stored, and what its digest is taken of."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from innspill.shared.values import Sha256, sha256_of
from innspill.stages.publication.core.values import PublicResponse

_ADAPTER = TypeAdapter(PublicResponse)


def as_json(public: PublicResponse) -> dict[str, Any]:
    """The public copy as a JSON object."""
    return dict(_ADAPTER.dump_python(public, mode="json"))


def from_json(content: dict[str, Any]) -> PublicResponse:
    """The public copy that its JSON object holds. Raises pydantic.ValidationError."""
    return _ADAPTER.validate_python(content)


def digest_of(content: dict[str, Any]) -> Sha256:
    """The SHA-256 of a JSON object, whatever the order of its keys."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256_of(text.encode())
