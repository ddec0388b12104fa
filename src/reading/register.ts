import { isQuestion } from '../model/answer.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Niva, type Referens, RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import { absenceOf, numberCell } from './cell.ts';
import { parseTable } from './csv.ts';
import type { Findings } from './findings.ts';
import { kommunOf } from './kommunkod.ts';

const REQUIRED = ['kod', 'ar', 'kon', 'varde', 'saknas'] as const;
const OPTIONAL = ['kalla', 'not'] as const;

/** Reads a register's long file: one row a place, year and sex. */
export function readRegister(
  file: string,
  text: string,
  indicator: Indicator,
  referens: Referens,
  findings: Findings,
): readonly Observation[] {
  const table = parseTable(file, text, { required: REQUIRED, optional: OPTIONAL }, findings);
  if (!table) return [];
  const kalla = table.header.indexOf('kalla');
  const not = table.header.indexOf('not');
  const lan = new Set(referens.lan.map((l) => l.kod));
  const seen = new Map<string, number>();
  return table.rows.flatMap(({ line, cells }): Observation[] => {
    const [kod = '', arText = '', kon = '', vardeText = '', saknasText = ''] = cells;
    const refuse = (column: string, value: string, code: string, rule: string, message: string) => {
      findings.error({ file, row: line, column, value }, { code, rule, message });
      return [];
    };
    const niva: Niva = kod === RIKET ? 'riket' : lan.has(kod) ? 'lan' : 'kommun';
    if (niva === 'kommun' && !kommunOf({ file, row: line }, kod, null, referens.kommuner, findings))
      return [];
    const ar = arText === '' ? null : Number(arText);
    if (ar === null ? indicator.ar.length > 0 : !indicator.ar.includes(ar))
      return refuse(
        'ar',
        arText,
        'ar-fel',
        'Året ska vara ett av indikatorns år.',
        `Indikatorn har inga värden för ”${arText}”.`,
      );
    if (kon !== 'T' && kon !== 'K' && kon !== 'M')
      return refuse('kon', kon, 'kon-fel', 'Kön är T, K eller M.', `”${kon}” är inget av dem.`);
    const key = `${kod}|${arText}|${kon}`;
    const first = seen.get(key);
    if (first !== undefined)
      return refuse(
        'kod',
        kod,
        'dubblett',
        'Varje plats, år och kön har en rad.',
        `Samma plats, år och kön står på rad ${first}.`,
      );
    seen.set(key, line);
    const saknas = saknasText === '' ? null : (absenceOf(saknasText) ?? undefined);
    if (saknas === undefined)
      return refuse(
        'saknas',
        saknasText,
        'skal-okant',
        'Skälet ska vara ett av de kända.',
        `”${saknasText}” är inget känt skäl.`,
      );
    if ((vardeText === '') === (saknas === null))
      return refuse(
        'varde',
        vardeText,
        'varde-eller-skal',
        'Varje rad har antingen ett värde eller ett skäl till att det saknas.',
        vardeText === '' ? 'Raden har varken värde eller skäl.' : 'Raden har både värde och skäl.',
      );
    const place = { file, row: line, column: 'varde' };
    const varde = saknas !== null ? null : readValue(place, vardeText, indicator, findings);
    if (varde === null && saknas === null) return [];
    return [
      {
        indikator: indicator.id,
        kod,
        niva,
        ar,
        kon,
        varde,
        saknas,
        svarande: null,
        tillfragade: null,
        exempel: false,
        fordelning: null,
        ursprung: { fil: file, rad: line },
        kalla: (cells[kalla] ?? '') || null,
        not: (cells[not] ?? '') || null,
      },
    ];
  });
}

function readValue(
  place: Parameters<typeof numberCell>[0],
  text: string,
  indicator: Indicator,
  findings: Findings,
) {
  if (isQuestion(indicator.svarstyp) || indicator.svarstyp === 'kategori') return text;
  const share = indicator.svarstyp === 'andel';
  return numberCell(
    place,
    text,
    { min: indicator.min ?? 0, max: indicator.max ?? (share ? 100 : null) },
    findings,
  );
}
