import { type Canvas, emptyCanvas, fillSolid, press } from './canvas.ts';
import { encodedPng } from './png-encode.ts';
import { type PngTexts, withTexts } from './png-text.ts';
import { type TextSetter, textSetter } from './set-text.ts';
import { type StampMaker, type Stamps, stampMaker } from './stamp-maker.ts';
import { takenApart } from './take-apart.ts';

/** Twice the size that the picture says it has: sharp on a projector and in print. */
const SCALE = 2;

type Tools = StampMaker & { readonly setText: TextSetter };

let tools: Promise<Tools> | undefined;

const start = async (before: Stamps): Promise<Tools> => ({
  ...(await stampMaker(SCALE, before)),
  setText: textSetter(SCALE),
});

/** From now on parts of pictures that have been drawn before are not drawn again. @param before from `drawnStamps` */
export function drawWith(before: Stamps): void {
  tools = start(before);
  // The next picture waits for it; until then its failure is nobody's.
  tools.catch(() => undefined);
}

/** The parts of pictures that have been drawn, in this process and before it. */
export const drawnStamps = async (): Promise<Stamps> => (await tools)?.stamps() ?? new Map();

/**
 * A picture's points.
 * @throws when it does not begin with paper that covers all of it, or holds what no picture is drawn with
 */
function drawnCanvas(svg: string, { stampOf, setText }: Tools): Canvas {
  const { width, height, parts } = takenApart(svg, SCALE, setText);
  const [paper, ...drawn] = parts;
  if (paper === undefined || 'markup' in paper || paper.width !== width || paper.height !== height)
    throw new Error('a picture that is not on paper');
  const canvas = emptyCanvas(width, height, paper.fill);
  for (const part of drawn) {
    if ('markup' in part) press(canvas, stampOf(part.markup), part);
    else fillSolid(canvas, part);
  }
  return canvas;
}

/** A picture, and what it says of itself where a program shows that. */
export type PngDocument = { readonly svg: string; readonly texts: PngTexts };

/**
 * A picture as PNG, twice as many points as the size that it says it has. The same bytes on every machine.
 * @throws when the SVG is drawn with something that `takenApart` does not know, or not on paper
 */
export async function pngOf({ svg, texts }: PngDocument): Promise<Uint8Array> {
  tools ??= start(new Map());
  return withTexts(encodedPng(drawnCanvas(svg, await tools), SCALE), texts);
}
