"""What the child answers names our own values and nothing that could run, on every Python."""

from __future__ import annotations

import pickle
import pickletools

from innspill.shared.values import Certainty


def test_a_certainty_travels_by_its_value() -> None:
    for certainty in Certainty:
        sent = pickle.dumps(certainty)
        named = {str(arg) for code, arg, _ in pickletools.genops(sent) if arg is not None}
        assert "getattr" not in named
        assert pickle.loads(sent) is certainty
