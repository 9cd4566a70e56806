"""The text of a hearing page as the web page that it may have been."""

from __future__ import annotations

import re
from html import escape

_SIDE = {"Høringsfrist", "Høringssvar", "Status", "Last ned"}


def as_html(text: str) -> str:
    """`text`, with free lines as headings, bullets as nested lists, and the rest as a side box."""
    main, side = text.split("\nHøringsfrist\n", 1)
    return (
        '<!DOCTYPE html><html lang="no"><head><meta charset="utf-8"><title>Høring</title></head>'
        '<body><a href="#main">Hopp til hovedinnhold</a><nav><ul><li>Tema</li><li>Høringer</li>'
        "</ul></nav><main><article>"
        + _article(main.split("\n"))
        + "</article><aside>"
        + _box(("Høringsfrist\n" + side).split("\n"))
        + "</aside></main><footer><h2>Om nettstedet</h2><p>Tilgjengelighet</p></footer></body></html>"
    )


def _article(lines: list[str]) -> str:
    out: list[str] = []
    title_seen = False
    in_bodies = False
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or text.startswith(("Hopp til", "•")) or re.match(r"\d+\. ", text):
            if text.startswith("•") or re.match(r"\d+\. ", text):
                out.append(_item(line))
            continue
        if text == "Høring":
            out.append(f"<p>{text}</p>")
        elif not title_seen:
            title_seen = True
            out.append(f"<h1>{escape(text)}</h1>")
        elif _is_heading(text, lines, number):
            level = 3 if in_bodies else 2
            in_bodies = in_bodies or text == "Høringsinstanser"
            out.append(f"<h{level}>{escape(text)}</h{level}>")
        else:
            out.append(f"<p>{escape(text)}</p>")
    return _listed("\n".join(out))


def _is_heading(text: str, lines: list[str], number: int) -> bool:
    free = not lines[number - 1].strip()
    return free and len(text) < 90 and not re.search(r"[.:?]$|protected", text)


def _item(line: str) -> str:
    if re.match(r"\s*\d", line):
        return "<o>" + escape(re.sub(r"^\s*\d+\.\s*", "", line)) + "</o>"
    mark = "i2" if line.startswith("  ") else "i1"
    return f"<{mark}>" + escape(line.strip(" •")) + f"</{mark}>"


def _listed(page: str) -> str:
    page = re.sub(r"((?:<i2>.*</i2>\n?)+)", r"<ul>\1</ul>", page)
    page = page.replace("<i2>", "<li>").replace("</i2>", "</li>")
    page = re.sub(r"</i1>\n<ul>((?:.|\n)*?)</ul>", r"<ul>\1</ul></i1>\n", page)
    page = re.sub(r"((?:<i1>(?:(?!</i1>)(?:.|\n))*</i1>\n*)+)", r"<ul>\1</ul>", page)
    page = page.replace("<i1>", "<li>").replace("</i1>", "</li>")
    page = re.sub(r"((?:<o>.*</o>\n?)+)", r"<ol>\1</ol>", page)
    return page.replace("<o>", "<li>").replace("</o>", "</li>")


def _box(lines: list[str]) -> str:
    texts = [line.strip() for line in lines if line.strip()]
    return "".join(
        f"<h2>{escape(text)}</h2>" if text in _SIDE else f"<p>{escape(text)}</p>" for text in texts
    )
