import type { Kommun, Referens, Ruta } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import type { ViewBox } from '../svg.ts';
import { borderPath, tilePath, viewBoxOf, wavesPath } from './geometry.ts';

/** The parts of the kommun map that are the same on every page. */
export type HexLayout = {
  readonly viewBox: ViewBox;
  readonly tiles: readonly Ruta[];
  readonly tileOf: (kod: string) => Ruta | undefined;
  /** Outline of the whole country, fillable. */
  readonly land: string;
  /** Borders between län and around the country. */
  readonly borders: string;
  readonly water: string;
  /** Ripples, so that water does not rest on colour alone. */
  readonly waves: string;
  /** Outline of one län, fillable. */
  readonly lan: (lanskod: string) => string;
};

/** What the map of kommuner is drawn from. */
export type HexReferens = Pick<Referens, 'kommunrutor' | 'vattenrutor'> & {
  readonly kommuner: readonly Pick<Kommun, 'kod' | 'lanskod'>[];
};

const layouts = new WeakMap<HexReferens, HexLayout>();

function compute(referens: HexReferens): HexLayout {
  const { kommunrutor, vattenrutor } = referens;
  const lanskod = new Map(referens.kommuner.map((k) => [k.kod, k.lanskod]));
  const tiles = new Map(kommunrutor.map((r) => [r.kod, r]));
  const cells = new Map(kommunrutor.map((r) => [`${r.col} ${r.row}`, r]));
  const lanOf = (cell: Pick<Ruta, 'col' | 'row'>) => {
    const tile = cells.get(`${cell.col} ${cell.row}`);
    return must(tile && lanskod.get(tile.kod), 'län of a tile');
  };
  const outlines = new Map<string, string>();
  const lan = (kod: string) => {
    const known = outlines.get(kod);
    if (known !== undefined) return known;
    const outline = borderPath(
      kommunrutor.filter((r) => lanskod.get(r.kod) === kod),
      () => kod,
    );
    outlines.set(kod, outline);
    return outline;
  };
  return {
    viewBox: viewBoxOf([...kommunrutor, ...vattenrutor], 2),
    tiles: kommunrutor,
    tileOf: (kod) => tiles.get(kod),
    land: borderPath(kommunrutor, () => 'land'),
    borders: borderPath(kommunrutor, lanOf),
    water: vattenrutor.map((r) => tilePath(r)).join(''),
    waves: vattenrutor.map(wavesPath).join(''),
    lan,
  };
}

/** The layout of a set of reference data, computed once and shared by every page. */
export function hexLayout(referens: HexReferens): HexLayout {
  const known = layouts.get(referens) ?? compute(referens);
  layouts.set(referens, known);
  return known;
}
