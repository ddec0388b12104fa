import type { Niva } from '../../model/kommun.ts';
import { type Kommun, type Referens, RIKET, type UtgangenKod, utgangenKod } from '../../model/kommun.ts';
import { everyKommun, successorsOf } from '../../model/kommun-history.ts';
import type { Place } from '../../model/rulebook.ts';
import { nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import { isFormula, reportForeign, reportFormula, reportInvisible, visibleText } from './text.ts';

/** A place that a code can stand for: riket, a län, a kommun or a stadsdel. */
export type PlaceCode = {
  readonly kod: string;
  readonly niva: Niva;
  readonly namn: string;
  /** Names that it had before: a figure may be of that time. */
  readonly forr?: readonly string[];
  /** A former kommun: the last year that it was there, and what is said of a later figure. */
  readonly slut?: { readonly ar: number; readonly blev: string };
};

/** The places that codes can stand for, and the codes that once did. */
export type Places = {
  readonly byCode: ReadonlyMap<string, PlaceCode>;
  readonly utgangna: readonly UtgangenKod[];
};

/** The places of the reference data: riket first, then län, kommuner and stadsdelar in code order. */
export function placesOf(referens: Referens): Places {
  const places: PlaceCode[] = [
    { kod: RIKET, niva: 'riket', namn: 'Riket' },
    ...referens.lan.map(({ kod, namn }) => ({ kod, namn, niva: 'lan' as const })),
    ...everyKommun(referens).map((k) => kommunPlace(referens, k)),
    ...referens.stadsdelar.map(({ kod, namn }) => ({ kod, namn, niva: 'stadsdel' as const })),
  ];
  return { byCode: new Map(places.map((place) => [place.kod, place])), utgangna: referens.utgangnaKoder };
}

function kommunPlace(referens: Referens, kommun: Kommun): PlaceCode {
  const { kod, namn, giltigTill } = kommun;
  const place = { kod, namn, niva: 'kommun' as const };
  if (referens.tidigareKommuner.length === 0) return place;
  const forr = referens.tidigareKommuner.flatMap((t) => (t.kod === kod && t.namn !== namn ? [t.namn] : []));
  if (referens.kommuner.includes(kommun) || giltigTill === null) return { ...place, forr };
  const now = successorsOf(referens, kommun).map((k) => `${k.kod} (${k.namn})`);
  return { ...place, forr, slut: { ar: Number(giltigTill.slice(0, 4)), blev: now.join(' och ') } };
}

/** What a code is looked for among, and what else is known about the row. */
export type CodeSearch = {
  /** Those that the column may hold. */
  readonly places: Places;
  /** All that there are, when the column may hold only some of them. */
  readonly all?: Places;
  /** What the row calls the place, when it does: the surest guide to the right code. */
  readonly name?: string;
};

/**
 * Reports why a code is not among the places.
 * @returns the place that was surely meant, so that the rest of the row can be judged; else null
 */
export function explainCode(
  place: Place,
  text: string,
  { places: { byCode: places, utgangna }, all, name }: CodeSearch,
  report: IngestReport,
): PlaceCode | null {
  const at = { ...place, value: text };
  const plain = visibleText(text);
  const trimmed = places.get(plain);
  if (trimmed && text !== '') {
    reportInvisible(at, text, trimmed.kod, report);
    return trimmed;
  }
  if (reportForeign(place, text, report)) return null;
  const padded = /^\d+$/.test(plain) ? places.get(`0${plain}`) : undefined;
  if (padded) {
    const { kod, namn } = padded;
    report(
      'kommunkod-tappad-nolla',
      at,
      `Koden ”${text}” har tappat sin inledande nolla.`,
      `Menade du ”${kod}” (${namn})? Formatera kolumnen som text i kalkylprogrammet.`,
    );
    return padded;
  }
  const byName = name === undefined ? null : placeByName(name, places);
  const retired = utgangenKod(utgangna, plain);
  if (retired) {
    const now = (retired.ersattAv === null ? undefined : places.get(retired.ersattAv)) ?? byName;
    report(
      'kommunkod-nedlagd',
      at,
      `Koden ”${text}” gäller inte längre: ${retired.skal}.`,
      now ? `Menade du ”${now.kod}” (${now.namn})?` : 'Slå upp kommunens kod i referens/kommuner.csv.',
    );
    return now ?? null;
  }
  const near = nearestCode(plain, places);
  const meant = byName ?? withinText(plain, places) ?? (near === null ? undefined : places.get(near));
  const wrongKind = all?.byCode.get(plain);
  if (wrongKind?.niva === 'kommun' && !byName) {
    const { namn, slut } = wrongKind;
    report(
      'kommunkod-nedlagd',
      at,
      slut ? `${namn} (${plain}) fanns till och med ${slut.ar}.` : `${namn} (${plain}) fanns inte då.`,
      slut && slut.blev !== ''
        ? `Menade du ${slut.blev}?`
        : 'Ta bort raden, eller skriv kommunen som den var då.',
    );
    return null;
  }
  if (wrongKind && !byName)
    report(
      'kommunkod-okand',
      at,
      `”${text}” är koden för ${wrongKind.namn}, som inte hör hemma i den här kolumnen.`,
      KIND_HINT[wrongKind.niva],
    );
  else
    report(
      'kommunkod-okand',
      at,
      `Koden ”${text}” finns inte i referensdata.`,
      meant ? `Menade du ”${meant.kod}” (${meant.namn})?` : adviceFor(plain, places),
    );
  return byName;
}

const KIND_HINT: Readonly<Record<Niva, string>> = {
  riket: 'Verktyget räknar ut riket. Ta bort raden.',
  lan: 'Verktyget räknar ut länen. Ta bort raden, eller skriv kommunens kod.',
  kommun: 'Skriv kommunens kod där den hör hemma.',
  stadsdel: 'Skriv stadsdelens namn i kolumnen stadsdel, och stadens kod här.',
};

/** What to do about a code that nothing is near: where a new one is added. */
function adviceFor(text: string, places: ReadonlyMap<string, PlaceCode>): string {
  const region = /^00(\d\d)$/.exec(text)?.[1];
  if (region === RIKET) return `Kolada skriver 0000 för riket. Här skrivs ”${RIKET}”.`;
  const lan = region === undefined ? undefined : places.get(region);
  if (lan)
    return `I Kolada är det regionen. Gäller siffran ${lan.namn} skrivs ”${lan.kod}”; ta annars bort raden.`;
  return 'Koderna står i referens/kommuner.csv, lan.csv och stadsdelar.csv. Är den ny läggs den till där.';
}

/** The place whose code or name a longer text is made of: `0115 Vallentuna`, `115.0`, `Vallentuna kommun`. */
function withinText(text: string, places: ReadonlyMap<string, PlaceCode>): PlaceCode | null {
  const [, digits = '', rest = ''] = /^(\d{1,4})(?:[.,]0+|[\s:–-]+(.*))?$/.exec(text) ?? [];
  const coded = digits === text ? undefined : (places.get(digits) ?? places.get(`0${digits}`));
  if (coded && (rest === '' || /\p{L}/u.test(rest))) return coded;
  if (/\d/.test(text)) return null;
  const name = text.replace(/s? kommun$| stad$/i, '');
  return placeByName(text, places) ?? placeByName(name, places) ?? placeByName(`${name}s`, places);
}

function placeByName(name: string, places: ReadonlyMap<string, PlaceCode>): PlaceCode | null {
  const wanted = visibleText(name).toLowerCase();
  for (const place of places.values())
    if (place.niva === 'kommun' && place.namn.toLowerCase() === wanted) return place;
  for (const place of places.values())
    if (place.niva === 'lan' && place.namn.toLowerCase() === wanted) return place;
  return null;
}

/** What has been found before, per set of places: a wrong code seldom comes alone. */
const found = new WeakMap<ReadonlyMap<string, PlaceCode>, Map<string, string | null>>();

/** With so many different wrong codes, the column is not one of codes, and no one of them has a nearest. */
const SEARCHES = 5000;

/** The code nearest to a text. Digits are only compared with codes of digits. */
function nearestCode(text: string, places: ReadonlyMap<string, PlaceCode>): string | null {
  const known = found.get(places) ?? new Map<string, string | null>();
  found.set(places, known);
  const before = known.get(text);
  if (before !== undefined || known.size >= SEARCHES) return before ?? null;
  const digits = /^\d+$/.test(text);
  // A code with a digit more or less could be any of many: only two that have changed places are surely a slip.
  const codes = [...places.values()]
    .filter((p) => (digits ? p.kod.length === text.length : p.niva === 'stadsdel'))
    .map((p) => p.kod);
  const near = nearest(text, codes);
  known.set(text, near);
  return near;
}

/** Reports a name that is not the one of the code on the same row. An empty name says nothing. */
export function checkName(
  place: Place,
  name: string,
  found: Pick<PlaceCode, 'kod' | 'namn' | 'forr'>,
  { places, report }: { readonly places: Places; readonly report: IngestReport },
): void {
  if (name === found.namn || name === '' || found.forr?.includes(name)) return;
  const at = { ...place, value: name };
  if (isFormula(name)) {
    reportFormula(place, name, report);
    return;
  }
  if (visibleText(name) === found.namn) {
    reportInvisible(at, name, found.namn, report);
    return;
  }
  const other = placeByName(name, places.byCode);
  if (other && other.kod !== found.kod)
    report(
      'kommunnamn-annan-kod',
      at,
      `Koden ${found.kod} hör till ${found.namn}, men här står ${other.namn}.`,
      `Menade du koden ”${other.kod}” eller namnet ”${found.namn}”? Står många rader fel kan de ha förskjutits.`,
    );
  else
    report(
      'kommunnamn-fel',
      at,
      `Koden ${found.kod} hör till ${found.namn}, men här står ”${name}”.`,
      `Menade du ”${found.namn}”? Hette kommunen så då, behåller referens/kommuner.csv en rad med det namnet och giltig_till.`,
    );
}
