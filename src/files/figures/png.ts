import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encodedPng } from './png-encode.ts';
import { type PngTexts, withTexts } from './png-text.ts';

/**
 * Asked for at run time and from the project's folder, where a command goes before it works: a bundler must not copy
 * fonts and WebAssembly.
 */
const fromProject = () => createRequire(join(process.cwd(), 'package.json'));
const bytesOf = (name: string) => readFileSync(fromProject().resolve(name));

const FONT = '@expo-google-fonts/source-sans-3';
const WEIGHTS = ['400Regular', '600SemiBold', '700Bold'];

/** Twice the size that the picture says it has: sharp on a projector and in print. */
const SCALE = 2;

type Renderer = (svg: string) => Uint8Array;

let renderer: Promise<Renderer> | undefined;

async function start(): Promise<Renderer> {
  await initWasm(bytesOf('@resvg/resvg-wasm/index_bg.wasm'));
  const fontBuffers = WEIGHTS.map((w) => bytesOf(`${FONT}/${w}/SourceSans3_${w}.ttf`));
  return (svg) => {
    const resvg = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
      fitTo: { mode: 'zoom', value: SCALE },
    });
    const image = resvg.render();
    try {
      const { width, height, pixels: rgba } = image;
      return encodedPng({ width, height, rgba }, SCALE);
    } finally {
      image.free();
      resvg.free();
    }
  };
}

/** A picture, and what it says of itself where a program shows that. */
export type PngDocument = { readonly svg: string; readonly texts: PngTexts };

/**
 * A picture as PNG, twice as many points as the size that it says it has. The same bytes on every machine: resvg runs as WebAssembly with
 * our own fonts and none of the system's.
 * @throws when the SVG is malformed
 */
export async function pngOf({ svg, texts }: PngDocument): Promise<Uint8Array> {
  renderer ??= start();
  return withTexts((await renderer)(svg), texts);
}
