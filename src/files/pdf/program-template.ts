import { versionLine } from '../../content/kommun/reading.ts';
import type { ProgramDocument } from '../../content/program/document.ts';
import { pdfBytes } from '../typst/compiler.ts';
import { LOOK } from '../typst/look.ts';

/** The report that follows a programme up. What it says is all in the data; only the form is here. */
const PROGRAM_TEMPLATE = `${LOOK}
#brand
#{ show regex("[0-9]{4}–[0-9]{4}"): box; title(d.titel) }
#text(11pt, fill: soft, d.plats)

#if d.exempel { example(d.exempelnot) }

#d.ingress

#head(1)[Läget i varje strategi]
#d.statustext
#table(
  columns: (1fr, ..d.statusar.map(_ => auto), auto),
  table.header(first[Strategi], ..d.statusar.map(s => num(s)), num[Alla]),
  ..d.strategier.map(s => (first(s.titel), ..s.antal.map(n => num(if n == 0 { [–] } else { str(n) })), num(str(s.alla)))).flatten(),
)

#head(1)[Indikatorerna mot basåret]
Bara utfall som är räknade som basåret jämförs.
#table(
  columns: (1fr, 4.4cm, 2.1cm, 4cm),
  table.header(first[Indikator], [Basår], [Önskat], [Sedan dess]),
  ..d.indikatorer.map(i => (first(i.titel), i.basar, i.onskat, i.sedan)).flatten(),
)

#if d.nytt != none {
  head(1, d.nytt.rubrik)
  table(
    columns: (1fr, 2.6cm, 2.6cm, 4.6cm),
    table.header(first[Åtgärd eller indikator], [Förut], [Nu], [Om uppgiften]),
    ..d.nytt.rader.map(r => (first(r.at(0)), r.at(1), r.at(2), r.at(3))).flatten(),
  )
}

#head(1)[Alla åtgärder]
#let timed = d.atgarder.any(a => a.tid != "")
#let when(tid) = if timed { (tid,) } else { () }
#table(
  columns: (1fr, 3.4cm, 3cm, ..when(2cm), 2.3cm),
  table.header(first[Åtgärd], [Leder], [Medverkar], ..when([När]), [Läge]),
  ..d.atgarder.map(a => (first(a.atgard), a.leder, a.medverkar, ..when(a.tid), a.status)).flatten(),
)

#head(1)[Källa]
#d.kalla \\
#link(d.sida)[Mål, åtgärder och filer finns på #d.sida]
`;

/** What the template reads: Swedish keys, every text ready to be set. */
const programData = (p: ProgramDocument) => ({
  titel: p.titel,
  marke: p.release.titel,
  utgivare: p.release.organisation.namn,
  beskrivning: `Uppföljning av ${p.titel}, version ${p.release.version}.`,
  amnesord: [p.utgivare, 'program mot hemlöshet'],
  datum: p.release.datum.split('-').map(Number),
  sidhuvud: `${p.titel} · ${p.release.titel}`,
  sidfot: versionLine(p.release),
  exempel: p.exempel,
  exempelnot: 'Kommunen och programmet är påhittade.',
  plats: `${p.utgivare}. Gäller ${p.galler}.`,
  ingress: p.ingress,
  statustext: p.strategier.some((s) => s.antal.slice(0, -1).some((n) => n > 0))
    ? 'Antal åtgärder efter vad som senast är känt om dem.'
    : 'Antal åtgärder. Hur långt de har kommit finns det ingen öppen uppgift om.',
  statusar: p.statusar.map((s) => s.namn),
  strategier: p.strategier,
  indikatorer: p.indikatorer,
  nytt: p.nytt,
  atgarder: p.atgarder,
  kalla: p.kalla,
  sida: p.page,
});

/** A programme's report as PDF. */
export const programPdf = (document: ProgramDocument): Uint8Array =>
  pdfBytes(PROGRAM_TEMPLATE, programData(document));
