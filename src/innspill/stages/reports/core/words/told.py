"""Which sentences the machine has for a report. Each language fills in all of them.

A pair is for one and for several, by the number `n`: ("Det kom ett svar.", "Det kom {n} svar.").
"""

from __future__ import annotations

from dataclasses import dataclass

Forms = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """How one part of a whole is told: when it is all of it, and when it is one of several."""

    all: Forms
    some: Forms


@dataclass(frozen=True, slots=True)
class ToldWords:
    """Every sentence that is told of a hearing in one language. Braces are filled in."""

    one: str
    """One, of a body: "én"."""
    # Kinds and headings
    kinds: dict[str, str]
    process: str
    main_figures: str
    extended_heading: str
    law: str
    proposal: str
    views: Forms
    assessment: dict[str, str]
    recurring: str
    single: str
    other_views: str
    changes: str
    measures: str
    input: str
    all_remarks: str
    respondents: str
    ledger: str
    counting: str
    letter_views: str
    letter_closing: str
    # The process
    sent_out: str
    deadline_only: str
    asked: Forms
    invited: Forms
    invited_all: Forms
    invited_none: Forms
    invited_some: str
    collective: Forms
    came: Forms
    came_none: str
    of_the_responses: str
    of_those: str
    from_invited: Part
    from_members: Part
    from_others: Part
    in_time: Part
    late: Part
    unknown_time: Part
    with_remarks: Part
    without_remarks: Part
    joint: Forms
    adherences: Forms
    notices: Forms
    additions: Forms
    hidden: Forms
    extended: Forms
    extended_line: str
    sent_to: str
    with_remarks_list: str
    without_remarks_list: str
    collective_line: Forms
    # Views
    about_places: str
    about_proposal: str
    about_theme: str
    those_who_answered: str
    those_on_theme: str
    nobody_answered: str
    basis: Part
    theme_basis: Part
    takes: dict[str, Forms]
    weights: dict[str, str]
    weighed: str
    weighed_all: str
    these_are: str
    group_line: str
    private_persons: Forms
    private_persons_first: Forms
    hidden_senders: Forms
    hidden_senders_first: Forms
    without_stance: Forms
    joint_name: str
    views_caption: str
    answered_column: str
    without_column: str
    # Remarks
    says: dict[str, str]
    quoted: str
    further: str
    contrary: str
    a_person: str
    a_person_first: str
    theme_line: Forms
    more_singles: str
    no_remarks_here: str
    # Who ticked what, where few answered
    ticked_by: str
    ticked: Forms
    unclear_by: str
    unclear_ticks: Forms
    silent_by: str
    silent_ones: Forms
    # What was decided
    outcomes: dict[str, Forms]
    outcome_piece: Forms
    outcomes_of: str
    outcome_of_all: Forms
    still_open: Forms
    none_decided: Forms
    reason_from: str
    change_intro: Forms
    change_old: str
    change_new: str
    change_added: str
    change_gone: str
    change_who: str
    no_changes: str
    measures_intro: Forms
    measure_columns: tuple[str, str, str, str, str, str]
    measure_states: dict[str, str]
    # Chapters of a theme
    awaits_law: str
    awaits_proposal: str
    awaits_assessment: str
    place_titled: str
    proposal_in: str
    # The table of a municipality
    input_columns: tuple[str, str, str, str, str, str]
    input_intro: Forms
    not_decided: str
    # The letter
    letter_about: str
    all_assessed: str
    letter_thanks: str
    letter_answers: Forms
    # The ledger of the deciding
    deciding_heading: str
    deciding_lines: dict[str, str]
    deciding_whole: str
    deciding_gap: str
    # How it was told
    method: tuple[tuple[str, str], ...]
