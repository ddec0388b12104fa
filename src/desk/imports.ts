import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch } from '../import/batch.ts';
import { confirmedCoding } from '../import/coding.ts';
import { csvSheet } from '../import/csv/sheet.ts';
import { readWorkbook } from '../import/excel/read.ts';
import { type DataFolder, openFolder } from '../import/folder.ts';
import type { HttpClient } from '../import/http/client.ts';
import { importKolada } from '../import/kolada/import.ts';
import { type Plan, planOf } from '../import/plan.ts';
import { validatePlan } from '../import/run.ts';
import { importScb } from '../import/scb/import.ts';
import { commitChanges, type StageEffects } from '../import/stage.ts';
import { guessMapping } from '../import/table/guess.ts';
import { importTable, type TableSource } from '../import/table/import.ts';
import type { Mapping } from '../import/table/mapping.ts';
import { readYears } from '../import/years.ts';
import { sha256 } from '../model/sha256.ts';
import { loadFiles } from '../pipeline/load.ts';
import { Refusal } from '../refusal.ts';
import { answered } from './answers.ts';
import { type BmeUpload, bmeBatch, bmeView, openedUpload } from './bme.ts';
import type { Html } from './page.ts';
import { mappingView } from './views.ts';

/** Where a source is asked, and with what. */
export type DeskSources = {
  readonly kolada: string;
  readonly scb: string;
  readonly client: (base: string) => Promise<HttpClient>;
};

/** What a person has given on the way to the data folder: a file through its mapping, or what a source answered. */
type Given = {
  readonly file: { readonly source: TableSource; mapping: Mapping } | null;
  readonly bme?: BmeUpload;
  plan: Plan | null;
};

type Page = readonly [string, Html];

/** The imports of a desk: what was given and not yet written. */
export type DeskImports = {
  readonly upload: (form: FormData) => Promise<Page>;
  /** A file of the housing-market survey, for the inventories. */
  readonly survey: (form: FormData) => Promise<Page>;
  readonly ask: (source: 'kolada' | 'scb', form: FormData) => Promise<Page>;
  /** The plan of what was given with this id, with what the form answers; null for an unknown id. */
  readonly confirm: (id: string, form: FormData) => Promise<Page | null>;
  readonly planned: (id: string) => Plan | null;
  readonly write: (id: string) => Promise<boolean>;
};

type Setting = {
  readonly token: string;
  readonly data: string;
  readonly files: () => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly now: () => Date;
  readonly stage: StageEffects;
  readonly sources: DeskSources;
  readonly planView: (id: string, plan: Plan) => Promise<Html>;
};

/** Imports by form. Nothing is written before `write`, and what would be written has passed our own validation. */
export function deskImports(setting: Setting): DeskImports {
  const given = new Map<string, Given>();
  const { token, files } = setting;

  async function planned(id: string, open: DataFolder, batch: Batch): Promise<Page> {
    const plan = planOf(open, batch);
    await validatePlan(open.files, plan, { validate: async (next) => (await loadFiles(next)).report });
    given.set(id, { ...given.get(id), file: given.get(id)?.file ?? null, plan });
    return ['Det här skulle skrivas', await setting.planView(id, plan)];
  }

  async function uploaded(form: FormData) {
    const file = form.get('fil');
    if (!(file instanceof File) || file.size === 0)
      throw new Refusal('Ingen fil är vald.', 'Gå tillbaka och välj en.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return {
      fil: file.name,
      hamtad: setting.now().toISOString(),
      sha256: sha256(bytes),
      grids: /\.xlsx$/i.test(file.name) ? await workbookSheets(bytes) : [csvSheet(file.name, bytes)],
    };
  }

  return {
    upload: async (form) => {
      const { grids, ...file } = await uploaded(form);
      const { indikatorer, referens } = openFolder(await files()).catalogue;
      const mapping = guessMapping(grids, {
        indikatorer,
        referens,
        kalla: said(form, 'kalla'),
        ar: Number(said(form, 'ar')) || null,
        fil: file.fil,
      });
      if (!mapping)
        throw new Refusal(
          'Filen har inget blad med kommuner i rader.',
          'Kontrollera att den har kommunkoder eller kommunnamn.',
        );
      const id = randomUUID();
      given.set(id, { file: { source: { ...file, grids, years: null }, mapping }, plan: null });
      return [`Så här uppfattar vi ${file.fil}`, mappingView(token, id, mapping, indikatorer)];
    },
    survey: async (form) => {
      const { grids, ...file } = await uploaded(form);
      const open = openFolder(await files());
      const bme = openedUpload(open, file, grids);
      const id = randomUUID();
      given.set(id, { file: null, bme, plan: null });
      return [`Så här uppfattar vi ${file.fil}`, bmeView(token, id, bme, open.catalogue.formular.uppgifter)];
    },
    ask: async (source, form) => {
      const open = openFolder(await files());
      const years = readYears(said(form, 'ar'));
      if (typeof years === 'string') throw new Refusal(years);
      const base = setting.sources[source];
      const client = await setting.sources.client(base);
      const batch =
        source === 'kolada'
          ? await importKolada(open, client, { ...koladaQuestion(form), years, baseUrl: base })
          : await importScb(open, client, { ...scbQuestion(open, form), years, baseUrl: base });
      return planned(randomUUID(), open, batch);
    },
    confirm: async (id, form) => {
      const { file, bme } = given.get(id) ?? {};
      if (bme) {
        const open = openFolder(await files());
        return planned(id, open, bmeBatch(open, bme, form));
      }
      if (!file) return null;
      file.mapping = answered(file.mapping, form);
      const open = openFolder(await files());
      return planned(id, open, importTable(open, file.source, file.mapping));
    },
    planned: (id) => given.get(id)?.plan ?? null,
    write: async (id) => {
      const plan = given.get(id)?.plan;
      if (!plan) return false;
      await commitChanges(setting.data, plan.changes, setting.stage);
      given.delete(id);
      return true;
    },
  };
}

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const words = (form: FormData, name: string) =>
  said(form, name)
    .split(/[\s,;]+/)
    .filter((w) => w !== '');

function koladaQuestion(form: FormData) {
  const kpis = words(form, 'kpi').map((kpi) => kpi.toUpperCase());
  const odd = kpis.find((kpi) => !/^[A-Z]\d{5}$/.test(kpi));
  if (kpis.length === 0 || odd !== undefined)
    throw new Refusal(
      odd === undefined ? 'Inget nyckeltal är skrivet.' : `”${odd}” är inte ett nyckeltal hos Kolada.`,
      'Skriv till exempel U30428, N31807.',
    );
  const coding = said(form, 'kodning');
  const confirmed = coding === '' ? null : confirmedCoding(coding);
  if (coding !== '' && confirmed === null)
    throw new Refusal(`”${coding}” är ingen kodning.`, 'Skriv till exempel U31467:1=ja,0=nej.');
  return {
    kpis,
    confirmed: new Map(confirmed === null ? [] : [confirmed]),
    accepted: new Set(words(form, 'godkann').map((kpi) => kpi.toUpperCase())),
  };
}

function scbQuestion(open: DataFolder, form: FormData) {
  const table = said(form, 'tabell');
  if (table === '') throw new Refusal('Ingen tabell är skriven.', 'Skriv tabellens id, till exempel TAB638.');
  const id = said(form, 'indikator');
  const indikator = id === '' ? null : open.indikator(id);
  if (indikator === undefined || indikator?.typ === 'enkat')
    throw new Refusal(`${id} är inget register i indikatorer.json.`, 'Lägg till indikatorn först.');
  const chosen = words(form, 'val').map((text) => {
    const [name = '', code = ''] = text.split('=');
    if (name === '' || code === '')
      throw new Refusal(`”${text}” är inget val.`, 'Skriv NAMN=KOD, till exempel ContentsCode=BE0101N1.');
    return [name, code] as const;
  });
  return { table, indikator, chosen: new Map(chosen) };
}

async function workbookSheets(bytes: Uint8Array): Promise<TableSource['grids']> {
  const folder = await mkdtemp(join(tmpdir(), 'oj-bok-'));
  try {
    await writeFile(join(folder, 'bok.xlsx'), bytes);
    return await readWorkbook(join(folder, 'bok.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
