import { ABSENCE_BY_SIGN, type Absence } from '../../model/absence.ts';
import { answersOf } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kon } from '../../model/observation.ts';
import type { ImportedValue, LeftOut } from '../batch.ts';
import type { AnswerCodes } from '../coding.ts';
import type { KoladaRow } from './schema.ts';

/** One KPI as it is read: our indicator, and what its numbers mean each year (null for numbers that are numbers). */
export type KpiReading = {
  readonly kpi: string;
  readonly indicator: Indicator;
  readonly codes: ((ar: number) => AnswerCodes | string) | null;
};

/** Kolada's own figure of riket, to be held against what we compute. */
export type RiketFigure = { readonly kpi: string; readonly ar: number; readonly value: number };

const SEXES: ReadonlySet<string> = new Set<Kon>(['T', 'K', 'M']);
const RIKET_CODE = '0000';
const REGION = /^(00)?\d{2}$/;

/** Collects rows into values, page by page. */
export type KoladaValues = {
  readonly take: (rows: readonly KoladaRow[]) => void;
  readonly values: () => readonly ImportedValue[];
  readonly riket: readonly RiketFigure[];
  /** KPIs whose numbers do not fit their coding, with the reason: nothing of them may be used. */
  readonly refused: ReadonlyMap<string, string>;
};

/**
 * @param readings by Kolada's id
 * @param kommuner the kommunkoder that we know
 * @param years the years that were asked for
 */
export function collectFigures(
  readings: ReadonlyMap<string, KpiReading>,
  kommuner: ReadonlySet<string>,
  years: ReadonlySet<number>,
  leftOut: LeftOut,
): KoladaValues {
  const values = new Map<string, ImportedValue>();
  const riket: RiketFigure[] = [];
  const refused = new Map<string, string>();

  // The first reason is the one that a person can look up.
  const refuse = (kpi: string, reason: string) => {
    if (!refused.has(kpi)) refused.set(kpi, reason);
  };

  function take(rows: readonly KoladaRow[]): void {
    for (const row of rows) {
      const reading = readings.get(row.kpi);
      if (!reading || !years.has(row.period)) continue;
      if (row.municipality === RIKET_CODE) takeRiket(row, riket);
      else if (kommuner.has(row.municipality)) takeKommun(row, reading);
      else if (!REGION.test(row.municipality))
        leftOut.add(
          reading.indicator.id,
          row.period,
          row.municipality,
          'koden är ingen kommun i referens/kommuner.csv',
        );
    }
  }

  function takeKommun(row: KoladaRow, reading: KpiReading): void {
    const { indicator } = reading;
    for (const cell of row.values) {
      if (!SEXES.has(cell.gender)) {
        leftOut.add(indicator.id, row.period, row.municipality, `kön ”${cell.gender}” är okänt`);
        continue;
      }
      const kon = cell.gender as Kon;
      if (indicator.typ === 'enkat' && kon !== 'T') continue;
      const { varde, saknas } = read(row, cell, reading);
      const key = `${indicator.id}|${row.municipality}|${row.period}|${kon}`;
      const before = values.get(key);
      if (before && (before.varde !== varde || before.saknas !== saknas))
        refuse(row.kpi, `två olika värden för ${row.municipality} ${row.period}`);
      values.set(key, { indikator: indicator.id, kod: row.municipality, ar: row.period, kon, varde, saknas });
    }
  }

  function read(
    row: KoladaRow,
    cell: KoladaRow['values'][number],
    { kpi, indicator, codes }: KpiReading,
  ): { readonly varde: number | string | null; readonly saknas: Absence | null } {
    if (cell.isdeleted === true) {
      leftOut.add(indicator.id, row.period, row.municipality, 'uppgiften är borttagen i Kolada');
      return { varde: null, saknas: 'uppgift-saknas' };
    }
    const absent = absenceOf(cell.status, indicator);
    if (cell.value === null || cell.value === undefined)
      return { varde: null, saknas: absent ?? 'uppgift-saknas' };
    if (codes === null) return { varde: cell.value, saknas: null };
    const known = codes(row.period);
    if (typeof known === 'string') {
      refuse(kpi, known);
      return { varde: null, saknas: 'uppgift-saknas' };
    }
    const answer = known.get(cell.value);
    if (answer === undefined) {
      const stated = [...known].map(([number, word]) => `${word}=${number}`).join(', ');
      refuse(
        kpi,
        `värdet ${cell.value} (${row.municipality}, ${row.period}) finns inte i kodningen ${stated}`,
      );
      return { varde: null, saknas: 'uppgift-saknas' };
    }
    return { varde: answer, saknas: null };
  }

  return { take, riket, refused, values: () => [...values.values()] };
}

function takeRiket(row: KoladaRow, riket: RiketFigure[]): void {
  for (const { gender, value, isdeleted } of row.values)
    if (gender === 'T' && typeof value === 'number' && isdeleted !== true)
      riket.push({ kpi: row.kpi, ar: row.period, value });
}

/**
 * Our reason for a status: `..` is Kolada's sign for secrecy. In a register nobody was asked, so what Kolada calls
 * bortfall is a figure that the source lacks; in a survey a respondent has answered or not, and no answer is secret.
 */
function absenceOf(status: string, indicator: Indicator): Absence | null {
  const sign = status.trim().toLowerCase();
  if (sign === '') return null;
  const survey = indicator.typ === 'enkat';
  if (sign === '..') return survey ? 'uppgift-saknas' : 'skyddad';
  const reason = ABSENCE_BY_SIGN.get(sign) ?? 'uppgift-saknas';
  if (survey) return reason === 'bortfall' ? reason : 'uppgift-saknas';
  return reason === 'bortfall' ? 'uppgift-saknas' : reason;
}

/** True when the values of an indicator are words that Kolada writes as numbers. */
export const isCoded = (indicator: Indicator) =>
  answersOf(indicator.svarstyp, indicator.kategorier).length > 0;
