import { JAMFORBARHETER, RIKTNINGAR, STATUSAR } from '../../model/program.ts';
import { NEEDED_TABLES, PROGRAM_COLUMNS, PROGRAM_TABLE_NAMES } from '../../model/program-tables.ts';
import { PROGRAM_TABLE_WORDS } from '../../text/program-tables.ts';
import { type Sheet, sheetColumn } from './sheet.ts';

/** What `program.json` asks, as rows to fill in; several are written with a bar between them. */
const DEFINITION: readonly (readonly [kod: string, om: string])[] = [
  ['slug', 'Programmets namn i adresser: små bokstäver, siffror och bindestreck'],
  ['titel', 'Programmets namn'],
  ['kod', 'Kommunkod, fyra siffror'],
  ['franAr', 'Första året'],
  ['tillAr', 'Sista året'],
  ['utgivare', 'Vem som har beslutat det'],
  ['diarienummer', 'Diarienummer. Lämna tomt om det inte finns'],
  ['ingress', 'Vad programmet vill, i en eller två meningar'],
  ['raknas', 'Vilka som räknas som hemlösa. Flera skrivs med lodstreck emellan'],
  ['raknasInte', 'Vilka som inte räknas. Flera skrivs med lodstreck emellan'],
  ['omfattasInte', 'Vilka programmet inte gäller. Flera skrivs med lodstreck emellan'],
  ['skillnad', 'Hur det skiljer sig från Socialstyrelsens definition'],
  ['kalla', 'Källan, så som den ska stå'],
];

const LISTS: Readonly<Record<string, readonly string[]>> = {
  riktning: RIKTNINGAR,
  jamforbar: JAMFORBARHETER,
  status: STATUSAR,
  overgripande: ['ja'],
};

/** The template of a programme: a sheet for what it is, and one for each table, named as its file. */
export function programTemplate(): readonly Sheet[] {
  const definition: Sheet = {
    name: 'program',
    title: 'Program mot hemlöshet',
    example: false,
    note: 'Fyll i kolumnen varde. Rubrikraderna ska stå kvar på alla blad.',
    fixed: 1,
    columns: [sheetColumn('uppgift', 16), sheetColumn('varde', 60, 'wrap'), sheetColumn('om', 70, 'wrap')],
    rows: DEFINITION.map(([kod, om]) => [kod, '', om]),
    empty: '',
  };
  return [
    definition,
    ...PROGRAM_TABLE_NAMES.map((name): Sheet => {
      const columns: readonly string[] = PROGRAM_COLUMNS[name];
      return {
        name: name.replace('.csv', ''),
        title: `${name.replace('.csv', '')}${NEEDED_TABLES.has(name) ? '' : ' (valfritt)'}`,
        example: false,
        note: PROGRAM_TABLE_WORDS[name],
        fixed: 1,
        columns: columns.map((column) =>
          sheetColumn(
            column,
            /titel|text|atgard|skal|not|regel|princip|vad|kalla/.test(column) ? 40 : 14,
            'wrap',
          ),
        ),
        // Rows to write in: lists to choose from reach as far as there are rows.
        rows: Array.from({ length: 40 }, () => columns.map(() => '')),
        empty: '',
        choices: columns.flatMap((column, i) => {
          const values = LISTS[column];
          return values === undefined ? [] : [{ column: i, values }];
        }),
      };
    }),
  ];
}
