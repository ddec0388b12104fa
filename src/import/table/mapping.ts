import { z } from 'zod';
import { Absence } from '../../model/absence.ts';

const Year = z.int().min(1990).max(2100);

/** One column with values: which indicator, and what its cells mean. */
export const ColumnMapping = z.strictObject({
  /** The column's name; two header rows are joined with " – ". */
  kolumn: z.string().min(1),
  /** Our id; null when the column is not to be read. */
  indikator: z.string().nullable(),
  /** Best guesses when none is sure, for the person who mends the file. */
  forslag: z.array(z.string()).default([]),
  /** The year of this column alone; null for the sheet's. */
  ar: Year.nullable().default(null),
  /** What a cell says → our answer. A cell that means nothing to us yet stands with an empty text. */
  svar: z.record(z.string(), z.string()).default({}),
  /** Signs, words and `""` (an empty cell) → why there is no value. */
  saknas: z.record(z.string(), z.union([Absence, z.literal('')])).default({}),
  /** Decimal sign of numbers that are text; null when it cannot be determined. */
  decimaltecken: z.enum([',', '.']).nullable().default(','),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** One sheet with kommuner or stadsdelar in rows. */
export const SheetMapping = z.strictObject({
  blad: z.string(),
  /** Line numbers as a person sees them, from 1. */
  rubrikrader: z.tuple([z.int().min(1), z.int().min(1)]),
  rader: z.tuple([z.int().min(1), z.int().min(1)]),
  kommunkod: z.string().nullable(),
  kommun: z.string().nullable(),
  stadsdel: z.string().nullable(),
  /** The year, or the name of the column that holds it; null when it must be filled in. */
  ar: z.union([Year, z.string()]).nullable(),
  /** Column with sex and what its words mean; null when all rows are of both. */
  kon: z
    .strictObject({ kolumn: z.string(), varden: z.record(z.string(), z.enum(['T', 'K', 'M', ''])) })
    .nullable(),
  /** Only rows with these words in these columns are read. */
  urval: z.array(z.strictObject({ kolumn: z.string(), varde: z.string() })).default([]),
  kolumner: z.array(ColumnMapping),
});
export type SheetMapping = z.infer<typeof SheetMapping>;

/** The small file that a person confirms or mends. */
export const Mapping = z.strictObject({
  /** True when a person has looked it through. */
  bekraftad: z.boolean(),
  /** Shown to readers after "Källa:". */
  kalla: z.string(),
  blad: z.array(SheetMapping).min(1),
  /** Sheets without kommuner or stadsdelar, which are not read. */
  lasesInte: z.array(z.string()).default([]),
});
export type Mapping = z.infer<typeof Mapping>;

/** What must be filled in before a mapping can be used; empty when nothing. */
export function mappingQuestions(mapping: Mapping): readonly string[] {
  const where = (blad: string, text: string) => `Bladet ${blad}: ${text}`;
  return [
    ...(mapping.kalla.trim() === '' ? ['kalla är tom: skriv vad läsarna ska se efter ”Källa:”'] : []),
    ...(mapping.blad.some((b) => b.kolumner.some((k) => k.indikator !== null))
      ? []
      : ['ingen kolumn har någon indikator']),
    ...mapping.blad.flatMap((b) => {
      const used = b.kolumner.filter((k) => k.indikator !== null);
      return [
        ...(b.ar === null && used.some((k) => k.ar === null)
          ? [where(b.blad, 'ar är tomt: skriv året')]
          : []),
        ...used.flatMap((k) => [
          ...Object.entries(k.svar).flatMap(([word, answer]) =>
            answer === '' ? [where(b.blad, `kolumnen ”${k.kolumn}”: vad betyder ”${word}”?`)] : [],
          ),
          ...Object.entries(k.saknas).flatMap(([sign, reason]) =>
            reason === ''
              ? [where(b.blad, `kolumnen ”${k.kolumn}”: varför saknas värdet när det står ”${sign}”?`)]
              : [],
          ),
          ...(k.decimaltecken === null
            ? [
                where(
                  b.blad,
                  `kolumnen ”${k.kolumn}”: är kommat i talen ett decimaltecken eller skiljer det tusental?`,
                ),
              ]
            : []),
        ]),
        ...(b.kon === null
          ? []
          : Object.entries(b.kon.varden).flatMap(([word, sex]) =>
              sex === '' && word !== '' ? [where(b.blad, `vilket kön är ”${word}”?`)] : [],
            )),
      ];
    }),
  ];
}
