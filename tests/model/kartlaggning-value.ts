import type { Kartlaggningsvarde } from '../../src/model/kartlaggning.ts';

/** A made-up count of everybody in the country, with what a test changes. */
export const value = (part: Partial<Kartlaggningsvarde>): Kartlaggningsvarde => ({
  ar: 2023,
  plats: '00',
  matt: 'personer',
  situation: 'alla',
  kon: 'T',
  klass: { alder: null, hushallstyp: null, tid: null, orsak: null },
  enhet: 'antal',
  varde: 0,
  saknas: null,
  ungefar: false,
  omraknad: null,
  kalla: 'prov',
  not: null,
  ursprung: { fil: 'prov', rad: 1 },
  ...part,
});
