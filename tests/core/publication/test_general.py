"""What stands outside the questions is shown where it is said, and not where it is furniture."""

from __future__ import annotations

from innspill.shared.values import Certainty, Origin, Sha256
from innspill.stages.publication.core.general import general_passages
from innspill.stages.reading.core.values import Block, Passage, ResponseRead, Sender

BLOCKS = (
    Block("h1p1", "header", "Bakkebygd kommune · Rådhuset"),
    Block("p1", "paragraph", "Bakkebygd kommune", tag="sender_name"),
    Block("p2", "paragraph", "Kari Dal", tag="sender_contact"),
    Block("p3", "paragraph", "Vi takker for et godt utkast."),
    Block("f1p1", "footer", "3"),
)


def response(*passages: tuple[str, str]) -> ResponseRead:
    return ResponseRead(
        file="svar.docx",
        sha256=Sha256("0" * 64),
        media_type="",
        consultation="22/448",
        kind="form",
        sender=Sender("Bakkebygd kommune", None, Certainty.CERTAIN),
        unplaced=tuple(Passage(text, (Origin(block, 0, len(text)),)) for block, text in passages),
        blocks=BLOCKS,
    )


def shown(*passages: tuple[str, str]) -> list[str]:
    return [passage.text for passage in general_passages(response(*passages))]


def test_running_heads_and_page_numbers_are_no_remarks() -> None:
    assert shown(("h1p1", "Bakkebygd kommune · Rådhuset"), ("f1p1", "3")) == []


def test_the_form_s_own_fields_for_the_sender_are_no_remarks() -> None:
    assert shown(("p1", "Bakkebygd kommune"), ("p2", "Kari Dal")) == []


def test_what_is_said_in_the_text_is_shown() -> None:
    assert shown(("p3", "Vi takker for et godt utkast.")) == ["Vi takker for et godt utkast."]


def test_an_attachment_s_text_is_shown_though_its_blocks_are_another_file_s() -> None:
    assert shown(("vedtak.docx#p1", "Saken ble vedtatt.")) == ["Saken ble vedtatt."]
