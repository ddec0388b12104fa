import { z } from 'zod';
import { must } from '../../model/must.ts';
import { Refusal } from '../../refusal.ts';
import { TextIfAny } from '../http/body.ts';

const Value = z.object({
  gender: z.string(),
  value: z.number().nullish(),
  status: TextIfAny,
  isdeleted: z.boolean().nullish(),
});

export const FigureRow = z.object({
  kpi: z.string(),
  municipality: z.string(),
  period: z.int(),
  values: z.array(Value),
});
export type KoladaRow = z.infer<typeof FigureRow>;

/** What every paged answer has; clients have seen both names of the link. */
export type KoladaPage<Row> = {
  readonly count: number | null;
  readonly next: string | null;
  readonly values: readonly Row[];
};

export const Kpi = z.object({
  id: z.string(),
  title: z.string(),
  description: TextIfAny,
  municipality_type: z.string().nullish(),
  publication_date: z.string().nullish(),
});
export type KoladaKpi = z.infer<typeof Kpi>;

/** Parses an answer, or stops with the place in it that is not as agreed. */
export function koladaPage<Row>(row: z.ZodType<Row>, json: unknown, url: string): KoladaPage<Row> {
  const read = z
    .object({
      count: z.int().nullish(),
      next_url: z.string().nullish(),
      next_page: z.string().nullish(),
      values: z.array(row),
    })
    .safeParse(json);
  if (read.success) {
    const { count, next_url, next_page, values } = read.data;
    return { count: count ?? null, next: next_url || next_page || null, values };
  }
  const issue = must(read.error.issues[0], 'issue of an answer that is not as agreed');
  const place = issue.path.map(String).join('.');
  throw new Refusal(
    `Kolada svarade med något annat än vi känner igen: ”${place}” (${issue.message}). Adress: ${url}`,
    'Koladas gränssnitt kan ha ändrats. Inget har skrivits. Meddela den som sköter verktyget.',
  );
}
