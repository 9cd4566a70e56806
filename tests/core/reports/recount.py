"""All numbers of a report counted once more, from the raw data, without any of our counting.

Plain dicts in, plain dicts out: nothing of innspill is imported here. `recount` gives what the
exported data of a report must say, place by place.
"""

from __future__ import annotations

import re
from typing import Any

Json = Any
STANCES = (
    "supports", "reservations", "opposes", "neutral", "no-stand", "no-comment", "unclear",
)  # fmt: skip
OUTCOMES = ("followed", "partly-followed", "not-followed", "noted", "outside", "open")


def recount(raw: Json) -> Json:
    """What the numbers must be: the same shape as report.json, only the numbers in it."""
    standing = _standing(raw["responses"])
    rows = [{"said": each, "at": _placed(each, raw["definition"])} for each in standing]
    remarks = _remarks_told(raw, standing)
    found = _process(raw, rows)
    found["ledger"] = _numbers(raw["ledger"])
    found["groups"] = [
        _group(raw["definition"], group, rows) for group in raw["definition"]["bodies"]
    ]
    found["questions"] = [
        _question(raw, question, rows, remarks) for question in raw["definition"]["questions"]
    ]
    found["themes"] = [_theme(theme, remarks, standing) for theme in raw["themes"]]
    found["comments"] = [{"number": at} for at in range(1, len(remarks) + 1)]
    found |= {
        "points": len(remarks),
        "points_decided": sum(each["outcome"] is not None for each in remarks),
        "outcomes": _outcomes(remarks),
        "asked": len(raw["definition"]["questions"]),
        "changed": len(raw["changes"]),
        "decided_measures": len(raw["measures"]),
        "extended": len(raw["extended"]),
    }
    if raw["deciding"]:
        found["deciding"] = _numbers(raw["deciding"])
    return found


def _standing(responses: Json) -> list[Json]:
    """One of each reference, the last that stands, as people would order case numbers."""
    kept: dict[str, Json] = {}
    for each in responses:
        if each["public"]["standing"] == "current":
            kept[each["public"]["reference"]] = each

    def order(each: Json) -> list[Any]:
        pieces = re.split(r"(\d+)", each["public"]["reference"])
        return [(0, int(p)) if p.isdigit() else (1, p) for p in pieces if p]

    return sorted(kept.values(), key=order)


def _claims(response: Json, definition: Json) -> list[tuple[str, str | None, str | None, str]]:
    """(name, group, line, how) of each sender."""
    if response["senders"]:
        return [(s["name"], s["group"], s["body"], s["via"]) for s in response["senders"]]
    public = response["public"]
    names = public["senders"] or [public["name"]]
    lines = []
    for name in names:
        for group in definition["bodies"]:
            hit = [
                member["name"]
                for member in group["members"]
                if name.casefold() in [n.casefold() for n in (member["name"], *member["aliases"])]
            ]
            if hit:
                lines.append((name, group["name"], hit[-1], "invited"))
                break
    if lines:
        return lines
    via = public["via"] if public["via"] in ("invited", "member") else "open"
    return [(name, public["group"], None, via) for name in names]


def _placed(response: Json, definition: Json) -> tuple[str, str | None, str]:
    """(kind of row, group, how it came)."""
    groups = [group["name"] for group in definition["bodies"]]
    mine = [c for c in _claims(response, definition) if c[1] in groups and c[3] != "open"]
    if not mine:
        return "not-invited", None, "open"
    how = "invited" if any(c[3] == "invited" for c in mine) else "member"
    if len({c[1] for c in mine}) > 1:
        return "joint", None, how
    return ("group" if how == "invited" else "members"), mine[0][1], how


def _process(raw: Json, rows: Json) -> Json:
    responses = [each["said"] for each in rows]
    publics = [each["public"] for each in responses]
    lines = [
        _line(raw["definition"], group, member, responses)
        for group in raw["definition"]["bodies"]
        for member in group["members"]
    ]
    remarked = [_has_remark(each, raw["comments"]) for each in responses]
    member_rows = [_group(raw["definition"], group, rows) for group in raw["definition"]["bodies"]]
    return {
        "invited": len(lines),
        "collective": sum(
            member["collective"] for g in raw["definition"]["bodies"] for member in g["members"]
        ),
        "invited_answered": sum(bool(line[0]) for line in lines),
        "invited_silent": sum(not line[0] for line in lines),
        "bodies": [{"members_answered": len(line[1])} for line in lines],
        "member_responses": sum(each["member_responses"] for each in member_rows),
        "respondents": len(rows),
        "from_invited": sum(each["at"][2] == "invited" for each in rows),
        "from_members": sum(each["at"][2] == "member" for each in rows),
        "not_invited": sum(each["at"][2] == "open" for each in rows),
        "late": sum(each["late"] is True for each in publics),
        "on_time": sum(each["late"] is False for each in publics),
        "lateness_unknown": sum(each["late"] is None for each in publics),
        "with_remarks": sum(remarked),
        "without_remarks": len(remarked) - sum(remarked),
        "joint": sum(_is_joint(each) for each in responses),
        "adherences": sum(each["supports"] is not None for each in publics),
        "notices": sum(each["kind"] == "will-come" for each in responses),
        "additions": sum(each["kind"] == "addition" for each in responses),
        "shown": sum(each["state"] == "published" for each in responses),
        "hidden": sum(each["state"] != "published" for each in responses),
    }


def _is_joint(response: Json) -> bool:
    """Whether several are named: an unpublished private person stands as one unnamed sender."""
    public = response["public"]
    return len(public["senders"]) > 1 and not (
        public["private"] and response["state"] != "published"
    )


def _line(
    definition: Json, group: Json, member: Json, responses: Json
) -> tuple[set[str], set[str]]:
    """References that answer for a line of the list, and the members that did."""
    references, members = set(), set()
    for each in responses:
        for name, where, line, via in _claims(each, definition):
            if where == group["name"] and line == member["name"] and via != "open":
                references.add(each["public"]["reference"])
                if via == "member":
                    members.add(name)
    return references, members


def _group(definition: Json, group: Json, rows: Json) -> Json:
    responses = [each["said"] for each in rows]
    lines = [_line(definition, group, member, responses)[0] for member in group["members"]]
    answered = sum(bool(line) for line in lines)
    by_members = {
        each["public"]["reference"]
        for each in responses
        for _, where, _, via in _claims(each, definition)
        if via == "member" and where == group["name"]
    }
    return {
        "invited": len(lines),
        "answered": answered,
        "silent": len(lines) - answered,
        "member_responses": len(by_members),
    }


def _has_remark(response: Json, comments: Json) -> bool:
    public = response["public"]
    mine = [each for each in comments if each["response"] == public["reference"]]
    if mine:
        return any(c["is_remark"] and c["stance"] != "no-comment" for c in mine)
    texts = [a["text"] for a in public["answers"] if not a["no_comment"]] + list(public["general"])
    return any(text.strip() for text in texts)


def _answer(response: Json, question: Json) -> str:
    """ "=ID" of the one choice, or "unclear", "no_comment", "text_only", "silent"."""
    ids = [choice["id"] for choice in question["choices"]]
    said = set()
    for each in response["public"]["answers"]:
        if each["question"] != question["id"]:
            continue
        if each["choice"] in ids:
            said.add("=" + each["choice"])
        elif each["ticks"] or each["choice"] is not None:
            said.add("unclear")
        elif each["no_comment"]:
            said.add("no_comment")
        elif each["text"].strip():
            said.add("text_only")
    if len(said) <= 1:
        return said.pop() if said else "silent"
    ticked = {each for each in said if each == "unclear" or each.startswith("=")}
    if len(ticked) == 1:
        return ticked.pop()
    return "unclear" if ticked else "text_only"


def _question(raw: Json, question: Json, rows: Json, remarks: Json) -> Json:
    answers = [(each["at"], each["said"], _answer(each["said"], question)) for each in rows]
    stances = {
        s["response"]: s["stance"] for s in raw["stances"] if s["question"] == question["id"]
    }
    order = _rows(raw["definition"], rows)
    parted = [[a for a in answers if (a[0][0], a[0][1]) == row] for row in order]
    view = _view(answers, stances)
    mine = [each for each in remarks if each["question"] == question["id"]]
    total = _tally(answers, question)
    return {
        "groups": [_tally(each, question) for each in parted],
        "total": total,
        "answered": view["answered"],
        "ticked": sum(count for _, count in total["choices"]),
        "without_stance": view["without"],
        "stances": view["stances"],
        "view": view,
        "views": [_view(each, stances) for each in parted],
        "comments": len(mine),
        "outcomes": _outcomes(mine),
        "shares": _shares(total, question, bool(question["choices"])),
        "themes": [
            [theme["id"], len(here)]
            for theme in raw["themes"]
            if (here := {r["response"] for r in mine if r["at"] in theme["comments"]})
        ],
    }


def _rows(definition: Json, rows: Json) -> list[tuple[str, str | None]]:
    used = {(each["at"][0], each["at"][1]) for each in rows}
    order: list[tuple[str, str | None]] = []
    for group in definition["bodies"]:
        order.append(("group", group["name"]))
        if ("members", group["name"]) in used:
            order.append(("members", group["name"]))
    if ("joint", None) in used:
        order.append(("joint", None))
    return [*order, ("not-invited", None)]


def _tally(answers: Json, question: Json) -> Json:
    said = [answer for _, _, answer in answers]
    kinds = ("unclear", "no_comment", "text_only", "silent")
    return {
        "respondents": len(said),
        "choices": [[c["id"], said.count("=" + c["id"])] for c in question["choices"]],
        **{kind: said.count(kind) for kind in kinds},
    }


def _view(answers: Json, stances: Json) -> Json:
    here = [each for _, each, answer in answers if answer != "silent"]
    held = [(each, stances.get(each["public"]["reference"])) for each in here]

    def by_stance(chosen: Json) -> Json:
        return [[s, sum(stance == s for _, stance in chosen)] for s in STANCES]

    private = [h for h in held if h[0]["public"]["private"] and h[0]["state"] == "published"]
    hidden = [h for h in held if h[0]["state"] != "published"]
    return {
        "answered": len(here),
        "stances": by_stance(held),
        "without": sum(stance is None for _, stance in held),
        "private": by_stance(private),
        "hidden": by_stance(hidden),
    }


def _shares(total: Json, question: Json, ticks: bool) -> Json:
    of = total["respondents"]
    if of < 20:
        return []
    columns = [("respondents", of)]
    columns += [("choice:" + choice, count) for choice, count in total["choices"]]
    if ticks or total["unclear"]:
        columns.append(("unclear", total["unclear"]))
    if total["no_comment"]:
        columns.append(("no_comment", total["no_comment"]))
    if total["text_only"] or not ticks:
        columns.append(("text_only", total["text_only"]))
    columns.append(("silent", total["silent"]))
    return [[key, int(100 * count / of + 0.5)] for key, count in columns]


def _remarks_told(raw: Json, standing: Json) -> list[Json]:
    """The remarks of published responses, by response and then as they were found."""
    order = {
        each["public"]["reference"]: at
        for at, each in enumerate(standing)
        if each["state"] == "published"
    }
    decided = {each["comment"]: each["outcome"] for each in raw["decided"]}
    told = [
        {**each, "at": at, "outcome": decided.get(at)}
        for at, each in enumerate(raw["comments"])
        if each["is_remark"] and each["response"] in order
    ]
    return sorted(told, key=lambda each: (order[each["response"]], each["at"]))


def _outcomes(remarks: Json) -> Json:
    said = [each["outcome"] or "open" for each in remarks]
    return [[outcome, said.count(outcome)] for outcome in OUTCOMES]


def _theme(theme: Json, remarks: Json, standing: Json) -> Json:
    inside = [each for each in remarks if each["at"] in theme["comments"]]
    private = {e["public"]["reference"] for e in standing if e["public"]["private"]}
    stances: dict[str, str] = {}
    for reference in {each["response"] for each in inside}:
        said = {each["stance"] for each in inside if each["response"] == reference}
        sides = said & {"supports", "reservations", "opposes"}
        if len(sides) > 1:
            stances[reference] = "reservations"
        elif sides:
            stances[reference] = sides.pop()
        else:
            stances[reference] = next(s for s in STANCES[3:] if s in said)
    return {
        "responses": len(stances),
        "comments": len(inside),
        "stances": [[s, list(stances.values()).count(s)] for s in STANCES],
        "private": [
            [s, sum(stance == s and who in private for who, stance in stances.items())]
            for s in STANCES
        ],
        "outcomes": _outcomes(inside),
    }


def _numbers(ledger: Json) -> Json:
    return {k: v for k, v in ledger.items() if not isinstance(v, str)}
