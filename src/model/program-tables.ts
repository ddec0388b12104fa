/** The tables of a programme, by file name: their columns in order, which may be left out, and what a column may hold. */
export const PROGRAM_COLUMNS = {
  'mal.csv': ['id', 'titel', 'overgripande', 'del_av'],
  'indikatorer.csv': [
    'id',
    'mal',
    'titel',
    'enhet',
    'riktning',
    'basar',
    'varde',
    'kvinnor',
    'man',
    'tabell',
    'kalla',
    'not',
    'foljs_av',
    'vilkas',
    'bidragande',
    'storsta_andel',
    'nast_storsta_andel',
  ],
  'utfall.csv': [
    'indikator',
    'ar',
    'varde',
    'jamforbar',
    'skal',
    'kalla',
    'bidragande',
    'storsta_andel',
    'nast_storsta_andel',
  ],
  'strategier.csv': ['id', 'titel'],
  'arbetssatt.csv': ['id', 'strategi', 'titel', 'text'],
  'atgarder.csv': ['id', 'arbetssatt', 'atgard', 'leder', 'medverkar', 'start', 'slut', 'budget'],
  'lage.csv': ['atgard', 'datum', 'status', 'text', 'kalla'],
  'utgangspunkter.csv': ['rubrik', 'text'],
  'principer.csv': ['grupp', 'princip'],
  'ansvar.csv': ['vem', 'hanteras_av', 'regel'],
  'fakta.csv': ['arbetssatt', 'namn', 'varde'],
  'dokument.csv': ['titel', 'lank'],
  'kunskap.csv': ['rubrik', 'text'],
  'uppfoljning.csv': ['nar', 'vad', 'vem'],
} as const;

export type ProgramTable = keyof typeof PROGRAM_COLUMNS;
export const PROGRAM_TABLE_NAMES = Object.keys(PROGRAM_COLUMNS) as readonly ProgramTable[];

/** A programme of four measures needs the first six tables; the others are there when there is something to say. */
export const NEEDED_TABLES: ReadonlySet<ProgramTable> = new Set([
  'mal.csv',
  'indikatorer.csv',
  'utfall.csv',
  'strategier.csv',
  'arbetssatt.csv',
  'atgarder.csv',
]);
