import type { Indicator } from '../../model/indicator.ts';
import { type Observation, type Origin, observation, type ValueOrReason } from '../../model/observation.ts';
import { cellAt } from '../../model/pieces.ts';
import { valueColumn, valueOfCell } from '../cells/value.ts';
import type { ColumnAdvice } from '../csv/header.ts';
import { readTable } from '../csv/table.ts';
import type { Reading, Source } from '../source.ts';
import type { SurveyEdition } from './omrade.ts';
import { type Respondent, type Respondents, readRespondent } from './respondent.ts';

/** Columns before the answers. */
export const ENKAT_KEYS = ['kommunkod', 'kommun', 'stadsdel'] as const;

/** The questions of one year's survey, in the order of the columns. */
export function questionsOf(
  indikatorer: readonly Indicator[],
  omrade: string,
  ar: number,
): readonly Indicator[] {
  return indikatorer.filter((i) => i.omrade === omrade && i.typ === 'enkat' && i.ar.includes(ar));
}

/** What is known when a survey file is read. */
export type EnkatContext = {
  readonly omrade: string;
  readonly edition: SurveyEdition;
  readonly questions: readonly Indicator[];
  readonly indikatorer: readonly Indicator[];
  readonly broken: ReadonlySet<string>;
  readonly respondents: Respondents;
};

/** Reads `enkat/<year>.csv`: one row a respondent, one column a question. */
export function readEnkat(reading: Reading, source: Source, context: EnkatContext): readonly Observation[] {
  const { file } = source;
  const { report } = reading;
  const { edition, questions, respondents } = context;
  const observations: Observation[] = [];
  const lineOf = new Map<string, number>();
  const columns = {
    required: [...ENKAT_KEYS, ...questions.map((q) => q.id)],
    ignored: context.broken,
    explain: (name: string) => explainColumn(name, context),
  };
  readTable(reading, source, columns, (at) => {
    const [kommunkodAt, kommunAt, stadsdelAt] = ENKAT_KEYS.map((name) => at.get(name) ?? -1);
    const answers = questions.map((indicator) => ({
      id: indicator.id,
      at: at.get(indicator.id),
      column: valueColumn(indicator),
    }));
    return (fields, row) => {
      const key = {
        kommunkod: cellAt(fields, kommunkodAt),
        kommun: cellAt(fields, kommunAt),
        stadsdel: cellAt(fields, stadsdelAt),
      };
      const respondent = readRespondent(key, { file, row }, respondents, report);
      const before = respondent && lineOf.get(respondent.kod);
      if (respondent && before !== undefined && before !== null) {
        const name = key.stadsdel || key.kommun;
        report(
          'dubblett',
          {
            file,
            row,
            column: key.stadsdel ? 'stadsdel' : 'kommunkod',
            value: key.stadsdel || key.kommunkod,
          },
          `${name} har redan svarat på rad ${before}.`,
          'Ta bort den ena raden.',
        );
      } else if (respondent) lineOf.set(respondent.kod, row);
      for (const { id, at: index, column } of answers) {
        const text = cellAt(fields, index);
        const place = { file, row, column: id };
        const read = column.read(text) ?? column.explain(place, text, report);
        if (!respondent || read === null) continue;
        const value = valueOfCell(read);
        if (!respondent.replaced && value.saknas === 'ej-tillamplig')
          report(
            'saknas-orimligt',
            { ...place, value: text },
            `”${text}” betyder att frågan inte gäller, men ${key.stadsdel || key.kommun} svarar själv.`,
            'Skriv svaret, eller ”-” om det inte finns något. Tecknet . hör till städer vars stadsdelar svarar.',
          );
        else if (respondent.replaced && value.saknas !== 'ej-tillamplig')
          report(
            'stad-med-svar',
            { ...place, value: text },
            `${key.kommun} svarar genom sina stadsdelar, men raden för hela staden har ett eget svar.`,
            'Skriv ”.” (ej tillämplig) på stadens egen rad.',
          );
        if (before === undefined)
          observations.push(
            observationOf(id, edition, respondent, { ...value, ursprung: { fil: file, rad: row } }),
          );
      }
    };
  });
  return observations;
}

/** What is known about a column that is none of the year's questions: where the question is added. */
function explainColumn(name: string, { indikatorer, edition, omrade }: EnkatContext): ColumnAdvice | null {
  const file = `omraden/${omrade}/indikatorer.json`;
  const indicator = indikatorer.find((i) => i.id.toLowerCase() === name.trim().toLowerCase());
  if (indicator && (indicator.typ !== 'enkat' || indicator.omrade !== omrade))
    return {
      message: `${indicator.id} (${indicator.kortnamn}) är ingen enkätfråga i området.`,
      suggestion: 'Ta bort kolumnen.',
    };
  if (indicator) {
    const years = [...indicator.ar, edition.ar].sort((a, b) => a - b);
    return {
      message: `${indicator.id} (${indicator.kortnamn}) ställdes inte ${edition.ar}, enligt ${file}.`,
      suggestion: `Ställdes den? Skriv in året för frågan: "ar": [${years.join(', ')}]. Ta annars bort kolumnen.`,
    };
  }
  if (!/^[A-Z]+[A-Z0-9-]*\d+$/.test(name.trim())) return null;
  return {
    message: `Det finns ingen fråga ”${name}” i ${file}.`,
    suggestion: `Är den ny? Lägg till ett objekt med "id": "${name.trim()}" och "ar": [${edition.ar}] där. Vad det ska ha står i data/README.md.`,
  };
}

function observationOf(
  indikator: string,
  edition: SurveyEdition,
  { kod, niva }: Respondent,
  value: ValueOrReason & { readonly ursprung: Origin },
): Observation {
  const asked = value.saknas !== 'ej-tillamplig' && value.saknas !== 'ej-efterfragad';
  return observation({
    ...value,
    indikator,
    kod,
    niva,
    ar: edition.ar,
    svarande: value.varde === null ? 0 : 1,
    tillfragade: asked ? 1 : 0,
    exempel: edition.exempel && !edition.verkliga.includes(indikator),
  });
}
