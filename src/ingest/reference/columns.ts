import { z } from 'zod';
import type { RecordSchema } from '../csv/records.ts';

/** A column of a table: its rule in words, and whether the column may be left out or a cell be empty. */
export type Column = {
  readonly name: string;
  readonly rule: string;
  /** The whole column may be left out. */
  readonly optional: boolean;
};

/** What the cell's own schema is, inside what reads it from text. */
function innermost(cell: z.core.$ZodType): z.core.$ZodType {
  if (cell instanceof z.ZodPipe) return innermost(cell.out);
  if (cell instanceof z.ZodNullable || cell instanceof z.ZodOptional || cell instanceof z.ZodDefault)
    return innermost(cell.unwrap());
  return cell;
}

const code = (word: unknown) => `\`${String(word)}\``;

/**
 * What a cell must hold, in words, found by what its schema takes: a word of a list, a date, a whole number, a number,
 * a code of so many digits, a text; and whether it may be empty.
 */
function cellRule(cell: z.core.$ZodType): string {
  const takes = (text: string) => z.core.safeParse(cell, text).success;
  const inner = innermost(cell);
  const empty = takes('') ? ', får vara tom' : '';
  if (inner instanceof z.ZodEnum) {
    const words = inner.options.filter((word) => word !== '');
    return `${words.map(code).join(', ')}${empty}`;
  }
  if (takes('fri text')) return `text${empty}`;
  if (takes('2000-12-31') && !takes('20001231')) return `ett datum, 2026-12-31${empty}`;
  if (takes('2000.5')) return `tal${empty}`;
  if (takes('0114') && !takes('114') && !takes('01')) return `fyra siffror${empty}`;
  if (takes('01') && !takes('1'))
    return takes('0114') ? `två eller fyra siffror${empty}` : `två siffror${empty}`;
  if (takes('2000')) return `heltal${empty}`;
  return `en kod${empty}`;
}

/** The columns of a table in their order. */
export const columnsOf = (schema: RecordSchema, optional: readonly string[] = []): readonly Column[] =>
  Object.entries(schema.shape).map(([name, cell]) => ({
    name,
    rule: cellRule(cell),
    optional: optional.includes(name),
  }));
