import type { Observation } from '../../model/observation.ts';
import { filled, maybe } from './dictionary.ts';
import type { DataColumn, DataRow } from './table.ts';

/** The columns of every long file, in their order. The names are those of the API. */
export const LONG_COLUMNS: readonly DataColumn[] = [
  filled('indikator'),
  filled('kod'),
  filled('niva'),
  maybe('ar'),
  filled('kon'),
  maybe('varde'),
  maybe('saknas'),
  maybe('svarande'),
  maybe('tillfragade'),
  filled('exempel'),
  maybe('kalla'),
  maybe('not'),
];

/** What tells two values apart; only when every value has a year. */
export const LONG_KEY = ['indikator', 'kod', 'ar', 'kon'] as const;

/** An observation as a row of `LONG_COLUMNS`. */
export function longRow(o: Observation): DataRow {
  const { indikator, kod, niva, ar, kon, varde, saknas, svarande, tillfragade, exempel, kalla, not } = o;
  return [indikator, kod, niva, ar, kon, varde, saknas, svarande, tillfragade, exempel, kalla, not];
}
