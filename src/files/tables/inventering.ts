import type { CatalogueIndex } from '../../model/catalogue.ts';
import { ENHETER } from '../../model/formular.ts';
import { ALDRAR } from '../../model/inventering.ts';
import { must } from '../../model/must.ts';
import { filled, maybe } from './dictionary.ts';
import { COMMA, type DataTable } from './table.ts';

/** Every figure of every published inventory, protected; free text is left out. None when there are no inventories. */
export function inventeringDataTables({ catalogue }: CatalogueIndex): readonly DataTable[] {
  const { inventeringar, formular } = catalogue;
  if (inventeringar.length === 0) return [];
  const enhet = new Map<string, string>(formular.uppgifter.map((u) => [u.kod, u.enhet]));
  return [
    {
      path: 'data/inventering/inventeringar',
      title: 'Inventeringar av insatser för boende',
      description: 'Socialtjänstens insatser för boende, räknade av kommunerna själva, med små tal skyddade.',
      group: 'referens',
      example: inventeringar.some((i) => i.exempel),
      columns: [
        filled('kod', { pattern: '\\d{4}' }),
        filled('namn'),
        filled('ar'),
        filled('uppgift', { words: formular.uppgifter.map((u) => u.kod) }),
        filled('kon'),
        filled('alder', { words: ALDRAR }),
        maybe('varde', { type: 'number' }),
        maybe('saknas'),
        filled('enhet', { words: ENHETER }),
        filled('exempel'),
      ],
      key: ['kod', 'ar', 'uppgift', 'kon', 'alder'],
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
              must(enhet.get(r.uppgift), `unit of ${r.uppgift}`),
              i.exempel,
            ]),
        ),
      dialect: COMMA,
    },
  ];
}
