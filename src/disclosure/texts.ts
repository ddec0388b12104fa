import type { Catalogue } from '../model/catalogue.ts';
import type { Origin } from '../model/observation.ts';
import { inventeringCell } from './inventering.ts';
import { kartlaggningCell } from './kartlaggning.ts';
import { cellId } from './register.ts';

/** A number in a text that is the same as a count which is hidden beside it. */
export type NumberInText = {
  readonly ursprung: Origin;
  /** `rad`: the text stands in the very row of the hidden count. `text`: in a free text about the same people. */
  readonly var: 'rad' | 'text';
  readonly kolumn: string;
  readonly tal: number;
};

const WORDS = ['noll', '', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** The numbers in a text, in figures or in words up to twelve. *En* and *ett* are mostly no numbers. */
function numbersIn(text: string): ReadonlySet<number> {
  const figures = [...text.matchAll(/\d[\d\u00a0\u202f ]*\d|\d/g)].map(([n]) =>
    Number(n.replaceAll(/\D/g, '')),
  );
  const words = text
    .toLowerCase()
    .split(/[^a-zåäö]+/)
    .flatMap((word) => (word === '' ? [] : [WORDS.indexOf(word)]));
  return new Set([...figures, ...words.filter((n) => n > 0)]);
}

/**
 * Notes and free texts that tell a hidden count: whoever wrote them does not know what is hidden.
 * @param catalogue with the true counts
 */
export function numbersInTexts(catalogue: Catalogue, hidden: ReadonlySet<string>): readonly NumberInText[] {
  const inRow = (text: string | null, tal: number | string | null, ursprung: Origin | null) =>
    text !== null && typeof tal === 'number' && ursprung !== null && numbersIn(text).has(tal)
      ? [{ ursprung, var: 'rad' as const, kolumn: 'not', tal }]
      : [];
  return [
    ...catalogue.observationer.flatMap((o) =>
      hidden.has(cellId(o)) ? inRow(o.not, o.varde, o.ursprung) : [],
    ),
    ...catalogue.kartlaggningar.flatMap((k) =>
      k.varden.flatMap((v) =>
        v.enhet === 'antal' && hidden.has(kartlaggningCell(k, v)) ? inRow(v.not, v.varde, v.ursprung) : [],
      ),
    ),
    ...catalogue.inventeringar.flatMap((i) => {
      const counts = new Set(
        i.rader.flatMap((r) => (r.varde !== null && hidden.has(inventeringCell(i, r)) ? [r.varde] : [])),
      );
      return i.rader.flatMap((r) =>
        r.text === null
          ? []
          : [...numbersIn(r.text)]
              .filter((n) => counts.has(n))
              .map((tal) => ({ ursprung: r.ursprung, var: 'text' as const, kolumn: 'text', tal })),
      );
    }),
  ];
}
