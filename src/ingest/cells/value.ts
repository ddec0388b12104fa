import { z } from 'zod';
import { ABSENCE_BY_SIGN, type Absence } from '../../model/absence.ts';
import { answersOf, answerType } from '../../model/answer.ts';
import type { IndicatorDefinition } from '../../model/indicator.ts';
import type { ValueOrReason } from '../../model/observation.ts';
import type { Place } from '../../model/rulebook.ts';
import { nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import { explainNumber, plainNumber } from './number.ts';
import { reportForeign } from './text.ts';
import { type CellReader, vocabulary } from './vocabulary.ts';

/** The reasons by every sign and word for them. */
const ABSENT: ReadonlyMap<string, ValueOrReason> = new Map(
  [...ABSENCE_BY_SIGN].map(([sign, saknas]) => [sign, { varde: null, saknas }]),
);

/** A cell with a sign or a word for why the value is absent. */
export const AbsenceCell = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum([...ABSENCE_BY_SIGN.keys()]))
  .transform((sign) => ABSENCE_BY_SIGN.get(sign) as Absence);

export type Limits = { readonly min: number; readonly max: number; readonly integer: boolean };

/** The numbers that an indicator accepts. */
export function limitsOf(
  indicator: Pick<IndicatorDefinition, 'svarstyp' | 'min' | 'max' | 'decimaler'>,
): Limits {
  const { min, max, whole } = answerType(indicator.svarstyp);
  return {
    min: indicator.min ?? min,
    max: indicator.max ?? max,
    integer: whole && indicator.decimaler === 0,
  };
}

/** The same limits as a schema: the authority that `withinLimits` is tested against. */
export function numberSchema({ min, max, integer }: Limits): z.ZodType<number> {
  const number = z.number().min(min).max(max);
  return integer ? number.int() : number;
}

export function withinLimits(value: number, { min, max, integer }: Limits): boolean {
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}

/** The schema of a cell with an answer in words, or a reason that there is none; case does not count. */
export function answerSchema(answers: readonly string[]): z.ZodType<ValueOrReason> {
  const values = new Map([
    ...ABSENT,
    ...answers.map((varde) => [varde.toLowerCase(), { varde, saknas: null }] as const),
  ]);
  return z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum([...values.keys()]))
    .transform((word) => values.get(word) as ValueOrReason);
}

/** What reading a cell gives. A number stands for itself, so that a million of them need no object each. */
export type CellValue = ValueOrReason | number;

export const valueOfCell = (cell: CellValue): ValueOrReason =>
  typeof cell === 'number' ? { varde: cell, saknas: null } : cell;

/** The reader of an indicator's cells, and what to say when one cannot be read. */
export type ValueColumn = {
  readonly read: CellReader<CellValue>;
  /** Reports why the text is wrong. Returns the value where the meaning is clear all the same. */
  readonly explain: (place: Place, text: string, report: IngestReport) => CellValue | null;
};

export function valueColumn(indicator: IndicatorDefinition): ValueColumn {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  return answers.length > 0 ? wordColumn(indicator, answers) : numberColumn(indicator);
}

function wordColumn(indicator: IndicatorDefinition, answers: readonly string[]): ValueColumn {
  const texts = new Map(
    Object.entries(indicator.svarstexter).map(([word, text]) => [text.toLowerCase(), word]),
  );
  return {
    read: vocabulary(answerSchema(answers)),
    explain: (place, text, report) => {
      if (reportForeign(place, text, report)) return null;
      const near = texts.get(text.trim().toLowerCase()) ?? nearest(text, answers);
      const valid = `Giltiga svar: ${answers.join(', ')}.`;
      report(
        'svar-ogiltigt',
        { ...place, value: text },
        `”${text}” är inte ett svar på frågan ”${indicator.kortnamn}”.`,
        near === null ? valid : `Menade du ”${near}”? ${valid}`,
      );
      return null;
    },
  };
}

function numberColumn(indicator: IndicatorDefinition): ValueColumn {
  const limits = limitsOf(indicator);
  return {
    read: (text) => {
      const varde = plainNumber(text);
      if (withinLimits(varde, limits)) return varde;
      return ABSENT.get(text.toLowerCase());
    },
    explain: (place, text, report) => explainNumberCell(place, text, limits, report),
  };
}

function explainNumberCell(
  place: Place,
  text: string,
  limits: Limits,
  report: IngestReport,
): CellValue | null {
  const at = { ...place, value: text };
  const plain = plainNumber(text);
  if (!Number.isNaN(plain)) {
    reportLimits(at, plain, limits, report);
    return null;
  }
  const sign = ABSENT.get(text.trim().toLowerCase());
  if (sign) {
    report('cell-blanksteg', at, 'Cellen har blanksteg före eller efter tecknet.', `Skriv ”${text.trim()}”.`);
    return sign;
  }
  if (reportForeign(place, text, report)) return null;
  const problem = explainNumber(text);
  report(problem.code, at, problem.message, problem.suggestion);
  if (problem.understood === null) return null;
  if (withinLimits(problem.understood, limits)) return problem.understood;
  reportLimits(at, problem.understood, limits, report);
  return null;
}

/** Lets the schema say which limit was broken. */
function reportLimits(place: Place, value: number, limits: Limits, report: IngestReport): void {
  const issues = numberSchema(limits).safeParse(value).error?.issues ?? [];
  for (const issue of issues) {
    if (issue.code === 'too_small')
      report(
        'tal-utanfor',
        place,
        `${place.value} är mindre än ${issue.minimum}, som är det minsta tillåtna.`,
        limitsText(limits),
      );
    else if (issue.code === 'too_big')
      report(
        'tal-utanfor',
        place,
        `${place.value} är större än ${issue.maximum}, som är det största tillåtna.`,
        limitsText(limits),
      );
    else
      report(
        'tal-ej-heltal',
        place,
        `${place.value} har decimaler.`,
        'Skriv ett heltal. Står det ett tecken mellan tusentalen?',
      );
  }
}

const limitsText = ({ min, max }: Limits) =>
  max === Number.MAX_SAFE_INTEGER
    ? `Skriv ett tal som är minst ${min}. Kontrollera tecken och decimaler.`
    : `Skriv ett tal mellan ${min} och ${max}. Kontrollera decimaltecknet.`;
