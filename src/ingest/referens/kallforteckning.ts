import { egenBerakning, type InlastFil } from '../../model/inlasning.ts';
import { BETWEEN_SOURCES, type Kalla, Kallforteckning, type Kallpost } from '../../model/kalla.ts';
import type { Origin } from '../../model/observation.ts';
import type { Place } from '../../model/rulebook.ts';
import { placeIn, readJson, validate } from '../json/read.ts';
import { didYouMean } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';

const FILE = 'referens/kallforteckning.json';

/** `Vimmerby Tidning 2018 (andrahandskälla)`. */
function shownName({ namn, slag, kontrollerad }: Kalla): string {
  const marks = [
    ...(slag === 'andrahand' ? ['andrahandskälla'] : []),
    ...(kontrollerad ? [] : ['inte kontrollerad']),
  ];
  return marks.length === 0 ? namn : `${namn} (${marks.join(', ')})`;
}

/** The register of sources; null when the folder has none: figures then say their source in words of their own. */
export function readKallforteckning(reading: Reading): readonly Kallpost[] | null {
  const source = optional(reading, FILE);
  const json = source && readJson(source, reading.report);
  const kallor = json && validate(json, [], Kallforteckning, reading.report);
  if (!json || !kallor) return null;
  for (const key of ['id', 'namn'] as const) {
    const seen = new Set<string>();
    kallor.forEach((kalla, i) => {
      if (seen.has(kalla[key]))
        reading.report(
          'kalla-dubbel',
          placeIn(json, [i, key]),
          `”${kalla[key]}” står redan i källförteckningen.`,
          key === 'id' ? 'Välj ett annat id.' : 'Ge källan ett namn som skiljer den från den andra.',
        );
      seen.add(kalla[key]);
    });
  }
  return kallor.map((kalla) => ({ ...kalla, visas: shownName(kalla) }));
}

/** Turns what a cell says of its source into what readers see. */
export type SourceReader = (text: string, place: Place) => string;

/**
 * A reader of cells that name sources by their ids, one or several with a space between. What an import has recorded as its
 * source, and our own calculation on it, is as good as the register, and so is a name that stands in it. Anything else is a finding.
 * @param kallor null where the folder has no register: cells are then left as they are
 */
export function sourceReader(
  reading: Reading,
  kallor: readonly Kallpost[] | null,
  inlasta: readonly InlastFil[],
): SourceReader {
  if (kallor === null) return (text) => text;
  const names = new Map(kallor.map((k) => [k.id, k.visas]));
  const known = new Set([
    ...kallor.flatMap((k) => [k.namn, k.visas]),
    ...inlasta.flatMap((i) => i.inlasningar.flatMap(({ kalla }) => [kalla, egenBerakning(kalla)])),
  ]);
  const read = new Map<string, string | null>();
  const resolve = (text: string): string | null => {
    if (text.split(BETWEEN_SOURCES).every((part) => known.has(part))) return text;
    const found = text.split(/\s+/).map((id) => names.get(id));
    return found.every((name) => name !== undefined) ? found.join(BETWEEN_SOURCES) : null;
  };
  return (text, place) => {
    const before = read.get(text);
    const name = before === undefined ? resolve(text) : before;
    read.set(text, name);
    if (name !== null) return name;
    // A place without a row can be reported once; the same text there would only repeat it.
    if (before === undefined || place.row !== undefined)
      reading.report(
        'kalla-okand',
        { ...place, column: 'kalla', value: text },
        `Källan ”${text}” finns inte i ${FILE}.`,
        didYouMean(text.split(/\s+/).find((id) => !names.has(id)) ?? text, [...names.keys()]),
      );
    return text;
  };
}

/** A sourced row, its source as readers see it; rows without one stay the same objects. */
export function withSource<T extends { readonly kalla: string | null; readonly ursprung: Origin | null }>(
  read: SourceReader,
  rows: readonly T[],
): readonly T[] {
  return rows.map((row) => {
    if (row.kalla === null || row.ursprung === null) return row;
    const kalla = read(row.kalla, { file: row.ursprung.fil, row: row.ursprung.rad });
    return kalla === row.kalla ? row : { ...row, kalla };
  });
}
