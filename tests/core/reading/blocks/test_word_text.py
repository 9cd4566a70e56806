"""What a Word document shows is read once and in order; what it hides is set apart."""

from __future__ import annotations

from tests.core.reading.blocks.word import blocks_of, document_of, hidden_of, p, r, texts_of, word

INSERTED = f'<w:ins w:id="1">{r("ikke ")}</w:ins>'
DELETED = '<w:del w:id="2"><w:r><w:delText>fullt ut </w:delText></w:r></w:del>'


def test_inserted_text_counts_and_deleted_text_is_set_apart_where_it_stood() -> None:
    document = document_of(word(p("Vi støtter ", INSERTED, DELETED, "forslaget.")))
    assert document.blocks[0].text == "Vi støtter ikke forslaget."
    (gone,) = document.hidden
    assert (gone.kind, gone.text) == ("deleted", "fullt ut ")
    assert (gone.origin[0].block, gone.origin[0].start) == ("p1", 16)
    assert document.flags == ("tracked-changes",)


def test_moved_text_stands_only_where_it_was_moved_to() -> None:
    body = p(f"<w:moveFrom>{r('setning')}</w:moveFrom>") + p(f"<w:moveTo>{r('setning')}</w:moveTo>")
    assert [(b.id, b.text) for b in blocks_of(body)] == [("p2", "setning")]
    assert hidden_of(body) == [("moved-from", "setning")]


def test_hidden_text_never_becomes_a_block() -> None:
    body = p("Synlig", r("skjult", "<w:vanish/>"), r(" igjen", '<w:vanish w:val="0"/>'))
    assert texts_of(body) == ["Synlig igjen"]
    assert hidden_of(body) == [("hidden", "skjult")]


def test_text_hidden_by_its_style_never_becomes_a_block() -> None:
    style = '<w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p("Synlig", r("skjult", '<w:rStyle w:val="S"/>'))
    assert texts_of(body, styles=style) == ["Synlig"]


def test_a_paragraph_hidden_by_its_style_never_becomes_a_block() -> None:
    style = '<w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p("Synlig") + p("skjult", properties='<w:pStyle w:val="S"/>')
    assert texts_of(body, styles=style) == ["Synlig"]
    assert hidden_of(body, styles=style) == [("hidden", "skjult")]


def test_a_prompt_is_not_an_answer() -> None:
    prompt = "Klikk her for å skrive"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p(prompt)}</w:sdtContent></w:sdt>"
    assert texts_of(p("Svar:") + control) == ["Svar:"]
    assert hidden_of(p("Svar:") + control) == [("placeholder", prompt)]


def test_a_comment_points_to_the_words_it_is_about() -> None:
    body = p(
        "Vi ", '<w:commentRangeStart w:id="7"/>', r("mener"), '<w:commentRangeEnd w:id="7"/>', " ja"
    )  # fmt: skip
    comments = f'<w:comment w:id="7">{p("intern merknad")}</w:comment>'
    (hidden,) = document_of(word(body, comments=comments)).hidden
    assert (hidden.kind, hidden.text) == ("comment", "intern merknad")
    assert hidden.origin[0].as_json() == {"block": "p1", "start": 3, "end": 8}


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("22/448")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts_of(p("Sak ", field, ".")) == ["Sak 22/448."]


def test_a_field_that_never_ends_swallows_nothing_of_the_next_paragraph() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts_of(p(broken) + p("Neste avsnitt")) == ["Neste avsnitt"]


def test_a_drop_down_shows_its_chosen_entry() -> None:
    entries = '<w:listEntry w:val="Privat"/><w:listEntry w:val="Offentlig"/>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        f'{entries}</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts_of(p("Rolle: ", field)) == ["Rolle: Offentlig"]


def test_controls_for_dates_and_choices_show_what_was_chosen() -> None:
    body = "".join(
        p(f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>")
        for kind, text in (
            ('<w:date w:fullDate="2026-05-17T00:00:00Z"/>', "17. mai 2026"),
            ('<w:comboBox><w:listItem w:displayText="KS"/></w:comboBox>', "Egen tekst"),
            ('<w:dropDownList><w:listItem w:value="1"/></w:dropDownList>', "Kommune"),
        )
    )
    assert texts_of(body) == ["17. mai 2026", "Egen tekst", "Kommune"]


def test_fields_within_fields_show_only_their_results() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = char("begin") + "<w:r><w:instrText>DATE</w:instrText></w:r>" + char("separate")
    inner += r("i går") + char("end")
    outer = char("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner
    outer += char("separate") + r("ja") + inner + char("end")
    simple = f'<w:fldSimple w:instr="REF a">{r("punkt 3")}</w:fldSimple>'
    assert texts_of(p("Svar: ", outer, ", se ", simple)) == ["Svar: jai går, se punkt 3"]


def test_a_text_box_is_read_once_though_it_is_stored_twice() -> None:
    frame = f"<w:txbxContent>{p('Testby kommune')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{frame}</mc:Choice><mc:Fallback>{frame}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    blocks = blocks_of(p("Før") + p(both) + p("Etter"))
    assert [(b.id, b.kind, b.text) for b in blocks] == [
        ("p1", "paragraph", "Før"), ("b1p1", "text-box", "Testby kommune"),
        ("p3", "paragraph", "Etter"),
    ]  # fmt: skip


def test_text_in_a_wrapper_nobody_thought_of_is_kept() -> None:
    body = f"<w:customXml>{p('<w:smartTag>' + r('Oslo') + '</w:smartTag>', '<w:nytt>' + r('!') + '</w:nytt>')}</w:customXml>"
    assert texts_of(body) == ["Oslo!"]


def test_a_control_lends_its_name_to_the_blocks_in_it() -> None:
    inner = '<w:sdtPr><w:alias w:val="Tittel"/><w:tag w:val="Svar_1"/></w:sdtPr><w:sdtContent>{}</w:sdtContent>'
    whole = f"<w:sdt>{inner.format(p('Ja') + p('Nei'))}</w:sdt>"
    within = p(f"<w:sdt>{inner.format(r('Alt'))}</w:sdt>")
    part = p("Svar: ", f"<w:sdt>{inner.format(r('delvis'))}</w:sdt>")
    assert [b.tag for b in blocks_of(whole + within + part)] == ["Svar_1"] * 3 + [None]


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    run = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>"
    assert texts_of(p(run)) == ["a\nb\tc-d"]


def test_a_symbol_with_an_impossible_code_is_shown_as_unknown() -> None:
    assert texts_of(p('<w:r><w:sym w:font="Symbol" w:char="ZZZZ"/></w:r>')) == ["\ufffd"]


def test_the_document_is_found_whatever_its_part_is_called() -> None:
    document = document_of(word(p("Hei"), main="word/document2.xml"))
    assert [block.text for block in document.blocks] == ["Hei"]


def test_strict_documents_are_read_like_others() -> None:
    data = word(p("Hei", '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = document_of(repacked(data, usual, strict))
    assert (document.blocks[0].text, document.blocks[0].notes[0].mark) == ("Hei", "1")


def repacked(data: bytes, old: bytes, new: bytes) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return out.getvalue()
