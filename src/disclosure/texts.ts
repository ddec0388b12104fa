import type { Catalogue } from '../model/catalogue.ts';
import type { Origin } from '../model/observation.ts';
import { inventeringCell } from './inventering.ts';
import { kartlaggningCell } from './kartlaggning-axes.ts';
import { COLUMNS, programCell } from './program.ts';
import { cellId } from './register.ts';
import { textNumbers } from './text-numbers.ts';

/** A number in a text that is the same as a count which is hidden beside it. */
export type NumberInText = {
  readonly ursprung: Origin;
  /** `rad`: the text stands in the very row of the hidden count. `text`: in a free text about the same people. */
  readonly var: 'rad' | 'text';
  readonly kolumn: string;
  readonly tal: number;
};

/**
 * Notes and free texts that tell a hidden count: whoever wrote them does not know what is hidden.
 * @param catalogue with the true counts
 */
export function numbersInTexts(catalogue: Catalogue, hidden: ReadonlySet<string>): readonly NumberInText[] {
  const inRow = (
    text: string | null,
    tal: number | string | null,
    { ursprung, kolumn = 'not' }: { readonly ursprung: Origin | null; readonly kolumn?: string },
  ) =>
    text !== null && typeof tal === 'number' && ursprung !== null && textNumbers(text).has(tal)
      ? [{ ursprung, var: 'rad' as const, kolumn, tal }]
      : [];
  return [
    ...(hidden.size === 0 ? [] : catalogue.observationer).flatMap((o) =>
      o.not !== null && hidden.has(cellId(o)) ? inRow(o.not, o.varde, o) : [],
    ),
    ...catalogue.kartlaggningar.flatMap((k) => {
      const counts = new Map(
        k.varden.flatMap((v) => {
          const cell = kartlaggningCell(k, v);
          return v.enhet === 'antal' && v.varde !== null && hidden.has(cell) ? [[cell, v.varde]] : [];
        }),
      );
      // A percentage's note is about the same people as the count's.
      return counts.size === 0
        ? []
        : [
            ...k.varden.flatMap((v) => inRow(v.not, counts.get(kartlaggningCell(k, v)) ?? null, v)),
            ...freeTexts(
              k.varden.flatMap((v) =>
                counts.has(kartlaggningCell(k, v)) ? [] : [{ text: v.not, ursprung: v.ursprung }],
              ),
              { counts: new Set(counts.values()), kolumn: 'not' },
            ),
          ];
    }),
    ...catalogue.inventeringar.flatMap((i) => {
      const counts = new Set(
        i.rader.flatMap((r) => (r.varde !== null && hidden.has(inventeringCell(i, r)) ? [r.varde] : [])),
      );
      return freeTexts(i.rader, { counts, kolumn: 'text' });
    }),
    ...catalogue.program.flatMap((p) => {
      const figures = [
        ...p.indikatorer.flatMap((i) =>
          COLUMNS.map(([column, kon]) => ({
            cell: programCell(p, i.id, i.basar, kon),
            varde: i[column],
            text: i.not,
            place: i,
          })),
        ),
        ...p.utfall.map((u) => ({
          cell: programCell(p, u.indikator, u.ar, 'T'),
          varde: u.varde,
          text: u.skal,
          place: { ursprung: u.ursprung, kolumn: 'skal' },
        })),
      ].filter(({ cell, varde }) => varde !== null && hidden.has(cell));
      return [
        ...figures.flatMap(({ text, varde, place }) => inRow(text, varde, place)),
        ...freeTexts(p.lagen, { counts: new Set(figures.map((f) => f.varde)), kolumn: 'text' }),
      ];
    }),
  ];
}

/** Texts that say one of these counts, whatever they are about. */
const freeTexts = (
  rows: readonly { readonly text: string | null; readonly ursprung: Origin }[],
  { counts, kolumn }: { readonly counts: ReadonlySet<number | null>; readonly kolumn: string },
): readonly NumberInText[] =>
  rows.flatMap(({ text, ursprung }) =>
    (text === null ? [] : [...textNumbers(text)])
      .filter((n) => counts.has(n))
      .map((tal) => ({ ursprung, var: 'text' as const, kolumn, tal })),
  );
