/** What windows-1252 or older PX tools do not hold, and what stands for it. */
const INSTEAD: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '”': "'",
  '“': "'",
  '"': "'",
  '’': "'",
  '\u00a0': ' ',
  '\u2009': ' ',
};

/** Text for a quoted PX string: no inner quotes, only characters that windows-1252 and iso-8859-1 share. */
export function pxText(text: string): string {
  return [...text.normalize('NFC')]
    .map((c) => {
      const replaced = INSTEAD[c] ?? c;
      if (CONTROL.test(replaced)) return ' ';
      if (replaced.charCodeAt(0) < 256) return replaced;
      const base = c.normalize('NFD').charAt(0);
      return base.charCodeAt(0) < 256 ? base : '?';
    })
    .join('');
}

/** Line breaks and the like; in windows-1252 the bytes of U+0080 to U+009F are other signs. */
const CONTROL = /\p{Cc}/u;

/** Bytes in windows-1252 of text that `pxText` has gone over: below U+0100 the code point is the byte. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

/** A number without exponent and with every decimal that it has. */
export function pxNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', lead = '', rest = '', exponent = '0'] = match;
  const digits = lead + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}
