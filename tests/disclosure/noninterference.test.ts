import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LinkedTables } from '../../src/disclosure/cells.ts';
import { loadHighs } from '../../src/disclosure/highs.ts';
import { allFiles } from '../../src/files/index.ts';
import { releaseCollector } from '../../src/pipeline/files/release.ts';
import { type LoadResult, loadFiles } from '../../src/pipeline/load.ts';
import { folder, write } from '../ingest/folder.ts';
import { inventering, kartlaggning, people, program, register } from './planted.ts';

const highs = await loadHighs();

/** The secrets of a folder: what stands in each cell that is written into it. */
type Counts = ReadonlyMap<string, number>;

const PLACES = ['0114', '0180', '0305', '0380', '0643'];
const SITUATIONS = ['1', '2', '3'];
const registerId = (kod: string, kon: string) => `OJ-1|2022|${kod}|${kon}`;
const mappedId = (situation: string, kon: string) =>
  `kartlaggning/vasby/personer/${situation}/alla/alla/alla/alla/prov|2022|0114|${kon}`;
const figureId = (kon: string) => `inventering/akut-alla/alla|2022|0114|${kon}`;
const programId = (kon: string) => `program/prov/hemlosa|2022|0114|${kon}`;

/** A folder with those counts in a register, a kartläggning, an inventory and a programme. */
function planted(counts: Counts): ReadonlyMap<string, Uint8Array> {
  const n = (id: string) => counts.get(id) ?? 0;
  const kons = ['T', 'K', 'M'] as const;
  return folder(
    people(),
    register(...PLACES.flatMap((kod) => kons.map((kon) => `${kod};2022;${kon};${n(registerId(kod, kon))};`))),
    kartlaggning(
      ['alla', ...SITUATIONS].flatMap((s) =>
        kons.map((kon) => `personer;${s};${kon};${n(mappedId(s, kon))}`),
      ),
    ),
    inventering(...kons.map((kon) => `akut-alla;${kon};alla;${n(figureId(kon))};`), 'akut-dygn;T;alla;400;'),
    program([`hemlosa;${kons.map((kon) => n(programId(kon))).join(';')}`], {}),
    // Kronor of the same people: 9 100 each, so that hidden ones differ between the folders.
    write(
      'program/prov/indikatorer.csv',
      [
        'id;mal;titel;enhet;riktning;basar;varde;kvinnor;man;tabell;kalla;not;foljs_av;vilkas;bidragande',
        `hemlosa;farre;Personer;personer;minska;2022;${kons.map((kon) => n(programId(kon))).join(';')};;Påhittad;;;;`,
        `kostnad;farre;Kostnad;kronor;minska;2022;${kons.map((kon) => 9100 * n(programId(kon))).join(';')};;Påhittad;;;hemlosa;${n(programId('T'))}`,
        '',
      ].join('\n'),
    ),
  );
}

/** Counts with their margins. */
function withMargins(leaves: readonly number[]): Counts {
  let at = 0;
  const counts = new Map<string, number>();
  const sexes = (id: (kon: string) => string) => {
    const [k = 0, m = 0] = [leaves[at++], leaves[at++]];
    counts
      .set(id('K'), k)
      .set(id('M'), m)
      .set(id('T'), k + m);
  };
  for (const kod of PLACES) sexes((kon) => registerId(kod, kon));
  for (const s of SITUATIONS) sexes((kon) => mappedId(s, kon));
  sexes(figureId);
  sexes(programId);
  for (const kon of ['T', 'K', 'M'])
    counts.set(
      mappedId('alla', kon),
      SITUATIONS.reduce((sum, s) => sum + (counts.get(mappedId(s, kon)) ?? 0), 0),
    );
  return counts;
}
const LEAVES = 2 * (PLACES.length + SITUATIONS.length + 2);

/** Other counts that a reader of the release could believe in just as well: the furthest in some direction. */
function otherSecrets(
  { cells, relations }: LinkedTables,
  shown: ReadonlySet<string>,
  way: number,
): Counts | null {
  const names = new Map(cells.map((c, i) => [c.id, `x${i}`]));
  const line = (terms: readonly { cell: string; coefficient: number }[]) =>
    terms
      .map((t) => `${t.coefficient < 0 ? '-' : '+'} ${Math.abs(t.coefficient)} ${names.get(t.cell)}`)
      .join(' ');
  const goal = cells.map(
    (c, i) => `${(i * way) % 3 === 0 ? '+' : '-'} ${1 + ((i * way) % 5)} ${names.get(c.id)}`,
  );
  // Small stays small and no smaller than one, so that the same is hidden for its own sake.
  const bounds = ({ id, count }: { readonly id: string; readonly count: number }) =>
    shown.has(id)
      ? `${names.get(id)} = ${count}`
      : count === 0
        ? `${names.get(id)} = 0`
        : count < 5
          ? `1 <= ${names.get(id)} <= 4`
          : `5 <= ${names.get(id)} <= ${count + 3}`;
  const text = [
    'Maximize',
    ` obj: ${goal.join(' ')}`,
    'Subject To',
    ...relations.filter((r) => r.lower === r.upper).map((r, i) => ` c${i}: ${line(r.terms)} = ${r.lower}`),
    'Bounds',
    ...cells.map((c) => ` ${bounds(c)}`),
    'General',
    ` ${[...names.values()].join(' ')}`,
    'End',
  ].join('\n');
  const { Status, Columns } = highs.solve(text);
  if (Status !== 'Optimal') return null;
  return new Map(cells.map((c) => [c.id, Math.round(Columns[names.get(c.id) ?? '']?.Primal ?? c.count)]));
}

/** The pattern of X: every value that is protected, wherever it stands. */
function pattern({ index }: LoadResult): string {
  if (!index) throw new Error('no release');
  const { observationer, kartlaggningar, inventeringar, program: programmes } = index.catalogue;
  return JSON.stringify([
    observationer.map((o) => o.saknas),
    kartlaggningar.map((k) => k.varden.map((v) => v.saknas)),
    inventeringar.map((i) => i.rader.map((r) => r.skyddad)),
    programmes.map((p) => p.indikatorer.map((i) => i.skyddade)),
  ]);
}

async function written(files: ReadonlyMap<string, Uint8Array>, result: LoadResult) {
  if (!result.index) throw new Error('no release');
  const made = allFiles(result.index);
  const inputs = new Map([
    ...[...files].map(([path, bytes]) => [`data/${path}`, bytes] as const),
    ['package.json', new TextEncoder().encode('{"version":"1.0.0"}')] as const,
  ]);
  const all = [...made, ...releaseCollector(inputs, result.hemligaKallor).files(result.index, made)];
  return Promise.all(
    all.map(async (f) => [f.path, Buffer.from(await f.content()).toString('base64')] as const),
  );
}

/** Pairs of folders that must be found: so many that the test cannot pass by finding none. */
const PAIRS = 6;

it('other secrets under the same X give the same bytes in every file', { timeout: 300_000 }, async () => {
  let pairs = 0;
  const leaf = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(leaf, { minLength: LEAVES, maxLength: LEAVES }),
      fc.integer({ min: 1, max: 50 }),
      async (leaves, way) => {
        if (pairs >= PAIRS) return;
        const counts = withMargins(leaves);
        const files = planted(counts);
        const first = await loadFiles(files);
        if (!first.index || !first.secret) return;
        const mask = pattern(first);
        const readable = await readCounts(first);
        const other = otherSecrets(first.secret.tables, readable, way);
        if (other === null) return;
        const changed = new Map([...counts].map(([id, n]) => [id, other.get(id) ?? n]));
        if ([...changed].every(([id, n]) => counts.get(id) === n)) return;
        const others = planted(changed);
        const second = await loadFiles(others);
        if (!second.index || pattern(second) !== mask) return;
        pairs += 1;
        const [a, b] = [await written(files, first), await written(others, second)];
        expect(a.map(([path]) => path)).toEqual(b.map(([path]) => path));
        const differ = a.flatMap(([path, bytes], i) => (bytes === b[i]?.[1] ? [] : [path]));
        expect(differ).toEqual([]);
      },
    ),
    { numRuns: 60, seed: 12 },
  );
  expect(pairs).toBe(PAIRS);
});

/** The ids of the counts that a release shows. */
async function readCounts({ index }: LoadResult): Promise<ReadonlySet<string>> {
  if (!index) throw new Error('no release');
  const { observationer, kartlaggningar, inventeringar, program: programmes } = index.catalogue;
  return new Set([
    ...observationer.flatMap((o) => (o.varde === null ? [] : [registerId(o.kod, o.kon)])),
    ...kartlaggningar.flatMap((k) =>
      k.varden.flatMap((v) => (v.varde === null ? [] : [mappedId(v.situation, v.kon)])),
    ),
    ...inventeringar.flatMap((i) => i.rader.flatMap((r) => (r.varde === null ? [] : [figureId(r.kon)]))),
    ...programmes.flatMap((p) =>
      p.indikatorer.flatMap((i) =>
        (
          [
            ['varde', 'T'],
            ['kvinnor', 'K'],
            ['man', 'M'],
          ] as const
        ).flatMap(([column, kon]) => (i[column] === null ? [] : [programId(kon)])),
      ),
    ),
    ...programmes.flatMap((p) => p.utfall.map((u) => `program/prov/hemlosa|${u.ar}|0114|T`)),
  ]);
}
