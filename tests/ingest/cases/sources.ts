import { ANDEL, write } from '../folder.ts';
import type { Case } from './case.ts';

const SOURCE = {
  id: 'provmyndigheten-2022',
  namn: 'Provmyndigheten 2022',
  utgivare: 'Provmyndigheten',
  slag: 'forstahand',
};
/** The folder's own figures are from these; a register of sources has them too. */
const PROV = [
  { ...SOURCE, id: 'prov', namn: 'Provet' },
  { ...SOURCE, id: 'pahittad', namn: 'Påhittad' },
  { ...SOURCE, id: 'annan', namn: 'En annan källa' },
];
const sources = (...list: readonly object[]) =>
  write('referens/kallforteckning.json', JSON.stringify([...PROV, ...list]));
const sourced = (kalla: string) => write(ANDEL, `kod;ar;kon;varde;saknas;kalla\n0114;2022;T;4;;${kalla}\n`);

const subjects = (...list: readonly object[]) =>
  write(
    'texter/amnen.json',
    JSON.stringify(
      list.map((said) => ({
        slug: 'provning',
        slag: 'malgrupp',
        titel: 'Provning',
        ingress: 'Ett ämne som bara finns i tester.',
        indikatorer: ['OJ-1'],
        ...said,
      })),
    ),
  );

export const sourceCases = {
  'amne-dubbelt': [
    {
      name: 'two subjects with one slug',
      change: [subjects({}, {})],
      finding: { file: 'texter/amnen.json', value: 'provning' },
    },
  ],
  'amne-indikator': [
    {
      name: 'a subject with an indicator that is not there',
      change: [subjects({ indikatorer: ['OJ-11'] })],
      finding: { file: 'texter/amnen.json', value: 'OJ-11' },
    },
  ],
  'kalla-dubbel': [
    {
      name: 'two sources with one id',
      change: [sources(SOURCE, { ...SOURCE, namn: 'En till' })],
      finding: { file: 'referens/kallforteckning.json', value: 'provmyndigheten-2022' },
    },
    {
      name: 'two sources with one name',
      change: [sources(SOURCE, { ...SOURCE, id: 'samma' })],
      finding: { file: 'referens/kallforteckning.json', value: 'Provmyndigheten 2022' },
    },
  ],
  'kalla-okand': [
    {
      name: 'a source that is not in the register',
      change: [sources(SOURCE), sourced('provmyndighetan-2022')],
      finding: {
        file: ANDEL,
        row: 2,
        column: 'kalla',
        value: 'provmyndighetan-2022',
        suggestion: '”provmyndigheten-2022”',
      },
    },
    {
      name: 'one of two sources is not in the register',
      change: [sources(SOURCE), sourced('provmyndigheten-2022 provmyndighet-2022')],
      finding: { file: ANDEL, row: 2, column: 'kalla', suggestion: '”provmyndigheten-2022”' },
    },
    {
      name: 'a web address in place of a source',
      change: [sources(SOURCE), sourced('example.org')],
      finding: { file: ANDEL, row: 2, column: 'kalla', value: 'example.org' },
    },
  ],
  'mapp-stor': [
    {
      name: 'more files than any comparison has',
      change: [
        (files) => {
          // Never read: notes in Markdown are for people.
          for (let i = 0; i < 11; i += 1) files.set(`stor${i}.md`, new Uint8Array(50_000_000));
        },
      ],
      finding: { file: 'stor0.md', message: '500 megabyte' },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
