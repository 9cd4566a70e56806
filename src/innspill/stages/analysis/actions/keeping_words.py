"""What a model said of a point stays with it when its response is analysed or divided anew."""

from __future__ import annotations

from collections import defaultdict

from innspill.stages.analysis.models import AnalysisRun, Comment, Suggestion
from innspill.stages.analysis.queries.standing import standing

_Key = tuple[str, str]


def keep_words(run: AnalysisRun) -> int:
    """Gives the standing points of one public copy what models said of the same words before.

    Nobody pays for it again. Returns on how many points; one statement where no model was asked.
    """
    held: dict[_Key, dict[str, dict[tuple[int, int], list[Suggestion]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    said = Suggestion.objects.exclude(source="").filter(
        comment__isnull=False, run__rendition__response__renditions=run.rendition_id
    )
    for row in said.select_related("comment").order_by("id"):
        if row.comment is not None:
            # The digest of a point forgives white space; a span in its text does not.
            key = (row.comment.fingerprint, row.comment.text)
            held[key][row.source][row.run_id, row.comment.pk].append(row)
    if not held:
        return 0
    new = [
        _on(comment, run, row)
        for comment in standing(run__rendition=run.rendition_id, is_remark=True)
        for times in held.get((comment.fingerprint, comment.text), {}).values()
        if (run.pk, comment.pk) not in times
        for row in list(times.values())[-1]
    ]
    Suggestion.objects.bulk_create(new)
    return len({row.comment_id for row in new})


def _on(comment: Comment, run: AnalysisRun, said: Suggestion) -> Suggestion:
    return Suggestion(
        run=run, comment=comment, question=comment.question, kind=said.kind, target=said.target,
        value=said.value, certainty=said.certainty, grounds=said.grounds, detail=said.detail,
        source=said.source,
    )  # fmt: skip
