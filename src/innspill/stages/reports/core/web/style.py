"""The look of the page that stands alone: inside the file, since it has to work from a disk."""

from __future__ import annotations

CSS = """
:root{--ink:#1e2b3c;--quiet:#4a5565;--line:#c9d1da;--pale:#eef2f6;--accent:#0b5c8a;--warn:#8a2c0b}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:#fff;font:1rem/1.6 Inter,Arial,Helvetica,sans-serif;
overflow-wrap:break-word}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:1}
header{background:var(--pale);border-bottom:1px solid var(--line)}
header>div,main,footer{max-width:62rem;margin:0 auto;padding:1.5rem 1rem}
header p{margin:0;color:var(--accent);font-weight:600}
h1{font-size:clamp(1.5rem,4.5vw,2.3rem);line-height:1.2;margin:.3rem 0 1rem}
h2{font-size:1.55rem;line-height:1.25;margin:3rem 0 1rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1.2rem;line-height:1.3;margin:2.2rem 0 .6rem}
h4{font-size:1rem;margin:1.4rem 0 .4rem;color:var(--accent)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}
dl.facts dt{font-weight:600}
dl.facts dd{margin:0}
nav>ol{columns:18rem 2;padding-left:0;list-style:none}
nav ol ol{padding-left:1.2rem;list-style:none}
nav>ol>li{break-inside:avoid}
.left{margin-top:1.2rem;padding:.6rem 1rem;border-left:4px solid var(--warn);background:#fff}
.source a{text-decoration:none}
.source a:hover,.source a:focus{text-decoration:underline}
ol.sources{font-size:.9rem;color:var(--quiet)}
:target{background:#fff3c4}
.sender{margin:1.2rem 0 .2rem}
.question{font-weight:600;max-width:48rem}
.note,figcaption,caption{color:var(--quiet);font-size:.9rem}
.table{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
caption{text-align:left;padding:.3rem 0}
th,td{padding:.45rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);
overflow-wrap:normal;white-space:pre-line}
thead th{background:var(--pale);vertical-align:bottom}
thead th:last-child{min-width:6rem}
td a,.sender a,.ref{white-space:nowrap}
tbody th{font-weight:400}
tr.sum>*{font-weight:700}
.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1.5rem 0;max-width:26rem}
figure svg{width:100%;height:auto;display:block}
blockquote{margin:.4rem 0 .4rem .1rem;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line);
max-width:46rem;white-space:pre-line}
.decision{margin:.2rem 0 .8rem 1rem;max-width:46rem}
article{border-top:1px solid var(--line);padding-bottom:.5rem}
.answer p{white-space:pre-line;max-width:46rem;margin:.2rem 0}
@media(max-width:30rem){dl.facts{grid-template-columns:1fr}dl.facts dd{margin-bottom:.4rem}
nav>ol{columns:1}h2{font-size:1.35rem}}
@media print{.skip,nav{display:none}h2{break-before:page}.table{overflow:visible}}
"""
