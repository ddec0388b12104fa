/** Numbers from 0 to just under 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Chance = {
  readonly next: () => number;
  readonly below: (n: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
};

export function chance(seed: number): Chance {
  const next = seeded(seed);
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}

/** What breaks readers: delimiters, quotes, controls, formulas, prototypes, halves of characters, scripts, numbers. */
export const PIECES: readonly [string, ...string[]] = [
  ...([
    ';',
    ',',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\0',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\uD800',
    '\uDC00',
  ] as const),
  ...['=1+1', '+46', '-1', '@A1', '\u200F', 'e\u0301', '\u{1F3E0}', '__proto__', 'constructor', 'toString'],
  ...[
    '1e999',
    '-0',
    'NaN',
    '0x10',
    '1 000,5',
    '1.000.000',
    '９９',
    '2016-01-01',
    'jan-16',
    '99999999999999999999',
  ],
  ...[
    '<script>alert(1)</script>',
    '[a](javascript:x)',
    '![](http://x/)',
    '**'.repeat(40),
    '['.repeat(300),
    '{{x}}',
  ],
  ...[
    ' '.repeat(3000),
    'å'.repeat(500),
    '----',
    '# x',
    '|---|',
    '%',
    '../../x',
    'C:\\x',
    '\u001b[31m',
    '-',
    '..',
    'X',
  ],
];

const HOSTILE_JSON: readonly [string, ...string[]] = [
  'null',
  '[]',
  '{}',
  '"x"',
  '1e400',
  '{"__proto__":{"x":1}}',
  '{"a":1,"a":2}',
  '"\\ud800"',
  `${'['.repeat(3000)}${']'.repeat(3000)}`,
  `${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}`,
];

/** A text with one thing done to it that knows what kind of text it is. */
export function mutated(text: string, json: boolean, { below, pick, next }: Chance): string {
  const at = below(text.length + 1);
  const end = Math.min(text.length, at + 1 + below(40));
  const lines = text.split('\n');
  const line = below(lines.length);
  const ways: readonly [() => string, ...(() => string)[]] = [
    () => text.slice(0, at) + pick(PIECES) + text.slice(at),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at),
    () => [...lines.slice(0, line), lines[line] ?? '', ...lines.slice(line)].join('\n'),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.map((l, i) => (i === line ? cell(l, pick(PIECES), next()) : l)).join('\n'),
    () => lines.map((l) => l.split(';').toReversed().join(';')).join('\n'),
    () => text.replaceAll(';', ','),
    () => text.replaceAll('"', ''),
    () =>
      text.replace(/"[^"]*"|\d+/g, (found) => (next() < 0.05 ? pick(json ? HOSTILE_JSON : PIECES) : found)),
  ];
  return pick(ways)();
}

/** One cell of a row, or one value of a line of JSON, exchanged. */
function cell(line: string, piece: string, where: number): string {
  const cells = line.split(';');
  return cells.with(Math.floor(where * cells.length), piece).join(';');
}

/** The bytes of a text, now and then in another encoding or with a broken end. */
export function bytesOf(text: string, { next, below }: Chance): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const way = next();
  if (way < 0.9) return bytes;
  if (way < 0.93) return Uint8Array.from(Buffer.from(text, 'utf16le'));
  if (way < 0.96) return Uint8Array.from(Buffer.from(text, 'latin1'));
  const broken = bytes.slice();
  for (let i = 0; i < 3 && broken.length > 0; i += 1) broken[below(broken.length)] = below(256);
  return broken;
}
