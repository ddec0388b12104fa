import { escapeXml } from '../../markup/escape.ts';
import type { Finding } from '../../model/finding.ts';
import { countInWords } from '../../text/numbers.ts';

const FEL = { one: 'fel', many: 'fel', ett: true } as const;
const VARNING = { one: 'varning', many: 'varningar' };

/** So many are shown; a file with more has the same defect over and over. */
const SHOWN = 30;

const where = ({ file, row, column }: Finding): string =>
  [file, ...(row === null ? [] : [`rad ${row}`]), ...(column === null ? [] : [`kolumn ${column}`])].join(
    ', ',
  );

/** How many findings there are, in a sentence that a screen reader hears. */
export function findingsSentence(findings: readonly Finding[]): string {
  const errors = findings.filter((f) => f.severity === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return 'Inga fel.';
  const words = [
    ...(errors > 0 ? [countInWords(errors, FEL)] : []),
    ...(warnings > 0 ? [countInWords(warnings, VARNING)] : []),
  ].join(' och ');
  const stop = errors > 0 ? ' Rätta felen och välj filen igen, så görs sammanställningen.' : '';
  return `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)} i filen.${stop}`;
}

/** The findings as a list: where, what is wrong, what to do. */
export function findingsHtml(findings: readonly Finding[]): string {
  const items = findings.slice(0, SHOWN).map((f) => {
    const what = `${f.severity === 'error' ? 'Fel' : 'Varning'}: ${f.message}${f.suggestion ? ` ${f.suggestion}` : ''}`;
    return `<li><strong>${escapeXml(where(f))}</strong><br>${escapeXml(what)}</li>`;
  });
  const rest = findings.length - items.length;
  const more = rest > 0 ? `<p>Och ${rest} till av samma slag eller längre ned i filen.</p>` : '';
  return items.length === 0 ? '' : `<ol>${items.join('')}</ol>${more}`;
}
