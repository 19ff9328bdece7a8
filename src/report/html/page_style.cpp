// SPDX-License-Identifier: Apache-2.0
#include "report/html/page_style.h"

namespace attune {

namespace {

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#17191c;--quiet:#5a6068;--rule:#dfe2e5;
--accent:#0b5d63;--bar:#2b858b;--track:#eef1f1;--soft:#f4f7f7;--bad:#a33a1e;
--sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",
"Liberation Sans",Arial,system-ui,sans-serif;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Charter",Georgia,"Liberation Serif",serif}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e8eaec;--quiet:#a2a9b1;
--rule:#32383e;--accent:#7fd0d0;--bar:#35868b;--bad:#f0a08a;--track:#22282c;--soft:#1b2024}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--sans)}
main{max-width:66rem;margin:0 auto;padding:0 1.5rem}
main:focus{outline:0}
h1,h2,h3,p,ol,ul,dl,dd,figure,blockquote,table{margin:0;padding:0}
ol,ul{list-style:none}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.skip:focus{left:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet,small,figcaption{color:var(--quiet);font-size:.875rem;line-height:1.5}
small{white-space:nowrap}
.paper{display:none}

.answer{padding:3.5rem 0 4rem}
.brand{font-weight:600;letter-spacing:-.01em;color:var(--accent);margin-bottom:3.5rem}
h1{font-size:clamp(2rem,1.2rem + 3.4vw,3.4rem);line-height:1.12;letter-spacing:-.025em;
font-weight:650;max-width:18em;text-wrap:balance}
h1.long{font-size:clamp(1.4rem,.95rem + 2vw,2.2rem);line-height:1.2;max-width:26em}
.key{margin-top:2.75rem;border-top:1px solid var(--rule)}
.key li{display:grid;grid-template-columns:3rem 1fr auto;gap:.25rem 1rem;align-items:baseline;
padding:1.1rem 0;border-bottom:1px solid var(--rule)}
.key a{font:1.6rem/1.25 var(--serif);color:var(--ink)}
.rank{font:400 1.6rem/1.25 var(--serif);color:var(--accent)}
.share{color:var(--quiet)}
.tie,.gentle{margin-top:1rem;max-width:44rem}
.read{margin-top:1.75rem;max-width:44rem;color:var(--quiet)}
nav{margin-top:1.75rem}
nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1.5rem;font-size:.9375rem}
nav a{display:inline-block;padding:.2rem 0}

.problem,.part{border-top:1px solid var(--rule);padding:3.5rem 0 4rem}
.problem{border-top:3px solid var(--accent)}
.problem header{display:grid;grid-template-columns:13rem 1fr;align-items:baseline}
.problem .rank{font-size:4.5rem;line-height:1}
.problem h2{font:400 clamp(1.9rem,1.3rem + 2.2vw,2.9rem)/1.15 var(--serif);letter-spacing:-.01em;
text-wrap:balance;overflow-wrap:anywhere}
.body{margin-left:13rem;max-width:46rem;min-width:0}
.part{display:grid;grid-template-columns:13rem minmax(0,1fr)}
.part .body{margin-left:0}
.part>h2{font-size:1.0625rem;line-height:1.4;font-weight:650;padding-right:2rem}
h3{font-size:.9375rem;line-height:1.4;font-weight:650}
.claim{font-size:1.25rem;line-height:1.5;margin:1.25rem 0 1.25rem}
.body section{margin-top:2.25rem}
.body h3+*{margin-top:.6rem}
.facets{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;align-items:baseline;margin-top:1rem}
.facets ul{display:contents}.row .facets{margin-top:.4rem;font-size:.9375rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:0 2.5rem;
align-items:start}
blockquote{font:1.1875rem/1.5 var(--serif);overflow-wrap:anywhere}
.quote blockquote::before{content:"“"}.quote blockquote::after{content:"”"}
.quote+.quote,.cause+.cause{margin-top:1.25rem}
.cause{border-inline-start:3px solid var(--bar);padding-inline-start:1.1rem}
.cause blockquote{font-size:1.3rem;line-height:1.42}
.cause figcaption strong{color:var(--ink)}
.cause+.quiet{margin-top:1rem}
figcaption{margin-top:.3rem}

svg{display:block;overflow:visible}
svg text{font:.8125rem var(--sans);fill:var(--quiet);paint-order:stroke;stroke:var(--paper);
stroke-width:4px;stroke-linejoin:round}
.track{fill:var(--track)}.bar,.column{fill:var(--bar)}
.column{opacity:.5}.column.risen{opacity:1}
.bar-only .bar{fill:var(--bar)}
.axis,.grid{stroke:var(--rule)}.grid{stroke-dasharray:2 4}.axis{stroke:var(--quiet)}
.mark{stroke:var(--accent);stroke-dasharray:3 3}
.whisker{stroke:var(--ink);stroke-width:2}
.lines>g{stroke:var(--ink);fill:none;stroke-width:2;--inside:var(--paper)}
.lines>g.s0{stroke:var(--accent);stroke-width:2.5;--inside:var(--accent)}
.lines circle,.lines rect,.lines path{fill:var(--inside)}
.lines .name{fill:var(--ink)}.lines .name.s0{fill:var(--accent);font-weight:650}
.s1 polyline{stroke-dasharray:9 4}.s2 polyline{stroke-dasharray:2 4}
.s3 polyline{stroke-dasharray:12 4 2 4}.s4 polyline{stroke-dasharray:5 3}
.lines>g.s3,.lines>g.s4{stroke:var(--quiet)}
.body>.pair+h3{margin-top:2rem}.pair>table{margin-bottom:1.25rem}
.body p+figure{margin-top:.9rem}.nb{white-space:nowrap}

table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:start;padding-bottom:.5rem;color:var(--quiet);font-size:.875rem;line-height:1.5}
th{font-weight:400;text-align:start}
.bars th{padding:.2rem 1rem .2rem 0;white-space:nowrap;width:1%}
.bars td{padding:.2rem 0}.bars .n{padding-left:.9rem;white-space:nowrap;width:1%;text-align:end}
.figures,.brands{font-size:.9375rem}
.figures th,.figures td,.brands th,.brands td{padding:.45rem 1.25rem .45rem 0;
border-top:1px solid var(--rule);vertical-align:top}
.figures thead th,.brands thead th{border-top:0;font-weight:650;vertical-align:bottom}
.brands thead th{font-size:.8125rem;line-height:1.35}
.brands tbody th{font-weight:650}.brands th small{font-weight:400;display:block}
.brands td small{display:block}
.brands th{min-width:6.5rem}
.brands td.more{font-weight:650}.brands td.less{font-weight:650}
.brands .more span{color:var(--bad)}.brands .less span{color:var(--accent)}
.scroll+.scroll{margin-top:2rem}
.brands th:first-child{position:sticky;left:0;background:var(--paper)}
.scroll{overflow-x:auto}.quiet+.scroll{margin-top:1rem}

details{margin-top:1rem}
summary{cursor:pointer;color:var(--accent);width:fit-content;padding:.3rem 0;line-height:1.5}
summary:hover{text-decoration:underline;text-underline-offset:.2em}
details[open]>summary{margin-bottom:.75rem}
.evidence ol{border-top:1px solid var(--rule)}
.evidence li{padding:.6rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
.evidence q{font:1.0625rem/1.5 var(--serif);quotes:none}
.evidence small{margin-inline-start:.5rem;white-space:normal}
.evidence p{margin-bottom:.75rem}

.row{display:grid;grid-template-columns:minmax(0,1fr) 13rem;gap:0 2.5rem;padding:1.5rem 0;
border-top:1px solid var(--rule)}
.row:first-child{border-top:0;padding-top:0}
.row h3{font:1.375rem/1.3 var(--serif);overflow-wrap:anywhere;text-wrap:balance}
.row h3+p{margin-top:.15rem;color:var(--quiet)}
.row .order{color:var(--accent);margin-inline-end:.35rem}
.row section h3{font:650 .9375rem/1.4 var(--sans)}
.row section h3+p{color:var(--ink)}
.rowbar{align-self:center}
.opens{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:0 2rem;margin-top:.3rem}
.opens details{margin:0}.opens details[open]{flex-basis:100%;padding-bottom:1.5rem}
.opens .pair section:first-child{margin-top:1rem}
.row .figures{margin-top:2rem}
.questions li{padding:.9rem 0;border-top:1px solid var(--rule);max-width:40rem}
.questions{margin-top:.75rem}
#care .quote{margin-top:1.25rem}#care h3{margin-top:2rem}
#care{border-top:0;background:var(--soft);margin:0 -1.5rem;padding-left:1.5rem;padding-right:1.5rem}
.voice{font:1.0625rem/1 var(--serif)}
#care+*{border-top:0}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.5rem}
.facts dt{color:var(--quiet)}
#method{font-size:.9375rem}
#method p+p,#method li+li{margin-top:.7rem}
#method h3{margin-top:2rem}
footer{color:var(--quiet);font-size:.875rem;width:min(63rem,100% - 3rem);margin:0 auto;
padding:1.5rem 0 4rem;border-top:1px solid var(--rule)}

@media (max-width:52rem){
main{padding:0 1.25rem}
.answer{padding:1.75rem 0 2.75rem}.brand{margin-bottom:2.25rem}
.key li{grid-template-columns:2rem 1fr}.key a{font-size:1.375rem}.rank{font-size:1.375rem}
.share{grid-column:2}
.problem,.part{padding:2.25rem 0 2.75rem}
.problem header,.part{display:block}.problem .rank{font-size:3rem;margin-bottom:.5rem}
.body{margin-left:0}.part>h2{font-size:1.375rem;margin-bottom:1.25rem}
.facets p{flex-basis:100%}.row{grid-template-columns:minmax(0,1fr)}.rowbar{margin-top:.6rem}
.lines .name,.lines .name.s0{font-size:.75rem;font-weight:400}
#care{margin:0 -1.25rem;padding-left:1.25rem;padding-right:1.25rem}
footer{width:calc(100% - 2.5rem);padding-bottom:3rem}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){.bar,.column{fill:CanvasText}.track{fill:Canvas}}
@media print{
@page{margin:18mm 16mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#4a4f55;--rule:#c8ccd0;--accent:#0b5d63;
--bar:#2b858b;--bad:#a33a1e;--track:#eceff0;--soft:#fff}
body{font-size:10.5pt;line-height:1.5;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,footer{max-width:none;width:auto;padding:0}
.skip,nav{display:none}
a{color:inherit;text-decoration:none}
details:not(.twin)::details-content{content-visibility:visible;block-size:auto;opacity:1}
details>summary{color:var(--quiet);list-style:none}
.paper{display:block}
.twin,.evidence li:nth-child(n+11),.row .evidence li:nth-child(n+5),.row .figures{display:none}
.problem{break-before:page}
h1,h2,h3,summary,caption,thead{break-after:avoid}
figure,tr,li,.chart,section>h3{break-inside:avoid}
.row{break-inside:auto}.opens details{flex-basis:100%}
.scroll{overflow:visible}.brands th{min-width:0}.evidence .paper{margin-top:.5rem}
#care{margin:0;padding-left:0;padding-right:0}
}
)css";

}  // namespace

std::string_view page_style() {
  return kStyle;
}

}  // namespace attune
