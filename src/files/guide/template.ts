import { pdfBytes } from '../typst/compiler.ts';
import { LOOK } from '../typst/look.ts';
import type { GuideData } from './guide-data.ts';

/** The user guide. What it says is all in the data (`guide-data.ts`); only the form is here. */
export const GUIDE_TEMPLATE = `${LOOK}
#show heading.where(level: 3): set block(above: 1.9em, below: 0.7em)
#show outline.entry.where(level: 1): set text(weight: 600)
#brand
#title()
#text(11pt, fill: soft, d.sidfot)

#outline(title: [Innehåll], depth: 2)

#let inline(parts) = for p in parts {
  if "href" in p { link(if p.href.starts-with("/") { d.sida + p.href.slice(1) } else { p.href }, p.text) }
  else if "strong" in p { strong(p.text) }
  else if "emph" in p { emph(p.text) }
  else { p.text }
}
#let blocks(all) = for b in all {
  if b.kind == "heading" { heading(level: calc.min(3, calc.max(2, b.level)), inline(b.text)) }
  else if b.kind == "paragraph" { par(inline(b.text)) }
  else if b.kind == "table" { table(columns: b.head.len(), table.header(..b.head.map(inline)), ..b.rows.map(r => r.map(inline)).flatten()) }
  else if b.ordered { enum(spacing: 0.7em, ..b.items.map(inline)) }
  else { list(..b.items.map(inline)) }
}
#let chapter(c) = { heading(level: 1, c.titel); blocks(c.block) }

#pagebreak()
#for c in d.inledning { chapter(c) }

#heading(level: 1, d.teckenrubrik)
#table(columns: (2cm, 4cm, 1fr), table.header(first[Tecken], [Betyder], [Förklaring]), ..d.tecken.map(t => (first(t.at(0)), t.at(1), t.at(2))).flatten())

#for o in d.omraden {
  pagebreak()
  heading(level: 1, o.titel)
  par(o.ingress)
  for g in o.grupper {
    heading(level: 2, g.titel)
    for i in g.indikatorer {
      heading(level: 3, i.titel)
      for r in i.rader { par(spacing: 0.55em, [#text(weight: 600, fill: soft, r.namn + ": ")#r.text]) }
      par(text(9pt, fill: soft)[Id: #i.id])
    }
  }
}

#pagebreak()
#for c in d.avslutning { chapter(c) }

#link(d.sida)[Alla siffror, filer och definitioner finns på #d.sida]
`;

/** The same as PDF. */
export const guidePdf = (data: GuideData): Uint8Array => pdfBytes(GUIDE_TEMPLATE, data);
