import { type RegisterPart, registerRemarks } from '../../content/kommun/register.ts';
import type { Slide } from './deck.ts';
import { altOf, COLOUR, chartSlide, definitions, numberFormat } from './parts.ts';
import { segmentsOf } from './segments.ts';

/** A register of a kommun: its newest figure beside others, and its years where there are several. */
export const registerSlides = (kod: string, part: RegisterPart): readonly Slide[] => [
  newestSlide(kod, part),
  ...historySlides(part),
];

function newestSlide(kod: string, part: RegisterPart): Slide {
  const { indicator, ar, rows } = part;
  return chartSlide(
    `${indicator.kortnamn}${ar === null ? '' : ` ${ar}`}`,
    [
      part.rate === null ? part.sentence : `${part.sentence} ${part.rate}`,
      ...rows.flatMap((r) => (r.kod === kod ? (r.remark ?? []) : [])),
    ],
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
          r.kod === kod ? [[i, COLOUR.own]] : r.name === 'Riket' ? [[i, COLOUR.riket]] : [],
        ),
      ),
      alt: altOf(
        part.sentence,
        rows.map((r) => `${r.name} ${r.shown}`),
      ),
    },
    [...registerRemarks(part), ...definitions([indicator])],
  );
}

/** At most so many years stand on a slide; the page has them all. Two bars a year need more room. */
const YEARS = { alla: 10, delat: 6 };

/** The newest years: a bar each or, where the source tells them apart, one of women and one of men. */
function historySlides({ indicator, history }: RegisterPart): readonly Slide[] {
  if (!history) return [];
  const { points, sexes, cuts } = history;
  const newest = points.at(-1)?.ar ?? 0;
  const most = sexes ? YEARS.delat : YEARS.alla;
  const first = Math.max(points[0]?.ar ?? newest, newest - most + 1);
  const years = Array.from({ length: newest - first + 1 }, (_, i) => first + i);
  const series = sexes
    ? [
        { name: 'Kvinnor', colour: COLOUR.own, points: sexes.kvinnor },
        { name: 'Män', colour: COLOUR.riket, points: sexes.man },
      ]
    : segmentsOf(cuts, years).map(({ name, colour, holds }, _, all) => ({
        name: all.length === 1 ? indicator.kortnamn : name,
        colour: all.length === 1 ? COLOUR.main : colour,
        points: points.filter((p) => holds(p.ar)),
      }));
  const breaks = cuts.filter((c) => first < c.franAr).map((c) => `${c.label}.`);
  return [
    chartSlide(
      history.title,
      [[history.sentence, ...breaks].join(' ')],
      {
        first: 'År',
        categories: years.map(String),
        series: series.map(({ name, colour, points: of }) => ({
          name,
          colour,
          values: years.map((ar) => of.find((p) => p.ar === ar)?.varde ?? null),
        })),
        direction: 'col',
        stacked: false,
        format: numberFormat(indicator),
        max: null,
        marked: new Map(),
        alt: altOf(
          [history.sentence, ...breaks].join(' '),
          series.flatMap(({ name, points: of }) =>
            of.filter((p) => p.ar >= first).map((p) => `${name} ${p.ar} ${p.label}`),
          ),
        ),
      },
      [...definitions([indicator]), ...history.notes],
    ),
  ];
}
