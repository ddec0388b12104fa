import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read as excel, utils } from 'xlsx';
import { compile } from '../../src/content/inventering/report.ts';
import { zipInNode } from '../../src/files/common/zip-node.ts';
import { reportHtml } from '../../src/files/inventering/html.ts';
import { mallWriter } from '../../src/files/inventering/index.ts';
import { templateWorkbook } from '../../src/files/xlsx/inventering-template.ts';
import { ingest } from '../../src/ingest/index.ts';
import { runJob } from '../../src/islands/inventering/job.ts';
import { type Catalogue, indexCatalogue } from '../../src/model/catalogue.ts';
import { FORMULAR_FILE, FORMULAR_TEXT } from '../fixtures/formular.ts';
import { folder, write } from '../ingest/folder.ts';

const FILE = 'inventering/prov.csv';
const HEADER = 'kommunkod;ar;uppgift;kon;alder;varde;text';

/** The small questionnaire with a label changed, and a figure added that a question of its own is answered from. */
function changed(): string {
  const form = JSON.parse(FORMULAR_TEXT);
  form.uppgifter[0].namn = 'Alla på härbärge och liknande';
  form.uppgifter.push({
    kod: 'husvagn',
    del: 'utanfor',
    namn: 'Personer i husvagn',
    enhet: 'personer',
    anvisning: 'På campingplats eller rastplats.',
  });
  form.fragor.push({
    id: 'husvagn',
    fraga: 'Hur många bor i husvagn?',
    rubrik: 'Husvagn',
    uppgifter: ['husvagn'],
    annars: 'inventering',
    svar: [{ slag: 'antal', uppgift: 'husvagn', mening: 'I husvagn: {svar}.' }],
  });
  return JSON.stringify(form);
}

function read(rows: readonly string[], form: string): Catalogue {
  const text = `${[HEADER, ...rows].join('\n')}\n`;
  const { catalogue, findings } = ingest(folder(write(FORMULAR_FILE, form), write(FILE, text)));
  expect(findings).toEqual([]);
  if (!catalogue) throw new Error('no catalogue');
  return catalogue;
}

describe('a questionnaire that the publisher has changed', () => {
  const ROWS = ['0114;2024;akut-alla;T;alla;31;', '0114;2024;husvagn;T;alla;12;'];

  it('changes the forms, as CSV and as a workbook', () => {
    const catalogue = read(ROWS, changed());
    const csv = mallWriter.files(indexCatalogue(catalogue)).map((f) => strFromU8(f.content() as Uint8Array));
    expect(csv.join()).toContain(';husvagn;K;alla;');
    const book = excel(templateWorkbook(catalogue.formular, catalogue.release, zipInNode));
    const words = utils.sheet_to_csv(book.Sheets['Inventering'] ?? {});
    expect(words).toContain('Alla på härbärge och liknande,Kvinnor');
    expect(words).toContain('Personer i husvagn,Män');
  });

  it('changes the report: the figure has its question, its sentence and its name', () => {
    const { formular, inventeringar } = read(ROWS, changed());
    const html = reportHtml(compile(inventeringar, formular));
    expect(html).toContain('Hur många bor i husvagn?');
    expect(html).toContain('I husvagn: 12 personer.');
    expect(html).toContain('Alla på härbärge och liknande');
    expect(html).not.toContain('Alla i akuta boendelösningar');
  });

  it('says what is missing for a full answer, and what could give it', () => {
    const { formular, inventeringar } = read(ROWS.slice(1), changed());
    const report = compile(inventeringar, formular);
    const [akut] = report.parts;
    expect(akut?.answers).toEqual([]);
    expect(akut?.saknas).toContain('Härbärge eller akutboende');
    const steps = report.next.map((n) => [n.namn, n.fragor.length]);
    expect(steps).toEqual([
      ['Nästa inventering', 4],
      ['En lokal hemlöshetskartläggning', 1],
      ['En social rapport', 1],
    ]);
    expect(reportHtml(report)).toContain('För ett fullt svar saknas: ');
    // The one question that has its figure calls for nothing.
    expect(report.next.flatMap((n) => n.fragor)).not.toContain('Hur många bor i husvagn?');
  });

  it('finds what goes the same way three years in a row, and what is never given', () => {
    const years = (numbers: readonly number[]) =>
      numbers.map((n, i) => `0114;${2020 + i};husvagn;T;alla;${n};`);
    const found = (numbers: readonly number[]) => {
      const { formular, inventeringar } = read(years(numbers), changed());
      return compile(inventeringar, formular).patterns;
    };
    expect(found([9, 12, 14])[0]).toBe('Personer i husvagn: ökar varje år 2020–2022, från 9 till 14.');
    expect(found([9, 14, 12])[0]).toMatch(/^Saknas alla år: Alla på härbärge/);
    expect(found([9, 12])).toEqual([]);
    expect(found([14, 9, 12, 15, 18])[0]).toBe(
      'Personer i husvagn: ökar varje år 2021–2024, från 9 till 18.',
    );
  });

  it('changes the tool: it reads the new row, protects it and answers from it', async () => {
    const { formular } = read(ROWS, changed());
    const bytes = new TextEncoder().encode(
      [HEADER, ...ROWS, '0114;2024;husvagn;K;alla;3;', '0114;2024;husvagn;M;alla;9;'].join('\n'),
    );
    const job = { files: [{ name: 'prov.csv', bytes }], kommuner: [['0114', 'Väsby']] as const, formular };
    const outcome = await runJob(job, () => {});
    if (outcome.kind !== 'klart') throw new Error(JSON.stringify(outcome));
    expect(outcome.html).toContain('I husvagn: 12 personer.');
    const shown = outcome.years.flatMap((y) => y.rader.map((r) => `${r.uppgift} ${r.kon} ${r.varde}`));
    expect(shown).toEqual(['akut-alla T 31', 'husvagn T 12', 'husvagn K null', 'husvagn M null']);
  });
});
