import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const NAMN = 'Plan för kompetensutveckling';
const AREAS = ['ekonomiskt-bistand', 'vald-i-nara-relationer'];

const REGISTER = {
  id: 'OJ-T-09',
  kolada: null,
  slug: 'anmalda-brott',
  titel: 'Anmälda brott i nära relationer',
  kortnamn: 'Anmälda brott',
  typ: 'register',
  likhetstema: null,
};

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
    // The last one has a register of its own as well.
    const register = { ...defined.find((i) => i.id === 'N07907'), ...REGISTER };
    const more = n === AREAS.length - 1 ? [register] : [];
    writeFileSync(join(to, 'indikatorer.json'), JSON.stringify([shared(id), ...more]));
    if (more.length > 0) {
      mkdirSync(join(to, 'register'), { recursive: true });
      writeFileSync(join(to, `register/${REGISTER.id}.csv`), read('register/N07907.csv'));
    }
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

  const published = (path: string) => readFileSync(join(out, path), 'utf8');
  const [, third = ''] = AREAS;
  // On the start page, among the areas, with its register on a kommun's page, and in search, feeds and files.
  expect(published('index.html')).toContain(`/omraden/${third}/`);
  expect(published(`omraden/${third}/index.html`)).toContain('Anmälda brott');
  expect(published('kommuner/ronneby/index.html')).toContain('Anmälda brott');
  expect(published('indikatorer/anmalda-brott/index.html')).toContain('Anmälda brott i nära relationer');
  expect(published('floden/indikatorer/anmalda-brott.xml')).toContain('<feed');
  expect(published('floden/alla.xml')).toContain('Område 3 2016');
  expect(published('data/allt/observationer.csv')).toContain('OJ-T-09');
});
