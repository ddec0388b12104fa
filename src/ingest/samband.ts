import { z } from 'zod';
import type { Formular } from '../model/formular.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Kartlaggning } from '../model/kartlaggning.ts';
import type { Program } from '../model/program.ts';
import { Samband } from '../model/samband.ts';
import { placeIn, readJson, validate } from './json/read.ts';
import { didYouMean } from './nearest.ts';
import { optional, type Reading } from './source.ts';

/** Everything that counts something, which an identity can name. */
export type Counting = {
  readonly indikatorer: readonly Indicator[];
  readonly kartlaggningar: readonly Kartlaggning[];
  readonly program: readonly Program[];
  readonly formular: Pick<Formular, 'uppgifter'>;
};

/** The identities that the publisher declares (`samband.json`). None when the file is absent. */
export function readSamband(reading: Reading, counting: Counting): readonly Samband[] {
  const source = optional(reading, 'samband.json');
  const json = source && readJson(source, reading.report);
  const declared = json && validate(json, [], z.array(Samband), reading.report);
  if (!json || !declared) return [];
  const all = [
    ...new Set([
      ...counting.indikatorer.map((i) => i.id),
      ...counting.kartlaggningar.flatMap((k) => k.varden.map((v) => `kartlaggning/${k.slug}/${v.matt}`)),
      ...counting.formular.uppgifter.map((u) => `inventering/${u.kod}`),
      ...counting.program.flatMap((p) => p.indikatorer.map((i) => `program/${p.slug}/${i.id}`)),
    ]),
  ];
  // A class of a kartläggning or an inventory may follow: `inventering/akut-alla/0-17`.
  const isKnown = (serie: string) => all.some((k) => serie === k || serie.startsWith(`${k}/`));
  const named = declared.flatMap(({ summa, delar }, i) => [
    { serie: summa, at: [i, 'summa'] },
    ...delar.map((serie, k) => ({ serie, at: [i, 'delar', k] })),
  ]);
  for (const { serie, at } of named)
    if (!isKnown(serie))
      reading.report(
        'samband-okand',
        placeIn(json, at),
        `Inget i datamappen räknar ”${serie}”.`,
        didYouMean(serie, all),
      );
  return declared.filter(({ summa, delar }) => [summa, ...delar].every(isKnown));
}
