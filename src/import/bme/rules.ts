import type { Rulebook } from '../../model/rulebook.ts';

const error = (rule: string) => ({ severity: 'error', rule }) as const;
const warning = (rule: string) => ({ severity: 'warning', rule }) as const;

/** What can be wrong with a file of the housing-market survey, held against an inventory. */
export const BME_RULES = {
  'bme-rubrik': error('Bostadsmarknadsenkätens fil ska ha de kolumner som mappningen nämner.'),
  'bme-ar': error('Bostadsmarknadsenkätens svar ska gälla ett år som inventeringen har.'),
  'bme-kommun': warning('Kommunen bör ha en rad i bostadsmarknadsenkätens fil.'),
  'bme-rad': error('Kod och namn på en rad ska vara samma kommun.'),
  'bme-dubblett': error('En kommun ska ha en enda rad i bostadsmarknadsenkätens fil.'),
  'bme-tal': error('Ett antal ska vara ett helt tal, noll eller större.'),
  'bme-skillnad': warning('Det som inventeringen säger att kommunen har svarat bör stå så i enkätens fil.'),
} as const satisfies Rulebook<string>;
export type BmeRule = keyof typeof BME_RULES;
