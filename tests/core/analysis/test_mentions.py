"""Names in comments: bodies, laws with their paragraphs, programmes, abbreviations; the glossary."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.mentions import glossary_of, known_of, mentions_of
from innspill.stages.analysis.core.mentions.bodies import bodies
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.reading.core.answers.organisation_numbers import is_organisation_number
from tests.core.analysis.cases import hearing
from tests.core.length import costs_its_length

KNOWN = known_of(hearing(), [("Storelv kommune", "964965226")])


def named(text: str, kind: str) -> list[str]:
    found = mentions_of(text, KNOWN)
    return [text[each.span.start : each.span.end] for each in found if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NVE og Statens vegvesen er enige.", ["NVE", "Statens vegvesen"]),
        ("Vi viser til NSMs råd og DSBs kurs.", ["NSM", "DSB"]),
        ("Helse- og omsorgsdepartementet må svare.", ["Helse- og omsorgsdepartementet"]),
        ("Statsforvalteren i Troms og Finnmark fører tilsyn.", ["Statsforvalteren i Troms og Finnmark"]),
        ("Lier kommune og Nesholmen Utvikling AS skrev.", ["Lier kommune", "Nesholmen Utvikling AS"]),
        ("Vannforbundet og Prøverådet skrev.", ["Vannforbundet", "Prøverådet"]),
        ("Universitetet i Agder kan bidra.", ["Universitetet i Agder"]),
        ("Fjordvik Næringsforening (FNF) mener at FNF bør høres.", ["Fjordvik Næringsforening", "FNF", "FNF"]),
        ("Den norske Advokatforening er uenig.", ["Den norske Advokatforening"]),
        ("Helse Bergen og Vestre Viken HF er pilotar.", ["Helse Bergen", "Vestre Viken HF"]),
        ("Riksadvokaten og Oslo politidistrikt er hørt.", ["Riksadvokaten", "Oslo politidistrikt"]),
        ("Det medisinske fakultet ved UiB svarer.", ["Det medisinske fakultet", "UiB"]),
        ("Sandnes Montessoriskole og Rådet for psykisk helse", ["Sandnes Montessoriskole", "Rådet for psykisk helse"]),
        ("Hver kommune har et forslag til planverk.", []),
        ("Kommunestyret og styret er enige.", []),
        ("Forordning (EU) 2017/745 gjelder.", []),
    ],
)  # fmt: skip
def test_bodies_are_found_by_name_and_by_the_shape_of_a_name(text, names):
    assert named(text, "organisation") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("jf. pbl. § 11-9 nr. 6, og TEK17 § 7-2 annet ledd.", ["pbl. § 11-9 nr. 6", "TEK17 § 7-2 annet ledd"]),
        ("etter drikkevannsforskriften § 26 og § 4 om vern", ["drikkevannsforskriften § 26 og § 4"]),
        ("helse- og omsorgstenestelova § 4-1 gjeld", ["helse- og omsorgstenestelova § 4-1"]),
        ("naturmangfaldlova §§ 8 til 12 må følgjast", ["naturmangfaldlova §§ 8 til 12"]),
        ("MDR (forordning (EU) 2017/745) vedlegg I pkt. 17.", ["MDR (forordning (EU) 2017/745) vedlegg I pkt. 17"]),
        ("forskrift om kommunal beredskapsplikt mangler", ["forskrift om kommunal beredskapsplikt"]),
        ("Kun NIS1 nevnes, NIS2 er på vei.", ["NIS1", "NIS2"]),
        ("Ny § 10-9 i opplæringslova er bra.", ["§ 10-9 i opplæringslova"]),
        ("personvernforordningen artikkel 32 og artikkel 33", ["personvernforordningen artikkel 32", "artikkel 33"]),
        ("opplæringslova § 10-9 fjerde ledd bokstav b og c", ["opplæringslova § 10-9 fjerde ledd bokstav b og c"]),
        ("opplæringsloven § 9 A-2 og § 9 A-4 gir en rett", ["opplæringsloven § 9 A-2 og § 9 A-4"]),
        ("Kravene i §§ 13–13 e, og art. 25 nr. 1 i GDPR", ["§§ 13–13 e", "art. 25 nr. 1 i GDPR"]),
        ("Etter § 4 i barnehageloven skal barn høres.", ["§ 4 i barnehageloven"]),
        ("Etter psykisk helsevernloven § 3-3 må det til.", ["psykisk helsevernloven § 3-3"]),
        ("Etter helsepersonelloven § 21 flg. gjelder det.", ["helsepersonelloven § 21 flg."]),
        ("Rådsdirektiv 93/13/EØF verner forbrukerne.", ["Rådsdirektiv 93/13/EØF"]),
        ("lov 4. juli 2003 nr. 84 gjelder ennå", ["lov 4. juli 2003 nr. 84"]),
        ("FNs konvensjon om barnets rettigheter artikkel 3 nr. 1", ["FNs konvensjon om barnets rettigheter artikkel 3 nr. 1"]),
        ("lov om folkehelsearbeid (folkehelseloven) § 4", ["lov om folkehelsearbeid (folkehelseloven) § 4"]),
        ("Jf. mval. § 6-36 og artikkel 5 (1) bokstav c", ["mval. § 6-36", "artikkel 5 (1) bokstav c"]),
        ("Endringsloven er uklar, og § 5 første ledd strykes.", []),
        ("Vi har et lovverk og en leieavtale, og loven er god.", []),
        ("Se § 4 om parkering.", []),
        ("Elmarkedsdirektivet (EU) 2019/944 er fulgt.", ["Elmarkedsdirektivet (EU) 2019/944"]),
        ("forordningen om batterier (BR, EU 2023/1542) gjelder", ["forordningen om batterier (BR, EU 2023/1542)"]),
        ("EU-forordningen om tømmer, og EU-forordningen her", ["EU-forordningen om tømmer", "EU-forordningen"]),
        ("konvensjonens artikkel 12 og havrettskonvensjonens artikkel 3", ["konvensjonens artikkel 12", "havrettskonvensjonens artikkel 3"]),
        ("Den europeiske sosialkonvensjonen gjelder.", ["Den europeiske sosialkonvensjonen"]),
        ("etter forvaltningsloven kapittel VII", ["forvaltningsloven kapittel VII"]),
        ("forskrift om hvile på norske fartøy pålegger oss", ["forskrift om hvile på norske fartøy"]),
        ("lova om fiske, og særleg kapittel 5", ["lova om fiske"]),
        ("LOV-2005-06-17-62 og arbml. § 3, inkl. § 4", ["LOV-2005-06-17-62", "arbml. § 3"]),
        ("sveiseutslipps- forskriften § 4 (2)", ["sveiseutslipps- forskriften § 4 (2)"]),
        ("Vi får en fiskeforskrift ved siden av jaktloven.", ["jaktloven"]),
        ("FERJA TEK DEI BORT", []),
        ("Aml. § 14-9 (2) og (3), og Tvangsl. § 13-2 er glemt.", ["Aml. § 14-9 (2) og (3)", "Tvangsl. § 13-2"]),
        ("plan- og bygningsloven (pbl.) § 12-7 nr. 4", ["plan- og bygningsloven (pbl.) § 12-7 nr. 4"]),
        ("Tjenestedirektivet (2006/123/EF) artikkel 9", ["Tjenestedirektivet (2006/123/EF) artikkel 9"]),
        ("NIS2-direktivet artikkel 21 og opplæringslova (2023) § 12-4", ["NIS2-direktivet artikkel 21", "opplæringslova (2023) § 12-4"]),
        ("Bestemmelsen i veglova § 4-2, 3. ledd bør flyttes.", ["veglova § 4-2, 3. ledd"]),
        ("politiloven § 7 første ledd nr. 1 og nr. 2", ["politiloven § 7 første ledd nr. 1 og nr. 2"]),
        ("lov 2. juli 1999 nr. 64 om helsepersonell m.v. (helsepersonelloven) § 21", ["lov 2. juli 1999 nr. 64 om helsepersonell m.v. (helsepersonelloven) § 21"]),
        ("FNs konvensjon om rettighetene til mennesker med nedsatt funksjonsevne (CRPD) artikkel 12", ["FNs konvensjon om rettighetene til mennesker med nedsatt funksjonsevne (CRPD) artikkel 12"]),
        ("Europaparlaments- og rådsforordning (EU) 2022/2065 artikkel 28", ["Europaparlaments- og rådsforordning (EU) 2022/2065 artikkel 28"]),
        ("En ny lov om droner, en ny hundelov, og departementet kan gi forskrift om gebyr.", []),
    ],
)  # fmt: skip
def test_laws_are_found_in_all_spellings_with_their_paragraph(text, names):
    assert named(text, "law") == names


def test_a_paragraph_alone_is_a_laws_where_a_law_is_heard_and_none_where_a_plan_is():
    text = "§ 6 andre ledd er uklart, og §§ 14 til 16 bør samles."
    law = hearing().model_copy(update={"title": {"nb": "Forslag til endringer i jaktloven"}})
    found = [each for each in mentions_of(text, known_of(law)) if each.kind == "law"]
    names = [text[each.span.start : each.span.end] for each in found]
    assert names == ["§ 6 andre ledd", "§§ 14 til 16"]
    plan = hearing().model_copy(update={"title": {"nb": "Kommuneplanens arealdel"}})
    assert [each for each in mentions_of(text, known_of(plan)) if each.kind == "law"] == []


def test_each_sign_begins_a_paragraph_where_no_law_is_named():
    law = hearing().model_copy(update={"title": {"nb": "Forslag til endringer i jaktloven"}})
    text = "Til § 5 og § 6, §§ 7 og 8 og § 4-2, 3. ledd: strykes."
    found = [each for each in mentions_of(text, known_of(law)) if each.kind == "law"]
    names = [text[each.span.start : each.span.end] for each in found]
    assert names == ["§ 5", "§ 6", "§§ 7 og 8", "§ 4-2, 3. ledd"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ROS-analysen og EPJ-leverandøren", ["ROS", "EPJ"]),
        ("LK20 og KoRus, jf. sktl. § 6-1, ved RV 7", ["LK20", "KoRus", "sktl."]),
        ("HVOR ER PASIENTEN? Dette er IKKE bra.", []),
        ("Et bygg på 80 MW i felt N5, fase II.", []),
        ("DRAMMEN KOMMUNE mener NVE har rett.", ["NVE"]),
        ("etter kml. § 10", ["kml."]),
        ("BUP/DPS får SMS fra RHF-ene og Helse Vest RHF.", ["BUP", "DPS", "SMS", "RHF"]),
        ("Aml. § 14-9, (pbl.) og vphl. § 3-4", ["Aml.", "pbl.", "vphl."]),
        ("HR-2019-1206-A, LOV-2005-06-17-62 og CVE-2021-44228", ["CVE"]),
        ("SV: Høring. Minst ETT år, MINST, REGNE, og ISO/IEC 27001.", []),
        ("ISO-sertifisering ved NIBIO og SFI NORCICS", ["ISO", "NIBIO", "SFI", "NORCICS"]),
    ],
)
def test_abbreviations_are_neither_shouting_nor_units_nor_codes(text, names):
    assert named(text, "abbreviation") == names


def test_programmes_and_standards_are_found():
    text = "DigiViken, Normen, ISO/IEC 27001 og T-1442/2021."
    assert named(text, "programme") == ["DigiViken", "Normen", "ISO/IEC 27001", "T-1442/2021"]


def test_a_body_has_its_full_name_and_its_number():
    (nve,) = (each for each in mentions_of("NVE krever mer.", KNOWN) if each.kind == "organisation")
    assert (nve.name, nve.number) == ("Norges vassdrags- og energidirektorat", "970205039")
    (own,) = mentions_of("Storelv kommune krever mer.", KNOWN)
    assert own.number == "964965226"


def test_a_register_tells_the_number_where_no_list_does():
    known = known_of(hearing(), number_of={"Nesholmen Utvikling AS": "999888777"}.get)
    (found,) = mentions_of("Nesholmen Utvikling AS klager.", known)
    assert found.number == "999888777"


def test_every_number_in_the_list_of_bodies_is_a_valid_one():
    numbers = [number for number, _, _ in bodies() if number]
    assert len(numbers) > 40
    assert [each for each in numbers if not is_organisation_number(each)] == []
    assert len(set(numbers)) == len(numbers)


def test_invited_bodies_are_known_by_their_aliases_but_collective_ones_by_no_name():
    definition = hearing().model_copy(
        update={
            "bodies": (
                Group(
                    name="Alle",
                    members=(
                        Member(name="Ørsta vassnemnd", aliases=("Vassnemnda",)),
                        Member(name="Landets kommuner", collective=True),
                    ),
                ),
            )
        }
    )
    found = mentions_of("Vassnemnda og landets kommuner er for.", known_of(definition))
    assert [(each.kind, each.name) for each in found] == [("organisation", "Ørsta vassnemnd")]


def test_the_glossary_has_what_nobody_explained_first():
    one = "En risiko- og sårbarhetsanalyse (ROS) mangler. ROS og MTU er viktig."
    two = "MTU og SBOM."
    texts = [("a", one, mentions_of(one, KNOWN)), ("b", two, mentions_of(two, KNOWN))]
    found = glossary_of(texts, {"SBOM": "Liste over programvare"})
    assert [(each.word, each.explanation, each.responses) for each in found] == [
        ("MTU", "", 2),
        ("ROS", "risiko- og sårbarhetsanalyse", 1),
        ("SBOM", "Liste over programvare", 1),
    ]


def test_a_footnote_at_an_abbreviation_explains_it_and_the_hearing_does_in_any_case_of_letters():
    text = "Kun NIS[^1] nevnes, ikke MTU. IKT[^9] er viktig."
    notes = {"a": {"1": "NIS-direktivet er et direktiv om nettverk."}}
    found = glossary_of([("a", text, mentions_of(text, KNOWN))], {"mtu": "utstyr"}, notes)
    assert [(each.word, each.explanation, each.by_hearing) for each in found] == [
        ("IKT", "", False),
        ("MTU", "utstyr", True),
        ("NIS", "NIS-direktivet er et direktiv om nettverk.", False),
    ]


@pytest.mark.parametrize(
    "piece", ["Aa ", "AA ", "a-", "pbl. § 1-1 og ", "(", "lov om a ", "Norsk helse "]
)
def test_hostile_text_is_read_in_linear_time(piece):
    assert costs_its_length(lambda text: mentions_of(text, KNOWN), piece)
