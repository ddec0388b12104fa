import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CustomFontsOptions } from '@resvg/resvg-wasm';
import { must } from '../../model/must.ts';

/**
 * Asked for at run time and from the project's folder, where a command goes before it works: a bundler must not copy
 * fonts and WebAssembly.
 * @param name a file of a package, as `import` would name it
 */
export const packageBytes = (name: string): Uint8Array =>
  readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(name));

const FONT = '@expo-google-fonts/source-sans-3';
const FAMILY = 'Source Sans 3';
const STYLES = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' } as const;
/** The weights that pictures are drawn with. */
export type LetterWeight = keyof typeof STYLES;
export const WEIGHTS: readonly LetterWeight[] = [400, 600, 700];
/** The boldest that a plain weight stands in for. */
const MEDIUM = 500;

/** The file of our letters in a weight. */
export const letterBytes = (weight: LetterWeight): Uint8Array =>
  packageBytes(`${FONT}/${STYLES[weight]}/SourceSans3_${STYLES[weight]}.ttf`);

/** The weight that stands in for one that we do not have (CSS Fonts 4, 5.2, step 4). */
export function weightFor(wanted: number): LetterWeight {
  const bolder = WEIGHTS.find((weight) => weight >= wanted);
  const lighter = WEIGHTS.findLast((weight) => weight <= Math.max(wanted, MEDIUM));
  return must(wanted > MEDIUM ? (bolder ?? lighter) : (lighter ?? bolder), 'weight of our letters');
}

/** Markup in weights that we have: resvg knows hundreds alone, and draws 650 as if nothing were said. */
export const inOurWeights = (markup: string): string =>
  markup.replaceAll(/ font-weight="(\d+)"/g, (_, weight) => ` font-weight="${weightFor(Number(weight))}"`);

/** Our letters for resvg, which copies and reads them anew each time that it gets them. */
export const resvgLetters = (): CustomFontsOptions => ({
  fontBuffers: WEIGHTS.map(letterBytes),
  defaultFontFamily: FAMILY,
  sansSerifFamily: FAMILY,
});
