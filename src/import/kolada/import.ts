import type { Inlasning } from '../../model/inlasning.ts';
import { must } from '../../model/must.ts';
import { Refusal } from '../../refusal.ts';
import { type Batch, LeftOut } from '../batch.ts';
import { type AnswerCodes, answerCodes } from '../coding.ts';
import { type DataFolder, valuePath } from '../folder.ts';
import type { HttpClient } from '../http/client.ts';
import { eachPage, inCalls } from './pages.ts';
import { riketNotes } from './riket.ts';
import { FigureRow, type KoladaKpi, Kpi } from './schema.ts';
import { collectFigures, isCoded, type KpiReading } from './values.ts';

export const KOLADA_URL = 'https://api.kolada.se/v3';
const ROWS_A_PAGE = 5000;

export type KoladaQuestion = {
  readonly kpis: readonly string[];
  readonly years: readonly number[];
  readonly baseUrl: string;
  /** Codings that a person has confirmed, by Kolada's id; they go before the title's. */
  readonly confirmed: ReadonlyMap<string, AnswerCodes>;
  /** KPIs whose changed title or description a person has read and accepted. */
  readonly accepted: ReadonlySet<string>;
};

/**
 * Asks Kolada for KPIs and years and reads the answers in our terms.
 * @throws Refusal when a KPI's meaning has changed since the last import, or nothing is left to write
 */
export async function importKolada(
  folder: DataFolder,
  client: HttpClient,
  question: KoladaQuestion,
): Promise<Batch> {
  const leftOut = new LeftOut();
  const base = question.baseUrl.replace(/\/+$/, '');
  const wanted = [...new Set(question.kpis)].filter((kpi) => {
    const known = folder.byKolada(kpi) !== undefined;
    if (!known) leftOut.add(kpi, null, null, 'indikatorn finns inte i någon indikatorer.json');
    return known;
  });
  const described = await describe(client, base, wanted);
  const readings = new Map<string, KpiReading>();
  for (const kpi of wanted) {
    const indicator = folder.byKolada(kpi);
    const about = described.get(kpi);
    if (!indicator) continue;
    if (!about) leftOut.add(indicator.id, null, null, `Kolada känner inte till ${kpi}`);
    else {
      stopIfChanged(folder, question, about, kpi);
      readings.set(kpi, {
        kpi,
        indicator,
        codes: isCoded(indicator) ? codesFor(question, indicator, about) : null,
      });
    }
  }
  const collected = collectFigures(
    readings,
    new Set(folder.catalogue.referens.kommuner.map((k) => k.kod)),
    new Set(question.years),
    leftOut,
  );
  for (const ids of inCalls([...readings.keys()]))
    for (const years of inCalls(question.years)) {
      const url = `${base}/data/kpi/${ids.join(',')}/year/${years.join(',')}?per_page=${ROWS_A_PAGE}`;
      await eachPage(client, url, FigureRow, collected.take);
    }
  const refusedIds = new Set<string>();
  for (const [kpi, reason] of collected.refused) {
    const id = readings.get(kpi)?.indicator.id ?? kpi;
    refusedIds.add(id);
    leftOut.add(id, null, null, `${reason}. Stämmer det, så bekräfta med --kodning ${kpi}:1=ja,0=nej`);
  }
  const values = collected.values().filter((v) => !refusedIds.has(v.indikator));
  const whole = [...readings.values()].map((r) => r.indicator.id).filter((id) => !refusedIds.has(id));
  reportEmpty(whole, question.years, values, leftOut);
  const utelamnat = leftOut.list();
  if (values.every((v) => v.varde === null))
    throw new Refusal(
      `Kolada gav inga värden att skriva. ${utelamnat.map((u) => `${[u.indikator ?? [], u.ar ?? []].flat().join(' ')}: ${u.skal}`).join('. ')}`,
      'Kontrollera nyckeltalen och åren.',
    );
  return {
    kalla: 'Kolada',
    values,
    utelamnat,
    ...client.asked(),
    beskrivningar: descriptions(readings, described),
    noter: riketNotes(folder.catalogue.referens, readings, collected.riket, values),
  };
}

async function describe(
  client: HttpClient,
  base: string,
  kpis: readonly string[],
): Promise<ReadonlyMap<string, KoladaKpi>> {
  const described = new Map<string, KoladaKpi>();
  for (const ids of inCalls(kpis))
    await eachPage(client, `${base}/kpi/${ids.join(',')}`, Kpi, (rows) => {
      for (const row of rows) described.set(row.id, row);
    });
  return described;
}

function codesFor(question: KoladaQuestion, indicator: KpiReading['indicator'], about: KoladaKpi) {
  const confirmed = question.confirmed.get(about.id);
  const byYear = new Map<number, AnswerCodes | string>();
  return (ar: number): AnswerCodes | string => {
    const known = confirmed ?? byYear.get(ar) ?? answerCodes(indicator, about.title, ar);
    byYear.set(ar, known);
    return known;
  };
}

/** A KPI that says something else than the last time may mean something else: a person must have seen it. */
function stopIfChanged(folder: DataFolder, question: KoladaQuestion, about: KoladaKpi, kpi: string): void {
  const indicator = folder.byKolada(kpi);
  if (!indicator || question.accepted.has(kpi)) return;
  const before = question.years
    .concat(indicator.ar)
    .flatMap((ar) => folder.inlast(valuePath(indicator, ar))?.inlasningar ?? [])
    .flatMap((i) => i.beskrivningar[kpi] ?? [])
    .at(-1);
  if (!before) return;
  const now = { titel: about.title, beskrivning: about.description };
  for (const [key, name] of [
    ['titel', 'Titeln'],
    ['beskrivning', 'Beskrivningen'],
  ] as const)
    if (before[key] !== now[key])
      throw new Refusal(
        `${name} för ${kpi} har ändrats sedan den förra inläsningen.\n  Då: ${before[key]}\n  Nu: ${now[key]}`,
        `Läs båda. Betyder måttet något annat nu: skriv ett brott i indikatorer.json. Kör sedan igen med --godkann ${kpi}.`,
      );
}

function reportEmpty(
  ids: readonly string[],
  years: readonly number[],
  values: Batch['values'],
  leftOut: LeftOut,
): void {
  const found = new Set(values.map((v) => `${v.indikator}|${v.ar}`));
  for (const id of ids)
    for (const ar of years)
      if (!found.has(`${id}|${ar}`))
        leftOut.add(id, ar, null, 'källan har inga uppgifter om kommuner för året');
}

function descriptions(
  readings: ReadonlyMap<string, KpiReading>,
  described: ReadonlyMap<string, KoladaKpi>,
): Inlasning['beskrivningar'] {
  return Object.fromEntries(
    [...readings.keys()].sort().map((kpi) => {
      const about = must(described.get(kpi), `description of ${kpi}`);
      return [
        kpi,
        {
          titel: about.title,
          beskrivning: about.description,
          publicerad: about.publication_date ?? null,
        },
      ];
    }),
  );
}
