import { pdfBytes } from '../typst/compiler.ts';
import { LOOK } from '../typst/look.ts';
import type { GuideData } from './guide-data.ts';

/** The user guide. What it says is all in the data (`guide-data.ts`); only the form is here. */
export const GUIDE_TEMPLATE = `${LOOK}
#show heading.where(level: 3): set block(above: 1.9em, below: 0.7em)
#show outline.entry.where(level: 1): set text(weight: 600)
#brand
#title(d.titel)
#text(11pt, fill: soft, d.sidfot)

// Two columns, so that the contents are seen at a glance: on one page.
#heading(level: 1, outlined: false)[Innehåll]
#block(height: 19.6cm, columns(2, gutter: 0.9cm, { set text(9pt); outline(title: none, depth: 2) }))

#let inline(parts) = for p in parts {
  if "href" in p { link(if p.href.starts-with("/") { d.sida + p.href.slice(1) } else { p.href }, p.text) }
  else if "strong" in p { strong(p.text) }
  else if "emph" in p { emph(p.text) }
  else { p.text }
}
#let blocks(all) = for b in all {
  if b.kind == "heading" { head(calc.min(3, calc.max(2, b.level)), inline(b.text)) }
  else if b.kind == "paragraph" { par(inline(b.text)) }
  else if b.kind == "table" { table(columns: b.head.len(), table.header(..b.head.map(inline)), ..b.rows.map(r => r.map(inline)).flatten()) }
  else if b.ordered { enum(spacing: 0.7em, ..b.items.map(inline)) }
  else { list(..b.items.map(inline)) }
}
#let chapter(c) = { head(1, c.titel); blocks(c.block) }

#pagebreak()
#for c in d.inledning { chapter(c) }

#head(1, d.teckenrubrik)
#table(columns: (2cm, 4cm, 1fr), table.header(first[Tecken], [Betyder], [Förklaring]), ..d.tecken.map(t => (first(t.at(0)), t.at(1), t.at(2))).flatten())

// Bars of shares, the highest first.
#let shares(b) = figure(alt: b.alt, caption: b.text, grid(columns: (7cm, 1fr), row-gutter: 3.5pt, align: horizon,
  ..b.rader.map(x => (
    align(right, text(9pt, x.namn) + h(6pt)),
    align(left, {
      if x.andel != none { box(baseline: 1.5pt, rect(width: 8.4cm * x.andel / 100, height: 8pt, fill: c2)); h(5pt) }
      text(9pt, x.visat)
    }),
  )).flatten()))
// Columns over the years: a year is as wide everywhere, and a break stands as a dashed line.
#let years(o) = {
  let (wide, high) = (17cm, 1.5cm)
  let step = wide / (o.sista - o.forsta + 1)
  let at(ar) = (ar - o.forsta) * step
  let word(dx, dy, body) = place(top + left, dx: dx, dy: dy, box(width: step, align(center, box(width: 0pt, align(center, text(7.5pt, body))))))
  let stand(x) = high * if o.hogst == 0 { 0 } else { x.varde / o.hogst }
  figure(alt: o.alt, caption: o.text, align(left, box(width: wide, height: high + 0.9cm, {
    for x in o.ar {
      let bar = calc.min(step * 0.6, 1.5cm)
      place(top + left, dx: at(x.ar) + (step - bar) / 2, dy: 0.4cm + high - stand(x), rect(width: bar, height: stand(x), fill: c2))
      word(at(x.ar), 0.32cm + high - stand(x) - 0.25cm, x.visat)
      word(at(x.ar), 0.5cm + high, str(x.ar))
    }
    place(top + left, dy: 0.4cm + high, line(length: wide, stroke: 0.5pt + hair))
    for b in o.brott { place(top + left, dx: at(b.ar), line(start: (0pt, 0pt), end: (0pt, 0.4cm + high), stroke: (paint: mark, thickness: 0.8pt, dash: "dashed"))) }
  })))
}
#let facts(i) = {
  grid(columns: (2.3cm, 1fr), row-gutter: 4pt, ..i.rader.map(r => (text(9pt, weight: 600, fill: soft, r.namn), text(9.5pt, r.text))).flatten(), text(9pt, weight: 600, fill: soft)[Id], text(9pt, i.id))
}

#for o in d.omraden {
  head(1, o.titel)
  par(o.ingress)
  for g in o.grupper {
    head(2, g.titel)
    if g.bild != none { shares(g.bild) }
    // An indicator is read as one: it is not torn between pages.
    for i in g.indikatorer {
      aired(13pt, 3pt)
      block(breakable: false, above: 1.3em, {
        heading(level: 3, i.titel)
        facts(i)
        if i.over != none { v(2pt); years(i.over) }
      })
    }
  }
}

#for c in d.avslutning { chapter(c) }

#link(d.sida)[Alla siffror, filer och definitioner finns på #d.sida]
`;

/** The same as PDF. */
export const guidePdf = (data: GuideData): Uint8Array => pdfBytes(GUIDE_TEMPLATE, data);
