import { DOMParser } from 'linkedom';

/**
 * Widths of Arial's letters in thousandths of the size, as Liberation Sans, Helvetica and Nimbus Sans have them too
 * (Adobe's AFM of Helvetica): from the space to the tilde.
 */
const ARIAL = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Bold letters are some six hundredths wider. */
const BOLD = 1.06;

/** How wide a text is in Arial. Letters with accents are as wide as without; a dash is half the size, others as a digit. */
function arialWidth(words: string, size: number, bold: boolean): number {
  const sum = [...words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u00a0', ' ')].reduce(
    (width, letter) => width + (ARIAL[(letter.codePointAt(0) ?? 0) - 32] ?? 556),
    0,
  );
  return (sum / 1000) * size * (bold ? BOLD : 1);
}

/** A text of a picture, where it stands in it. */
export type PlacedText = {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
};

type State = {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: string;
  readonly bold: boolean;
};

function moved(state: State, transform: string | null): State {
  let { scale, x, y } = state;
  for (const [, kind, a = '0', b = '0'] of (transform ?? '').matchAll(
    /(translate|scale)\(([^\s,)]+)[\s,]*([^)]*)\)/g,
  )) {
    if (kind === 'scale') scale *= Number(a);
    else {
      x += Number(a) * scale;
      y += Number(b || 0) * scale;
    }
  }
  return { ...state, scale, x, y };
}

/** Every text of a picture as Arial would set it, in the picture's own units. */
export function textsInArial(svg: string): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const visit = (node: Element, outer: State) => {
    const own = (name: string) => node.getAttribute(name);
    const state = {
      ...moved(outer, own('transform')),
      size: Number(own('font-size') ?? outer.size),
      anchor: own('text-anchor') ?? outer.anchor,
      bold: own('font-weight') === null ? outer.bold : Number(own('font-weight')) >= 600,
    };
    if (node.tagName === 'text') {
      const words = node.textContent ?? '';
      const width = arialWidth(words, state.size, state.bold) * state.scale;
      const at = state.x + Number(own('x') ?? 0) * state.scale;
      const left = state.anchor === 'end' ? at - width : state.anchor === 'middle' ? at - width / 2 : at;
      const y = state.y + (Number.parseFloat(own('y') ?? '0') || 0) * state.scale;
      found.push({ words, left, right: left + width, y, size: state.size * state.scale });
      return;
    }
    for (const child of node.children) visit(child, state);
  };
  // As XML: as HTML the names of its elements would be in capitals, and nothing be found.
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg');
  if (root) visit(root, { scale: 1, x: 0, y: 0, size: 14, anchor: 'start', bold: false });
  return found;
}
