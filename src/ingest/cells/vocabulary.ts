import type { z } from 'zod';

/** Reads a cell; undefined when the text is not valid there. */
export type CellReader<T> = (text: string) => T | undefined;

/** Distinct invalid texts remembered per column: a column of garbage must not grow without limit. */
const REMEMBERED = 10_000;

/**
 * A reader for a column whose cells are a few words again and again (codes, years, answers). The zod schema is
 * the authority: it judges each distinct text once, and the verdict is remembered.
 */
export function vocabulary<T extends NonNullable<unknown>>(schema: z.ZodType<T>): CellReader<T> {
  const valid = new Map<string, T>();
  const invalid = new Set<string>();
  return (text) => {
    const known = valid.get(text);
    if (known !== undefined || invalid.has(text)) return known;
    const result = schema.safeParse(text);
    if (result.success) valid.set(text, result.data);
    else if (invalid.size < REMEMBERED) invalid.add(text);
    return result.success ? result.data : undefined;
  };
}
