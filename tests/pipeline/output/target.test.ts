import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../../src/effects-node.ts';
import { claimCache, claimSite } from '../../../src/pipeline/output/claim.ts';
import { siblings } from '../../../src/pipeline/output/work-names.ts';
import { writeReport } from '../../../src/pipeline/output/written.ts';
import { Refusal } from '../../../src/refusal.ts';

let home: string;
let kept: { project: string; data: string[] };
const effects = { ...nodeEffects(), log: () => undefined };
const at = (...parts: string[]) => join(home, ...parts);
function put(path: string, text = 'x'): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'oj-plats å '));
  kept = { project: at('projekt'), data: [at('projekt/data')] };
  put('projekt/data/publicering.json');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A finished site, to be put somewhere. */
function built(text: string): string {
  put('bygge/index.html', text);
  put('bygge/SHA256SUMS', `${'0'.repeat(64)}  index.html\n`);
  return at('bygge');
}
async function publish(out: string, text: string): Promise<void> {
  const claim = await claimSite(out, kept, effects);
  try {
    await claim.replaceWith(built(text));
  } finally {
    await claim.release();
  }
}
const refused = (out: string) => expect(publish(out, 'ny')).rejects.toThrow(Refusal);

describe('a site is only put where nothing of anybody else stands', () => {
  it.each(['ny', 'finns/inte/ännu', 'tom'])('%s is a place for it', async (name) => {
    if (name === 'tom') mkdirSync(at(name));
    await publish(at(name), 'ett');
    await publish(at(name), 'två');
    expect(readFileSync(at(name, 'index.html'), 'utf8')).toBe('två');
  });

  it.each([
    ['the data folder', 'projekt/data'],
    ['a folder in the data folder', 'projekt/data/ut'],
    ['the project', 'projekt'],
    ['what holds the project', '.'],
    ['a folder with other files', 'public_html'],
    ['a file', 'fil.txt'],
    ['a folder below a file', 'fil.txt/ut'],
    ['a link to a folder with other files', 'till-annat'],
    ['a link to nothing', 'till-intet'],
    ['a link to the data', 'till-data'],
    ['a site to which somebody has added a file', 'utökad'],
    ['a site without its sums', 'utan-summor'],
  ])('%s is not', async (_, name) => {
    put('public_html/min-sida.html');
    put('fil.txt');
    symlinkSync('public_html', at('till-annat'));
    symlinkSync('finns-inte', at('till-intet'));
    symlinkSync('projekt/data', at('till-data'));
    await publish(at('utökad'), 'ett');
    put('utökad/min/CNAME');
    await publish(at('utan-summor'), 'ett');
    rmSync(at('utan-summor/SHA256SUMS'));
    const before = await effects.readTree(home);
    if (name === 'fil.txt/ut') await expect(publish(at(name), 'ny')).rejects.toThrow();
    else await refused(at(name));
    rmSync(at('bygge'), { recursive: true, force: true });
    expect([...(await effects.readTree(home)).keys()]).toEqual([...before.keys()]);
  });

  it('not the root and not the home folder, nor what holds it', async () => {
    for (const out of ['/', homedir(), dirname(homedir())]) await refused(out);
  });

  it('a link to a site of ours stays a link, and what it leads to is replaced', async () => {
    await publish(at('version'), 'ett');
    symlinkSync('version', at('länk'));
    await publish(at('länk'), 'två');
    expect(readFileSync(at('version/index.html'), 'utf8')).toBe('två');
    expect(readFileSync(at('länk/index.html'), 'utf8')).toBe('två');
  });

  it('a cache is not a site, nor the other way round', async () => {
    await publish(at('webbplats'), 'ett');
    await expect(claimCache(at('webbplats'), kept)).rejects.toThrow(Refusal);
    await claimCache(at('cache'), kept);
    await claimCache(at('cache'), kept);
    await refused(at('cache'));
    await expect(claimCache(at('projekt/data'), kept)).rejects.toThrow(Refusal);
  });
});

describe('a report is only written over a report', () => {
  it('that it left itself, as it left it', async () => {
    await writeReport(at('r/rapport.txt'), 'ett', kept);
    await writeReport(at('r/rapport.txt'), 'två', kept);
    expect(readFileSync(at('r/rapport.txt'), 'utf8')).toBe('två');
    put('r/rapport.txt', 'mina anteckningar');
    await expect(writeReport(at('r/rapport.txt'), 'tre', kept)).rejects.toThrow(Refusal);
    expect(readFileSync(at('r/rapport.txt'), 'utf8')).toBe('mina anteckningar');
  });

  it.each([
    'annans.csv',
    'länk.csv',
    'mapp',
    'projekt/data/rapport.txt',
    'projekt/data/publicering.json',
  ])('not over or into %s', async (name) => {
    put('annans.csv');
    mkdirSync(at('mapp'));
    symlinkSync('annans.csv', at('länk.csv'));
    await expect(writeReport(at(name), 'ny', kept)).rejects.toThrow(Refusal);
    expect(readFileSync(at('annans.csv'), 'utf8')).toBe('x');
  });
});

describe('a site of which it is known how it was left', () => {
  let asked: string[];
  const claimed = (known: (path: string) => string | null) =>
    claimSite(at('ut'), kept, effects, async (path) => {
      asked.push(path);
      return known(path);
    });
  beforeEach(async () => {
    await publish(at('ut'), 'ett');
    asked = [];
  });

  it('is asked of once, and what is known of it is given on', async () => {
    const claim = await claimed(() => 'som den lämnades');
    await claim.release();
    expect(claim.standing).toBe('som den lämnades');
    expect(asked).toEqual([claim.path]);
  });

  it('is looked through for what others have put in it where it is another now', async () => {
    put('ut/anteckningar.txt');
    await expect(claimed(() => null)).rejects.toThrow(/anteckningar\.txt/);
  });

  it('is asked of again where what was cut off has been put right', async () => {
    renameSync(at('ut'), siblings(at('ut')).aside);
    const claim = await claimed((path) => (existsSync(path) ? 'som den lämnades' : null));
    await claim.release();
    expect(claim.standing).toBe('som den lämnades');
    expect(asked).toHaveLength(2);
  });
});
