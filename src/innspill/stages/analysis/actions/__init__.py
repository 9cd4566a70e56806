"""The only code that writes what analysis found, and what people said about it."""

from innspill.stages.analysis.actions.analysing import analyse_next
from innspill.stages.analysis.actions.asking import (
    begin_asking,
    claim_call,
    end_asking,
    let_call_go,
    stop_asking,
    take_answer,
)
from innspill.stages.analysis.actions.comparing import compare_next
from innspill.stages.analysis.actions.dividing import divide, finish, join, mark, open_again, split
from innspill.stages.analysis.actions.grouping import find_themes_anew, group_next
from innspill.stages.analysis.actions.judging import confirm, label, label_many
from innspill.stages.analysis.actions.themes import (
    make_theme,
    merge_themes,
    move_comments,
    put_under,
    remove_theme,
    rename_theme,
    restore_theme,
    split_theme,
    unmerge_theme,
)
from innspill.stages.analysis.core.places import Cut

__all__ = [
    "Cut",
    "analyse_next",
    "begin_asking",
    "claim_call",
    "compare_next",
    "confirm",
    "divide",
    "end_asking",
    "find_themes_anew",
    "finish",
    "group_next",
    "join",
    "label",
    "label_many",
    "let_call_go",
    "make_theme",
    "mark",
    "merge_themes",
    "move_comments",
    "open_again",
    "put_under",
    "remove_theme",
    "rename_theme",
    "restore_theme",
    "split",
    "split_theme",
    "stop_asking",
    "take_answer",
    "unmerge_theme",
]
