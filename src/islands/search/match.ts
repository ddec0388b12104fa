import type { SearchName, SearchNames } from '../../files/search/model.ts';
import { editDistance } from '../../ingest/nearest.ts';
import { must } from '../../model/must.ts';
import { pathPart } from '../../model/pieces.ts';
import { countOf, type Noun } from '../../text/numbers.ts';

/** So many names are shown: a longer list would not be read. */
export const MAX_OFFERED = 8;

const NAMN: Noun = { one: 'namn', many: 'namn', ett: true };
const SIDA: Noun = { one: 'sida', many: 'sidor' };

const plain = (text: string) => text.toLocaleLowerCase('sv').trim().replace(/\s+/g, ' ');

/** `Malmo` finds `Malmö`, for those who have no ö on the keyboard. */
const loose = (text: string) => plain(text).replace(/[åä]/g, 'a').replace(/ö/g, 'o').replace(/é/g, 'e');

/** Shorter texts say too little. */
const SHORTEST = 2;

/** 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 somewhere in it, null not at all. */
function closeness(name: string, typed: string): number | null {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  const at = name.indexOf(typed);
  if (at < 0) return null;
  return name[at - 1] === ' ' ? 2 : 3;
}

/**
 * Names that hold what is typed, best first: exact before beginning before within, and with the very letters before
 * others (*habo* is Habo before Håbo); then in the order of the list.
 */
function holding(names: readonly SearchName[], query: string): readonly SearchName[] {
  const [exact, typed] = [plain(query), loose(query)];
  if (typed.length < SHORTEST) return [];
  const found = names.flatMap((name) => {
    const rank = closeness(loose(name.namn), typed);
    if (rank === null) return [];
    return [{ name, rank: rank + (closeness(plain(name.namn), exact) === rank ? 0 : 0.5) }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map((f) => f.name);
}

/** Names that what is typed may be a misspelling of: within two letters, the nearest first. */
function nearest(names: readonly SearchName[], query: string): readonly SearchName[] {
  const typed = loose(query);
  if (typed.length < SHORTEST) return [];
  const limit = typed.length < 5 ? 1 : 2;
  return names
    .map((name) => ({ name, distance: editDistance(loose(name.namn), typed, limit) }))
    .filter((n) => n.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((n) => n.name);
}

/** The query said with the pages' own words, once for each synonym in it: `vräkning av barn` → `avhysning av barn`. */
export function saidOtherwise(synonymer: SearchNames['synonymer'], query: string): readonly string[] {
  const typed = ` ${plain(query)} `;
  return Object.entries(synonymer).flatMap(([ord, menar]) =>
    typed.includes(` ${ord} `) ? menar.map((m) => typed.replace(` ${ord} `, ` ${m} `).trim()) : [],
  );
}

const withoutGenitive = (text: string) => text.replace(/s$/, '');

/**
 * The same name in shorter forms, the likeliest first: `Göteborgs stad` → `göteborgs`, `göteborg`; `Uppsalas` →
 * `uppsala`. Names that end with an s are found before theirs is taken away.
 */
function shorter(query: string): readonly string[] {
  const text = plain(query);
  const bare = text.replace(/ (kommuns?|stads?)$/, '');
  return [...new Set([bare, withoutGenitive(bare)])].filter(
    (form) => form !== text && form.length >= SHORTEST,
  );
}

/** The place by whose name the query begins or ends, and what is asked of it. */
function placeAndTopic(
  names: readonly SearchName[],
  query: string,
): { readonly place: SearchName; readonly topic: string } | null {
  const words = plain(query).split(' ');
  for (let taken = Math.min(4, words.length - 1); taken > 0; taken -= 1)
    for (const [name, rest] of [
      [words.slice(-taken), words.slice(0, -taken)],
      [words.slice(0, taken), words.slice(taken)],
    ] as const) {
      const forms = [name.join(' '), ...shorter(name.join(' '))];
      const alike = (read: (text: string) => string) => {
        const wanted = new Set(forms.map(read));
        return names.find((n) => n.slag === 'Kommun' && wanted.has(read(n.namn)));
      };
      const place = alike(plain) ?? alike(loose);
      const topic = rest.filter((word) => word !== 'i' && word !== 'kommun').join(' ');
      if (place && topic !== '') return { place, topic };
    }
  return null;
}

/** An answer of a kommun: the question on the kommun's own page, or the figure with the kommun marked. */
function answerOf(place: SearchName, { namn, path, svar }: SearchName): SearchName {
  return {
    namn: `${place.namn}: ${namn}`,
    slag: 'Svar',
    path:
      svar === undefined ? `${path}?k=${must(place.kod, `code of ${place.namn}`)}` : `${place.path}${svar}`,
    i: place.namn,
  };
}

const nearness = ({ slag, svar }: SearchName) => (slag === 'Ämne' ? 0 : svar === undefined ? 2 : 1);

/** `vräkning habo`: what Habo answers about evictions, then Habo itself. */
function answers({ namn, synonymer }: SearchNames, query: string): readonly SearchName[] {
  const asked = placeAndTopic(namn, query);
  if (!asked) return [];
  const asking = namn.filter((n) => n.slag === 'Indikator' || (n.slag === 'Ämne' && n.svar !== undefined));
  const topics = [asked.topic, ...saidOtherwise(synonymer, asked.topic)];
  const found = [...new Set(topics.flatMap((topic) => holding(asking, topic)))]
    // The page that gathers the subject comes first, then what the kommun has answered itself, then figures about it.
    .toSorted((x, y) => nearness(x) - nearness(y));
  return [...found.map((n) => answerOf(asked.place, n)), asked.place];
}

/**
 * Names that a search means, best first. Those that hold it (kommuner first), also said with the pages' own words
 * (`vräkning` finds *avhysning*, `gbg` Göteborg) or without *kommun*, *stad* and the genitive; a code finds its place; a
 * kommun together with a subject finds that kommun's answers. When nothing does, the nearest misspelt names.
 */
export function matchNames(names: SearchNames, query: string): readonly SearchName[] {
  const { namn, synonymer } = names;
  if (/^\d{2,}$/.test(query.trim())) return namn.filter((n) => n.kod?.startsWith(query.trim()));
  const found = [query, ...saidOtherwise(synonymer, query)].flatMap((text) => holding(namn, text));
  if (found.length > 0) return [...new Set(found)];
  for (const form of shorter(query)) {
    const held = holding(namn, form);
    if (held.length > 0) return held;
  }
  const answered = answers(names, query);
  if (answered.length > 0) return answered;
  return [query, ...shorter(query)].map((text) => nearest(namn, text)).find((near) => near.length > 0) ?? [];
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
    amnen: 'Ämne',
    kallor: 'Källor',
    program: 'Program',
    inventering: 'Inventering',
    data: 'Data',
  };
  return kinds[pathPart(path, 1)] ?? 'Sida';
}

/** What was found, in true numbers; what to try when nothing was. */
export function foundSentence(
  text: string,
  found: number,
  pages: number,
  otherwise: readonly string[],
): string {
  if (found === 0 && pages === 0)
    return `Inget hittades för ”${text}”. Kontrollera stavningen, pröva ett annat ord, eller leta i listorna nedanför.`;
  const parts = [
    ...(found > 0 ? [`${countOf(found, NAMN)} passar`] : []),
    ...(pages > 0 ? [`${countOf(pages, SIDA)} nämner`] : []),
  ];
  const also =
    otherwise.length > 0 ? ` Sökningen tog också med ${otherwise.map((o) => `”${o}”`).join(' och ')}.` : '';
  const cut = found > MAX_OFFERED ? ` De ${MAX_OFFERED} närmaste namnen visas.` : '';
  return `${parts.join(' och ')} ”${text}”.${cut}${also}`;
}
