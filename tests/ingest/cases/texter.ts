import { write } from '../folder.ts';
import type { Case } from './case.ts';

const FILE = 'texter/anvandarguide/10-prov.md';
const head = (...lines: readonly string[]) => ['---', ...lines, '---', ''].join('\n');
const HEAD = head('titel: Ett prov', 'kortnamn: Prov', 'ingress: En text som bara finns i tester.');

const WORDS = write('texter/ordlista.csv', 'term;forklaring;se_aven\nprov;ett försök;\n');

export const textCases = {
  'text-namn': [
    {
      name: 'a text without a number',
      change: [write('texter/anvandarguide/prov.md', HEAD)],
      finding: { file: 'texter/anvandarguide/prov.md', suggestion: '10-las-resultaten.md' },
    },
    {
      name: 'a text in a folder that is not a part',
      change: [write('texter/guide/10-prov.md', HEAD)],
      finding: { file: 'texter/guide/10-prov.md', suggestion: 'anvandarguide och stod' },
    },
  ],
  'text-huvud': [
    {
      name: 'a text without its head',
      change: [write(FILE, '## Rubrik\n')],
      finding: { file: FILE, row: 1, value: '## Rubrik' },
    },
    {
      name: 'a head without ingress',
      change: [write(FILE, head('titel: Ett prov', 'kortnamn: Prov'))],
      finding: { file: FILE, column: 'ingress' },
    },
    {
      name: 'a misspelt key',
      change: [write(FILE, HEAD.replace('kortnamn: Prov', 'kortnamn: Prov\nkortnam: Prov'))],
      finding: { file: FILE, row: 4, column: 'kortnam', suggestion: '”kortnamn”' },
    },
  ],
  'text-rubrik': [
    {
      name: 'a heading of the first level',
      change: [WORDS, write(FILE, `${HEAD}# Prov\n`)],
      finding: { file: FILE, row: 6, value: '# Prov' },
    },
  ],
  'text-lank': [
    {
      name: 'a link that runs a script',
      change: [WORDS, write(FILE, `${HEAD}\nEn [länk](javascript:alert(1)).\n`)],
      finding: { file: FILE, row: 7, value: '[länk](javascript:alert(1))' },
    },
    {
      name: 'a link that only becomes one when it is decoded',
      change: [WORDS, write(FILE, `${HEAD}\nEn [länk][1].\n\n[1]: javascript&#58;alert(1)\n`)],
      finding: { file: FILE, row: 7, value: '[länk][1]' },
    },
    {
      name: 'a page of another site without its protocol',
      change: [WORDS, write(FILE, `${HEAD}\nEn [länk](//annan.example/).\n`)],
      finding: { file: FILE, row: 7, value: '[länk](//annan.example/)' },
    },
    {
      name: 'a picture of another site',
      change: [WORDS, write(FILE, `${HEAD}\n- ett\n- ![bild](https://annan.example/b.png)\n`)],
      finding: { file: FILE, row: 8, value: '![bild](https://annan.example/b.png)' },
    },
  ],
  'text-html': [
    {
      name: 'a tag',
      change: [WORDS, write(FILE, `${HEAD}\nEn <b>fet</b> text.\n`)],
      finding: { file: FILE, row: 7, value: '<b>' },
    },
  ],
  'text-varde': [
    {
      name: 'a value that nobody computes',
      change: [WORDS, write(FILE, `${HEAD}Minst {{minsta-basen}} svar.\n`)],
      finding: { file: FILE, row: 6, value: '{{minsta-basen}}', suggestion: '”minsta-bas”' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
