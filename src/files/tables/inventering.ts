import type { CatalogueIndex } from '../../model/catalogue.ts';
import { ALDRAR, ENHETER, UPPGIFTER } from '../../model/inventering.ts';
import { COMMA, type DataColumn, type DataTable } from './table.ts';

const text = (name: string, description: string): DataColumn => ({ name, type: 'text', description });
const must = (column: DataColumn): DataColumn => ({ ...column, required: true });

/** Every figure of every published inventory, protected; free text is left out. None when there are no inventories. */
export function inventeringDataTables({ catalogue }: CatalogueIndex): readonly DataTable[] {
  const { inventeringar } = catalogue;
  if (inventeringar.length === 0) return [];
  const enhet = new Map<string, string>(UPPGIFTER.map((u) => [u.kod, u.enhet]));
  return [
    {
      path: 'data/inventering/inventeringar',
      title: 'Inventeringar av insatser för boende',
      description: 'Socialtjänstens insatser för boende, räknade av kommunerna själva, med små tal skyddade.',
      group: 'referens',
      example: inventeringar.some((i) => i.exempel),
      columns: [
        must(text('kommunkod', 'Kommunkod; 0000 för den påhittade Exempelkommunen.')),
        must(text('kommun', 'Kommunens namn.')),
        must({ name: 'ar', type: 'year', description: 'Året som inventeringen gäller.' }),
        must({ ...text('uppgift', 'Vad som räknas.'), words: UPPGIFTER.map((u) => u.kod) }),
        must({ ...text('kon', 'T alla, K kvinnor, M män.'), words: ['T', 'K', 'M'] }),
        must({ ...text('alder', 'Åldersklass.'), words: ALDRAR }),
        { name: 'varde', type: 'number', description: 'Antal eller belopp.' },
        text('saknas', 'Skälet när värdet saknas.'),
        must({ ...text('enhet', 'Enheten.'), words: ENHETER }),
        must({ name: 'exempel', type: 'boolean', description: 'ja för påhittade siffror.' }),
      ],
      key: ['kommunkod', 'ar', 'uppgift', 'kon', 'alder'],
      rows: () =>
        inventeringar.flatMap((i) =>
          i.rader
            .filter((r) => r.text === null)
            .map((r) => [
              i.kod,
              i.namn,
              i.ar,
              r.uppgift,
              r.kon,
              r.alder,
              r.varde,
              r.skyddad ? 'skyddad' : null,
              enhet.get(r.uppgift) ?? '',
              i.exempel,
            ]),
        ),
      dialects: [COMMA],
    },
  ];
}
