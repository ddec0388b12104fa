import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects-node.ts';
import { readWorkbook } from '../../src/import/excel/read.ts';
import { BOUNDS } from '../../src/model/limits.ts';
import { load } from '../../src/pipeline/load.ts';
import { command, type TrialFolder, trialFolder } from './trial.ts';
import { KOMMUNER, type TestSheet, workbook } from './workbooks.ts';

let trial: TrialFolder;
beforeEach(async () => {
  trial = await trialFolder();
});
afterEach(() => trial.remove());

const ANSWERS = ['Ja', 'Nej', 'Nej', '-', '', 'ja'] as const;
const PARTLY = ['Ja', 'Ja, med vissa', 'Nej', 'Delvis', '..', '-'] as const;

/** The shape of an ÖJ workbook: titles, two header rows with merged groups, riket among the rows, notes below. */
const areaSheet: TestSheet = {
  name: 'Kommuner',
  rows: [
    ['Öppna jämförelser av hemlöshet 2024'],
    ['Källa: Socialstyrelsen'],
    [],
    ['Kommunkod', 'Kommun', 'Samverkan', null],
    [
      null,
      null,
      'Aktuell övergripande plan för att motverka hemlöshet (U30428)',
      'Aktuell överenskommelse på övergripande nivå med bostadsföretag och hyresvärdar',
    ],
    ['00', 'Riket', '50 %', '30 %'],
    // Excel has taken the first nought of Gotland's code.
    ...KOMMUNER.map(([kod, namn], i) => [Number(kod), namn, ANSWERS[i] ?? '', PARTLY[i] ?? '']),
    [],
    ['X = för få för att visas. - = har inte svarat.'],
    ['Uppgifterna gäller kommunens egen bedömning.'],
  ],
  merged: [
    [0, 0, 0, 3],
    [3, 2, 3, 3],
    [3, 0, 4, 0],
    [3, 1, 4, 1],
  ],
};
const lanSheet: TestSheet = {
  name: 'Län',
  rows: [
    ['Län', 'Andel ja'],
    ['Gotlands län', 0.5],
    ['Blekinge län', 0.2],
  ],
};

const run = async (...more: readonly string[]) =>
  command('scripts/import.ts', ['excel', join(trial.data, '../bok.xlsx'), '--data', trial.data, ...more]);
const put = (...sheets: readonly TestSheet[]) => trial.write('../bok.xlsx', workbook(sheets));

describe('a workbook with kommuner in rows', () => {
  it('is understood, shown, confirmed once, and asks nothing the second time', async () => {
    await put(areaSheet, lanSheet);
    const before = await trial.bytes();
    const first = await run('--kalla', 'Socialstyrelsen, öppna jämförelser 2024');
    expect(first.code).toBe(1);
    expect(first.err).toContain(
      'rubriken står på rad 4–5, platserna på rad 7–12 (Kommunkod, Kommun). År: 2024.',
    );
    expect(first.err).toMatch(/”Samverkan – Aktuell övergripande plan.*läses som U30428/);
    expect(first.err).toMatch(
      /”Samverkan – Aktuell överenskommelse.*läses som U30437.*”Ja, med vissa” = delvis/,
    );
    expect(first.err).toContain('Blad utan kommuner läses inte: Län');
    const after = [...(await trial.bytes())].filter(([path]) => path !== 'bok.xlsx.mappning.json');
    expect(new Map(after)).toEqual(before);

    const second = await run('--bekrafta');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(await trial.text('omraden/hemloshet/enkat/2024.csv')).toBe(
      [
        'kommunkod;kommun;stadsdel;U30428;U30437',
        '0980;Gotland;;ja;ja',
        '1060;Olofström;;nej;delvis',
        '1080;Karlskrona;;nej;nej',
        '1081;Ronneby;;-;delvis',
        '1082;Karlshamn;;-;..',
        '1083;Sölvesborg;;ja;-',
        '',
      ].join('\n'),
    );
    const written = await trial.bytes();
    const third = await run();
    expect(third).toMatchObject({ code: 0, err: '' });
    expect(await trial.bytes()).toEqual(written);
    const { index } = await load(trial.data, nodeEffects());
    expect(index?.edition('hemloshet', 2024)).toMatchObject({ exempel: false, enhet: 'kommuner' });
    expect(index?.observation('U30428', '0980', 2024)).toMatchObject({
      varde: 'ja',
      kalla: 'Socialstyrelsen, öppna jämförelser 2024',
    });
  });

  it('a cell that nobody has explained is a question, and nothing is read', async () => {
    const odd = areaSheet.rows.map((r, i) => (i === 7 ? [1060, 'Olofström', 'Vet ej', 'Nej'] : r));
    const crossed = odd.map((r, i) => (i === 8 ? [1080, 'Karlskrona', 'X', 'Nej'] : r));
    await put({ ...areaSheet, rows: crossed });
    const { code, err } = await run('--kalla', 'Socialstyrelsen', '--bekrafta');
    expect(code).toBe(1);
    expect(err).toContain('vad betyder ”Vet ej”?');
    // A cross may be a yes as well as a sign for something hidden.
    expect(err).toContain('varför saknas värdet när det står ”X”?');
    expect(existsSync(join(trial.data, 'omraden/hemloshet/enkat/2024.csv'))).toBe(false);
  });

  it('a column that is gone since the mapping was made stops', async () => {
    await put(areaSheet);
    await run('--kalla', 'Socialstyrelsen', '--bekrafta');
    const before = await trial.bytes();
    await put({ ...areaSheet, rows: areaSheet.rows.map((r) => r.slice(0, 3)), merged: [] });
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('finns inte i bladet ”Kommuner”');
    const after = await trial.bytes();
    expect([...after].filter(([path]) => path !== 'bok.xlsx')).toEqual(
      [...before].filter(([path]) => path !== 'bok.xlsx'),
    );
  });

  it('stadsdelar answer for their city', async () => {
    const districts = ['Centrum', 'Hamnen', 'Norra'];
    const csv = await trial.text('referens/stadsdelar.csv');
    const more = districts.map(
      (d) => `1080-${d.toLowerCase()};1080;${d};stadsdelsområde;2020-01-01;;Påhittad;test`,
    );
    await trial.write('referens/stadsdelar.csv', `${csv}${more.join('\n')}\n`);
    await put(areaSheet, {
      name: 'Stadsdelar',
      rows: [
        ['Svar från stadsdelar 2024'],
        ['Kommun', 'Stadsdel', 'Övergripande plan mot hemlöshet'],
        ...districts.map((d, i) => ['Karlskrona', d, i === 0 ? 'Ja' : 'Nej']),
      ],
    });
    expect(await run('--kalla', 'Socialstyrelsen', '--bekrafta')).toMatchObject({ code: 0, err: '' });
    const lines = (await trial.text('omraden/hemloshet/enkat/2024.csv')).split('\n');
    expect(lines.filter((l) => l.startsWith('1080'))).toEqual([
      '1080;Karlskrona;;.;.',
      '1080;Karlskrona;Centrum;ja;..',
      '1080;Karlskrona;Hamnen;nej;..',
      '1080;Karlskrona;Norra;nej;..',
    ]);
    const { index } = await load(trial.data, nodeEffects());
    expect(index?.edition('hemloshet', 2024)).toMatchObject({ stadsdelsstader: ['1080'] });
  });

  it('the housing-market survey: shares as text and as formatted numbers', async () => {
    const market = KOMMUNER.map(([kod, namn], i) => [
      kod,
      namn,
      i === 1 ? '7,5 %' : { t: 'n' as const, v: 0.123, z: '0.0%' },
    ]);
    await put({
      name: 'BME',
      rows: [['Bostadsmarknadsenkäten'], ['Kommunkod', 'Kommun', 'Trångboddhet i flerbostadshus'], ...market],
    });
    expect(await run('--kalla', 'Boverket', '--ar', '2023', '--bekrafta')).toMatchObject({ code: 0 });
    const text = await trial.text('omraden/hemloshet/register/N07907.csv');
    expect(text).toContain('\n1060;2023;T;7.5;;Boverket;\n1080;2023;T;12.3;;Boverket;\n');
  });
});

describe('a workbook that is not to be trusted', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['is no workbook', () => new TextEncoder().encode('kommunkod;ja'), 'ingen arbetsbok'],
    ['is damaged', () => workbook([areaSheet]).slice(0, 3000), 'gick inte att läsa'],
    ['has no kommuner', () => workbook([lanSheet]), 'inget blad med kommuner'],
  ])('%s', async (_, bytes, message) => {
    await trial.write('../bok.xlsx', bytes());
    const before = await trial.bytes();
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(await trial.bytes()).toEqual(before);
  });

  it('is not read past its bounds of size, memory and time', async () => {
    const big = Array.from({ length: 3_000 }, (_, r) => Array.from({ length: 60 }, (_, c) => `${r} ${c}`));
    await put({ name: 'Stort', rows: big });
    const path = join(trial.data, '../bok.xlsx');
    await expect(readWorkbook(path, { ...BOUNDS.workbook, bytes: 1000 })).rejects.toThrow(/MB/);
    await expect(readWorkbook(path, { ...BOUNDS.workbook, time: 100 })).rejects.toThrow(/sekunder/);
    await expect(readWorkbook(path, { ...BOUNDS.workbook, memory: 12 })).rejects.toThrow(/för mycket minne/);
  });
});

describe('CSV of others', () => {
  const csv = async (text: string | Uint8Array, ...more: readonly string[]) => {
    await trial.write('../fil.csv', text);
    return command('scripts/import.ts', [
      'csv',
      join(trial.data, '../fil.csv'),
      '--data',
      trial.data,
      ...more,
    ]);
  };
  const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  it('Kronofogden: names in capitals, semicolons, ISO-8859-1, several years', async () => {
    const rows = ['2022', '2023'].flatMap((ar) =>
      KOMMUNER.map(([, namn], i) => `${ar};${namn.toUpperCase()};${i + (ar === '2023' ? 10 : 20)}`),
    );
    const text = `år;kommun;antal personer i akut hemlöshet\r\n${rows.join('\r\n')}\r\n2023;OKÄND;3\r\n2023;RONNEBY;13\r\n`;
    const { code, out, err } = await csv(
      latin1(text),
      '--kalla',
      'Kronofogden',
      '--years',
      '2023',
      '--bekrafta',
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('”OKÄND” är ingen kommun');
    const register = await trial.text('omraden/hemloshet/register/OJ-HL-99.csv');
    expect(register).toContain('\n1083;2023;T;15;;Kronofogden;\n');
    expect(register).not.toContain('1083;2022;T;25');
  });

  it('a statistical export: header on row two, X and --, notes below', async () => {
    const text = [
      'Trångboddhet 2023',
      'Region,Trångboddhet i flerbostadshus',
      'Riket,"10,1"',
      'Blekinge län,"9,0"',
      ...KOMMUNER.map(
        ([kod, namn], i) => `${kod} ${namn},${['"10,5"', 'X', '--', '"7,0"', '"8,25"', '9'][i]}`,
      ),
      '',
      'X: för få observationer',
      '--: inget att redovisa',
    ].join('\n');
    expect(await csv(text, '--kalla', 'Socialstyrelsen', '--bekrafta')).toMatchObject({ code: 0, err: '' });
    expect((await trial.text('omraden/hemloshet/register/N07907.csv')).split('\n').slice(-7)).toEqual([
      '0980;2023;T;10.5;;Socialstyrelsen;',
      '1060;2023;T;;skyddad;Socialstyrelsen;',
      '1080;2023;T;;uppgift-saknas;Socialstyrelsen;',
      '1081;2023;T;7;;Socialstyrelsen;',
      '1082;2023;T;8.25;;Socialstyrelsen;',
      '1083;2023;T;9;;Socialstyrelsen;',
      '',
    ]);
  });

  it.each([
    ['a dash may be nought or nothing known', '-', /varför saknas värdet när det står ”-”/],
    ['a comma may be a decimal sign or thousands', '"426,700"', /är kommat i talen ett decimaltecken/],
  ])('%s: a question', async (_, cell, question) => {
    const rows = KOMMUNER.map(([kod]) => `${kod},${cell}`);
    const { code, err } = await csv(
      `kommunkod,Trångboddhet i flerbostadshus 2023\n${rows.join('\n')}\n`,
      '--kalla',
      'SCB',
      '--bekrafta',
    );
    expect(code).toBe(1);
    expect(err).toMatch(question);
  });

  it('several rows for a place and year without a choice among them stop', async () => {
    const rows = KOMMUNER.flatMap(([kod], i) => [`${kod},2023,K,${i}`, `${kod},2023,M,${i + 1}`]);
    const { code, err } = await csv(
      `kommunkod,år,grupp,Trångboddhet i flerbostadshus\n${rows.join('\n')}\n`,
      '--kalla',
      'SCB',
      '--bekrafta',
    );
    expect(code).toBe(1);
    expect(err).toContain('Skriv under urval');
  });

  it('a code and a name of different kommuner are nobody', async () => {
    const rows = KOMMUNER.map(([kod, namn], i) => `${kod};${i === 0 ? 'Ronneby' : namn};8,${i}`);
    const { code, out } = await csv(
      `kod;kommun;Trångboddhet i flerbostadshus 2023\n${rows.join('\n')}\n`,
      ...['--kalla', 'SCB', '--bekrafta'],
    );
    expect(code).toBe(0);
    expect(out).toContain('koden 0980 och namnet ”Ronneby” är olika kommuner');
  });
});
