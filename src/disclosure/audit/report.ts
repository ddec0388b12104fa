import { type Exposure, possibleCounts } from '../attack/intervals.ts';
import { cellInWords } from '../system.ts';
import type { ReleaseAudit } from './index.ts';

/** The control in words. `failures` is empty when nothing may be found out; else nothing may be published. */
export type AuditReport = { readonly summary: string; readonly failures: readonly string[] };

function range({ interval: { lower, upper } }: Exposure): string {
  return lower === upper ? `är ${lower}` : `är mellan ${lower} och ${upper}`;
}

const because = ({ tables }: Exposure) =>
  tables.length === 0 ? 'Det står i filerna.' : `Det avslöjas av: ${tables.join('; ')}.`;

/** Cells that are named one by one; of more it is said how many. */
const NAMED = 20;

/**
 * What is not shown is not published: readers are promised that it has been tried. Says what it means and what to do.
 */
function notShownInWords(cells: readonly string[]): readonly string[] {
  if (cells.length === 0) return [];
  const [which, them] =
    cells.length === 1 ? ['ett skyddat antal', 'det'] : [`${cells.length} skyddade antal`, 'de'];
  const rest = cells.length - NAMED;
  return [
    `Inte visat för ${which}: kontrollen har räknat så länge den får utan att kunna säga om ${them} går att räkna ut eller inte. Det behöver inte vara ett fel i skyddet, men det som inte är visat publiceras inte. Gör tabellen lättare att pröva: ta bort en indelning, slå ihop klasser eller utelämna de minsta områdena.`,
    ...cells.slice(0, NAMED).map((cell) => `${cellInWords(cell)}: inte visat.`),
    ...(rest > 0 ? [`och ${rest} till.`] : []),
  ];
}

/** Says in Swedish what the control of the written files found; null for a release without anything hidden. */
export function auditReport(audit: ReleaseAudit | null): AuditReport {
  if (audit === null)
    return { summary: 'Röjandekontroll: inget antal personer behövde skyddas.', failures: [] };
  const attacks = [audit.attack, ...audit.rounded];
  const narrowest = attacks
    .flatMap((a) => a.narrowest ?? [])
    .toSorted((a, b) => possibleCounts(a.interval) - possibleCounts(b.interval))[0];
  const failures = [
    ...audit.leaks.map(
      (l) => `${cellInWords(l.cell)}: värdet är skyddat men står som ${l.varde} i ${l.path}.`,
    ),
    ...attacks.flatMap(({ exposed, exposedToInsiders, notShown, contradictions }) => [
      ...exposed.map((f) => `${cellInWords(f.cell)}: går att räkna ut, värdet ${range(f)}. ${because(f)}`),
      ...exposedToInsiders.map(
        (f) =>
          `${cellInWords(f.cell)}: den som är ensam i en annan grupp kan räkna ut att värdet ${range(f)}. ${because(f)}`,
      ),
      ...notShownInWords(notShown),
      ...contradictions.map((table) => `${table}: det som är publicerat går inte ihop.`),
    ]),
    ...audit.unread.map(
      ({ table, format }) => `${table.om.kortnamn}: hittade inga värden i någon fil av typen ${format}.`,
    ),
  ];
  const tables = `${audit.tables} ${audit.tables === 1 ? 'tabell' : 'tabeller'} över personer`;
  const { hidden } = audit.attack;
  const cells = `${hidden} ${hidden === 1 ? 'skyddad cell' : 'skyddade celler'}`;
  const closest = narrowest
    ? `, smalaste intervall ${narrowest.interval.lower}–${narrowest.interval.upper} (${cellInWords(narrowest.cell)})`
    : '';
  return { summary: `Röjandekontroll: ${tables}, ${cells}${closest}.`, failures };
}
