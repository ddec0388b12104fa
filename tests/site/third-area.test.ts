import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const NAMN = 'Plan för kompetensutveckling';
const AREAS = ['ekonomiskt-bistand', 'vald-i-nara-relationer'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-tredje-'));
  const data = join(folder, 'data');
  cpSync('tests/fixtures/litet', data, { recursive: true });
  const first = join(data, 'omraden/hemloshet');
  const read = (file: string) => readFileSync(join(first, file), 'utf8');
  const area = JSON.parse(read('omrade.json'));
  const defined: { id: string }[] = JSON.parse(read('indikatorer.json'));
  const plan = defined.find((i) => i.id === 'U30428');
  if (!plan) throw new Error('no question to share');
  const shared = (id: string) => ({ ...plan, id, slug: id.toLowerCase(), kolada: null, gemensamFraga: NAMN });
  const own = defined.map((i) => (i === plan ? { ...plan, gemensamFraga: NAMN } : i));
  writeFileSync(join(first, 'indikatorer.json'), JSON.stringify(own));
  for (const [n, slug] of AREAS.entries()) {
    const to = join(data, 'omraden', slug);
    const id = `OJ-T-0${n + 1}`;
    mkdirSync(join(to, 'enkat'), { recursive: true });
    const titles = { slug, titel: `Område ${n + 2}`, kortnamn: `Område ${n + 2}` };
    writeFileSync(join(to, 'omrade.json'), JSON.stringify({ ...area, ...titles }));
    writeFileSync(join(to, 'indikatorer.json'), JSON.stringify([shared(id)]));
    const [head = '', ...rows] = read('enkat/2016.csv').trimEnd().split(/\r?\n/);
    const cells = (row: string) => row.split(';').slice(0, 3).join(';');
    const csv = [`${cells(head)};${id}`, ...rows.map((r) => `${cells(r)};ja`)].join('\n');
    writeFileSync(join(to, 'enkat/2016.csv'), `${csv}\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a third area joins by its data alone: nationally, in each län and on each kommun', () => {
  const out = join(folder, 'dist');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--data', join(folder, 'data'), '--out', out],
    { encoding: 'utf8' },
  );
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  for (const page of ['sida-vid-sida', 'lan/blekinge-lan', 'kommuner/ronneby']) {
    const html = readFileSync(join(out, page, 'index.html'), 'utf8');
    const table = /<table class="stack side".*?<\/table>/s.exec(html)?.[0] ?? '';
    expect([page, table.includes(NAMN)]).toEqual([page, true]);
    for (const column of ['Hemlöshet', 'Område 2', 'Område 3'])
      expect([page, table.includes(`<th scope="col">${column}</th>`)]).toEqual([page, true]);
    expect(table).not.toContain('Frågan ställdes inte');
  }
});
