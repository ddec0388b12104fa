import { z } from 'zod';
import type { Indicator } from '../../model/indicator.ts';
import { egenBerakning } from '../../model/inlasning.ts';
import type { FolkmangdAr } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import type { Kon } from '../../model/observation.ts';
import { Refusal } from '../../refusal.ts';
import { type Batch, type ImportedValue, LeftOut } from '../batch.ts';
import type { DataFolder } from '../folder.ts';
import type { HttpClient } from '../http/client.ts';
import { type StatDimension, type StatTable, statTable } from './jsonstat.ts';

export const SCB_URL = 'https://statistikdatabasen.scb.se/api/v2';
/** Cells that one call may ask for, where the service does not say. */
const CELLS_A_CALL = 150_000;

export type ScbQuestion = {
  readonly table: string;
  readonly years: readonly number[];
  /** The register to write; null writes the populations of `referens/`. */
  readonly indikator: Indicator | null;
  /** Codes chosen by a person, by dimension. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly baseUrl: string;
};

const Config = z.object({ maxDataCells: z.int().min(1).nullish() });

/**
 * Asks SCB's PxWebApi 2 for a table by kommun and year, in calls within its limit of cells.
 * @throws Refusal when the table is not of kommuner, or a dimension needs a choice
 */
export async function importScb(
  folder: DataFolder,
  client: HttpClient,
  question: ScbQuestion,
): Promise<Batch> {
  const base = question.baseUrl.replace(/\/+$/, '');
  const config = Config.safeParse((await client.json(`${base}/config`)).json);
  const limit = config.data?.maxDataCells ?? CELLS_A_CALL;
  const table = `${base}/tables/${encodeURIComponent(question.table)}`;
  const about = statTable((await client.json(`${table}/metadata?lang=sv`)).json, table);
  const axes = axesOf(about);
  const leftOut = new LeftOut();
  const kommuner = folder.catalogue.referens.kommuner.map((k) => k.kod);
  const regions = axes.region.codes.filter((code) => kommuner.includes(code));
  for (const kod of kommuner)
    if (!regions.includes(kod)) leftOut.add(idOf(question), null, kod, 'kommunen finns inte i tabellen');
  const years = question.years.filter((ar) => axes.time.codes.includes(String(ar)));
  for (const ar of question.years)
    if (!years.includes(ar)) leftOut.add(idOf(question), ar, null, 'året finns inte i tabellen');
  if (regions.length === 0 || years.length === 0)
    throw new Refusal(
      `Tabellen ${question.table} har inga av våra kommuner och år.`,
      `Den har åren ${axes.time.codes.at(0)}–${axes.time.codes.at(-1)}.`,
    );
  const others = about.dimensions
    .filter((d) => d !== axes.region && d !== axes.time)
    .flatMap((d) => selectionOf(d, d === axes.sex, question));
  const perRegion = others.reduce((product, o) => product * o.valueCodes.length, 1);
  const values = new Map<string, ImportedValue>();
  for (const part of parts(regions, years, Math.max(1, Math.floor(limit / perRegion)))) {
    const url = `${table}/data?lang=sv&outputFormat=json-stat2`;
    const body = JSON.stringify({
      selection: [
        { variableCode: axes.region.id, valueCodes: part.regions },
        { variableCode: axes.time.id, valueCodes: part.years.map(String) },
        ...others,
      ],
    });
    collect(statTable((await client.json(url, body)).json, url), axes, { question, values, leftOut });
  }
  return batchOf(about, client, { question, values, leftOut });
}

const idOf = (question: ScbQuestion) => question.indikator?.id ?? 'folkmangd';

type Axes = {
  readonly region: StatDimension;
  readonly time: StatDimension;
  readonly sex: StatDimension | null;
};

function axesOf(table: StatTable): Axes {
  const find = (pattern: RegExp) => table.dimensions.find((d) => pattern.test(d.id));
  const region = find(/^region$/i);
  const time = find(/^(tid|time|år)$/i);
  if (!region || !time)
    throw new Refusal(
      'Tabellen har inte kommuner och år som dimensioner (Region och Tid).',
      'Välj en annan tabell.',
    );
  return { region, time, sex: find(/^k[oö]n$/i) ?? null };
}

/** What is asked for of a dimension: all of sex, the choice of a person, or nothing where the table gives the total. */
function selectionOf(
  dimension: StatDimension,
  isSex: boolean,
  { chosen }: ScbQuestion,
): readonly { readonly variableCode: string; readonly valueCodes: readonly string[] }[] {
  const choice = chosen.get(dimension.id);
  if (choice !== undefined && !dimension.codes.includes(choice))
    throw new Refusal(
      `${dimension.id} har inget värde ”${choice}”.`,
      `Välj något av: ${dimension.codes.map((c) => `${c} (${dimension.label(c)})`).join(', ')}.`,
    );
  if (choice !== undefined) return [{ variableCode: dimension.id, valueCodes: [choice] }];
  if (isSex || dimension.codes.length === 1)
    return [{ variableCode: dimension.id, valueCodes: dimension.codes }];
  if (dimension.optional) return [];
  throw new Refusal(
    `Tabellen är också uppdelad på ${dimension.id}, och vi vet inte vilket värde som gäller.`,
    `Välj ett med --val ${dimension.id}=KOD: ${dimension.codes.map((c) => `${c} (${dimension.label(c)})`).join(', ')}.`,
  );
}

/** Regions and years cut so that no call asks for more than it may. */
function* parts(regions: readonly string[], years: readonly number[], pairs: number) {
  const width = Math.min(regions.length, pairs);
  const height = Math.max(1, Math.floor(pairs / width));
  for (let r = 0; r < regions.length; r += width)
    for (let y = 0; y < years.length; y += height)
      yield { regions: regions.slice(r, r + width), years: years.slice(y, y + height) };
}

type Collected = {
  readonly question: ScbQuestion;
  readonly values: Map<string, ImportedValue>;
  readonly leftOut: LeftOut;
};

function collect(table: StatTable, axes: Axes, { question, values, leftOut }: Collected): void {
  for (const { codes, value, status } of table.cells()) {
    const kod = must(codes[axes.region.id], 'code of the region');
    const ar = Number(codes[axes.time.id]);
    const sexCode = axes.sex ? codes[axes.sex.id] : undefined;
    const kon = sexCode === undefined || !axes.sex ? 'T' : sexOf(sexCode, axes.sex.label(sexCode));
    const id = idOf(question);
    if (kon === null) {
      leftOut.add(id, ar, kod, `kön ”${sexCode}” är okänt`);
      continue;
    }
    // A dash is nought in SCB's tables, but a gap is never made a nought by us.
    if (value === null && status !== null)
      leftOut.add(id, ar, kod, `tecknet ”${status}” i stället för ett värde`);
    values.set(`${kod}|${ar}|${kon}`, {
      indikator: id,
      kod,
      ar,
      kon,
      varde: value,
      saknas: value === null ? 'uppgift-saknas' : null,
    });
  }
}

function sexOf(code: string, label: string): Kon | null {
  const word = label.toLowerCase();
  if (code === '1' || word === 'män') return 'M';
  if (code === '2' || word === 'kvinnor') return 'K';
  return /^(1\+2|t|tot.*)$/i.test(code) || /totalt|båda/.test(word) ? 'T' : null;
}

/** Counts of women and men are added where the table has no total; that sum is ours, and says so. */
function batchOf(about: StatTable, client: HttpClient, { question, values, leftOut }: Collected): Batch {
  const counts = question.indikator === null || question.indikator.svarstyp === 'antal';
  const hasTotal = [...values.values()].some((v) => v.kon === 'T');
  const sums: ImportedValue[] = [];
  if (!hasTotal && counts)
    for (const women of values.values()) {
      const men = women.kon === 'K' ? values.get(`${women.kod}|${women.ar}|M`) : undefined;
      if (men && typeof women.varde === 'number' && typeof men.varde === 'number')
        sums.push({ ...women, kon: 'T', varde: women.varde + men.varde });
    }
  const all = [...sums, ...values.values()];
  const summed = sums.length > 0 ? egenBerakning('SCB') : 'SCB';
  const population = question.indikator === null ? populationsOf(all) : null;
  return {
    kalla: summed,
    values: population ? [] : all,
    ...(population && { folkmangder: population }),
    utelamnat: leftOut.list(),
    ...client.asked(),
    beskrivningar: {
      [idOf(question)]: { titel: about.title, beskrivning: question.table, publicerad: about.updated },
    },
    noter: [],
  };
}

/** The population of every year that the table has, oldest first. */
function populationsOf(values: readonly ImportedValue[]): readonly FolkmangdAr[] {
  const counts = values.flatMap((v) =>
    v.kon === 'T' && typeof v.varde === 'number' ? [{ kod: v.kod, ar: v.ar, antal: v.varde }] : [],
  );
  return [...Map.groupBy(counts, (c) => c.ar)]
    .map(([ar, list]) => ({ ar, antal: Object.fromEntries(list.map((c) => [c.kod, c.antal])) }))
    .sort((a, b) => a.ar - b.ar);
}
