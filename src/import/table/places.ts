import { type Referens, utgangenKod } from '../../model/kommun.ts';
import { tidy } from './raw-sheet.ts';

/** What a row of a table is about. */
export type RowPlace =
  | { readonly kind: 'kommun'; readonly kod: string }
  | { readonly kind: 'stadsdel'; readonly kod: string }
  /** Riket or a län: held in other ways, never read as a kommun. */
  | { readonly kind: 'total' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Finds kommuner and stadsdelar by code or by name, in any case. */
export type PlaceFinder = {
  readonly byCode: (text: string) => RowPlace;
  readonly byName: (text: string) => RowPlace;
  /** @param kommun kommunkod that the stadsdel must belong to; null when the table does not say */
  readonly stadsdel: (text: string, kommun: string | null) => RowPlace;
};

/** A name has a letter: a number is none, and most cells are numbers. */
const LETTER = /\p{L}/u;

const fold = (text: string) => tidy(text).toLocaleLowerCase('sv');

/** `Umeå kommun`, `Stockholms kommun`, `Göteborgs stad` as the name alone. */
const withoutKind = (name: string) => name.replace(/\s+(kommun|stad|region)$/, '');

/** What places are called, of which the browser has only the kommuner. */
export type PlaceNames = {
  readonly kommuner: readonly Pick<Referens['kommuner'][number], 'kod' | 'namn'>[];
  readonly lan: readonly Pick<Referens['lan'][number], 'namn'>[];
  readonly stadsdelar: Referens['stadsdelar'];
  readonly utgangnaKoder: Referens['utgangnaKoder'];
};

/** @param onDay the day that decides which stadsdelar exist; null lets all of them be found */
export function placeFinder(referens: PlaceNames, onDay: string | null): PlaceFinder {
  const codes = new Set(referens.kommuner.map((k) => k.kod));
  const names = new Map(referens.kommuner.map((k) => [fold(k.namn), k.kod]));
  const lan = new Set(referens.lan.flatMap((l) => [fold(l.namn), fold(l.namn.replace(/s? län$/, ' län'))]));
  const districts = referens.stadsdelar
    .filter(
      (s) => onDay === null || (s.giltigFran <= onDay && (s.giltigTill === null || onDay <= s.giltigTill)),
    )
    .map(({ kod, kommunkod, namn }) => ({ kod, kommunkod, name: fold(namn) }));

  const byCode = (text: string): RowPlace => {
    const digits = /^(\d{1,4})(?:\.0)?$/.exec(tidy(text))?.[1];
    if (digits === undefined) return { kind: 'unknown', why: `”${text}” är ingen kommunkod` };
    if (/^0{1,4}$/.test(digits) || /^00\d\d$/.test(digits) || digits.length <= 2) return { kind: 'total' };
    const kod = digits.padStart(4, '0');
    if (codes.has(kod)) return { kind: 'kommun', kod };
    const retired = utgangenKod(referens.utgangnaKoder, kod);
    const why = retired
      ? `koden ${kod} gäller inte längre: ${retired.skal}`
      : `koden ${kod} finns inte i referens/kommuner.csv`;
    return { kind: 'unknown', why };
  };

  const byName = (text: string): RowPlace => {
    if (!LETTER.test(text)) return { kind: 'unknown', why: `”${text}” är ingen kommun` };
    const both = /^(\d{4})[\s:–-]+\S/.exec(tidy(text))?.[1];
    if (both !== undefined) return byCode(both);
    const name = fold(text);
    const bare = withoutKind(name);
    const kod =
      names.get(name) ?? names.get(bare) ?? (bare === name ? undefined : names.get(bare.replace(/s$/, '')));
    if (kod !== undefined) return { kind: 'kommun', kod };
    if (/^(hela )?riket$|^sverige$/.test(name) || lan.has(name) || / län$/.test(name))
      return { kind: 'total' };
    return { kind: 'unknown', why: `”${text}” är ingen kommun` };
  };

  const stadsdel = (text: string, kommun: string | null): RowPlace => {
    if (!LETTER.test(text)) return { kind: 'unknown', why: `”${text}” är ingen stadsdel då` };
    const name = fold(text);
    const found = districts.filter(
      (s) => (kommun === null || s.kommunkod === kommun) && (s.name === name || name.endsWith(` ${s.name}`)),
    );
    const exact = found.filter((s) => s.name === name);
    const [one, ...others] = exact.length > 0 ? exact : found;
    if (one && others.length === 0) return { kind: 'stadsdel', kod: one.kod };
    return {
      kind: 'unknown',
      why: one ? `”${text}” finns i flera städer` : `”${text}” är ingen stadsdel då`,
    };
  };
  return { byCode, byName, stadsdel };
}

/** Who a row is about. A code and a name that disagree are nobody. */
export function rowPlace(kod: string, namn: string, stadsdel: string, places: PlaceFinder): RowPlace {
  const byCode = kod === '' ? null : places.byCode(kod);
  const byName = namn === '' ? null : places.byName(namn);
  if (byCode?.kind === 'kommun' && byName?.kind === 'kommun' && byCode.kod !== byName.kod)
    return { kind: 'unknown', why: `koden ${kod} och namnet ”${namn}” är olika kommuner` };
  const kommun = byCode?.kind === 'kommun' ? byCode : byName?.kind === 'kommun' ? byName : null;
  if (stadsdel !== '' && !(kommun && places.byName(stadsdel).kind === 'kommun'))
    return places.stadsdel(stadsdel, kommun?.kod ?? null);
  return kommun ?? byCode ?? byName ?? { kind: 'unknown', why: 'raden har varken kod eller namn' };
}
