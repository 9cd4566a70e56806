"""What the tests need besides when each small change of the code has a run of its own.

`tools/mutants.py` makes such runs by the thousand, each in a process that has run all tests before.
"""

from __future__ import annotations

import functools
import os
import pickle
import sys
from collections.abc import Callable
from typing import Any


def forget_what_was_worked_out() -> None:
    """Empties the caches of functions where code is changed: they hold what the code gave before."""
    if "MUTANT_UNDER_TEST" not in os.environ:
        return
    for name, module in list(sys.modules.items()):
        if name.startswith("innspill."):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


def typeset_apart() -> None:
    """Where code is changed: has typst run in a process of its own each time.

    Its threads are not there in the process that tries a change, which is forked from the one
    that ran all tests before, and it would wait for them without end.
    """
    from innspill.stages.consultations.core import answer_pdf

    if "MUTANT_UNDER_TEST" in os.environ and not hasattr(answer_pdf._typeset, "apart"):
        answer_pdf._typeset = _apart(answer_pdf._typeset)


def _apart(function: Callable[..., bytes]) -> Callable[..., bytes]:
    def done(*arguments: Any) -> bytes:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                result: Any = function(*arguments)
            except Exception as error:  # noqa: BLE001 - handed on to the parent
                result = error
            with os.fdopen(writer, "wb") as out:
                pickle.dump(result, out)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as back:
            result = pickle.load(back)
        os.waitpid(child, 0)
        if isinstance(result, Exception):
            raise result
        return bytes(result)

    done.apart = True  # type: ignore[attr-defined]
    return done
