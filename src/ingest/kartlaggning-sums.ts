import type { Kartlaggningsvarde, Situation } from '../model/kartlaggning.ts';
import type { Kon } from '../model/observation.ts';
import type { Reading } from './source.ts';

const SITUATIONS: readonly Situation[] = ['1', '2', '3', '4', 'ej-angiven'];
const SEXES: readonly Kon[] = ['K', 'M'];

type Counted = Kartlaggningsvarde & { readonly varde: number };
const isCount = (v: Kartlaggningsvarde): v is Counted => v.enhet === 'antal' && v.varde !== null;

/** Everything that must be the same for two counts to belong to one sum. */
const sameRound = (v: Kartlaggningsvarde) => `${v.ar} ${v.matt} ${v.omraknad ?? ''}`;

/**
 * Reports sums that do not add up: the situations (with those not stated) against the total, and the sexes against
 * both together. Parts of which one is unknown may fall short of the total but never pass it. A sum with a figure that
 * the source calls approximate is let be.
 */
export function reportSums(reading: Reading, values: readonly Kartlaggningsvarde[]): void {
  const counts = values.filter(isCount);
  for (const group of Map.groupBy(counts, (v) => `${sameRound(v)} ${v.kon}`).values())
    compare(
      reading,
      'kartlaggning-summa',
      group.find((v) => v.situation === 'alla'),
      group.filter((v) => SITUATIONS.includes(v.situation)),
      SITUATIONS.length,
      'Situationerna',
    );
  for (const group of Map.groupBy(counts, (v) => `${sameRound(v)} ${v.situation}`).values())
    compare(
      reading,
      'kon-summa',
      group.find((v) => v.kon === 'T'),
      group.filter((v) => SEXES.includes(v.kon)),
      SEXES.length,
      'Kvinnor och män',
    );
}

function compare(
  { report }: Reading,
  code: 'kartlaggning-summa' | 'kon-summa',
  total: Counted | undefined,
  parts: readonly Counted[],
  all: number,
  subject: string,
): void {
  if (!total || parts.length === 0 || [total, ...parts].some((v) => v.ungefar)) return;
  const sum = parts.reduce((s, v) => s + v.varde, 0);
  const complete = parts.length === all;
  if (sum === total.varde || (!complete && sum < total.varde)) return;
  report(
    code,
    { file: total.ursprung.fil, row: total.ursprung.rad, column: 'varde', value: String(total.varde) },
    `${subject} ${total.ar} är tillsammans ${sum}, men totalen är ${total.varde}.`,
    'Kontrollera raderna mot källan, eller skriv ja i kolumnen ungefar där källan har avrundat.',
  );
}
