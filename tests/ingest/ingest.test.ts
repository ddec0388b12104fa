import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import {
  ANDEL,
  ANTAL,
  append,
  type Change,
  ENKAT,
  ENKAT_2018,
  folder,
  INDIKATORER,
  OMRADE,
  replace,
  UTAN_AR,
} from './folder.ts';

function catalogueOf(...changes: readonly Change[]) {
  const { catalogue, findings } = ingest(folder(...changes));
  expect(findings).toEqual([]);
  if (!catalogue) throw new Error('no catalogue');
  return catalogue;
}

describe('ingest', () => {
  it('puts areas in the order of their titles, and indicators area by area', () => {
    const { omraden, indikatorer } = catalogueOf();
    expect(omraden.map((o) => o.slug)).toEqual(['annat', 'prov']);
    expect(indikatorer.map((i) => i.id)).toEqual(['U1', 'U2', 'OJ-1', 'OJ-2', 'OJ-3']);
    expect(omraden[1]?.utgavor.map((e) => e.ar)).toEqual([2018, 2016]);
  });

  it('shows a shared indicator in both areas, its owner first', () => {
    const [shared] = catalogueOf().indikatorer;
    expect(shared).toMatchObject({ id: 'U1', omrade: 'prov', omraden: ['prov', 'annat'], fil: INDIKATORER });
  });

  it('gives Habo its slug and adds the code to Håbo', () => {
    const { kommuner } = catalogueOf().referens;
    expect(kommuner.map((k) => k.slug)).toEqual([
      'upplands-vasby',
      'stockholm',
      'habo-0305',
      'uppsala',
      'habo',
    ]);
  });

  it('keeps where an answer was read, and who was asked', () => {
    const answers = catalogueOf().observationer.filter((o) => o.indikator === 'U2');
    const common = {
      indikator: 'U2',
      ar: 2016,
      kon: 'T',
      exempel: true,
      fordelning: null,
      kalla: null,
      not: null,
    };
    expect(answers.slice(0, 3)).toEqual([
      {
        ...common,
        kod: '0114',
        niva: 'kommun',
        varde: 'nej',
        saknas: null,
        svarande: 1,
        tillfragade: 1,
        ursprung: { fil: ENKAT, rad: 2 },
      },
      {
        ...common,
        kod: '0180',
        niva: 'kommun',
        varde: null,
        saknas: 'ej-tillamplig',
        svarande: 0,
        tillfragade: 0,
        ursprung: { fil: ENKAT, rad: 3 },
      },
      {
        ...common,
        kod: '0180-bromma',
        niva: 'stadsdel',
        varde: 'delvis',
        saknas: null,
        svarande: 1,
        tillfragade: 1,
        ursprung: { fil: ENKAT, rad: 4 },
      },
    ]);
    expect(answers.find((o) => o.kod === '0643')).toMatchObject({
      varde: null,
      saknas: 'bortfall',
      svarande: 0,
      tillfragade: 1,
    });
  });

  it('reads registers with either decimal sign, signs, words, and their own sources', () => {
    const values = catalogueOf().observationer.filter((o) => o.indikator === 'OJ-2');
    expect(values.map((o) => [o.kod, o.varde, o.saknas])).toEqual([
      ['0114', 4.5, null],
      ['0180', 7.25, null],
      ['0305', null, 'uppgift-saknas'],
      ['0380', 100, null],
      ['0643', null, 'uppgift-saknas'],
    ]);
    expect(values[1]).toMatchObject({
      kalla: 'En annan källa',
      not: 'En not',
      ursprung: { fil: ANDEL, rad: 3 },
    });
    expect(values[0]).toMatchObject({ svarande: null, tillfragade: null, exempel: false, kalla: null });
  });

  it('has no year where none is known, and spells a category as it is defined', () => {
    const values = catalogueOf().observationer.filter((o) => o.indikator === 'OJ-3');
    expect(values.map((o) => o.ar)).toEqual([null, null, null, null, null]);
    expect(values.find((o) => o.kod === '0380')?.varde).toBe('Överskott');
  });

  it('sorts a register by year, level, code and sex, whatever the order of the file', () => {
    const { observationer } = catalogueOf(
      append(ANTAL, '0114;2021;T;3;', '0114;2021;M;1;', '0114;2021;K;2;', '00;2021;T;9;'),
    );
    const values = observationer.filter((o) => o.indikator === 'OJ-1').slice(0, 5);
    expect(values.map((o) => [o.ar, o.kod, o.kon])).toEqual([
      [2021, '00', 'T'],
      [2021, '0114', 'K'],
      [2021, '0114', 'M'],
      [2021, '0114', 'T'],
      [2022, '00', 'T'],
    ]);
  });

  it('reads the same from commas, CRLF and a byte order mark', () => {
    const rewritten = catalogueOf((files) => {
      const quoted = String(files.get(ANDEL)).replace('4,5', '"4,5"');
      files.set(ANDEL, `\uFEFF${quoted.replaceAll(';', ',').replaceAll('\n', '\r\n')}`);
    });
    expect(rewritten.observationer).toEqual(catalogueOf().observationer);
  });

  it('leaves out what an error casts doubt on, and nothing else', () => {
    const left = (...changes: readonly Change[]) => {
      const { observationer = [] } = ingest(folder(...changes)).catalogue ?? {};
      return (indikator: string, ar: number | null) =>
        observationer.filter((o) => o.indikator === indikator && o.ar === ar).length;
    };
    const answer = left(replace(ENKAT, 'nej;delvis', 'nej;delvist'));
    expect([answer('U1', 2016), answer('U2', 2016), answer('U1', 2018)]).toEqual([7, 0, 5]);
    const row = left(replace(ENKAT, '0114;', '114;'));
    expect([row('U1', 2016), row('U2', 2016), row('U1', 2018)]).toEqual([0, 0, 5]);
    const warning = left(replace(ENKAT_2018, 'Uppsala', 'Uppsala '));
    expect(warning('U1', 2018)).toBe(5);
    const register = left(replace(UTAN_AR, 'Underskott', 'Underskot'));
    expect([register('OJ-3', null), register('OJ-2', 2022)]).toEqual([0, 5]);
  });

  it('judges the answers also when omrade.json has a defect, but lets none of them out', () => {
    const { catalogue, findings } = ingest(
      folder(replace(OMRADE, '"exempel"', '"exempl"'), replace(ENKAT, ';ja;nej', ';jo;nej')),
    );
    expect(findings.map((f) => f.code)).toEqual(['svar-ogiltigt', 'json-nyckel-saknas', 'json-nyckel-okand']);
    expect(catalogue?.observationer.some((o) => o.indikator === 'U1')).toBe(false);
  });

  it('uses the number that it says it has understood', () => {
    const { catalogue, findings } = ingest(
      folder(replace('referens/kommuner.csv', ';20000', ';20\u00a0000')),
    );
    expect(findings.map((f) => [f.code, f.severity])).toEqual([['tal-mellanslag', 'warning']]);
    expect(catalogue?.referens.kommuner.find((k) => k.kod === '0305')?.folkmangd).toBe(20_000);
    const register = ingest(folder(replace(ANTAL, '1000', '1\u202f000')));
    expect(register.catalogue?.observationer.find((o) => o.indikator === 'OJ-1')?.varde).toBe(1000);
  });

  it('counts rows with data and files read', () => {
    const { counts } = ingest(folder());
    // All but the note.
    expect(counts).toEqual({ rows: 59, files: folder().size - 1 });
  });

  it('sorts findings by file and line', () => {
    const { findings } = ingest(
      folder(
        append(ENKAT, '999;X;;ja;ja'),
        replace(ENKAT, ';ja;nej', ';jo;nej'),
        replace(ANTAL, 'kod;', 'Kod;'),
      ),
    );
    expect(findings.map((f) => [f.file, f.row])).toEqual([
      [ENKAT, 2],
      [ENKAT, 9],
      [ANTAL, 1],
    ]);
  });
});

describe('ingest never throws', () => {
  const paths = [...folder().keys()];
  const base = folder();

  it('whatever bytes a file has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 300 }), (path, bytes) => {
        expect(() => ingest(new Map([...base, [path, bytes]]))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('whatever is cut out of or put into a file', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('"', ';', '\n', '\r', ',', '\0', '[', '}', '=', '1e400', '__proto__', 'constructor'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(4000), fc.nat(40), piece, (path, at, cut, put) => {
        const text = new TextDecoder().decode(base.get(path));
        const start = at % (text.length + 1);
        const changed = text.slice(0, start) + put + text.slice(start + cut);
        const bytes = new TextEncoder().encode(changed);
        expect(() => ingest(new Map([...base, [path, bytes]]))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever files there are', () => {
    expect(ingest(new Map()).catalogue).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.uint8Array())), (files) => {
        expect(ingest(new Map(files)).findings.length).toBeGreaterThan(0);
      }),
    );
  });
});
