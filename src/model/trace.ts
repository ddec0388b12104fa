import type { Catalogue, CatalogueIndex } from './catalogue.ts';
import { must } from './must.ts';

/**
 * What was read of a catalogue to make something, by name. What is made of the same reads again is the same: this is
 * how a page is known to be unchanged without a list, kept by hand, of what its template reads.
 * The method is that of build systems with constructive traces (Mokhov, Mitchell, Peyton Jones: *Build systems à la
 * carte*, 2018).
 */
export type Trace = {
  readonly reads: Set<string>;
  /** Of what was remembered and used: by reference, since it may yet read more. */
  readonly within: Set<Trace>;
};

export const emptyTrace = (): Trace => ({ reads: new Set(), within: new Set() });

/** All reads of a trace and of what is within it. */
export function readsOf(trace: Trace): ReadonlySet<string> {
  const all = new Set<string>();
  const seen = new Set<Trace>();
  const visit = (one: Trace) => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const name of one.reads) all.add(name);
    for (const part of one.within) visit(part);
  };
  visit(trace);
  return all;
}

type Traced = { readonly trace: () => Trace; readonly base: CatalogueIndex };
const traces = new WeakMap<CatalogueIndex, Traced>();

/** The trace that an index writes now, and the index that it reads from; null for one that writes none. */
export function traceOf(
  index: CatalogueIndex,
): { readonly trace: Trace; readonly base: CatalogueIndex } | null {
  const traced = traces.get(index);
  return traced === undefined ? null : { trace: traced.trace(), base: traced.base };
}

/** The kinds of reads. A name is its kind and arguments, with a line between. */
const KINDS = {
  /** A part of the catalogue. */
  part: 'del',
  /** All values of a place in a year, of one kind of indicators that are shown in the same areas. */
  place: 'plats',
  /** An indicator's values of riket or a län in a year: everybody reads those, and mostly few of them. */
  sum: 'summa',
  /** All values of an indicator, of one year or all. */
  values: 'varden',
  years: 'ar',
  published: 'publicerat',
} as const;
const ANY = '*';

const isSum = (kod: string) => kod.length === 2;

const groupOf = (base: CatalogueIndex, id: string) => {
  const indicator = base.indikator(id);
  return indicator === undefined ? '' : `${indicator.omraden.join('+')} ${indicator.typ}`;
};

/** An index that gives what another gives, and writes down what it is asked for. */
export const tracedIndex = (base: CatalogueIndex, trace: Trace): CatalogueIndex =>
  tracedBy({ base, trace: () => trace });

/** An index that writes what it is asked for into one trace after another. */
export type SwitchedIndex = {
  readonly index: CatalogueIndex;
  /** Makes something, one thing at a time, and tells what was read for it. */
  readonly noted: <T>(make: () => T) => Promise<{ readonly made: Awaited<T>; readonly trace: Trace }>;
};

/**
 * For what is listed first and made later of the same index: each thing gets a trace of its own.
 * @throws Error when it is read while nothing is made, or when two things are made at once: no trace would know
 */
export function switchedIndex(base: CatalogueIndex): SwitchedIndex {
  let current: Trace | null = null;
  const trace = () => {
    if (current === null) throw new Error('The catalogue was read when nothing was made of it');
    return current;
  };
  return {
    index: tracedBy({ base, trace }),
    noted: async (make) => {
      if (current !== null) throw new Error('Two things are made of the catalogue at once');
      const mine = emptyTrace();
      current = mine;
      try {
        return { made: await make(), trace: mine };
      } finally {
        current = null;
      }
    },
  };
}

/** The names of one catalogue's reads, each once: thousands of traces have the same ones, and a name is read often. */
type Names = {
  /** The text itself, so that only one of all equal ones stays. */
  readonly once: (name: string) => string;
  readonly parts: ReadonlyMap<keyof Catalogue, string>;
  readonly place: (indikator: string, kod: string, ar: number | null) => string;
};
const names = new WeakMap<CatalogueIndex, Names>();

/** Those of a catalogue. */
function namesOf(base: CatalogueIndex): Names {
  const known = names.get(base) ?? newNames(base);
  names.set(base, known);
  return known;
}

function newNames(base: CatalogueIndex): Names {
  const all = new Map<string, string>();
  const once = (name: string) => {
    const known = all.get(name) ?? name;
    all.set(known, known);
    return known;
  };
  const groups = new Map<string, string>();
  const groupNow = (id: string) => {
    const group = groups.get(id) ?? groupOf(base, id);
    groups.set(id, group);
    return group;
  };
  // By group, year and place: put together from its parts a name would be made, and its letters compared, each time.
  const places = new Map<string, Map<number | null, Map<string, string>>>();
  return {
    once,
    parts: new Map(partsOf(base.catalogue).map((part) => [part, `${KINDS.part}|${part}`])),
    place: (indikator, kod, ar) => {
      const group = groupNow(indikator);
      const years = places.get(group) ?? new Map<number | null, Map<string, string>>();
      places.set(group, years);
      const ofYear = years.get(ar) ?? new Map<string, string>();
      years.set(ar, ofYear);
      const name = ofYear.get(kod) ?? once(`${KINDS.place}|${group}|${kod}|${ar}`);
      ofYear.set(kod, name);
      return name;
    },
  };
}

const partsOf = (catalogue: Catalogue) => Object.keys(catalogue) as (keyof Catalogue)[];

function tracedBy(traced: Traced): CatalogueIndex {
  const { base, trace } = traced;
  const { once, parts, place } = namesOf(base);
  const note = (name: string) => void trace().reads.add(once(name));
  const part = (name: keyof Catalogue) => void trace().reads.add(must(parts.get(name), name));
  let catalogue: Catalogue | undefined;
  const index: CatalogueIndex = {
    // Only when it is asked for: most of what is remembered asks for single values.
    get catalogue() {
      catalogue ??= tracedCatalogue(base.catalogue, part);
      return catalogue;
    },
    kommun: (kod) => {
      part('referens');
      return base.kommun(kod);
    },
    lan: (kod) => {
      part('referens');
      return base.lan(kod);
    },
    stadsdel: (kod) => {
      part('referens');
      return base.stadsdel(kod);
    },
    omrade: (slug) => {
      part('omraden');
      return base.omrade(slug);
    },
    edition: (omrade, ar) => {
      part('omraden');
      return base.edition(omrade, ar);
    },
    indikator: (id) => {
      part('indikatorer');
      return base.indikator(id);
    },
    kommunerOfLan: (lanskod) => {
      part('referens');
      return base.kommunerOfLan(lanskod);
    },
    indikatorerOf: (omrade, ar) => {
      part('indikatorer');
      if (ar !== undefined) {
        part('publicerat');
        note(`${KINDS.years}|${ANY}`);
      }
      return base.indikatorerOf(omrade, ar);
    },
    observation: (indikator, kod, ar, kon) => {
      if (isSum(kod)) note(`${KINDS.sum}|${indikator}|${kod}|${ar}`);
      else {
        // Which group it is in is said among the indicators.
        part('indikatorer');
        trace().reads.add(place(indikator, kod, ar));
      }
      return base.observation(indikator, kod, ar, kon);
    },
    observationsOf: (indikator, ar) => {
      note(`${KINDS.values}|${indikator}|${ar === undefined ? ANY : ar}`);
      return base.observationsOf(indikator, ar);
    },
    yearsOf: (indikator) => {
      note(`${KINDS.years}|${indikator}`);
      return base.yearsOf(indikator);
    },
    publishedOf: (indikator) => {
      note(`${KINDS.published}|${indikator}`);
      return base.publishedOf(indikator);
    },
  };
  traces.set(index, traced);
  return index;
}

/** The parts of a catalogue, each noted when it is read. */
function tracedCatalogue(base: Catalogue, part: (name: keyof Catalogue) => void): Catalogue {
  const own = (name: keyof Catalogue) => ({
    enumerable: true,
    get: () => {
      part(name);
      return base[name];
    },
  });
  const parts = partsOf(base).map((name) => [name, own(name)]);
  return Object.defineProperties({}, Object.fromEntries(parts)) as Catalogue;
}

/**
 * What there is to read in a catalogue under the names of a trace.
 * @returns null for a name that is no read of a catalogue
 */
export function readIn(base: CatalogueIndex): (name: string) => { readonly value: unknown } | null {
  let places: Map<string, unknown[]> | undefined;
  const placeValues = (key: string) => {
    if (places === undefined) {
      places = new Map();
      for (const o of base.catalogue.observationer) {
        const of = `${groupOf(base, o.indikator)}|${o.kod}|${o.ar}`;
        const list = places.get(of);
        if (list === undefined) places.set(of, [o]);
        else list.push(o);
      }
    }
    return places.get(key) ?? [];
  };
  const yearOf = (text: string | undefined) => (text === 'null' ? null : Number(text));
  return (name) => {
    const [kind, first = '', second, year] = name.split('|');
    switch (kind) {
      case KINDS.part:
        return { value: base.catalogue[first as keyof Catalogue] };
      case KINDS.place:
        return { value: placeValues(name.slice(KINDS.place.length + 1)) };
      case KINDS.sum: {
        const sums = base.observationsOf(first, yearOf(year)).filter((o) => o.kod === second);
        return { value: sums };
      }
      case KINDS.values:
        return { value: base.observationsOf(first, second === ANY ? undefined : yearOf(second)) };
      case KINDS.years:
        return {
          value:
            first === ANY
              ? base.catalogue.indikatorer.map(({ id }) => [id, base.yearsOf(id)])
              : base.yearsOf(first),
        };
      case KINDS.published:
        return { value: base.publishedOf(first) };
      default:
        return null;
    }
  };
}
