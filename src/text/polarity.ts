import type { Indicator } from '../model/indicator.ts';

/** What a high or a low value means, one sentence: said beside every figure that could be read as good or bad. */
export const POLARITY_LABEL: Readonly<Record<Indicator['polaritet'], string>> = {
  'hogt-onskvart': 'Ett högt värde är önskvärt.',
  'lagt-onskvart': 'Ett lågt värde är önskvärt.',
  neutral: 'Varken ett högt eller ett lågt värde är bättre i sig.',
};
