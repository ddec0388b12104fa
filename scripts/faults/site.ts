import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../src/model/sha256.ts';
import { MARKER, markerText } from '../../src/pipeline/output/target.ts';

/** Of one kind of fault: how many, how many left no whole site, how many left anything behind, why any was not tried. */
export type Row = {
  readonly name: string;
  cases: number;
  lost: number;
  litter: number;
  unclear: number;
  note: string;
};

const FILES = 6;
export const VERSIONS = ['gammal', 'ny'] as const;

/** A small finished site whose every file says which version it is. */
export function makeSite(folder: string, version: string): string {
  const paths = Array.from({ length: FILES }, (_, i) =>
    i % 3 === 0 ? `assets/${version}-${i}.css` : `sida${i}/index.html`,
  );
  const sums = paths.map((path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${version} ${path}`);
    return `${sha256(new TextEncoder().encode(`${version} ${path}`))}  ${path}\n`;
  });
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  writeFileSync(join(folder, MARKER), markerText('webbplats'));
  return folder;
}

/** True when every file of `SHA256SUMS` is there as it says, and nothing else is. */
export function isWhole(folder: string): boolean {
  const sums = join(folder, 'SHA256SUMS');
  if (!existsSync(sums)) return false;
  const lines = readFileSync(sums, 'utf8').trimEnd().split('\n');
  const listed = new Set(['SHA256SUMS', MARKER, ...lines.map((line) => line.slice(66))]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => !e.isDirectory())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1));
  return (
    files.every((path) => listed.has(path)) &&
    lines.every((line) => {
      const path = join(folder, line.slice(66));
      return existsSync(path) && sha256(readFileSync(path)) === line.slice(0, 64);
    })
  );
}

export const leftBeside = (home: string) =>
  readdirSync(home).filter((name) => name.startsWith('.oppna-jamforelser'));

/** A row of which nothing is known yet. */
export const rowOf = (name: string, note = ''): Row => ({
  name,
  cases: 0,
  lost: 0,
  litter: 0,
  unclear: 0,
  note,
});
