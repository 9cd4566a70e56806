"""Whether what a word, a note, a claim or an assignment is about is there, in this hearing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from innspill.shared.errors import BadInput
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding.core.inheriting import like_keys
from innspill.stages.deciding.core.values import Target


def check_targets(
    consultation_id: int, targets: Collection[Target], like: Mapping[str, tuple[str, ...]]
) -> None:
    """Raises BadInput where a target is none of this hearing, or there are none.

    `like` is what says the same as each comment (`Standing.like`).
    """
    keys = {target.key for target in targets if target.scope != "theme"}
    known = analysis.standing_fingerprints(consultation_id, keys) if keys else set()
    themes = (
        analysis.theme_labels(consultation_id)
        if any(target.scope == "theme" for target in targets)
        else {}
    )
    if not targets or not all(_is_there(target, known, themes, like) for target in targets):
        raise BadInput("some of these comments are not there any more", todo="Look again.")


def check_target(consultation_id: int, target: Target) -> None:
    """The same for one target."""
    like = like_keys(analysis.like_groups(consultation_id)) if target.scope == "like" else {}
    check_targets(consultation_id, [target], like)


def check_filters(hearing: ConsultationShown, filters: Sequence[CommentFilter]) -> None:
    """Raises BadInput where a filter names a theme or a question that the hearing does not have.

    Theme 0 and the question "" are those of no theme and no question.
    """
    themes = {wanted.theme for wanted in filters if wanted.theme}
    if themes - set(analysis.theme_labels(hearing.id)):
        raise BadInput("this theme is not there any more", todo="Choose one of those shown.")
    asked = {wanted.question for wanted in filters if wanted.question}
    if asked - {each.id for each in hearing.definition.questions}:
        raise BadInput("this question is not in the hearing", todo="Choose one of those shown.")


def _is_there(
    target: Target, known: Collection[str], themes: Collection[int],
    like: Mapping[str, tuple[str, ...]],
) -> bool:  # fmt: skip
    if target.scope == "theme":
        return target.key.isdigit() and int(target.key) in themes
    if target.scope == "like" and len(like.get(target.key, ())) < 2:
        return False
    return target.key in known
