"""Words for somebody's family, friends and household, in all their forms: bokmål, nynorsk, spoken, some English.

A word goes to `CLOSE` where the name of who is meant may follow it ("min kone Kari", "onkel Per"), else to
`FURTHER`.
"""

from __future__ import annotations

from innspill.shared.words import listed

PARENTS = listed("bestefar bestemor far farfar farmor mamma mor morfar mormor pappa")
"""Parents and theirs, as they sign too."""
CLOSE = PARENTS | listed("""
    barna barnebarn barnebarnet barnet bror broren datter dattera datteren dotter dottera ekskona eksmannen
    ektefelle ektefellen faren fetter fetteren foreldrene guten gutten jenta kjæreste kjæresten kompis kompisen
    kona kone kusine mann mannen mora moren nevø nevøen niese niesen onkel samboer samboeren sambuar sambuaren
    son sonen svigerdatter svigerdatteren svigerfar svigermor svigersønn svigersønnen svoger syster systera sønn
    sønnen søster søsteren tante tvillingene venn vennen venninne
""")
"""Who is told of by name."""
FURTHER = listed("""
    arbeidskamerat babyen besta beste bestefaren bestemora bestemoren bestevenn bestevenninne borna broder
    brordatter brorsønn brother brødrene brørne daughter døtrene døtrer eksen ektemaken ektemann ektemannen
    eldste eldstemann eldsten enka enkemannen enken enkja fadder farmora father fatter fattern forelda foreldra
    forlovede forloveden fosterbarn fosterbarnet fosterdatter fostersønn førstefødte gamlingen gubben gudmor
    gutane guttene guttungen gutungen halvbror halvsøster husband jentene jentungen kamerat kameraten kjerringa
    kjerringen kjæraste kjærasten kollega kollegaen kusina lillebror lillesøster mammaen mand minstegutten
    minstejenta minstemann minsten mormora mother mutter muttern nabo naboen nabokona nabomannen oldebarn
    oldebarnet oldefar oldefaren oldemor oldemora onkelen pappaen pleiesønn sister smågutten stedatter
    stedatteren stefar stefaren stemor stemora stemoren stesønn stesønnen storebror storesøster svigerbror
    svigerdotter svigerdottera svigerfaren svigerforeldra svigerforeldrene svigerinne svigermora svigermoren
    svigersøster syskenbarn systrene sønene sønnene sønnike søskenbarn søskenbarnet søstera søsterdatter
    søstersønn søstrene tanta tenåringen tippoldemor tremenning tvilling tvillingane tvillingen ungane ungen
    ungene venninna veslebror veslejenta veslesyster wife yngste yngstemann
""")
"""Who is told of too, but seldom by name."""
