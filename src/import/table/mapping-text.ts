import { cappedList } from '../../text/lists.ts';
import { formatYears } from '../../text/numbers.ts';
import type { Mapping } from './mapping.ts';

/** A mapping as a person reads it at the terminal: what was found, what it is taken for, what must be answered. */
export function mappingText(mapping: Mapping, questions: readonly string[]): string {
  const sheets = mapping.blad.flatMap((b) => {
    const keys = [b.kommunkod, b.kommun, b.stadsdel].filter((k) => k !== null).join(', ');
    const used = b.kolumner.filter((k) => k.indikator !== null);
    const open = b.kolumner.filter((k) => k.indikator === null);
    return [
      `Bladet ${b.blad}: rubriken står på rad ${formatYears(...b.rubrikrader)}, platserna på rad ${formatYears(...b.rader)} (${keys}). År: ${b.ar ?? 'okänt'}.`,
      ...used.map(
        (k) => `  ”${k.kolumn}” läses som ${k.indikator}${k.ar === null ? '' : ` ${k.ar}`}${wordsOf(k)}`,
      ),
      ...open
        .filter((k) => k.forslag.length > 0)
        .map((k) => `  ”${k.kolumn}” läses inte. Kan vara ${k.forslag.join(' eller ')}`),
      ...unlike(open.filter((k) => k.forslag.length === 0)),
    ];
  });
  return [
    'Inget har lästs in än. Så här uppfattar vi filen:',
    ...sheets,
    ...(mapping.lasesInte.length > 0
      ? [`Blad utan kommuner läses inte: ${mapping.lasesInte.join(', ')}.`]
      : []),
    ...(questions.length > 0 ? ['Det här måste du svara på:', ...questions.map((q) => `  ${q}`)] : []),
  ].join('\n');
}

/** Columns that are named of those that nothing is like: a workbook may have thousands; the mapping has them all. */
const NAMED = 8;

const unlike = (columns: Mapping['blad'][number]['kolumner']) =>
  columns.length === 0
    ? []
    : [
        `  ${cappedList(
          columns.map((k) => `”${k.kolumn}”`),
          NAMED,
        )} läses inte: ingen indikator liknar dem`,
      ];

function wordsOf({ svar, saknas }: Mapping['blad'][number]['kolumner'][number]): string {
  const meanings = [...Object.entries(svar), ...Object.entries(saknas)].map(
    ([word, meaning]) => `${word === '' ? 'tom cell' : `”${word}”`} = ${meaning === '' ? '?' : meaning}`,
  );
  return meanings.length === 0 ? '' : `: ${meanings.join(', ')}`;
}
