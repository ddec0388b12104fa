import { INDIKATORER, OMRADE, replace, write } from '../folder.ts';
import type { Case } from './case.ts';

const RELEASE = 'publicering.json';

export const jsonCases = {
  'json-syntax': [
    {
      name: 'a comma after the last key',
      change: [replace(RELEASE, '"https://example.org/cc0"', '"https://example.org/cc0",')],
      finding: { file: RELEASE, row: 16, suggestion: 'kommatecknet' },
    },
    {
      name: 'the end is missing',
      change: [write(RELEASE, '{\n"titel": "Ett prov"\n')],
      finding: { file: RELEASE, row: 2, message: 'slutar mitt i' },
    },
  ],
  'personskydd-saknas': [
    {
      name: 'a count without a rule, or a reason to be without',
      change: [replace(INDIKATORER, '"utanPersonskydd": "Talen är påhittade för tester.",', '')],
      finding: { file: INDIKATORER, column: 'OJ-1.personskydd', suggestion: 'utanPersonskydd' },
    },
  ],
  'json-nyckel-dubbel': [
    {
      name: 'a key given twice',
      change: [replace(RELEASE, '"version": "2026.1",', '"version": "2026.1",\n"version": "2026.2",')],
      finding: { file: RELEASE, row: 5, column: 'version', message: 'rad 4' },
    },
    {
      name: 'a second personskydd that would take the protection away',
      change: [
        replace(INDIKATORER, '"id": "OJ-1",', '"id": "OJ-1", "personskydd": {},\n"personskydd": null,'),
      ],
      finding: { file: INDIKATORER, column: 'personskydd' },
    },
  ],
  'json-djup': [
    {
      name: 'brackets in brackets',
      change: [write(RELEASE, '['.repeat(20_000))],
      finding: { file: RELEASE, row: 1 },
    },
  ],
  'json-nyckel-saknas': [
    {
      name: 'a key is missing',
      change: [replace(RELEASE, '"version": "2026.1",', '')],
      finding: { file: RELEASE, row: 1, column: 'version', value: null },
    },
    {
      name: 'a key of an edition is missing',
      change: [replace(OMRADE, '"referensdatum": "2018-04-01"', '"rattelser": []')],
      finding: { file: OMRADE, column: 'utgavor[1].referensdatum' },
    },
  ],
  'json-nyckel-okand': [
    {
      name: 'a misspelt optional key',
      change: [replace(OMRADE, '"stadsdelsstader"', '"rattelse": [],\n"stadsdelsstader"')],
      finding: { file: OMRADE, row: 24, column: 'utgavor[0].rattelse', suggestion: '”rattelser”' },
    },
  ],
  'json-typ': [
    {
      name: 'text where a truth value should be',
      change: [replace(OMRADE, '"exempel": true', '"exempel": "ja"')],
      finding: {
        file: OMRADE,
        row: 14,
        column: 'utgavor[0].exempel',
        value: 'ja',
        message: 'true eller false',
      },
    },
    {
      name: 'an object where a list should be',
      change: [write('omraden/annat/indikatorer.json', '{}')],
      finding: { file: 'omraden/annat/indikatorer.json', row: 1, message: 'en lista' },
    },
  ],
  'json-varde': [
    {
      name: 'a word that is not one of those',
      change: [replace(INDIKATORER, '"svarstyp": "ja-nej"', '"svarstyp": "janej"')],
      finding: { file: INDIKATORER, row: 22, column: 'U1.svarstyp', value: 'janej', suggestion: '”ja-nej”' },
    },
  ],
  'json-format': [
    {
      name: 'a date that is not a date',
      change: [replace(RELEASE, '"datum": "2026-01-01"', '"datum": "1 januari 2026"')],
      finding: { file: RELEASE, row: 5, column: 'datum', value: '1 januari 2026', message: 'datum' },
    },
    {
      name: 'an address without its last slash',
      change: [replace(RELEASE, '"webbplats": "https://example.org/"', '"webbplats": "https://example.org"')],
      finding: { file: RELEASE, row: 2, column: 'webbplats' },
    },
  ],
  'json-storlek': [
    {
      name: 'a text that is too short',
      change: [replace(OMRADE, 'Ett område som bara finns i tester.', 'Kort.')],
      finding: { file: OMRADE, row: 5, column: 'ingress', value: 'Kort.', message: 'minst 20 tecken' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
