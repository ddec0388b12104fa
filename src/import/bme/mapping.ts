import { z } from 'zod';
import type { Uppgift } from '../../model/formular.ts';

/** Which column of the survey's file has the answer to one thing that the inventory asks for. */
const AnswerColumn = z.strictObject({
  uppgift: z.string().min(1),
  /** The column's name; two header rows are joined with " – ". Null when the file does not have it. */
  kolumn: z.string().min(1).nullable(),
  /** Columns that it may be, when none is sure. */
  forslag: z.array(z.string()).default([]),
});

/** How a file of the housing-market survey is read: the small file that a person confirms or mends. */
export const BmeMapping = z.strictObject({
  /** True when a person has looked it through. */
  bekraftad: z.boolean(),
  /** Shown to readers after "Källa:". */
  kalla: z.string(),
  blad: z.string(),
  /** The year that the answers are about; null when it must be filled in. */
  ar: z.int().min(1990).max(2100).nullable(),
  /** The year that stood in the file when the mapping was made: another one is another year's file. */
  arIFilen: z.int().nullable(),
  svar: z.array(AnswerColumn).min(1),
});
export type BmeMapping = z.infer<typeof BmeMapping>;

/** What must be filled in before a mapping can be used; empty when nothing. */
export function bmeQuestions({ kalla, ar, svar }: BmeMapping): readonly string[] {
  return [
    ...(kalla.trim() === '' ? ['kalla är tom: skriv vad läsarna ska se efter ”Källa:”'] : []),
    ...(ar === null ? ['ar är tomt: skriv året som svaren gäller'] : []),
    ...(svar.every((s) => s.kolumn === null) ? ['ingen uppgift har någon kolumn'] : []),
  ];
}

/** A mapping as a person reads it at the terminal: which column each thing is read from, and what must be answered. */
export function bmeMappingText(
  { blad, ar, svar }: BmeMapping,
  uppgifter: readonly Uppgift[],
  questions: readonly string[],
): string {
  const name = (kod: string) => uppgifter.find((u) => u.kod === kod)?.namn ?? kod;
  return [
    'Inget har lästs in än. Så här uppfattar vi filen:',
    `Bladet ${blad}. Svaren gäller: ${ar ?? 'okänt år'}.`,
    ...svar.map(({ uppgift, kolumn, forslag }) =>
      kolumn === null
        ? `  ${name(uppgift)} (${uppgift}) läses inte${forslag.length > 0 ? `. Kan vara ”${forslag.join('” eller ”')}”` : ': ingen kolumn liknar den'}`
        : `  ${name(uppgift)} (${uppgift}) läses ur ”${kolumn}”`,
    ),
    ...(questions.length > 0 ? ['Det här måste du svara på:', ...questions.map((q) => `  ${q}`)] : []),
  ].join('\n');
}
