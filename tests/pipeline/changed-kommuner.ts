/** The text files of a data folder, by path. */
export type Texts = ReadonlyMap<string, string>;

const HEAD = 'kommunkod;kommun;lanskod;kommungrupp;folkmangd;giltig_fran;giltig_till;ersatt_av';
const TODAY: readonly string[] = [
  '0980;Gotland;09;C6;60971;;;',
  '1060;Olofström;10;C7;13000;;;',
  '1080;Karlskrona;10;C6;66301;;;',
  '1081;Ronneby;10;C7;28741;;;',
  '1082;Karlshamn;10;C6;31751;;;',
  '1083;Sölvesborg;10;B4;17430;;;',
];

/** A change of the small folder's kommuner on 1 January 2021, between its survey (2016) and its registers (2022). */
export type ToyChange = {
  /** Codes whose rows of today are gone. */
  readonly gone?: readonly string[];
  readonly rows: readonly string[];
  /** Rows that the map and the registers get, by path. */
  /** Codes that the registers lose: a län that has two kommuner after the change. */
  readonly dropped?: readonly string[];
  readonly added?: Readonly<Record<string, readonly string[]>>;
};

export const TOY_CHANGES = {
  rename: {
    gone: ['1081'],
    rows: ['1081;Ronneby;10;C7;28741;;2020-12-31;', '1081;Blekingeby;10;C7;28741;2021-01-01;;'],
  },
  merge: { gone: ['1060'], rows: ['1060;Olofström;10;C7;13000;;2020-12-31;1082'] },
  split: {
    gone: ['1080'],
    rows: [
      '1080;Karlskrona;10;C6;66301;;2020-12-31;1080|1085',
      '1080;Karlskrona;10;C6;60301;2021-01-01;;',
      '1085;Nättraby;10;C6;6000;2021-01-01;;',
    ],
    added: { 'referens/kommunrutor.csv': ['1085;11;37'] },
  },
  move: {
    gone: ['1083'],
    dropped: ['09'],
    rows: ['1083;Sölvesborg;10;B4;17430;;2020-12-31;0983', '0983;Sölvesborg;09;B4;17430;2021-01-01;;'],
    added: { 'referens/kommunrutor.csv': ['0983;8;37'], 'referens/grannar.csv': ['0983;1082'] },
  },
} as const satisfies Readonly<Record<string, ToyChange>>;

/** The small folder as it is after some changes. The survey of 2016 is left as it was. */
export function changedFolder(small: Texts, changes: readonly ToyChange[]): Texts {
  const gone = new Set(changes.flatMap((c) => c.gone ?? []));
  const rows = changes.flatMap((c) => c.rows);
  const still = new Set(
    [...TODAY.filter((r) => !gone.has(r.slice(0, 4))), ...rows.filter((r) => r.split(';')[6] === '')].map(
      (r) => r.slice(0, 4),
    ),
  );
  const all = new Set(TODAY.map((r) => r.slice(0, 4)));
  const files = new Map(small);
  const dropped = changes.flatMap((c) => c.dropped ?? []);
  const ended = [...gone].filter((kod) => !still.has(kod) && all.has(kod));
  for (const [path, text] of small) {
    if (!/^referens\/(kommunrutor|grannar|kontakter)\.csv$|\/register\//.test(path)) continue;
    const added = changes.flatMap((c) => c.added?.[path] ?? []);
    const kept = text
      .trimEnd()
      .split(/\r?\n/)
      .filter(
        (row) =>
          ![...ended, ...(path.includes('/register/') ? dropped : [])].some((kod) =>
            row.split(';').includes(kod),
          ),
      );
    files.set(path, `${[...kept, ...added].join('\n')}\n`);
  }
  const today = TODAY.filter((r) => !gone.has(r.slice(0, 4)));
  files.set('referens/kommuner.csv', `${[HEAD, ...today, ...rows].join('\n')}\n`);
  return files;
}
