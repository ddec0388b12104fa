import { pdfBytes } from '../typst/compiler.ts';
import { LOOK } from '../typst/look.ts';
import type { KommunData } from './kommun-data.ts';

/** The report about a kommun. What it says is all in the data (`kommun-data.ts`); only the form is here. */
const KOMMUN_TEMPLATE = `${LOOK}
#brand
#title(d.titel)
#text(11pt, fill: soft, d.plats)

#if d.exempel { example(d.exempelnot) }

// What has no answer is lines on white: differs from every shade also in grey.
#let lines = tiling(size: (4pt, 4pt), place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.7pt + soft)))
#let fills = (c3, c2, c1, lines, tint)
#let tally(t) = grid(
  columns: (1fr,) * t.len(),
  ..t.enumerate().map(((i, x)) => {
    text(9pt, fill: soft)[#box(rect(width: 7pt, height: 7pt, fill: fills.at(i))) #x.namn]
    linebreak()
    text(15pt, weight: 600, str(x.antal))
  }),
)
// The same four numbers as a bar: the eye sees at once how much is left. The numbers stand under it in words.
#let strip(t) = {
  figure(alt: "Stapel. " + t.map(x => x.namn + " " + str(x.antal)).join("; ") + ".",
    grid(columns: t.map(x => if x.antal == 0 { 0pt } else { x.antal * 1fr }), column-gutter: 1pt,
      ..t.enumerate().map(((i, x)) => if x.antal > 0 { rect(width: 100%, height: 7pt, fill: fills.at(i)) } else { [] })))
}
#let rows(title, items, share) = if items.len() > 0 {
  head(2, title)
  table(columns: (1fr, auto), table.header(first[Indikator], num(share)), ..items.map(i => (first(i.namn), num(i.andel))).flatten())
}

#for a in d.omraden {
  head(1, a.titel)
  a.mening
  if a.rakning.len() > 0 {
    block(above: 0.9em, below: 0pt, strip(a.rakning))
    block(above: 2pt, width: 100%, tally(a.rakning))
    rows(a.ovanligtRubrik, a.ovanligt, [Riket])
    rows(a.skillnadRubrik, a.skillnad, [Liknande])
  }
}

#for r in d.register { aired(16pt, 4pt); block(breakable: false, above: 1.6em, {
  heading(level: 1, r.titel)
  r.mening
  let most = calc.max(..r.rader.map(x => if x.varde == none { 0 } else { x.varde }))
  figure(
    alt: r.alt, caption: r.kalla,
    grid(columns: (3.6cm, 1fr), row-gutter: 3.5pt, align: horizon,
      ..r.rader.map(x => (
        align(right, text(9.5pt, weight: if x.egen { 600 } else { 400 }, fill: if x.egen { mark } else { ink }, x.namn) + h(6pt)),
        align(left, {
          if x.varde != none and most > 0 { box(baseline: 1.5pt, rect(width: 9.6cm * x.varde / most, height: 9pt, fill: if x.egen { mark } else if x.riket { ink } else { c2 })) ; h(5pt) }
          text(9.5pt, weight: if x.egen { 600 } else { 400 }, fill: if x.varde == none { soft } else { ink }, x.visat)
        }),
      )).flatten()),
  )
  for a in r.anmarkningar { text(9pt, fill: soft, a); linebreak() }
  if r.ar != none {
    r.ar.mening
    table(columns: (1fr,) + (2.6cm,) * (r.ar.kolumner.len() - 1), table.header(first(r.ar.kolumner.first()), ..r.ar.kolumner.slice(1).map(num)), ..r.ar.rader.map(x => (first(x.first()), ..x.slice(1).map(num))).flatten())
    for n in r.ar.noter { text(9pt, fill: soft, n); parbreak() }
  }
}) }

#if d.liknande.len() > 0 {
  head(1, d.liknandeRubrik)
  d.liknandeText
  table(columns: (3.4cm, 1fr), table.header(first[Kommun], [Liknar mest i]), ..d.liknande.map(p => (first(p.namn), p.liknar)).flatten())
}

#for a in d.omraden {
  head(1, a.tabellrubrik)
  a.tabelltext
  table(
    columns: (1fr, 4.1cm, 1.55cm, 1.45cm, 1.45cm),
    table.header(first[Indikator], d.namn, num[Liknande], num[Länet], num[Riket]),
    ..a.grupper.map(g => (table.header(level: 2, repeat: false, group(5, g.titel)), ..g.rader.map(r => (first({ r.namn; if r.fraga != none { linebreak(); text(8pt, weight: 400, fill: soft, r.fraga) } }), r.svar, num(r.liknande), num(r.lan), num(r.riket))).flatten())).flatten(),
  )
  if a.fragaAndra.len() > 0 {
    head(2, a.fragaRubrik)
    a.fragaHur
    list(..a.fragaAndra.map(x => [#text(weight: 600, x.namn) svarade ja om #x.om. Liknar mest i #x.liknar]))
  }
  if a.steg.len() > 0 {
    head(2)[Använd resultatet i fyra steg]
    enum(..a.steg.map(s => [#text(weight: 600)[#s.rubrik.] #s.text]), spacing: 0.7em)
  }
}

#head(1)[Förutsättningar]
Bakgrundsmått hjälper dig att förstå resultaten. De mäter inte kommunens arbete.
#table(columns: (1fr, 1.5cm, 3.2cm, 3.6cm), table.header(first[Mått], [År], num(d.namn), num[Mitten bland kommunerna]), ..d.bakgrund.map(r => (first(r.at(0)), r.at(1), num(r.at(2)), num(r.at(3)))).flatten())
#for a in d.bakgrundAnmarkningar { text(9pt, fill: soft, a); linebreak() }

#head(1)[Så läser du siffrorna]
#for p in d.lasText { par(p) }
#head(2)[Källor]
#list(..d.kallor)
#link(d.sida)[Alla svar, definitioner och filer finns på #d.sida]
`;

/** The same as PDF. */
export const kommunPdf = (data: KommunData): Uint8Array => pdfBytes(KOMMUN_TEMPLATE, data);
