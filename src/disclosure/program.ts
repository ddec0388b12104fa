import type { Origin } from '../model/observation.ts';
import { isPercentage, type Program, type Programindikator, type Utfall } from '../model/program.ts';
import type { CountCell } from './cells.ts';
import { asEarlierShown, type EarlierCounts, hiddenForMagnitude } from './known.ts';
import { programPercentages } from './program-percentages.ts';
import { type SourceTables, skyddRule } from './source.ts';
import { formedTables } from './sums.ts';

/** The columns of an indicator's base year, and the sex that each counts. */
export const COLUMNS = [
  ['varde', 'T'],
  ['kvinnor', 'K'],
  ['man', 'M'],
] as const;

/** The id of a programme's count, the same in our tables and in the files that are written (`audit/csv`). */
export const programCell = (
  { slug, kod }: Pick<Program, 'slug' | 'kod'>,
  indikator: string,
  ar: number,
  kon: 'T' | 'K' | 'M',
): string => [`program/${slug}/${indikator}`, ar, kod, kon].join('|');

/** Where each count of a programme stands, by the id of its cell. */
export function programOrigins(program: Program): readonly (readonly [cell: string, origin: Origin])[] {
  return [
    ...program.indikatorer.flatMap((i) =>
      COLUMNS.map(([, kon]) => [programCell(program, i.id, i.basar, kon), i.ursprung] as const),
    ),
    ...program.utfall.map((u) => [programCell(program, u.indikator, u.ar, 'T'), u.ursprung] as const),
  ];
}

/**
 * The counts of a programme: base years by sex, and outcomes.
 * @param dominated ids of counts to hide for the sake of a magnitude
 */
export function linkedProgram(
  program: Program,
  earlier: EarlierCounts = new Map(),
  dominated: ReadonlySet<string> = new Set(),
): SourceTables {
  const rule = skyddRule(program.personskydd);
  // Magnitudes follow those whose they are (`program-magnitudes.ts`), and percentages are no counts either.
  const indikatorer = program.indikatorer.filter((i) => i.vilkas === null && !isPercentage(i));
  const counting = new Set(indikatorer.map((i) => i.id));
  const of = (id: string, count: number | null): readonly CountCell[] =>
    count === null
      ? []
      : [
          hiddenForMagnitude(
            asEarlierShown(earlier, {
              id,
              count,
              ...rule,
              ...(program.personskydd === null ? { known: { lower: count, upper: count } } : {}),
            }),
            dominated,
          ),
        ];
  const base = indikatorer.flatMap((i) =>
    COLUMNS.flatMap(([column, kon]) => of(programCell(program, i.id, i.basar, kon), i[column])),
  );
  const outcomes = program.utfall.flatMap((u) =>
    counting.has(u.indikator) ? of(programCell(program, u.indikator, u.ar, 'T'), u.varde) : [],
  );
  const totals = indikatorer.map((i) => ({
    table: `${i.titel} ${i.basar} efter kön`,
    total: programCell(program, i.id, i.basar, 'T'),
    parts: [programCell(program, i.id, i.basar, 'K'), programCell(program, i.id, i.basar, 'M')],
    rest: `${programCell(program, i.id, i.basar, 'T')}|övriga`,
  }));
  const formed = formedTables([...base, ...outcomes], totals);
  const percent = programPercentages(program, formed.cells, earlier, (indikator, ar) =>
    programCell(program, indikator, ar, 'T'),
  );
  return {
    ...formed,
    cells: [...formed.cells, ...percent.cells],
    relations: [...formed.relations, ...percent.relations],
    om: { id: `program/${program.slug}`, kortnamn: program.titel, fil: program.fil },
    ar: null,
    samma: indikatorer.flatMap((i) =>
      i.foljsAv === null ? [] : [[`program/${program.slug}/${i.id}`, i.foljsAv] as const],
    ),
    skydd: program.personskydd,
    kallor: [...new Set([...program.indikatorer, ...program.utfall].map((row) => row.ursprung.fil))],
    format: ['csv'],
  };
}

/** A programme as it may be published. @param hidden ids of the cells to hide */
export function withoutHiddenFigures(program: Program, hidden: ReadonlySet<string>): Program {
  // Who contributes is for the protection alone.
  const indikatorer = program.indikatorer.map(({ bidrag: _, ...i }): Programindikator => {
    const skyddade = COLUMNS.flatMap(([column, kon]) =>
      i[column] !== null && hidden.has(programCell(program, i.id, i.basar, kon)) ? [column] : [],
    );
    const shown = Object.fromEntries(skyddade.map((column) => [column, null]));
    return { ...i, ...shown, skyddade };
  });
  const utfall = program.utfall.map(
    ({ bidrag: _, ...u }): Utfall =>
      hidden.has(programCell(program, u.indikator, u.ar, 'T')) ? { ...u, varde: null } : u,
  );
  return { ...program, indikatorer, utfall };
}
