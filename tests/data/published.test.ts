import { existsSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/model/answer.ts';
import { AREAS, owned, rows } from './folder.ts';

const published = AREAS.flatMap((area) => rows(`omraden/${area}/publicerat.csv`));
const facts = new URL('../../../shared/facts/', import.meta.url);

describe('publicerat.csv', () => {
  it.each(AREAS)('%s has figures of its own indicators, with year, source and base', (area) => {
    const indicators = new Map(owned(area).map((i) => [i.id, i]));
    for (const r of rows(`omraden/${area}/publicerat.csv`)) {
      const name = `${r.indikator} ${r.ar}`;
      const indicator = indicators.get(r.indikator ?? '');
      expect(indicator?.ar, name).toContain(Number(r.ar));
      expect(r.varde, name).toMatch(/^\d+(\.\d+)?$/);
      expect(r.kalla, name).not.toBe('');
      expect(r.bas, name).not.toBe('');
      expect(['procent', 'antal']).toContain(r.enhet);
      expect(['ja', 'nej']).toContain(r.ungefar);
      if (r.svar && indicator) expect(answersOf(indicator.svarstyp), name).toContain(r.svar);
    }
  });

  it('never gives two values for one thing', () => {
    const keys = published.map((r) => [r.indikator, r.ar, r.svar, r.grupp, r.enhet].join('|'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('carries every figure that has been found: 56, and one count told in a remark', () => {
    expect(published.length).toBe(57);
  });

  it.skipIf(!existsSync(facts))('carries year, value and source of each fact', () => {
    const carried = published.map((r) =>
      [r.ar, r.varde, r.kalla, r.ungefar === 'ja', r.jamforbar_fran_ar].join('|'),
    );
    const expected = csvParse(readFileSync(new URL('oj_riket.csv', facts), 'utf8')).map((f) =>
      [f.ar, f.varde, f.kalla?.replaceAll(';', ','), f.ungefar === 'ja', f.jamforbar_fran_ar].join('|'),
    );
    expect(expected.filter((f) => !carried.includes(f))).toEqual([]);
    expect(expected.length).toBe(56);
  });
});

describe.skipIf(!existsSync(facts))('evictions', () => {
  const registers = owned('hemloshet')
    .filter((i) => i.typ === 'register')
    .map((i) => ({ ...i, rows: rows(`omraden/hemloshet/register/${i.id}.csv`) }));

  it('carry every fact: as a value of its year, or in words where the sources disagree', () => {
    const values = registers.flatMap((i) => i.rows.map((r) => `${r.ar} ${r.varde}`));
    const remarks = registers.map((i) => i.jamforbarhet?.replaceAll('\u00a0', '')).join(' ');
    const lost = csvParse(readFileSync(new URL('avhysningar_riket.csv', facts), 'utf8')).filter(
      ({ ar = '', varde = '' }) =>
        !values.includes(`${ar} ${varde}`) && !(remarks.includes(varde) && remarks.includes(ar)),
    );
    expect(lost).toEqual([]);
  });

  it('shows both figures of 2016 where the number stands', () => {
    const row = registers.find((i) => i.slug === 'avhysningar')?.rows.find((r) => r.ar === '2016');
    expect(row?.varde).toBe('1973');
    expect(row?.not).toContain('2117');
  });
});

describe.skipIf(!existsSync(facts))('background measures', () => {
  const source = csvParse(existsSync(facts) ? readFileSync(new URL('bakgrund.csv', facts), 'utf8') : '');
  const columns = csvParse(
    existsSync(facts) ? readFileSync(new URL('bakgrund_kolumner.csv', facts), 'utf8') : '',
  );

  it.each(columns.map((c) => [c.kolada_id ?? '', c.kolumn ?? '']))('%s is as its source', (id, column) => {
    const area = AREAS.find((a) => owned(a).some((i) => i.id === id));
    const ours = rows(`omraden/${area}/register/${id}.csv`).filter((r) => r.kod?.length === 4);
    expect(ours.map((r) => [r.kod, r.varde])).toEqual(source.map((r) => [r.kommunkod, r[column]]));
  });
});
