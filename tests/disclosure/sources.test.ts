import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { allFiles } from '../../src/files/index.ts';
import { releaseCollector } from '../../src/pipeline/files/release.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { folder } from '../ingest/folder.ts';
import { inventering, kartlaggning, people, REGISTER_LINES, register } from './planted.ts';

// The files of the folder in which a count is planted that must be hidden. Nothing here says what is secret: the test
// knows because it put the secrets there.
const PLANTED = [
  'omraden/prov/register/OJ-1.csv',
  'inventering/vasby.csv',
  'kartlaggningar/vasby/varden.csv',
];
/** A number that stands nowhere else, to recognise a size by. */
const SIZES = [40_127, 40_151, 40_163];
const encoder = new TextEncoder();

it.each([
  ['dolj'],
  ['avrunda-5'],
])('no file tells hash or size of a source with hidden counts (%s)', async (metod) => {
  const files = new Map(
    folder(
      people({ metod }),
      register(...REGISTER_LINES),
      inventering('akut-alla;T;alla;26;', 'akut-alla;K;alla;3;', 'akut-alla;M;alla;23;'),
      kartlaggning(['personer;alla;T;40', 'personer;alla;K;3', 'personer;alla;M;37'], {
        personskydd: { metod },
      }),
    ),
  );
  for (const [i, path] of PLANTED.entries()) {
    const text = new TextDecoder().decode(files.get(path));
    // Blank lines are read as nothing.
    files.set(path, encoder.encode(text + '\n'.repeat((SIZES[i] ?? 0) - encoder.encode(text).byteLength)));
  }
  const { index, report, hemligaKallor } = await loadFiles(files);
  expect(report.findings.filter((f) => f.severity === 'error')).toEqual([]);
  if (!index) throw new Error('no release');
  const inputs = new Map([
    ...[...files].map(([path, bytes]) => [`data/${path}`, bytes] as const),
    ['package.json', encoder.encode('{"version":"1.0.0"}')] as const,
  ]);
  const written = allFiles(index);
  const released = [...written, ...releaseCollector(inputs, hemligaKallor).files(index, written)];
  const texts = await Promise.all(
    released
      .filter((f) => /\.(json|csv|txt|rdf|ttl|jsonld|xml)$|SHA256SUMS$/.test(f.path))
      .map(async (f) => [f.path, new TextDecoder().decode(await f.content())] as const),
  );
  expect(texts.length).toBeGreaterThan(20);
  for (const [i, path] of PLANTED.entries()) {
    const hash = createHash('sha256')
      .update(files.get(path) ?? '')
      .digest('hex');
    for (const [where, text] of texts) {
      expect([path, where, text.includes(hash.slice(0, 12))]).toEqual([path, where, false]);
      expect([path, where, text.includes(String(SIZES[i]))]).toEqual([path, where, false]);
    }
  }
  // It can be found where it may stand: a source without people.
  const open = createHash('sha256')
    .update(files.get('referens/kommuner.csv') ?? '')
    .digest('hex');
  expect(texts.some(([, text]) => text.includes(open))).toBe(true);
});
