import { z } from 'zod';
import { must } from '../../model/must.ts';
import { Refusal } from '../../refusal.ts';
import { TextIfAny } from '../http/body.ts';

const Dimension = z.object({
  label: z.string().nullish(),
  category: z.object({
    index: z.union([z.record(z.string(), z.int()), z.array(z.string())]),
    label: z.record(z.string(), z.string()).nullish(),
  }),
  extension: z.looseObject({ elimination: z.boolean().nullish() }).nullish(),
});

/** A data set in JSON-stat 2, with or without values: the metadata of a table has the same shape. */
const Dataset = z.object({
  id: z.array(z.string()).min(1),
  size: z.array(z.int()),
  label: TextIfAny,
  updated: z.string().nullish(),
  dimension: z.record(z.string(), Dimension),
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]).nullish(),
  status: z.union([z.record(z.string(), z.string()), z.array(z.string().nullable())]).nullish(),
});

export type StatDimension = {
  readonly id: string;
  /** Codes in order, and what each is called. */
  readonly codes: readonly string[];
  readonly label: (code: string) => string;
  /** True when the table gives the total when nothing is chosen. */
  readonly optional: boolean;
};

export type StatTable = {
  readonly title: string;
  readonly updated: string | null;
  readonly dimensions: readonly StatDimension[];
  /** Every cell: its codes by dimension, its value, and its sign. */
  readonly cells: () => Iterable<StatCell>;
};
export type StatCell = {
  readonly codes: Readonly<Record<string, string>>;
  readonly value: number | null;
  /** The sign that stands in place of a value; null beside one. */
  readonly status: string | null;
};

/** Reads JSON-stat 2, or stops with the place in it that is not as agreed. */
export function statTable(json: unknown, url: string): StatTable {
  const read = Dataset.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new Refusal(
      `SCB svarade med något annat än JSON-stat 2: ”${issue?.path.join('.')}” (${issue?.message}). Adress: ${url}`,
      'Kontrollera tabellens id. Har gränssnittet ändrats, meddela den som sköter verktyget.',
    );
  }
  const { id, size, label, updated, dimension, value, status } = read.data;
  const dimensions = id.map((name) => dimensionOf(name, dimension[name]));
  const count = size.reduce((product, n) => product * n, 1);
  const given = value === null || value === undefined ? 0 : Array.isArray(value) ? value.length : count;
  if (value && (dimensions.some((d, i) => d.codes.length !== size[i]) || given !== count))
    throw new Refusal(
      `SCB:s svar har ${given} celler, men ska ha ${count}. Adress: ${url}`,
      'Kör kommandot igen.',
    );
  const at = <T>(
    list: readonly T[] | Readonly<Record<string, T>> | null | undefined,
    i: number,
  ): T | undefined =>
    list === null || list === undefined
      ? undefined
      : Array.isArray(list)
        ? list[i]
        : (list as Record<string, T>)[i];
  return {
    title: label,
    updated: updated ?? null,
    dimensions,
    *cells() {
      for (let i = 0; i < count; i += 1) {
        let rest = i;
        const codes: Record<string, string> = {};
        for (let d = dimensions.length - 1; d >= 0; d -= 1) {
          const { id: name, codes: all } = must(dimensions[d], `dimension ${d}`);
          codes[name] = must(all[rest % all.length], `code of ${name}`);
          rest = Math.floor(rest / all.length);
        }
        yield { codes, value: at(value, i) ?? null, status: at(status, i) || null };
      }
    },
  };
}

function dimensionOf(id: string, dimension: z.infer<typeof Dimension> | undefined): StatDimension {
  const index = dimension?.category.index ?? [];
  const codes = Array.isArray(index)
    ? index
    : Object.entries(index)
        .toSorted(([, a], [, b]) => a - b)
        .map(([code]) => code);
  return {
    id,
    codes,
    label: (code) => dimension?.category.label?.[code] ?? code,
    optional: dimension?.extension?.elimination === true,
  };
}
