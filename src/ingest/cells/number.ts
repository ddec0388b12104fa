const ZERO = 48;
const NINE = 57;
const EXACT_DIGITS = 15;

/**
 * The value of a plainly written number (`12`, `-3,5`, `0.25`), or NaN. Both decimal signs are read; nothing else
 * is: no spaces, exponents, plus signs, or digits missing on either side of the decimal sign.
 *
 * Reads the characters once, because a register can have a million of them. Up to 15 digits the quotient of two
 * exact integers is the nearest double, the same as `Number` would give.
 */
export function plainNumber(text: string): number {
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let mantissa = 0;
  let decimalAt = -1;
  for (let i = start; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c >= ZERO && c <= NINE) mantissa = mantissa * 10 + (c - ZERO);
    else if ((c === 44 || c === 46) && decimalAt < 0 && i > start && i < text.length - 1) decimalAt = i;
    else return Number.NaN;
  }
  if (text.length === start) return Number.NaN;
  if (text.length > EXACT_DIGITS) return Number(text.replace(',', '.'));
  const value = decimalAt < 0 ? mantissa : mantissa / 10 ** (text.length - 1 - decimalAt);
  return negative ? -value : value;
}

/** What is wrong with a number, and what was understood: null when it can be read in more than one way. */
export type NumberProblem = {
  readonly code:
    | 'tal-ogiltigt'
    | 'tal-mellanslag'
    | 'tal-tvetydigt'
    | 'tal-minustecken'
    | 'tal-med-enhet'
    | 'tal-exponent';
  readonly message: string;
  readonly suggestion: string | null;
  readonly understood: number | null;
};

/** Ordinary, no-break, narrow no-break, thin, figure and punctuation space. */
const SPACES = /[ \u00a0\u202f\u2009\u2007\u2008]/;
const GROUPED = /^-?\d{1,3}([ \u00a0\u202f\u2009\u2007\u2008]\d{3})+([.,]\d+)?$/;
const ALL_SPACES = new RegExp(SPACES, 'g');

const SPACE_NAMES: ReadonlyMap<string, string> = new Map([
  [' ', 'mellanslag'],
  ['\u00a0', 'hårt mellanslag (U+00A0)'],
  ['\u202f', 'smalt hårt mellanslag (U+202F)'],
  ['\u2009', 'smalt mellanslag (U+2009)'],
  ['\u2007', 'siffermellanslag (U+2007)'],
  ['\u2008', 'skiljeteckensmellanslag (U+2008)'],
]);

/**
 * Explains a text that `plainNumber` could not read.
 * @param whole true where only a whole number can stand
 */
export function explainNumber(text: string, whole = false): NumberProblem {
  const typed = text.trim();
  const problem = (
    code: NumberProblem['code'],
    message: string,
    suggestion: string | null,
    understood: number | null = null,
  ): NumberProblem => ({ code, message, suggestion, understood });

  const limit = /^[<>≤≥]\s*(\d+)$/.exec(typed);
  if (limit)
    return problem(
      'tal-ogiltigt',
      `”${text}” är en gräns, inte ett tal.`,
      'Skriv det verkliga talet. Verktyget döljer små antal personer innan något visas.',
    );
  const unit = /^(.*\d)\s*(%|‰|kr|kronor|procent|st)$/i.exec(typed);
  if (unit) return problem('tal-med-enhet', `”${text}” har en enhet efter talet.`, `Skriv ”${unit[1]}”.`);
  if (/^-?\d+([.,]\d+)?e[+-]?\d+$/i.test(typed))
    return problem(
      'tal-exponent',
      `”${text}” är skrivet med exponent, troligen av ett kalkylprogram.`,
      `Skriv alla siffror. Här verkar de vara ${Number(typed.replace(',', '.'))}, men avrundade.`,
    );
  const minus = /^[−–](\d.*)$/.exec(typed);
  if (minus) {
    const understood = plainNumber(`-${minus[1]}`);
    if (!Number.isNaN(understood))
      return problem(
        'tal-minustecken',
        `”${text}” har ett annat minustecken än bindestreck. Det lästes som ${understood}.`,
        `Skriv ”-${minus[1]}”.`,
        understood,
      );
  }
  if (SPACES.test(text)) {
    const compact = text.replace(ALL_SPACES, '');
    const name = SPACE_NAMES.get(SPACES.exec(text)?.[0] ?? ' ') ?? 'mellanslag';
    const understood = plainNumber(compact);
    if (!Number.isNaN(understood) && (GROUPED.test(typed) || typed === compact))
      return problem(
        'tal-mellanslag',
        `”${text}” har ${name}. Det lästes som ${compact}.`,
        `Skriv ”${compact}”.`,
        understood,
      );
    if (!Number.isNaN(understood))
      return problem(
        'tal-tvetydigt',
        `”${text}” har ${name} på ett ställe där tusental inte skiljs åt.`,
        `Skriv ”${compact}” om det är talet.`,
      );
  }
  if (/^-?\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(typed) && /[.,].*[.,]/.test(typed)) {
    const compact = typed.replace(/[.,](?=\d{3}([.,]|$))/g, '');
    return problem(
      'tal-tvetydigt',
      `”${text}” har mer än ett decimaltecken.`,
      `Skriv tusental utan tecken emellan, till exempel ”${compact}”.`,
    );
  }
  const example = whole ? 'Skriv ett heltal, till exempel 12.' : 'Skriv ett tal, till exempel 12 eller 3,5.';
  return problem('tal-ogiltigt', `”${text}” är inte ett tal.`, example);
}

/** What to do with a number that has decimals where only whole ones are counted: `1.200` surely is 1200. */
export function wholeNumberHint(text: string): string {
  const digits = text.replace(/[.,]/, '');
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text))
    return `Menade du ${digits}? Skriv tusental utan punkt och komma.`;
  return `Skriv talet utan decimaler. Avrundat blir det ${Math.round(plainNumber(text))}.`;
}
