import type { Highs } from 'highs';

/**
 * An attacker of its own, for tests: writes what a reader sees as a text in LP format and asks for the least and the
 * most whole number that something can be. Shares nothing with what protects or with the control of the build.
 */
export type Puzzle = {
  /** What is shown; null where there is an X or nothing at all. */
  readonly shown: Readonly<Record<string, number | null>>;
  /** Lines such as `T = K + M`, `part <= whole`, `100 part >= 12.4 whole`, over the names. */
  readonly known: readonly string[];
};

const NAME = /[A-Za-z_][A-Za-z_0-9]*/g;

/** One line with every term on the left, and the numbers that are shown put in on the right. */
function constraint(line: string, shown: Puzzle['shown']): string {
  const [, left = '', sign = '=', right = ''] = /^(.*?)(<=|>=|=)(.*)$/.exec(line) ?? [];
  const open: string[] = [];
  let constant = 0;
  for (const [side, way] of [
    [left, 1],
    [right, -1],
  ] as const)
    for (const [, plus = '+', factor = '1', name, bare] of side.matchAll(
      /([+-])?\s*(?:(\d+(?:\.\d+)?)?\s*([A-Za-z_][A-Za-z_0-9]*)|(\d+))/g,
    )) {
      const by = way * (plus === '-' ? -1 : 1);
      if (bare !== undefined) constant += by * Number(bare);
      else if (name !== undefined) {
        const value = shown[name];
        if (value === null || value === undefined)
          open.push(`${by < 0 ? '-' : '+'} ${Number(factor)} ${name}`);
        else constant += by * Number(factor) * value;
      }
    }
  return open.length === 0 ? '' : `${open.join(' ')} ${sign} ${-constant}`;
}

/** The least and the most that a name can stand for; null when nothing fits at all. */
export function range(
  highs: Highs,
  { shown, known }: Puzzle,
  target: string,
): readonly [number, number] | null {
  const lines = known.map((line) => constraint(line, shown)).filter((line) => line !== '');
  const names = [...new Set([target, ...lines.flatMap((l) => l.match(NAME) ?? [])])];
  const ends = (['Minimize', 'Maximize'] as const).map((way) => {
    const text = [
      way,
      ` obj: ${target}`,
      'Subject To',
      ...lines.map((line, i) => ` c${i}: ${line}`),
      'Bounds',
      ...names.map((name) => ` 0 <= ${name} <= 1000000`),
      'General',
      ` ${names.join(' ')}`,
      'End',
    ].join('\n');
    const { Status, ObjectiveValue } = highs.solve(text);
    return Status === 'Optimal' ? Math.round(ObjectiveValue) : null;
  });
  const [least, most] = ends;
  return least === null || most === null || least === undefined || most === undefined ? null : [least, most];
}
