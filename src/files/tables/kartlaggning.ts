import type { CatalogueIndex } from '../../model/catalogue.ts';
import { INDELNINGAR, MATT, SITUATIONER } from '../../model/kartlaggning.ts';
import { COMMA, type DataColumn, type DataTable } from './table.ts';

const text = (name: string, description: string): DataColumn => ({ name, type: 'text', description });
const must = (column: DataColumn): DataColumn => ({ ...column, required: true });

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
      example: false,
      columns: [
        must(text('kartlaggning', 'Kartläggningen: riket eller en stad.')),
        must(text('kod', 'Platsen: 00 för riket, länskod, kommunkod eller stadsdelens kod.')),
        must({ name: 'ar', type: 'year', description: 'Året som räkningen gjordes.' }),
        must({ ...text('matt', 'Vad som räknas.'), words: MATT }),
        must({ ...text('situation', 'Hemlöshetssituation 1–4, alla eller ej-angiven.'), words: SITUATIONER }),
        must({ ...text('kon', 'T alla, K kvinnor, M män.'), words: ['T', 'K', 'M'] }),
        must(text('alder', 'Åldersklass; alla för alla tillsammans.')),
        must(text('hushallstyp', 'Typ av hushåll; alla för alla tillsammans.')),
        must(text('tid', 'Tid i hemlöshet; alla för alla tillsammans.')),
        must(text('orsak', 'Orsak eller bidragande orsak; alla för alla tillsammans.')),
        { name: 'varde', type: 'number', description: 'Siffran som den publicerades.' },
        text('saknas', 'Skälet när värdet saknas.'),
        must({ ...text('enhet', 'antal eller procent.'), words: ['antal', 'procent'] }),
        must({ name: 'ungefar', type: 'boolean', description: 'ja när källan har avrundat.' }),
        must(text('jamforbar', 'Serien: jämför bara rader med samma ord i samma kartläggning.')),
        must({
          name: 'omraknad',
          type: 'boolean',
          description: 'ja när siffran är räknad med en annan omgångs metod.',
        }),
        must(text('kalla', 'Var siffran är publicerad.')),
        text('not', 'Anmärkning.'),
      ],
      key: ['kartlaggning', 'kod', 'ar', 'matt', 'situation', 'kon', ...INDELNINGAR, 'enhet', 'jamforbar'],
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
            v.omraknad ?? k.omgangar.find((o) => o.ar === v.ar)?.jamforbar ?? '',
            v.omraknad !== null,
            v.kalla,
            v.not,
          ]),
        ),
      dialects: [COMMA],
    },
  ];
}
