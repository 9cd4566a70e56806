"""The words of the files in English."""

from __future__ import annotations

from innspill.stages.reports.core.paper_words.wording import PaperWords

EN = PaperWords(
    kinds={
        "summary": "Summary of consultation",
        "ministry": "The consultation, theme by theme",
        "municipal": "Input and assessments",
        "letter": "The consultation in brief",
    },
    partial="preliminary",
    left_intro="This report is preliminary. What is left:",
    left={
        "open": ("The consultation is not over. More responses may come.",) * 2,
        "unprocessed": (
            "One delivery has not been processed to the end.",
            "{count} deliveries have not been processed to the end.",
        ),
        "waiting": (
            "One response waits for review. It is counted but not quoted.",
            "{count} responses wait for review. They are counted but not quoted.",
        ),
        "undivided": (
            "In one response no caseworker has gone through how it is divided into comments.",
            "In {count} responses no caseworker has gone through how they are divided into comments.",
        ),
        "undecided": (
            "One comment has not been decided on.",
            "{count} comments have not been decided on.",
        ),
        "unread": (
            "One decision waits to be approved by a second reader.",
            "{count} decisions wait to be approved by a second reader.",
        ),
        "unwritten": (
            "One part of the report has not been written.",
            "{count} parts of the report have not been written.",
        ),
    },
    sources="Sources",
    source="Source",
    sources_intro=(
        "This is what sentences and tables rest on. Responses have the references of the list of "
        "those who answered. Numbers are to be found again in the file report.json."
    ),
    source_response="Response {references}",
    source_comment="Comment in response {references}",
    source_decision="Decision on a comment in response {references}",
    source_figure="Numbers in report.json: {pointers}",
    source_counted="counts responses {references}",
    source_counted_more="counts responses {references} and {count} more",
    source_hearing="The consultation's own particulars: {fields}",
    hearing_fields={
        "title": "the title",
        "owner": "who holds it",
        "opens": "when it was sent out",
        "deadline": "the deadline",
        "late": "what happens to late responses",
        "one_response_per": "who may send one response each",
        "summary": "what it says of the matter",
        "papers": "the consultation papers",
        "bodies": "the list of those invited",
        "question": "question {name}",
        "change": "change {name}",
        "extension": "later deadline for {name}",
        "chapter": "chapter {name}",
        "annex": "annex {name}",
        "section": "§ {name}",
        "goal": "goal {name}",
        "measure": "measure {name}",
        "focus-area": "focus area {name}",
        "follow-up": "follow-up {name}",
    },
    source_question="{reference} (question {question})",
    back="Back to the text",
    too_long=(
        "This part is too long to stand here ({count} paragraphs and cells). It stands in the Word "
        "file, on the page and in the workbook."
    ),
    id_column="Id",
    responsible_column="Responsible",
    reason_column="Reason",
    seen_column="Seen",
    choose="Choose a decision from the list, or leave the cell empty.",
    choose_title="Decision",
    choose_wrong="Choose one of the decisions in the list.",
)
