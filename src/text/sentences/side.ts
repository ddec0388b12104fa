import { capitalise, countInWords, formatRatio, inWords, KOMMUN } from '../numbers.ts';

/** A share in an area, as shown: `34 %` in `hemlöshet`. */
export type SaidPart = { readonly area: string; readonly shown: string };

/** "Störst är skillnaden i ”Plan för kompetensutveckling”: 9 % svarade ja inom hemlöshet och 24 % inom ekonomiskt bistånd (2016)." */
export function largestDifference(namn: string, ar: number, low: SaidPart, high: SaidPart): string {
  return `Störst är skillnaden i ”${namn}”: ${low.shown} svarade ja inom ${low.area} och ${high.shown} inom ${high.area} (${ar}).`;
}

/** "41 kommuner svarar ja i alla områden, tolv i något och 200 inte i något." */
export function togetherSentence(said: {
  readonly every: number;
  readonly some: number;
  readonly none: number;
}): string {
  const { every, some, none } = said;
  const first = every === 0 ? 'Ingen kommun' : countInWords(every, KOMMUN);
  const n = (count: number) => (count === 0 ? 'ingen' : inWords(count));
  return `${capitalise(first)} svarade ja i alla områden, ${n(some)} i något men inte alla och ${n(none)} inte i något.`;
}

/** How alike a kommun answers in the areas: "Umeå svarade likadant i alla områden på 4 av 8 gemensamma frågor." */
export function alikeSentence(place: string, same: number, of: number): string {
  if (of === 0) return `${place} har inga svar från flera områden att lägga bredvid varandra.`;
  const every = of === 1 ? 'den enda gemensamma frågan' : `alla ${inWords(of)} gemensamma frågor`;
  if (same === of) return `${place} svarade likadant i alla områden på ${every}.`;
  if (same === 0) return `${place} svarade olika i områdena på ${every}.`;
  return `${place} svarade likadant i alla områden på ${formatRatio({ count: same, of })} gemensamma frågor.`;
}
