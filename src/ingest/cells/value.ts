import { z } from 'zod';
import { answersOf, answerType } from '../../model/answer.ts';
import type { IndicatorDefinition } from '../../model/indicator.ts';
import type { ValueOrReason } from '../../model/observation.ts';
import type { Place } from '../../model/rulebook.ts';
import { nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import { type Reasons, reasonsFor } from './absence.ts';
import { explainNumber, plainNumber } from './number.ts';
import { reportForeign, reportInvisible, visibleText } from './text.ts';
import { type CellReader, vocabulary } from './vocabulary.ts';

export type Limits = {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** True for a year, which is said in other words than an amount. */
  readonly year?: true;
};

/** The numbers that an indicator accepts. */
function limitsOf(indicator: Pick<IndicatorDefinition, 'svarstyp' | 'min' | 'max' | 'decimaler'>): Limits {
  const { min, max, whole, quantity } = answerType(indicator.svarstyp);
  return {
    min: indicator.min ?? min,
    max: indicator.max ?? max,
    integer: whole === 'alltid' || (whole && indicator.decimaler === 0),
    ...(quantity === 'artal' ? { year: true as const } : {}),
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
export function answerSchema(
  answers: readonly string[],
  reasons: Reasons['bySign'],
): z.ZodType<ValueOrReason> {
  const values = new Map([
    ...reasons,
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
  const reasons = reasonsFor(indicator);
  const read = vocabulary(answerSchema(answers, reasons.bySign));
  return {
    read,
    explain: (place, text, report) => {
      const plain = visibleText(text);
      const understood = plain === text || plain === '' ? undefined : read(plain);
      if (understood) {
        reportInvisible(place, text, plain, report);
        return understood;
      }
      if (reasons.explain(place, text, report) || reportForeign(place, text, report, reasons.ifEmpty))
        return null;
      const near = texts.get(plain.toLowerCase()) ?? nearest(text, answers);
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

const COMMA = 44;
const POINT = 46;

/** True when there are three digits after the decimal sign: 426,700 may be 426.7, or an English 426 700. */
function maybeThousands(text: string): boolean {
  const sign = text.charCodeAt(text.length - 4);
  return (sign === COMMA || sign === POINT) && /^-?[1-9]\d{0,2}.\d{3}$/.test(text);
}

function numberColumn(indicator: IndicatorDefinition): ValueColumn {
  const limits = limitsOf(indicator);
  const reasons = reasonsFor(indicator);
  const { quantity } = answerType(indicator.svarstyp);
  const large = quantity === 'antal' || quantity === 'belopp';
  const column: NumberRules = { limits, reasons, large: large && indicator.decimaler < 3 };
  return {
    read: (text) => {
      const varde = plainNumber(text);
      if (withinLimits(varde, limits)) return column.large && maybeThousands(text) ? undefined : varde;
      return reasons.bySign.get(text.toLowerCase());
    },
    explain: (place, text, report) => explainNumberCell(place, text, column, report),
  };
}

/** What is known of a column of numbers. `large`: thousands are likelier than three decimals. */
type NumberRules = { readonly limits: Limits; readonly reasons: Reasons; readonly large: boolean };

function explainNumberCell(
  place: Place,
  text: string,
  { limits, reasons, large }: NumberRules,
  report: IngestReport,
): CellValue | null {
  const at = { ...place, value: text };
  const number = plainNumber(text);
  if (!Number.isNaN(number)) {
    if (large && maybeThousands(text))
      report(
        'tal-tvetydigt',
        at,
        'Talet har tre siffror efter tecknet, så det kan vara tusental eller decimaler.',
        'Skriv tusental utan tecken emellan: 426700, inte 426,700 eller 426.700.',
      );
    else reportLimits(at, number, limits, report);
    return null;
  }
  const plain = visibleText(text);
  const sign = reasons.bySign.get(plain.toLowerCase());
  if (sign) {
    reportInvisible(at, text, plain, report);
    return sign;
  }
  if (reasons.explain(place, text, report) || reportForeign(place, text, report, reasons.ifEmpty))
    return null;
  const visible = plainNumber(plain);
  if (
    !Number.isNaN(visible) &&
    plain !== text &&
    /[\u00ad\u200b-\u200f\u2010\u2011\u202a-\u202e\u2060-\u2069\ufeff\t]/.test(text)
  ) {
    reportInvisible(at, text, plain, report);
    if (withinLimits(visible, limits)) return visible;
    reportLimits(at, visible, limits, report);
    return null;
  }
  const problem = explainNumber(text);
  report(problem.code, at, problem.message, problem.suggestion);
  if (problem.understood === null) return null;
  if (withinLimits(problem.understood, limits)) return problem.understood;
  reportLimits(at, problem.understood, limits, report);
  return null;
}

/** Lets the schema say which limit was broken: one, since decimals are often why a number is too small. */
function reportLimits(place: Place, value: number, limits: Limits, report: IngestReport): void {
  const issues = numberSchema(limits).safeParse(value).error?.issues ?? [];
  const issue = issues.find((i) => i.code !== 'too_small' && i.code !== 'too_big') ?? issues[0];
  if (issue) {
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
        limits.year ? limitsText(limits) : 'Skriv ett heltal. Står det ett tecken mellan tusentalen?',
      );
  }
}

const limitsText = ({ min, max, year }: Limits) =>
  year
    ? `Skriv året med fyra siffror, från ${min} till ${max}.`
    : max === Number.MAX_SAFE_INTEGER
      ? `Skriv ett tal som är minst ${min}. Kontrollera tecken och decimaler.`
      : `Skriv ett tal mellan ${min} och ${max}. Kontrollera decimaltecknet.`;
