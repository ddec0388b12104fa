import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { COLUMN_ENGLISH } from '../text/columns-english.ts';

/** ETHOS, FEANTSA's European typology of homelessness and housing exclusion: where its categories are described. */
export const ETHOS_SOURCE = 'http://www.feantsa.org/en/news/2017/09/12/updated?bcParent=27';

/** Each of Socialstyrelsen's situations, and the operational categories of ETHOS that it meets. Our own comparison. */
const SITUATIONS: readonly (readonly [situation: string, ethos: string, differs: string])[] = [
  [
    '1. Acute homelessness (akut hemlöshet)',
    '1 People living rough; 2 people in emergency accommodation; 3.1–3.2 homeless hostel and temporary accommodation; 4 women’s shelter; 11 non-conventional dwellings such as tents and cars',
    'A women’s shelter counts only for those with no home to return to.',
  ],
  [
    '2. Institution or supported housing (institutionsvistelse och stödboende)',
    '6 People due to be released from institutions; parts of 3.3 transitional supported accommodation',
    'Counted only when the person is to leave within three months and has no home to go to.',
  ],
  [
    '3. Long-term housing arranged by the social services (långsiktiga boendelösningar)',
    '7 People receiving longer-term support due to homelessness',
    'The secondary housing market: the municipality holds the lease and sublets, often with special terms. Many countries do not count it.',
  ],
  [
    '4. Own short-term arrangement (eget ordnat kortsiktigt boende)',
    '8.1 Temporarily with family or friends; 8.2 no legal (sub)tenancy',
    'Counted only when the person has been in contact with the social services or somebody else who answers the survey.',
  ],
];

/** What a researcher abroad needs to know before using the data, in English. */
export type EnglishPage = {
  readonly example: boolean;
  readonly situations: Table;
  /** ETHOS categories that no Swedish situation meets. */
  readonly notCounted: string;
  /** Every column of the CSV files. */
  readonly columns: Table;
  /** Years of the national counts, oldest first. */
  readonly rounds: readonly number[];
};

export function englishPage({ catalogue }: CatalogueIndex): EnglishPage {
  const national = catalogue.kartlaggningar.find((k) => k.kod === '00' && k.slag === 'hemloshet');
  return {
    example: catalogue.omraden.some((o) => o.utgavor.some((u) => u.exempel)),
    situations: {
      caption: 'Socialstyrelsen’s four situations beside ETHOS',
      columns: ['Situation', 'ETHOS categories', 'What differs'].map((label) => ({ label, numeric: false })),
      rows: SITUATIONS.map((row) => row.map((text) => ({ text }))),
    },
    notCounted:
      'Not counted in any situation: 5 accommodation for immigrants (asylum seekers housed by the state), 9–10 people under threat of eviction or violence who still have a home, 12–13 unfit housing and extreme overcrowding.',
    columns: {
      caption: 'Columns of the CSV files',
      columns: ['Column', 'What it holds'].map((label) => ({ label, numeric: false })),
      rows: Object.entries(COLUMN_ENGLISH).map((row) => row.map((text) => ({ text }))),
    },
    rounds: national?.omgangar.map((o) => o.ar) ?? [],
  };
}
