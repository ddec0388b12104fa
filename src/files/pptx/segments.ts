import { COLOUR } from './parts.ts';

/** Years between two breaks, by the words of a legend. */
type Segment = {
  readonly name: string;
  readonly colour: string;
  readonly holds: (ar: number) => boolean;
};

/**
 * The stretches of years between breaks, oldest first: each is a series of its own in a native chart, so that no bar looks
 * like one of the same kind on the other side. The newest has the colour that stands alone where there is no break.
 * @param breaks first years of what is new, oldest first
 * @param years the years of the chart; a break outside them divides nothing
 */
export function segmentsOf(
  breaks: readonly { readonly franAr: number }[],
  years: readonly number[],
): readonly Segment[] {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const starts = [first, ...breaks.map((b) => b.franAr).filter((ar) => first < ar && ar <= last)];
  return starts.map((from, i) => {
    const next = starts[i + 1];
    const end = next === undefined ? '' : `–${next - 1}`;
    return {
      name: i === 0 ? `Till ${(next ?? from) - 1}` : `Nytt ${from}${end}: jämför inte bakåt`,
      colour: COLOURS[(i + COLOURS.length - starts.length) % COLOURS.length] ?? COLOUR.others,
      holds: (ar) => ar >= from && (next === undefined || ar < next),
    };
  });
}

const COLOURS = [COLOUR.inte, COLOUR.main, COLOUR.others];
