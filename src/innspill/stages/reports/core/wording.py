"""Which texts a report has. Each language fills in all of them, or mypy complains."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Every text of a report in one language. Braces are filled in where the text is used."""

    # Rows and columns of the tables
    group: str
    members_of: str
    not_invited: str
    joint_groups: str
    private_person: str
    total: str
    share: str
    respondents_column: str
    unclear: str
    no_comment: str
    text_only: str
    silent: str
    invited_column: str
    answered_column: str
    not_answered_column: str
    from_invited: str
    member_responses_column: str
    reference: str
    sender: str
    received: str
    deadline_column: str
    remarks_column: str
    question_column: str
    question_heading: str
    proposal_column: str
    disposition_column: str
    measure: str
    number: str
    answer_column: str
    text_column: str
    choice_column: str
    stance_column: str
    state_column: str
    answers_for_column: str
    body_column: str
    collective: str
    # Values
    effect_supports: str
    effect_criticises: str
    late: str
    on_time: str
    unknown: str
    with_remarks: str
    without_remarks: str
    states: dict[str, str]
    statuses: dict[str, str]
    stances: dict[str, str]
    outcomes: dict[str, str]
    references: dict[str, str]
    joining: str
    # The document
    report_kind: str
    contents: str
    case_number: str
    owner: str
    deadline: str
    opened: str
    status: str
    made: str
    page_of: str
    table_caption: str
    figure_caption: str
    # Chapters
    summary: str
    about: str
    bodies: str
    invited_heading: str
    answered_heading: str
    silent_heading: str
    late_heading: str
    joint_heading: str
    ledger_heading: str
    questions: str
    matrix: str
    general: str
    proposals: str
    duplicates: str
    appendix: str
    # Sentences of the summary and of the chapters on the bodies
    summary_hidden: str
    no_responses: str
    about_papers: str
    about_late_forward: str
    about_late_include: str
    about_late_aside: str
    about_one_each: str
    invited_intro: str
    no_bodies: str
    answered_intro: str
    each_body: str
    silent_intro: str
    silent_none: str
    late_intro: str
    late_none: str
    late_unknown: str
    joint_intro: str
    joint_none: str
    adherence_line: str
    ledger_intro: str
    ledger_deliveries: str
    ledger_registered: str
    ledger_unprocessed: str
    ledger_responses: str
    ledger_published: str
    ledger_withheld: str
    ledger_waiting: str
    ledger_superseded: str
    ledger_withdrawn: str
    ledger_adds_up: str
    ledger_broken: str
    set_aside: dict[str, str]
    # Sentences of the chapters on the answers
    denominator: str
    guidance: str
    comments_heading: str
    comments_none: str
    hidden_note: str
    general_intro: str
    proposals_intro: str
    proposals_none: str
    duplicates_intro: str
    duplicates_none: str
    no_question: str
    chart_question: str
    chart_answered: str
    unit_responses: str
    unit_bodies: str
    counts_caption: str
    # How it was counted, and the workbook
    counting: tuple[tuple[str, str], ...]
    sheets: tuple[str, str, str, str, str, str]
    cut: str
    machine_note: str
    skip_to_content: str
    responses_heading: str
    footnote: str
