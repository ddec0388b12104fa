import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/model/answer.ts';
import { AREAS, owned, rows } from './folder.ts';

const published = AREAS.flatMap((area) => rows(`omraden/${area}/publicerat.csv`));

/** What the shipped figures are held against: typed from the sources and checked there, one file a subject. */
const held = (name: string) => csvParse(readFileSync(new URL(`held/${name}.csv`, import.meta.url), 'utf8'));

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

  const carried = published.map((r) =>
    [r.ar, r.varde, r.kalla, r.ungefar === 'ja', r.jamforbar_fran_ar].join('|'),
  );

  it.each(held('oj-riket'))('holds $indikator $ar: $varde, with its source', (f) => {
    const { ar, varde, kalla, ungefar, jamforbar_fran_ar } = f;
    expect(carried).toContain([ar, varde, kalla, ungefar === 'ja', jamforbar_fran_ar].join('|'));
  });
});

describe('evictions', () => {
  const registers = owned('hemloshet')
    .filter((i) => i.typ === 'register')
    .map((i) => ({ ...i, rows: rows(`omraden/hemloshet/register/${i.id}.csv`) }));

  const values = registers.flatMap((i) => i.rows.map((r) => `${r.ar} ${r.varde}`));
  const remarks = registers.map((i) => i.jamforbarhet?.replaceAll('\u00a0', '')).join(' ');

  it.each(
    held('avhysningar-riket'),
  )('holds $indikator $ar: $varde, as a value of its year or in words where the sources disagree', ({
    ar = '',
    varde = '',
  }) => {
    expect(values.includes(`${ar} ${varde}`) || (remarks.includes(varde) && remarks.includes(ar))).toBe(true);
  });

  it('shows both figures of 2016 where the number stands', () => {
    const row = registers.find((i) => i.slug === 'avhysningar')?.rows.find((r) => r.ar === '2016');
    expect(row?.varde).toBe('1973');
    expect(row?.not).toContain('2\u00a0117');
  });
});

describe('background measures', () => {
  const source = held('bakgrund');
  const columns = held('bakgrund-kolumner');

  it.each(columns.map((c) => [c.kolada_id ?? '', c.kolumn ?? '']))('%s is as its source', (id, column) => {
    const area = AREAS.find((a) => owned(a).some((i) => i.id === id));
    const ours = rows(`omraden/${area}/register/${id}.csv`).map((r) => `${r.kod} ${r.varde}`);
    expect(source).toHaveLength(290);
    expect(source.map((r) => `${r.kommunkod} ${r[column]}`).filter((value) => !ours.includes(value))).toEqual(
      [],
    );
  });
});
