import { escapeXml } from '../../markup/escape.ts';
import type { Referens, Ruta } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import { element, group, svg, text } from '../svg.ts';
import {
  borderPath,
  centre,
  dotsPath,
  hatchBelowLetter,
  hatchPath,
  tilePath,
  viewBoxOf,
} from './geometry.ts';
import { type HexReferens, hexLayout } from './layout.ts';

/** What a tile shows. `fill` is a palette class; `c-na` and `c-del` get their pattern drawn on top. */
export type HexTile = {
  readonly kod: string;
  readonly fill: string;
  /** `Umeå: 1,9 %`: the link's accessible name and the tooltip. */
  readonly name: string;
  readonly href: string;
};

/** A tile that is large enough to hold its short value. */
export type LargeHexTile = HexTile & { readonly value: string };

const PATTERNS: Readonly<Record<string, (ruta: Ruta) => string>> = {
  'c-na': hatchPath,
  'c-del': dotsPath,
};

type Placed<T extends HexTile = HexTile> = { readonly tile: T; readonly ruta: Ruta };

function patterns(tiles: readonly Placed[]): string {
  return Object.entries(PATTERNS)
    .map(([fill, pattern]) => {
      const d = tiles.filter(({ tile }) => tile.fill === fill).map(({ ruta }) => pattern(ruta));
      return d.length === 0
        ? ''
        : element('path', { class: fill === 'c-na' ? 'hatch' : 'glyph', d: d.join('') });
    })
    .join('');
}

function link(tile: HexTile, d: string): string {
  return element(
    'a',
    { href: tile.href },
    `<title>${escapeXml(tile.name)}</title>`,
    element('path', { class: tile.fill, d }),
  );
}

/** Tiles that have a place on the map, in the order of the map's own file (code order: län by län). */
function placed<T extends HexTile>(rutor: readonly Ruta[], tiles: readonly T[]): readonly Placed<T>[] {
  const byCode = new Map(tiles.map((t) => [t.kod, t]));
  return rutor.flatMap((ruta) => {
    const tile = byCode.get(ruta.kod);
    return tile ? [{ tile, ruta }] : [];
  });
}

/**
 * All kommuner as equal hexagons, each a link; thick lines where two tiles differ in län; lakes as water.
 * `here` marks one tile, `chosen` draws a line around several. The same picture serves every width: it has no text.
 */
export function hexMapSvg(
  referens: HexReferens,
  map: {
    readonly label: string;
    readonly tiles: readonly HexTile[];
    readonly here?: string;
    readonly chosen?: readonly string[];
  },
): string {
  const layout = hexLayout(referens);
  const tiles = placed(layout.tiles, map.tiles);
  const here = map.here === undefined ? undefined : layout.tileOf(map.here);
  const chosen = map.chosen?.flatMap((kod) => layout.tileOf(kod) ?? []) ?? [];
  return svg(
    { class: 'chart hexmap', viewBox: layout.viewBox, label: map.label, links: true },
    element('path', { class: 'water', d: layout.water }),
    element('path', { class: 'wave', d: layout.waves }),
    group('tiles', ...tiles.map(({ tile, ruta }) => link(tile, tilePath(ruta)))),
    patterns(tiles),
    element('path', { class: 'lan', d: layout.borders }),
    here ? element('path', { class: 'here', d: tilePath(here) }) : '',
    chosen.length > 0 ? element('path', { class: 'here', d: borderPath(chosen, () => 'chosen') }) : '',
  );
}

/** Large tiles need text of ordinary size: 4 makes a tile 56 units wide. */
const LAN_SCALE = 4;
/** Classes that need light text on top. */
const DARK_FILLS: ReadonlySet<string> = new Set(['c-3', 'c-4']);

/** The 21 län as large hexagons with their letter and value, each a link. */
export function hexMapLanSvg(
  referens: Referens,
  map: { readonly label: string; readonly tiles: readonly LargeHexTile[]; readonly here?: string },
): string {
  const letters = new Map(referens.lan.map((l) => [l.kod, l.bokstav]));
  const tiles = placed(referens.lanrutor, map.tiles);
  const here = referens.lanrutor.find((r) => r.kod === map.here);
  const label = ({ tile, ruta }: Placed<LargeHexTile>) => {
    const [x, y] = centre(ruta).map((v) => v * LAN_SCALE) as [number, number];
    const on = DARK_FILLS.has(tile.fill) ? 'on-dark' : 'on-light';
    return [
      text(x, y - 7, must(letters.get(ruta.kod), `letter of län ${ruta.kod}`), {
        class: on,
        anchor: 'middle',
      }),
      text(x, y + 11, tile.value, { class: `bold ${on}`, anchor: 'middle' }),
    ].join('');
  };
  const missing = tiles.filter(({ tile }) => tile.fill === 'c-na');
  return svg(
    {
      class: 'chart hexmap hexmap-lan',
      viewBox: viewBoxOf(referens.lanrutor, 1, LAN_SCALE),
      label: map.label,
      links: true,
    },
    group('tiles large', ...tiles.map(({ tile, ruta }) => link(tile, tilePath(ruta, LAN_SCALE)))),
    element('path', {
      class: 'lan large',
      d: borderPath(referens.lanrutor, (cell) => `${cell.col} ${cell.row}`, LAN_SCALE),
    }),
    missing.length === 0
      ? ''
      : element('path', {
          class: 'hatch large',
          d: missing.map(({ ruta }) => hatchBelowLetter(ruta, LAN_SCALE)).join(''),
        }),
    element('g', { class: 'labels', 'aria-hidden': 'true' }, ...tiles.map(label)),
    here ? element('path', { class: 'here-large', d: tilePath(here, LAN_SCALE) }) : '',
  );
}
