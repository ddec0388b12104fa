import type { Standing } from '../statistics/profile.ts';

/** What each standing is called: what was answered, when it was, and nothing of what is done today. */
export const STANDING_LABEL: Readonly<Record<Standing, string>> = {
  gor: 'Svarade ja',
  delvis: 'Svarade delvis',
  'inte-an': 'Svarade nej',
  saknas: 'Svar saknas',
};

/** In the order that they are counted up. */
export const STANDINGS: readonly Standing[] = ['gor', 'delvis', 'inte-an', 'saknas'];

/** What a city's question is called among its own answers, when its stadsdelar answered it. */
export const STADSDELAR_LABEL = 'Stadsdelarna svarade';
