import type { Indicator } from '../model/indicator.ts';
import type { Utelamnat } from '../model/inlasning.ts';
import { cappedList } from '../text/lists.ts';
import { formatYears } from '../text/numbers.ts';
import { type Batch, type ImportedValue, LeftOut } from './batch.ts';
import { type DataFolder, valuePath } from './folder.ts';
import { withEditions, withYears } from './layout/definitions.ts';
import { type PlannedEdition, plannedEdition } from './layout/editions.ts';
import { enkatText } from './layout/enkat.ts';
import { inventoryFiles } from './layout/inventering.ts';
import { populationFiles } from './layout/population.ts';
import { recordText } from './layout/record.ts';
import { registerText } from './layout/register.ts';
import type { FileChange } from './stage.ts';

/** Everything an import will do, before it does it. */
export type Plan = {
  readonly changes: readonly FileChange[];
  /** One line a thing that is written, in Swedish. */
  readonly skrivs: readonly string[];
  readonly utelamnat: readonly Utelamnat[];
  readonly noter: readonly string[];
};

type Writing = { readonly path: string; readonly text: string };

/** Turns what a source gave into files of our layout. Pure: nothing is written. */
export function planOf(folder: DataFolder, batch: Batch): Plan {
  const leftOut = new LeftOut();
  const indicators = new Map(
    [...new Set(batch.values.map((v) => v.indikator))].flatMap((id) => {
      const indicator = folder.indikator(id);
      return indicator ? [[id, indicator] as const] : [];
    }),
  );
  const byFile = Map.groupBy(batch.values, (v) => pathOf(indicators, v));
  const skrivs: string[] = [];
  const writings: Writing[] = [];
  const records: { readonly csv: Writing; readonly values: readonly ImportedValue[] }[] = [];
  const editions = new Map<string, PlannedEdition[]>();
  for (const [path, values] of [...byFile].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const indicator = values[0] && indicators.get(values[0].indikator);
    if (!indicator) continue;
    const text =
      indicator.typ === 'enkat'
        ? planEnkat(folder, batch, { path, values, indicator, leftOut, editions })
        : planRegister(folder, batch, { path, values, indicator, skrivs });
    writings.push({ path, text });
    records.push({ csv: { path, text }, values });
    for (const line of linesOf(path, values)) skrivs.push(line);
  }
  const utelamnat = [...batch.utelamnat, ...leftOut.list()];
  if (batch.folkmangder) {
    for (const { ar, antal } of batch.folkmangder)
      skrivs.push(`referens/folkmangd.csv: folkmängd ${ar} för ${Object.keys(antal).length} kommuner`);
    writings.push(...populationFiles(folder, batch, batch.folkmangder));
  }
  if (batch.svar) {
    for (const { fil, kod, ar, uppgift, varde } of batch.svar)
      skrivs.push(`${fil}: ${kod} ${ar}, ${uppgift}: ${varde}`);
    writings.push(...inventoryFiles(folder, batch, batch.svar));
  }
  writings.push(...definitions(folder, batch, indicators, editions));
  for (const { csv, values } of records)
    writings.push(recordText(folder, csv, { ...batch, utelamnat }, values));
  return {
    changes: writings
      .filter(({ path, text }) => !sameAs(folder.files.get(path), text))
      .map(({ path, text }) => ({ path, content: new TextEncoder().encode(text) })),
    skrivs: [...skrivs, ...editionLines(editions)],
    utelamnat,
    noter: batch.noter,
  };
}

const pathOf = (indicators: ReadonlyMap<string, Indicator>, v: ImportedValue) => {
  const indicator = indicators.get(v.indikator);
  return indicator ? valuePath(indicator, v.ar) : '';
};

const sameAs = (bytes: Uint8Array | undefined, text: string) =>
  bytes !== undefined && Buffer.from(bytes).equals(Buffer.from(text));

function planEnkat(
  folder: DataFolder,
  batch: Batch,
  {
    path,
    values,
    indicator,
    leftOut,
    editions,
  }: {
    readonly path: string;
    readonly values: readonly ImportedValue[];
    readonly indicator: Indicator;
    readonly leftOut: LeftOut;
    readonly editions: Map<string, PlannedEdition[]>;
  },
): string {
  const ar = values[0]?.ar ?? 0;
  const planned = plannedEdition(folder, indicator.omrade, ar, { kalla: batch.kalla, values });
  editions.set(indicator.omrade, [...(editions.get(indicator.omrade) ?? []), planned]);
  return enkatText(
    {
      edition: planned.edition,
      referens: folder.catalogue.referens,
      questions: planned.questions,
      existing: folder.files.get(path) ?? null,
      values,
    },
    leftOut,
  );
}

function planRegister(
  folder: DataFolder,
  batch: Batch,
  {
    path,
    values,
    indicator,
    skrivs,
  }: {
    readonly path: string;
    readonly values: readonly ImportedValue[];
    readonly indicator: Indicator;
    readonly skrivs: string[];
  },
): string {
  const existing = folder.files.get(path) ?? null;
  const { text, replaced, yearless } = registerText(
    { indicator, existing, kalla: batch.kalla },
    folder.catalogue.referens.kommuner,
    values,
  );
  if (replaced > 0) skrivs.push(`${path}: ${replaced} rader ersätts`);
  if (yearless > 0) skrivs.push(`${path}: ${yearless} rader utan år ersätts av värden med år`);
  return text;
}

/** What a file gets, a line an indicator. */
function linesOf(path: string, values: readonly ImportedValue[]): readonly string[] {
  return [...Map.groupBy(values, (v) => v.indikator)].map(([id, group]) => {
    const present = group.filter((v) => v.varde !== null).length;
    const absent = group.length - present;
    const years = yearRanges(group.map((v) => v.ar));
    return `${path}: ${id} ${years}, ${present} värden${absent > 0 ? ` och ${absent} utan uppgift` : ''}`;
  });
}

/** `2016–2018, 2020`. */
function yearRanges(years: readonly number[]): string {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const starts = sorted.filter((ar) => !sorted.includes(ar - 1));
  const ends = sorted.filter((ar) => !sorted.includes(ar + 1));
  return starts.map((from, i) => formatYears(from, ends[i] ?? from)).join(', ');
}

const editionLines = (editions: ReadonlyMap<string, readonly PlannedEdition[]>) =>
  [...editions].flatMap(([omrade, list]) =>
    list.map(({ edition, isNew }) => {
      const kind = edition.exempel
        ? `riktiga svar på ${edition.verkliga.length === 1 ? '1 fråga' : `${edition.verkliga.length} frågor`}, exempeldata på resten`
        : 'bara riktiga svar';
      const assumed = isNew ? `. Ny utgåva, referensdatum antaget ${edition.referensdatum}` : '';
      return `omraden/${omrade}/omrade.json: utgåvan ${edition.ar} (${edition.version}), ${kind}${assumed}`;
    }),
  );

/** `indikatorer.json` with the new years, and `omrade.json` with the editions, of every area concerned. */
function definitions(
  folder: DataFolder,
  batch: Batch,
  indicators: ReadonlyMap<string, Indicator>,
  editions: ReadonlyMap<string, readonly PlannedEdition[]>,
): readonly Writing[] {
  const years = new Map<string, Set<number>>();
  for (const { indikator, ar } of batch.values)
    years.set(indikator, (years.get(indikator) ?? new Set()).add(ar));
  const areas = [...new Set([...indicators.values()].map((i) => i.omrade))].sort();
  return areas.flatMap((omrade) => {
    const indikatorer = `omraden/${omrade}/indikatorer.json`;
    const own = folder.files.get(indikatorer);
    const area = folder.files.get(`omraden/${omrade}/omrade.json`);
    const planned = editions.get(omrade)?.map((p) => p.edition) ?? [];
    return [
      ...(own ? [{ path: indikatorer, text: withYears(own, years) }] : []),
      ...(area && planned.length > 0
        ? [{ path: `omraden/${omrade}/omrade.json`, text: withEditions(area, planned) }]
        : []),
    ];
  });
}

/** At most so many codes or files are named on one line; the record beside each file has all codes. */
const NAMED = 12;

/** The plan as a person reads it before anything is written. */
export function planText({ skrivs, utelamnat, noter, changes }: Plan): string {
  const groups = Map.groupBy(utelamnat, (u) => `${u.indikator}|${u.skal}`);
  const left = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const koder = [...new Set(group.flatMap((u) => u.koder))].sort();
    const years = yearRanges(group.flatMap((u) => u.ar ?? []));
    const where = koder.length > 0 ? `, ${cappedList(koder, NAMED)}` : '';
    return [`  ${`${first.indikator ?? 'allt'} ${years}`.trim()}${where}: ${first.skal}`];
  });
  return [
    'Det här skrivs:',
    ...(skrivs.length > 0 ? skrivs.map((s) => `  ${s}`) : ['  ingenting']),
    'Det här passade inte:',
    ...(left.length > 0 ? left : ['  inget']),
    ...(noter.length > 0 ? ['Att veta:', ...noter.map((n) => `  ${n}`)] : []),
    `Filer som ändras: ${
      changes.length === 0
        ? 'inga, allt står redan så'
        : cappedList(
            changes.map((c) => c.path),
            NAMED,
          )
    }`,
  ].join('\n');
}
