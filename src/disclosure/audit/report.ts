import type { Exposure } from '../attack/intervals.ts';
import { possibleCounts } from '../attack/intervals.ts';
import type { TableAudit } from './index.ts';

/** The control in words. `failures` is empty when nothing may be found out; else nothing may be published. */
export type AuditReport = { readonly summary: string; readonly failures: readonly string[] };

const place = (cell: string) => {
  const [indikator, ar, kod, kon] = cell.split('|');
  return `${indikator}${ar ? ` ${ar}` : ''}, kod ${kod}, kön ${kon}`;
};

function range({ interval: { lower, upper } }: Exposure): string {
  return lower === upper ? `är ${lower}` : `är mellan ${lower} och ${upper}`;
}

const because = ({ tables }: Exposure) =>
  tables.length === 0 ? 'Det står i filerna.' : `Det avslöjas av: ${tables.join('; ')}.`;

/** Says in Swedish what the control of the written files found. */
export function auditReport(audits: readonly TableAudit[]): AuditReport {
  const hidden = audits.reduce((sum, a) => sum + a.attack.hidden, 0);
  const narrowest = audits
    .flatMap((a) => a.attack.narrowest ?? [])
    .toSorted((a, b) => possibleCounts(a.interval) - possibleCounts(b.interval))[0];
  const failures = audits.flatMap(({ secret, attack, leaks, unread }) => [
    ...leaks.map((l) => `${place(l.cell)}: värdet är skyddat men står som ${l.varde} i ${l.path}.`),
    ...attack.exposed.map((f) => `${place(f.cell)}: går att räkna ut, värdet ${range(f)}. ${because(f)}`),
    ...attack.exposedToInsiders.map(
      (f) =>
        `${place(f.cell)}: den som är ensam i en annan grupp kan räkna ut att värdet ${range(f)}. ${because(f)}`,
    ),
    ...attack.contradictions.map((table) => `${table}: det som är publicerat går inte ihop.`),
    ...unread.map(
      (format) => `${secret.indikator.kortnamn}: hittade inga värden i någon fil av typen ${format}.`,
    ),
  ]);
  const tables = `${audits.length} ${audits.length === 1 ? 'tabell' : 'tabeller'} över personer`;
  const cells = `${hidden} ${hidden === 1 ? 'skyddad cell' : 'skyddade celler'}`;
  const summary =
    audits.length === 0
      ? 'Röjandekontroll: inget antal personer behövde skyddas.'
      : narrowest
        ? `Röjandekontroll: ${tables}, ${cells}, smalaste intervall ${narrowest.interval.lower}–${narrowest.interval.upper} (${place(narrowest.cell)}).`
        : `Röjandekontroll: ${tables}, ${cells}.`;
  return { summary, failures };
}
