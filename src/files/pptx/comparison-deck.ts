import type { ComparisonParts } from '../../compare/beside.ts';
import type { CompareData } from '../../compare/data.ts';
import {
  type Against,
  countsOfCell,
  type Matrix,
  type MatrixIndicator,
  riketText,
} from '../../compare/matrix.ts';
import type { ComparisonName } from '../../compare/naming.ts';
import { summaryText } from '../../compare/table.ts';
import { must } from '../../model/must.ts';
import { SHARE_BASE } from '../../text/base.ts';
import { EXAMPLE_NOTE, sourceText } from '../../text/names.ts';
import { capitalise, countOf, KOMMUN } from '../../text/numbers.ts';
import type { Deck, Slide } from './deck.ts';
import { altOf, COLOUR, chartSlide, deckFacts, numberFormat, tableSlides, textSlide } from './parts.ts';
import { type Spread, spreadChart } from './spread.ts';

/** Bars on a slide: more cannot be read from the back of a room. */
const BARS = 9;
/** Columns of kommuner that a table on a slide has room for. */
const COLUMNS = 6;
/** Kommuner that a chart of one number has room for. */
const PLACES = 20;

const yearText = (ar: number | null) => (ar === null ? 'senaste året för varje fråga' : String(ar));

/** The year after the name where slides hold several years. */
const dated = ({ kortnamn, utgava }: MatrixIndicator) =>
  utgava.ar === null ? kortnamn : `${kortnamn} ${utgava.ar}`;

const pagesOf = <T>(items: readonly T[], most: number): readonly (readonly T[])[] => {
  const pages = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, i) => items.slice(i * size, (i + 1) * size));
};

const numbered = (title: string, i: number, all: readonly unknown[]) =>
  all.length > 1 ? `${title} (${i + 1} av ${all.length})` : title;

const notesOf = (indicators: readonly MatrixIndicator[]): readonly string[] => {
  const sources = (example: boolean) =>
    [...new Set(indicators.filter((i) => i.utgava.exempel === example).map((i) => i.kalla))].join('; ');
  const [real, made] = [sources(false), sources(true)];
  return [
    ...(real === '' ? [] : [sourceText(real, false)]),
    ...(made === '' ? [] : [sourceText(made, true)]),
    'Definitioner står på indikatorernas egna sidor.',
  ];
};

/** How the group answered, question by question: counts, so that a small group has bars too. */
function answerSlides(matrix: Matrix, title: string): readonly Slide[] {
  const asked = matrix.indikatorer.map((indicator, at) => ({ indicator, at })).filter(isQuestion);
  return pagesOf(asked, BARS).map((page, i, all) => {
    const bars = page.map(({ indicator, at }): Spread => {
      const counts = matrix.rows.map(({ cells }) => {
        const cell = cells[at];
        return cell ? countsOfCell(indicator, cell) : { antal: [], tillfragade: 0 };
      });
      const gave = (lage: string) =>
        counts.reduce(
          (sum, { antal }) =>
            sum + indicator.svar.reduce((own, s, n) => own + (s.lage === lage ? (antal[n] ?? 0) : 0), 0),
          0,
        );
      const answered = counts.reduce((sum, { antal }) => sum + antal.reduce((own, n) => own + n, 0), 0);
      const asking = counts.reduce((sum, c) => sum + c.tillfragade, 0);
      return {
        name: `${dated(indicator)} (riket ${riketText(indicator)})`,
        countOf: (part) =>
          part === 'saknas' ? Math.max(0, asking - answered) : part === 'stadsdelar' ? 0 : gave(part),
      };
    });
    return chartSlide(
      numbered(title, i, all),
      [`Så många gav varje svar. Inom parentes: riket, ${SHARE_BASE.toLocaleLowerCase('sv')}.`],
      spreadChart('Indikator', `${title}, så många som gav varje svar.`, bars),
      notesOf(page.map((p) => p.indicator)),
    );
  });
}

const isQuestion = ({ indicator }: { readonly indicator: MatrixIndicator }) => indicator.typ === 'svar';

/** A number of every kommun, highest first, with riket in a colour of its own. */
function numberSlides(matrix: Matrix): readonly Slide[] {
  return matrix.indikatorer.flatMap((indicator, at): Slide[] => {
    if (isQuestion({ indicator })) return [];
    const rows = matrix.rows
      .map(({ kommun, cells }) => ({ namn: kommun.namn, cell: must(cells[at], `cell of ${indicator.id}`) }))
      .toSorted((a, b) => (b.cell.sort ?? -Infinity) - (a.cell.sort ?? -Infinity));
    return pagesOf(rows, PLACES).map((page, i, all) => {
      const bars = page.map(({ namn, cell }) => ({
        name: typeof cell.raw === 'number' ? namn : `${namn} (${cell.text.toLocaleLowerCase('sv')})`,
        value: typeof cell.raw === 'number' ? cell.raw : null,
        said: `${namn} ${cell.text}`,
      }));
      const { riket } = indicator.utgava;
      const country =
        riket === null ? [] : [{ name: 'Riket', value: riket, said: `Riket ${riketText(indicator)}` }];
      const shown = [...bars, ...country];
      return chartSlide(
        numbered(dated(indicator), i, all),
        [`Riket: ${riketText(indicator)}. Högst står först.`],
        {
          first: 'Kommun',
          categories: shown.map((b) => b.name),
          series: [{ name: indicator.kortnamn, colour: COLOUR.others, values: shown.map((b) => b.value) }],
          direction: 'bar',
          stacked: false,
          format: numberFormat(indicator),
          max: null,
          marked: new Map(riket === null ? [] : [[shown.length - 1, COLOUR.riket]]),
          alt: altOf(
            `${dated(indicator)}.`,
            shown.map((b) => b.said),
          ),
        },
        notesOf([indicator]),
      );
    });
  });
}

/** What the groups say together, in words: the only form in which a share of fewer than ten is shown. */
function groupSlides(matrix: Matrix, against: Against | null): readonly Slide[] {
  const groups = ['Gruppen', ...(against ? [against.grupp] : []), 'Riket'];
  return tableSlides(
    against ? `Gruppen mot ${against.grupp}` : 'Gruppen och riket',
    [`${SHARE_BASE}, och hur många de är. För tal: det mittersta av kommunernas.`],
    {
      columns: [
        { label: 'Indikator', numeric: false, share: 0.4 },
        ...groups.map((label) => ({ label, numeric: false, share: 0.6 / groups.length })),
      ],
      rows: matrix.indikatorer.map((indicator, i) => {
        const said = (of: Pick<Matrix, 'summary'>) => {
          const summary = of.summary[i];
          return summary ? summaryText(indicator, summary) : 'Ingen uppgift';
        };
        return [dated(indicator), said(matrix), ...(against ? [said(against)] : []), riketText(indicator)];
      }),
      alt: `Tabell. ${groups.join(', ')}: vad de svarade tillsammans.`,
    },
    notesOf(matrix.indikatorer),
  );
}

/** Every kommun's own answer, where there are few enough. */
function tableOfAnswers(matrix: Matrix): readonly Slide[] {
  const { rows, indikatorer } = matrix;
  if (rows.length === 0 || rows.length > COLUMNS) return [];
  return tableSlides(
    'Kommunernas svar',
    ['Det som varje kommun har svarat, eller skälet till att svaret saknas.'],
    {
      columns: [
        { label: 'Indikator', numeric: false, share: 0.34 },
        ...rows.map(({ kommun }) => ({ label: kommun.namn, numeric: false, share: 0.66 / rows.length })),
      ],
      rows: indikatorer.map((indicator, i) => [
        dated(indicator),
        ...rows.map(({ cells }) => must(cells[i], `cell of ${indicator.id}`).text),
      ]),
      alt: `Tabell. Vad ${rows.map((r) => r.kommun.namn).join(', ')} har svarat.`,
    },
    notesOf(indikatorer),
  );
}

const isMatrix = (part: Matrix | Against): part is Matrix => 'rows' in part;
const isAgainst = (part: Matrix | Against): part is Against => 'antal' in part;

/**
 * A comparison as slides with native charts, for the browser: the same parts and the same look as the site's own decks.
 * @param parts what is shown, then a second group and another year where they were asked for
 */
export function comparisonDeck(
  parts: ComparisonParts,
  { release }: Pick<CompareData, 'release'>,
  { grupp, ar }: ComparisonName,
): Deck {
  const [shown, ...others] = parts;
  const against = others.find(isAgainst) ?? null;
  const beside = others.filter(isMatrix);
  const example = parts.some((p) => p.exempel);
  const title = `Jämförelse: ${grupp}, ${yearText(ar)}`;
  return {
    ...deckFacts(release, example),
    title,
    description: `Jämförelse av ${grupp}, ${yearText(ar)}.`,
    keywords: ['öppna jämförelser', 'jämförelse', grupp],
    slides: [
      {
        layout: 'titel',
        title: `Jämförelse: ${grupp}`,
        text: [
          `${countOf(shown.rows.length, KOMMUN)}. ${capitalise(yearText(ar))}.`,
          ...(example ? [EXAMPLE_NOTE] : []),
        ],
        figure: null,
        notes: [
          `Gjord på ${release.webbplats}jamfor/. Diagrammen går att ändra: högerklicka och välj Redigera data.`,
        ],
      },
      ...groupSlides(shown, against),
      ...answerSlides(shown, 'Gruppens svar'),
      ...numberSlides(shown),
      ...tableOfAnswers(shown),
      ...beside.flatMap((m) => {
        const year = m.indikatorer[0]?.utgava.ar;
        return year == null ? [] : answerSlides(m, `Gruppens svar ${year}`);
      }),
      textSlide(
        'Så läser du siffrorna',
        [
          `${SHARE_BASE}. Har färre än tio svarat visas antalet i stället för procent.`,
          'I städer där stadsdelarna svarar räknas varje stadsdel för sig.',
          'Ett svar som saknas är aldrig ett nej.',
          'Ett nej kan betyda att arbetet görs på ett annat sätt. Räkna inte ihop svaren till poäng.',
        ],
        notesOf(shown.indikatorer),
      ),
    ],
  };
}
