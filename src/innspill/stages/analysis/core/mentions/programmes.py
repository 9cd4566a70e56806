"""Programmes, projects, plans and standards that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span
from innspill.stages.analysis.core.values import Mention

_KNOWN = (
    "Normen|Nødnett|HelseID|BankID|ID-porten|Altinn|Helsenorge|Kjernejournal|Feide|FEIDE|Akson|Felles kommunal journal|Helseplattformen|"
    "Helseanalyseplattformen|Helseanalyseplattforma|ForBedring|RETHOS|DigiViken|Digi ?Viken|Sikkerhetsfestivalen|Horisont Europa|Digital Europe|"
    "Naturbase|Artsdatabanken|Nasjonal transportplan|NTP|Nasjonal sikkerhetsmåned|MSIS|SYSVAK|HUNT Cloud|HUNT|CIM|FIDO2|Miljøfyrtårn|"
    "Reseptformidleren|Kulturminneplanen(?: \\d{4})?|Raudlista(?: for artar)?(?: \\d{4})?|Rødlista(?: for arter)?(?: \\d{4})?|TIMSS|PISA|LK20|Fagfornyelsen|Kunnskapsløftet"
)
_STANDARD = (
    r"(?:ISO/IEC|NS-EN ISO/IEC|NS-EN ISO|NS-ISO/IEC|NS-EN|NS-ISO|ISO|IEC|NS|EN|WCAG|SOC|MDCG|ITU-T) ?\d[\d.:-]*\d|(?:ISO|SOC|WCAG|NS) ?\d|T-1\d{3}(?:/\d{2,4})?|H-\d{4}|"
    r"NOU \d{4}: ?\d{1,2}|Meld\. ?St\. ?\d{1,2}(?: \(\d{4}[–-]\d{4}\))?|St\.meld\. nr\. ?\d+|Prop\. ?\d+ [LS](?: \(\d{4}[–-]\d{4}\))?|Dokument \d+:\d+(?: \(\d{4}[–-]\d{4}\))?|vegnormal(?:en)? N\d{3}|N100"
)
_NAMED = (
    r"[A-ZÆØÅ][\wæøå-]{2,40}?(?:programmet|prosjektet|løftet|plattformen|plattforma|konseptet|strategien|avtalen|portalen|reformen)|"
    r"(?:Nasjonal|Nasjonalt|Regional|Statlig|Felles) (?:[a-zæøå-]+ ){0,2}?[a-zæøå-]*(?:plan|program|strategi|ordning|register)(?:en|et)?(?!\w)|"
    r"[Ss]tat(?:lige|lege) planretningsl?inj?e(?:r|ne|ne)? for [a-zæøå]+(?: (?:og|av|i) [a-zæøå]+){0,5}|"
    r"[Rr]ikspolitiske retningslinj?er for [a-zæøå]+(?: (?:og|av|i) [a-zæøå]+){0,3}(?: punkt \d ?[a-z]?)?|"
    r"(?:[A-ZÆØÅ]{2,6}s? (?:sine )?)(?:grunnprinsipper|grunnprinsipp|rammeverk|veileder|veilederen|rettleiar|kvalitetsordning|sandkasse)(?: (?:for [a-zæøåA-Z-]+(?: [a-zæøåA-Z-]+){0,1}|(?:nr\. ?)?\d{1,2}/\d{4}))?|"
    r"(?:veileder|rettleiar) (?:[A-Z]-?\d[\d/-]*|\d{1,2}/\d{4})|[A-ZÆØÅ]{2,6}-veileder \d{1,2}/\d{4}|rammeplan(?:en)? for [a-zæøå]+"
)
_ANY = re.compile(rf"(?<![\w-])(?:{_STANDARD}|{_KNOWN}|{_NAMED})(?![\w])")


def programmes_in(text: str) -> Iterator[Mention]:
    """The programmes and standards that `text` names."""
    for hit in _ANY.finditer(text):
        yield Mention("programme", Span(*hit.span()), hit.group())
