"""Clauses that ask for something, and what they tell of who should do it."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.proposals import lead_of, phrase_of, proposals
from innspill.stages.analysis.core.proposals.find import considered
from tests.core.length import costs_its_length


def spans(text: str, led: str | None = None) -> list[str]:
    return [text[each.span.start : each.span.end] for each in proposals(text, led=led)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Vi foreslår en felles veileder.", "foreslår"),
        ("Vi føreslår ein felles rettleiar.", "føreslår"),
        ("Planen bør omtale små verk.", "bør"),
        ("Lier kommune oppfordrer til flere øvelser.", "oppfordrer"),
        ("Vi ber direktoratet om å forenkle.", "ber direktoratet om"),
        ("Kommunen ber om en frist til.", "ber om"),
        ("Vi anbefaler at kravene samles.", "anbefaler"),
        ("Fylkeskommunen tilrår ei ny ordning.", "tilrår"),
        ("Ordningen må finansieres av staten.", "må"),
        ("Vi krever svar innen jul.", "krever"),
        ("Vi ønsker at kapittelet deles.", "ønsker at"),
        ("Vi savner en omtale av Nødnett.", "savner"),
        ("Her trengs en øvelse i året.", "Her trengs"),
        ("Det hadde vært en fordel om KS laget kurset.", "hadde vært"),
        ("Statsforvalteren burde få ansvaret for oversikten.", "burde"),
        ("Legg IKT inn som vedlegg der.", "Legg"),
        ("Ikkje bygg opp noko nytt i Oslo.", "Ikkje bygg"),
        ("Hva med å flytte fristen til mars?", "Hva med å"),
        ("Kvifor ikkje gjere kravet obligatorisk?", "Kvifor ikkje"),
        ("Merutgiftene forutsettes dekket av staten.", "forutsettes"),
        ("Tredje ledd skal utgå.", "skal utgå"),
        ("Alternativt kan kravet begrenses til nye barnehager.", "kan kravet begrenses"),
        ("Vi ser behov for tydeligere regler.", "behov for tydeligere"),
        ("Innsidetrusselen fortjener et eget avsnitt.", "fortjener"),
        ("§ 3 bør lyde: «Rom skal øves i årlig.»", "bør"),
        ("Tabellen bes rettet.", "bes rettet"),
        ("Lengre overgangstid ønskes.", "ønskes"),
        ("En felles handelsanalyse trengs.", "trengs"),
        ("Vi trenger 18 måneder.", "trenger 18"),
        ("Så flytt skiltet nærmere veien.", "Så flytt"),
        ("Norsk Vann ber om at kravene samles.", "ber om at"),
        (
            "Legekontorenes Landsforbund ber prinsipalt om at forslaget trekkes.",
            "ber prinsipalt om at",
        ),
        ("Går departementet videre, forutsetter vi at utgiftene dekkes.", "forutsetter"),
    ],
)
def test_a_clause_that_asks_for_something_is_a_proposal_with_its_phrase(text, phrase):
    assert [each.phrase for each in proposals(text)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Direktoratet foreslår en ny plan.",
        "Deltakerne ønskes velkommen til møtet.",
        "Vi støtter de foreslåtte tiltakene.",
        "Vi støtter det som departementet foreslår.",
        "Noen områder krever ekstra innsats.",
        "Bør dette prøves ut?",
        "Dette må antas å bli dyrt.",
        "Kommunen har tre vannverk.",
        "Kommunen må etter loven tilby plass innen august.",
        "Tilsynet krever mye tid og ressurser.",
        "Vi er enige i at aldersgrensen bør heves.",
        "Vi støtter forslaget om at skolene må varsle.",
        "Kommunen legger til grunn at utgiftene er små.",
        "Slik vi forstår forslaget, må virksomheten melde fra.",
        "Departementet mener at foreldre bør samtykke.",
        "Jeg må ha telefonen til medisinen min.",
        "Matjord er en ressurs som ikkje kan erstattast.",
        "Kommunene må i dag forholde seg til åtte myndigheter.",
        "Klimaprofilen for fylket anbefaler minst 40 % påslag.",
        "Vi trenger ikke en fjerde veileder.",
        "Enkelte av medlemmene mener at vi bør si nei.",
        "Det står at «kommunene må ha oversikt».",
        "Etter helseberedskapsloven § 2-2 må kommunen ha en plan.",
        "Jeg ble bedt om å komme tilbake.",
        "Laget tar ikke stilling til om brua bør bygges.",
        "Vi er ikke overbevist om at gebyret bør innføres.",
        "Det er uklart for oss hvem som må betale.",
        "Vi er ikkje usamde i at køen må ned.",
        "I tillegg foreslår dere et nytt gebyr.",
        "Forskriften § 4 krever en skriftlig vurdering.",
        "Det er verre at ingen kunne ha lest brevet.",
        "Med denne grensen må vi søke på nytt hvert år.",
        "Vi minner om at søknaden må være sendt før byggestart.",
        "Fleire av elevane bur langt unna.",
        "Loven krever skriftlig varsel.",
        "Støtten forutsetter at kommunen bidrar.",
    ],
)
def test_what_others_propose_or_what_only_describes_is_none(text):
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Klagefristen etter § 16 må være lengre enn tre uker.",
        "Kartet må regnes om før vedtaket.",
        "Fartøy som går i norske farvann må få det samme kravet.",
        "Boder må kunne endres uten at fylket skal godkjenne det.",
        "Formannskapet ber Stortinget øke tilskuddet.",
        "Det bør gå klart fram hvem som skal svare.",
        "Planen må avklare hvem som eier grøfta.",
        "Derfor foreslår vi et lavere gebyr.",
        "Vi krever en skriftlig vurdering.",
        "Dere kunne ha spurt elevene først.",
    ],
)
def test_a_law_or_a_subordinate_clause_beside_what_is_asked_for_does_not_hide_it(text):
    assert spans(text) == [text]


def test_each_clause_that_asks_is_one_proposal_with_its_own_span():
    text = "Planen er god, men den bør deles; vi foreslår to deler."
    assert spans(text) == ["den bør deles", "vi foreslår to deler."]


def test_what_goes_on_with_at_is_asked_for_too():
    text = "Vi anbefaler at planen deles, og at den øves årlig."
    assert spans(text) == ["Vi anbefaler at planen deles", "at den øves årlig."]


def test_items_of_a_list_are_asked_for_by_the_line_above_which_is_none_itself():
    text = "Vi ber kommunen om dette:\n- mer lys\n- færre biler"
    assert spans(text) == ["mer lys", "færre biler"]
    assert lead_of("Vi ber kommunen om dette:") == phrase_of("Vi ber kommunen om dette:")
    assert lead_of("Noen ønsker:") == "ønsker"
    assert lead_of("Vi har to skoler:") is None
    assert lead_of("Vi har følgende innspill:") == "følgende"
    assert lead_of("Vi har følgende utfordringer:") is None
    assert spans("- mer lys", led="ber om") == ["mer lys"]


def test_a_row_of_measures_is_a_proposal():
    text = "Tiltak: KommuneCSIRT\nAnsvarlig: KommuneCSIRT IKS\nRelevant for: kommuner"
    assert spans(text) == ["Tiltak: KommuneCSIRT"]
    assert spans("Sikkerhetsråd | Helse Sør-Øst RHF | Helseforetak | Møtes ofte") == [
        "Sikkerhetsråd"
    ]


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Vi foreslår at Statsforvalteren får i oppgave å sammenstille alle krav.", "actor", "Statsforvalteren"),
        ("Vi foreslår at Statsforvalteren får i oppgave å sammenstille alle krav.", "action", "sammenstille"),
        ("Vi foreslår at Statsforvalteren får i oppgave å sammenstille alle krav.", "object", "alle krav"),
        ("Utdanningsdirektoratet bør lage et kurs.", "actor", "Utdanningsdirektoratet"),
        ("Vi ber kommunen vurdere habiliteten.", "actor", "kommunen"),
        ("Tilbakemeldingene bør samles av Norsk helsenett.", "actor", "Norsk helsenett"),
        ("Norsk helsenett SF får ansvar for overvåking.", "actor", "Norsk helsenett SF"),
        ("Byggehøyden bør senkes.", "actor", ""),
        ("Byggehøyden bør senkes.", "object", "Byggehøyden"),
        ("Ordningen må være på plass før 1. januar 2024.", "deadline", "før 1. januar 2024"),
        ("Tiltakene må fullfinansieres av staten.", "funding", "fullfinansieres av staten"),
        ("§ 3 bør lyde: «Rom skal øves i årlig.»", "wording", "Rom skal øves i årlig."),
        ("Vi ber om at ordet «skole» strykes.", "wording", ""),
        ("La nabokommunen sørge for vakten.", "actor", "nabokommunen"),
        ("Skatteetaten burde laget et skjema.", "actor", "Skatteetaten"),
        ("Rådmannen må inn i gruppa.", "actor", "Rådmannen"),
        ("Vi ber Klima- og miljødepartementet lage en veileder.", "actor", "Klima- og miljødepartementet"),
        ("Området bør tas inn.", "actor", ""),
        ("Veilederen må forklare bruken.", "actor", ""),
        ("Ansatte må få opplæring.", "actor", ""),
        ("Klagefristen bør være seks uker.", "deadline", "seks uker"),
        ("Foreldre bør varsles innen to timer.", "deadline", "innen to timer"),
        ("Dette bør gjøres nå, ikke siden.", "deadline", "nå"),
        ("Byggegrensen bør settes inntil 20 meter fra elva.", "deadline", ""),
        ("Prøver må tas på kostnad av selskapet.", "funding", "på kostnad av selskapet"),
        ("Kommunen bør imidlertid svare.", "funding", ""),
        ("Ordet «kan» bør erstattes med «skal».", "wording", "skal"),
        ("Det må stå i planen at støy måles hvert år.", "wording", "støy måles hvert år"),
        ("Unntaket for «vesentlige hensyn» må ut.", "wording", ""),
    ],
)  # fmt: skip
def test_a_proposal_tells_who_should_do_what_in_words_of_the_text(text, role, words):
    (found,) = proposals(text, led="foreslår")
    assert getattr(found, role) == words


@pytest.mark.parametrize(
    ("text", "action", "thing"),
    [
        ("Direktoratet bør innen utgangen av 2023 utarbeide en veileder.", "utarbeide", "en veileder"),
        ("Det bør etableres et responsmiljø for kommunene.", "etableres", "et responsmiljø for kommunene"),
        ("Det bør ikke innføres et nytt gebyr.", "ikke innføres", "et nytt gebyr"),
        ("Statsforvaltaren bør ikkje ha både tilsyn og rettleiing.", "ikkje ha", "både tilsyn og rettleiing"),
        ("Her bør departementet rydde opp.", "rydde opp", ""),
        ("I tillegg bør kommunene få mer hjelp.", "få", "mer hjelp"),
        ("Vi synes også at skolene burde få flere lærere.", "få", "flere lærere"),
        ("Atter subsidiært må fristen utsettes til mars.", "utsettes", "fristen"),
        ("Ved hendelser bør også en struktur synliggjøres.", "synliggjøres", "en struktur"),
        ("Videreutdanning må kunne tas på nett.", "tas", "Videreutdanning"),
        ("Veilederen må være kortere.", "være kortere", "Veilederen"),
        ("§ 3 bør lyde: «Rom skal øves i årlig.»", "lyde", "§ 3"),
        ("Vi ber om at det settes av penger til kurs.", "settes av", "penger til kurs"),
        ("Går departementet videre, krever vi full dekning.", "", "full dekning"),
        ("Me ber om at høyringsfristen vert forlengd.", "vert forlengd", "høyringsfristen"),
        ("Vi oppfordrer departementet til å følge opp dette.", "følge opp", "dette"),
        ("Det er viktig at de med ansvar for skolene inkluderes.", "inkluderes", "de med ansvar for skolene"),
        ("Det er behov for å styrke beredskapen.", "styrke", "beredskapen"),
        ("Ikke legg ned skolen!", "ikke legg ned", "skolen!"),
        ("Støtten gjelder under føresetnad av at staten betaler.", "betaler", ""),
    ],
)  # fmt: skip
def test_what_should_be_done_is_a_verb_with_its_thing_and_not_turned_round(text, action, thing):
    (found,) = proposals(text)
    assert (found.action, found.object) == (action, thing)


def test_whom_a_text_speaks_of_is_not_who_should_write_it():
    (found,) = proposals("Kapittel 3 bør suppleres med omtale av Nødnett og HelseCERT.")
    assert (found.actor, found.object) == ("", "Kapittel 3")


SEED = {
    "koordinatorrolle": (
        "Drammen kommune foreslår en koordinatorrolle for sikkerhetsarbeidet kan finansiers av e-helsedirektoratet.",
        "e-helsedirektoratet",
    ),
    "opplæringsressurser": (
        "Drammen kommune oppfordrer til at leverandørene utfordres på og settes krav til, at leverandøravtale inkluderer leveranse av opplæringsressurser.",
        "leverandørene",
    ),
    "IKT-beredskapsplan": (
        "Det oppleves å være behov for Nasjonalt IKT-beredskapsplan for helse- og omsorgsektoren, samt en oversikt over ulike roller til involverte.",
        "",
    ),
    "sammenstille": (
        "Vi foreslår at Statsforvalteren får i oppgave å sammenstille alle krav innen digital sikkerhet i sitt oppdragsbrevet, samt ha med hvem som er kravstillere.",
        "Statsforvalteren",
    ),
}


@pytest.mark.parametrize("word", SEED)
def test_the_real_answers_four_proposals_are_found_with_actor_and_span(word):
    text, actor = SEED[word]
    found = next(proposals(text))
    assert word in text[found.span.start : found.span.end]
    assert found.actor == actor
    if word == "koordinatorrolle":
        assert found.funding == "finansiers av e-helsedirektoratet"


@pytest.mark.parametrize(
    "piece",
    ["vi ber om ", "bør", "« ", "at ", "kunne ", "| ", "- \n", "kan ikke støtte a b ", "legger til grunn at vi "],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(piece):
    assert costs_its_length(lambda text: list(proposals(text)), piece, size=8_000)


@pytest.mark.parametrize(
    "text",
    [
        "Forby vinduer mot havna.",
        "Tilset ein koordinator før jul.",
        "Lat kommunen velje grensa.",
        "Åpne bekken ved skolen.",
    ],
)
def test_a_command_asks_in_both_languages(text):
    assert spans(text) == [text]


def test_what_a_rule_refuses_is_not_brought_back_by_weights():
    assert [each.refused for each in considered("Dette må antas å bli dyrt.")] == [True]
    assert spans("Dette må antas å bli dyrt.") == []
