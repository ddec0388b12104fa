import { PALETTE } from '../../charts/palette.ts';

const { ink, soft, rule, accent, mark, c0, c1, c2, c3, c4, na, tint } = PALETTE.light;

/**
 * The look of every PDF, before its content: page with version, date and page number, headings, tables, the mark of
 * example data. The data must have `titel`, `sidhuvud`, `sidfot`, `datum` (year, month, day) and `exempel`.
 *
 * Typst remembers what it has laid out by content and style, so no style here may hold anything of one document: the
 * head and foot of a page look their words up, what the file says of itself comes last (`ABOUT`), and how airy a
 * document is changes only the space before its headings. Rows do not break, so a row is the same wherever it stands.
 */
export const LOOK = `
#let d = json(bytes(sys.inputs.data))
// How airy: 0 as designed, less and more where pages would otherwise break badly.
#let air = int(sys.inputs.air)
#let gap = 3.1pt
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
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 1.9cm, bottom: 1.9cm),
  header: context if counter(page).get().first() > 1 { let s = query(<sida>).first().value; text(9pt, fill: soft)[#s.huvud #h(1fr) #if s.exempel [#text(fill: mark, weight: 600)[Innehåller exempeldata]]] },
  footer: context text(9pt, fill: soft)[#query(<sida>).first().value.fot #h(1fr) Sida #counter(page).display()],
)
#set text(font: "Source Sans 3", size: 10pt, fill: ink, lang: "sv", region: "SE", number-width: "tabular", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em)
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
#set table.cell(breakable: false)
#show table.cell.where(y: 0): set text(weight: 600)
#show figure: set block(breakable: false)
#show figure.caption: set text(9pt, fill: soft)
#set figure(supplement: none, numbering: none, gap: 0.8em)
#show figure.caption: set align(left)
#metadata((huvud: d.sidhuvud, fot: d.sidfot, exempel: d.exempel))<sida>
// The space that stands before a block as designed, and how much a step of air changes it.
#let aired(space, step) = if air != 0 { v(space + air * step, weak: true) }
#let head(level, body) = {
  if level == 1 { aired(19.5pt, 4pt) } else if level == 2 { aired(13.2pt, 2.5pt) }
  heading(level: level, body)
}
#let brand = block(below: 1.1em, grid(columns: (auto, 1fr), column-gutter: 6pt, align: horizon, rect(width: 9pt, height: 9pt, fill: mark), text(10.5pt, weight: 600, fill: accent, d.marke)))
#let example(note) = block(width: 100%, fill: tint, stroke: (left: 3pt + mark), inset: (x: 10pt, y: 7pt), text(9.5pt)[#text(weight: 600)[Exempeldata.] #note])
// A hairline under a row, drawn from its first cell: a cell's own border would be described in its tag, cell by cell.
#let first(body, width: 17cm) = { [#metadata(none)<rad>]; place(bottom + left, dx: -4pt, dy: gap, line(length: width, stroke: 0.5pt + hair)); body }
#let num(body) = align(right, body)
#let group(n, body) = table.cell(colspan: n, inset: (x: 4pt, top: 6.5pt, bottom: gap), first(text(fill: accent, weight: 600, body)))
`;

/** What a file says of itself. Comes after everything in every template: see above. */
export const ABOUT = `
#set document(title: d.titel, author: d.utgivare, description: d.beskrivning, keywords: d.amnesord, date: datetime(year: d.datum.at(0), month: d.datum.at(1), day: d.datum.at(2)))
`;
