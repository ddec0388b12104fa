import type { SearchName, SearchNames } from '../../files/search/model.ts';
import { editDistance } from '../../ingest/nearest.ts';

/** How many names are shown above the texts. */
const MAX_NAMES = 8;

const plain = (text: string) => text.toLocaleLowerCase('sv').trim();
/** `Malmo` finds `Malmö`, for those who have no ö on the keyboard. */
const loose = (text: string) => plain(text).replace(/[åä]/g, 'a').replace(/ö/g, 'o').replace(/é/g, 'e');

/** 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 somewhere in it, null not at all. */
function closeness(name: string, typed: string): number | null {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  const at = name.indexOf(typed);
  if (at < 0) return null;
  return name[at - 1] === ' ' ? 2 : 3;
}

/** Names that hold what is typed, best first: exact before beginning before within; then in the order of the list. */
function holding(names: readonly SearchName[], query: string): readonly SearchName[] {
  const typed = loose(query);
  if (typed.length < 2) return [];
  const found = names.flatMap((name) => {
    const rank = closeness(loose(name.namn), typed);
    return rank === null ? [] : [{ name, rank }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map((f) => f.name);
}

/** Names that what is typed may be a misspelling of: within two letters, the nearest first. */
function nearest(names: readonly SearchName[], query: string): readonly SearchName[] {
  const typed = loose(query);
  if (typed.length < 2) return [];
  const limit = typed.length < 5 ? 1 : 2;
  return names
    .map((name) => ({ name, distance: editDistance(loose(name.namn), typed, limit) }))
    .filter((n) => n.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((n) => n.name);
}

/**
 * Names that a search means: those that hold it (kommuner first), then those that hold it said with the pages' own
 * words (`vräkning` finds *avhysning*). When none does, the nearest misspelt ones.
 */
export function matchNames({ namn, synonymer }: SearchNames, query: string): readonly SearchName[] {
  const found = [query, ...saidOtherwise(synonymer, query)].flatMap((text) => holding(namn, text));
  return found.length > 0 ? [...new Set(found)].slice(0, MAX_NAMES) : nearest(namn, query);
}

/** The query said with the pages' own words, once for each synonym in it: `vräkning av barn` → `avhysning av barn`. */
export function saidOtherwise(synonymer: SearchNames['synonymer'], query: string): readonly string[] {
  const typed = ` ${plain(query)} `;
  return Object.entries(synonymer).flatMap(([ord, menar]) =>
    typed.includes(` ${ord} `) ? menar.map((m) => typed.replace(` ${ord} `, ` ${m} `).trim()) : [],
  );
}

/** What kind of page an address is, in a word. */
export function kindOf(path: string): string {
  const kinds: Readonly<Record<string, string>> = {
    kommuner: 'Kommun',
    lan: 'Län',
    riket: 'Riket',
    indikatorer: 'Indikator',
    omraden: 'Område',
    anvandarguide: 'Guide',
    stod: 'Stöd',
    metod: 'Metod',
    kartlaggningar: 'Kartläggning',
    program: 'Program',
    inventering: 'Inventering',
    data: 'Data',
  };
  return kinds[path.split('/')[1] ?? ''] ?? 'Sida';
}
