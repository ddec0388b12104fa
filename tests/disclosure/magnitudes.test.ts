import { expect, it } from 'vitest';
import { auditFiles } from '../../src/disclosure/audit/index.ts';
import { auditReport } from '../../src/disclosure/audit/report.ts';
import { withDeclared } from '../../src/disclosure/magnitudes.ts';
import { allFiles } from '../../src/files/index.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { type Change, folder, INDIKATORER, replace, textOf, write } from '../ingest/folder.ts';
import { highs, release } from './held.ts';
import { people, REGISTER_LINES, register } from './planted.ts';

/** `OJ-2` is made kronor: 12 000 a person, in the places and sexes that have people. */
const kronor = (vilkas: string | null): Change => {
  const whose = vilkas === null ? '' : `"vilkas": "${vilkas}", `;
  const lines = REGISTER_LINES.map((line) => {
    const [kod, ar, kon, varde] = line.split(';');
    return `${kod};${ar};${kon};${Number(varde) * 12_000};`;
  });
  return (files) => {
    for (const change of [
      replace(
        INDIKATORER,
        '"svarstyp": "andel"',
        `${whose}"svarstyp": "antal", "utanPersonskydd": "Pengar är inga personer, men någons."`,
      ),
      replace(
        INDIKATORER,
        '"enhet": "procent",\n    "decimaler": 1',
        '"enhet": "kronor",\n    "decimaler": 0',
      ),
      replace(INDIKATORER, '"max": 100', '"max": 100000000'),
      write('omraden/prov/register/OJ-2.csv', `kod;ar;kon;varde;saknas\n${lines.join('\n')}\n`),
    ])
      change(files);
  };
};
const women = async (...changes: readonly Change[]) => {
  const { index } = await release(people(), register(...REGISTER_LINES), ...changes);
  return (kod: string, kon: 'T' | 'K' | 'M') => index.observation('OJ-2', kod, 2022, kon)?.varde ?? null;
};

it('kronor of a register are shown only where the people whose they are are', async () => {
  // Undeclared, 36 000 kr beside a hidden count is what three people got.
  expect((await women(kronor(null)))('0114', 'K')).toBe(36_000);
  const at = await women(kronor('OJ-1'));
  expect(at('0114', 'K')).toBeNull();
  // A subtraction does not give them back: each sum has lost two.
  expect([
    at('0114', 'T') === null || at('0114', 'M') === null,
    at('01', 'K') === null || at('0180', 'K') === null,
  ]).toEqual([true, true]);
  expect(at('0305', 'K')).toBe(108_000);
});

/** `kronor`, with how many stand behind each amount and what shares the two largest of them have. */
const contributed =
  (of: Readonly<Record<string, string>>): Change =>
  (files) => {
    kronor('OJ-1')(files);
    const path = 'omraden/prov/register/OJ-2.csv';
    const [header, ...rows] = textOf(files, path).trimEnd().split('\n');
    const lines = rows.map((row) => {
      const [kod, , kon] = row.split(';');
      return `${row};${of[`${kod} ${kon}`] ?? ';;'}`;
    });
    write(path, `${[`${header};bidragande;storsta_andel;nast_storsta_andel`, ...lines].join('\n')}\n`)(files);
  };

it.each([
  ['few contribute', '4;;', true],
  ['the second can tell the first to within ten percent', '60;80;13', true],
  ['the others are too much for that', '60;80;11', false],
  ['one has more than half, and nobody has said what the second has', '60;52;', true],
  ['no one can have much', '60;30;', false],
])('the p %% rule: %s', async (_, bidrag, hides) => {
  const at = await women(contributed({ '0180 K': bidrag }));
  const plain = await women(kronor('OJ-1'));
  // Nothing else asks for the women of Haninge to be hidden.
  const own = await women(contributed({ '0305 K': bidrag }));
  expect(plain('0305', 'K')).toBe(108_000);
  expect(own('0305', 'K')).toBe(hides ? null : 108_000);
  // No sum gives it back: a second amount is hidden in each.
  if (hides) expect([own('0305', 'T'), own('0305', 'M')]).toContain(null);
  expect(at('0180', 'K')).toBe(hides ? null : plain('0180', 'K'));
});

it('says nowhere how many stand behind an amount, or what they have', async () => {
  const { index } = await release(
    people(),
    register(...REGISTER_LINES),
    contributed({ '0305 K': '6321;81,7;9,3', '0305 M': '6322;21,7;9,4' }),
  );
  expect(index.observationsOf('OJ-2').filter((o) => 'bidrag' in o)).toEqual([]);
  for (const file of allFiles(index).filter((f) => /\.(csv|json)$/.test(f.path)))
    expect([
      file.path,
      new TextDecoder().decode(await file.content()).match(/632[12]|81[.,]7|21[.,]7/),
    ]).toEqual([file.path, null]);
});

it('the audit finds kronor that one file shows although no file may', async () => {
  const { index, secret } = await release(people(), register(...REGISTER_LINES), kronor('OJ-1'));
  if (!secret) throw new Error('nothing is hidden');
  const read = await Promise.all(
    allFiles(index)
      .filter((f) => /\.(csv|json|parquet|px|xlsx)$/.test(f.path))
      .map(async (f) => ({ path: f.path, content: await f.content() })),
  );
  const audited = (more: readonly { path: string; content: Uint8Array }[]) =>
    auditFiles(
      highs,
      secret,
      [...read, ...more].map((f) => ({ path: f.path, content: () => f.content })),
    );
  expect(auditReport(await audited([])).failures).toEqual([]);
  const leaky = new TextEncoder().encode('indikator,kod,ar,kon,varde\nOJ-2,0114,2022,K,36000\n');
  expect(auditReport(await audited([{ path: 'data/x.csv', content: leaky }])).failures).toEqual([
    'OJ-2 2022, kod 0114, kön K: värdet är skyddat men står som 36000 i data/x.csv.',
  ]);
});

it('the source of hidden kronor is secret too', async () => {
  const { hemligaKallor } = await loadFiles(folder(people(), register(...REGISTER_LINES), kronor('OJ-1')));
  expect([...hemligaKallor]).toContain('omraden/prov/register/OJ-2.csv');
});

it('kronor of people who are rounded are hidden in a pattern of their own: rounding hides no amount', async () => {
  const rounded = people({ metod: 'avrunda-5' });
  const { index } = await release(rounded, register(...REGISTER_LINES), kronor('OJ-1'));
  const at = (kon: 'T' | 'K' | 'M') => index.observation('OJ-2', '0114', 2022, kon)?.varde ?? null;
  expect(index.observation('OJ-1', '0114', 2022, 'K')?.varde).toBe(5);
  expect(at('K')).toBeNull();
  expect([at('T'), at('M')]).toContain(null);
});

it('nothing is what nobody gets: no kronor are hidden where no people are', async () => {
  const none = (kon: string, n: number) => `0114;2022;${kon};${n};`;
  const lines = [none('T', 14), none('K', 0), none('M', 14)];
  const shown = async (nollor: string) => {
    const amounts = write(
      'omraden/prov/register/OJ-2.csv',
      `kod;ar;kon;varde;saknas\n${[none('T', 140_000), none('K', 0), none('M', 140_000)].join('\n')}\n`,
    );
    const { index } = await release(people({ nollor }), register(...lines), kronor('OJ-1'), amounts);
    return (['T', 'K', 'M'] as const).map((kon) => index.observation('OJ-2', '0114', 2022, kon)?.varde);
  };
  expect(await shown('visa')).toEqual([140_000, 0, 140_000]);
  expect(await shown('dolj')).toEqual([140_000, null, null]);
});

it('one of a declared sum is never hidden alone, in any place', () => {
  const samband = [{ titel: 'Allt', summa: 'A', delar: ['B', 'C'], fullstandigt: true }];
  const places = ['|2022|0114|T', '|2022|0180|T', '|2022|01|T'];
  const all = new Map(['A', 'B', 'C', 'D'].flatMap((s) => places.map((p) => [s + p, true] as const)));
  const hidden = new Set(places.slice(0, 2).map((p) => `C${p}`));
  const beside = withDeclared(samband, all, hidden);
  expect([...beside].filter((id) => !hidden.has(id)).toSorted()).toEqual(['B|2022|0114|T', 'B|2022|0180|T']);
  // What is nothing hides nothing, and where only the whole is left it is the whole.
  const [first = ''] = places;
  const poor = new Map([
    [`A${first}`, true],
    [`B${first}`, false],
    [`C${first}`, true],
  ]);
  expect([...withDeclared(samband, poor, new Set([`C${first}`]))]).toEqual([`C${first}`, `A${first}`]);
  expect([...withDeclared(samband, all, new Set(['D|2022|01|T']))]).toEqual(['D|2022|01|T']);
});
