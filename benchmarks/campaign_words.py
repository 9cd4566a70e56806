"""Words that made comments are of: one hearing about energy, land and the coast, in bokmål.

"[a|b]" is a place where writers of one letter choose; "{kind}" is filled from the lists below.
"""

from __future__ import annotations

FRAMES = """
[Vi|Jeg|Undertegnede|Vi som bor her] [mener|synes|tror|er overbevist om] at {actor} [bør|må|skal|burde] {do} {thing} [før|innen|senest i] {time}
[Det er|Vi finner det|Jeg synes det er|For oss er det] {quality} at {thing} [skal|kan|vil] {suffer} [uten at|før|mens] {actor} [har sagt|får si|har ytret|får uttale] noe om {thing}
{Actor} har [i flere år|over lang tid|lenge|i en årrekke] {done} {thing}, og [likevel|allikevel|fortsatt|enda] er {thing} {state}
[Utredningen|Høringsnotatet|Forslaget|Dokumentet] sier [lite|ingenting|nesten intet|for lite] om {thing} og [hvordan|på hvilken måte|hvorledes|i hvilken grad] {actor} skal {do} {thing}
Når {thing} {suffers}, er det {people} som [får|må bære|sitter igjen med|må leve med] [følgene|konsekvensene|virkningene|byrden], særlig {place}
[Derfor|Av den grunn|Følgelig|På denne bakgrunn] [ber|anmoder|oppfordrer] vi {actor} om å {do} {thing} og {do} {thing}
{Place} har {people} {done} {thing} siden {year}, og det [bør|må|skal] ikke gå tapt [fordi|bare fordi|ved at|når] {actor} vil {do} noe annet
[Kostnadene|Utgiftene|Regningen|Prisen] for {thing} [havner|ender|lander|blir liggende] hos {people}, mens {actor} {sits}
Erfaringene fra {placename} viser at {thing} [ble|er|har blitt] {state} da {actor} [begynte|startet|fikk lov] å {do} {thing}
[Hvis|Dersom|I tilfelle|Om] {actor} ikke [vil|kan|makter å|evner å] {do} {thing}, må {actor} [få|gis|ha|tildeles] ansvaret for {thing}
[Barna|Ungdommen|De unge|Familiene] {place} [trenger|er avhengige av|lever av|bruker] {thing}, og {thing} kan ikke [erstatte|veie opp for|gjøre opp for|oppveie] det
[Den|Denne|En slik] ordningen {suffers} hver gang {actor} {sits}, slik vi så det i {year} ved {placename}
{Quality2} er {thing}, som {people} {place} har {done} i mange tiår
[Kartleggingen|Kunnskapsgrunnlaget|Undersøkelsen|Rapporten] fra {year} [viste|avdekket|slo fast|dokumenterte] at {thing} er {state}, og siden har {actor} {done} {thing}
Det finnes [allerede|i dag|fra før|alt] {thing} ved {placename} som {people} kunne {do}
[Uten|Foruten|I mangel av] {thing} blir det {quality} å {do} {thing} {place}
[Ingen|Knapt noen|Få] {place} har [bedt om|ønsket|etterspurt|villet ha] at {actor} skal {do} {thing}
Som {people} {place} [ser|merker|opplever|erfarer] vi [hver dag|daglig|stadig|til stadighet] at {thing} {suffers}
{Actor} og {actor} [peker|viser|henviser] på hverandre når {thing} {suffers}
[Vedtaket|Beslutningen|Avgjørelsen|Valget] om å {do} {thing} [bør|må|skal|burde] tas av {actor}, ikke av {actor}
I {year} [lovet|forsikret|bedyret|sa] {actor} at {thing} ikke skulle {suffer}
[Alternativet|Løsningen|Utveien|Svaret] er å {do} {thing} ved {placename} og la {thing} være i fred
[Folk flest|De fleste|Mange|Naboene] {place} [vet ikke|aner ikke|er ikke kjent med] at {actor} [alt|allerede|i det stille] har {done} {thing}
Å {do} {thing} [koster|krever|forutsetter|betyr] mer enn {actor} [oppgir|regner med|innrømmer|har lagt til grunn]
[Samtidig|Dessuten|I tillegg|På toppen av det hele] [mangler|savnes|trengs] {thing} {place}, noe {people} har {done} på [mange ganger|gjentatte ganger|utallige ganger|ofte]
""".strip().splitlines()
ACTORS = """
Olje- og energidepartementet|Norges vassdrags- og energidirektorat|kommunestyret|fylkeskommunen|Statsforvalteren
|grunneierlaget|utbyggerselskapet|Miljødirektoratet|Sametinget|reindriftsnæringen|fylkesutvalget|Stortinget
|havnevesenet|nettselskapet|velforeningen|bondelaget|fiskarlaget|planutvalget|Kystverket|regjeringen
|Landbruksdirektoratet|tingretten|konsesjonsmyndigheten|turistforeningen|energiverket|kommunedirektøren
""".replace("\n", "").split("|")
PEOPLE = """
fastboende|hytteeiere|småbrukere|fiskere|reineiere|pensjonister|småbarnsforeldre|pendlere|gårdbrukere|naboer
|oppdrettere|turgåere|skoleelever|jegere|næringsdrivende|lærlinger|kajakkpadlere|sesongarbeidere|sauebønder
""".replace("\n", "").split("|")
HEADS = """
veien|kaia|skogen|ledningen|brua|demningen|stien|bekken|myra|skolen|havna|linja|marka|fjorden|vernesonen|kraftlinja
|sletta|planen|avgiften|rullebanen|tunnelen|adkomsten|slippen|fiskeplassen|trekkruta|støyskjermen|kraftstasjonen
|konsesjonen|fergekaia|vannkilden|gyteplassen|utmarka|reguleringen|steinrøysa|fyllinga|bryggerekka
""".replace("\n", "").split("|")
WHICH = """
gamle|nye|planlagte|omstridte|nordre|søndre|midlertidige|ytre|indre|fredede|private|kommunale|utbedrede|ubrukte|smale
|felles|øvre|nedre|vernede|forfalne|regulerte|populære|sentrale|avsidesliggende|hvite|lange
""".replace("\n", "").split("|")
OF = """
ved elva|på vestsiden|mot grensa|langs åsen|ovenfor gården|i strandsonen|bak kirka|nær leia|rundt vannet|over heia
|under åsryggen|til skjærgården|fra sommerfjøset|mellom tettstedene|inn mot nasjonalparken|i nedslagsfeltet
|utenfor moloen|på østsida|ned til sjøen|innenfor byggegrensa|i overgangssonen|oppe på platået|ute på øyene
""".replace("\n", "").split("|")
DO = """
utrede|verne|flytte|finansiere|stenge|bygge ut|erstatte|kartlegge|avklare|legge om|regulere|dokumentere|overta
|rehabilitere|måle|trygge|avvikle|prøve ut|samordne|kunngjøre|følge opp|beregne|nedskalere|omplassere|sikre
""".replace("\n", "").split("|")
DONE = """
brukt|skjøttet|holdt liv i|ryddet|vedlikeholdt|forsømt|betalt for|advart om|klaget på|kjempet for|oversett|utsatt
|målt|nedprioritert|planlagt|varslet|undervurdert|foreslått|undersøkt|forvaltet
""".replace("\n", "").split("|")
SUFFER = """
bygges ned|forsvinne|forringes|stenges|havne i rør|fylles igjen|rammes|selges ut|bli liggende|gå i oppløsning
|forfalle|oversvømmes|privatiseres|utsettes|bli borte|støyes ned|tørke ut|splittes opp
""".replace("\n", "").split("|")
SUFFERS = """
bygges ned|forsvinner|forringes|stenges|havner i rør|fylles igjen|rammes|selges ut|blir liggende|går i oppløsning
|forfaller|oversvømmes|privatiseres|utsettes|blir borte|støyes ned|tørker ut|splittes opp
""".replace("\n", "").split("|")
STATE = """
dårligere enn før|i ferd med å gro igjen|ute av drift|uforsvarlig|for liten|tømt for fisk|ødelagt|overbelastet
|mangelfullt beskrevet|ikke utredet|stengt om vinteren|truet|dyrere enn ventet|i strid med loven|full av hull
""".replace("\n", "").split("|")
QUALITY = """
uakseptabelt|uforståelig|urimelig|beklagelig|kritikkverdig|gledelig|risikabelt|vanskelig|kortsiktig|oppsiktsvekkende
|umulig|uheldig|provoserende|betryggende|uklokt|underlig
""".replace("\n", "").split("|")
SITS = """
ser på|tier|skyver saken foran seg|venter på svar|skylder på loven|teller penger|tar gevinsten|skriver nye notater
|holder møter|ber om mer tid|henlegger klagene|bestiller utredninger|viser til markedet
""".replace("\n", "").split("|")
FIRST = """
Sol Nord Vest Øst Sør Ul Bjør Gran Stor Lille Rau Grå Kvit Svart Elg Rein Ørn Hest Lang Brei Hauk Fur Sel Al Ask
""".strip().split(" ")
LAST = """
vik nes dal heim sund fjell bu set by stad botn eid vær øya mo haug lund rud tjern strand
""".strip().split(" ")
AREAS = """
i grenda|på øya|i bygda|langs kysten|i indre fjord|oppe i dalen|på sletta|ved sundet|i skjærgården|på fjellet|i tettstedet|ved utløpet
""".strip().split("|")
TIMES = """
sommeren|neste budsjett|årsskiftet|påske|anleggsstart|neste valg|første spadetak|konsesjonen gis|høsten|vedtaket
""".strip().split("|")
COURTESIES = (
    "Vi takker for muligheten til å uttale oss i denne viktige saken",
    "Viser til høringsbrevet og oversender med dette våre merknader",
    "Vi ber om at våre merknader blir tatt med i det videre arbeidet",
    "Undertegnede bor i området og er direkte berørt av forslaget",
    "Vi håper at innspillene våre blir lest og tatt på alvor denne gangen",
    "Det er viktig at lokalbefolkningen blir hørt før det fattes et vedtak",
)
STUBS = (
    "Ingen merknader.", "Ingen merknader til forslaget.", "Støtter forslaget.", "Nei til vindkraft!",
    "Ikke aktuelt for oss.", "Vi har ingen merknader.", "Enig.", "Ingen kommentar", "Se vedlagt uttalelse.",
    "Bra forslag, dette er jeg enig i.", "Nei takk!!", "Jeg er imot dette.", "Ja", "Nei", "Vet ikke",
)  # fmt: skip
