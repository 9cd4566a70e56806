"""The sums of the deciding hold whatever happens, and nothing is finished with a gap."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from innspill.stages.deciding.core.inheriting import like_keys, standing_for
from innspill.stages.deciding.core.ledger import Counted, Told, gaps, ledger_of
from innspill.stages.deciding.core.values import DECIDING, LastWord, Target
from innspill.stages.publication.core.ledger import Ledger

POINTS = st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=4)
"""The theme of each comment of a response, and whether it makes a point at all."""
PICK = st.integers(0, 30)
OUTCOMES = st.sampled_from(DECIDING)


@dataclass(frozen=True)
class Point:
    """A comment: what is said of it is said of its key or its themes."""

    key: str
    themes: tuple[int, ...] = ()
    is_remark: bool = True


def words(*said: tuple[str, str, str]) -> dict[Target, LastWord]:
    return {
        Target(scope, key): LastWord(number, outcome, Target(scope, key))
        for number, (scope, key, outcome) in enumerate(said, start=1)
    }


def ledger(points, said, told=Told(), *, like=None, responses=(), divided=()):  # noqa: B008
    counted = [
        Counted(p.is_remark, standing_for(p.key, p.themes, like or {}, said)) for p in points
    ]
    return ledger_of(counted, told, responses=responses, divided=divided)


def sums(published: int = 1, **others: int) -> Ledger:
    counts = dict.fromkeys(("withheld", "waiting", "superseded", "withdrawn"), 0) | others
    unprocessed = counts.pop("unprocessed", 0)
    responses = published + sum(counts.values())
    return Ledger(
        responses + unprocessed, responses, (), unprocessed, responses, published, **counts
    )


def test_each_comment_counts_once_as_own_inherited_or_left():
    points = [Point("a", (1,)), Point("b", (1,)), Point("c"), Point("d"), Point("x", (), False)]
    found = ledger(
        points,
        words(("comment", "a", "followed"), ("theme", "1", "noted"), ("like", "c", "not-followed")),
        like=like_keys([("c", "d")]), responses=[7, 8], divided=[8, 99],
    )  # fmt: skip
    assert (found.comments, found.decided, found.left, found.remainder) == (4, 4, 0, 1)
    assert (found.own, found.inherited) == (1, 3)
    assert dict(found.outcomes) == {
        "followed": 1, "partly-followed": 0, "not-followed": 2, "noted": 1, "outside": 0
    }  # fmt: skip
    assert (found.responses, found.divided, found.undivided) == (2, 1, 1)
    assert found.adds_up


def test_what_was_noted_together_is_counted_apart_and_one_alone_is_not():
    own, of_all = words(("comment", "a", "noted")), words(("theme", "1", "noted"))
    point = [Point("a", (1,))]
    assert ledger(point, own, Told(noted_together={1})).in_bulk == 1
    assert ledger(point, own).in_bulk == 0
    assert ledger(point, of_all, Told(noted_together={1})).in_bulk == 0


def test_with_a_second_reader_what_nobody_approved_waits():
    said = words(("comment", "a", "noted"), ("comment", "b", "noted"))
    points = [Point("a"), Point("b"), Point("left")]
    for approved, waits in ((None, 0), (set(), 2), ({2}, 1), ({1, 2}, 0)):
        assert ledger(points, said, Told(approved=approved)).waiting == waits


def test_every_hindrance_is_named_with_how_many_in_the_order_it_is_mended():
    found = ledger(
        [Point("a"), Point("b")], words(("comment", "a", "noted")), Told(approved=()),
        responses=[1, 2], divided=[1],
    )  # fmt: skip
    hinders = gaps(found, sums(2, unprocessed=3, waiting=4), "open")
    assert [(gap.code, gap.count) for gap in hinders] == [
        ("open", 1), ("unprocessed", 3), ("unpublished", 4), ("undivided", 1), ("left", 1),
        ("second-reader", 1),
    ]  # fmt: skip
    assert next(gap.code for gap in gaps(found, sums(2), "draft")) == "unopened"


def test_sums_that_do_not_agree_hinder_too():
    whole = ledger([], {}, responses=[1], divided=[1])
    assert gaps(whole, sums(1), "assessment") == ()
    assert [gap.code for gap in gaps(whole, sums(2), "assessment")] == ["sums"]
    assert [gap.code for gap in gaps(replace(whole, own=1), sums(1), "closed")] == ["sums"]


@dataclass
class Answer:
    points: list[Point]
    state: str = "waiting"
    divided: bool = False


@dataclass
class Word:
    target: Target
    outcome: str
    approved: bool | None = None
    in_bulk: bool = False


@dataclass
class World:
    answers: list[Answer] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


class AHearing(RuleBasedStateMachine):
    """Answers come, are published, withdrawn and decided on in any order; leads finish and open."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.second_reader = False
        self.finished = False

    @property
    def published(self) -> list[Answer]:
        return [each for each in self.world.answers if each.state == "published"]

    @property
    def points(self) -> list[Point]:
        return [point for answer in self.published for point in answer.points]

    def ledger(self):
        numbered = list(enumerate(self.world.answers))
        said = list(enumerate(self.world.words, start=1))
        approved = {n for n, word in said if word.approved} if self.second_reader else None
        return ledger(
            self.points,
            {word.target: LastWord(n, word.outcome, word.target) for n, word in said},
            Told({n for n, word in said if word.in_bulk}, approved),
            responses=[n for n, each in numbered if each.state == "published"],
            divided=[n for n, each in numbered if each.divided],
            like=self.like(),
        )

    def like(self):
        """Comments whose number ends alike say the same, those of withdrawn answers too."""
        groups: dict[str, list[str]] = {}
        for answer in self.world.answers:
            for point in answer.points:
                groups.setdefault(point.key[-1], []).append(point.key)
        return like_keys(groups.values())

    def sums(self) -> Ledger:
        counts = [each.state for each in self.world.answers]
        return sums(
            counts.count("published"),
            waiting=counts.count("waiting"),
            withdrawn=counts.count("withdrawn"),
        )

    @rule(themes=POINTS)
    def an_answer_comes(self, themes):
        number = len(self.world.answers)
        points = [
            Point(f"{number}-{at}{theme % 3}", (theme,) if theme else (), is_remark)
            for at, (theme, is_remark) in enumerate(themes)
        ]
        self.world.answers.append(Answer(points))

    @precondition(lambda self: self.world.answers)
    @rule(which=PICK, to=st.sampled_from(["published", "published", "withdrawn"]))
    def it_is_published_or_withdrawn(self, which, to):
        self.world.answers[which % len(self.world.answers)].state = to

    @precondition(lambda self: self.published)
    @rule(which=PICK)
    def somebody_goes_through_it(self, which):
        self.published[which % len(self.published)].divided = True

    @precondition(lambda self: self.points and not self.finished)
    @rule(which=PICK, scope=st.sampled_from(["comment", "like", "theme"]), outcome=OUTCOMES)
    def somebody_decides(self, which, scope, outcome):
        point = self.points[which % len(self.points)]
        key = str(point.themes[0]) if scope == "theme" and point.themes else point.key
        self.world.words.append(Word(Target(scope, key), outcome))

    @precondition(lambda self: self.points and not self.finished)
    @rule(which=PICK, outcome=st.sampled_from(["open", "inherits"]))
    def an_exception_is_opened_or_given_back(self, which, outcome):
        point = self.points[which % len(self.points)]
        self.world.words.append(Word(Target("comment", point.key), outcome))

    @precondition(lambda self: not self.finished)
    @rule()
    def the_rest_is_noted(self):
        for point in self.points:
            if point.is_remark and not self.has_a_word(point):
                target = Target("comment", point.key)
                self.world.words.append(Word(target, "noted", in_bulk=True))

    @precondition(lambda self: self.published)
    @rule()
    def everything_is_gone_through(self):
        for answer in self.world.answers:
            answer.divided = True
            answer.state = "published" if answer.state == "waiting" else answer.state

    @rule(on=st.booleans())
    def the_second_reader_approves(self, on):
        self.second_reader = on
        for word in self.world.words:
            word.approved = on or word.approved

    @rule()
    def a_lead_tries_to_finish(self):
        if gaps(self.ledger(), self.sums(), "assessment"):
            return
        self.finished = True
        # Held to the world itself, and not to what the ledger says of it.
        assert all(answer.state != "waiting" for answer in self.world.answers)
        assert all(answer.divided for answer in self.published)
        assert all(self.has_a_word(point) for point in self.points if point.is_remark)

    @precondition(lambda self: self.finished)
    @rule()
    def a_lead_opens_it_again(self):
        self.finished = False

    def has_a_word(self, point: Point) -> bool:
        """By reading all that was said in order, the latest last, without the code under test."""
        own = [w for w in self.world.words if w.target == Target("comment", point.key)]
        if own and own[-1].outcome != "inherits":
            return own[-1].outcome != "open"
        group = [
            word
            for word in self.world.words
            if word.target.scope == "like" and word.target.key[-1] == point.key[-1]
        ]
        themes = {str(theme) for theme in point.themes}
        theme = [
            w for w in self.world.words if w.target.scope == "theme" and w.target.key in themes
        ]
        return any(words and words[-1].outcome != "open" for words in (group, theme))

    @invariant()
    def the_sums_hold(self):
        found = self.ledger()
        assert found.adds_up
        assert found.comments == sum(point.is_remark for point in self.points)
        assert found.decided == sum(self.has_a_word(p) for p in self.points if p.is_remark)
        assert found.responses == len(self.published)
        assert found.whole == (not (found.left or found.undivided or found.waiting))


TestAHearing = AHearing.TestCase
TestAHearing.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
