import { ANTAL, ENKAT, ENKAT_2018, replace, write } from '../folder.ts';
import type { Case } from './case.ts';

const HEADER = 'kod;ar;kon;varde;saknas';

export const headerCases = {
  'rubrik-sep-rad': [
    {
      name: "Excel's own first line",
      change: [replace(ANTAL, HEADER, `sep=;\n${HEADER}`)],
      finding: { file: ANTAL, row: 1 },
    },
  ],
  'rubrik-inte-forst': [
    {
      name: 'a title and an empty line above',
      change: [replace(ANTAL, HEADER, `Antal personer 2022\n\n${HEADER}`)],
      finding: { file: ANTAL, row: 3, value: HEADER, suggestion: 'raderna 1–2' },
    },
    {
      name: 'an empty line first',
      change: [replace(ANTAL, HEADER, `\n${HEADER}`)],
      finding: { file: ANTAL, row: 2, suggestion: 'den första raden' },
    },
    {
      name: 'two rows of headers',
      change: [replace(ENKAT, 'kommunkod;', 'Kod;Namn;Del;Plan;Avtal\nkommunkod;')],
      finding: { file: ENKAT, row: 2 },
    },
    {
      name: 'a preamble of its own columns',
      change: [replace(ANTAL, HEADER, `Källa;SCB\nUttag;2024-01-01\nEnhet;antal\n${HEADER}`)],
      finding: { file: ANTAL, row: 4 },
    },
  ],
  'rubrik-blanksteg': [
    {
      name: 'a space after',
      change: [replace(ANTAL, HEADER, 'kod;ar;kon ;varde;saknas')],
      finding: { file: ANTAL, row: 1, column: 'kon ', suggestion: '”kon”' },
    },
    {
      name: 'a no-break space before',
      change: [replace(ENKAT, ';U2', ';\u00a0U2')],
      finding: { file: ENKAT, row: 1, column: '\u00a0U2', suggestion: '”U2”' },
    },
  ],
  'rubrik-skiftlage': [
    {
      name: 'a capital letter',
      change: [replace(ENKAT, 'kommunkod;', 'Kommunkod;')],
      finding: { file: ENKAT, row: 1, column: 'Kommunkod', suggestion: '”kommunkod”' },
    },
  ],
  'rubrik-for-manga': [
    {
      name: 'a sheet with all its empty columns',
      change: [write(ANTAL, `${HEADER}${';x'.repeat(2000)}\n0114;2022;T;1;${';'.repeat(2000)}\n`)],
      finding: { file: ANTAL, row: 1, message: 'högst 2000' },
    },
  ],
  'rubrik-okand': [
    {
      name: 'a misspelt column',
      change: [replace(ANTAL, HEADER, 'kod;ar;kon;vrade;saknas')],
      finding: { file: ANTAL, row: 1, column: 'vrade', suggestion: '”varde”' },
    },
    {
      name: 'a question that was not asked that year',
      change: [
        replace(ENKAT_2018, ';U1', ';U1;U2'),
        (files) => void files.set(ENKAT_2018, String(files.get(ENKAT_2018)).replace(/(ja|nej)$/gm, '$1;ja')),
      ],
      finding: { file: ENKAT_2018, row: 1, column: 'U2', message: 'ställdes inte 2018' },
    },
  ],
  'rubrik-tom': [
    {
      name: 'a column without a name',
      change: [
        replace(ANTAL, HEADER, `${HEADER};`),
        (files) =>
          void files.set(
            ANTAL,
            String(files.get(ANTAL))
              .replace(/(?<!saknas;)$/gm, ';')
              .replace(/^;$/gm, ''),
          ),
      ],
      finding: { file: ANTAL, row: 1, message: 'Kolumn 6' },
    },
  ],
  'rubrik-dubbel': [
    {
      name: 'a question twice',
      change: [
        replace(ENKAT_2018, ';U1', ';U1;U1'),
        (files) => void files.set(ENKAT_2018, String(files.get(ENKAT_2018)).replace(/(ja|nej)$/gm, '$1;ja')),
      ],
      finding: { file: ENKAT_2018, row: 1, column: 'U1' },
    },
  ],
  'rubrik-saknas': [
    {
      name: 'a question without a column',
      change: [
        replace(ENKAT, ';U1;U2', ';U1'),
        (files) =>
          void files.set(
            ENKAT,
            String(files.get(ENKAT))
              .replace(/;[^;]+$/gm, '')
              .replace('stadsdel', 'stadsdel;U1'),
          ),
      ],
      finding: { file: ENKAT, row: 1, column: 'U2' },
    },
  ],
  'rubrik-ordning': [
    {
      name: 'two questions have changed places',
      change: [replace(ENKAT, ';U1;U2', ';U2;U1'), replace(ENKAT, 'nej;delvis', 'delvis;nej')],
      finding: { file: ENKAT, row: 1, column: 'U2', suggestion: 'U1;U2' },
    },
    {
      name: 'name before code',
      change: [
        replace(ENKAT_2018, 'kommunkod;kommun', 'kommun;kommunkod'),
        (files) =>
          void files.set(ENKAT_2018, String(files.get(ENKAT_2018)).replace(/^(\d{4});([^;]+)/gm, '$2;$1')),
      ],
      finding: { file: ENKAT_2018, row: 1, column: 'kommun', suggestion: 'kommunkod;kommun' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
