import type { Edition } from '../../src/model/edition.ts';
import { stadsdelarOn } from '../../src/model/kommun.ts';
import { GROUP_AMBITION, NONRESPONSE } from './assumptions.ts';
import { normal } from './noise.ts';
import type { Sources } from './sources.ts';

/**
 * Who gets the survey: `svarar` answers, `bortfall` does not, and a `stad` has stadsdelar that answer in its place.
 */
export type Respondent = {
  readonly kod: string;
  readonly kommunkod: string;
  readonly kommun: string;
  /** Name of the stadsdel; empty for the kommun itself. */
  readonly stadsdel: string;
  readonly role: 'svarar' | 'bortfall' | 'stad';
  /** How much the unit tends to have in place, about −2 to 3: the same in every question and every year. */
  readonly ambition: number;
};

/** Stadsdelar are run like large cities, and differ a little from each other. */
const DISTRICT_AMBITION = 1.6;

/** Everyone in the edition's file, in its line order: kommuner by code, a city's stadsdelar right after it. */
export function respondentsOf(sources: Sources, edition: Edition, omrade: string): readonly Respondent[] {
  const { kommuner, stadsdelar } = sources;
  const sizes = sizeRanks(kommuner);
  const rows = kommuner.flatMap((k): Respondent[] => {
    const isCity = edition.stadsdelsstader.includes(k.kod);
    const own: Respondent = {
      kod: k.kod,
      kommunkod: k.kod,
      kommun: k.namn,
      stadsdel: '',
      role: isCity ? 'stad' : 'svarar',
      ambition:
        (GROUP_AMBITION[k.kommungrupp] ?? 0) +
        0.4 * (sizes.get(k.kod) ?? 0) +
        0.7 * normal('ambition', k.kod),
    };
    const districts = isCity ? stadsdelarOn(stadsdelar, k.kod, edition.referensdatum) : [];
    return [
      own,
      ...districts.map(
        (s): Respondent => ({
          ...own,
          kod: s.kod,
          stadsdel: s.namn,
          role: 'svarar',
          ambition: DISTRICT_AMBITION + 0.3 * normal('ambition', k.kod) + 0.4 * normal('ambition', s.kod),
        }),
      ),
    ];
  });
  return withNonresponse(rows, sizes, edition.ar, omrade);
}

/** From −1 (fewest inhabitants) to 1 (most), by rank. */
function sizeRanks(kommuner: Sources['kommuner']): ReadonlyMap<string, number> {
  const bySize = kommuner.toSorted((a, b) => a.folkmangd - b.folkmangd || (a.kod < b.kod ? -1 : 1));
  return new Map(bySize.map((k, i) => [k.kod, (2 * i) / (bySize.length - 1) - 1]));
}

/**
 * Lets some kommuner leave the whole survey unanswered: rather small ones, and rather the same ones again.
 * Stadsdelar always answer, so that the few published shares of stadsdelar can be met exactly.
 */
function withNonresponse(
  rows: readonly Respondent[],
  sizes: ReadonlyMap<string, number>,
  ar: number,
  omrade: string,
): readonly Respondent[] {
  const asked = rows.filter((r) => r.role === 'svarar');
  const reluctance = (r: Respondent) =>
    0.8 * normal('bortfall', r.kod) + normal('bortfall', r.kod, ar, omrade) - 0.3 * (sizes.get(r.kod) ?? 0);
  const silent = asked
    .filter((r) => r.stadsdel === '')
    .toSorted((a, b) => reluctance(b) - reluctance(a))
    .slice(0, Math.round((NONRESPONSE[ar] ?? 0) * asked.length));
  const kods = new Set(silent.map((r) => r.kod));
  return rows.map((r) => (kods.has(r.kod) ? { ...r, role: 'bortfall' } : r));
}
