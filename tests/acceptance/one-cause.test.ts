import { beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { ingest } from '../../src/ingest/index.ts';
import { readDataFolder } from '../../src/ingest/sizes.ts';

let shipped: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  shipped = await readDataFolder('data', nodeEffects());
});

const errorsWith = (path: string, bytes: Uint8Array) => {
  if (!shipped.has(path)) throw new Error(`${path} is not in data/`);
  return ingest(new Map([...shipped, [path, bytes]]))
    .findings.filter((f) => f.severity === 'error')
    .map((f) => `${f.code} ${f.file}`);
};

it.each([
  'publicering.json',
  'kalender.json',
  'referens/kallor.json',
  'referens/kallforteckning.json',
  'referens/inventering.json',
  'texter/amnen.json',
  'omraden/hemloshet/indikatorer.json',
  'omraden/ekonomiskt-bistand/indikatorer.json',
  'omraden/hemloshet/omrade.json',
  'kartlaggningar/malmo/kartlaggning.json',
  'program/stockholm-2020-2025/program.json',
])('a comma too many in %s is one error, whatever hangs on the file', (path) => {
  const text = new TextDecoder().decode(shipped.get(path));
  const at = text.lastIndexOf('}') < 0 ? text.length : Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  const broken = `${text.slice(0, at)},,${text.slice(at)}`;
  expect(errorsWith(path, new TextEncoder().encode(broken))).toEqual([`json-syntax ${path}`]);
});

it.each([
  'referens/kommuner.csv',
  'referens/lan.csv',
  'referens/stadsdelar.csv',
  'omraden/hemloshet/publicerat.csv',
  'omraden/hemloshet/enkat/2023.csv',
  'texter/ordlista.csv',
  ...['mal', 'indikatorer', 'strategier', 'arbetssatt', 'atgarder'].map(
    (name) => `program/stockholm-2020-2025/${name}.csv`,
  ),
  'kartlaggningar/malmo/varden.csv',
  'inventering/exempelkommunen.csv',
])('%s in Windows-1252 is one error', (path) => {
  const text = new TextDecoder().decode(shipped.get(path));
  const bytes = Uint8Array.from(`${text}ö`, (c) => c.charCodeAt(0));
  expect(errorsWith(path, bytes)).toEqual([`kodning-ej-utf8 ${path}`]);
});
