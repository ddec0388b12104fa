import type { Catalogue } from '../model/catalogue.ts';
import { isMagnitude, type Program, type Programindikator } from '../model/program.ts';
import type { CountCell } from './cells.ts';
import { type HiddenMagnitudes, withDeclared } from './magnitudes.ts';
import { COLUMNS, programCell } from './program.ts';
import { DEFAULT_RULE, isDominated } from './rule.ts';
import type { SourceTables } from './source.ts';

type Sex = (typeof COLUMNS)[number][1];
/** A magnitude of a programme: its own cell, whose it is, and who stands behind it. */
type Magnitude = Pick<Programindikator, 'bidrag' | 'ursprung'> & {
  readonly indikator: string;
  readonly vilkas: string;
  readonly ar: number;
  readonly kon: Sex;
  readonly varde: number;
  readonly cell: string;
};

/** Every magnitude of a programme that says whose it is. One that somebody else has published is nobody's secret. */
function magnitudesOf(program: Program): readonly Magnitude[] {
  if (program.personskydd === null) return [];
  const whose = new Map(program.indikatorer.map((i) => [i.id, i.vilkas]));
  const figures = [
    ...program.indikatorer.flatMap((i) =>
      COLUMNS.map(([column, kon]) => ({ row: i, indikator: i.id, ar: i.basar, kon, varde: i[column] })),
    ),
    ...program.utfall.map((u) => ({
      row: u,
      indikator: u.indikator,
      ar: u.ar,
      kon: 'T' as const,
      varde: u.varde,
    })),
  ];
  return figures.flatMap(({ row: { ursprung, bidrag }, varde, ...figure }): readonly Magnitude[] => {
    const vilkas = whose.get(figure.indikator) ?? null;
    if (vilkas === null || varde === null) return [];
    const cell = programCell(program, figure.indikator, figure.ar, figure.kon);
    return [{ ...figure, vilkas, varde, cell, ursprung, ...(bidrag === undefined ? {} : { bidrag }) }];
  });
}

/** The cell that counts the people of a magnitude: in the programme, the inventory, or an area. */
function peopleCell(program: Program, { vilkas, ar, kon }: Pick<Magnitude, 'vilkas' | 'ar' | 'kon'>): string {
  if (program.indikatorer.some((i) => i.id === vilkas)) return programCell(program, vilkas, ar, kon);
  const series = vilkas.startsWith('inventering/') ? `${vilkas}/alla` : vilkas;
  return [series, ar, program.kod, kon].join('|');
}

/** The counts whose magnitudes one contributor dominates (`dominatedCounts`), by id: of the sex, and of all. */
export function dominatedByProgrammes({ program }: Pick<Catalogue, 'program'>): ReadonlySet<string> {
  return new Set(
    program.flatMap((p) =>
      magnitudesOf(p).flatMap((m) => {
        const troskel = p.personskydd?.troskel ?? DEFAULT_RULE.threshold;
        const isAll = m.bidrag !== undefined && m.varde !== 0 && m.kon === 'T';
        return isAll && isDominated(m.bidrag, troskel) ? [peopleCell(p, m)] : [];
      }),
    ),
  );
}

/**
 * Kronor, days and other magnitudes of programmes follow the people whose they are (`vilkas`), as those of registers and
 * inventories do: one is shown where its people are shown and are at least the threshold, of its sex where they are
 * counted by sex. Where nobody counts them that year, nobody knows how few they are.
 * @param sources all counts of people
 * @param hidden ids of the counts that are hidden
 */
export function hiddenProgramMagnitudes(
  { program, samband }: Pick<Catalogue, 'program' | 'samband'>,
  sources: readonly SourceTables[],
  hidden: ReadonlySet<string>,
): HiddenMagnitudes {
  const all = program.flatMap((p) =>
    magnitudesOf(p).map((m) => ({ ...m, people: (kon: Sex) => peopleCell(p, { ...m, kon }), p })),
  );
  if (all.length === 0) return { cells: new Set(), kallor: [] };
  const counts = new Map(
    sources.flatMap((s) =>
      s.cells.flatMap((c): [string, CountCell][] => (c.kind === 'rate' ? [] : [[c.id, c]])),
    ),
  );
  const first = all.filter(({ varde, kon, people, p }) => {
    const theirs = counts.get(people(kon)) ?? counts.get(people('T'));
    // Nothing is what nobody gets: hidden where zeros of people are.
    if (varde === 0 && p.personskydd?.nollor !== 'dolj') return false;
    return !theirs || hidden.has(theirs.id) || theirs.count < (theirs.rule ?? DEFAULT_RULE).threshold;
  });
  const cells = withDeclared(
    samband,
    new Map(all.map((m) => [m.cell, m.varde !== 0])),
    new Set(first.map((m) => m.cell)),
  );
  return {
    cells,
    kallor: [...new Set(all.filter((m) => cells.has(m.cell)).map((m) => m.ursprung.fil))],
  };
}

/** A magnitude of a programme that does not say whose it is, in a place and year in which few are behind something. */
export type WhoselessMagnitude = Pick<Programindikator, 'titel' | 'enhet' | 'ursprung'>;

/**
 * Kronor and days of programmes without `vilkas`, where a count of the same kommun and year is hidden: it may be of the
 * same people, and nobody but the publisher knows.
 */
export function whoselessMagnitudes(
  { program }: Pick<Catalogue, 'program'>,
  hidden: ReadonlySet<string>,
): readonly WhoselessMagnitude[] {
  const few = new Set([...hidden].map((id) => id.split('|').slice(1, 3).join('|')));
  return program.flatMap((p) =>
    p.indikatorer.filter((i) => {
      const years = [i.basar, ...p.utfall.filter((u) => u.indikator === i.id).map((u) => u.ar)];
      const isOpen = p.personskydd !== null && i.vilkas === null && isMagnitude(i);
      return isOpen && years.some((ar) => few.has(`${ar}|${p.kod}`));
    }),
  );
}
