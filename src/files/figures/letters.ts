import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ResvgRenderOptions } from '@resvg/resvg-wasm';
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
/** The weights that pictures are drawn with, from the lightest. */
const STYLES = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' } as const;
const WEIGHTS = Object.keys(STYLES).map(Number);
/** What a text is written in where it says nothing, and the boldest that a plain one stands in for. */
const PLAIN = 400;
const MEDIUM = 500;

const WEIGHT = / font-weight="(\d+)"/g;

/** The weight that stands in for one that we do not have (CSS Fonts 4, 5.2, step 4). */
function weightFor(wanted: number): number {
  const bolder = WEIGHTS.find((weight) => weight >= wanted);
  const lighter = WEIGHTS.findLast((weight) => weight <= Math.max(wanted, MEDIUM));
  return must(wanted > MEDIUM ? (bolder ?? lighter) : (lighter ?? bolder), 'weight of our letters');
}

/** Markup of a text in weights that we have, and the letters that it is drawn with. */
export type Lettered = { readonly markup: string; readonly font: ResvgRenderOptions['font'] };

/**
 * Our letters for a text. resvg copies and reads letters anew for each drawing, so that it gets those that are asked
 * for; and it knows hundreds alone of weights, and would draw 650 as if nothing were said.
 * @returns from markup with a text in it, the same in our weights with the letters for them
 */
export function lettering(): (markup: string) => Lettered {
  const letters = Object.entries(STYLES).map(([weight, name]) => ({
    weight: Number(weight),
    bytes: packageBytes(`${FONT}/${name}/SourceSans3_${name}.ttf`),
  }));
  return (markup) => {
    const ours = markup.replaceAll(WEIGHT, (_, weight) => ` font-weight="${weightFor(Number(weight))}"`);
    const said = [...ours.matchAll(WEIGHT)].map(([, weight]) => Number(weight));
    const around = ours.slice(0, ours.indexOf('>', ours.indexOf('<text')));
    const wanted = around.search(WEIGHT) < 0 ? [PLAIN, ...said] : said;
    const fontBuffers = letters.filter(({ weight }) => wanted.includes(weight)).map(({ bytes }) => bytes);
    return { markup: ours, font: { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY } };
  };
}
