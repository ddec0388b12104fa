import type { Figure } from '../../charts/figure.ts';
import { newestFigures, riketSeries } from '../../charts/from/indicator.ts';
import { embedPath } from '../../markup/paths.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';

/** A figure that other sites can show in a frame. */
export type Embed = {
  readonly label: string;
  readonly path: string;
  readonly figure: Figure;
  /** Map and legend side by side. */
  readonly map: boolean;
  /** Height of the frame in pixels, enough at 640 px of width. */
  readonly height: number;
};

const KINDS = {
  karta: { label: 'Karta över kommunerna', map: true, height: 1040 },
  fordelning: { label: 'Fördelning', map: false, height: 560 },
  grupper: { label: 'Kommungrupper och storlek', map: false, height: 900 },
  lanskarta: { label: 'Karta över länen', map: true, height: 780 },
  svar: { label: 'Svaren län för län', map: false, height: 1060 },
  serie: { label: 'Utveckling', map: false, height: 640 },
} as const;
type Kind = keyof typeof KINDS;
const ORDER: readonly Kind[] = ['karta', 'fordelning', 'grupper', 'lanskarta', 'svar', 'serie'];

/** The newest figures of an indicator, the most telling first: that one has the indicator's own address. */
export function embedsOf(index: CatalogueIndex, indicator: Indicator): readonly Embed[] {
  const figures = { ...newestFigures(index, indicator), serie: riketSeries(index, indicator) };
  const there = ORDER.flatMap((kind) => {
    const figure = figures[kind];
    return figure ? [{ kind, figure }] : [];
  });
  return there.map(({ kind, figure }, i) => ({
    ...KINDS[kind],
    path: embedPath(indicator, i === 0 ? undefined : kind),
    figure,
  }));
}

/** What somebody pastes into a page of their own. */
export function embedCode(embed: Embed, base: string): string {
  const src = new URL(embed.path.slice(1), base).href;
  const title = embed.figure.title.replaceAll('"', '”');
  return `<iframe src="${src}" title="${title}" width="100%" height="${embed.height}" loading="lazy"></iframe>`;
}
