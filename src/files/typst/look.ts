import { PALETTE } from '../../charts/palette.ts';

const { ink, soft, rule, accent, mark, c0, c1, c2, c3, c4, na, tint } = PALETTE.light;

/**
 * The look of every PDF, before its content: page with version, date and page number, headings, tables, the mark of
 * example data. The data must have `titel`, `sidhuvud`, `sidfot`, `datum` (year, month, day) and `exempel`.
 */
export const LOOK = `
#let d = json(bytes(sys.inputs.data))
// How airy: 0 as designed, less and more where pages would otherwise break badly.
#let air = int(sys.inputs.air)
#let gap = 3.1pt + air * 0.25pt
#let ink = rgb("${ink}")
#let soft = rgb("${soft}")
#let hair = rgb("${rule}")
#let accent = rgb("${accent}")
#let mark = rgb("${mark}")
#let c0 = rgb("${c0}")
#let c1 = rgb("${c1}")
#let c2 = rgb("${c2}")
#let c3 = rgb("${c3}")
#let c4 = rgb("${c4}")
#let tint = rgb("${tint}")
#let na = rgb("${na}")
#set document(title: d.titel, author: d.utgivare, description: d.beskrivning, keywords: d.amnesord, date: datetime(year: d.datum.at(0), month: d.datum.at(1), day: d.datum.at(2)))
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 1.9cm, bottom: 1.9cm),
  header: context if counter(page).get().first() > 1 { text(9pt, fill: soft)[#d.sidhuvud #h(1fr) #if d.exempel [#text(fill: mark, weight: 600)[Innehåller exempeldata]]] },
  footer: context text(9pt, fill: soft)[#d.sidfot #h(1fr) Sida #counter(page).display()],
)
#set text(font: "Source Sans 3", size: 10pt, fill: ink, lang: "sv", region: "SE", number-width: "tabular", hyphenate: false)
#set par(leading: 0.62em + air * 0.03em, spacing: 0.95em + air * 0.08em)
#set list(marker: text(fill: accent)[•], spacing: 0.7em)
#show title: set text(23pt, weight: 600, fill: ink)
#show heading: set text(fill: ink, weight: 600)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(11.5pt, fill: accent)
#show heading.where(level: 3): set text(10.5pt)
#show heading.where(level: 1): set block(above: 1.3em, below: 0.65em, sticky: true)
#show heading.where(level: 2): set block(above: 1.15em, below: 0.6em, sticky: true)
#show heading.where(level: 3): set block(above: 1.1em, below: 0.5em, sticky: true)
#show link: set text(fill: accent)
#show table: set text(9pt)
#show table: set par(leading: 0.5em)
#set table(stroke: none, inset: (x: 4pt, y: gap))
#show table.cell.where(y: 0): set text(weight: 600)
#show figure: set block(breakable: false)
#show figure.caption: set text(9pt, fill: soft)
#set figure(supplement: none, numbering: none, gap: 0.8em)
#show figure.caption: set align(left)
#let brand = block(below: 1.1em, grid(columns: (auto, 1fr), column-gutter: 6pt, align: horizon, rect(width: 9pt, height: 9pt, fill: mark), text(10.5pt, weight: 600, fill: accent, d.marke)))
#let example(note) = block(width: 100%, fill: tint, stroke: (left: 3pt + mark), inset: (x: 10pt, y: 7pt), text(9.5pt)[#text(weight: 600)[Exempeldata.] #note])
// A hairline under a row, drawn from its first cell: a cell's own border would be described in its tag, cell by cell.
#let first(body, width: 17cm) = { [#metadata(none)<rad>]; place(bottom + left, dx: -4pt, dy: gap, line(length: width, stroke: 0.5pt + hair)); body }
#let num(body) = align(right, body)
#let group(n, body) = table.cell(colspan: n, inset: (x: 4pt, top: 6.5pt, bottom: gap), first(text(fill: accent, weight: 600, body)))
`;
