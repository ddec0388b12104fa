import type { Amne } from './amne.ts';
import type { Edition, Omrade } from './edition.ts';
import type { Formular } from './formular.ts';
import type { Texter } from './guide.ts';
import type { Indicator } from './indicator.ts';
import type { InlastFil } from './inlasning.ts';
import type { Inventering } from './inventering.ts';
import type { Handelse } from './kalender.ts';
import type { Kallpost } from './kalla.ts';
import type { Kartlaggning } from './kartlaggning.ts';
import type { Kommun, Kontakt, Lan, Referens, ReferensKallor, Stadsdel } from './kommun.ts';
import { everyKommun } from './kommun-history.ts';
import type { Kon, Observation } from './observation.ts';
import type { Program } from './program.ts';
import type { PublishedFigure } from './published.ts';
import type { Release } from './release.ts';
import type { Samband } from './samband.ts';

/** Everything that one data folder holds, typed and in a stable order. All writers and pages read this. */
export type Catalogue = {
  readonly release: Release;
  readonly referens: Referens;
  readonly referensKallor: ReferensKallor;
  /** In the order that they are shown. */
  readonly omraden: readonly Omrade[];
  /** In the order of `indikatorer.json`, area by area. */
  readonly indikatorer: readonly Indicator[];
  /** Sorted by indicator, year, level, code, sex. */
  readonly observationer: readonly Observation[];
  readonly publicerat: readonly PublishedFigure[];
  /** What will be published and when, soonest first. */
  readonly kalender: readonly Handelse[];
  /** Files whose values were imported and from where, by the path of the file with the values. */
  readonly inlasta: readonly InlastFil[];
  /** Where figures come from; empty when the folder has no register of sources. */
  readonly kallor: readonly Kallpost[];
  /** How kommuner are reached; empty when the folder does not say. */
  readonly kontakter: readonly Kontakt[];
  /** Subjects across areas: questions that citizens ask, and target groups. */
  readonly amnen: readonly Amne[];
  /** The guide, the support pages, the glossary. */
  readonly texter: Texter;
  /** Counts of people in homelessness: the national one first. Empty when the folder is absent. */
  readonly kartlaggningar: readonly Kartlaggning[];
  /** What the yearly inventory asks for. */
  readonly formular: Formular;
  /** The yearly inventories that kommuner publish here, by kommunkod and year. */
  readonly inventeringar: readonly Inventering[];
  /** Kommuner's programmes against hemlöshet, examples last. */
  readonly program: readonly Program[];
  /** Identities that hold between counts of people. Empty when the file is absent. */
  readonly samband: readonly Samband[];
};

/** Fast look-ups over a catalogue. Built once; all methods are pure and total. */
export type CatalogueIndex = {
  readonly catalogue: Catalogue;
  kommun(kod: string): Kommun | undefined;
  lan(kod: string): Lan | undefined;
  stadsdel(kod: string): Stadsdel | undefined;
  omrade(slug: string): Omrade | undefined;
  edition(omrade: string, ar: number): Edition | undefined;
  indikator(id: string): Indicator | undefined;
  /** Kommuner of a län, in code order. */
  kommunerOfLan(lanskod: string): readonly Kommun[];
  /** Indicators that an area shows, in order; with `ar`, only those with values or figures for that year. */
  indikatorerOf(omrade: string, ar?: number): readonly Indicator[];
  /** One value; `ar` null is the value whose year is not known. */
  observation(indikator: string, kod: string, ar: number | null, kon?: Kon): Observation | undefined;
  /** All values of an indicator (sorted), optionally of one year. */
  observationsOf(indikator: string, ar?: number | null): readonly Observation[];
  /** Years with observations of an indicator, ascending; null last. */
  yearsOf(indikator: string): readonly (number | null)[];
  publishedOf(indikator: string): readonly PublishedFigure[];
};

/** Most values are of all: those need no text of their own, and half a million would take as much memory as the values. */
const placeKey = (kod: string, kon: Kon) => (kon === 'T' ? kod : `${kod}|${kon}`);

/** Items by key. Those of a key mostly stand together, so the group before is looked at first. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let last: K | undefined;
  let group: T[] = [];
  for (const item of items) {
    const k = keyOf(item);
    if (k !== last || groups.size === 0) {
      last = k;
      group = groups.get(k) ?? [];
      groups.set(k, group);
    }
    group.push(item);
  }
  return groups;
}

/** A value that is made once, when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const indicatorOf = (o: Observation) => o.indikator;
const yearOf = (o: Observation) => o.ar;

const NONE: readonly never[] = [];

/** Builds the look-ups; linear in the number of observations. */
export function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const { referens } = catalogue;
  const kommuner = new Map(everyKommun(referens).map((k) => [k.kod, k]));
  const lan = new Map(referens.lan.map((l) => [l.kod, l]));
  const stadsdelar = new Map(referens.stadsdelar.map((s) => [s.kod, s]));
  const omraden = new Map(catalogue.omraden.map((o) => [o.slug, o]));
  const indikatorer = new Map(catalogue.indikatorer.map((i) => [i.id, i]));
  const byLan = groupBy(referens.kommuner, (k) => k.lanskod);
  // Made when first asked for: whoever only passes a catalogue on asks for none of them.
  const byIndicator = once(() => groupBy(catalogue.observationer, indicatorOf));
  const byIndicatorYear = once(
    () => new Map([...byIndicator()].map(([id, list]) => [id, groupBy(list, yearOf)])),
  );
  // A look-up of single values costs more than all the rest: a year of an indicator gets its own when first asked for one.
  const one = new Map<string, Map<number | null, ReadonlyMap<string, Observation>>>();
  const valuesOf = (id: string, ar: number | null): ReadonlyMap<string, Observation> => {
    const known = one.get(id)?.get(ar);
    if (known) return known;
    const list = byIndicatorYear().get(id)?.get(ar) ?? NONE;
    const values = new Map(list.map((o) => [placeKey(o.kod, o.kon), o]));
    one.set(id, (one.get(id) ?? new Map<number | null, ReadonlyMap<string, Observation>>()).set(ar, values));
    return values;
  };
  const published = groupBy(catalogue.publicerat, (p) => p.indikator);

  const yearsOf = (id: string) =>
    [...(byIndicatorYear().get(id)?.keys() ?? NONE)].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const years = once(() => new Map(catalogue.indikatorer.map((i) => [i.id, yearsOf(i.id)])));

  return {
    catalogue,
    kommun: (kod) => kommuner.get(kod),
    lan: (kod) => lan.get(kod),
    stadsdel: (kod) => stadsdelar.get(kod),
    omrade: (slug) => omraden.get(slug),
    edition: (omrade, ar) => omraden.get(omrade)?.utgavor.find((e) => e.ar === ar),
    indikator: (id) => indikatorer.get(id),
    kommunerOfLan: (lanskod) => byLan.get(lanskod) ?? NONE,
    indikatorerOf: (omrade, ar) =>
      catalogue.indikatorer.filter(
        (i) =>
          i.omraden.includes(omrade) &&
          (ar === undefined ||
            (years().get(i.id)?.includes(ar) ?? false) ||
            (published.get(i.id) ?? NONE).some((p) => p.ar === ar)),
      ),
    observation: (indikator, kod, ar, kon = 'T') => valuesOf(indikator, ar).get(placeKey(kod, kon)),
    observationsOf: (indikator, ar) =>
      (ar === undefined ? byIndicator().get(indikator) : byIndicatorYear().get(indikator)?.get(ar)) ?? NONE,
    yearsOf: (indikator) => years().get(indikator) ?? NONE,
    publishedOf: (indikator) => published.get(indikator) ?? NONE,
  };
}
