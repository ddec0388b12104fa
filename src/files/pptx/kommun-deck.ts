import { type AnswerRow, STANDING_LABEL, STANDINGS } from '../../content/kommun/answers.ts';
import type { AreaPart, KommunReport } from '../../content/kommun/document.ts';
import { EXAMPLE_TEXT, howToRead } from '../../content/kommun/reading.ts';
import type { RegisterPart } from '../../content/kommun/register.ts';
import { type Standing, silent } from '../../statistics/profile.ts';
import { shownShare } from '../../text/shares.ts';
import type { Deck, Slide } from './deck.ts';
import {
  altOf,
  barOf,
  COLOUR,
  chartSlide,
  deckFacts,
  definitions,
  numberFormat,
  PERCENT,
  tableSlides,
  textSlide,
} from './parts.ts';

/** Bars on one slide: more cannot be read from the back of a room. */
const MOST = 8;

const STANDING_COLOUR: Readonly<Record<Standing, string>> = {
  gor: COLOUR.gor,
  delvis: COLOUR.delvis,
  'inte-an': COLOUR.inte,
  saknas: COLOUR.saknas,
};

/** The deck that a kommun's nämnd is shown: everything it says comes from the report. */
export function kommunDeck(report: KommunReport): Deck {
  const { kommun, release, areas } = report;
  const sentences = [...areas.map((a) => a.sentence), ...report.registers.map((r) => r.sentence)];
  const example = report.example ? [`Exempeldata. ${EXAMPLE_TEXT}`] : [];
  return {
    ...deckFacts(release, report.example),
    title: `${kommun.namn}: öppna jämförelser`,
    description: `Resultat för ${kommun.namn} i öppna jämförelser, version ${release.version}.`,
    keywords: [kommun.namn, 'öppna jämförelser', ...areas.map((a) => a.omrade.kortnamn)],
    slides: [
      {
        layout: 'titel',
        title: `${kommun.namn}: öppna jämförelser`,
        text: [report.place, ...example],
        figure: null,
        notes: [
          'Underlag för nämnden. Alla diagram går att ändra: högerklicka och välj Redigera data.',
          report.page,
        ],
      },
      textSlide('Sammanfattning', sentences, [
        'Meningarna räknas fram ur samma siffror som webbplatsen visar.',
        ...example,
      ]),
      ...areas.flatMap((a) => areaSlides(report, a)),
      ...report.registers.map((r) => registerSlide(report, r)),
      ...peerSlides(report),
      ...backgroundSlides(report),
      textSlide('Så läser du siffrorna', howToRead(areas), ['Samma text finns i rapporten som PDF.']),
      textSlide(
        'Källor',
        [...report.sources, `Alla svar, definitioner och filer: ${report.page}`],
        ['Källan till varje siffra står också i anteckningarna till bilden.'],
      ),
    ],
  };
}

function areaSlides(report: KommunReport, area: AreaPart): readonly Slide[] {
  const { namn } = report.kommun;
  const what = `${area.omrade.kortnamn} ${area.edition.ar}`;
  const questions = definitions(area.profile.items.map((i) => i.indicator));
  if (silent(area.profile) && !area.byStadsdelar)
    return [textSlide(what, [area.sentence, 'Därför finns inga svar att visa för området.'], questions)];
  const overview = area.byStadsdelar ? textSlide(what, [area.sentence], questions) : tallySlide(what, area);
  return [
    overview,
    ...(area.byStadsdelar
      ? []
      : [
          listSlide(
            `Det gör ${namn} redan: ${what}`,
            area.strengths,
            `${namn} svarar inte ja på någon fråga.`,
          ),
          listSlide(`Att arbeta vidare med: ${what}`, area.gaps, `${namn} svarar ja på alla frågor.`),
        ]),
    ...aheadSlides(report, area, what),
    ...area.groups.flatMap((group) =>
      tableSlides(
        `${group.title}: ${what}`,
        [`Svaret från ${namn} bredvid andelen som svarar ja eller alla.`],
        {
          columns: [
            { label: 'Indikator', numeric: false, share: 0.44 },
            { label: namn, numeric: false, share: 0.26 },
            { label: 'Liknande', numeric: true, share: 0.1 },
            { label: 'Länet', numeric: true, share: 0.1 },
            { label: 'Riket', numeric: true, share: 0.1 },
          ],
          rows: group.items.map((r) => [r.indicator.kortnamn, r.answer, r.peers, r.lan, r.riket]),
          alt: `Tabell. Svaren från ${namn} på frågor om ${group.title.toLocaleLowerCase('sv')}.`,
        },
        definitions(group.items.map((r) => r.indicator)),
      ),
    ),
  ];
}

/** How many questions the kommun does, by kvalitetsområde. */
function tallySlide(what: string, area: AreaPart): Slide {
  const count = (items: readonly AnswerRow[], standing: Standing) =>
    items.filter((r) => r.standing === standing).length;
  return chartSlide(
    what,
    [area.sentence],
    {
      first: 'Kvalitetsområde',
      categories: area.groups.map((g) => g.title),
      series: STANDINGS.map((s) => ({
        name: STANDING_LABEL[s],
        colour: STANDING_COLOUR[s],
        values: area.groups.map((g) => count(g.items, s)),
      })),
      direction: 'bar',
      stacked: true,
      format: '0',
      max: null,
      marked: new Map(),
      alt: altOf(
        'Antal frågor efter kvalitetsområde.',
        area.groups.map(
          (g) =>
            `${g.title}: ${STANDINGS.map((s) => `${STANDING_LABEL[s].toLocaleLowerCase('sv')} ${count(g.items, s)}`).join(', ')}`,
        ),
      ),
    },
    definitions(area.profile.items.map((i) => i.indicator)),
  );
}

/** Some questions with how common a yes is among those alike and in riket. */
function listSlide(title: string, rows: readonly AnswerRow[], none: string): Slide {
  if (rows.length === 0) return textSlide(title, [none], ['Räknat på frågorna i området.']);
  const shown = rows.slice(0, MOST);
  const more = rows.length - shown.length;
  return chartSlide(
    title,
    [
      `Så stor andel svarar ja bland kommuner som liknar och i riket.${more > 0 ? ` Här visas ${MOST} av ${rows.length} frågor.` : ''}`,
    ],
    {
      first: 'Indikator',
      categories: shown.map(
        (r) =>
          `${r.indicator.kortnamn}${barOf(r.peersShare) === null ? ` (liknande: ${shownShare(r.peersShare).toLocaleLowerCase('sv')})` : ''}`,
      ),
      series: [
        { name: 'Liknande kommuner', colour: COLOUR.others, values: shown.map((r) => barOf(r.peersShare)) },
        { name: 'Riket', colour: COLOUR.riket, values: shown.map((r) => barOf(r.riketShare)) },
      ],
      direction: 'bar',
      stacked: false,
      format: PERCENT,
      max: 110,
      marked: new Map(),
      alt: altOf(
        'Andel som svarar ja.',
        shown.map((r) => `${r.indicator.kortnamn}: liknande ${r.peers}, riket ${r.riket}`),
      ),
    },
    definitions(shown.map((r) => r.indicator)),
  );
}

function aheadSlides(report: KommunReport, area: AreaPart, what: string): readonly Slide[] {
  const further =
    area.ahead.length === 0
      ? []
      : [
          textSlide(
            `Liknar ${report.kommun.namn} och har kommit längre: ${area.omrade.kortnamn}`,
            area.ahead.map((a) => `${a.name} svarar ja på: ${a.does}.`),
            ['Likheten räknas på folkmängd och bakgrundsmått som alla väger lika.'],
          ),
        ];
  if (area.steps.length === 0) return further;
  return [
    ...further,
    textSlide(
      `Fyra steg: ${what}`,
      area.steps.map((s, i) => `${i + 1}. ${s.rubrik}. ${s.text}`),
      ['Stegen är ifyllda med kommunens egna resultat. Ändra dem fritt.'],
    ),
  ];
}

function registerSlide(report: KommunReport, part: RegisterPart): Slide {
  const { indicator, ar, rows } = part;
  return chartSlide(
    `${indicator.kortnamn}${ar === null ? '' : ` ${ar}`}`,
    [part.sentence],
    {
      first: 'Kommun',
      categories: rows.map((r) =>
        r.value === null ? `${r.name} (${r.shown.toLocaleLowerCase('sv')})` : r.name,
      ),
      series: [{ name: indicator.kortnamn, colour: COLOUR.others, values: rows.map((r) => r.value) }],
      direction: 'bar',
      stacked: false,
      format: numberFormat(indicator),
      max: null,
      marked: new Map(
        rows.flatMap((r, i): [number, string][] =>
          r.kod === report.kommun.kod ? [[i, COLOUR.own]] : r.name === 'Riket' ? [[i, COLOUR.riket]] : [],
        ),
      ),
      alt: altOf(
        part.sentence,
        rows.map((r) => `${r.name} ${r.shown}`),
      ),
    },
    definitions([indicator]),
  );
}

function peerSlides(report: KommunReport): readonly Slide[] {
  if (report.peers.length === 0) return [];
  const share = 0.16;
  return tableSlides(
    `Kommuner som liknar ${report.kommun.namn}`,
    [
      'Likheten räknas på folkmängd och bakgrundsmått. Siffrorna visar hur många frågor kommunen svarar ja på.',
    ],
    {
      columns: [
        { label: 'Kommun', numeric: false, share: 0.18 },
        { label: 'Liknar mest i', numeric: false, share: 0.82 - share * report.areas.length },
        ...report.areas.map((a) => ({ label: a.omrade.kortnamn, numeric: true, share })),
      ],
      rows: report.peers.map((p) => [p.name, p.alike, ...p.does]),
      alt: `Tabell. Kommuner som liknar ${report.kommun.namn}, vad de liknar i och hur många frågor de svarar ja på.`,
    },
    ['Alla mått väger lika. En kommun som liknar er behöver inte höra till samma kommungrupp.'],
  );
}

function backgroundSlides(report: KommunReport): readonly Slide[] {
  const { columns, rows, caption } = report.background;
  if (rows.length === 0) return [];
  const shares = [0.4, 0.12, 0.24, 0.24];
  return tableSlides(
    caption,
    ['Bakgrundsmått hjälper dig att förstå resultaten. De mäter inte kommunens arbete.'],
    {
      columns: columns.map((c, i) => ({ ...c, share: shares[i] ?? 0 })),
      rows: rows.map((cells) => cells.map((c) => c.text)),
      alt: `Tabell. ${caption}.`,
    },
    [`Källor: ${report.sources.join('; ')}.`],
  );
}
