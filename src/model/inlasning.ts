import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Something that a source held and that was not written, and why. Codes are kommunkoder or what stood there. */
export const Utelamnat = z.strictObject({
  indikator: z.string().nullable(),
  ar: z.int().nullable(),
  koder: z.array(z.string()),
  skal: z.string().min(3),
});
export type Utelamnat = z.infer<typeof Utelamnat>;

/** One import that some of a file's values come from. */
export const Inlasning = z.strictObject({
  /** Shown to readers after "Källa:": `Kolada`, `Egen beräkning på uppgifter från Kronofogden`. */
  kalla: z.string().min(2),
  indikatorer: z.array(z.string()).min(1),
  /** Years in which these values are from here; empty when the source does not say the year. */
  ar: z.array(z.int()),
  /** What was asked for: addresses, or a file's name and sheet. */
  fraga: z.array(z.string()).min(1),
  /** When the source answered. */
  hamtad: z.iso.datetime(),
  /** Of what the source answered, all bodies after one another. */
  sha256: Sha256,
  /** How the source described each indicator then, so that a changed meaning is seen the next time. */
  beskrivningar: z
    .record(
      z.string(),
      z.strictObject({ titel: z.string(), beskrivning: z.string(), publicerad: z.string().nullable() }),
    )
    .default({}),
  utelamnat: z.array(Utelamnat).default([]),
});
export type Inlasning = z.infer<typeof Inlasning>;

/** `<file>.inlasning.json`, beside a survey or register file that was imported: where its values come from. */
export const InlastFil = z.strictObject({
  fil: z.string().regex(/^[^/]+\.csv$/),
  /** Of the written file, so that a later change by hand is seen. */
  sha256: Sha256,
  inlasningar: z.array(Inlasning).min(1),
});
/** The same in the catalogue, with the path of the file with the values below the data folder. */
export type InlastFil = z.infer<typeof InlastFil>;

/** The source of what we have computed from a source's figures: its terms say that it is ours, not theirs. */
export const egenBerakning = (kalla: string): string =>
  `Egen beräkning på uppgifter från ${kalla.replace(/^Egen beräkning på uppgifter från /, '')}`;

/** Where a record may stand: beside an area's answers and registers, beside populations, and beside inventories. */
export const INLASNING_PATHS = [
  'omraden/<område>/enkat/<år>.inlasning.json',
  'omraden/<område>/register/<indikator>.inlasning.json',
  'referens/kommuner.inlasning.json',
  'referens/folkmangd.inlasning.json',
  'inventering/<fil>.inlasning.json',
] as const;

/** True for a path where one stands. */
export const INLASNING_FILE = new RegExp(
  `^(?:${INLASNING_PATHS.map((p) => p.replaceAll('.', '\\.').replaceAll(/<[^>]+>/g, '[^/]+')).join('|')})$`,
);

/** The path of the record beside a file with values: `enkat/2016.csv` → `enkat/2016.inlasning.json`. */
export const inlasningPath = (csv: string): string => csv.replace(/\.csv$/, '.inlasning.json');
