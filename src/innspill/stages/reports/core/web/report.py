"""report.html: a report's parts as one accessible file, with nothing from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from innspill.stages.reports.core.markup import Html, el, join
from innspill.stages.reports.core.paper_words import PaperWords, paper_words_in
from innspill.stages.reports.core.papers import TitlePage, write_on
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.source_words import Said
from innspill.stages.reports.core.values import Figures
from innspill.stages.reports.core.web.paper import Entry, WebPaper
from innspill.stages.reports.core.web.style import CSS
from innspill.stages.reports.core.words import words_in

Chapter = tuple[str, str, Html]
"""Anchor, heading and content of what stands after the parts."""


def report_html(
    figures: Figures,
    page: TitlePage,
    parts: Sequence[ReportPart],
    *,
    sources: bool = True,
    more: Sequence[Chapter] = (),
    hrefs: Mapping[str, str] | None = None,
) -> str:
    """The page, with `more` chapters after the parts; `hrefs` are where responses stand, by their
    references. Text of responses is data: it is escaped wherever it stands.
    """
    words, own = words_in(figures.language), paper_words_in(figures.language)
    said = Said(own) if sources else None
    paper = WebPaper(words, own, figures.language, said, hrefs or {})
    write_on(paper, page, parts)
    chapters = [*more, *_sources(paper, own)]
    entries = [*paper.entries, *(Entry(1, heading, name) for name, heading, _ in chapters)]
    main = el(
        "main",
        el("nav", el("h2", words.contents), _contents(entries), aria_label=words.contents),
        *paper.blocks,
        *(
            el("section", el("h2", heading, id=name), content)
            for name, heading, content in chapters
        ),
        id="content",
    )
    kind = f"{page.kind} ({page.partial})" if page.partial else page.kind
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{kind}: {figures.title}"),
        el("style", Html(CSS)),
    )
    body = el(
        "body",
        el("a", words.skip_to_content, href="#content", class_="skip"),
        _header(page, kind, own),
        main,
        el("footer", el("p", f"{figures.owner} · {figures.case_number}", class_="note")),
    )
    return "<!doctype html>\n" + el("html", head, body, lang=figures.language) + "\n"


def _header(page: TitlePage, kind: str, own: PaperWords) -> Html:
    facts = join(join((el("dt", name), el("dd", value))) for name, value in page.facts)
    left = None
    if page.left:
        lines = el("ul", *(el("li", line) for line in page.left))
        left = el("div", el("p", el("strong", own.left_intro)), lines, class_="left")
    shown = (el("p", kind), el("h1", page.title), el("dl", facts, class_="facts"), left)
    return el("header", el("div", *shown))


def _contents(entries: Sequence[Entry]) -> Html:
    """The table of contents: parts, and under each of them its own headings."""
    lines: list[Html] = []
    for at, entry in enumerate(entries):
        if entry.level > 1 and lines:
            continue
        under = []
        for below in entries[at + 1 :]:
            if below.level == 1:
                break
            under.append(el("li", el("a", below.text, href=f"#{below.anchor}")))
        link = el("a", entry.text, href=f"#{entry.anchor}")
        lines.append(el("li", link, el("ol", *under) if under else None))
    return el("ol", *lines)


def _sources(paper: WebPaper, own: PaperWords) -> list[Chapter]:
    if not paper.notes:
        return []
    lines = [
        el(
            "li", note, " ", el("a", own.back, href=f"#til-{number}", class_="back"),
            id=f"kilde-{number}",
        )
        for number, note in enumerate(paper.notes, start=1)
    ]  # fmt: skip
    content = join((el("p", own.sources_intro, class_="note"), el("ol", *lines, class_="sources")))
    return [("kilder", own.sources, content)]
