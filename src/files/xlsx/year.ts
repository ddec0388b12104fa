import { answersOf, hasAnswers, unitOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Niva, RIKET } from '../../model/kommun.ts';
import type { PublishedFigure } from '../../model/published.ts';
import { isMixed } from '../../statistics/profile.ts';
import { ABSENCE_KEY } from '../../text/absence.ts';
import { answerLabel } from '../../text/answers.ts';
import { shareBase } from '../../text/base.ts';
import { markedName } from '../../text/names.ts';
import { formatNumber } from '../../text/numbers.ts';
import { placeName } from '../../text/places.ts';
import { remarkOf } from '../../text/remarks.ts';
import { reasonOf } from '../common/absent.ts';
import { anyExample, observationsIn } from '../common/scopes.ts';
import { aboutSheet, indicatorSheet, SYMBOL_SHEET } from './about.ts';
import {
  numberStyle,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  sheetColumn,
  valueCells,
  withoutEmpty,
} from './sheet.ts';

/** The signs of absence in one line, for the note above a table. */
export const SIGNS = `Tecken: ${ABSENCE_KEY.map((a) => `${a.symbol} ${a.label.toLocaleLowerCase('sv')}`).join(', ')}.`;

/** The workbook of one area and year: a column pair (value, reason) for each indicator. */
export function yearSheets(index: CatalogueIndex, omrade: Omrade, ar: number): readonly Sheet[] {
  const shown = index.indikatorerOf(omrade.slug, ar);
  const asked = shown.filter((i) => index.observationsOf(i.id, ar).length > 0);
  const title = `${omrade.kortnamn} ${ar}`;
  const example = anyExample(observationsIn(index, asked, ar));
  const { lan, kommuner } = index.catalogue.referens;
  const stadsdelar = index.catalogue.referens.stadsdelar.filter((s) =>
    asked.some((i) => index.observation(i.id, s.kod, ar)),
  );
  const edition = index.edition(omrade.slug, ar);
  const base = edition ? shareBase(edition.enhet) : '';
  const wide = (name: string, niva: Niva, codes: readonly string[], first: readonly SheetColumn[]): Sheet =>
    wideSheet(index, { name, title, ar, base, niva, codes, first, indicators: asked });
  return [
    wide('Kommun', 'kommun', codesOf(kommuner), [sheetColumn('Kommunkod', 14), sheetColumn('Kommun', 18)]),
    wide('Län', 'lan', codesOf(lan), [sheetColumn('Länskod', 12), sheetColumn('Län', 22)]),
    nationalSheet(index, title, shown, ar),
    wide('Stadsdelar', 'stadsdel', codesOf(stadsdelar), [
      sheetColumn('Kod', 30),
      sheetColumn('Stadsdel', 34),
    ]),
    indicatorSheet(index, shown),
    SYMBOL_SHEET,
    aboutSheet(index, { omraden: [omrade], example, ar }),
  ];
}

const codesOf = (places: readonly { readonly kod: string }[]) => places.map((p) => p.kod);

type Wide = {
  readonly name: string;
  readonly title: string;
  readonly ar: number;
  /** What a share of a question counts, in words. */
  readonly base: string;
  readonly niva: Niva;
  readonly codes: readonly string[];
  readonly first: readonly SheetColumn[];
  readonly indicators: readonly Indicator[];
};

function wideSheet(index: CatalogueIndex, wide: Wide): Sheet {
  const { name, title, ar, niva, codes, first } = wide;
  const values = observationsIn(index, wide.indicators, ar).filter((o) => o.niva === niva);
  // What exists for the country alone has no column here.
  const present = new Set(values.map((o) => o.indikator));
  const indicators = wide.indicators.filter((i) => present.has(i.id));
  // A column of reasons only where something is missing.
  const reasoned = new Set(
    indicators
      .filter((i) => codes.some((kod) => reasonOf(i, index.observation(i.id, kod, ar), ar) !== null))
      .map((i) => i.id),
  );
  const made = new Set(values.filter((o) => o.exempel).map((o) => o.indikator));
  const questions = indicators.filter(hasAnswers);
  const mixed = isMixed(questions.map((i) => ({ exempel: made.has(i.id) })));
  const nameOf = (i: Indicator) => markedName(i.kortnamn, mixed && made.has(i.id));
  const remarked = new Set(values.flatMap((o) => (remarkOf(o) === null ? [] : [o.indikator])));
  const meaning =
    niva === 'lan' ? wide.base : 'Svaret på varje fråga. Vad svaren betyder står på bladet Indikatorer.';
  return {
    name,
    title: `${title}: ${name.toLocaleLowerCase('sv')}`,
    example: anyExample(values),
    note: `${meaning} ${SIGNS}`,
    fixed: 2,
    columns: [
      ...first,
      ...indicators.flatMap((i) => [
        sheetColumn(`${nameOf(i)} (${i.id})`, 20),
        ...(reasoned.has(i.id) ? [sheetColumn(`${i.id} skäl`, 13, 'reason')] : []),
        ...(niva === 'lan' && hasAnswers(i) ? [sheetColumn(`${i.id} n`, 9, 'tal0')] : []),
        ...(remarked.has(i.id) ? [sheetColumn(`${i.id} anmärkning`, 42, 'wrap')] : []),
      ]),
    ],
    rows: codes.map((kod) => [
      kod,
      placeName(index, kod),
      ...indicators.flatMap((i): readonly (SheetCell | string | number | null)[] => {
        const o = index.observation(i.id, kod, ar);
        const [value, reason] = valueCells(i, o, ar);
        return [
          value,
          ...(reasoned.has(i.id) ? [reason] : []),
          ...(niva === 'lan' && hasAnswers(i) ? [o?.svarande ?? null] : []),
          ...(remarked.has(i.id) ? [remarkOf(o)] : []),
        ];
      }),
    ]),
    empty: niva === 'stadsdel' ? 'Inga stadsdelar svarade för sig det här året.' : 'Inga värden.',
  };
}

const NATIONAL: readonly SheetColumn[] = [
  sheetColumn('Id', 11),
  sheetColumn('Indikator', 46, 'wrap'),
  sheetColumn('Riket', 10, 'procent0'),
  sheetColumn('Skäl', 15, 'reason'),
  sheetColumn('Enhet', 13),
  sheetColumn('Första svaret', 16),
  sheetColumn('Antal', 8, 'tal0'),
  sheetColumn('Mellansvar', 16),
  sheetColumn('Antal mellansvar', 11, 'tal0'),
  sheetColumn('Sista svaret', 14),
  sheetColumn('Antal sista', 9, 'tal0'),
  sheetColumn('Svarande', 10, 'tal0'),
  sheetColumn('Tillfrågade', 11, 'tal0'),
  sheetColumn('Exempeldata', 12, 'svar'),
  sheetColumn('Publicerad nationell siffra', 13, 'procent0'),
  sheetColumn('Publicerad av', 34, 'wrap'),
  sheetColumn('Fler publicerade siffror', 60, 'wrap'),
];

/** Riket: our own computation beside the figures that others have published (real, also when answers are not). */
function nationalSheet(
  index: CatalogueIndex,
  title: string,
  indicators: readonly Indicator[],
  ar: number,
): Sheet {
  return {
    name: 'Riket',
    title: `${title}: riket`,
    example: anyExample(observationsIn(index, indicators, ar).filter((o) => o.niva === 'riket')),
    note: `Riket är uträknat av oss ur svaren. Publicerade siffror är verkliga och har källa. ${SIGNS}`,
    fixed: 2,
    ...withoutEmpty(
      NATIONAL,
      indicators.map((i) => nationalRow(index, i, ar)),
      ['Mellansvar', 'Antal mellansvar', 'Fler publicerade siffror'],
    ),
    empty: 'Inga värden.',
  };
}

function nationalRow(index: CatalogueIndex, indicator: Indicator, ar: number): Sheet['rows'][number] {
  const o = index.observation(indicator.id, RIKET, ar);
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const [first, ...others] = answers;
  const last = others.at(-1);
  const middle = answers.length === 3 ? answers[1] : undefined;
  const answer = (word: string | undefined) =>
    word === undefined ? [null, null] : [answerLabel(indicator, word), o?.fordelning?.[word] ?? null];
  const figures = index.publishedOf(indicator.id).filter((p) => p.ar === ar);
  const main = figures.find((p) => isMain(indicator, p));
  return [
    indicator.id,
    indicator.titel,
    ...valueCells(indicator, o, ar),
    indicator.enhet,
    ...answer(first),
    ...answer(middle),
    ...answer(last),
    o?.svarande ?? null,
    o?.tillfragade ?? null,
    o?.exempel ? 'ja' : 'nej',
    main ? { value: main.varde, style: main.enhet === 'procent' ? numberStyle(indicator) : 'tal0' } : null,
    main?.kalla ?? null,
    figures
      .filter((p) => p !== main)
      .map(figureText)
      .join('\n') || null,
  ];
}

/** The published figure that says the same as our own value. */
function isMain(indicator: Indicator, p: PublishedFigure): boolean {
  const unit = unitOf(indicator);
  return p.grupp === 'riket' && p.svar === null && p.enhet === unit;
}

function figureText(p: PublishedFigure): string {
  const number = formatNumber(p.varde, Number.isInteger(p.varde) ? 0 : 1);
  const unit = p.enhet === 'procent' ? `\u00a0% av ${p.bas}` : ` ${p.bas}`;
  const about = [p.svar, p.grupp === 'riket' ? null : p.grupp, p.ungefar ? 'ungefär' : null].filter((t) => t);
  return `${number}${unit}${about.length > 0 ? ` (${about.join(', ')})` : ''}. ${p.kalla}`;
}
