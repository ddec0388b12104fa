import type { Plan } from '../import/plan.ts';
import { planText } from '../import/plan.ts';
import type { Mapping } from '../import/table/mapping.ts';
import { mappingQuestions } from '../import/table/mapping.ts';
import { ABSENCES } from '../model/absence.ts';
import { type Finding, findingText, type ValidationReport } from '../model/finding.ts';
import type { Indicator } from '../model/indicator.ts';
import {
  type Comparison,
  changedPlace,
  contentText,
  correctionText,
  countsText,
  groupsOf,
} from '../pipeline/diff/report.ts';
import { form, type Html, html } from './page.ts';
import type { ReleasePlan } from './release-plan.ts';

/** So many findings are shown; a folder with more has the same fault over and over. */
const SHOWN = 100;

const where = ({ file, row, column }: Finding) =>
  `${file}${row === null ? '' : `, rad ${row}`}${column === null ? '' : `, ${column}`}`;

/** A line as it stands in its file; nothing where there is none. */
const written = (line: string | null) => (line === null ? null : html`<pre>${line}</pre>`);

/** The state of the data folder: how many findings, and each with its row and what to write instead. */
export function stateView(report: ValidationReport, lineOf: (finding: Finding) => string | null): Html {
  const { error, warning, rows, files } = report.counts;
  return html`<p>${rows} rader i ${files} filer. ${error} fel och ${warning} varningar.</p>
${report.findings.slice(0, SHOWN).map(
  (
    f,
  ) => html`<section class="${f.severity === 'error' ? 'stop' : 'warn'}"><h2>${f.severity === 'error' ? 'Fel' : 'Varning'}: ${where(f)}</h2>
<p>${findingText(f)}</p>${written(lineOf(f))}<p><a href="/regel/${f.code}">Om regeln ${f.code}</a></p></section>`,
)}${report.findings.length > SHOWN ? html`<p>Och ${report.findings.length - SHOWN} till. Kör npm run validate för alla.</p>` : ''}`;
}

/** Every way in: a file, Kolada, SCB. */
export const importView = (token: string, indikatorer: readonly Indicator[]): Html =>
  html`<p>Inget skrivs förrän du har sett vad det blir och bekräftat.</p>
<section><h2>En fil</h2><p>En arbetsbok eller en CSV-fil med kommuner i rader.</p>${form(
    token,
    '/las-in',
    html`<label class="drop">Släpp filen här, eller välj den <input type="file" name="fil" accept=".xlsx,.csv,.txt" required></label><label>Källa, som läsarna ser den <input name="kalla" required></label><label>År, om filen inte säger det <input name="ar" inputmode="numeric" pattern="[0-9]{4}"></label><p><button>Läs filen</button></p>`,
    true,
  )}</section>
<section><h2>Bostadsmarknadsenkäten</h2><p>Det som kommuner har svarat Boverket, till deras inventeringar.</p>${form(
    token,
    '/bostadsmarknadsenkaten',
    html`<label class="drop">Släpp Boverkets fil här, eller välj den <input type="file" name="fil" accept=".xlsx,.csv,.txt" required></label><p><button>Läs Boverkets fil</button></p>`,
    true,
  )}</section>
<section><h2>Kolada</h2><p>Frågar Kolada över nätet och behåller svaren.</p>${form(
    token,
    '/kolada',
    html`<label>Nyckeltal <input name="kpi" list="nyckeltal" required placeholder="U30428, N31807"></label><datalist id="nyckeltal">${indikatorer.flatMap((i) => (i.kolada === null ? [] : [html`<option value="${i.kolada}">${i.kortnamn}</option>`]))}</datalist><label>År hos Kolada <input name="ar" required placeholder="2016-2024"></label><details><summary>När Kolada har ändrat något</summary><label>Vad siffrorna betyder <input name="kodning" placeholder="U31467:1=ja,0=nej"></label><label>Nyckeltal vars ändrade text du har läst <input name="godkann"></label></details><p><button>Fråga Kolada</button></p>`,
    true,
  )}</section>
<section><h2>SCB</h2><p>Folkmängd år för år, eller ett register.</p>${form(
    token,
    '/scb',
    html`<label>Tabell <input name="tabell" required placeholder="TAB638"></label><label>År hos SCB <input name="ar" required placeholder="2016-2024"></label><label>Skrivs som <select name="indikator"><option value="">Folkmängd</option>${indikatorer.flatMap((i) => (i.typ === 'enkat' ? [] : [html`<option value="${i.id}">${i.kortnamn} (${i.id})</option>`]))}</select></label><label>Val bland det som tabellen delar upp på <input name="val" placeholder="ContentsCode=BE0101N1"></label><p><button>Fråga SCB</button></p>`,
    true,
  )}</section>`;

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
    chosen: string | null,
    options: readonly (readonly [string, string])[],
    label: string,
  ) =>
    html`<label>${label} <select name="${name}">${options.map(([value, text]) => (value === (chosen === null ? '' : chosen) ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`))}</select></label>`;
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
<label>År, eller kolumnen som har det <input name="ar:${s}" value="${b.ar}"></label>
${b.kolumner.map(
  (
    k,
    c,
  ) => html`<fieldset><legend>${k.kolumn}</legend>${choice(`ind:${s}:${c}`, k.indikator, ids, 'Indikator')}
${Object.entries(k.svar).map(([word, answer]) => html`<label>”${word}” betyder <input name="svar:${s}:${c}:${word}" value="${answer}"></label>`)}
${Object.entries(k.saknas).map(([word, reason]) => choice(`saknas:${s}:${c}:${word}`, reason, [['', 'välj'], ...ABSENCES.map((a) => [a, a] as const)], word === '' ? 'En tom cell är' : `”${word}” är`))}</fieldset>`,
)}</fieldset>`,
)}<p><button>Visa vad som skulle skrivas</button></p>`,
  );
}

/** A page of the site that a change is seen on. */
export type ChangedPage = { readonly path: string; readonly title: string };

/** So many pages and values are named at once; the rest can be opened. */
const NAMED = 20;
/** So many values altogether can be opened; a page with more of them is of no use to anybody. */
const OPENED = 5000;

/** Pages as a list, the rest below a line to open. */
function pageList(pages: readonly ChangedPage[], item: (page: ChangedPage) => Html): Html {
  const list = (some: readonly ChangedPage[]) => html`<ul>${some.map((p) => html`<li>${item(p)}</li>`)}</ul>`;
  const rest = pages.slice(NAMED);
  return html`${list(pages.slice(0, NAMED))}${rest.length === 0 ? '' : html`<details><summary>Och ${rest.length} sidor till</summary>${list(rest)}</details>`}`;
}

const SEXES: Readonly<Record<string, string>> = { T: 'alla', K: 'kvinnor', M: 'män' };

/** True where there is, or was, a value and not only a reason why there is none. */
export const isValued = ({ fore, efter }: Comparison['changes'][number]): boolean =>
  [fore, efter].some((content) => content !== null && content.varde !== '');

/** Changed values in a table of their own. */
function valueTable(comparison: Comparison, label: string, changes: Comparison['changes']): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr><th scope="col">Plats</th><th scope="col">Kön</th><th scope="col">Förut</th><th scope="col">Nu</th></tr></thead><tbody>${changes.map(
    (c) =>
      html`<tr><th scope="row">${[changedPlace(comparison, c.kod), c.del].filter((part) => part !== '').join(', ')}</th><td>${SEXES[c.kon] ?? c.kon}</td><td>${contentText(c.fore)}</td><td>${c.efter === null ? 'tas bort' : contentText(c.efter)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Values as they were and as they become, a row each. */
function changesTable(comparison: Comparison): Html {
  const { changes } = comparison;
  if (changes.length === 0) return html`<p>Inga värden ändras.</p>`;
  return html`<p>${countsText(changes)}.</p>${groupsOf(comparison).map((group) => {
    // What a reader will see before the places that only get a reason why there is nothing.
    const sorted = group.changes.toSorted((a, b) => Number(isValued(b)) - Number(isValued(a)));
    const name = `${group.namn} ${group.ar === '' ? 'år okänt' : group.ar}`;
    const rest = sorted.slice(NAMED);
    const words = `Och ${rest.length} värden till`;
    const opened = () =>
      html`<details><summary>${words}</summary>${valueTable(comparison, `${name}, fler`, rest)}</details>`;
    return html`<section><h3>${name}</h3>${valueTable(comparison, name, sorted.slice(0, NAMED))}${rest.length === 0 ? '' : changes.length > OPENED ? html`<p>${words}.</p>` : opened()}</section>`;
  })}`;
}

/** What would be written, what that changes for readers, and where. @param effect null where the folder has errors */
export const planView = (
  token: string,
  id: string,
  plan: Plan,
  effect: { readonly comparison: Comparison; readonly pages: readonly ChangedPage[] } | null,
): Html =>
  html`<pre>${planText(plan)}</pre>${effect === null ? '' : html`<h2>Värden som ändras</h2>${changesTable(effect.comparison)}<h2>Sidor som ändras</h2>${pageList(effect.pages, ({ path, title }) => html`${title} <small>${path}</small>`)}`}${
    plan.changes.length === 0
      ? ''
      : html`${form(token, `/visa/${id}`, html`<p><button class="quiet">Bygg och visa sidorna</button> Tar någon minut. Inget skrivs.</p>`)}${form(token, `/skriv/${id}`, html`<p><button>Skriv det här till datamappen</button></p>`)}`
  }`;

/** The site as it would become, page by page, and the same choice again. */
export const previewView = (
  token: string,
  id: string,
  address: string,
  pages: readonly ChangedPage[],
): Html =>
  html`<p>Webbplatsen är byggd med ändringarna och visas bara på den här datorn. Datamappen är orörd.</p>${pageList(pages, ({ path, title }) => html`<a href="${address.replace(/\/$/, '')}${path}" target="_blank" rel="noopener">${title}</a>`)}<p><a href="${address}" target="_blank" rel="noopener">Hela webbplatsen</a></p>${form(token, `/skriv/${id}`, html`<p><button>Skriv det här till datamappen</button></p>`)}`;

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

/** The next release against the last one, value by value, with the corrections that say why. */
export const differenceView = ({ comparison, version }: ReleasePlan): Html =>
  comparison === null
    ? html`<p>Det finns ingen tidigare version att jämföra med.</p>`
    : html`<p>Från ${comparison.before.version} till ${version}.</p><h2>Rättelser</h2>${comparison.rattelser.length === 0 ? html`<p>Inga.</p>` : html`<ul>${comparison.rattelser.map((r) => html`<li>${correctionText(comparison, r)}</li>`)}</ul>`}<h2>Värden</h2>${changesTable(comparison)}`;
