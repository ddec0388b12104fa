import type { AnswerRow } from '../../content/kommun/answers.ts';
import type { KommunAreaDocument } from '../../content/kommun/area.ts';
import type { KommunDocument } from '../../content/kommun/document.ts';
import { exampleText, howToRead, versionLine } from '../../content/kommun/reading.ts';
import { type RegisterPart, registerRemarks } from '../../content/kommun/register.ts';
import { ASK_ANY_KOMMUN, contactText } from '../../content/kontakt.ts';
import { must } from '../../model/must.ts';
import { THE_YES_SHARE } from '../../text/base.ts';
import { cappedList } from '../../text/lists.ts';

/** An answer and its year; an old one says so. */
const dated = ({ answer, ar, old }: AnswerRow) => `${answer} (${ar}${old ? ', äldre svar' : ''})`;

const askText = ({ ask }: AnswerRow) => ask.map((a) => `${a.namn} (${a.when})`).join(', ');

function area(report: KommunDocument, part: KommunAreaDocument) {
  const { namn } = report.kommun;
  const title = part.omrade.titel;
  return {
    titel: title,
    mening: part.sentence,
    rakning: part.own ? part.parts.map(({ label, antal }) => ({ namn: label, antal })) : [],
    ovanligtRubrik: `${namn} svarade ja, få andra gjorde det`,
    ovanligt: part.rare.map((r) => ({ namn: `${r.name} (${r.ar})`, andel: r.riket.text })),
    skillnadRubrik: `Mer än hälften av de liknande svarade ja, ${namn} nej`,
    skillnad: part.gaps.map((r) => ({ namn: `${r.name} (${r.ar})`, andel: r.peers.text })),
    tabellrubrik: `Alla svar: ${title}`,
    tabelltext: part.byStadsdelar
      ? `Stadsdelarna svarar i stället för staden. Bredvid står ${THE_YES_SHARE} samma år.`
      : `Det nyaste svaret från ${namn} på varje fråga. Bredvid står ${THE_YES_SHARE} samma år.`,
    grupper: part.groups.map((g) => ({
      titel: g.title,
      rader: g.items.map((r) => ({
        namn: r.name,
        fraga: r.ask.length === 0 ? null : `Liknande som svarade ja: ${askText(r)}`,
        svar: dated(r),
        liknande: r.peers.text,
        lan: r.lan.text,
        riket: r.riket.text,
      })),
    })),
    fragaRubrik: 'Liknande kommuner att fråga',
    fragaHur: ASK_ANY_KOMMUN,
    fragaAndra: part.ask.map((a) => ({
      namn: a.namn,
      om: cappedList(a.about, 3),
      liknar: a.contact === null ? `${a.alike}.` : `${a.alike}. Kontakt: ${contactText(a.contact)}.`,
    })),
    steg: part.steps,
  };
}

/** At most so many years stand in a report; the page has them all. */
const YEARS = 10;

/** A register's newest years, with women and men where the source tells them apart. */
function history({ history }: RegisterPart) {
  if (!history) return null;
  const columns = history.table.columns.flatMap((c, i) =>
    c.numeric || i === 0 || c.label === 'Jämförbar serie' ? [{ label: c.label, at: i }] : [],
  );
  return {
    mening: history.sentence,
    kolumner: columns.map((c) => c.label),
    rader: history.table.rows
      .slice(-YEARS)
      .map((row) => columns.map(({ at }) => must(row[at], `cell ${at}`).text)),
    noter: history.notes,
  };
}

function register(report: KommunDocument, part: RegisterPart) {
  const { indicator, ar, sentence, rate, rows } = part;
  const year = ar === null ? '' : `, ${ar}`;
  return {
    titel: `${indicator.kortnamn}${year}`,
    mening: rate === null ? sentence : `${sentence} ${rate}`,
    ar: history(part),
    alt: `Stapeldiagram. ${rows.map((r) => `${r.name} ${r.shown}`).join('; ')}.`,
    kalla: `${report.kommun.namn}, de kommuner som liknar den mest, och riket. Källa: ${indicator.kalla}.`,
    anmarkningar: registerRemarks(part),
    rader: rows.map((r) => ({
      namn: r.name,
      varde: r.value,
      visat: r.shown,
      egen: r.kod === report.kommun.kod,
      riket: r.name === 'Riket',
    })),
  };
}

export type KommunData = ReturnType<typeof kommunData>;

/** What the template of a kommun's report reads: Swedish keys, every text ready to be set. */
export function kommunData(report: KommunDocument) {
  const { kommun, release } = report;
  return {
    titel: `${kommun.namn}: rapport om öppna jämförelser`,
    marke: release.titel,
    utgivare: release.organisation.namn,
    beskrivning: `Resultat för ${kommun.namn} i öppna jämförelser, version ${release.version}.`,
    amnesord: [kommun.namn, 'öppna jämförelser', ...report.areas.map((a) => a.omrade.kortnamn)],
    datum: release.datum.split('-').map(Number),
    sidhuvud: `${kommun.namn} · ${release.titel}`,
    sidfot: versionLine(release),
    exempel: report.example,
    exempelnot: exampleText(report.areas),
    namn: kommun.namn,
    plats: report.place,
    omraden: report.areas.map((a) => area(report, a)),
    register: report.registers.map((r) => register(report, r)),
    liknandeRubrik: `Kommuner som liknar ${kommun.namn}`,
    liknandeText: 'Likheten räknas på folkmängd och bakgrundsmått som alla väger lika.',
    liknande: report.peers.map((p) => ({ namn: p.name, liknar: p.alike })),
    bakgrund: report.background.table.rows.map((cells) => cells.map((c) => c.text)),
    bakgrundAnmarkningar: report.background.remarks,
    lasText: howToRead(report.areas),
    kallor: report.sources,
    sida: report.page,
  };
}
