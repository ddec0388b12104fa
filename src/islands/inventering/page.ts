/** The page of the tool: what the reader chooses goes to a worker, and what it answers is shown. */

import type { Inventering } from '../../model/inventering.ts';
import { BOUNDS } from '../../model/limits.ts';
import { must } from '../../model/must.ts';
import { download } from '../download.ts';
import { pagePart, takeDropped } from '../tool.ts';
import { bmePart } from './bme-page.ts';
import { findingsHtml, findingsSentence } from './findings.ts';
import type { Outcome } from './job.ts';
import { prepare, readInWorker, stop } from './work.ts';

const tool = pagePart('verktyg', HTMLElement);
const chosen = pagePart('fil', HTMLInputElement);
const kommun = pagePart('kommun', HTMLSelectElement);
const ar = pagePart('ar', HTMLInputElement);
const status = pagePart('status', HTMLElement);
const progress = pagePart('arbetar', HTMLElement);
const findings = pagePart('fynd', HTMLElement);
const report = pagePart('rapport', HTMLElement);
const take = pagePart('ta', HTMLElement);
const data = {
  release: must(tool.dataset['release'], 'release'),
  formular: must(tool.dataset['formular'], 'questionnaire'),
};
const kommuner = [...kommun.options].flatMap(({ value, text }) =>
  value === '' ? [] : [[value, text] as const],
);
let years: readonly Inventering[] = [];
/** Which reading is the newest: what an earlier one answers is not shown. */
let reading = 0;
/** The files that were chosen last: read again when Boverket's file comes after them. */
let given: readonly File[] = [];

const say = (words: string) => {
  status.textContent = words;
};

const bme = bmePart({ kommuner, formular: data.formular, say, changed: () => void read(given) });

function clear(): void {
  years = [];
  take.hidden = true;
  report.replaceChildren();
  findings.replaceChildren();
}

function show(outcome: Outcome): void {
  if (outcome.kind === 'olasligt') {
    say(outcome.words);
    return;
  }
  findings.innerHTML = findingsHtml(outcome.findings);
  say(findingsSentence(outcome.findings));
  if (outcome.kind === 'fynd') return;
  years = outcome.years;
  const heading = document.createElement('h2');
  heading.textContent = `${outcome.kommun} ${years.map((y) => y.ar).join(', ')}`;
  // The report's own headings stand one level below the page's.
  report.innerHTML = outcome.html.replaceAll(
    /<(\/?)h([23])/g,
    (_, end, level) => `<${end}h${Number(level) + 1}`,
  );
  report.prepend(heading);
  take.hidden = false;
  say(`${findingsSentence(outcome.findings)} Sammanställningen för ${outcome.kommun} står nedanför.`);
}

async function read(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  given = files;
  clear();
  const size = files.reduce((sum, f) => sum + f.size, 0);
  if (size > BOUNDS.inventory.bytes)
    return say(
      `${files.length === 1 ? 'Filen är' : 'Filerna är tillsammans'} ${Math.round(size / 1e6)} MB. Verktyget läser högst ${BOUNDS.inventory.bytes / 1e6} MB, och en ifylld mall är mindre än en. Välj en annan fil.`,
    );
  reading += 1;
  const own = reading;
  // A second choice replaces the first.
  if (!progress.hidden) stop();
  progress.hidden = false;
  try {
    const bytes = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const order = { files: bytes, kommuner, formular: data.formular, bme: await bme() };
    const outcome = await readInWorker(order, say);
    if (own === reading) show(outcome);
  } catch (error) {
    if (own === reading)
      say(`Filen gick inte att sammanställa: ${error instanceof Error ? error.message : 'okänt fel'}.`);
  } finally {
    if (own === reading) progress.hidden = true;
  }
}

async function handOut(
  name: string,
  bytes: (files: typeof import('./files.ts')) => Uint8Array,
): Promise<void> {
  try {
    download(name, 'xlsx', bytes(await import('./files.ts')));
  } catch {
    say('Filen kunde inte göras just nu. Kontrollera nätet och försök igen.');
  }
}

chosen.addEventListener('change', () => void read([...(chosen.files ?? [])]));
// The same file chosen again, mended, is a new choice.
chosen.addEventListener('click', () => {
  chosen.value = '';
});
takeDropped(pagePart('slapp', HTMLElement), (files) => void read(files));
pagePart('avbryt', HTMLButtonElement).addEventListener('click', () => {
  reading += 1;
  stop();
  progress.hidden = true;
  say('Läsningen är avbruten.');
  chosen.focus();
});
pagePart('utan-nat', HTMLButtonElement).addEventListener('click', async ({ currentTarget }) => {
  say('Hämtar hela verktyget …');
  try {
    await Promise.all([prepare(), import('./files.ts')]);
    if (currentTarget instanceof HTMLElement) currentTarget.hidden = true;
    say('Hela verktyget är hämtat. Du kan koppla från nätet.');
  } catch {
    say('Verktyget kunde inte hämtas just nu. Kontrollera nätet och försök igen.');
  }
});
pagePart('mall', HTMLButtonElement).addEventListener('click', () =>
  handOut(['inventering', kommun.value, ar.value].filter((s) => s !== '').join('-'), (files) =>
    files.templateBytes(data, kommun.value, ar.value),
  ),
);
pagePart('ta-xlsx', HTMLButtonElement).addEventListener('click', () =>
  handOut('inventering-sammanstallning', (files) => files.compiledBytes(data, years)),
);
pagePart('ta-csv', HTMLButtonElement).addEventListener('click', async () => {
  const { compiledText } = await import('./files.ts');
  download('inventering-sammanstallning', 'csv', compiledText(data, years));
});
pagePart('skriv-ut', HTMLButtonElement).addEventListener('click', () => print());
tool.dataset['ready'] = 'ja';
