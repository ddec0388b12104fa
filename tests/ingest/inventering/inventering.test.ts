import { describe, expect, it } from 'vitest';
import { templateCsv } from '../../../src/files/inventering/template.ts';
import { ingest } from '../../../src/ingest/index.ts';
import { INVENTERING_COLUMNS } from '../../../src/ingest/inventering/inventering.ts';
import { inventeringDefects } from '../cases/inventering.ts';
import { folder, write } from '../folder.ts';

it.each(inventeringDefects)('$name', ({ change, code, column }) => {
  const { findings } = ingest(folder(...change));
  expect(findings).toEqual([expect.objectContaining({ code, column, severity: 'error' })]);
});

describe('the template', () => {
  it('has the columns that are read', () => {
    expect(templateCsv().slice(1).split('\r\n')[0]).toBe(INVENTERING_COLUMNS.join(';'));
  });

  it('is read without findings as it is, and gives what was filled in', () => {
    const filled = templateCsv({ kommunkod: '0114', ar: '2024' }).replace(
      '0114;2024;hotell;T;alla;;',
      '0114;2024;hotell;T;alla;7;',
    );
    for (const [text, found] of [
      [templateCsv(), []],
      [filled, [{ kod: '0114', ar: 2024, exempel: false, rader: [{ uppgift: 'hotell', varde: 7 }] }]],
    ] as const) {
      const { findings, catalogue } = ingest(folder(write('inventering/prov.csv', text)));
      expect(findings).toEqual([]);
      expect(catalogue?.inventeringar).toMatchObject(found);
      expect(catalogue?.inventeringar).toHaveLength(found.length);
    }
  });
});
