import readXlsxFile from 'read-excel-file/browser';
import { compile } from '../../content/inventering/report.ts';
import { loadHighs } from '../../disclosure/highs.ts';
import { protectInventering } from '../../disclosure/inventering.ts';
import { zipInBrowser } from '../../files/common/zip-browser.ts';
import { compiledCsv } from '../../files/inventering/csv.ts';
import { reportHtml } from '../../files/inventering/html.ts';
import { compiledWorkbook } from '../../files/xlsx/inventering.ts';
import { templateWorkbook } from '../../files/xlsx/inventering-template.ts';
import type { PlaceCode } from '../../ingest/cells/place.ts';
import type { Inventering } from '../../model/inventering.ts';
import { Release } from '../../model/release.ts';
import { download } from '../download.ts';
import { findingsHtml, findingsSentence } from './findings.ts';
import { type Given, readGiven } from './read.ts';
import { inventeringSheet } from './rows.ts';

// Everything that the tool needs is fetched when the page opens, so that it works without a network afterwards and
// nobody's figures can be sent anywhere: the page makes no request once it has begun.
const solver = loadHighs();

function part<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id}`);
  return found;
}

const tool = part('verktyg', HTMLElement);
const chosen = part('fil', HTMLInputElement);
const drop = part('slapp', HTMLElement);
const kommun = part('kommun', HTMLSelectElement);
const ar = part('ar', HTMLInputElement);
const status = part('status', HTMLElement);
const findings = part('fynd', HTMLElement);
const report = part('rapport', HTMLElement);
const take = part('ta', HTMLElement);
const release = Release.parse(JSON.parse(tool.dataset.release ?? '{}'));
const places: ReadonlyMap<string, PlaceCode> = new Map(
  [...kommun.options].flatMap(({ value, text }) =>
    value === '' ? [] : [[value, { kod: value, niva: 'kommun' as const, namn: text }] as const],
  ),
);
let years: readonly Inventering[] = [];

/** A file as CSV bytes; null when it is a workbook without the template's header. */
async function given(file: File): Promise<Given | null> {
  if (!/\.xlsx$/i.test(file.name))
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), above: 0 };
  const sheets = await readXlsxFile(file);
  const sheet = inventeringSheet(sheets.map((s) => s.data as Parameters<typeof inventeringSheet>[0][number]));
  return sheet && { name: file.name, bytes: new TextEncoder().encode(sheet.csv), above: sheet.above };
}

async function read(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  years = [];
  take.hidden = true;
  report.replaceChildren();
  findings.replaceChildren();
  status.textContent = 'Läser …';
  try {
    const read = await Promise.all(files.map(given));
    const unreadable = files.filter((_, i) => read[i] === null);
    if (unreadable.length > 0) {
      status.textContent = `${unreadable.map((f) => f.name).join(', ')} har ingen rubrikrad från mallen. Hämta mallen och fyll i den.`;
      return;
    }
    await show(read.filter((g) => g !== null));
  } catch (error) {
    status.textContent = `Filen gick inte att läsa. ${error instanceof Error ? error.message : ''}`;
  }
}

async function show(files: readonly Given[]): Promise<void> {
  const result = readGiven(files, places);
  findings.innerHTML = findingsHtml(result.findings);
  const kommuner = new Set(result.inventeringar.map((i) => i.kod));
  const stopped = result.findings.some((f) => f.severity === 'error');
  status.textContent = findingsSentence(result.findings);
  if (stopped) return;
  if (kommuner.size !== 1) {
    status.textContent =
      kommuner.size === 0
        ? 'Filen har inga ifyllda siffror.'
        : 'Filerna gäller flera kommuner. Välj en kommun i taget.';
    return;
  }
  const highs = await solver;
  years = result.inventeringar.map((inventering) => protectInventering(highs, inventering));
  const compiled = compile(years);
  report.innerHTML = `<h2>${title()}</h2>${reportHtml(compiled).replaceAll(/<(\/?)h2/g, '<$1h3')}`;
  take.hidden = false;
  status.textContent = `${findingsSentence(result.findings)} Sammanställningen för ${compiled.kommun} står nedanför.`;
}

/** `Lycksele 2022, 2023`; names come from the site's own list of kommuner. */
const title = () => `${years[0]?.namn ?? ''} ${years.map((y) => y.ar).join(', ')}`;

chosen.addEventListener('change', () => void read([...(chosen.files ?? [])]));
for (const type of ['dragover', 'dragleave', 'drop'] as const)
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', type === 'dragover');
    if (type === 'drop') void read([...(event.dataTransfer?.files ?? [])]);
  });
part('mall', HTMLButtonElement).addEventListener('click', () =>
  download(
    ['inventering', kommun.value, ar.value].filter((s) => s !== '').join('-'),
    'xlsx',
    templateWorkbook(release, zipInBrowser, { kommunkod: kommun.value, ar: ar.value }),
  ),
);
part('ta-xlsx', HTMLButtonElement).addEventListener('click', () =>
  download('inventering-sammanstallning', 'xlsx', compiledWorkbook(years, release, zipInBrowser)),
);
part('ta-csv', HTMLButtonElement).addEventListener('click', () =>
  download('inventering-sammanstallning', 'csv', compiledCsv(years)),
);
part('skriv-ut', HTMLButtonElement).addEventListener('click', () => print());
void solver.then(() => {
  tool.dataset.ready = 'ja';
  status.textContent = 'Verktyget är klart. Du kan koppla från nätet om du vill.';
});
