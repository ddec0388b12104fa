import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { answeredYears } from '../../statistics/profile.ts';
import { placeName } from '../../text/places.ts';
import { NO_VALUES, valuesOf } from '../common/absent.ts';
import { anyExample, type DataScope, observationsIn } from '../common/scopes.ts';
import { LONG_COLUMNS, LONG_KEY, longRow } from './columns.ts';
import { COMMA, type DataColumn, type DataTable, SWEDISH_EXCEL } from './table.ts';

/** Every value of a scope, one a row, in both dialects. */
export function longTable(index: CatalogueIndex, scope: DataScope): DataTable {
  const values = observationsIn(index, scope.indikatorer);
  return {
    path: `data/${scope.slug}/observationer`,
    title: `${scope.titel}, alla år`,
    description: 'Varje värde på en rad, med skäl när det saknas.',
    group: scope.slug,
    example: anyExample(values),
    columns: LONG_COLUMNS,
    key: keyOf(values),
    rows: () => values.map(longRow),
    dialects: [COMMA, SWEDISH_EXCEL],
  };
}

/** Names for those who read the file without looking anything up. */
const NAMES: readonly DataColumn[] = [
  { name: 'namn', type: 'text', required: true, description: 'Platsens namn.' },
  { name: 'indikatornamn', type: 'text', required: true, description: 'Indikatorns korta namn.' },
  { name: 'enhet', type: 'text', required: true, description: 'Enhet för tal.' },
];

/** The same columns with names added, for some values. */
function namedTable(
  index: CatalogueIndex,
  values: readonly Observation[],
): Pick<DataTable, 'example' | 'columns' | 'key' | 'rows' | 'dialects'> {
  return {
    example: anyExample(values),
    columns: [...LONG_COLUMNS, ...NAMES],
    key: keyOf(values),
    rows: () =>
      values.map((o) => {
        const indicator = index.indikator(o.indikator);
        return [...longRow(o), placeName(index, o.kod), indicator?.kortnamn ?? '', indicator?.enhet ?? ''];
      }),
    dialects: [COMMA],
  };
}

/** One area's values of one year, for each year with a survey. */
export function yearTables(index: CatalogueIndex, scope: DataScope): readonly DataTable[] {
  return answeredYears(index, scope.slug).map((ar) => ({
    path: `data/${scope.slug}/${ar}`,
    title: `${scope.titel} ${ar}`,
    description: `Varje värde från ${ar} på en rad, med namn på plats och indikator och skäl när värdet saknas.`,
    group: scope.slug,
    ...namedTable(index, observationsIn(index, scope.indikatorer, ar)),
  }));
}

/** One indicator's values, all places and years. */
export function indicatorTable(index: CatalogueIndex, indicator: Indicator): DataTable {
  const values = valuesOf(index, indicator);
  return {
    path: `data/indikatorer/${indicator.id.toLowerCase()}`,
    title: indicator.titel,
    description:
      index.observationsOf(indicator.id).length === 0
        ? `${NO_VALUES} Filen säger skälet.`
        : 'Indikatorns värden för alla platser och år, med skäl när ett värde saknas.',
    group: 'indikator',
    about: indicator.id,
    ...namedTable(index, values),
  };
}

/** How many gave each answer, for values that several respondents stand behind: one answer a row. */
export function distributionTable(index: CatalogueIndex, scope: DataScope): DataTable {
  const values = observationsIn(index, scope.indikatorer).filter((o) => o.fordelning !== null);
  return {
    path: `data/${scope.slug}/fordelning`,
    title: `${scope.titel}, svarens fördelning`,
    description: 'Hur många kommuner och stadsdelar som gav varje svar, för riket, län och stadsdelsstäder.',
    group: scope.slug,
    example: anyExample(values),
    columns: [
      ...LONG_COLUMNS.slice(0, 5),
      { name: 'svar', type: 'text', required: true, description: 'Svarets ord.' },
      { name: 'antal', type: 'integer', required: true, description: 'Hur många som gav svaret.' },
      LONG_COLUMNS[9],
    ],
    key: values.every((o) => o.ar !== null) ? [...LONG_KEY, 'svar'] : [],
    rows: () =>
      values.flatMap((o) =>
        Object.entries(o.fordelning ?? {}).map(([svar, antal]) => [
          ...longRow(o).slice(0, 5),
          svar,
          antal,
          o.exempel,
        ]),
      ),
    dialects: [COMMA],
  };
}

const keyOf = (values: readonly Observation[]): readonly string[] =>
  values.every((o) => o.ar !== null) ? LONG_KEY : [];
