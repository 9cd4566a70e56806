"""The only code that writes what the public sees: screening, marking, freezing, taking down."""

from innspill.stages.publication.actions.files import freeze_files, try_again
from innspill.stages.publication.actions.following import follow_sender, withhold_all
from innspill.stages.publication.actions.marking import mark, undo_mark
from innspill.stages.publication.actions.publishing import (
    approve,
    follow_taken_back,
    publish_next,
    publish_result,
    screen_next,
    withdraw,
    withhold,
)
from innspill.stages.publication.actions.replying import give_replies
from innspill.stages.publication.actions.rescreening import rescreen_next
from innspill.stages.publication.actions.wishing import say_wish

__all__ = [
    "approve",
    "follow_sender",
    "follow_taken_back",
    "freeze_files",
    "give_replies",
    "mark",
    "publish_next",
    "publish_result",
    "rescreen_next",
    "say_wish",
    "screen_next",
    "try_again",
    "undo_mark",
    "withdraw",
    "withhold",
    "withhold_all",
]
