import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOMY } from '../../src/pipeline/engine.ts';
import { takeManifest } from '../../src/pipeline/handed.ts';
import { PROJECT } from '../command.ts';
import { othersTimes } from './andra.ts';
import { fileMeasures } from './filer.ts';
import { formatMeasures } from './format.ts';
import { type Took, timed } from './processor.ts';
import type { Measure } from './validering.ts';

/** Where the bench builds, and what it keeps there between its own builds. */
export type BenchPlaces = { readonly site: string; readonly cache: string };

/** A survey of the shipped data, in which answers are edited. */
const SURVEY = 'omraden/hemloshet/enkat/2016.csv';

/**
 * Whole builds: from nothing, of nothing new, after two kommuner of a län have exchanged an answer (no share changes),
 * after one answer is changed; what each file costs alone, and what other tools need to write the same pages.
 * @returns null when a build fails
 */
export async function buildMeasures(
  { site, cache }: BenchPlaces,
  clock: () => number,
): Promise<readonly Measure[] | null> {
  const data = join(PROJECT, '.cache/bench-data');
  const build = () => {
    const args = ['--data', data, '--out', site, '--cache', cache, '--tyst'];
    return timed([process.execPath, ...ROOMY, 'scripts/build.ts', ...args], clock);
  };
  for (const folder of [cache, data]) rmSync(folder, { recursive: true, force: true });
  cpSync('data', data, { recursive: true });
  const cold = build();
  if (cold === null) return null;
  const files = fileMeasures(await takeManifest(cache));
  const none = build();
  edit(data, exchanged);
  const exchange = build();
  edit(data, changed);
  const change = build();
  if (none === null || exchange === null || change === null) return null;
  const { pages, astro, eleventy } = othersTimes(site, clock);
  const formats = await formatMeasures('data');
  return [
    ...files,
    ...took('Bygga allt, från början', cold, '≤ 45'),
    ...took('Bygga, inget ändrat', none, '≤ 2'),
    ...took('Bygga, två kommuner har bytt svar', exchange, '≤ 5'),
    ...took('Bygga, ett svar ändrat', change, '≤ 15'),
    ...(astro === null ? [] : took(`Astro ensamt: ${pages} färdiga sidor`, astro, '–')),
    ...(eleventy === null ? [] : took(`Eleventy: ${pages} färdiga sidor`, eleventy, '–')),
    ...formats.measures,
    { name: 'Alla filer, en i taget: processortid', value: formats.seconds, unit: 's' },
    ...(astro === null ? [] : besideBare(cold.wall, astro.wall, formats.seconds / availableParallelism())),
  ];
}

/** A whole build beside the least that it could be: the same pages as ready strings, and files alone on all cores. */
const besideBare = (cold: number, pages: number, files: number): readonly Measure[] => [
  { name: 'Allt från början ÷ Astro ensamt', value: cold / pages, unit: '×' },
  {
    name: 'Allt från början ÷ (Astro ensamt + filerna)',
    value: cold / (pages + files),
    unit: '×',
    target: '≤ 1,5',
  },
];

const took = (name: string, { wall, cpu }: Took, target: string): readonly Measure[] => [
  { name, value: wall, unit: 's', target },
  ...(cpu === null ? [] : [{ name: `${name}: processortid`, value: cpu, unit: 's' }]),
];

type Rows = readonly (readonly string[])[];

function edit(data: string, how: (rows: Rows) => Rows): void {
  const path = join(data, SURVEY);
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split(';'));
  writeFileSync(
    path,
    how(rows)
      .map((cells) => cells.join(';'))
      .join('\n'),
  );
}

/** The column of the first question: kommunkod, kommun and stadsdel stand before it. */
const QUESTION = 3;
const withAnswer = (rows: Rows, at: number, answer: string): Rows =>
  rows.map((cells, i) => (i === at ? cells.with(QUESTION, answer) : cells));

/** The first two kommuner of one län of which one says yes and the other no have each other's answer. */
function exchanged(rows: Rows): Rows {
  const yes = rows.findIndex((a) => a[QUESTION] === 'ja' && partner(rows, a) > 0);
  const no = partner(rows, rows[yes] ?? []);
  return withAnswer(withAnswer(rows, yes, 'nej'), no, 'ja');
}
const partner = (rows: Rows, [code = '']: readonly string[]) =>
  rows.findIndex((b) => b[QUESTION] === 'nej' && b[0]?.slice(0, 2) === code.slice(0, 2));

/** The first no becomes a yes. */
const changed = (rows: Rows): Rows =>
  withAnswer(
    rows,
    rows.findIndex((cells) => cells[QUESTION] === 'nej'),
    'ja',
  );
