import type { z } from 'zod';

/** Reads a cell; undefined when the text is not valid there. */
export type CellReader<T> = (text: string) => T | undefined;

/** Distinct invalid texts remembered per column: a column of garbage must not grow without limit. */
const REMEMBERED = 10_000;

/**
 * A reader for a column whose cells are a few words again and again (codes, years, answers). The zod schema is
 * the authority: it judges each distinct text once, and the verdict is remembered. Files are mostly sorted, so
 * the text before is looked at first.
 */
export function vocabulary<T extends NonNullable<unknown>>(schema: z.ZodType<T>): CellReader<T> {
  const valid = new Map<string, T>();
  const invalid = new Set<string>();
  let lastText: string | null = null;
  let lastValue: T | undefined;
  const judge = (text: string): T | undefined => {
    const result = schema.safeParse(text);
    if (result.success) valid.set(text, result.data);
    else if (invalid.size < REMEMBERED) invalid.add(text);
    return result.success ? result.data : undefined;
  };
  return (text) => {
    if (text === lastText) return lastValue;
    lastText = text;
    lastValue = valid.get(text);
    if (lastValue === undefined && !invalid.has(text)) lastValue = judge(text);
    return lastValue;
  };
}
