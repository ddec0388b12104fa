import { answersOf, isQuestion } from '../model/answer.ts';
import type { Edition } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Referens, type Stadsdel, stadsdelarOn } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import { absenceOf, safeText } from './cell.ts';
import { parseTable } from './csv.ts';
import type { Findings } from './findings.ts';
import { kommunOf } from './kommunkod.ts';
import { nearest } from './nearest.ts';

/** What an enkät file is read against. */
export type EnkatContext = {
  readonly referens: Referens;
  readonly edition: Edition;
  /** All questions of the area; those asked in the edition's year are the columns. */
  readonly indikatorer: readonly Indicator[];
};

const RESPONDENT = ['kommunkod', 'kommun', 'stadsdel'] as const;

/** Reads a year's survey: one row a respondent, one column a question. */
export function readEnkat(
  file: string,
  text: string,
  { referens, edition, indikatorer }: EnkatContext,
  findings: Findings,
): readonly Observation[] {
  const questions = indikatorer.filter((i) => isQuestion(i.svarstyp) && i.ar.includes(edition.ar));
  const table = parseTable(
    file,
    text,
    { required: RESPONDENT, optional: questions.map((q) => q.id) },
    findings,
  );
  if (!table) return [];
  const columns = table.header
    .slice(RESPONDENT.length)
    .flatMap((id) => questions.find((q) => q.id === id) ?? []);
  const respondents = new Set<string>();
  const observations: Observation[] = [];
  for (const { line, cells } of table.rows) {
    const [kommunkod = '', namn = '', stadsdelsnamn = ''] = cells;
    const kommun = kommunOf({ file, row: line }, kommunkod, namn, referens.kommuner, findings);
    if (!kommun) continue;
    const stadsdel =
      stadsdelsnamn === ''
        ? null
        : stadsdelOf(file, line, stadsdelsnamn, kommun.kod, edition, referens, findings);
    if (stadsdelsnamn !== '' && !stadsdel) continue;
    const kod = stadsdel?.kod ?? kommun.kod;
    if (respondents.has(kod)) {
      findings.error(
        { file, row: line, column: stadsdel ? 'stadsdel' : 'kommunkod', value: stadsdel?.namn ?? kommun.kod },
        {
          code: 'dubblett',
          rule: 'Varje kommun och stadsdel svarar en gång.',
          message: `${stadsdel?.namn ?? kommun.namn} finns redan på en tidigare rad.`,
          suggestion: 'Ta bort den rad som inte gäller.',
        },
      );
      continue;
    }
    respondents.add(kod);
    for (const [i, indicator] of columns.entries()) {
      const cell = cells[RESPONDENT.length + i] ?? '';
      const answer = readAnswer(file, line, indicator, cell, findings);
      if (!answer) continue;
      observations.push({
        indikator: indicator.id,
        kod,
        niva: stadsdel ? 'stadsdel' : 'kommun',
        ar: edition.ar,
        kon: 'T',
        ...answer,
        svarande: answer.varde === null ? 0 : 1,
        tillfragade: answer.saknas === 'ej-tillamplig' || answer.saknas === 'ej-efterfragad' ? 0 : 1,
        exempel: edition.exempel,
        fordelning: null,
        ursprung: { fil: file, rad: line },
        kalla: null,
        not: null,
      });
    }
  }
  missingRespondents(file, respondents, referens, edition, findings);
  return observations;
}

function readAnswer(
  file: string,
  row: number,
  indicator: Indicator,
  cell: string,
  findings: Findings,
): Pick<Observation, 'varde' | 'saknas'> | null {
  const place = { file, row, column: indicator.id, value: cell };
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const word = cell.trim().toLowerCase();
  const answer = answers.find((a) => a.toLowerCase() === word);
  if (answer !== undefined) return { varde: answer, saknas: null };
  const saknas = absenceOf(cell);
  if (saknas) return { varde: null, saknas };
  if (safeText(place, cell, findings) === null) return null;
  findings.error(place, {
    code: word === '' ? 'svar-tomt' : 'svar-okant',
    rule: `Svaret ska vara ${answers.join(', ')} eller ett tecken för saknat värde.`,
    message:
      word === ''
        ? `Fältet är tomt. Ett svar som saknas skrivs med sitt tecken.`
        : `”${cell}” är inget giltigt svar på frågan ”${indicator.kortnamn}”.`,
    suggestion: word === '' ? '-' : nearest(word, answers),
  });
  return null;
}

function stadsdelOf(
  file: string,
  row: number,
  namn: string,
  kommunkod: string,
  edition: Edition,
  referens: Referens,
  findings: Findings,
): Stadsdel | null {
  const valid = stadsdelarOn(referens.stadsdelar, kommunkod, edition.referensdatum);
  const found = valid.find((s) => s.namn === namn);
  if (found) return found;
  const other = referens.stadsdelar.find((s) => s.kommunkod === kommunkod && s.namn === namn);
  findings.error(
    { file, row, column: 'stadsdel', value: namn },
    {
      code: other ? 'stadsdel-utanfor-tid' : 'stadsdel-okand',
      rule: 'Stadsdelen ska finnas i referens/stadsdelar.csv den dag som utgåvan gäller.',
      message: other
        ? `${namn} fanns inte ${edition.referensdatum} (${other.giltigFran}–${other.giltigTill ?? ''}).`
        : `Kommunen har ingen stadsdel som heter ”${namn}”.`,
      suggestion: nearest(
        namn,
        valid.map((s) => s.namn),
      ),
    },
  );
  return null;
}

/** Everybody who was asked has a row; who did not answer has `-` in it. */
function missingRespondents(
  file: string,
  present: ReadonlySet<string>,
  referens: Referens,
  edition: Edition,
  findings: Findings,
): void {
  const expected = [
    ...referens.kommuner,
    ...edition.stadsdelsstader.flatMap((kod) =>
      stadsdelarOn(referens.stadsdelar, kod, edition.referensdatum),
    ),
  ];
  for (const { kod, namn } of expected) {
    if (present.has(kod)) continue;
    findings.warning(
      { file, column: 'kommunkod', value: kod },
      {
        code: 'respondent-saknas',
        rule: 'Varje kommun och stadsdel som har fått enkäten har en rad.',
        message: `${namn} (${kod}) har ingen rad. Den visas som ”uppgift saknas”.`,
        suggestion: 'Lägg till raden, med ”-” i varje fråga om kommunen inte svarade.',
      },
    );
  }
}
