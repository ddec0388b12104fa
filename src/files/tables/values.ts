import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import type { Observation } from '../../model/observation.ts';
import { answeredYears } from '../../statistics/profile.ts';
import { placeName } from '../../text/places.ts';
import { NO_VALUES, valuesOf } from '../common/absent.ts';
import { type DataScope, observationsIn } from '../common/scopes.ts';
import { factsOfAll, factsOfIndicator, type ValueFacts, yearHasExample } from '../common/value-facts.ts';
import { LONG_COLUMNS, LONG_KEY, longRow } from './columns.ts';
import { filled } from './dictionary.ts';
import { COMMA, type DataColumn, type DataRow, type DataTable, SWEDISH_EXCEL } from './table.ts';

/** Every value of a scope, one a row: as data, and for who opens it in Excel by a double click. */
export function longTables(index: CatalogueIndex, scope: DataScope): readonly DataTable[] {
  const values = () => observationsIn(index, scope.indikatorer);
  const facts = factsOfAll(index, scope.indikatorer);
  const common = {
    group: scope.slug,
    example: facts.exempel,
    title: `${scope.titel}, alla år`,
  };
  return [
    {
      ...common,
      path: `data/${scope.slug}/observationer`,
      description: 'Varje värde på en rad, med skäl när det saknas.',
      columns: LONG_COLUMNS,
      key: keyOf(facts),
      rows: () => values().map(longRow),
      dialect: COMMA,
    },
    {
      ...common,
      path: `data/${scope.slug}/observationer`,
      description:
        'Varje värde på en rad, med namn. Platsens kod och namn står ihop, så att Excel inte tar bort nollan i 0114. Ska du räkna vidare: ta arbetsboken i Excel-format.',
      columns: EXCEL_COLUMNS,
      key: keyOf(facts).map((name) => (name === 'kod' ? 'plats' : name)),
      rows: () => {
        const names = namesIn(index);
        return values().map((o) => excelRow(names, o));
      },
      dialect: SWEDISH_EXCEL,
    },
  ];
}

/**
 * Excel reads a field of digits as a number when a CSV file is opened by a double click, quoted or not, and 0114 becomes
 * 114. A code with its name beside it in the same field stays a text, and sorts and filters by code.
 */
const EXCEL_COLUMNS: readonly DataColumn[] = [
  filled('plats'),
  filled('indikatornamn'),
  ...LONG_COLUMNS.filter((c) => c.name !== 'kod'),
  filled('enhet'),
];

function excelRow(names: Names, o: Observation): DataRow {
  const { kortnamn, enhet } = names.indicator(o.indikator);
  const [indikator, , ...rest] = longRow(o);
  return [`${o.kod} ${names.place(o.kod)}`, kortnamn, indikator ?? null, ...rest, enhet];
}

/** What stands beside values in words. */
type Names = {
  readonly place: (kod: string) => string;
  readonly indicator: (id: string) => Pick<Indicator, 'kortnamn' | 'enhet'>;
};

/** The names of a table: of forty thousand values, some hundreds, so each is looked up once. */
const namesIn = (index: CatalogueIndex): Names => ({
  place: onceEach((kod) => placeName(index, kod)),
  indicator: onceEach((id) => must(index.indikator(id), `indicator ${id}`)),
});

/** The same function, which is asked once for each text. */
function onceEach<T>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    const known = found.get(text) ?? find(text);
    found.set(text, known);
    return known;
  };
}

/** The same columns with names added, for some values; they are read when their rows are asked for. */
function namedTable(
  index: CatalogueIndex,
  facts: ValueFacts,
  values: () => readonly Observation[],
): Pick<DataTable, 'example' | 'columns' | 'key' | 'rows' | 'dialect'> {
  return {
    example: facts.exempel,
    columns: [...LONG_COLUMNS, filled('namn'), filled('indikatornamn'), filled('enhet')],
    key: keyOf(facts),
    rows: () => {
      const names = namesIn(index);
      return values().map((o) => {
        const { kortnamn, enhet } = names.indicator(o.indikator);
        return [...longRow(o), names.place(o.kod), kortnamn, enhet];
      });
    },
    dialect: COMMA,
  };
}

/** One area's values of one year, for each year with a survey. */
export function yearTables(index: CatalogueIndex, scope: DataScope): readonly DataTable[] {
  return answeredYears(index, scope.slug).map((ar) => ({
    path: `data/${scope.slug}/${ar}`,
    title: `${scope.titel} ${ar}`,
    description: `Varje värde från ${ar} på en rad, med namn på plats och indikator och skäl när värdet saknas.`,
    group: scope.slug,
    ...namedTable(index, { exempel: yearHasExample(index, scope.indikatorer, ar), daterade: true }, () =>
      observationsIn(index, scope.indikatorer, ar),
    ),
  }));
}

/** One indicator's values, all places and years. */
export function indicatorTable(index: CatalogueIndex, indicator: Indicator): DataTable {
  const facts = factsOfIndicator(index, indicator);
  return {
    path: `data/indikatorer/${indicator.id.toLowerCase()}`,
    title: indicator.titel,
    description: facts.tomt
      ? `${NO_VALUES} Filen säger skälet.`
      : 'Indikatorns värden för alla platser och år, med skäl när ett värde saknas.',
    group: 'indikator',
    about: indicator.id,
    ...namedTable(index, facts, () => valuesOf(index, indicator)),
  };
}

/** How many gave each answer, for values that several respondents stand behind: one answer a row. */
export function distributionTable(index: CatalogueIndex, scope: DataScope): DataTable {
  const facts = factsOfAll(index, scope.indikatorer, (f) => f.fordelade);
  return {
    path: `data/${scope.slug}/fordelning`,
    title: `${scope.titel}, svarens fördelning`,
    description: 'Hur många kommuner och stadsdelar som gav varje svar, för riket, län och stadsdelsstäder.',
    group: scope.slug,
    example: facts.exempel,
    columns: [...LONG_COLUMNS.slice(0, 5), filled('svar'), filled('antal'), filled('exempel')],
    key: facts.daterade ? [...LONG_KEY, 'svar'] : [],
    rows: () =>
      observationsIn(index, scope.indikatorer).flatMap((o) =>
        Object.entries(o.fordelning ?? {}).map(([svar, antal]) => [
          ...longRow(o).slice(0, 5),
          svar,
          antal,
          o.exempel,
        ]),
      ),
    dialect: COMMA,
  };
}

const keyOf = ({ daterade }: ValueFacts): readonly string[] => (daterade ? LONG_KEY : []);
