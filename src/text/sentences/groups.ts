/** A group and its value as shown. */
export type SaidGroup = { readonly name: string; readonly shown: string };

/** "Högst ligger gruppen ”Storstäder” (75 %) och lägst ”Landsbygdskommun” (8 %)." */
export function groupSpread(high: SaidGroup, low: SaidGroup): string {
  if (high.shown === low.shown) return `Grupperna ligger lika (${high.shown}).`;
  return `Högst ligger gruppen ”${high.name}” (${high.shown}) och lägst ”${low.name}” (${low.shown}).`;
}
