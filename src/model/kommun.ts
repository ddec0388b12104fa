import { z } from 'zod';

/** Geographic level of a value, smallest first. */
export const NIVAER = ['stadsdel', 'kommun', 'lan', 'riket'] as const;
export const Niva = z.enum(NIVAER);
export type Niva = z.infer<typeof Niva>;

/** Code of the whole country in our files. (Kolada writes 0000; the importer maps it.) */
export const RIKET = '00';

export const Kommunkod = z.string().regex(/^\d{4}$/, 'fyra siffror');
export const Lanskod = z.string().regex(/^\d{2}$/, 'två siffror');

/** One kommun as it stands in `data/referens/kommuner.csv`. */
export type Kommun = {
  readonly kod: string;
  readonly namn: string;
  /**
   * Unique in the site. Håbo and Habo would both become `habo`: the one that is spelt so keeps it, the other
   * gets its code added (`habo-0305`).
   */
  readonly slug: string;
  readonly lanskod: string;
  /** Code of a group, `A1`–`C9`; `ReferensKallor` says of which year. */
  readonly kommungrupp: string;
  /** Inhabitants, on the day that `ReferensKallor` says. */
  readonly folkmangd: number;
  /** First day of the kommun under this code and name (ISO date); null where it is older than our data. */
  readonly giltigFran: string | null;
  /** Last day; null while it exists. */
  readonly giltigTill: string | null;
  /** Codes of what it became; empty while it exists, and where it only changed its name. */
  readonly ersattAv: readonly string[];
};

/** A kommun, or a name of one, that is no more: its last day is known. */
export type FormerKommun = Kommun & { readonly giltigTill: string };

export type Lan = {
  readonly kod: string;
  readonly namn: string;
  readonly slug: string;
  readonly bokstav: string;
};

/** An SKR group of kommuner: `B3`, "Större stad". */
export type Kommungrupp = { readonly kod: string; readonly namn: string; readonly slug: string };

/** A city district that answers the survey in place of its city. */
export type Stadsdel = {
  /** Our own code (there is no official one): `0180-bromma`. */
  readonly kod: string;
  readonly kommunkod: string;
  readonly namn: string;
  /** stadsdelsområde, stadsdelsnämnd, socialförvaltning or stadsområde */
  readonly typ: string;
  /** ISO date, inclusive. */
  readonly giltigFran: string;
  /** ISO date, inclusive; null while it still exists. */
  readonly giltigTill: string | null;
  readonly not: string;
  readonly kalla: string;
};

/** The days that a stadsdel existed, after "fanns". */
export const timeOf = ({ giltigFran, giltigTill }: Pick<Stadsdel, 'giltigFran' | 'giltigTill'>): string =>
  giltigTill === null ? `från ${giltigFran}` : `${giltigFran}–${giltigTill}`;

/** A code that was once in force: `data/referens/utgangna_koder.csv`. */
export type UtgangenKod = {
  /** Four digits for a kommun, two for a län and with it all kommuner that had their codes from it. */
  readonly kod: string;
  /** The code in its place; null where there is no single one. */
  readonly ersattAv: string | null;
  /** ISO date, the last day; null when not known. */
  readonly giltigTill: string | null;
  /** What happened, in words that can follow a colon. */
  readonly skal: string;
};

/** One tile of the hex map, "odd-r" coordinates. */
export type Ruta = { readonly kod: string; readonly col: number; readonly row: number };

/** Inhabitants of kommuner on 31 December of a year: `data/referens/folkmangd.csv`. */
export type FolkmangdAr = {
  readonly ar: number;
  /** By kommunkod; a kommun that did not exist then has none. */
  readonly antal: Readonly<Record<string, number>>;
};

/** Reference data: everything that is true whatever the survey says. Lists are in code order. */
export type Referens = {
  /** Those of the day of the release. */
  readonly kommuner: readonly Kommun[];
  /** What no longer is: former kommuner, and former names of those that are. */
  readonly tidigareKommuner: readonly FormerKommun[];
  readonly lan: readonly Lan[];
  readonly kommungrupper: readonly Kommungrupp[];
  readonly stadsdelar: readonly Stadsdel[];
  readonly kommunrutor: readonly Ruta[];
  readonly lanrutor: readonly Ruta[];
  /** Water tiles; `kod` is the lake's name. */
  readonly vattenrutor: readonly Ruta[];
  /** Pairs of kommunkod with a common land border. */
  readonly grannar: readonly (readonly [string, string])[];
  readonly utgangnaKoder: readonly UtgangenKod[];
  /** Populations of single years, oldest first; empty where only that of `kommuner` is known. */
  readonly folkmangder: readonly FolkmangdAr[];
};

/** What is known of a code that is no longer in force; a kommun's own row comes before its län's. */
export function utgangenKod(koder: readonly UtgangenKod[], kod: string): UtgangenKod | null {
  const own = koder.find((u) => u.kod === kod);
  if (own) return own;
  const lan = /^\d{4}$/.test(kod) ? koder.find((u) => u.kod === kod.slice(0, 2)) : undefined;
  return lan ? { ...lan, kod, ersattAv: null } : null;
}

/**
 * Inhabitants by kommunkod to set a figure of a year against: that year's where they are known, else those of
 * `kommuner.csv`.
 */
export function folkmangdOf(
  { kommuner, folkmangder }: Pick<Referens, 'kommuner' | 'folkmangder'>,
  ar: number | null,
): ReadonlyMap<string, number> {
  const known = folkmangder.find((f) => f.ar === ar)?.antal ?? {};
  return new Map(kommuner.map((k) => [k.kod, known[k.kod] ?? k.folkmangd]));
}

/** `data/referens/kallor.json`: what the figures and groups of `kommuner.csv` are, and whose. */
export const ReferensKallor = z.strictObject({
  /** The day that the inhabitants are counted on. */
  folkmangd: z.strictObject({ datum: z.iso.date(), kalla: z.string().min(2) }),
  /** The year of the division into groups. */
  kommungrupper: z.strictObject({ ar: z.int().min(1990).max(2100), kalla: z.string().min(2) }),
});
export type ReferensKallor = Readonly<z.infer<typeof ReferensKallor>>;

/** The stadsdelar of a city that existed on a day (ISO date), in code order. */
export function stadsdelarOn(
  stadsdelar: readonly Stadsdel[],
  kommunkod: string,
  date: string,
): readonly Stadsdel[] {
  return stadsdelar.filter(
    (s) =>
      s.kommunkod === kommunkod && s.giltigFran <= date && (s.giltigTill === null || date <= s.giltigTill),
  );
}

/** How a kommun is reached, from `referens/kontakter.csv`: only what its own source says. */
export type Kontakt = {
  readonly kod: string;
  /** Address of its site; null when not known. */
  readonly webb: string | null;
  readonly epost: string | null;
  readonly telefon: string | null;
  /** Where it was read. */
  readonly kalla: string;
};
