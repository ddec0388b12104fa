import type { Niva } from '../../model/kommun.ts';
import { type Referens, RIKET } from '../../model/kommun.ts';
import type { Place } from '../../model/rulebook.ts';
import { nearest } from '../nearest.ts';
import { retiredCode } from '../referens/retired.ts';
import type { IngestReport } from '../rules.ts';
import { reportForeign } from './text.ts';

/** A place that a code can stand for: riket, a län, a kommun or a stadsdel. */
export type PlaceCode = { readonly kod: string; readonly niva: Niva; readonly namn: string };

/** The places of the reference data by code, riket first, then län, kommuner and stadsdelar in code order. */
export function placesOf(referens: Referens): ReadonlyMap<string, PlaceCode> {
  const places: PlaceCode[] = [
    { kod: RIKET, niva: 'riket', namn: 'Riket' },
    ...referens.lan.map(({ kod, namn }) => ({ kod, namn, niva: 'lan' as const })),
    ...referens.kommuner.map(({ kod, namn }) => ({ kod, namn, niva: 'kommun' as const })),
    ...referens.stadsdelar.map(({ kod, namn }) => ({ kod, namn, niva: 'stadsdel' as const })),
  ];
  return new Map(places.map((place) => [place.kod, place]));
}

/**
 * Reports why a code is not among the places.
 * @param name what the row calls the place, when it does: the surest guide to the right code
 * @returns the place that was surely meant, so that the rest of the row can be judged; else null
 */
export function explainCode(
  place: Place,
  text: string,
  name: string | null,
  places: ReadonlyMap<string, PlaceCode>,
  report: IngestReport,
): PlaceCode | null {
  const at = { ...place, value: text };
  const trimmed = places.get(text.trim());
  if (trimmed && text !== '') {
    report('cell-blanksteg', at, 'Koden har blanksteg före eller efter.', `Skriv ”${trimmed.kod}”.`);
    return trimmed;
  }
  if (reportForeign(place, text, report)) return null;
  const padded = /^\d+$/.test(text.trim()) ? places.get(`0${text.trim()}`) : undefined;
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
  const byName = name === null ? null : placeByName(name, places);
  const retired = retiredCode(text.trim());
  if (retired) {
    const now = (retired.now ? places.get(retired.now) : undefined) ?? byName;
    report(
      'kommunkod-nedlagd',
      at,
      `Koden ”${text}” gäller inte längre: ${retired.why}.`,
      now ? `Menade du ”${now.kod}” (${now.namn})?` : 'Slå upp kommunens kod i referens/kommuner.csv.',
    );
    return now ?? null;
  }
  const near = byName ?? places.get(nearestCode(text, places) ?? '');
  report(
    'kommunkod-okand',
    at,
    `Koden ”${text}” finns inte i referensdata.`,
    near ? `Menade du ”${near.kod}” (${near.namn})?` : 'Koderna står i referens/kommuner.csv.',
  );
  return byName;
}

function placeByName(name: string, places: ReadonlyMap<string, PlaceCode>): PlaceCode | null {
  const wanted = name.trim().toLowerCase();
  for (const place of places.values())
    if (place.niva === 'kommun' && place.namn.toLowerCase() === wanted) return place;
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
  const digits = /^\d+$/.test(text.trim());
  const codes = [...places.values()].filter((p) => !digits || p.niva !== 'stadsdel').map((p) => p.kod);
  const near = nearest(text, codes);
  known.set(text, near);
  return near;
}
