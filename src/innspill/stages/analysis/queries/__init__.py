"""The only way others read what analysis found, and what people said about it."""

from innspill.stages.analysis.core.counts import Counts, QuestionCounts, RowCounts
from innspill.stages.analysis.core.labels import Quality
from innspill.stages.analysis.core.places import Cut
from innspill.stages.analysis.core.searching import found_in
from innspill.stages.analysis.core.shares import percentage, weight
from innspill.stages.analysis.queries.copies import all_passages, duplicates, passages
from innspill.stages.analysis.queries.counting import counted_responses, counts
from innspill.stages.analysis.queries.history import (
    finished_responses,
    history,
    progress,
    quality,
)
from innspill.stages.analysis.queries.reading import (
    all_comments,
    answer_places,
    answer_stances,
    comments,
    comments_by_id,
    page,
    proposals,
    rendition_of,
    response_stances,
)
from innspill.stages.analysis.queries.registers import (
    MeasureShown,
    MissingShown,
    TermShown,
    glossary,
    measures,
    missing_named,
)
from innspill.stages.analysis.queries.rows import (
    AnswerStanceRow,
    CommentFilter,
    CommentPage,
    CommentRow,
    DuplicatesShown,
    JudgementShown,
    PassagesShown,
    Piece,
    PlaceShown,
    Progress,
    ProposalShown,
    Said,
    SuggestionShown,
    ThemeShown,
    WholeStanceRow,
)
from innspill.stages.analysis.queries.themes import (
    ThemeChangeShown,
    all_themes,
    theme_changes,
    theme_labels,
    theme_list,
)
from innspill.stages.analysis.queries.waiting import unanalysed, uncompared, ungrouped

__all__ = [
    "AnswerStanceRow",
    "CommentFilter",
    "CommentPage",
    "CommentRow",
    "Counts",
    "Cut",
    "DuplicatesShown",
    "JudgementShown",
    "MeasureShown",
    "MissingShown",
    "PassagesShown",
    "Piece",
    "PlaceShown",
    "Progress",
    "ProposalShown",
    "Quality",
    "QuestionCounts",
    "RowCounts",
    "Said",
    "SuggestionShown",
    "TermShown",
    "ThemeChangeShown",
    "ThemeShown",
    "WholeStanceRow",
    "all_comments",
    "all_passages",
    "all_themes",
    "answer_places",
    "answer_stances",
    "comments",
    "comments_by_id",
    "counted_responses",
    "counts",
    "duplicates",
    "finished_responses",
    "found_in",
    "glossary",
    "history",
    "measures",
    "missing_named",
    "page",
    "passages",
    "percentage",
    "progress",
    "proposals",
    "quality",
    "rendition_of",
    "response_stances",
    "theme_changes",
    "theme_labels",
    "theme_list",
    "unanalysed",
    "uncompared",
    "ungrouped",
    "weight",
]
