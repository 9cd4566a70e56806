"""The settings of the language model: which server, which model, at what price."""

from __future__ import annotations

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from innspill.adapters.language_model import ModelServer, model_server_of
from innspill.shared.errors import BadInput
from innspill.stages.analysis.core.model.batches import Price, price_of


def model_of(env: environ.Env) -> tuple[ModelServer | None, str, Price]:
    """Server, name and price: all of it usable, or said now. No server where none is set."""
    address = str(env.str("INNSPILL_MODEL", default="")).strip()
    name = str(env.str("INNSPILL_MODEL_NAME", default="")).strip()
    if not address:
        return None, "", Price()
    if not 0 < len(name) <= 80 or not name.isprintable():
        raise ImproperlyConfigured("INNSPILL_MODEL_NAME: say which model is asked.")
    try:
        server = model_server_of(address, _key(env))
        return server, name, price_of(env.str("INNSPILL_MODEL_PRICE", default=""))
    except BadInput as error:
        raise ImproperlyConfigured(str(error)) from error


def _key(env: environ.Env) -> str:
    kept = str(env.str("INNSPILL_MODEL_KEY_FILE", default=""))
    if not kept:
        return str(env.str("INNSPILL_MODEL_KEY", default="")).strip()
    try:
        return Path(kept).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        # Not even in a traceback is told what the file holds.
        raise ImproperlyConfigured(f"INNSPILL_MODEL_KEY_FILE: {kept!r} cannot be read.") from None
