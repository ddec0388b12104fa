import type { AnswerRow } from '../../content/kommun/answers.ts';
import { STANDING_LABEL, STANDINGS } from '../../content/kommun/answers.ts';
import type { AreaPart, KommunReport } from '../../content/kommun/document.ts';
import { EXAMPLE_TEXT, howToRead, versionLine } from '../../content/kommun/reading.ts';
import type { RegisterPart } from '../../content/kommun/register.ts';
import { silent } from '../../statistics/profile.ts';

/** Strengths and gaps on the first page: the rest stands in the table of all answers. */
const MOST = 5;

const short = (row: AnswerRow) => ({ namn: row.indicator.kortnamn, riket: row.riket });

function area(report: KommunReport, part: AreaPart) {
  const { namn } = report.kommun;
  const without = silent(part.profile);
  const title = `${part.omrade.titel}, ${part.edition.ar}`;
  return {
    titel: title,
    mening: part.sentence,
    rakning: without ? [] : STANDINGS.map((s) => ({ namn: STANDING_LABEL[s], antal: part.profile.tally[s] })),
    styrkorRubrik: `Det gör ${namn} redan`,
    styrkor: part.strengths.slice(0, MOST).map(short),
    ingaStyrkor: `${namn} svarar inte ja på någon fråga.`,
    bristerRubrik: 'Att arbeta vidare med',
    brister: part.gaps.slice(0, MOST).map(short),
    ingaBrister: `${namn} svarar ja på alla frågor.`,
    tabellrubrik: `Alla svar: ${title}`,
    tabelltext: part.byStadsdelar
      ? 'Stadsdelarna svarar i stället för staden. Bredvid står andelen som svarar ja eller alla.'
      : `Svaret från ${namn} bredvid andelen som svarar ja eller alla.`,
    grupper: part.groups.map((g) => ({
      titel: g.title,
      rader: g.items.map((r) => ({
        namn: r.indicator.kortnamn,
        svar: r.answer,
        liknande: r.peers,
        lan: r.lan,
        riket: r.riket,
      })),
    })),
    langreRubrik: `Kommuner som liknar ${namn} och har kommit längre`,
    langre: part.ahead.map((a) => ({ namn: a.name, gor: a.does })),
    steg: part.steps,
  };
}

function register(report: KommunReport, { indicator, ar, sentence, rows }: RegisterPart) {
  const year = ar === null ? '' : `, ${ar}`;
  return {
    titel: `${indicator.kortnamn}${year}`,
    mening: sentence,
    alt: `Stapeldiagram. ${rows.map((r) => `${r.name} ${r.shown}`).join('; ')}.`,
    kalla: `${report.kommun.namn}, de kommuner som liknar den mest, och riket. Källa: ${indicator.kalla}.`,
    rader: rows.map((r) => ({
      namn: r.name,
      varde: r.value,
      visat: r.shown,
      egen: r.kod === report.kommun.kod,
      riket: r.name === 'Riket',
    })),
  };
}

/** What the template of a kommun's report reads: Swedish keys, every text ready to be set. */
export function kommunData(report: KommunReport) {
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
    exempelnot: EXAMPLE_TEXT,
    namn: kommun.namn,
    plats: report.place,
    omraden: report.areas.map((a) => area(report, a)),
    register: report.registers.map((r) => register(report, r)),
    liknandeRubrik: `Kommuner som liknar ${kommun.namn}`,
    liknandeText:
      'Likheten räknas på folkmängd och bakgrundsmått som alla väger lika. Siffrorna visar hur många frågor kommunen svarar ja på.',
    liknandeKolumner: report.areas.map((a) => a.omrade.kortnamn),
    liknande: report.peers.map((p) => ({ namn: p.name, liknar: p.alike, gor: p.does })),
    bakgrund: report.background.rows.map((cells) => cells.map((c) => c.text)),
    lasText: howToRead(report.areas),
    kallor: report.sources,
    sida: report.page,
  };
}
