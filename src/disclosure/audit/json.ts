import { numberIn, type PlacedCount, shownText } from './shown.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The way to a value from the outermost: names and numbers. */
export type JsonPath = readonly (string | number)[];
type JsonCount = PlacedCount<JsonPath>;

const isObject = (json: Json | undefined): json is { readonly [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Every value in a JSON file of the static API: lists of values, the comparison, and JSON-stat cubes. */
export function shownInJson(content: Uint8Array): readonly JsonCount[] {
  const json: Json = JSON.parse(new TextDecoder().decode(content));
  if (!isObject(json)) return [];
  if (json.class === 'dataset') return cube(json);
  return [...visit(json, '', []), ...comparison(json)];
}

/** Objects with a code and a value, wherever they are; the indicator may stand further out. */
function visit(json: Json, around: string, path: JsonPath): readonly JsonCount[] {
  if (Array.isArray(json)) return json.flatMap((item, i) => visit(item, around, [...path, i]));
  if (!isObject(json)) return [];
  const { kod, ar, kon, varde, uppgift, alder } = json;
  const own = typeof json.indikator === 'string' ? json.indikator : around;
  // A figure of an inventory has the name that it has in our tables (`inventeringCell`).
  const indikator = typeof uppgift === 'string' ? `inventering/${uppgift}/${shownText(alder)}` : own;
  if (typeof kod === 'string' && varde !== undefined)
    return [
      {
        indikator,
        kod,
        ar: shownText(ar),
        kon: String(kon ?? 'T'),
        varde: numberIn(varde),
        place: [...path, 'varde'],
      },
    ];
  return Object.entries(json).flatMap(([name, item]) => visit(item, indikator, [...path, name]));
}

/** `jamfor.json`: a list of values an indicator and year, in the order of the kommuner. */
function comparison({ kommuner, indikatorer }: { readonly [key: string]: Json }): readonly JsonCount[] {
  if (!Array.isArray(kommuner) || !Array.isArray(indikatorer)) return [];
  return indikatorer.flatMap((item: Json, n): readonly JsonCount[] => {
    if (!isObject(item) || !Array.isArray(item.utgavor)) return [];
    return item.utgavor.flatMap((year: Json, y): readonly JsonCount[] => {
      if (!isObject(year) || !Array.isArray(year.varden)) return [];
      const of = { indikator: String(item.id), ar: shownText(year.ar), kon: 'T' };
      const at: JsonPath = ['indikatorer', n, 'utgavor', y];
      const own = year.varden.map((varde: Json, i: number) => {
        const kommun: Json | undefined = kommuner[i];
        const kod = isObject(kommun) ? String(kommun.kod) : '';
        return { ...of, kod, varde: numberIn(varde), place: [...at, 'varden', i] };
      });
      return [...own, { ...of, kod: '00', varde: numberIn(year.riket), place: [...at, 'riket'] }];
    });
  });
}

/** JSON-stat 2.0: places, measures, sexes and years; the last dimension varies fastest. */
function cube({
  id,
  size,
  dimension,
  value,
  extension,
}: {
  readonly [key: string]: Json;
}): readonly JsonCount[] {
  if (!Array.isArray(id) || !Array.isArray(size) || !isObject(dimension)) return [];
  const codes = id.map((name: Json) => codesOf(dimension[String(name)]));
  const at = (name: string, place: number): string => {
    const d = id.indexOf(name);
    if (d < 0) return '';
    const step = size.slice(d + 1).reduce((product: number, n: Json) => product * Number(n), 1);
    return shownText(codes[d]?.[Math.floor(place / step) % Number(size[d])]);
  };
  const total = size.reduce((product: number, n: Json) => product * Number(n), 1);
  const indikator = isObject(extension) ? String(extension.indikator) : '';
  return Array.from({ length: total }, (_, place) => ({
    indikator,
    kod: at('plats', place),
    ar: at('ar', place).replace('okant', ''),
    kon: at('kon', place) || 'T',
    varde: numberIn(Array.isArray(value) ? value[place] : isObject(value) ? value[place] : null),
    place: ['value', Array.isArray(value) ? place : String(place)],
  }));
}

function codesOf(dimension: Json | undefined): readonly string[] {
  const category = isObject(dimension) ? dimension.category : undefined;
  const index = isObject(category) ? category.index : undefined;
  if (Array.isArray(index)) return index.map(String);
  if (!isObject(index)) return [];
  return Object.entries(index)
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([code]) => code);
}
