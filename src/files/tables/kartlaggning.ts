import type { CatalogueIndex } from '../../model/catalogue.ts';
import { comparableSeries, INDELNINGAR, MATT, SITUATIONER } from '../../model/kartlaggning.ts';
import { filled, maybe } from './dictionary.ts';
import { COMMA, type DataTable } from './table.ts';

/** Every published count of every kartläggning, one row a value; none when there are no kartläggningar. */
export function kartlaggningDataTables({ catalogue }: CatalogueIndex): readonly DataTable[] {
  const { kartlaggningar } = catalogue;
  if (kartlaggningar.length === 0) return [];
  return [
    {
      path: 'data/kartlaggningar/varden',
      title: 'Kartläggningar av hemlöshet',
      description:
        'Hur många som räknades i landet och i de största städerna. Varje kartläggning har sin egen definition: jämför bara inom samma serie.',
      group: 'referens',
      example: kartlaggningar.some((k) => k.exempel),
      columns: [
        filled('kartlaggning'),
        filled('kod'),
        filled('ar'),
        filled('matt', {
          words: [...new Set([...MATT, ...kartlaggningar.flatMap((k) => Object.keys(k.matt))])],
        }),
        filled('situation', { words: SITUATIONER }),
        filled('kon'),
        filled('alder'),
        filled('hushallstyp'),
        filled('tid'),
        filled('orsak'),
        maybe('varde', { type: 'number' }),
        maybe('saknas'),
        filled('enhet', { words: ['antal', 'procent'] }),
        filled('ungefar'),
        filled('serie'),
        filled('omraknad'),
        filled('kalla'),
        maybe('not'),
        filled('exempel'),
      ],
      key: ['kartlaggning', 'kod', 'ar', 'matt', 'situation', 'kon', ...INDELNINGAR, 'enhet', 'serie'],
      rows: () =>
        kartlaggningar.flatMap((k) =>
          k.varden.map((v) => [
            k.slug,
            v.plats,
            v.ar,
            v.matt,
            v.situation,
            v.kon,
            ...INDELNINGAR.map((name) => v.klass[name] ?? 'alla'),
            v.varde,
            v.saknas,
            v.enhet,
            v.ungefar,
            comparableSeries(k, v),
            v.omraknad !== null,
            v.kalla,
            v.not,
            k.exempel,
          ]),
        ),
      dialect: COMMA,
    },
  ];
}
