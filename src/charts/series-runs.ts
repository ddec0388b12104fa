import type { Absence } from '../model/absence.ts';

/** One year of a series. */
export type SeriesPoint = {
  readonly ar: number;
  readonly varde: number | null;
  readonly saknas: Absence | null;
  /** Name of the comparable segment that the year lies in; a line never leaves it. */
  readonly segment: string;
  /** The value as shown: `17 %`. */
  readonly label: string;
  readonly exempel: boolean;
};

/** A year with a value. */
export type Drawn = SeriesPoint & { readonly varde: number };
export const hasValue = (p: SeriesPoint): p is Drawn => p.varde !== null;

/** Points further apart than this are not joined: nobody knows what happened in between. Rounds come every sixth year. */
const JOINED_YEARS = 6;

/**
 * Runs of neighbouring years that a line may join: inside one segment, without a gap in between and not too far apart.
 * A missing year ends the run, so that a gap stays a gap.
 */
export function runsOf(points: readonly SeriesPoint[]): readonly (readonly Drawn[])[] {
  const runs: Drawn[][] = [];
  let open: Drawn[] | null = null;
  for (const point of points) {
    if (!hasValue(point)) {
      open = null;
      continue;
    }
    const last: Drawn | undefined = open?.at(-1);
    if (open !== null && last?.segment === point.segment && point.ar - last.ar <= JOINED_YEARS)
      open.push(point);
    else {
      open = [point];
      runs.push(open);
    }
  }
  return runs;
}
