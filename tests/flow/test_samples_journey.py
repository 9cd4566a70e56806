"""The sample responses behind the reading: register, public copies, duplicates, and the makers."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from innspill.stages.publication.core.render import render
from tests.flow.samples_read import TRUTH, Samples, having, name_of
from tests.flow.samples_read import read_all as read_all_samples

Entry = dict[str, Any]
REGISTERED = [entry for entry in having("senders") if "duplicate_of" not in entry]


@pytest.fixture(scope="module")
def samples() -> Samples:
    return read_all_samples()


@pytest.mark.parametrize("entry", REGISTERED, ids=name_of)
def test_who_sent_it(samples: Samples, entry: Entry) -> None:
    entered = samples.registered(entry["file"])
    assert sorted(sender.name for sender in entered.senders) == sorted(entry["senders"])
    assert ("joint" in entered.flags) == entry.get("joint", False)
    assert any(each.kind == "person" for each in entered.senders) == entry.get("private", False)


@pytest.mark.parametrize("entry", having("via"), ids=name_of)
def test_which_invited_body_it_answers_for(samples: Samples, entry: Entry) -> None:
    senders = samples.registered(entry["file"]).senders
    assert {sender.via for sender in senders} == {entry["via"]}
    if "body" in entry:
        assert {sender.body for sender in senders} == {entry["body"]}


@pytest.mark.parametrize("entry", [e for e in REGISTERED if "late" in e], ids=name_of)
def test_only_what_came_after_the_deadline_is_late(samples: Samples, entry: Entry) -> None:
    assert samples.registered(entry["file"]).late is entry["late"]


@pytest.mark.parametrize("entry", having("supersedes"), ids=name_of)
def test_a_later_response_of_the_same_organisation_takes_over(
    samples: Samples, entry: Entry
) -> None:
    earlier = samples.registered(entry["supersedes"])
    assert earlier.standing == "superseded"
    assert earlier.superseded_by == samples.registered(entry["file"]).reference


@pytest.mark.parametrize("entry", having("duplicate_of"), ids=name_of)
def test_the_same_file_again_is_set_aside_as_a_copy(samples: Samples, entry: Entry) -> None:
    aside = [each for each in samples.sorted.set_aside if each.read.file == entry["file"]]
    assert [each.duplicate_of for each in aside] == [entry["duplicate_of"]]


@pytest.mark.parametrize("entry", having("supports"), ids=name_of)
def test_an_adherence_names_whose_response_it_joins(samples: Samples, entry: Entry) -> None:
    assert samples.registered(entry["file"]).supports == entry["supports"]


def test_both_sums_hold(samples: Samples) -> None:
    registered, aside = samples.sorted.registered, samples.sorted.set_aside
    deliveries = {read.file.split("!/")[0] for read, _ in samples.reads}
    from_deliveries = {each.read.file.split("!/")[0] for each in registered}
    standing = [each.standing for each in registered]
    assert TRUTH["sums"] == {
        "deliveries": len(deliveries),
        "registered": len(from_deliveries),
        "set_aside": len(aside),
        "responses": len(registered),
        "current": standing.count("current"),
        "superseded": standing.count("superseded"),
    }


@pytest.mark.parametrize("entry", having("hidden_from_public"), ids=name_of)
def test_personal_data_never_reaches_the_public_copy(samples: Samples, entry: Entry) -> None:
    public = render(samples.registered(entry["file"]), samples.definition).public
    shown = json.dumps(asdict(public), ensure_ascii=False)
    names = entry["senders"] if entry.get("private") else []
    assert [secret for secret in (*entry["hidden_from_public"], *names) if secret in shown] == []


def test_nobody_sees_an_unread_file_as_a_response(samples: Samples) -> None:
    unread = {each["file"] for each in having("unreadable")}
    aside = {each.read.file for each in samples.sorted.set_aside if each.reason == "unreadable"}
    assert aside == unread
    assert all(samples.read(file).problem for file in unread)
