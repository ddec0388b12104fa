import { formatRatio, inWords } from '../numbers.ts';

/** A share in an area, as shown: `34 %` in `hemlöshet`. */
export type SaidPart = { readonly area: string; readonly shown: string };

/** "Störst är skillnaden i ”Plan för kompetensutveckling”: 9 % svarade ja inom hemlöshet och 24 % inom ekonomiskt bistånd (2016)." */
export function largestDifference(namn: string, ar: number, low: SaidPart, high: SaidPart): string {
  return `Störst är skillnaden i ”${namn}”: ${low.shown} svarade ja inom ${low.area} och ${high.shown} inom ${high.area} (${ar}).`;
}

/** How alike a kommun answers in the areas: "Umeå svarade likadant i alla områden på 4 av 8 gemensamma frågor." */
export function alikeSentence(place: string, same: number, of: number): string {
  if (of === 0) return `${place} har inga svar från flera områden att lägga bredvid varandra.`;
  const every = of === 1 ? 'den enda gemensamma frågan' : `alla ${inWords(of)} gemensamma frågor`;
  if (same === of) return `${place} svarade likadant i alla områden på ${every}.`;
  if (same === 0) return `${place} svarade olika i områdena på ${every}.`;
  return `${place} svarade likadant i alla områden på ${formatRatio({ count: same, of })} gemensamma frågor.`;
}
