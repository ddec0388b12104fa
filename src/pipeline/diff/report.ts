import { type Correction, correctedName } from '../../content/corrections.ts';
import { csvText } from '../../files/tables/csv-text.ts';
import { COMMA, type DataRow } from '../../files/tables/table.ts';
import { ABSENCES } from '../../model/absence.ts';
import { absenceLabel } from '../../text/absence.ts';
import { formatDate } from '../../text/dates.ts';
import { formatNumber } from '../../text/numbers.ts';
import { type CellChange, type CellContent, diffCells, newCorrections, type Tables } from './cells.ts';

/** Two releases side by side. */
export type Comparison = {
  readonly before: Tables;
  readonly after: Tables;
  readonly changes: readonly CellChange[];
  readonly rattelser: readonly Correction[];
};

export function compare(before: Tables, after: Tables): Comparison {
  // A version from a time when a file was not written says nothing of what would have stood there.
  const both = [...before.figures.keys()].filter((path) => after.figures.has(path));
  const all = ({ cells, figures }: Tables) => [...cells, ...both.flatMap((path) => figures.get(path) ?? [])];
  return {
    before,
    after,
    changes: diffCells(all(before), all(after)),
    rattelser: newCorrections(before, after),
  };
}

const PROTECTED: CellContent = { varde: '', saknas: 'skyddad' };

/** The same, to be published: what is protected now is left out also as it was before. */
export function withoutProtected(comparison: Comparison): Comparison {
  const hidden = (c: CellChange) => (c.efter?.saknas === PROTECTED.saknas ? { ...c, fore: PROTECTED } : c);
  return { ...comparison, changes: comparison.changes.map(hidden) };
}

/** Changes of one indicator and year. */
export type ChangeGroup = {
  readonly omrade: string;
  readonly indikator: string;
  readonly namn: string;
  readonly ar: string;
  readonly changes: readonly CellChange[];
};

/** Changes by area, indicator and year, in the order of the later release's indicators. */
export function groupsOf({ before, after, changes }: Comparison): readonly ChangeGroup[] {
  const order = [...new Set([...after.indikatorer.keys(), ...before.indikatorer.keys()])];
  const rank = new Map(order.map((id, i) => [id, i]));
  const groups = Map.groupBy(changes, (c) => `${c.indikator}|${c.ar}`);
  return [...groups.values()]
    .flatMap((mine) => {
      const [first] = mine;
      if (first === undefined) return [];
      const about = after.indikatorer.get(first.indikator) ?? before.indikatorer.get(first.indikator);
      const omrade = about && (after.omraden.get(about.omrade) ?? before.omraden.get(about.omrade));
      return [
        {
          omrade: omrade ?? about?.omrade ?? 'Okänt område',
          indikator: first.indikator,
          namn: about?.kortnamn ?? first.indikator,
          ar: first.ar,
          changes: mine,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        (rank.get(a.indikator) ?? order.length) - (rank.get(b.indikator) ?? order.length) ||
        (a.ar < b.ar ? -1 : 1),
    );
}

/** The name of a place in either release; its code when neither knows it. */
export function changedPlace({ before, after }: Comparison, kod: string): string {
  return after.platser.get(kod) ?? before.platser.get(kod) ?? kod;
}

/** Significant digits that a reader is shown; the CSV has every one. */
const DIGITS = 6;

/** What a cell said, for a reader: the value or the reason in words. */
export function contentText(content: CellContent | null): string {
  if (content === null) return 'fanns inte';
  const reason = ABSENCES.find((a) => a === content.saknas);
  if (reason) return absenceLabel(reason).toLocaleLowerCase('sv');
  if (content.varde === '') return content.saknas;
  const number = Number(content.varde);
  return Number.isFinite(number)
    ? String(Number(number.toPrecision(DIGITS))).replace('.', ',')
    : content.varde;
}

/** `2 ändrade, 3 nya och 0 borttagna värden`. */
export function countsText(changes: readonly CellChange[]): string {
  const count = (kind: CellChange['andring']) =>
    formatNumber(changes.filter((c) => c.andring === kind).length);
  return `${count('ändrad')} ändrade, ${count('ny')} nya och ${count('borttagen')} borttagna värden`;
}

/** Whom a value is about, where it is not everybody. */
const sexMark = (kon: string): string => (kon === 'K' ? ' (kvinnor)' : kon === 'M' ? ' (män)' : '');

const placeOf = (comparison: Comparison, kod: string) =>
  kod === '' ? 'Programmet' : `${changedPlace(comparison, kod)} (${kod})`;

/** One change as a line: `Umeå (2480): nej → ja`. */
function changeLine(comparison: Comparison, change: CellChange): string {
  const place = `${placeOf(comparison, change.kod)}${sexMark(change.kon)}${change.del === '' ? '' : `, ${change.del}`}`;
  if (change.andring === 'ny') return `+ ${place}: ${contentText(change.efter)}`;
  if (change.andring === 'borttagen') return `- ${place}: ${contentText(change.fore)}`;
  return `~ ${place}: ${contentText(change.fore)} → ${contentText(change.efter)}`;
}

/** More than this of one indicator and year is given as a number; the CSV has them all. */
const SHOWN = 20;

/** A correction as a line: what it is about, the version, the day and the reason. */
export const correctionText = ({ before, after }: Comparison, r: Correction): string =>
  `${correctedName([after, before], r)}, version ${r.version}, ${formatDate(r.datum)}: ${r.text}`;

/** For the terminal: corrections with their reasons, then every change by area, indicator and year. */
export function diffText(comparison: Comparison): string {
  const { before, after, changes, rattelser } = comparison;
  const lines = [`Från ${before.version} till ${after.version}: ${countsText(changes)}.`];
  if (rattelser.length > 0) lines.push('', 'Rättelser');
  for (const r of rattelser) lines.push(`  ${correctionText(comparison, r)}`);
  let area: string | undefined;
  for (const group of groupsOf(comparison)) {
    if (group.omrade !== area) lines.push('', group.omrade);
    area = group.omrade;
    lines.push(`  ${group.indikator} ${group.namn}, ${group.ar || 'år okänt'}: ${countsText(group.changes)}`);
    lines.push(...group.changes.slice(0, SHOWN).map((c) => `    ${changeLine(comparison, c)}`));
    if (group.changes.length > SHOWN)
      lines.push(`    … och ${formatNumber(group.changes.length - SHOWN)} till. Alla finns med --csv FIL.`);
  }
  return lines.join('\n');
}

const HEADER = [
  'andring',
  'omrade',
  'indikator',
  'indikatornamn',
  'ar',
  'kod',
  'namn',
  'kon',
  'del',
  'fore',
  'fore_saknas',
  'efter',
  'efter_saknas',
];

/** Every change as CSV (RFC 4180), values as they stand in `observationer.csv`. */
export function diffCsv(comparison: Comparison): string {
  const rows = groupsOf(comparison).flatMap((group) =>
    group.changes.map((c): DataRow => {
      const { fore, efter } = c;
      return [
        c.andring,
        group.omrade,
        c.indikator,
        group.namn,
        c.ar,
        c.kod,
        changedPlace(comparison, c.kod),
        c.kon,
        c.del,
        ...[fore, efter].flatMap((content) =>
          content === null ? ['', ''] : [numberOrText(content.varde), content.saknas],
        ),
      ];
    }),
  );
  return csvText([HEADER, ...rows], COMMA);
}

/** A negative number is a number, not a formula. */
const numberOrText = (text: string) =>
  text !== '' && Number.isFinite(Number(text)) && String(Number(text)) === text ? Number(text) : text;
