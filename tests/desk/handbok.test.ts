import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Edition } from '../../src/model/edition.ts';
import { IndicatorDefinition } from '../../src/model/indicator.ts';
import { Handelse } from '../../src/model/kalender.ts';
import { type KoladaServer, koladaServer } from '../import/kolada-server.ts';
import { command, type TrialFolder, trialFolder } from '../import/trial.ts';
import { KOMMUNER, workbook } from '../import/workbooks.ts';

const TEXT = readFileSync('docs/handbok.md', 'utf8');
type Block = { readonly kind: string; readonly argument: string; readonly body: readonly string[] };

/** The marked blocks in their order: `<!-- kors 1 -->` is a command that ends with 1. */
const BLOCKS: readonly Block[] = [...TEXT.matchAll(/<!-- (\w+) ?(\d*) -->\s*```\w+\n([\s\S]*?)```/g)].map(
  ([, kind = '', argument = '', body = '']) => ({
    kind,
    argument,
    body: body
      .split('\n')
      .map((l) => l.trim())
      .filter((l) => l !== ''),
  }),
);

let trial: TrialFolder;
let server: KoladaServer;
beforeAll(async () => {
  trial = await trialFolder();
  const figures = KOMMUNER.map(([municipality], i) => ({
    kpi: 'U30428',
    municipality,
    period: 2016,
    value: 1 + (i % 2),
  }));
  server = await koladaServer({ kpis: [{ id: 'U30428', title: 'Aktuell plan, (Ja=1, Nej=2)' }], figures });
  const rows = KOMMUNER.map(([kod, namn], i) => [kod, namn, i % 2 === 0 ? 'Ja' : 'Nej']);
  const sheet = {
    name: 'Kommuner',
    rows: [['Titel'], ['Kommunkod', 'Kommun', 'Övergripande plan mot hemlöshet'], ...rows],
  };
  await trial.write('../svar.xlsx', workbook([sheet]));
});
afterAll(async () => {
  await server.close();
  await trial.remove();
});

/** What a command of the handbook needs besides, so that it runs in a folder of the test's own. */
const besides: Readonly<Record<string, () => readonly string[]>> = {
  import: () => ['--data', trial.data],
  validate: () => ['--data', trial.data],
  release: () => ['--data', trial.data, '--out', join(trial.data, '../utgavor')],
};

describe('every example of the handbook', () => {
  it('commands give the answers that stand below them, one after another', async () => {
    let said = '';
    for (const { kind, argument, body } of BLOCKS) {
      if (kind === 'svar') for (const line of body) expect(said).toContain(line);
      if (kind !== 'kors') continue;
      expect(body).toHaveLength(1);
      const words = [...(body[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, word]) => quoted ?? word ?? '',
      );
      const [npm, run, script = '', ...rest] = words;
      expect([npm, run]).toEqual(['npm', 'run']);
      const args = rest
        .filter((w) => w !== '--')
        .map((w) => (w === 'svar.xlsx' ? resolve(trial.data, '..', w) : w));
      const kolada = args[0] === 'kolada' ? ['--base-url', server.address, '--cache', trial.cache] : [];
      const done = await command(`scripts/${script}.ts`, [
        ...args,
        ...(besides[script]?.() ?? []),
        ...kolada,
      ]);
      said = done.out + done.err;
      expect(done.code, said).toBe(Number(argument || 0));
    }
    expect(BLOCKS.filter((b) => b.kind === 'kors').length).toBeGreaterThan(5);
    // A dozen commands, one after another: on a busy machine longer than one test may otherwise take.
  }, 180_000);

  it.each<[string, z.ZodType]>([
    ['indikator', IndicatorDefinition],
    ['utgava', Edition],
    ['handelse', Handelse],
  ])('the JSON of %s is what the tool reads', (kind, schema) => {
    const block = BLOCKS.find((b) => b.kind === kind);
    expect(schema.safeParse(JSON.parse(block?.body.join('\n') ?? '')).error?.issues).toBeUndefined();
  });

  it('names only files and commands that are there', () => {
    const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    for (const [, name = ''] of TEXT.matchAll(/npm run ([a-z]+)/g))
      expect(Object.keys(scripts)).toContain(name);
    for (const [, path = ''] of TEXT.matchAll(/`((?:deploy|tests)\/[\w./-]+)`/g))
      expect([path, spawnSync('test', ['-e', path]).status]).toEqual([path, 0]);
  });
});
