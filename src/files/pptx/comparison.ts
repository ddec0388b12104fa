import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Edition, Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { isMixed, shareOf } from '../../statistics/profile.ts';
import type { Share } from '../../statistics/share.ts';
import { askedOnce, type SharedQuestion, sharedQuestions } from '../../statistics/shared.ts';
import { shareBase, THE_YES_SHARE } from '../../text/base.ts';
import { shownShare } from '../../text/shares.ts';
import type { Slide } from './deck.ts';
import { altOf, barOf, COLOUR, chartSlide, SHARE_BARS, tableSlides } from './parts.ts';

const COLOURS = [COLOUR.main, COLOUR.own, COLOUR.riket];

const notesOf = (questions: readonly SharedQuestion[]): readonly string[] => {
  const asked = questions.flatMap((q) => q.parts.flatMap((p) => p.indikatorer));
  return [
    'Definition och källa står i anteckningarna till varje frågas egen bild.',
    `Källa: ${[...new Set(asked.map((i) => i.kalla))].join('; ')}.`,
  ];
};

/** True where each area asks once, by itself: only then can bars stand beside each other. */
const oneEach = (question: SharedQuestion): boolean =>
  !askedOnce(question) && question.parts.every((p) => p.indikatorer.length === 1);

function barSlide(
  questions: readonly SharedQuestion[],
  areas: readonly Omrade[],
  { ar, enhet }: Edition,
  shareIn: (indicator: Indicator) => Share | null,
): Slide {
  const text = `Samma fråga i flera områden inom socialtjänsten. ${ar}. ${shareBase(enhet)}`;
  const asked = ({ parts }: SharedQuestion, { slug }: Omrade) =>
    parts.find((p) => p.omrade === slug)?.indikatorer[0];
  return chartSlide(
    'Samma frågor i flera områden',
    [text],
    {
      first: 'Fråga',
      categories: questions.map((q) => q.namn),
      series: areas.map((o, i) => ({
        name: o.kortnamn,
        colour: COLOURS[i % COLOURS.length] ?? COLOUR.main,
        values: questions.map((q) => {
          const indicator = asked(q, o);
          return indicator ? barOf(shareIn(indicator)) : null;
        }),
      })),
      ...SHARE_BARS,
      alt: altOf(
        text,
        questions.map((q) =>
          areas
            .flatMap((o) => {
              const indicator = asked(q, o);
              return indicator ? [`${q.namn}, ${o.kortnamn} ${shownShare(shareIn(indicator))}`] : [];
            })
            .join(', '),
        ),
      ),
    },
    notesOf(questions),
  );
}

/**
 * The areas of social services side by side where they share questions (`statistics/shared`, as on `/sida-vid-sida/`): bars
 * where each area asks once, a table where one asks in several ways or where they share one answer. None for an edition
 * whose year is not the one in which a question is shared.
 */
export function comparisonSlides(index: CatalogueIndex, omrade: Omrade, edition: Edition): readonly Slide[] {
  const { ar } = edition;
  const questions = sharedQuestions(index).filter(
    (q) => q.ar === ar && q.parts.some((p) => p.omrade === omrade.slug),
  );
  const areas = index.catalogue.omraden.filter((o) =>
    questions.some((q) => q.parts.some((p) => p.omrade === o.slug)),
  );
  const riketOf = ({ id }: Indicator) => index.observation(id, RIKET, ar);
  const asked = questions.flatMap((q) => q.parts.flatMap((p) => p.indikatorer));
  const mixed = isMixed(asked.flatMap((i) => riketOf(i) ?? []));
  // A made-up answer never stands beside real ones as a bar of the same kind.
  const shareIn = (indicator: Indicator) =>
    mixed && riketOf(indicator)?.exempel ? null : shareOf(indicator, riketOf(indicator));
  const bars = questions.filter(oneEach);
  const nameOf = (slug: string) => index.omrade(slug)?.kortnamn ?? slug;
  const rows = questions
    .filter((q) => !oneEach(q))
    .flatMap((q) =>
      q.parts.flatMap(({ omrade: slug, indikatorer }) =>
        indikatorer.map((i) => [q.namn, nameOf(slug), i.kortnamn, shownShare(shareIn(i))]),
      ),
    );
  return [
    ...(bars.length === 0 ? [] : [barSlide(bars, areas, edition, shareIn)]),
    ...(rows.length === 0
      ? []
      : tableSlides(
          'Liknande frågor i flera områden',
          ['Områdena frågar på olika sätt, eller delar en och samma fråga. Jämför därför med försiktighet.'],
          {
            columns: [
              { label: 'Gemensam fråga', numeric: false, share: 0.3 },
              { label: 'Område', numeric: false, share: 0.2 },
              { label: 'Så ställs den', numeric: false, share: 0.35 },
              { label: `Riket ${ar}`, numeric: true, share: 0.15 },
            ],
            rows,
            alt: `Tabell. Frågor som liknar varandra i flera områden, med ${THE_YES_SHARE} i riket.`,
          },
          notesOf(questions),
        )),
  ];
}
