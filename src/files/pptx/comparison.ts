import { shownShare } from '../../content/kommun/answers.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Edition, Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { shareOf } from '../../statistics/profile.ts';
import type { Slide } from './deck.ts';
import { altOf, barOf, COLOUR, chartSlide, PERCENT, tableSlides } from './parts.ts';

const COLOURS = [COLOUR.main, COLOUR.own, COLOUR.riket];

const NOTES = ['Definition och källa står i anteckningarna till varje frågas egen bild.'];

type Asked = { readonly indicator: Indicator; readonly omrade: Omrade };

/** Questions that this area and others ask alike, that year. */
function shared(index: CatalogueIndex, omrade: Omrade, ar: number): readonly (readonly Asked[])[] {
  const asked = index.catalogue.omraden.flatMap((o) =>
    index
      .indikatorerOf(o.slug, ar)
      .filter((i) => i.omrade === o.slug && i.gemensamFraga !== null)
      .map((indicator) => ({ indicator, omrade: o })),
  );
  const groups = Map.groupBy(asked, (a) => a.indicator.gemensamFraga ?? '');
  return [...groups.values()].filter(
    (group) => group.some((a) => a.omrade === omrade) && group.some((a) => a.omrade !== omrade),
  );
}

/** `systematisk-uppfoljning` has no words of its own: the question is named after the area that the deck is about. */
const nameOf = (group: readonly Asked[], omrade: Omrade) =>
  group.find((a) => a.omrade === omrade)?.indicator.kortnamn ?? '';

/**
 * The areas of social services side by side where they share questions: bars where each asks once, a table where one asks
 * in several ways. None when no question is shared that year.
 */
export function comparisonSlides(index: CatalogueIndex, omrade: Omrade, { ar }: Edition): readonly Slide[] {
  const groups = shared(index, omrade, ar);
  const areas = index.catalogue.omraden.filter((o) => groups.some((g) => g.some((a) => a.omrade === o)));
  const shareIn = ({ indicator }: Asked) => shareOf(indicator, index.observation(indicator.id, RIKET, ar));
  const single = groups.filter((g) => areas.every((o) => g.filter((a) => a.omrade === o).length <= 1));
  const several = groups.filter((g) => !single.includes(g));
  const text = `Samma fråga i flera områden inom socialtjänsten. Andel som svarade ja eller alla ${ar}, av dem som svarade.`;
  const bars =
    single.length === 0
      ? []
      : [
          chartSlide(
            'Samma frågor i flera områden',
            [text],
            {
              first: 'Fråga',
              categories: single.map((g) => nameOf(g, omrade)),
              series: areas.map((o, i) => ({
                name: o.kortnamn,
                colour: COLOURS[i % COLOURS.length] ?? COLOUR.main,
                values: single.map((g) => {
                  const asked = g.find((a) => a.omrade === o);
                  return asked ? barOf(shareIn(asked)) : null;
                }),
              })),
              direction: 'bar',
              stacked: false,
              format: PERCENT,
              max: 110,
              marked: new Map(),
              alt: altOf(
                text,
                single.map((g) =>
                  g.map((a) => `${a.indicator.kortnamn} ${shownShare(shareIn(a))}`).join(', '),
                ),
              ),
            },
            NOTES,
          ),
        ];
  const rows = several.flatMap((g) =>
    g.map((a) => [a.omrade.kortnamn, a.indicator.titel, shownShare(shareIn(a))]),
  );
  if (rows.length === 0) return bars;
  return [
    ...bars,
    ...tableSlides(
      'Liknande frågor i flera områden',
      ['Områdena frågar om samma sak på olika sätt. Jämför därför med försiktighet.'],
      {
        columns: [
          { label: 'Område', numeric: false, share: 0.25 },
          { label: 'Fråga', numeric: false, share: 0.6 },
          { label: `Riket ${ar}`, numeric: true, share: 0.15 },
        ],
        rows,
        alt: 'Tabell. Frågor som liknar varandra i flera områden, med andelen som svarade ja i riket.',
      },
      NOTES,
    ),
  ];
}
