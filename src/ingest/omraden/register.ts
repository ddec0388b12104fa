import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { observationOf } from '../../model/observation.ts';
import { cellAt } from '../../model/pieces.ts';
import type { Place } from '../../model/rulebook.ts';
import { type Reasons, reasonsFor } from '../cells/absence.ts';
import { checkName, type Places } from '../cells/place.ts';
import { checkText, reportForeign } from '../cells/text.ts';
import { type CellValue, valueColumn, valueOfCell } from '../cells/value.ts';
import type { ColumnAt, Columns } from '../csv/header.ts';
import { orNull } from '../csv/records.ts';
import { readTable } from '../csv/table.ts';
import { didYouMean } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import type { Reading, Source } from '../source.ts';
import { BIDRAG_COLUMNS, bidragReader } from './bidrag.ts';
import { keyColumns, keyed } from './register-keys.ts';

export const REGISTER_COLUMNS: Columns = {
  required: ['kod', 'ar', 'kon', 'varde', 'saknas'],
  optional: ['kalla', 'not', ...BIDRAG_COLUMNS],
  // The name shows that a row has not slipped, when codes and values were put together from two lists.
  anywhere: ['kommun'],
};

/** Reads `register/<id>.csv`: one row a value; the rows come out sorted by year, level, code and sex. */
export function readRegister(
  reading: Reading,
  source: Source,
  indicator: Indicator,
  places: Places,
): readonly Observation[] {
  const { file } = source;
  const { report } = reading;
  const columns = keyColumns(indicator, places);
  const observations = keyed<Observation>(columns.place.size * columns.year.size * columns.sex.size);
  readTable(reading, source, REGISTER_COLUMNS, (at) => {
    const kodAt = at.get('kod');
    const arAt = at.get('ar');
    const konAt = at.get('kon');
    const kallaAt = at.get('kalla');
    const notAt = at.get('not');
    const kommunAt = at.get('kommun');
    const readValue = valueReader(file, at, indicator, report);
    const readBidrag = bidragReader(file, at, indicator, report);
    // Runs a million times in the largest files: a valid cell costs one look-up, and nothing is allocated but
    // the observation.
    return (fields, row) => {
      const kod = cellAt(fields, kodAt);
      const ar = cellAt(fields, arAt);
      const kon = cellAt(fields, konAt);
      const where =
        columns.place.read(kod) ?? columns.place.explain({ file, row, column: 'kod' }, kod, report);
      const when = columns.year.read(ar) ?? columns.year.explain({ file, row, column: 'ar' }, ar, report);
      const who = columns.sex.read(kon) ?? columns.sex.explain({ file, row, column: 'kon' }, kon, report);
      const value = readValue(fields, row);
      const kalla = cellAt(fields, kallaAt);
      const not = cellAt(fields, notAt);
      if (kalla !== '') checkText({ file, row, column: 'kalla' }, kalla, report);
      if (not !== '') checkText({ file, row, column: 'not' }, not, report);
      if (where && kommunAt !== undefined)
        checkName({ file, row, column: 'kommun' }, cellAt(fields, kommunAt), where.value, { places, report });
      if (!where || !when || !who) return;
      const { slut } = where.value;
      if (slut !== undefined && when.value !== null && when.value > slut.ar)
        reportFormer({ file, row, column: 'kod', value: kod }, where.value.namn, slut, report);
      const key = (when.index * columns.place.size + where.index) * columns.sex.size + who.index;
      const before = observations.lineOf(key);
      if (before > 0) {
        reportDuplicate({ file, row, column: 'kod', value: kod }, `${kod} ${ar} ${kon}`, before, report);
        return;
      }
      if (value === null) {
        observations.put(key, row, null);
        return;
      }
      const { kod: place, niva } = where.value;
      const known = observationOf(valueOfCell(value), {
        indikator: indicator.id,
        kod: place,
        niva,
        ar: when.value,
        kon: who.value,
        ursprung: { fil: file, rad: row },
        kalla: orNull(kalla),
        not: orNull(not),
      });
      const bidrag = readBidrag?.(fields, row);
      observations.put(key, row, bidrag === undefined ? known : { ...known, bidrag });
    };
  });
  return observations.inOrder();
}

function reportFormer(
  place: Place,
  namn: string,
  { ar, blev }: { readonly ar: number; readonly blev: string },
  report: IngestReport,
): void {
  report(
    'kommunkod-nedlagd',
    place,
    `${namn} fanns till och med ${ar}.`,
    blev === '' ? 'Slå upp kommunens kod i referens/kommuner.csv.' : `Menade du ${blev}?`,
  );
}

function reportDuplicate(place: Place, what: string, before: number, report: IngestReport): void {
  report('dubblett', place, `${what} står redan på rad ${before}.`, 'Ta bort den ena raden.');
}

/** Reads the two columns `varde` and `saknas`, of which a row fills in one. Null, with a finding, when neither holds. */
function valueReader(file: string, at: ColumnAt, indicator: Indicator, report: IngestReport) {
  const vardeAt = at.get('varde');
  const saknasAt = at.get('saknas');
  const values = valueColumn(indicator);
  const reasons = reasonsFor(indicator);
  return (fields: readonly string[], row: number): CellValue | null => {
    const text = cellAt(fields, vardeAt);
    const reason = cellAt(fields, saknasAt);
    if (reason === '')
      return values.read(text) ?? values.explain({ file, row, column: 'varde' }, text, report);
    const place = { file, row, column: 'saknas' };
    const saknas = reasons.bySign.get(reason.trim().toLowerCase()) ?? null;
    if (saknas === null) explainReason(place, reason, reasons, report);
    if (text !== '')
      report(
        'varde-och-saknas',
        { file, row, column: 'varde', value: text },
        `Raden har både värdet ”${text}” och skälet ”${reason}”.`,
        'Ta bort det som inte gäller.',
      );
    return saknas;
  };
}

function explainReason(place: Place, text: string, reasons: Reasons, report: IngestReport): void {
  if (!reasons.explain(place, text, report) && !reportForeign(place, text, report))
    report(
      'saknas-ogiltigt',
      { ...place, value: text },
      `”${text}” är inte ett skäl till att ett värde saknas.`,
      didYouMean(text, [...reasons.bySign.keys()]),
    );
}
