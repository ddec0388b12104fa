import { ReferensKallor } from '../../model/kommun.ts';
import { readJson, validate } from '../json/read.ts';
import { type Reading, required } from '../source.ts';

/** Reads `referens/kallor.json`: day and source of the inhabitants, year and source of the groups. */
export function readKallor(reading: Reading): ReferensKallor | null {
  const source = required(reading, 'referens/kallor.json');
  const json = source && readJson(source, reading.report);
  return json && validate(json, [], ReferensKallor, reading.report);
}
