import type { Kartlaggningsvarde, SharedMatt } from '../model/kartlaggning.ts';
import type { DividedTotal } from './sums.ts';

/** What the shared measures are a part of by what they are called, the nearest first. */
const PART_OF: Readonly<Partial<Record<string, readonly SharedMatt[]>>> = {
  vuxna: ['personer'],
  barn: ['personer'],
  'akuta-boenden': ['personer'],
  utomhus: ['akuta-boenden', 'personer'],
  harbarge: ['akuta-boenden', 'personer'],
  'aldre-65': ['vuxna', 'personer'],
  langvarigt: ['personer'],
  'komplex-problematik': ['personer'],
  'strukturellt-hemlosa': ['vuxna', 'personer'],
  'socialt-hemlosa': ['vuxna', 'personer'],
  barnfamiljer: ['hushall'],
  'barn-i-akuta-boenden': ['barn'],
  'avhysningar-med-barn': ['avhysningar'],
  'barn-permanent-boende': ['barn-berorda'],
};

/** A measure that is a part of another, and what is left of the other without it, place by place. */
export type PartMeasures<Place> = {
  /** Where the rests are counted. */
  readonly rests: readonly Place[];
  readonly totals: readonly DividedTotal[];
};

/**
 * Measures that are a part of another by what they are called: the rest is a count too (those who have not been in
 * hemlöshet for long; the children, where there are all persons and the adults). In a kartläggning where a part is
 * somewhere more than its whole, the words mean something else, and nothing follows.
 * @param cellOf the id of a count of another measure in the same place, year, situation, sex and class
 */
export function partMeasures<Place extends Pick<Kartlaggningsvarde, 'matt' | 'ar' | 'varde'>>(
  counts: readonly Place[],
  cellOf: (v: Place, matt: string) => string,
  moved: (v: Place, matt: string) => Place,
): PartMeasures<Place> {
  const known = new Map(counts.map((v) => [cellOf(v, v.matt), v.varde ?? 0]));
  const pairs = counts.flatMap((v) => {
    const whole = PART_OF[v.matt]?.find((matt) => known.has(cellOf(v, matt)));
    return whole === undefined ? [] : [{ v, whole, name: `${whole} utom ${v.matt}` }];
  });
  const others = new Set(
    pairs.flatMap(({ v, whole, name }) =>
      (v.varde ?? 0) > (known.get(cellOf(v, whole)) ?? 0) ? [name] : [],
    ),
  );
  const kept = pairs.filter(({ name }) => !others.has(name));
  return {
    rests: kept.map(({ v, name }) => moved(v, name)),
    totals: kept.map(({ v, whole, name }) => ({
      table: `${v.matt} ${v.ar} av ${whole}`,
      total: cellOf(v, whole),
      parts: [cellOf(v, v.matt), cellOf(v, name)],
      rest: `${cellOf(v, whole)}|övriga ${v.matt}`,
    })),
  };
}
