"""Ready-made hearings: a definition to begin with, complete in bokmål, nynorsk and English.

Each is a YAML file that comes with the package: `template:` says what it is for, `definition:`
is the hearing itself, without case number, owner and dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, cast

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.consistency import check
from innspill.stages.consultations.core.definition import SCHEMA, Contact, Definition, Text
from innspill.stages.consultations.core.yaml_reader import parse

NAMES = ("forskrift", "lov", "strategi", "kommunal-forskrift", "veileder", "intern")
"""In the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Template:
    """A ready-made hearing: what it is called and for what it is meant."""

    name: str
    title: Text
    about: Text


@cache
def templates() -> tuple[Template, ...]:
    """All that there are, in the order in which they are offered."""
    return tuple(
        Template(name, content["template"]["title"], content["template"]["about"])
        for name, content in ((name, _content(name)) for name in NAMES)
    )


def from_template(
    name: str,
    *,
    owner: str,
    case_number: str,
    title: Text | None = None,
    opens: date | None = None,
    deadline: date | None = None,
    contact: Contact | None = None,
    submit_email: str | None = None,
) -> Definition:
    """The template called `name` as a draft of `owner`, with what is given filled in.

    Raises BadInput where there is no such template.
    """
    if name not in NAMES:
        raise BadInput(
            f"there is no template called {name!r}", todo=f"Choose among {', '.join(NAMES)}."
        )
    given = {
        "schema": SCHEMA,
        "case_number": case_number,
        "owner": owner,
        "status": "draft",
        "opens": opens,
        "deadline": deadline,
        "contact": contact,
        "submit_email": submit_email,
    }
    content = _content(name)["definition"] | given
    if title is not None:
        content["title"] = title
    definition = Definition.model_validate(content)
    check(definition, f"template {name}")
    return definition


@cache
def _content(name: str) -> dict[str, Any]:
    folder = files("innspill.stages.consultations.core") / "ready_made"
    text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    return cast("dict[str, Any]", parse(text, f"template {name}"))
