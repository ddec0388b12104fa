import type { Ruta } from '../../model/kommun.ts';
import type { ViewBox } from '../svg.ts';

/**
 * Pointy-top hexagons in "odd-r" rows (odd rows are shifted half a tile right) on a lattice of whole numbers:
 * half a tile is 7 wide, its side 8 high, so a row is 12. That is within 1 % of a regular hexagon, every corner
 * of neighbouring tiles coincides exactly, and paths need no decimals.
 */
const HALF_WIDTH = 7;
const HALF_SIDE = 4;
const RADIUS = 8;
const ROW = RADIUS + HALF_SIDE;

export type Point = readonly [number, number];
type Cell = Pick<Ruta, 'col' | 'row'>;

/** The middle of a tile. */
export function centre({ col, row }: Cell): Point {
  return [HALF_WIDTH * (2 * col + (row & 1)), ROW * row];
}

/** Steps from corner to corner, clockwise from the top; the last returns to the top. */
const SIDES: readonly Point[] = [
  [HALF_WIDTH, HALF_SIDE],
  [0, RADIUS],
  [-HALF_WIDTH, HALF_SIDE],
  [-HALF_WIDTH, -HALF_SIDE],
  [0, -RADIUS],
  [HALF_WIDTH, -HALF_SIDE],
];

/** The tile beyond each side, in the same order. */
export function neighbours({ col, row }: Cell): readonly Cell[] {
  const shift = row & 1;
  return [
    { col: col + shift, row: row - 1 },
    { col: col + 1, row },
    { col: col + shift, row: row + 1 },
    { col: col - 1 + shift, row: row + 1 },
    { col: col - 1, row },
    { col: col - 1 + shift, row: row - 1 },
  ];
}

/** A relative step as path text; `scale` multiplies. */
function step([dx, dy]: Point, scale: number): string {
  if (dx === 0) return `v${dy * scale}`;
  if (dy === 0) return `h${dx * scale}`;
  return `l${dx * scale} ${dy * scale}`.replace(' -', '-');
}

const at = ([x, y]: Point, scale: number) => `M${x * scale} ${y * scale}`;

/** One hexagon as a closed path. */
export function tilePath(cell: Cell, scale = 1): string {
  const [x, y] = centre(cell);
  const sides = SIDES.slice(0, -1).map((side) => step(side, scale));
  return `${at([x, y - RADIUS], scale)}${sides.join('')}z`;
}

/** Strokes that slant up to the right: where each begins, from the centre of a tile, and how far it goes. */
type Strokes = readonly (readonly [x: number, y: number, length: number])[];
const HATCH: Strokes = [
  [-5, 1, 6],
  [-4, 4, 8],
  [-1, 5, 6],
];
const BELOW_LETTER: Strokes = [
  [-4, 3, 3.5],
  [-2.5, 5, 5],
  [0.5, 5.5, 3.5],
];

function strokesPath(cell: Cell, strokes: Strokes, scale: number): string {
  const [x, y] = centre(cell);
  return strokes
    .map(([dx, dy, length]) => `${at([x + dx, y + dy], scale)}${step([length, -length], scale)}`)
    .join('');
}

/** Three slanted strokes inside a tile: the pattern of a missing value, so that colour is never alone. */
export const hatchPath = (cell: Cell): string => strokesPath(cell, HATCH, 1);

/** The same below the letter of a large tile, where its value would stand. */
export const hatchBelowLetter = (cell: Cell, scale: number): string => strokesPath(cell, BELOW_LETTER, scale);

/** Three dots inside a tile (zero-length strokes with round caps): several respondents in one place. */
export function dotsPath(cell: Cell, scale = 1): string {
  const [x, y] = centre(cell);
  return (
    [
      [x, y - 2.5],
      [x - 2.5, y + 2],
      [x + 2.5, y + 2],
    ] as const
  )
    .map((p) => `${at(p, scale)}h0`)
    .join('');
}

/** Two ripples inside a tile: water. */
export function wavesPath(cell: Cell): string {
  const [x, y] = centre(cell);
  return [y - 2, y + 2].map((row) => `M${x - 4} ${row}q2-2 4 0t4 0`).join('');
}

/** Smallest box that holds all tiles, with a margin. */
export function viewBoxOf(cells: readonly Cell[], margin: number, scale = 1): ViewBox {
  const centres = cells.map(centre);
  const xs = centres.map(([x]) => x);
  const ys = centres.map(([, y]) => y);
  const left = Math.min(...xs) - HALF_WIDTH - margin;
  const top = Math.min(...ys) - RADIUS - margin;
  const width = Math.max(...xs) + HALF_WIDTH + margin - left;
  const height = Math.max(...ys) + RADIUS + margin - top;
  return [left * scale, top * scale, width * scale, height * scale];
}

type Edge = { readonly from: Point; readonly side: number };

const cellKey = ({ col, row }: Cell) => `${col} ${row}`;

/** Each side where two tiles differ in group, once; a side towards no tile at all always counts. */
function borderEdges(cells: readonly Cell[], groupOf: (cell: Cell) => string): readonly Edge[] {
  const groups = new Map(cells.map((c) => [cellKey(c), groupOf(c)]));
  return cells.flatMap((cell) => {
    const own = groups.get(cellKey(cell));
    const [x, y] = centre(cell);
    let corner: Point = [x, y - RADIUS];
    const edges: Edge[] = [];
    neighbours(cell).forEach((beyond, side) => {
      const other = groups.get(cellKey(beyond));
      // A side between two groups belongs to both tiles; the first three sides of one are the last three of the other.
      if (other === undefined || (other !== own && side < 3)) edges.push({ from: corner, side });
      const [dx, dy] = SIDES[side] ?? [0, 0];
      corner = [corner[0] + dx, corner[1] + dy];
    });
    return edges;
  });
}

const pointKey = ([x, y]: Point) => `${x} ${y}`;
const endOf = ({ from, side }: Edge): Point => {
  const [dx, dy] = SIDES[side] ?? [0, 0];
  return [from[0] + dx, from[1] + dy];
};

/**
 * The borders between groups of tiles, and around them, as one path. Edges are strung together into lines as long
 * as possible, which makes the path a third of the size; a path may follow an edge backwards.
 * With one group it is the outline, whose loops close and can be filled.
 */
export function borderPath(cells: readonly Cell[], groupOf: (cell: Cell) => string, scale = 1): string {
  const edges = borderEdges(cells, groupOf);
  const meeting = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const p of [edge.from, endOf(edge)]) {
      const list = meeting.get(pointKey(p));
      if (list) list.push(edge);
      else meeting.set(pointKey(p), [edge]);
    }
  }
  const used = new Set<Edge>();
  const pathFrom = (start: Point): string => {
    let path = at(start, scale);
    let here = start;
    for (;;) {
      const edge = meeting.get(pointKey(here))?.find((e) => !used.has(e));
      if (!edge) return path;
      used.add(edge);
      const [dx, dy] = SIDES[edge.side] ?? [0, 0];
      const forward = pointKey(edge.from) === pointKey(here);
      const move: Point = forward ? [dx, dy] : [-dx, -dy];
      here = [here[0] + move[0], here[1] + move[1]];
      if (pointKey(here) === pointKey(start)) return `${path}z`;
      path += step(move, scale);
    }
  };
  // Lines that end where three meet are traced first, from their ends; what is left are closed loops.
  const junctions = edges
    .flatMap((e) => [e.from, endOf(e)])
    .filter((p) => meeting.get(pointKey(p))?.length !== 2);
  const paths: string[] = [];
  for (const start of [...junctions, ...edges.map((e) => e.from)]) {
    if (meeting.get(pointKey(start))?.some((e) => !used.has(e))) paths.push(pathFrom(start));
  }
  return paths.join('');
}
