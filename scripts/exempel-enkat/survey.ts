import { dsvFormat } from 'd3-dsv';
import { ABSENCE_SYMBOL } from '../../src/model/absence.ts';
import type { Edition } from '../../src/model/edition.ts';
import { answersTo } from './answers.ts';
import { respondentsOf } from './respondents.ts';
import type { Area, Sources } from './sources.ts';

/**
 * The made-up answers of every edition marked as example: file path below the data folder → text. Pure; the same
 * sources always give the same bytes.
 */
export function exampleSurveys(sources: Sources): ReadonlyMap<string, string> {
  return new Map(
    sources.areas.flatMap((area) =>
      area.definition.utgavor
        .filter((edition) => edition.exempel)
        .map((edition): [string, string] => [
          `omraden/${area.definition.slug}/enkat/${edition.ar}.csv`,
          surveyFile(sources, area, edition),
        ]),
    ),
  );
}

/** One survey file, wide: a row a respondent, a column a question asked that year. */
function surveyFile(sources: Sources, area: Area, edition: Edition): string {
  const respondents = respondentsOf(sources, edition, area.definition.slug);
  const questions = area.questions.filter((q) => q.ar.includes(edition.ar));
  const columns = questions.map((q) => {
    const targets = area.targets.filter((t) => t.indikator === q.id && t.ar === edition.ar);
    return answersTo(q, edition.ar, respondents, targets);
  });
  const rows = respondents.map((r) => [
    r.kommunkod,
    r.kommun,
    r.stadsdel,
    ...columns.map((answers) =>
      r.role === 'stad' ? ABSENCE_SYMBOL['ej-tillamplig'] : (answers.get(r.kod) ?? ABSENCE_SYMBOL.bortfall),
    ),
  ]);
  const header = ['kommunkod', 'kommun', 'stadsdel', ...questions.map((q) => q.id)];
  return `${dsvFormat(';').formatRows([header, ...rows])}\n`;
}
