import { unzipSync, type Zippable, zipSync } from 'fflate';
import { utils } from 'xlsx';
import { must } from '../../model/must.ts';
import type { SheetPlace } from '../audit/excel.ts';
import type { PlacedCount } from '../audit/shown.ts';

/** Zip knows no time before this; the time of the old file is not kept. */
const NO_TIME = new Date(1980, 0, 1);
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** An X in the place of each protected value of a workbook; looks, links and other sheets stay as they were. */
export function withoutInExcel(content: Uint8Array, counts: readonly PlacedCount<SheetPlace>[]): Uint8Array {
  const entries = unzipSync(content);
  const text = (path: string) => new TextDecoder().decode(entries[path]);
  const bySheet = Map.groupBy(counts, (c) => c.place.sheet);
  const paths = sheetPaths(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
  const changed = new Map(
    [...bySheet].map(([name, found]) => {
      const path = paths.get(name);
      if (path === undefined) throw new Error(`the workbook has no sheet ${name}`);
      const cells = new Set(found.map(({ place }) => utils.encode_cell({ r: place.row, c: place.column })));
      return [path, new TextEncoder().encode(withoutCells(text(path), cells))] as const;
    }),
  );
  const zippable: Zippable = Object.fromEntries(
    Object.entries(entries).map(([path, bytes]) => [path, [changed.get(path) ?? bytes, { mtime: NO_TIME }]]),
  );
  return zipSync(zippable, { level: 9 });
}

/** The sheets' files by the sheets' names. */
function sheetPaths(workbook: string, rels: string): ReadonlyMap<string, string> {
  const targets = new Map(
    [...rels.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return new Map(
    [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
      const target = must(targets.get(attribute(tag, 'r:id')), `part of ${tag}`);
      return [
        plain(must(attribute(tag, 'name'), `name in ${tag}`)),
        target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      ];
    }),
  );
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string => xml.replaceAll(/&(\w+);/g, (all, name: string) => SIGNS[name] ?? all);

/** A sheet with an X in these cells; the look (`s`) is kept. */
const withoutCells = (xml: string, cells: ReadonlySet<string>): string =>
  xml.replaceAll(/<c\b([^>]*?)(?:\/>|>.*?<\/c>)/gs, (all, attributes: string) => {
    const cell = attribute(attributes, 'r');
    if (cell === undefined || !cells.has(cell)) return all;
    const look = attribute(attributes, 's');
    return `<c r="${cell}"${look === undefined ? '' : ` s="${look}"`} t="inlineStr"><is><t>X</t></is></c>`;
  });
