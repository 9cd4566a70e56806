"""Who should do what, as the words of a proposal tell it."""

from __future__ import annotations

import re

from innspill.shared.values import Span
from innspill.stages.analysis.core.mentions.bodies import bodies
from innspill.stages.analysis.core.proposals.doing import (
    MODALS,
    Doing,
    by_modal,
    by_that,
    by_verb,
    cut,
)
from innspill.stages.analysis.core.proposals.terms import deadline_of, funding_of, plain, wording_of
from innspill.stages.analysis.core.values import Proposal

_CAP = r"[A-ZÆØÅ][\w&/-]*"
_BODY = (
    r"(?i:(?:[\w-]*(?:departementet|direktoratet|tilsynet|kommunen|kommunene|kommunane|kommunar|kommuner|regjeringen|regjeringa|"
    r"statsforvalteren|statsforvalterne|statsforvaltaren|statsforvaltarane|leverandører|leverandøren|leverandørene|leverandørane|"
    r"sykehuset|sykehusene|sjukehuset|sjukehusa|foretaket|foretakene|føretaket|føretaka|utbygger|utbyggeren|utbyggjar|utbyggjaren|tiltakshavar|tiltakshaver|"
    r"skoler|skolene|skular|skulane|skoleeier|skoleeiere|skuleeigar|skuleeigarar|rektor|rektorene|barnehager|barnehagene|barnehagane|myndighetene|styresmaktene|"
    r"byråene|byråa|konservatoren|nemnda|grossistene|kjedene|apotekene|virksomhetene|verksemdene|foreldre|foreldrene|foreldra|lærere|lærerne|lærarane|"
    r"advokaten|ordføreren|ordføraren|sektoren|partene|styret|(?<!om)rådet|(?<!grunn)(?<!veder)(?<!for)laget|foreningen|foreninga|foreininga|forbundet|senteret|instituttet|universitetet|museet|embetene|embeta|embetet|"
    r"eier|eieren|eigar|eigaren|legene|legane|(?<!vei)lederen|(?<!rett)leiaren|(?<!vei)ledere|(?<!rett)leiarar|produsentene|arbeidsgiver|arbeidsgivar|grunneierne|grunneigarane|brannvesenet|politiet|etaten|avtaker|avtakar|"
    r"direktøren|advokaten|rådmannen|banken|sameiet|sameiget|selskapet|selskapene|selskapa|organet|organene|organa|ombudet|utvalget|utvalet|gruppa|gruppen|vesenet|teamet|nettverket|velforeningen|"
    r"lege|leger|legar|legen|pleier|pleiere|pleierne|pleiar|pleiarar|pleiarane|søstrene|systrene|eiere|eierne|eigarar|eigarane|leier|leiere|leierne|leigar|leigarar|leigarane|"
    r"fiskere|fiskerne|fiskarar|fiskarane|oppdretter|oppdretteren|oppdretterne|oppdrettar|oppdrettaren|oppdrettarane|arbeidere|arbeiderne|arbeidarar|arbeidarane|ansatte|tilsette|fagfolk|"
    r"kliniker|klinikar|psykologer|psykologar|psykologen|jurister|juristar|driver|drivar|entreprenøren|byggherren|konsesjonæren|operatøren|plattformen|plattformene|plattformane|nettselskap|helseforetak|helseføretak))|"
    r"(?i:(?:hver|hvert|kvar|kvart|alle|begge) (?:kommune|kommuner|kommunar|kommunane|fylkeskommune|helseforetak|helseføretak|team|skole|skule|virksomhet|verksemd|statsforvalter|statsforvaltar|partar|parter))|"
    r"Norge|Noreg|"
    r"[a-zæøåA-ZÆØÅ]?[a-zæøå]{2,}(?:ikerne|ikarane|folka|folkene|eierne|eigarane|verne|gjevarane|giverne)|staten|stortinget|noen|nokon|dere|dei?(?= (?:bør|burde|må|lyt|skal|kan)\b)|(?<=bør )dei?|(?<=må )dei?|(?<=kan )dei?|dykk|fylket|avdelingen|avdelinga)"
)
_KNOWN = "|".join(
    sorted(
        {
            re.escape(each)
            for _, name, names in bodies()
            for each in (name, *names)
            if " " not in each and each[1:2].islower()
        },
        key=len,
        reverse=True,
    )
)
_NAME = (
    rf"(?=[A-ZÆØÅ])(?:(?!(?:IKK|ALL|IKT|MW|GW|KW|BYA|BRA|ROS|CE|KI|H\d)\w*\b)[A-ZÆØÅ]{{2,}}(?![\w-])(?: [A-ZÆØÅ][a-zæøå]\w+)?|[A-ZÆØÅ]{{2,}}-[A-ZÆØÅ]\w+|{_KNOWN}|{_CAP}(?: (?:og |i |for |av )?[A-ZÆØÅ][a-zæøåA-ZÆØÅ-]{{2,}}){{1,4}}|{_CAP}CERT|Normen|"
    rf"{_CAP} (?:kommune|fylkeskommune|helsenett|helsetilsyn|legemiddelverk|vegvesen|HF|SF|AS|IKS))"
)
_ONE = rf"(?:(?:en|ein|et|eit) (?:uavhengig |egen |eigen )?)?(?:{_BODY}(?: (?:i|på|for|ved) {_CAP}(?: {_CAP})?|(?<=et) for [a-zæøå-]{{4,}}(?: og [a-zæøå]{{4,}})?)?|{_NAME}(?: (?:kommune|helsenett|helsetilsyn|legemiddelverk|tannlegeforening))?(?: (?:SF|HF|RHF|IKS|ASA|AS|SA)(?!\w))?)"
_HALF = r"(?:[A-ZÆØÅ][a-zæøå]+- og )?"
_ACTOR = rf"{_HALF}{_ONE}(?:,? og {_ONE})?"
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<actor>{_ACTOR})\s+(?:bør|burde|må|lyt|skal|kan|skulle|kunne|får)\s+(?P<next>\w+(?:\s\w+)?)"
)
_AFTER = re.compile(
    rf"^(?:(?:derfor|difor|også|òg|her|da|då|dette|det|at|av)\s+)?(?P<actor>{_ACTOR}|[A-ZÆØÅ][a-zæøå]{{2,}})(?=\s|$|[,.])"
)
_ASKED = re.compile(
    rf"(?i:\b(?:ber|bed|oppfordrer|oppfordrar|oppmodar|oppmoder|anmoder|rår|henstiller til|pålegge|henstille til|utfordre|rår til)\s+(?:vi\s+|me\s+)?)(?P<actor>{_ACTOR})(?=\s+\w)"
)
_THAT = re.compile(rf"\b(?:at|om)\s+(?P<actor>{_ACTOR})\s+(?P<next>\w+(?:\s\w+)?)")
_AGENT = re.compile(
    rf"\b(?!(?:med|ved|mot|til|at|blant)\b)(?:\w+(?:es|ast|as|s|t|d|ert|a)\s+(?:\w+\s)?(?:av|hos|frå|fra)|heime hos|hjemme hos)\s+(?P<actor>(?:{_ACTOR}|[\w-]*(?:direktoratet|departementet)))(?=$|[\s,.;)])"
)
_LET = re.compile(rf"^\W*(?i:(?:og|men|derfor|difor|heller)\s+)?[Ll]at?\s+(?P<actor>{_ACTOR})\s")
_TOLD = re.compile(
    rf"(?P<actor>{_ACTOR})\s+(?:utfordres|oppfordres|pålegges|forpliktes|inviteres|bes|utfordrast|påleggast|inviterast)\b"
)
_DUTY = re.compile(
    rf"(?P<actor>{_ACTOR})\s+(?:får|fekk|få|gis|bør få|må få)(?:\s+\w+)?\s+(?:i\s+)?(?:oppgave|oppgåve|oppdrag|ansvar)"
)
_IS_DONE = re.compile(
    r"(?:\w{3,}(?:es|ast|as)|bli|blir|vert|verte|være|vere|ha|få|gis|ut|på|full|gå|ned|bort|er|var|kunne \w+(?:es|ast)|ikkj?e \w+(?:es|ast))(?:\s|$)"
)
"""After "må" or "at": what stands before it is done with, and does nothing."""
_NEAR_START = 5
_AFTER_SIGN, _ANYWHERE = 60, 1_000_000
_ACTORS = (
    (_DUTY, re.compile(r"oppgave|oppgåve|oppdrag|ansvar"), _AFTER_SIGN),
    (_TOLD, re.compile(r"\w(?:es|ast)\b"), _AFTER_SIGN),
    (_LET, re.compile(r"[Ll]at?\s"), _ANYWHERE),
    (_ASKED, re.compile(r"(?i:\b(?:be[rd]|oppf|oppmod|anmod|rår|henst|påleg|utfor))"), _ANYWHERE),
    (_THAT, re.compile(r"\b(?:at|om)\s"), _ANYWHERE),
    (_BEFORE, re.compile(r"\s(?:bør|burde|må|lyt|skal|kan|skulle|kunne|får)\s"), _AFTER_SIGN),
    (_AGENT, re.compile(r"\s(?:av|hos|frå|fra)\s"), _ANYWHERE),
)
"""What shows the actor, a sign without which it need not be looked for, and how far after it to look.

Patterns of names are slow: where the actor stands before the sign, no more is read than to the last.
"""
_NOBODY_AS_TEXT = "det den dette ein en man her vi me som eg jeg subsidiært prinsipalt planen forslaget kravene krava tiltaket tiltakene"
_NOBODY = frozenset(_NOBODY_AS_TEXT.split())

_MODAL = re.compile(
    r"\b(?:bør|burde|må|lyt|skal|kan|kunne)\s+(?:(?:vi|me|det|ikke|ikkje|også|òg|derfor|difor|dessuten|imidlertid|heller|altså|her|da|då|òg|likevel|alltid|med fordel|gjerne|etter \w+ \w+)\s+)*"
)


def with_roles(text: str, span: Span, phrase: str) -> Proposal:
    """The proposal at `span` of `text`, with what its words tell of actor, action and the rest."""
    said = text[span.start : span.end]
    wide = text[max(0, span.start - 80) : span.end + 200]
    actor = _actor(said)
    doing = _what(said, phrase, actor)
    thing = plain(doing.thing)
    return Proposal(
        span=span,
        phrase=phrase,
        actor=actor,
        action=plain(doing.action),
        object="" if thing.casefold() == actor.casefold() else thing,
        funding=funding_of(said),
        deadline=deadline_of(said),
        wording=wording_of(said, text[span.end : span.end + 1600], wide),
    )


def _actor(said: str) -> str:
    for pattern, sign, room in _ACTORS:
        signs = [hit.end() for hit in sign.finditer(said)]
        for hit in pattern.finditer(said, 0, signs[-1] + room) if signs else ():
            name = hit["actor"].strip()
            if "next" in hit.groupdict() and _IS_DONE.match(hit["next"]):
                continue
            if name.casefold() not in _NOBODY and not name.casefold().startswith(("dette", "det ")):
                return plain(name)
    modal = _MODAL.search(said[:1].lower() + said[1:])
    after = _AFTER.match(said[modal.end() :]) if modal else None
    if after and after["actor"].casefold() not in _NOBODY:
        return plain(after["actor"])
    return ""


_TASK = re.compile(
    r"(?:i oppgave|i oppgåve|i oppdrag|ansvar(?:et)? for|på seg|initiativ til|stilling til) å (?P<verb>[a-zæøå]+)\s*(?P<rest>.*)",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"\s*(?:(?:vi|me|jeg|eg|derfor|difor|også|òg|likevel|prinsipalt|subsidiært)\s+)*(?:om\s+|til\s+)?(?:(?P<that>at)\s+|(?P<to>å)\s+)?"
)
_GOES_ON = re.compile(r"\s*(?:og\s+)?at\s+", re.IGNORECASE)
_MAY = re.compile(r"\s(?:bør|må|skal|kan)\s")
_COMMAND = re.compile(r"(?:Ikkj?e \w+|[A-ZÆØÅ]\w*(?<!r))")
_TO = len(" til ")
_ONCE_MORE = re.compile(r",\s+at\s+")
_NEEDED = re.compile(r"behov for(?= )", re.IGNORECASE)


def _what(said: str, phrase: str, actor: str) -> Doing:
    """The action, and the thing that it is done with."""
    task = _TASK.search(said)
    if task:
        return Doing(task["verb"], cut(task["rest"]))
    at = said.casefold().find(phrase.casefold())
    if at < 0 or phrase in {"blir", "vert"}:  # "og at …" goes on; an item says what is to be
        goes_on = _GOES_ON.match(said)
        return by_that(said, goes_on.end() if goes_on else 0) or Doing("", cut(said))
    needed = _NEEDED.search(phrase)
    end = at + (needed.end() if needed else len(phrase))
    if phrase.split()[:1] and phrase.split(maxsplit=1)[0].casefold() in MODALS:
        return by_modal(said, at)
    if at < _NEAR_START and _COMMAND.fullmatch(phrase):
        return by_verb(said, at)
    asked = said.find(actor, at, end + len(actor) + _TO) if actor else -1
    end = asked + len(actor) if asked > 0 else end  # "ber departementet vurdere"
    clause = _CLAUSE.match(said, end)
    begins = clause.end() if clause else end
    if clause and (clause["to"] or phrase.endswith(" å") or (asked > 0 and not clause["that"])):
        return by_verb(said, begins)
    inner = by_that(said, begins) if clause and (clause["that"] or phrase.endswith(" at")) else None
    again = _ONCE_MORE.search(said, begins)
    if inner and again and inner.thing.casefold() == actor.casefold():
        inner = by_that(said, again.end()) or inner
    thing = _MAY.split(said[begins:], maxsplit=1)[0]
    return inner or Doing("", cut(thing) or cut(said[:at]))
