import { type Change, INDIKATORER, replace, write } from '../ingest/folder.ts';

/** Declares the small folder's counts (`OJ-1`) to be of people. */
export const people = (skydd: unknown = {}): Change =>
  replace(INDIKATORER, '"svarstyp": "antal"', `"svarstyp": "antal", "personskydd": ${JSON.stringify(skydd)}`);

/** A register of the counts: `kod;ar;kon;varde;saknas` lines. */
export const register = (...lines: readonly string[]): Change =>
  write('omraden/prov/register/OJ-1.csv', `kod;ar;kon;varde;saknas\n${lines.join('\n')}\n`);

/** Counts of `OJ-1` 2022 in which nothing is small but 3 women of Upplands Väsby. */
export const REGISTER_LINES = [
  '00;2022;T;235;',
  '01;2022;T;144;',
  '01;2022;K;63;',
  '01;2022;M;81;',
  '0114;2022;T;14;',
  '0114;2022;K;3;',
  '0114;2022;M;11;',
  '0180;2022;T;130;',
  '0180;2022;K;60;',
  '0180;2022;M;70;',
  '0305;2022;T;21;',
  '0305;2022;K;9;',
  '0305;2022;M;12;',
  '0380;2022;T;60;',
];

const KARTLAGGNING = {
  slug: 'vasby',
  titel: 'Väsbys kartläggning',
  kod: '0114',
  utgivare: 'Prov',
  ingress: 'En påhittad kartläggning som bara finns i tester.',
  huvudmatt: 'personer',
  raknas: ['Alla fyra situationerna.'],
  raknasInte: [],
  jamforbarhet: 'Första omgången, kan inte jämföras med andra.',
  kalla: 'Påhittad',
  personskydd: {},
  omgangar: [{ ar: 2022, matperiod: 'vecka 40', jamforbar: 'prov', metod: ['Enkät till verksamheter.'] }],
};

/**
 * A kartläggning of Upplands Väsby 2022.
 * @param lines `matt;situation;kon;varde;enhet;not`, and the classes of `indelningar` if any
 */
export function kartlaggning(lines: readonly string[], definition: object = {}): Change {
  const { indelningar = {} } = definition as { indelningar?: Readonly<Record<string, unknown>> };
  const divisions = Object.keys(indelningar);
  const header = ['ar;matt;situation;kon;varde;saknas;enhet;ungefar;omraknad;kalla;not', ...divisions].join(
    ';',
  );
  const rows = lines.map((line) => {
    const [matt, situation, kon, varde, enhet = 'antal', not = '', ...klasser] = line.split(';');
    const classes = divisions.map((_, i) => klasser[i] ?? '');
    return [2022, matt, situation, kon, varde, '', enhet, '', '', 'Påhittad', not, ...classes].join(';');
  });
  return (files) => {
    files.set('kartlaggningar/vasby/kartlaggning.json', JSON.stringify({ ...KARTLAGGNING, ...definition }));
    files.set('kartlaggningar/vasby/varden.csv', `${[header, ...rows].join('\n')}\n`);
  };
}

/** An inventory of Upplands Väsby 2022. @param lines `uppgift;kon;alder;varde;text` */
export const inventering = (...lines: readonly string[]): Change =>
  write(
    'inventering/vasby.csv',
    `kommunkod;ar;uppgift;kon;alder;varde;text\n${lines.map((l) => `0114;2022;${l}`).join('\n')}\n`,
  );

/**
 * A programme with counts of 2022. @param lines `id;varde;kvinnor;man`
 * @param personskydd null when somebody else has published them
 */
export function program(lines: readonly string[], personskydd: object | null, kod = '0114'): Change {
  const definition = {
    slug: 'prov',
    titel: 'Ett påhittat program',
    kod,
    franAr: 2022,
    tillAr: 2025,
    utgivare: 'Prov',
    diarienummer: null,
    ingress: 'Ett påhittat program som bara finns i tester.',
    raknas: ['Alla fyra situationerna.'],
    raknasInte: [],
    skillnad: 'Ingen skillnad mot Socialstyrelsens definition.',
    kalla: 'Påhittat',
    personskydd,
    utanPersonskydd: personskydd === null ? 'Kommunen har redan publicerat alla talen.' : null,
  };
  const rows = lines.map((line) => {
    const [id, varde, kvinnor = '', man = ''] = line.split(';');
    return `${id};farre;Personer;personer;minska;2022;${varde};${kvinnor};${man};;Påhittad`;
  });
  return (files) => {
    const put = (name: string, text: string) => files.set(`program/prov/${name}`, text);
    put('program.json', JSON.stringify(definition));
    put('mal.csv', 'id;titel;overgripande\nfarre;Färre i hemlöshet;ja\n');
    put(
      'indikatorer.csv',
      `id;mal;titel;enhet;riktning;basar;varde;kvinnor;man;tabell;kalla\n${rows.join('\n')}\n`,
    );
    put('utfall.csv', 'indikator;ar;varde;jamforbar;skal;kalla\nhemlosa;2023;50;ja;Samma sätt;Påhittad\n');
    put('strategier.csv', 'id;titel\nhem;Först ett hem\n');
    put('arbetssatt.csv', 'id;strategi;titel\nforst;hem;Bostad först\n');
    put('atgarder.csv', 'id;arbetssatt;atgard;leder\n1;forst;Erbjuda hem;Nämnden\n');
  };
}
