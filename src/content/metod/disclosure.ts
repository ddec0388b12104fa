import { EXAMPLE_COLUMNS, EXAMPLE_SIZE, type ExampleRow, workedExample } from '../../disclosure/example.ts';
import { loadHighs } from '../../disclosure/highs.ts';
import type { ProtectedTable } from '../../disclosure/release.ts';
import { REPLAY_LIMITS } from '../../disclosure/replay.ts';
import { DEFAULT_RULE, type DisclosureRule } from '../../disclosure/rule.ts';
import { baseOf } from '../../disclosure/source.ts';
import type { Table } from '../../markup/table.ts';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { countInWords, countOf, formatNumber, formatYear, formatYears } from '../../text/numbers.ts';

const TABELL = { one: 'tabell', many: 'tabeller' };
const AV_DEM = { one: 'av dem', many: 'av dem', ett: true } as const;
const TAL = { one: 'tal', many: 'tal', ett: true } as const;

/** What protection has hidden in the release, in a sentence. */
export function releaseSentence(tables: readonly ProtectedTable[]): string {
  if (tables.length === 0)
    return 'Ingen tabell i den här utgåvan räknar personer så att någon kan behöva skyddas.';
  const cells = tables.reduce((sum, t) => sum + t.celler, 0);
  const hidden = tables.reduce((sum, t) => sum + t.dolda, 0);
  const start = `Utgåvan har ${countOf(tables.length, TABELL)} över personer, med ${countOf(cells, TAL)}.`;
  return hidden === 0
    ? `${start} Inget av dem behöver döljas.`
    : `${start} ${formatNumber(hidden)} av dem är dolda.`;
}

/** How guesses are tried before publication, what that guarantees and what it does not: a paragraph each. */
export function replayTexts(): readonly string[] {
  const { cells, fitting, guesses } = REPLAY_LIMITS;
  return [
    `När det inte finns någon nyckel provar bygget själv att gissa. I en tabell med högst ${cells} tal räknas alla gissningar som stämmer med det som visas upp. Är de högst ${fitting} körs programmet på var och en, och de som ger andra X stryks. Det görs med högst ${guesses} gissningar i hela utgåvan.`,
    `Garanterat: i de tabeller som har provats får den som publicerar veta hur många X som har färre än ${countInWords(DEFAULT_RULE.possible, ANTAL)} kvar efter gissningarna, och kan bygga om med en nyckel.`,
    `Inte garanterat: provet stoppar inte publiceringen. Tabeller som är större, som stämmer med fler gissningar eller som kommer efter de ${guesses} gissningarna provas inte alls.`,
  ];
}
const ANTAL = { one: 'antal', many: 'antal', ett: true } as const;

/**
 * One row an indicator: rule, method and how many are hidden, all years together. Null when no table counts people.
 * Nothing here depends on a hidden count: how much information is lost, and whether less could have been hidden, are
 * for the publisher's terminal.
 */
export function effectTable(tables: readonly ProtectedTable[]): Table | null {
  if (tables.length === 0) return null;
  return {
    caption: 'Tabeller över personer och vad skyddet har dolt',
    columns: [
      { label: 'Tabell', numeric: false },
      { label: 'Metod', numeric: false },
      { label: 'Tal', numeric: true },
      { label: 'Dolda', numeric: true },
    ],
    rows: [...Map.groupBy(tables, (t) => t.om.id).values()].flatMap((years) => {
      const [first] = years;
      if (!first) return [];
      const sum = (of: (t: ProtectedTable) => number) => years.reduce((total, t) => total + of(t), 0);
      return [
        [
          { text: `${first.om.kortnamn}${yearsText(years)}` },
          { text: methodText(first) },
          { text: formatNumber(sum((t) => t.celler)) },
          { text: formatNumber(sum((t) => t.dolda)) },
        ],
      ];
    }),
  };
}

function yearsText(tables: readonly ProtectedTable[]): string {
  const years = tables.flatMap((t) => t.ar ?? []).toSorted((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? ` ${formatYear(first)}` : ` ${formatYears(first, last)}`;
}

function methodText({ skydd }: ProtectedTable): string {
  const base = baseOf(skydd);
  if (base !== null) return `Avrundat till multiplar av ${base}`;
  const zeros = skydd.nollor === 'dolj' ? ', nollor döljs' : '';
  return `Antal 1–${skydd.troskel - 1} döljs${zeros}`;
}

/** Why counts that somebody else has published are shown, a sentence for each indicator. */
export function exceptions(tables: readonly ProtectedTable[]): readonly string[] {
  return [
    ...new Set(
      tables.flatMap(({ om, skydd }) =>
        skydd.redanPublicerat === null ? [] : [`${om.kortnamn}: ${skydd.redanPublicerat.skal}`],
      ),
    ),
  ];
}

/** Why counts stand as they are, a sentence for each indicator, kartläggning and programme that has no protection. */
export function unprotected({
  indikatorer,
  kartlaggningar,
  program,
}: Pick<Catalogue, 'indikatorer' | 'kartlaggningar' | 'program'>): readonly string[] {
  const named = [
    ...indikatorer.map((i) => ({ ...i, namn: i.kortnamn })),
    ...kartlaggningar.map((k) => ({ ...k, namn: k.titel })),
    ...program.map((p) => ({ ...p, namn: p.titel })),
  ];
  return named.flatMap(({ namn, personskydd, utanPersonskydd }) =>
    personskydd === null && utanPersonskydd !== null ? [`${namn}: ${utanPersonskydd}`] : [],
  );
}

/** Why hiding small counts alone is not enough. `found` is how many of them a reader works out. */
function naiveSentence(found: number): string {
  return `Om bara de små talen dolds skulle ${countInWords(found, AV_DEM)} gå att räkna ut exakt. Därför döljs fler.`;
}

const columns = [
  { label: 'Kommun', numeric: false },
  ...EXAMPLE_COLUMNS.map((label) => ({ label, numeric: true })),
];

/** The example as it is and as it is published. */
function protectedExample(rows: readonly ExampleRow[]): Table {
  return {
    caption: 'Så är det, och så publiceras det',
    columns: [
      { label: 'Kommun', numeric: false },
      ...EXAMPLE_COLUMNS.map((label) => ({ label: `${label}, sant`, numeric: true })),
      ...EXAMPLE_COLUMNS.map((label) => ({ label: `${label}, visas`, numeric: true })),
    ],
    rows: rows.map(({ namn, celler }) => [
      { text: namn },
      ...celler.map((c) => ({ text: formatNumber(c.antal) })),
      ...celler.map((c) => ({ text: c.dold ? ABSENCE_SYMBOL.skyddad : formatNumber(c.antal) })),
    ]),
  };
}

/** What a reader of the published example can tell. */
function intervalTable(rows: readonly ExampleRow[]): Table {
  return {
    caption: 'Vad en läsare som räknar kan veta',
    columns,
    rows: rows.map(({ namn, celler }) => [
      { text: namn },
      ...celler.map(({ antal, intervall }) => ({
        text: intervall
          ? `${formatNumber(intervall.lower)}–${formatNumber(intervall.upper)}`
          : formatNumber(antal),
      })),
    ]),
  };
}

/** The worked example of the method page: how many kommuner it has, what a reader works out, and its tables. */
export type ExampleDocument = {
  readonly kommuner: number;
  readonly naive: string;
  /** The rule that the example and, unless an edition says otherwise, every table is protected by. */
  readonly rule: Pick<DisclosureRule, 'threshold' | 'possible'>;
  readonly tables: readonly Table[];
};

/** The example, protected by the very code that protects the release. */
export async function exampleDocument(): Promise<ExampleDocument> {
  const { naiv, rows } = workedExample(await loadHighs());
  return {
    kommuner: EXAMPLE_SIZE,
    naive: naiveSentence(naiv),
    rule: DEFAULT_RULE,
    tables: [protectedExample(rows), intervalTable(rows)],
  };
}
