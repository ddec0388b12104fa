import { answersOf } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Kommun, RIKET } from '../model/kommun.ts';
import { must } from '../model/must.ts';
import type { Observation } from '../model/observation.ts';
import { perIndex, perIndexBy } from '../model/per-index.ts';
import { breaksOf } from '../statistics/comparability.ts';
import { neighboursOf } from '../statistics/groups.ts';
import { peersOf } from '../statistics/peers.ts';
import { standingOf } from '../statistics/profile.ts';
import { kommunYears } from '../statistics/years.ts';
import { answerLabel } from '../text/answers.ts';
import { remarkOf } from '../text/remarks.ts';
import {
  ABSENT,
  type CompareAnswers,
  type CompareData,
  type ComparedKommuner,
  type CompareIndicator,
  type CompareYear,
} from './data.ts';

/** The comparison file's content. Indicators without values for kommuner are left out: there is nothing to compare. */
export const compareDataOf = perIndex((index: CatalogueIndex): CompareData => {
  const { release, referens } = index.catalogue;
  const { kommuner, omraden, indikatorer } = compared(index, referens.kommuner, 'alla');
  return {
    release,
    kommuner,
    vatten: referens.vattenrutor.map(({ col, row }) => [col, row]),
    lan: referens.lan.map(({ kod, namn, slug }) => ({ kod, namn, slug })),
    grupper: referens.kommungrupper.map(({ kod, namn }) => ({ kod, namn })),
    omraden,
    indikatorer,
    liknande: Object.fromEntries(
      referens.kommuner.map((k) => [k.kod, peersOf(index, k.kod).map((p) => p.kod)]),
    ),
    grannar: Object.fromEntries(referens.kommuner.map((k) => [k.kod, neighboursOf(referens, k.kod)])),
  };
}, 'jamforelse');

/** Which years of each indicator: of those that are not shown nothing is read. */
type ComparedYears = 'alla' | 'nyast';

/**
 * Of that, what compares some kommuner: of the others nothing is read.
 * @param koder theirs; without any, what there is to compare
 * @param years `nyast` where no other year can be chosen
 */
export function compareDataAmong(
  index: CatalogueIndex,
  koder: readonly string[],
  years: ComparedYears = 'alla',
): ComparedKommuner {
  const chosen = new Set(koder);
  return compared(
    index,
    index.catalogue.referens.kommuner.filter((k) => chosen.has(k.kod)),
    years,
  );
}

/** A kommun and those most like it, nearest first. */
export const withSimilar = (index: CatalogueIndex, kod: string): readonly string[] => [
  kod,
  ...peersOf(index, kod).map((p) => p.kod),
];

function compared(
  index: CatalogueIndex,
  kommuner: readonly Kommun[],
  years: ComparedYears,
): ComparedKommuner {
  const { referens, omraden } = index.catalogue;
  const rutor = new Map(referens.kommunrutor.map((r) => [r.kod, [r.col, r.row] as const]));
  const values = kommuner.map(({ kod }) => ({ kod, own: ownValues(index, kod, years) }));
  return {
    kommuner: kommuner.map((k) => ({
      kod: k.kod,
      namn: k.namn,
      slug: k.slug,
      lan: k.lanskod,
      grupp: k.kommungrupp,
      folkmangd: k.folkmangd,
      ruta: rutor.get(k.kod) ?? [0, 0],
    })),
    omraden: omraden.map(({ slug, titel }) => ({ slug, titel })),
    indikatorer: frames(index, years).map(({ years: [newest, ...earlier], ...indicator }) => {
      const ofYear = (year: Year): CompareYear => {
        const places = values.map(({ kod, own }) => ({ kod, ...must(own[year.at], `values of ${kod}`) }));
        return {
          ar: year.ar,
          exempel: year.exempel,
          varden: places.map((p) => p.varde),
          anmarkningar: Object.fromEntries(
            places.flatMap(({ kod, anmarkning }) => (anmarkning === null ? [] : [[kod, anmarkning]])),
          ),
          riket: year.riket,
          riketSvar: year.riketSvar,
          stadsdelar: Object.fromEntries(
            places.flatMap(({ kod, stadsdelar }) => (stadsdelar === null ? [] : [[kod, stadsdelar]])),
          ),
        };
      };
      return { ...indicator, utgavor: [ofYear(newest), ...earlier.map(ofYear)] };
    }),
  };
}

/** A year of an indicator without its kommuner, and its place among all years of all indicators. */
type Year = Pick<CompareYear, 'ar' | 'exempel' | 'riket' | 'riketSvar'> & { readonly at: number };
type Frame = Omit<CompareIndicator, 'utgavor'> & { readonly years: readonly [Year, ...Year[]] };

/** All that is said of indicators and years in a comparison, whichever kommuner it is of. */
const frames = perIndexBy((index, which: ComparedYears): readonly Frame[] => {
  let at = 0;
  return index.catalogue.indikatorer.flatMap((indicator): readonly Frame[] => {
    const examples = exampleYears(index, indicator.id);
    const known = kommunYears(index, indicator.id);
    const shown = which === 'alla' ? known : known.slice(0, 1);
    const [newest, ...earlier] = shown.map((ar): Year => {
      const riket = index.observation(indicator.id, RIKET, ar);
      at += 1;
      return {
        ar,
        exempel: examples.includes(ar),
        riket: !isQuestion(indicator) && typeof riket?.varde === 'number' ? riket.varde : null,
        riketSvar: riket ? answersIn(indicator, riket) : null,
        at: at - 1,
      };
    });
    return newest ? [{ ...described(index, indicator), years: [newest, ...earlier] }] : [];
  });
});

/** The years in which some kommun's value is an example. */
const exampleYears = perIndexBy(
  (index, id: string): readonly (number | null)[] =>
    kommunYears(index, id).filter((ar) =>
      index.catalogue.referens.kommuner.some((k) => index.observation(id, k.kod, ar)?.exempel === true),
    ),
  'exempel-ar',
);

const isQuestion = ({ svarstyp, kategorier }: Indicator) => answersOf(svarstyp, kategorier).length > 0;

function described(index: CatalogueIndex, indicator: Indicator): Omit<CompareIndicator, 'utgavor'> {
  return {
    id: indicator.id,
    slug: indicator.slug,
    kortnamn: indicator.kortnamn,
    omrade: indicator.omrade,
    typ: isQuestion(indicator) ? 'svar' : 'tal',
    svarstyp: indicator.svarstyp,
    enhet: indicator.enhet,
    decimaler: indicator.decimaler,
    svar: answersOf(indicator.svarstyp, indicator.kategorier).map((ord) => ({
      ord,
      text: answerLabel(indicator, ord),
      lage: standingOf(indicator, { varde: ord }),
    })),
    kalla: indicator.kalla,
    brott: breaksOf(indicator, index.omrade(indicator.omrade)),
  };
}

/** What a kommun has in a year of an indicator. */
type Own = {
  readonly varde: number | string;
  readonly anmarkning: string | null;
  readonly stadsdelar: CompareAnswers | null;
};

/** What a kommun has in every year of every indicator, in their order. A kommun stands in some ten comparisons. */
const ownValues = perIndexBy((index, kod: string, which: ComparedYears): readonly Own[] =>
  frames(index, which).flatMap(({ id, years }) => {
    const indicator = must(index.indikator(id), `indicator ${id}`);
    return years.map(({ ar }): Own => {
      const o = index.observation(id, kod, ar);
      return {
        varde: o?.varde ?? `${ABSENT}${o?.saknas ?? 'uppgift-saknas'}`,
        anmarkning: remarkOf(o),
        stadsdelar: o && typeof o.varde !== 'string' ? answersIn(indicator, o) : null,
      };
    });
  }),
);

/** How the units behind a place's value answered; null where it is not an answer of several. */
function answersIn(indicator: Indicator, { fordelning, tillfragade }: Observation): CompareAnswers | null {
  if (fordelning === null) return null;
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  return { antal: answers.map((ord) => fordelning[ord] ?? 0), tillfragade: tillfragade ?? 0 };
}
