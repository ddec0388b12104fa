/** Lines of a CSV file as its text. */
export const csv = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

/** The reference data of the small folder in memory, by path. */
export const REFERENCE: readonly (readonly [path: string, text: string])[] = [
  [
    'referens/lan.csv',
    csv('lanskod;lan;bokstav', '01;Stockholms län;AB', '03;Uppsala län;C', '06;Jönköpings län;F'),
  ],
  [
    'referens/kallor.json',
    `${JSON.stringify({
      folkmangd: { datum: '2024-12-31', kalla: 'SCB' },
      kommungrupper: { ar: 2023, kalla: 'SKR' },
    })}\n`,
  ],
  ['referens/kommungrupper.csv', csv('kod;namn', 'A1;Storstäder', 'B4;Pendlingskommun')],
  [
    'referens/kommuner.csv',
    csv(
      'kommunkod;kommun;lanskod;kommungrupp;folkmangd',
      '0114;Upplands Väsby;01;B4;50000',
      '0180;Stockholm;01;A1;1000000',
      '0305;Håbo;03;B4;20000',
      '0380;Uppsala;03;B4;250000',
      '0643;Habo;06;B4;10000',
    ),
  ],
  [
    'referens/stadsdelar.csv',
    csv(
      'kod;kommunkod;stadsdel;typ;giltig_fran;giltig_till;not;kalla',
      '0180-alvsjo;0180;Älvsjö;stadsdelsområde;2007-01-01;2015-12-31;;prov',
      '0180-bromma;0180;Bromma;stadsdelsområde;2007-01-01;;;prov',
      '0180-farsta;0180;Farsta;stadsdelsområde;2007-01-01;;;prov',
      '0380-gottsunda;0380;Gottsunda;stadsdel;2007-01-01;;;prov',
    ),
  ],
  [
    'referens/kommunrutor.csv',
    csv('kod;col;row', '0114;1;1', '0180;2;1', '0305;1;2', '0380;2;2', '0643;3;3'),
  ],
  ['referens/lanrutor.csv', csv('kod;col;row', '01;1;1', '03;1;2', '06;1;3')],
  ['referens/vattenrutor.csv', csv('namn;col;row', 'Mälaren;0;1')],
  ['referens/grannar.csv', csv('kommunkod_a;kommunkod_b', '0114;0180', '0305;0380')],
  [
    'referens/utgangna_koder.csv',
    csv(
      'kod;ersatt_av;giltig_till;skal',
      '15;;1997-12-31;Älvsborgs län gick upp i Västra Götalands län 1998',
      '1623;0643;1997-12-31;Habo hör till Jönköpings län sedan 1998',
    ),
  ],
];
