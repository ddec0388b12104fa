import type {
  Atgard,
  Atgardslage,
  Atgardsstatus,
  Program,
  Programindikator,
  Utfall,
} from '../model/program.ts';

/** The way an indicator has gone since its base year, as far as that may be said. */
export type Seen =
  | {
      readonly kind: 'som-onskat' | 'tvartom' | 'oforandrat';
      readonly utfall: Utfall;
      readonly change: number;
    }
  | { readonly kind: 'gar-inte-att-saga' };

/** The later outcomes of an indicator, oldest first. */
export function outcomesOf(
  { utfall }: Pick<Program, 'utfall'>,
  { id }: Pick<Programindikator, 'id'>,
): readonly Utfall[] {
  return utfall.filter((u) => u.indikator === id).toSorted((a, b) => a.ar - b.ar);
}

/**
 * The newest outcome that may be compared with the base year, against the way that is wanted. An outcome that was counted
 * in another way, or of which that is not known, or that is protected, says nothing.
 */
export function seen(program: Pick<Program, 'utfall'>, indikator: Programindikator): Seen {
  const utfall = outcomesOf(program, indikator).findLast((u) => u.jamforbar === 'ja');
  if (!utfall) return { kind: 'gar-inte-att-saga' };
  if (utfall.varde === null || indikator.varde === null) return { kind: 'gar-inte-att-saga' };
  const change = utfall.varde - indikator.varde;
  if (change === 0) return { kind: 'oforandrat', utfall, change };
  const wanted = indikator.riktning === 'minska' ? change < 0 : change > 0;
  return { kind: wanted ? 'som-onskat' : 'tvartom', utfall, change };
}

/** The title of an id in a list of the programme. The reader has seen to it that each id is there. */
export const titleOf = (
  list: readonly { readonly id: string; readonly titel: string }[],
  id: string,
): string => list.find((item) => item.id === id)?.titel ?? id;

/** Everything known of a measure, oldest first. */
const historyOf = ({ lagen }: Pick<Program, 'lagen'>, { id }: Pick<Atgard, 'id'>) =>
  lagen.filter((l) => l.atgard === id);

/** The newest that is known of a measure; null when nothing is. */
export const measureState = (
  program: Pick<Program, 'lagen'>,
  atgard: Pick<Atgard, 'id'>,
): Atgardslage | null => historyOf(program, atgard).at(-1) ?? null;

/** How many measures have each status, in the order of the statuses met; `null` is not known. */
export function statusCounts(
  program: Pick<Program, 'lagen'>,
  atgarder: readonly Atgard[],
): ReadonlyMap<Atgardsstatus | null, number> {
  const counts = new Map<Atgardsstatus | null, number>();
  for (const atgard of atgarder) {
    const status = measureState(program, atgard)?.status ?? null;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

/** What became known in the newest year of a programme: states that differ from the one before, and outcomes. */
export type YearNews = {
  readonly ar: number;
  readonly lagen: readonly {
    readonly atgard: Atgard;
    readonly before: Atgardslage | null;
    readonly now: Atgardslage;
  }[];
  readonly utfall: readonly { readonly indikator: Programindikator; readonly utfall: Utfall }[];
};

const yearOf = (datum: string) => Number(datum.slice(0, 4));

/** What has changed since the year before the newest that anything is known of; null when nothing is known. */
export function newestYear(
  program: Pick<Program, 'atgarder' | 'lagen' | 'indikatorer' | 'utfall'>,
): YearNews | null {
  const years = [...program.lagen.map((l) => yearOf(l.datum)), ...program.utfall.map((u) => u.ar)];
  if (years.length === 0) return null;
  const ar = Math.max(...years);
  return {
    ar,
    lagen: program.atgarder.flatMap((atgard) => {
      const history = historyOf(program, atgard);
      const now = history.at(-1);
      const before = history.findLast((l) => yearOf(l.datum) < ar) ?? null;
      return now && yearOf(now.datum) === ar && now.status !== before?.status
        ? [{ atgard, before, now }]
        : [];
    }),
    utfall: program.indikatorer.flatMap((indikator) =>
      program.utfall
        .filter((u) => u.indikator === indikator.id && u.ar === ar)
        .map((utfall) => ({ indikator, utfall })),
    ),
  };
}
