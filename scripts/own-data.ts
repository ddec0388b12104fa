import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { command, PROJECT, wrongUse } from './command.ts';

// Shows that the tests of the code hold for data that is not ours: copies the repository, changes its data folder and
// runs `vitest --project unit` there. `node scripts/own-data.ts added|own [paths of tests]`; ends as the tests end.

const Questions = z.array(z.looseObject({ typ: z.string().optional(), ar: z.array(z.int()).optional() }));
const Edition = z.looseObject({
  ar: z.int(),
  version: z.string(),
  exempel: z.boolean(),
  noter: z.array(z.string()),
});
const Area = z.looseObject({ utgavor: z.array(Edition) });

const NEXT = 2025;
const text = (path: string) => readFileSync(path, 'utf8');
const json = <T>(schema: z.ZodType<T>, path: string) => schema.parse(JSON.parse(text(path)));
const write = (path: string, content: unknown) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
};
const areas = (data: string) => readdirSync(join(data, 'omraden')).map((slug) => join(data, 'omraden', slug));

/** What every publisher does sooner or later: a new edition of each survey, with its published figures. */
function added(data: string): void {
  for (const area of areas(data)) {
    const definition = json(Area, join(area, 'omrade.json'));
    const [newest] = definition.utgavor;
    if (!newest) continue;
    definition.utgavor.unshift({ ...newest, ar: NEXT, version: `${NEXT}.1`, exempel: false, noter: [] });
    write(join(area, 'omrade.json'), definition);
    const questions = json(Questions, join(area, 'indikatorer.json'));
    for (const q of questions) if (q.typ === 'enkat' && q.ar?.includes(newest.ar)) q.ar.push(NEXT);
    write(join(area, 'indikatorer.json'), questions);
    write(join(area, 'enkat', `${NEXT}.csv`), text(join(area, 'enkat', `${newest.ar}.csv`)));
    const published = text(join(area, 'publicerat.csv')).trimEnd();
    const again = published.split('\n').filter((line) => line.split(';')[1] === String(newest.ar));
    const next = again.map((line) => line.replace(`;${newest.ar};`, `;${NEXT};`));
    write(join(area, 'publicerat.csv'), `${[published, ...next].join('\n')}\n`);
  }
}

/** A publisher with answers of its own, nothing published before and nothing beside the comparison. */
function own(data: string): void {
  for (const part of ['kartlaggningar', 'program', 'inventering'])
    rmSync(join(data, part), { recursive: true });
  for (const area of areas(data)) {
    const definition = json(Area, join(area, 'omrade.json'));
    for (const edition of definition.utgavor) {
      edition.exempel = false;
      const file = join(area, 'enkat', `${edition.ar}.csv`);
      const [head, ...rows] = text(file).trimEnd().split('\n');
      const turned = rows.map((row, i) => (i % 3 === 0 ? row.replaceAll(/;(ja|nej)(?=;|$)/g, ';nej') : row));
      write(file, `${[head, ...turned].join('\n')}\n`);
    }
    write(join(area, 'omrade.json'), definition);
    rmSync(join(area, 'publicerat.csv'));
  }
  const publication = join(data, 'publicering.json');
  write(publication, text(publication).replaceAll(/Exempelutgivaren[^"]*/g, 'Länsstyrelsen i provet'));
}

const CASES: Readonly<Record<string, (data: string) => void>> = { added, own };
await command(async () => {
  const [name = '', ...paths] = process.argv.slice(2);
  const change = CASES[name] ?? wrongUse(`Välj ${Object.keys(CASES).join(' eller ')}.`);
  const copy = join(PROJECT, '.cache/own-data', name);
  rmSync(copy, { recursive: true, force: true });
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const file of listed.split('\0').filter(Boolean)) cpSync(file, join(copy, file));
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  change(join(copy, 'data'));
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--maxWorkers=1', ...paths];
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: copy, stdio: 'inherit' }).status ?? 1;
  return run(['scripts/validate.ts']) || run(vitest);
});
