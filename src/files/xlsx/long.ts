import { hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import { type Niva, RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { SHARE_BASE } from '../../text/base.ts';
import { placeName } from '../../text/places.ts';
import { anyExample } from '../common/scopes.ts';
import {
  type Sheet,
  type SheetCell,
  type SheetColumn,
  sheetColumn,
  valueCells,
  withoutEmpty,
} from './sheet.ts';
import { SIGNS } from './year.ts';

/** The sheet's name for each level. */
const LEVEL_SHEET: Readonly<Record<Niva, string>> = {
  riket: 'Riket',
  lan: 'Län',
  kommun: 'Kommun',
  stadsdel: 'Stadsdelar',
};

const COLUMNS: readonly SheetColumn[] = [
  sheetColumn('Id', 11),
  sheetColumn('Indikator', 40, 'wrap'),
  sheetColumn('Område', 20),
  sheetColumn('Kod', 12),
  sheetColumn('Plats', 22),
  sheetColumn('År', 8, 'year'),
  sheetColumn('Kön', 7, 'svar'),
  sheetColumn('Värde', 14),
  sheetColumn('Skäl', 15, 'reason'),
  sheetColumn('Enhet', 14),
  sheetColumn('Svarande', 10, 'tal0'),
  sheetColumn('Tillfrågade', 11, 'tal0'),
  sheetColumn('Exempeldata', 13, 'svar'),
];

/** What a place's values stand beside: the same value for län and riket. */
const COMPARED: readonly SheetColumn[] = [
  sheetColumn('Länet', 12),
  sheetColumn('Länet skäl', 15, 'reason'),
  sheetColumn('Länet svarande', 10, 'tal0'),
  sheetColumn('Riket', 12),
  sheetColumn('Riket skäl', 15, 'reason'),
  sheetColumn('Riket svarande', 10, 'tal0'),
];

const SOURCE = sheetColumn('Källa', 42, 'wrap');
/** Only where some value has a remark of its own. */
const REMARK = sheetColumn('Anmärkning', 42, 'wrap');

type Compared = 'lan-och-riket' | 'riket' | 'inget';

/** Values of one level, and what they stand beside. */
export type LongSheet = {
  readonly title: string;
  readonly niva: Niva;
  readonly values: readonly Observation[];
  readonly compared?: Compared;
};

/** Values of one level, one a row, ready for filters and pivot tables. */
export function longSheet(
  index: CatalogueIndex,
  { title, niva, values, compared = 'inget' }: LongSheet,
): Sheet {
  const remarked = values.some((o) => o.not !== null);
  const beside = compared === 'lan-och-riket' ? COMPARED : compared === 'riket' ? COMPARED.slice(3) : [];
  const columns = [...COLUMNS, ...beside, SOURCE, ...(remarked ? [REMARK] : [])];
  const rows = values.map((o) => [...longRow(index, o, compared), ...(remarked ? [o.not] : [])]);
  return {
    name: LEVEL_SHEET[niva],
    title,
    example: anyExample(values),
    note: `Ett värde på varje rad. ${SHARE_BASE}. ${SIGNS}`,
    fixed: 2,
    ...withoutEmpty(columns, rows),
    empty: niva === 'stadsdel' ? 'Inga stadsdelar har svarat för sig.' : 'Inga värden är publicerade.',
  };
}

function longRow(index: CatalogueIndex, o: Observation, compared: Compared): Sheet['rows'][number] {
  const indicator = index.indikator(o.indikator);
  if (!indicator) throw new Error(`${o.indikator} is not in the catalogue`);
  const share = (kod: string): readonly (SheetCell | number | null)[] => {
    const other = index.observation(o.indikator, kod, o.ar, o.kon);
    return [...valueCells(indicator, other, o.ar), other?.svarande ?? null];
  };
  return [
    o.indikator,
    indicator.kortnamn,
    index.omrade(indicator.omrade)?.kortnamn ?? null,
    o.kod,
    placeName(index, o.kod),
    o.ar ?? { value: 'okänt', style: 'absent' },
    o.kon,
    ...valueCells(indicator, o, o.ar),
    hasAnswers(indicator) && typeof o.varde === 'string' ? 'svar' : indicator.enhet,
    o.svarande,
    o.tillfragade,
    o.exempel ? 'ja' : 'nej',
    ...(compared === 'lan-och-riket' ? share(o.kod.slice(0, 2)) : []),
    ...(compared === 'inget' ? [] : share(RIKET)),
    o.kalla ?? indicator.kalla,
  ];
}
