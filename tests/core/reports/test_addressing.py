"""Where a letter goes, of many whom we have an address for."""

from __future__ import annotations

import time

from innspill.stages.reports.core.replying.addressing import Book, Known, Sender, addressed

LIST = [
    Known("Granmo kommune", "974760673", email="post@granmo.example"),
    Known("Fjordvik kommune", email="post@fjordvik.example", post="Torget 1"),
    Known("GRANMO  kommune", email="arkiv@granmo.example"),
]


def test_a_body_is_found_by_its_number_or_its_name_in_the_order_of_the_list() -> None:
    book = Book(LIST)
    granmo = Sender("granmo kommune", "municipality", "974760673")
    assert book.near(granmo) == (LIST[0], LIST[2])
    assert addressed(granmo, came_from="", known=book.near(granmo)).emails == (
        "post@granmo.example",
        "arkiv@granmo.example",
    )
    fjordvik = Sender("Fjordvik kommune", "municipality")
    assert addressed(fjordvik, came_from="", known=book.near(fjordvik)).post == "Torget 1"
    assert book.near(Sender("", "unknown")) == ()


def test_two_thousand_letters_are_addressed_from_a_list_of_as_many_at_once() -> None:
    book = Book(Known(f"Kommune {at}", str(at)) for at in range(4000))
    before = time.process_time()
    assert all(len(book.near(Sender(f"kommune {at}", "", str(at)))) == 1 for at in range(2000))
    assert time.process_time() - before < 1
