import { ANDEL, ANTAL, ENKAT, replace } from '../folder.ts';
import type { Case } from './case.ts';

/** Reasons for values that are not there. */
export const absenceCases = {
  'saknas-tvetydigt': [
    {
      name: 'a dash in a register: zero, or no answer',
      change: [replace(ANDEL, '4,5;;;', '–;;;')],
      finding: { file: ANDEL, row: 2, column: 'varde', value: '–', suggestion: 'Skriv 0' },
    },
    {
      name: 'a hyphen in a count',
      change: [replace(ANTAL, '0305;2022;T;20;', '0305;2022;T;-;')],
      finding: { file: ANTAL, row: 6, column: 'varde', value: '-' },
    },
  ],
  'saknas-orimligt': [
    {
      name: 'a tick in a survey',
      change: [replace(ENKAT, ';ja;nej', ';x;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: 'x', suggestion: '”ja”' },
    },
    {
      name: 'not asked, in a question that was asked',
      change: [replace(ENKAT, ';ja;nej', ';…;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: '…' },
    },
    {
      name: 'does not apply, for one who answers for itself',
      change: [replace(ENKAT, ';ja;nej', ';.;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: '.' },
    },
    {
      name: 'non-response in a register, as a word',
      change: [replace(ANDEL, 'uppgift-saknas', 'bortfall')],
      finding: { file: ANDEL, row: 6, column: 'saknas', value: 'bortfall' },
    },
  ],
  'saknas-ogiltigt': [
    ...(
      [
        ['N/A', '”..”'],
        ['#SAKNAS!', '”..”'],
        ['...', '”..”'],
        ['uppgift saknas', '”..”'],
        ['<5', '”X”'],
      ] as const
    ).map(([written, right]) => ({
      name: `${written} in a register`,
      change: [replace(ANDEL, '4,5;;;', `${written};;;`)],
      finding: { file: ANDEL, row: 2, column: 'varde', value: written, suggestion: right },
    })),
    {
      name: 'a word in a survey',
      change: [replace(ENKAT, ';ja;nej', ';ej svar;nej')],
      finding: { file: ENKAT, row: 2, column: 'U1', value: 'ej svar', suggestion: '”-”' },
    },
    {
      name: 'a misspelt reason',
      change: [replace(ANDEL, 'uppgift-saknas', 'uppgift-sakns')],
      finding: {
        file: ANDEL,
        row: 6,
        column: 'saknas',
        value: 'uppgift-sakns',
        suggestion: '”uppgift-saknas”',
      },
    },
  ],
} as const satisfies Record<string, readonly Case[]>;
