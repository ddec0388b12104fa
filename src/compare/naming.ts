import { cappedList } from '../text/lists.ts';
import type { Matrix } from './matrix.ts';

/** What a comparison is called: who is compared, and the year that was chosen. */
export type ComparisonName = {
  /** `Umeå, Luleå och 3 till`, or the group's own name. */
  readonly grupp: string;
  /** Null: each indicator in its newest year. */
  readonly ar: number | null;
};

/** More names than this are counted: a title is two lines. */
const NAMED = 4;

/** The name of a reader's own choice, from the kommuner in it. */
export const nameOfChoice = ({ rows }: Pick<Matrix, 'rows'>, ar: number | null): ComparisonName => ({
  grupp: cappedList(
    rows.map((r) => r.kommun.namn),
    NAMED,
  ),
  ar,
});

/** The name of its file, without ending: `jamforelse-umea-lulea-och-3-till-2016`, or `-nyaste` where no year was chosen. */
export function fileNameOf({ rows }: Pick<Matrix, 'rows'>, ar: number | null): string {
  // As many as the title names.
  const shown = rows.length <= NAMED + 1 ? rows.length : NAMED;
  const named = rows.slice(0, shown).map((r) => r.kommun.slug);
  const more = rows.length > shown ? [`och-${rows.length - shown}-till`] : [];
  return ['jamforelse', ...named, ...more, ar === null ? 'nyaste' : String(ar)].join('-');
}
