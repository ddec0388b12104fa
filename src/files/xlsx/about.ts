import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Edition, Omrade } from '../../model/edition.ts';
import { comparabilityNotes, type Indicator } from '../../model/indicator.ts';
import { breaksOf } from '../../statistics/comparability.ts';
import { ABSENCE_KEY } from '../../text/absence.ts';
import { answerLabel } from '../../text/answers.ts';
import { type Sheet, sheetColumn } from './sheet.ts';

/** Definitions of the indicators that a workbook holds. */
export function indicatorSheet(index: CatalogueIndex, indicators: readonly Indicator[]): Sheet {
  const site = index.catalogue.release.webbplats;
  return {
    name: 'Indikatorer',
    title: 'Vad indikatorerna betyder',
    example: false,
    note: 'Definitionerna är skrivna med våra egna ord. Id är Koladas när det finns ett.',
    fixed: 2,
    columns: [
      sheetColumn('Id', 11, 'link'),
      sheetColumn('Indikator', 42, 'wrap'),
      sheetColumn('Fråga', 45, 'wrap'),
      sheetColumn('Definition', 70, 'wrap'),
      sheetColumn('Så läser du värdet', 50, 'wrap'),
      sheetColumn('Svar i ordning', 26, 'wrap'),
      sheetColumn('Täljare', 30, 'wrap'),
      sheetColumn('Nämnare', 30, 'wrap'),
      sheetColumn('Enhet', 12),
      sheetColumn('Kvalitetsområde', 24, 'wrap'),
      sheetColumn('Jämförbarhet', 45, 'wrap'),
      sheetColumn('Källa', 40, 'wrap'),
    ],
    rows: indicators.map((i) => [
      { value: i.id, style: 'link', href: `${site}indikatorer/${i.slug}/` },
      i.titel,
      i.fraga,
      i.definition,
      i.tolkning,
      answersOf(i.svarstyp, i.kategorier)
        .map((a) => `${a}: ${answerLabel(i, a)}`)
        .join('\n') || null,
      i.taljare,
      i.namnare,
      i.enhet,
      i.kvalitetsomrade &&
        `${i.kvalitetsomrade}${i.kvalitetsomradeKalla === 'egen' ? ' (vår indelning)' : ''}`,
      comparability(index, i),
      i.kalla,
    ]),
    empty: 'Inga indikatorer.',
  };
}

function comparability(index: CatalogueIndex, indicator: Indicator): string | null {
  const breaks = breaksOf(indicator, index.omrade(indicator.omrade)).map(
    (b) => `Brott ${b.franAr}: ${b.orsak}`,
  );
  return [...breaks, ...comparabilityNotes(indicator)].join('\n') || null;
}

/** The signs, the reasons that they stand for, and how numbers are stored. The same in every workbook. */
export const SYMBOL_SHEET: Sheet = {
  name: 'Teckenförklaring',
  title: 'Teckenförklaring',
  example: false,
  note: 'Ett värde som saknas har alltid ett skäl. En lucka är aldrig en nolla.',
  fixed: 0,
  columns: [
    sheetColumn('Tecken', 10, 'svar'),
    sheetColumn('Skäl i kolumnen bredvid', 26),
    sheetColumn('Kort', 24),
    sheetColumn('Betyder', 80, 'wrap'),
  ],
  rows: [
    ...ABSENCE_KEY.map((a) => [a.symbol, a.reason, a.label, a.explanation]),
    [
      '17 %',
      null,
      'Procent',
      'Lagras som 17, inte som 0,17, med alla decimaler kvar i cellen. Samma tal som i CSV-filerna och API:et.',
    ],
    ['n', null, 'Svarande', 'Hur många som svarade på frågan. Procenten räknas på dem.'],
  ],
  empty: '',
};

/** Which areas, and which year of them, a workbook holds. */
export type AboutWorkbook = {
  readonly omraden: readonly Omrade[];
  readonly example: boolean;
  readonly ar?: number;
};

/** Who, when, how, under which licence; remarks and breaks. */
export function aboutSheet(index: CatalogueIndex, { omraden, example, ar }: AboutWorkbook): Sheet {
  const { release } = index.catalogue;
  return {
    name: 'Om',
    title: 'Om arbetsboken',
    example,
    note: `Version ${release.version}, ${release.datum}.`,
    fixed: 0,
    columns: [sheetColumn('Uppgift', 30, 'wrap'), sheetColumn('Innehåll', 110, 'wrap')],
    rows: [
      ['Utgivare', release.organisation.namn],
      ['Kontakt', release.organisation.epost],
      ['Webbplats', { value: release.webbplats, style: 'link', href: release.webbplats }],
      ['Version', `${release.version}, ${release.datum}`],
      ['Licens', { value: release.licens.namn, style: 'link', href: release.licens.url }],
      ['Exempeldata', example ? 'ja' : 'nej'],
      ...omraden.flatMap((o) => areaRows(o, ar)),
    ],
    empty: '',
  };
}

function areaRows(omrade: Omrade, ar: number | undefined): readonly (readonly [string, string])[] {
  const editions = omrade.utgavor.filter((e) => ar === undefined || e.ar === ar);
  return [
    [omrade.kortnamn, omrade.titel],
    ...omrade.insamling.map((text) => [`${omrade.kortnamn}: så samlas svaren in`, text] as const),
    ...omrade.brott.map((b) => [`${omrade.kortnamn}: brott ${b.franAr}`, b.orsak] as const),
    ...editions.flatMap((e) => editionRows(omrade, e)),
  ];
}

function editionRows(omrade: Omrade, edition: Edition): readonly (readonly [string, string])[] {
  const label = `${omrade.kortnamn} ${edition.ar}`;
  const unit =
    edition.enhet === 'kommuner'
      ? 'Andelar för län och riket räknas på kommuner.'
      : 'Andelar för län och riket räknas på kommuner och stadsdelar. Stadsdelarna räknas i stället för sin stad.';
  return [
    [
      label,
      `Version ${edition.version}, publicerad ${edition.publicerad}. Svaren samlades in ${edition.insamling}. ${unit}`,
    ],
    ...edition.noter.map((not) => [label, not] as const),
    ...edition.rattelser.map(
      (r) => [`${label}: rättelse ${r.datum}`, `Version ${r.version}: ${r.text}`] as const,
    ),
  ];
}
