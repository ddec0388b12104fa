import type { AnswerRow, AnswerShare } from '../../content/kommun/answers.ts';
import type { AnswerPart, KommunAreaDocument } from '../../content/kommun/area.ts';
import type { KommunDocument } from '../../content/kommun/document.ts';
import { exampleText, howToRead } from '../../content/kommun/reading.ts';
import { ASK_ANY_KOMMUN, contactText } from '../../content/kontakt.ts';
import { SHARE_BASE, THE_YES_SHARE } from '../../text/base.ts';
import { cappedList } from '../../text/lists.ts';
import type { Deck, Slide } from './deck.ts';
import { packed } from './packed.ts';
import {
  altOf,
  COLOUR,
  chartSlide,
  deckFacts,
  definitions,
  SHARE_BARS,
  tableSlides,
  textSlide,
} from './parts.ts';
import { registerSlides } from './register-slides.ts';
import { type Spread, spreadChart } from './spread.ts';

/** The deck that a kommun's nämnd is shown: everything it says comes from the report. */
export function kommunDeck(report: KommunDocument): Deck {
  const { kommun, release, areas } = report;
  const sentences = [...areas.map((a) => a.sentence), ...report.registers.map((r) => r.sentence)];
  const example = report.example ? [`Exempeldata. ${exampleText(areas)}`] : [];
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
        `Källor: ${report.sources.join('; ')}.`,
        ...example,
      ]),
      ...areas.flatMap((a) => areaSlides(report, a)),
      ...report.registers.flatMap((r) => registerSlides(kommun.kod, r)),
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

/** Rows of a table and bars of a chart on one slide: fewer leave it empty, more cannot be read. */
const [ROWS, BARS] = [10, 10];

function areaSlides(report: KommunDocument, area: KommunAreaDocument): readonly Slide[] {
  const { namn } = report.kommun;
  const what = area.omrade.kortnamn;
  const questions = definitions(area.rows.map((r) => r.indicator));
  if (!area.own && !area.byStadsdelar)
    return [textSlide(what, [area.sentence, 'Därför finns inga svar att visa för området.'], questions)];
  return [
    ...(area.byStadsdelar ? stadsdelSlides(what, area) : [answersSlide(what, area)]),
    ...differsSlides(namn, area),
    ...askSlides(report, area),
    ...packed(area.groups, ROWS, what.length).flatMap((group) =>
      tableSlides(
        `${group.title}: ${what}`,
        [
          `Det nyaste svaret från ${namn} på varje fråga, med sitt år. Bredvid står ${THE_YES_SHARE} samma år.`,
        ],
        {
          columns: [
            { label: 'Indikator', numeric: false, share: area.byStadsdelar ? 0.36 : 0.42 },
            { label: namn, numeric: false, share: area.byStadsdelar ? 0.28 : 0.22 },
            { label: 'År', numeric: true, share: 0.07 },
            { label: 'Liknande', numeric: true, share: 0.12 },
            { label: 'Länet', numeric: true, share: 0.085 },
            { label: 'Riket', numeric: true, share: 0.085 },
          ],
          rows: group.items.map((r) => [
            r.name,
            r.answer,
            String(r.ar),
            r.peers.text,
            r.lan.text,
            r.riket.text,
          ]),
          alt: `Tabell. Svaren från ${namn} på frågor om ${group.title.toLocaleLowerCase('sv')}.`,
        },
        [...oldNote(group.items), ...definitions(group.items.map((r) => r.indicator))],
      ),
    ),
  ];
}

const oldNote = (rows: readonly AnswerRow[]): readonly string[] =>
  rows.some((r) => r.old) ? ['Svar som är äldre än fem år: fråga om de fortfarande gäller.'] : [];

/** How the newest answers are spread, by kvalitetsområde. It counts answers and is no score. */
function answersSlide(what: string, area: KommunAreaDocument): Slide {
  const bars = area.groups.map(({ title, items }) => ({
    name: title,
    countOf: (key: AnswerPart['key']) =>
      items.filter((r) => (r.tone === 'stadsdelar' ? key === 'stadsdelar' : r.standing === key)).length,
  }));
  return chartSlide(
    what,
    [area.short],
    spreadChart('Kvalitetsområde', 'De nyaste svaren efter kvalitetsområde.', bars),
    [
      'Ett nej kan betyda att arbetet görs på ett annat sätt. Räkna inte ihop svaren till poäng.',
      ...definitions(area.rows.map((r) => r.indicator)),
    ],
  );
}

/** Where the stadsdelar answer in place of their city: how many of them gave each answer, question by question. */
function stadsdelSlides(what: string, area: KommunAreaDocument): readonly Slide[] {
  return packed(area.groups, BARS, what.length + 20).map(({ title, items }, i) => {
    const bars = items.flatMap(({ name, ar, stadsdelar }): Spread[] =>
      stadsdelar === null
        ? []
        : [{ name: `${name} ${ar}`, countOf: (key) => (key === 'stadsdelar' ? 0 : stadsdelar[key]) }],
    );
    return chartSlide(
      i === 0 ? what : `Stadsdelarnas svar: ${what}, ${title.toLocaleLowerCase('sv')}`,
      [
        i === 0
          ? `${area.short} Här: ${title.toLocaleLowerCase('sv')}.`
          : 'Så många stadsdelar gav varje svar.',
      ],
      spreadChart('Indikator', 'Stadsdelarnas nyaste svar, så många som gav varje svar.', bars),
      [
        'Alla stadsdelar svarar på samma frågor. Vad var och en svarade står på kommunens sida.',
        ...definitions(items.map((r) => r.indicator)),
      ],
    );
  });
}

/**
 * Where a kommun differs from others: how common a yes was in riket and among those alike, in the year of the answer. What it
 * does and few others, and what others do and it does not, share a slide where both are: each has a few bars.
 */
function differsSlides(namn: string, area: KommunAreaDocument): readonly Slide[] {
  const what = area.omrade.kortnamn;
  const kinds = [
    { name: `${namn} svarade ja, få andra`, colour: COLOUR.gor, rows: area.rare },
    { name: `Liknande svarade ja, ${namn} nej`, colour: COLOUR.riket, rows: area.gaps },
  ].filter(({ rows }) => rows.length > 0);
  const [only] = kinds;
  if (only === undefined) return [];
  const rows = kinds.flatMap((kind) => kind.rows.map((row) => ({ row, kind })));
  const [one, second] = rows;
  if (one !== undefined && second === undefined) return [oneSlide(`${one.kind.name}: ${what}`, one.row)];
  return [
    chartSlide(
      `${kinds.length === 1 ? only.name : `Där ${namn} skiljer sig från andra`}: ${what}`,
      [
        `${SHARE_BASE}, i riket. Efter frågan står året och hur många liknande kommuner som svarade ja eller alla.`,
      ],
      {
        first: 'Indikator',
        categories: rows.map(
          ({ row }) => `${row.name} ${row.ar} (liknande: ${row.peers.text.toLocaleLowerCase('sv')})`,
        ),
        series: kinds.map((kind) => ({
          name: kinds.length === 1 ? 'Riket' : kind.name,
          colour: kinds.length === 1 ? COLOUR.riket : kind.colour,
          values: rows.map((r) => (r.kind === kind ? shownBar(r.row.riket) : null)),
        })),
        ...SHARE_BARS,
        alt: altOf(
          `${SHARE_BASE}.`,
          rows.map(
            ({ row, kind }) =>
              `${kind.name}: ${row.name} ${row.ar}: liknande ${row.peers.text}, riket ${row.riket.text}`,
          ),
        ),
      },
      definitions(rows.map(({ row }) => row.indicator)),
    ),
  ];
}

/** A bar as long as its text says; none where nobody answered or too few did for a percentage. */
const shownBar = ({ percent, counted }: AnswerShare): number | null => (counted ? null : percent);

/** Why there is none, after the category's name: ` (2 av 4)`, ` (inget svar)`. */
const whyNoneShown = (share: AnswerShare): string =>
  shownBar(share) === null ? ` (${share.text.toLocaleLowerCase('sv')})` : '';

/** A single question where a kommun differs: everybody that it is compared with has a bar, since one bar is no chart. */
function oneSlide(title: string, row: AnswerRow): Slide {
  const places = [
    { name: 'Liknande kommuner', share: row.peers, colour: COLOUR.main },
    { name: 'Länet', share: row.lan, colour: COLOUR.main },
    { name: 'Riket', share: row.riket, colour: COLOUR.riket },
  ];
  return chartSlide(
    title,
    [`${row.name}, ${row.ar}: ${row.indicator.titel}.`, `${SHARE_BASE}.`],
    {
      first: 'Kommuner',
      categories: places.map(({ name, share }) => `${name}${whyNoneShown(share)}`),
      series: [{ name: row.name, colour: COLOUR.main, values: places.map(({ share }) => shownBar(share)) }],
      ...SHARE_BARS,
      marked: new Map(places.map(({ colour }, i) => [i, colour])),
      alt: altOf(
        `${row.name} ${row.ar}. ${SHARE_BASE}.`,
        places.map(({ name, share }) => `${name} ${share.text}`),
      ),
    },
    definitions([row.indicator]),
  );
}

function askSlides(report: KommunDocument, area: KommunAreaDocument): readonly Slide[] {
  const what = area.omrade.kortnamn;
  const asked = area.ask.slice(0, 5);
  const source = `Källa: ${[...new Set(area.rows.map((r) => r.indicator.kalla))].join('; ')}.`;
  return [
    ...(asked.length === 0
      ? []
      : [
          textSlide(
            `Liknande kommuner att fråga: ${what}`,
            asked.map((a) => `${a.namn} svarade ja om ${cappedList(a.about, 2)}.`),
            [
              ...asked.map((a) => `${a.namn} liknar ${report.kommun.namn} mest i ${a.alike}.`),
              ASK_ANY_KOMMUN,
              ...asked.flatMap((a) => (a.contact === null ? [] : [`${a.namn}: ${contactText(a.contact)}.`])),
              'Likheten räknas på folkmängd och bakgrundsmått som alla väger lika.',
              source,
            ],
          ),
        ]),
    ...(area.steps.length === 0
      ? []
      : [
          textSlide(
            `Fyra steg: ${what}`,
            area.steps.map((s, i) => `${i + 1}. ${s.rubrik}. ${s.text}`),
            ['Stegen är ifyllda med kommunens egna resultat. Ändra dem fritt.', source],
          ),
        ]),
  ];
}

function peerSlides(report: KommunDocument): readonly Slide[] {
  if (report.peers.length === 0) return [];
  return tableSlides(
    `Kommuner som liknar ${report.kommun.namn}`,
    ['Likheten räknas på folkmängd och bakgrundsmått.'],
    {
      columns: [
        { label: 'Kommun', numeric: false, share: 0.25 },
        { label: 'Liknar mest i', numeric: false, share: 0.75 },
      ],
      rows: report.peers.map((p) => [p.name, p.alike]),
      alt: `Tabell. Kommuner som liknar ${report.kommun.namn}, och vad de liknar i.`,
    },
    [
      'Alla mått väger lika. En kommun som liknar er behöver inte höra till samma kommungrupp.',
      `Källor: ${report.sources.join('; ')}.`,
    ],
  );
}

function backgroundSlides(report: KommunDocument): readonly Slide[] {
  const { columns, rows, caption } = report.background.table;
  if (rows.length === 0) return [];
  const shares = [0.4, 0.12, 0.24, 0.24];
  return tableSlides(
    caption,
    [
      'Bakgrundsmått hjälper dig att förstå resultaten. De mäter inte kommunens arbete.',
      ...report.background.remarks,
    ],
    {
      columns: columns.map((c, i) => ({ ...c, share: shares[i] ?? 0 })),
      rows: rows.map((cells) => cells.map((c) => c.text)),
      alt: `Tabell. ${caption}.`,
    },
    [`Källor: ${report.sources.join('; ')}.`],
  );
}
