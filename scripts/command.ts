import { parseArgs } from 'node:util';

/** Options of a command line, or exit 2 with one sentence when they are wrong. All options take a value. */
export function options<const K extends string>(
  command: string,
  names: readonly K[],
): Partial<Record<K, string>> {
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(names.map((n) => [n, { type: 'string' as const }])),
      strict: true,
      allowPositionals: false,
    });
    return values as Partial<Record<K, string>>;
  } catch {
    const usage = names.map((n) => `[--${n} …]`).join(' ');
    return wrongUse(`Okänt val. Så här används kommandot: npm run ${command} -- ${usage}`);
  }
}

/** Ends the program with exit code 2: wrong use. */
export function wrongUse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
