import {
  ANDEL,
  append,
  DELADE,
  ENKAT_2018,
  INDIKATORER,
  OMRADE,
  PUBLICERAT,
  remove,
  replace,
} from '../folder.ts';
import type { Case } from './case.ts';

/** What must hang together in the files that define areas, indicators and stadsdelar. */
export const definitionCases = {
  'omrade-slug': [
    {
      name: 'the slug is not the name of the folder',
      change: [replace(OMRADE, '"slug": "prov"', '"slug": "prova"')],
      finding: { file: OMRADE, column: 'slug', value: 'prova', suggestion: '”prov”' },
    },
  ],
  'utgava-dubbel': [
    {
      name: 'two editions of one year',
      change: [
        replace(OMRADE, '"ar": 2018', '"ar": 2016'),
        remove(ENKAT_2018),
        replace(INDIKATORER, '2018', '2017'),
        replace(PUBLICERAT, 'U1;2018;40;Påhittad;;\n', ''),
      ],
      finding: { file: OMRADE, column: 'utgavor[1].ar', value: '2016' },
    },
  ],
  'utgava-stad': [
    {
      name: 'a city without stadsdelar on the day',
      change: [replace(OMRADE, '"2018.1",', '"2018.1", "stadsdelsstader": ["0114"],')],
      finding: { file: OMRADE, column: 'utgavor[1].stadsdelsstader[0]', value: '0114' },
    },
  ],
  'stadsdel-overlappar': [
    {
      name: 'a stadsdel twice, the second before the first has ended',
      change: [
        append('referens/stadsdelar.csv', '0180-farsta-2;0180;Farsta;stadsdel;2020-01-01;;;prov'),
        replace(
          'referens/stadsdelar.csv',
          '0180-farsta;0180;Farsta;stadsdelsområde;2007-01-01;;',
          '0180-farsta;0180;Farsta;stadsdelsområde;2007-01-01;2020-06-30;',
        ),
      ],
      finding: { file: 'referens/stadsdelar.csv', row: 6, column: 'giltig_fran', message: 'rad 4' },
    },
  ],
  'brott-dubbelt': [
    {
      name: 'the same break twice',
      change: [
        replace(
          OMRADE,
          '"utgavor"',
          '"brott": [{ "franAr": 2016, "orsak": "a" }, { "franAr": 2016, "orsak": "b" }],\n"utgavor"',
        ),
      ],
      finding: { file: OMRADE, column: 'brott[1].franAr', value: '2016' },
    },
  ],
  'brott-utan-ar': [
    {
      name: 'a break that has not come yet',
      change: [
        replace(
          INDIKATORER,
          '"id": "U1",',
          '"id": "U1", "brott": [{ "franAr": 2099, "orsak": "ny fråga" }],',
        ),
      ],
      finding: { file: INDIKATORER, column: 'U1.brott[0].franAr', value: '2099' },
    },
  ],
  'exempel-anteckning': [
    {
      name: 'real answers with the note that they are made up',
      change: [replace(OMRADE, '"exempel": true', '"exempel": false')],
      finding: { file: OMRADE, column: 'utgavor[0].noter[0]', value: 'Påhittade svar.' },
    },
  ],
  'utgivare-exempel': [
    {
      name: 'the publisher that the tool comes with',
      change: [replace('publicering.json', '"namn": "Ingen"', '"namn": "Exempelutgivaren (byt ut)"')],
      finding: { file: 'publicering.json', column: 'organisation.namn' },
    },
  ],
  'indikator-dubbel': [
    {
      name: 'a slug used twice',
      change: [replace(INDIKATORER, '"slug": "fraga-tva"', '"slug": "fraga-ett"')],
      finding: { file: INDIKATORER, column: 'U2.slug', value: 'fraga-ett' },
    },
  ],
  'indikator-samma-som': [
    {
      name: 'shares an indicator that does not exist',
      change: [replace(DELADE, '"U1"', '"U11"')],
      finding: { file: DELADE, column: '[0].sammaSom', value: 'U11', suggestion: '”U1”' },
    },
    {
      name: 'shares an indicator of its own',
      change: [replace(INDIKATORER, '[\n', '[\n{ "sammaSom": "U2" },')],
      finding: { file: INDIKATORER, column: '[0].sammaSom', value: 'U2' },
    },
  ],
  'indikator-kategorier': [
    {
      name: 'categories on a type that has none',
      change: [replace(INDIKATORER, '"svarstyp": "andel"', '"svarstyp": "andel", "kategorier": ["a", "b"]')],
      finding: { file: INDIKATORER, column: 'OJ-2.kategorier' },
    },
  ],
  'indikator-svarstexter': [
    {
      name: 'a text for an answer that does not exist',
      change: [replace(INDIKATORER, '"delvis":', '"delvist":')],
      finding: { file: INDIKATORER, value: 'delvist', suggestion: '”delvis”' },
    },
  ],
  'indikator-vilkas': [
    {
      name: 'money of an indicator that nobody is counted by',
      change: [replace(INDIKATORER, '"min": 0', '"vilkas": "OJ-1", "min": 0')],
      finding: { file: INDIKATORER, value: 'OJ-1' },
    },
  ],
  'indikator-granser': [
    {
      name: 'the smallest is larger than the largest',
      change: [
        replace(INDIKATORER, '"min": 0', '"min": 200'),
        remove(ANDEL),
        replace(PUBLICERAT, '\n', '\nOJ-2;2022;50;Påhittad;;\n'),
      ],
      finding: { file: INDIKATORER, column: 'OJ-2.min', value: '200' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
