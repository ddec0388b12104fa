import { ABSENCE_SYMBOL, ABSENCES } from '../../model/absence.ts';
import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { absenceExplanation, absenceLabel } from '../../text/absence.ts';
import { answerLabel } from '../../text/answers.ts';

export type SheetCell = string | number | null;

/** A sheet before it is a file: a note on the first row, column names on the second, then the rows. */
export type Sheet = {
  readonly name: string;
  readonly note: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
};

const EXAMPLE = 'EXEMPELDATA: svaren är påhittade för att visa hur filen fungerar.';

/** The sheets of an area's workbook for one year. */
export function sheetsOf(index: CatalogueIndex, omrade: Omrade, ar: number): readonly Sheet[] {
  const indicators = index
    .indikatorerOf(omrade.slug, ar)
    .filter((i) => index.observationsOf(i.id, ar).length > 0);
  const example = indicators.some((i) => index.observationsOf(i.id, ar).some((o) => o.exempel));
  const note = `${omrade.titel} ${ar}. ${example ? EXAMPLE : ''}`.trim();
  const { referens } = index.catalogue;
  const places = (koder: readonly { readonly kod: string; readonly namn: string }[]) =>
    koder.map(({ kod, namn }) => [
      kod,
      namn,
      ...indicators.flatMap((i) => pair(index.observation(i.id, kod, ar))),
    ]);
  const wide = (first: readonly string[]) => [
    ...first,
    ...indicators.flatMap((i) => [i.kortnamn, `${i.id} skäl`]),
  ];
  const districts = referens.stadsdelar.filter((s) =>
    indicators.some((i) => index.observation(i.id, s.kod, ar)),
  );
  return [
    { name: 'Riket', note, header: RIKET_HEADER, rows: indicators.map((i) => riketRow(index, i, ar)) },
    { name: 'Län', note, header: wide(['Länskod', 'Län']), rows: places(referens.lan) },
    { name: 'Kommun', note, header: wide(['Kommunkod', 'Kommun']), rows: places(referens.kommuner) },
    { name: 'Stadsdelar', note, header: wide(['Kod', 'Stadsdel']), rows: places(districts) },
    {
      name: 'Indikatorer',
      note,
      header: [
        'Id',
        'Indikator',
        'Fråga',
        'Definition',
        'Svar',
        'Kvalitetsområde',
        'Täljare',
        'Nämnare',
        'Källa',
      ],
      rows: indicators.map((i) => [
        i.id,
        i.titel,
        i.fraga,
        i.definition,
        answersOf(i.svarstyp, i.kategorier)
          .map((a) => answerLabel(i, a))
          .join(' / '),
        i.kvalitetsomrade &&
          `${i.kvalitetsomrade}${i.kvalitetsomradeKalla === 'egen' ? ' (vår indelning)' : ''}`,
        i.taljare,
        i.namnare,
        i.kalla,
      ]),
    },
    {
      name: 'Teckenförklaring',
      note: 'Ett värde som saknas har alltid ett skäl. En lucka är aldrig en nolla.',
      header: ['Tecken', 'Skäl', 'Betyder'],
      rows: ABSENCES.map((a) => [ABSENCE_SYMBOL[a], absenceLabel(a), absenceExplanation(a)]),
    },
    { name: 'Om', note, header: ['Uppgift', 'Innehåll'], rows: aboutRows(index, omrade, ar) },
  ];
}

/** A value and, beside it, the reason when there is none. */
function pair(o: Observation | undefined): readonly [SheetCell, SheetCell] {
  if (!o) return [ABSENCE_SYMBOL['ej-efterfragad'], 'ej-efterfragad'];
  return o.saknas === null ? [o.varde, null] : [ABSENCE_SYMBOL[o.saknas], o.saknas];
}

const RIKET_HEADER = [
  'Id',
  'Indikator',
  'Procent eller värde',
  'Skäl',
  'Första svaret',
  'Mellansvar',
  'Sista svaret',
  'Svarande',
  'Tillfrågade',
  'Publicerad siffra',
  'Publicerad av',
];

function riketRow(index: CatalogueIndex, indicator: Indicator, ar: number): readonly SheetCell[] {
  const o = index.observation(indicator.id, RIKET, ar);
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const count = (answer: string | undefined) =>
    answer === undefined ? null : (o?.fordelning?.[answer] ?? null);
  const published = index
    .publishedOf(indicator.id)
    .find((p) => p.ar === ar && p.grupp === 'riket' && p.svar === null && p.enhet === 'procent');
  return [
    indicator.id,
    indicator.titel,
    ...pair(o),
    count(answers[0]),
    answers.length === 3 ? count(answers[1]) : null,
    count(answers.at(-1)),
    o?.svarande ?? null,
    o?.tillfragade ?? null,
    published?.varde ?? null,
    published?.kalla ?? null,
  ];
}

function aboutRows(index: CatalogueIndex, omrade: Omrade, ar: number): readonly (readonly SheetCell[])[] {
  const edition = omrade.utgavor.find((e) => e.ar === ar);
  const { release } = index.catalogue;
  return [
    ['Utgivare', omrade.utgivare],
    ['Kontakt', omrade.kontakt],
    ['Webbplats', release.webbplats],
    ['Version', `${edition?.version ?? ''} (webbplatsens version ${release.version}, ${release.datum})`],
    ['Licens', `${release.licens.namn} ${release.licens.url}`],
    ['Exempeldata', edition?.exempel ? 'ja' : 'nej'],
    ['Insamling', edition?.insamling ?? null],
    [
      'Län och riket',
      edition?.enhet === 'kommuner'
        ? 'Andel av kommunerna.'
        : 'Andel av kommuner och stadsdelar. Stadsdelar räknas i stället för sin stad.',
    ],
    ...(edition?.noter ?? []).map((n) => ['Not', n]),
    ...omrade.insamling.map((n) => ['Så samlas svaren in', n]),
    ...omrade.brott.map((b) => [`Brott ${b.franAr}`, b.orsak]),
  ];
}
