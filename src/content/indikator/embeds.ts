import type { Figure } from '../../charts/figure.ts';
import { newestFigures, riketSeries } from '../../charts/from/indicator.ts';
import { figureRefs } from '../../charts/from/refs.ts';
import { embedPath, wholeAddress } from '../../markup/paths.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';

/** A figure that other sites can show in a frame. */
export type Embed = {
  readonly label: string;
  readonly path: string;
  readonly figure: Figure;
  /** Map and legend side by side. */
  readonly map: boolean;
  readonly heights: Heights;
};

/** Heights of a frame in pixels: when it is at least `from` wide, and when it is narrower. */
type Heights = { readonly from: number; readonly wide: number; readonly narrow: number };

/** Where the legend comes beside a map, and where a chart has room for its wide picture (`styles`, in the frame). */
const MAP_FROM = 576;
const CHART_FROM = 641;

const KINDS = {
  karta: { label: 'Karta över kommunerna', map: true, heights: { from: MAP_FROM, wide: 920, narrow: 1500 } },
  fordelning: { label: 'Fördelning', map: false, heights: { from: CHART_FROM, wide: 680, narrow: 850 } },
  grupper: {
    label: 'Kommungrupper och storlek',
    map: false,
    heights: { from: CHART_FROM, wide: 1110, narrow: 1600 },
  },
  lanskarta: { label: 'Karta över länen', map: true, heights: { from: MAP_FROM, wide: 810, narrow: 1270 } },
  svar: { label: 'Svaren län för län', map: false, heights: { from: CHART_FROM, wide: 1270, narrow: 1870 } },
  serie: { label: 'Utveckling', map: false, heights: { from: CHART_FROM, wide: 660, narrow: 800 } },
} as const;
type Kind = keyof typeof KINDS;
const ORDER: readonly Kind[] = ['karta', 'fordelning', 'grupper', 'lanskarta', 'svar', 'serie'];

/** Where the frames of an indicator are, without drawing what is in them. */
export function embedPaths(index: CatalogueIndex, indicator: Indicator): readonly string[] {
  const refs = figureRefs(index, indicator);
  const newest = refs.find((r) => r.kind !== 'serie')?.ar;
  const there = new Set(refs.flatMap((r) => (r.kind === 'serie' || r.ar === newest ? [r.kind] : [])));
  return pathsOf(
    indicator,
    ORDER.filter((kind) => there.has(kind)),
  );
}

const pathsOf = (indicator: Indicator, kinds: readonly Kind[]) =>
  kinds.map((kind, i) => embedPath(indicator, i === 0 ? undefined : kind));

/** The newest figures of an indicator, the most telling first: that one has the indicator's own address. */
export function embedsOf(index: CatalogueIndex, indicator: Indicator): readonly Embed[] {
  const figures = { ...newestFigures(index, indicator), serie: riketSeries(index, indicator) };
  const there = ORDER.flatMap((kind) => {
    const figure = figures[kind];
    return figure ? [{ kind, figure }] : [];
  });
  const paths = pathsOf(
    indicator,
    there.map(({ kind }) => kind),
  );
  return there.map(({ kind, figure }, i) => ({
    ...KINDS[kind],
    path: must(paths[i], `address of ${kind}`),
    figure,
  }));
}

/** The figure that stands at one of the addresses of an indicator. @throws when none does: then it has no page */
export const embedAt = (index: CatalogueIndex, indicator: Indicator, path: string): Embed =>
  must(
    embedsOf(index, indicator).find((e) => e.path === path),
    `figure at ${path}`,
  );

/**
 * What somebody pastes into a page of their own. The height follows the width of the frame, without any script: a step
 * between two, written as a slope too steep to stand on. Where container units are unknown the height is the larger.
 */
export function embedCode(embed: Embed, base: string): string {
  const src = wholeAddress(embed.path, base);
  const title = embed.figure.title.replaceAll('"', '”');
  const { from, wide, narrow } = embed.heights;
  const height = `clamp(${wide}px,(${from}px - 100cqw)*9999,${narrow}px)`;
  return `<div style="container-type:inline-size"><iframe src="${src}" title="${title}" height="${narrow}" style="width:100%;border:0;height:${height}" loading="lazy"></iframe></div>`;
}
