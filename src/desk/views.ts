import type { Plan } from '../import/plan.ts';
import { planText } from '../import/plan.ts';
import type { Mapping } from '../import/table/mapping.ts';
import { mappingQuestions } from '../import/table/mapping.ts';
import { ABSENCES } from '../model/absence.ts';
import type { Finding, ValidationReport } from '../model/finding.ts';
import type { Indicator } from '../model/indicator.ts';
import { form, type Html, html } from './page.ts';
import type { ReleasePlan } from './release.ts';
import { releaseText } from './release.ts';

/** So many findings are shown; a folder with more has the same fault over and over. */
const SHOWN = 100;

const where = ({ file, row, column }: Finding) =>
  `${file}${row === null ? '' : `, rad ${row}`}${column === null ? '' : `, ${column}`}`;

/** The state of the data folder: how many findings, and each with its row and what to write instead. */
export function stateView(report: ValidationReport, lineOf: (finding: Finding) => string | null): Html {
  const { error, warning, rows, files } = report.counts;
  return html`<p>${rows} rader i ${files} filer. ${error} fel och ${warning} varningar.</p>
${report.findings.slice(0, SHOWN).map(
  (
    f,
  ) => html`<section class="${f.severity === 'error' ? 'stop' : 'warn'}"><h2>${f.severity === 'error' ? 'Fel' : 'Varning'}: ${where(f)}</h2>
<p>${f.message} ${f.suggestion ?? ''}</p>${lineOf(f) === null ? '' : html`<pre>${lineOf(f) ?? ''}</pre>`}<p><a href="/regel/${f.code}">Om regeln ${f.code}</a></p></section>`,
)}${report.findings.length > SHOWN ? html`<p>Och ${report.findings.length - SHOWN} till. Kör npm run validate för alla.</p>` : ''}`;
}

export const uploadView = (token: string): Html =>
  html`<p>Välj en arbetsbok eller en CSV-fil med kommuner i rader. Inget skrivs förrän du har bekräftat.</p>${form(
    token,
    '/las-in',
    html`<label>Fil <input type="file" name="fil" accept=".xlsx,.csv,.txt" required></label><label>Källa, som läsarna ser den <input name="kalla" required></label><label>År, om filen inte säger det <input name="ar" inputmode="numeric" pattern="[0-9]{4}"></label><p><button>Läs filen</button></p>`,
    true,
  )}`;

/** A guessed mapping as a form: which indicator each column is, and what every word means. */
export function mappingView(
  token: string,
  id: string,
  mapping: Mapping,
  indikatorer: readonly Indicator[],
): Html {
  const questions = mappingQuestions(mapping);
  const choice = (
    name: string,
    chosen: string,
    options: readonly (readonly [string, string])[],
    label: string,
  ) =>
    html`<label>${label} <select name="${name}">${options.map(([value, text]) => (value === chosen ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`))}</select></label>`;
  const ids = [
    ['', 'läses inte'] as const,
    ...indikatorer.map((i) => [i.id, `${i.kortnamn} (${i.id})`] as const),
  ];
  return form(
    token,
    `/bekrafta/${id}`,
    html`${questions.length > 0 ? html`<section class="warn"><h2>Det här måste du svara på</h2><ul>${questions.map((q) => html`<li>${q}</li>`)}</ul></section>` : ''}
${mapping.blad.map(
  (
    b,
    s,
  ) => html`<fieldset><legend>Bladet ${b.blad}</legend><p>Rubriken på rad ${b.rubrikrader[1]}, platserna på rad ${b.rader[0]} till ${b.rader[1]}.</p>
<label>År, eller kolumnen som har det <input name="ar:${s}" value="${b.ar ?? ''}"></label>
${b.kolumner.map(
  (
    k,
    c,
  ) => html`<fieldset><legend>${k.kolumn}</legend>${choice(`ind:${s}:${c}`, k.indikator ?? '', ids, 'Indikator')}
${Object.entries(k.svar).map(([word, answer]) => html`<label>”${word}” betyder <input name="svar:${s}:${c}:${word}" value="${answer}"></label>`)}
${Object.entries(k.saknas).map(([word, reason]) => choice(`saknas:${s}:${c}:${word}`, reason, [['', 'välj'], ...ABSENCES.map((a) => [a, a] as const)], word === '' ? 'En tom cell är' : `”${word}” är`))}</fieldset>`,
)}</fieldset>`,
)}<p><button>Visa vad som skulle skrivas</button></p>`,
  );
}

export const planView = (token: string, id: string, plan: Plan): Html =>
  html`<pre>${planText(plan)}</pre>${plan.changes.length === 0 ? '' : form(token, `/skriv/${id}`, html`<p><button>Skriv det här till datamappen</button></p>`)}`;

/** The list before a release, and the difference to the last one. */
export function releaseView(token: string, plan: ReleasePlan): Html {
  const stops = plan.items.filter((i) => i.stops);
  return html`<p>Nästa version: ${plan.version}</p>${plan.items.map((i) => html`<p class="${i.stops ? 'stop' : 'warn'}">${i.stops ? 'Stoppar' : 'Tänk på'}: ${i.message}</p>`)}${
    stops.length === 0
      ? form(
          token,
          '/ge-ut',
          html`<p>Bygget tar några minuter.</p><p><button>Ge ut version ${plan.version}</button></p>`,
        )
      : html`<p>Rätta det som stoppar, så kan version ${plan.version} ges ut.</p>`
  }`;
}

export const differenceView = (plan: ReleasePlan): Html => html`<pre>${releaseText(plan)}</pre>`;
