"""A definition is read from YAML and written to it, strictly and without loss."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import (
    SCHEMA,
    Choice,
    Contact,
    Definition,
    Event,
    Group,
    Late,
    Member,
    Question,
    Section,
)
from innspill.stages.consultations.core.files import dumps, load, loads, save, write_whole

SMALLEST = (
    f"schema: {SCHEMA}\ncase_number: 26/1\ntitle: {{nb: Prøve}}\nowner: Etaten\nstatus: open\n"
)

words = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=200
)
names = words.map(str.strip).filter(lambda name: 0 < len(name) <= 300)
texts = st.dictionaries(st.sampled_from(["nb", "nn", "en"]), words, max_size=3)
choices = st.builds(
    Choice, id=names, text=texts, effect=st.sampled_from(["supports", "criticises", "neutral"])
)
questions = st.builds(
    Question,
    id=names,
    text=texts,
    guidance=texts,
    choices=st.lists(choices, max_size=3, unique_by=lambda one: one.id).map(tuple),
    refers_to=st.just(("chapter 2", "annex A")),
    page_questions=st.lists(words, max_size=2).map(tuple),
)
definitions = st.builds(
    Definition,
    schema=st.just(SCHEMA),
    case_number=names,
    title=texts,
    owner=names,
    status=st.sampled_from(["draft", "open", "closed", "assessment", "finished"]),
    opens=st.none() | st.dates(),
    deadline=st.none() | st.dates(date(1900, 1, 1)),
    late=st.builds(Late, policy=st.just("forward"), to=st.none() | names),
    contact=st.none() | st.builds(Contact, name=names, email=st.none() | words),
    summary=texts,
    sections=st.lists(st.builds(Section, heading=texts), max_size=2).map(tuple),
    events=st.lists(
        st.builds(Event, starts=st.none() | st.datetimes(), title=texts), max_size=2
    ).map(tuple),
    questions=st.lists(questions, max_size=3, unique_by=lambda one: one.id).map(tuple),
    form_wording=st.lists(words, max_size=3).map(tuple),
    bodies=st.lists(
        st.builds(Group, name=names, members=st.just((Member(name="no", collective=True),))),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(definitions)
def test_what_is_written_is_read_back_the_same(definition: Definition) -> None:
    assert loads(dumps(definition)) == definition


@settings(max_examples=50, deadline=None)
@given(definitions)
def test_any_yaml_reader_reads_what_is_written(definition: Definition) -> None:
    assert Definition.model_validate(yaml.safe_load(dumps(definition))) == definition


def test_the_file_is_readable() -> None:
    long = "Er planene for beredskap gode nok til at kommunene kan følge dem når noe skjer? " * 2
    definition = Definition(
        schema=SCHEMA, case_number="26/1", title={"nb": "Råd"}, owner="Etaten", status="open",
        deadline=date(2026, 5, 4), events=(Event(starts=datetime(2026, 4, 1, 10)),),  # noqa: DTZ001
        questions=(
            Question(
                id="1", text={"nb": long.strip()},
                choices=(Choice(id="no", text={"nb": "Nei"}, effect="criticises"),),
            ),
        ),
    )  # fmt: skip
    text = dumps(definition)
    assert text.startswith(f"schema: {SCHEMA}\ncase_number: 26/1\ntitle: {{nb: Råd}}\n")
    assert "\ndeadline: 2026-05-04\n" in text
    assert "starts: 2026-04-01 10:00:00\n" in text
    assert "      nb: >-\n        Er planene" in text
    assert "- {id: 'no', text: {nb: Nei}, effect: criticises}" in text
    assert max(map(len, text.splitlines())) < 115


def test_no_is_the_id_of_a_choice_and_not_a_truth_value() -> None:
    text = SMALLEST + (
        "questions:\n  - id: '1'\n    text: {nb: Hvorfor}\n"
        "    choices:\n      - {id: no, text: {nb: Nei}}\n"
    )
    assert loads(text).questions[0].choices[0].id == "no"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schema: [", "h.yaml, line 1, column 10: the YAML has an error"),
        ("a:\n\tb: 1", "h.yaml, line 2, column 1"),
        (SMALLEST + "status: closed\n", "'status' is given twice"),
        ("schema: innspill/consultation/2\n", "reads schema innspill/consultation/1, the file has"),
        ("title: x\n", "the first key `schema: innspill/consultation/1` is missing"),
        ("- 1\n- 2\n", "no consultation definition"),
        ("", "no consultation definition"),
        (SMALLEST.replace("26/1", "2026"), "case_number: this must be text; write numbers in quo"),
        (SMALLEST + "deadlin: 2026-01-01\n", "deadlin: there is no such field"),
        (f"schema: {SCHEMA}\n", "title: this field is missing"),
        (SMALLEST + "questions: [{id: '1', text: {de: Was}}]\n", "questions[1].text.de"),
        (SMALLEST + "timezone: Europe/Osl\n", "there is no time zone called 'Europe/Osl'"),
        (
            SMALLEST + "questions: [{id: '1', text: {}}, {id: '1', text: {}}]\n",
            "two questions have the id '1'",
        ),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_its_place(text: str, told: str) -> None:
    with pytest.raises(BadInput) as caught:
        loads(text, "h.yaml")
    line = str(caught.value)
    assert line.startswith("h.yaml")
    assert told in line
    assert "\n" not in line


def test_a_missing_folder_or_binary_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such file"):
        load(tmp_path / "borte.yaml")
    with pytest.raises(BadInput, match="a folder"):
        load(tmp_path)
    (tmp_path / "bilde.yaml").write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(BadInput, match="not UTF-8"):
        load(tmp_path / "bilde.yaml")


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "h.yaml"
    path.write_text("gammelt")
    save(loads(SMALLEST), path)
    assert load(path) == loads(SMALLEST)
    assert [file.name for file in tmp_path.iterdir()] == ["h.yaml"]
    with pytest.raises(BadInput, match="cannot be written"):
        save(loads(SMALLEST), tmp_path / "borte" / "h.yaml")


def test_a_link_and_a_pipe_are_written_through_and_stay_what_they_are(tmp_path: Path) -> None:
    link, real, pipe = tmp_path / "lenke.yaml", tmp_path / "h.yaml", tmp_path / "rør"
    link.symlink_to(real)
    save(loads(SMALLEST), link)
    assert link.is_symlink()
    assert load(real) == loads(SMALLEST)
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(loads(SMALLEST), pipe)
    assert os.read(reader, 10_000).decode() == dumps(loads(SMALLEST))
    os.close(reader)
    assert pipe.is_fifo()


def test_what_was_read_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "h.yaml"
    path.write_text(SMALLEST)
    with pytest.raises(BadInput, match="one of the files to read"):
        write_whole(path, b"x", read_from=[tmp_path / "." / "h.yaml"])
    assert path.read_text() == SMALLEST
