import type { Highs } from 'highs';
import { type Formular, isHolding, type Uppgift } from '../model/formular.ts';
import { ALDRAR, type Inventering, type InventeringRad } from '../model/inventering.ts';
import { Personskydd } from '../model/personskydd.ts';
import { type CountCell, type LinearRelation, sumRelation } from './cells.ts';
import { asEarlierShown, type EarlierCounts, hiddenForMagnitude } from './known.ts';
import { type SourceTables, skyddRule } from './source.ts';
import { type DividedTotal, formedTables } from './sums.ts';
import { type ProtectionFailure, protectSystem } from './system.ts';

/** What of a form counts people or their homes. */
const countedOf = ({ uppgifter }: Formular) => uppgifter.filter(isHolding);

const SKYDD = Personskydd.parse({});

/** The id of a figure's cell, the same in our tables and in the file that is written (`audit/csv`). */
export const inventeringCell = (
  { kod, ar }: Pick<Inventering, 'kod' | 'ar'>,
  { uppgift, kon, alder }: Pick<InventeringRad, 'uppgift' | 'kon'> & { readonly alder: string },
): string => [`inventering/${uppgift}/${alder}`, ar, kod, kon].join('|');

/**
 * The counts of an inventory as linked tables: sexes and ages add up; a part and the rest of what it is a part of; the
 * parts of a whole where they happen to add up to it (else one person can stand for several).
 */
export function linkedInventering(
  inventering: Inventering,
  form: Formular,
  earlier: EarlierCounts = new Map(),
  dominated: ReadonlySet<string> = new Set(),
): SourceTables {
  const { kod, namn, ar, rader } = inventering;
  const rule = skyddRule(SKYDD);
  const countable = new Set(countedOf(form).map((u) => u.kod));
  const counted = rader.filter((r) => countable.has(r.uppgift));
  const cells = counted.flatMap((r): readonly CountCell[] => {
    if (r.varde === null) return [];
    const id = inventeringCell(inventering, r);
    return [hiddenForMagnitude(asEarlierShown(earlier, { id, count: r.varde, ...rule }), dominated)];
  });
  const hidden = new Set(counted.flatMap((r) => (r.skyddad ? [inventeringCell(inventering, r)] : [])));
  const counts = new Map(cells.map((c) => [c.id, c.count]));
  const formed = formedTables(cells, dividedFigures(inventering, counts, form), hidden);
  return {
    ...formed,
    relations: [...formed.relations, ...equalFigures(inventering, counts, form)],
    om: {
      id: `inventering/${kod}`,
      kortnamn: `Inventering: ${namn}`,
      fil: rader[0]?.ursprung.fil ?? 'inventering',
    },
    ar,
    skydd: SKYDD,
    kallor: [...new Set(rader.map((r) => r.ursprung.fil))],
    format: ['csv', 'json'],
  };
}

/** Figures that the form says are the same, where they are: what one shows the other cannot hide. */
const equalFigures = (
  inventering: Inventering,
  counts: ReadonlyMap<string, number>,
  { kontroller }: Formular,
): readonly LinearRelation[] =>
  kontroller.flatMap(({ uppgift, mot, krav }) => {
    const [a, b] = [uppgift, mot].map((u) =>
      inventeringCell(inventering, { uppgift: u, kon: 'T', alder: 'alla' }),
    );
    if (krav !== 'lika' || a === undefined || b === undefined) return [];
    const isThere = counts.has(a) && counts.get(a) === counts.get(b);
    return isThere ? [sumRelation(`${uppgift} och ${mot}`, a, [b])] : [];
  });

/** Figures that are a part of another, by the other's code. */
const byWhole = (uppgifter: readonly Uppgift[]): ReadonlyMap<string, readonly Uppgift[]> => {
  const whole = new Map<string, Uppgift[]>();
  for (const u of uppgifter) if (u.ingarI !== null) whole.set(u.ingarI, [...(whole.get(u.ingarI) ?? []), u]);
  return whole;
};

/** What a figure is a part of, and what that is a part of, the nearest first. */
function wholesOf({ ingarI }: Uppgift, form: Formular): readonly string[] {
  const chain: string[] = [];
  for (let next = ingarI; next !== null && !chain.includes(next); ) {
    chain.push(next);
    next = countedOf(form).find((u) => u.kod === chain.at(-1))?.ingarI ?? null;
  }
  return chain;
}

function dividedFigures(
  inventering: Pick<Inventering, 'kod' | 'ar'>,
  counts: ReadonlyMap<string, number>,
  form: Formular,
): readonly DividedTotal[] {
  const sexes = ['T', 'K', 'M'] as const;
  const cell = (uppgift: string, kon: (typeof sexes)[number], alder: string) =>
    inventeringCell(inventering, { uppgift, kon, alder });
  const partsOf = byWhole(countedOf(form));
  const everywhere = (of: (kon: (typeof sexes)[number], alder: (typeof ALDRAR)[number]) => DividedTotal) =>
    sexes.flatMap((kon) => ALDRAR.map((alder) => of(kon, alder)));
  /** Those in a whole who are not in one of its parts, counted as a figure of their own. */
  const restOf = (whole: string, part: string) => `${whole} utom ${part}`;
  const pairs = [
    ...countedOf(form).flatMap((u) => wholesOf(u, form).map((whole) => [whole, u.kod] as const)),
    ...form.uppdelningar.flatMap(({ helhet, delar }) => delar.map((p) => [helhet, p] as const)),
  ];
  const figures = [
    ...countedOf(form).map((u) => ({ kod: u.kod, namn: u.namn })),
    ...pairs.map(([whole, part]) => ({ kod: restOf(whole, part), namn: restOf(whole, part) })),
  ];
  const classes = figures.flatMap(({ kod, namn }) => [
    ...[...ALDRAR, 'övriga'].map((alder) => ({
      table: `${namn} efter kön, ${alder}`,
      total: cell(kod, 'T', alder),
      parts: [cell(kod, 'K', alder), cell(kod, 'M', alder)],
      rest: `${cell(kod, 'T', alder)}|övriga`,
    })),
    ...sexes.map((kon) => ({
      table: `${namn} efter ålder, ${kon}`,
      total: cell(kod, kon, 'alla'),
      parts: ALDRAR.filter((a) => a !== 'alla').map((alder) => cell(kod, kon, alder)),
      rest: cell(kod, kon, 'övriga'),
    })),
  ]);
  const wholes = [
    ...[...partsOf].map(([whole, parts]) => [whole, parts.map((p) => p.kod)] as const),
    ...form.uppdelningar.map(({ helhet, delar }) => [helhet, delar] as const),
  ].flatMap(([whole, parts]) =>
    everywhere((kon, alder) => ({
      table: `${whole} efter slag, ${kon} ${alder}`,
      total: cell(whole, kon, alder),
      parts: parts.map((p) => cell(p, kon, alder)),
      rest: `${cell(whole, kon, alder)}|övriga slag`,
      seen: `${whole} efter slag`,
    })).filter(({ total, parts: all }) => {
      const present = all.flatMap((p) => counts.get(p) ?? []);
      return present.length > 1 && present.reduce((a, b) => a + b, 0) === counts.get(total);
    }),
  );
  /** Whether there is a figure between the two: then what is left of each tells all that is left of both. */
  const isBetween = (whole: string, part: string, kon: (typeof sexes)[number], alder: string) => {
    const own = form.uppgifter.find((u) => u.kod === part);
    const chain = own ? wholesOf(own, form) : [];
    return chain.slice(0, Math.max(0, chain.indexOf(whole))).some((kod) => counts.has(cell(kod, kon, alder)));
  };
  const rests = pairs.flatMap(([whole, part]) =>
    everywhere((kon, alder) => ({
      table: `${part} som del, ${kon} ${alder}`,
      total: cell(whole, kon, alder),
      parts: isBetween(whole, part, kon, alder)
        ? []
        : [cell(part, kon, alder), cell(restOf(whole, part), kon, alder)],
      rest: `${cell(whole, kon, alder)}|övriga ${part}`,
    })),
  );
  return [...classes, ...wholes, ...rests];
}

/**
 * An inventory as it may be published: hidden counts taken out, and the magnitudes that would disclose somebody.
 * @param hidden ids of the cells to hide
 */
export function withoutHidden(
  inventering: Inventering,
  hidden: ReadonlySet<string>,
  { uppgifter }: Formular,
): Inventering {
  const byId = new Map(inventering.rader.map((r) => [inventeringCell(inventering, r), r]));
  const whoseOf = new Map(uppgifter.map((u) => [u.kod, u.vilkas]));
  const isHidden = (r: InventeringRad): boolean => {
    if (r.varde === null || r.varde === 0) return false;
    const whose = whoseOf.get(r.uppgift) ?? null;
    if (whose === null) return hidden.has(inventeringCell(inventering, r));
    const people = inventeringCell(inventering, { ...r, uppgift: whose });
    const all = inventeringCell(inventering, { uppgift: whose, kon: 'T', alder: 'alla' });
    const theirs = byId.get(people) ?? byId.get(all);
    // Of whom nobody counts nobody knows how few they are.
    if (hidden.has(people) || typeof theirs?.varde !== 'number' || theirs.skyddad) return true;
    return hidden.has(inventeringCell(inventering, theirs)) || theirs.varde < SKYDD.troskel;
  };
  const first = new Set(inventering.rader.filter(isHidden).map((r) => r.uppgift));
  const more = hiddenBesides(inventering, first, uppgifter);
  return {
    ...inventering,
    rader: inventering.rader.map((r) =>
      isHidden(r) || more.has(r.uppgift) || hidden.has(inventeringCell(inventering, r))
        ? { ...r, varde: null, skyddad: true }
        : r,
    ),
  };
}

/**
 * Magnitudes to hide besides those of few people: where one part of a shown sum is hidden alone, the sum less the
 * other parts tells it. Then the last of the others in the form is hidden too, or the sum where there is none. The choice
 * depends on the form and on what is hidden alone, never on how large anything is.
 */
function hiddenBesides(
  { rader }: Inventering,
  first: ReadonlySet<string>,
  uppgifter: readonly Uppgift[],
): ReadonlySet<string> {
  const shown = new Set(rader.flatMap((r) => (r.varde !== null && r.varde !== 0 ? [r.uppgift] : [])));
  const magnitudes = uppgifter.filter((u) => u.vilkas !== null && u.ingarI !== null && shown.has(u.kod));
  const more = new Set<string>();
  for (const [whole, parts] of byWhole(magnitudes)) {
    const alone = parts.filter((u) => first.has(u.kod));
    if (alone.length !== 1 || first.has(whole) || !shown.has(whole)) continue;
    const next = parts.findLast((u) => !first.has(u.kod));
    more.add(next?.kod ?? whole);
  }
  return more;
}

/**
 * One inventory protected by itself, as a kommun's own tool does it.
 * @returns what keeps it from being published, where it cannot be protected
 */
export function protectInventering(
  highs: Highs,
  inventering: Inventering,
  form: Formular,
): { readonly inventering: Inventering } | { readonly failures: readonly ProtectionFailure[] } {
  const { hidden, failures } = protectSystem(highs, [linkedInventering(inventering, form)]);
  return failures.length > 0 ? { failures } : { inventering: withoutHidden(inventering, hidden, form) };
}
