import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { read, scripts, sources, tests } from './sources.ts';

const others = (path: string) => !path.startsWith('tests/house/');
const found = (paths: readonly string[], pattern: RegExp) =>
  paths.flatMap((path) => (read(path).match(pattern) ?? []).map((hit) => `${basename(path)}: ${hit.trim()}`));

it('refers to public standards and docs/, not to files outside the repository', () => {
  const pattern = /\b(DESIGN|STANDARDS|DOMAIN|IMPORTS|ANCHORS)\b(\.md| [§A-Z0-9][\d.]*)/g;
  const all = [...sources, ...scripts, ...tests].filter(others);
  expect(found(all, pattern)).toEqual([]);
});

it('tests read nothing outside the repository', () => {
  const depth = (path: string) => path.split('/').length - 1;
  const outside = tests.filter(others).flatMap((path) => {
    const up = `(?:\\.\\./){${depth(path) + 1},}[\\w-]+`;
    const absolute = `/(?:work|home|root|Users|mnt|srv)/[\\w-]+`;
    return found([path], new RegExp(`["'\`](?:${up}|${absolute})`, 'g'));
  });
  expect(outside).toEqual([]);
});

it('uses the words of the field, not pictures: nothing is told, walks or lives in a house', () => {
  const words =
    /\b(?:tolds?|walk(?:s|ed|ing|er)?|[Tt]ells? of|in-?house|[Hh]ouses?)\b|\b(?:told|walk(?!Tokens))[A-Z]\w*/g;
  // The words are free in what readers see; here they are looked for in names and comments.
  const plain = (path: string) => read(path).replaceAll(/tests\/house\//g, '');
  const hits = [...sources, ...scripts, ...tests.filter(others)].flatMap((path) =>
    (plain(path).match(words) ?? []).map((hit) => `${path}: ${hit}`),
  );
  expect(hits).toEqual([]);
});

it('says what is so, not which task asked for it', () => {
  expect(found([...sources, ...scripts, ...tests].filter(others), /\b[Ii]ssues? #?\d+\b/g)).toEqual([]);
});

it('sentences take their years from the data', () => {
  const uncommented = (path: string) => read(path).replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  const year = /\p{L} (?:19|20)\d\d\b(?!-\d)/gu;
  // Years of books and of the law's sections, not of anything in the data.
  const cites = ['src/pages/metod/rojandekontroll.astro'];
  const named = sources
    .filter((path) => !cites.includes(path))
    .flatMap((path) => (uncommented(path).match(year) ?? []).map((hit) => `${path}: ${hit}`));
  expect(named).toEqual([]);
});

/** Programs that a machine may lack; `npm test` lists every test that was passed over for want of one. */
const PROGRAMS = /skipIf\(!(canMakePdf\(\)|validator|office|soffice|has\('(python3|curl)'\))\)/;

it('no test is passed over but for want of a program', () => {
  const skips = /\.(skip|only|todo|skipIf|runIf)\(.*/g;
  const silent = found(tests.filter(others), skips).filter((hit) => !PROGRAMS.test(hit));
  expect(silent).toEqual([]);
});
