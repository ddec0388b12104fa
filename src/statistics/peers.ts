import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator, Likhetstema } from '../model/indicator.ts';
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
  readonly scores: ReadonlyMap<string, readonly (number | null)[]>;
};

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
  const peers: Peer[] = [];
  for (const [other, scores] of space.scores) {
    if (other === kod) continue;
    const gaps = used.flatMap((i) => {
      const a = me[i];
      const b = scores[i];
      const measure = space.measures[i];
      return a == null || b == null || !measure ? [] : [{ measure, gap: Math.abs(a - b) }];
    });
    if (gaps.length < used.length * MIN_COVERAGE) continue;
    const distance = Math.sqrt(gaps.reduce((s, g) => s + g.gap ** 2, 0) / gaps.length);
    const alike = gaps.toSorted((a, b) => a.gap - b.gap).map((g) => g.measure);
    peers.push({
      kod: other,
      distance,
      alike: alike.slice(0, 3),
      sameGroup: index.kommun(other)?.kommungrupp === group,
    });
  }
  return peers.toSorted((a, b) => a.distance - b.distance || (a.kod < b.kod ? -1 : 1)).slice(0, count);
}
