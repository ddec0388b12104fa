import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator, Likhetstema } from '../model/indicator.ts';
import { must } from '../model/must.ts';
import { perIndex, perIndexBy } from '../model/per-index.ts';
import { newestKommunYear } from './years.ts';

/** How alike: over everything, or in one theme only. */
export type PeerTheme = 'allt' | Likhetstema;

/** A measure of likeness: inhabitants, or a background indicator. */
export type Measure = {
  readonly id: string;
  readonly tema: Likhetstema | 'storlek';
  readonly indicator: Indicator | null;
  /** The year of its values; null when the source does not say. */
  readonly ar: number | null;
};

export type Peer = {
  readonly kod: string;
  /** Root mean square of the differences in standard deviations; 0 is the same, 1 is one standard deviation off. */
  readonly distance: number;
  /** The measures in which the two are closest, closest first. */
  readonly alike: readonly Measure[];
  /** The same SKR kommungrupp. */
  readonly sameGroup: boolean;
};

/** Standardised background measures of every kommun; built once per catalogue. */
type PeerSpace = {
  readonly measures: readonly Measure[];
  /** Standard scores by kommunkod, in the order of `measures`; null where the value is missing. */
  readonly scores: ReadonlyMap<string, Scores>;
};
type Scores = readonly (number | null)[];

/** How many similar kommuner are shown. */
export const PEER_COUNT = 7;

/** A pair of kommuner needs at least this part of a theme's measures in common to be compared. */
const MIN_COVERAGE = 0.5;

/** Mean 0, standard deviation 1 (population); missing stays missing; a constant measure becomes all zeros. */
export function standardise(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.filter((v) => v !== null);
  if (known.length === 0) return values;
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const sd = Math.sqrt(known.reduce((a, b) => a + (b - mean) ** 2, 0) / known.length);
  return values.map((v) => (v === null ? null : sd === 0 ? 0 : (v - mean) / sd));
}

/**
 * The space in which kommuner are near or far: the logarithm of inhabitants (so that 5 000 against 10 000 counts
 * as 50 000 against 100 000) and the newest value of every indicator that has a `likhetstema`. It has a name: what is
 * asked for each kommun would otherwise have read the values of all others.
 */
export const peerSpace = perIndex(buildSpace, 'likhetsrum');

function buildSpace(index: CatalogueIndex): PeerSpace {
  const { referens, referensKallor } = index.catalogue;
  const { kommuner } = referens;
  const indicators = index.catalogue.indikatorer.filter((i) => i.likhetstema !== null);
  const measures: Measure[] = [
    {
      id: 'folkmangd',
      tema: 'storlek',
      indicator: null,
      ar: Number(referensKallor.folkmangd.datum.slice(0, 4)),
    },
    ...indicators.map((i) => ({
      id: i.id,
      tema: i.likhetstema ?? 'ekonomi',
      indicator: i,
      ar: newestKommunYear(index, i.id) ?? null,
    })),
  ];
  const columns = measures.map(({ indicator, ar }) => {
    if (!indicator) return standardise(kommuner.map((k) => Math.log(k.folkmangd)));
    return standardise(
      kommuner.map((k) => {
        const varde = index.observation(indicator.id, k.kod, ar)?.varde;
        return typeof varde === 'number' ? varde : null;
      }),
    );
  });
  return {
    measures,
    scores: new Map(kommuner.map((k, i) => [k.kod, columns.map((c) => c[i] ?? null)])),
  };
}

const inTheme = (measure: Measure, theme: PeerTheme) =>
  theme === 'allt' || measure.tema === theme || measure.tema === 'storlek';

/**
 * The kommuner most like one, nearest first; ties by code. Distance: Euclidean over standard scores, divided by
 * the root of the number of measures compared, so that a missing measure neither helps nor harms.
 * Every measure weighs the same: our own choice, stated on the method page.
 * @param theme all measures, or one theme's measures together with size
 */
export const peersOf = (
  index: CatalogueIndex,
  kod: string,
  theme: PeerTheme = 'allt',
  count = PEER_COUNT,
): readonly Peer[] => remembered(index, kod, theme, count);

/** A kommun's page, its files and those that show it as a neighbour all ask the same. */
const remembered = perIndexBy(nearest, 'liknande');

function nearest(index: CatalogueIndex, kod: string, theme: PeerTheme, count: number): readonly Peer[] {
  const space = peerSpace(index);
  const me = space.scores.get(kod);
  const group = index.kommun(kod)?.kommungrupp;
  if (!me) return [];
  const used = space.measures.flatMap((m, i) => (inTheme(m, theme) ? [i] : []));
  const all: { readonly kod: string; readonly distance: number }[] = [];
  for (const [other, scores] of space.scores) {
    const distance = other === kod ? null : distanceOf(me, scores, used);
    if (distance !== null) all.push({ kod: other, distance });
  }
  const chosen = all.toSorted((a, b) => a.distance - b.distance || (a.kod < b.kod ? -1 : 1)).slice(0, count);
  // Of the few alone: for all of them this took as long as the rest together.
  return chosen.map((peer) => ({
    ...peer,
    alike: alikeIn(space, me, must(space.scores.get(peer.kod), 'scores'), used).slice(0, 3),
    sameGroup: index.kommun(peer.kod)?.kommungrupp === group,
  }));
}

/**
 * The root mean square of the differences between two kommuner, in standard scores.
 * @returns null when too few of the measures are there for both
 */
function distanceOf(me: Scores, other: Scores, used: readonly number[]): number | null {
  let [sum, compared] = [0, 0];
  for (const i of used) {
    const [a, b] = [me[i], other[i]];
    if (a == null || b == null) continue;
    sum += (a - b) ** 2;
    compared += 1;
  }
  return compared < used.length * MIN_COVERAGE ? null : Math.sqrt(sum / compared);
}

/** The measures that are there for both, the one that they are most alike in first. */
function alikeIn(space: PeerSpace, me: Scores, other: Scores, used: readonly number[]): readonly Measure[] {
  const gaps = used.flatMap((i) => {
    const [a, b, measure] = [me[i], other[i], space.measures[i]];
    return a == null || b == null || !measure ? [] : [{ measure, gap: Math.abs(a - b) }];
  });
  return gaps.toSorted((a, b) => a.gap - b.gap).map((g) => g.measure);
}
