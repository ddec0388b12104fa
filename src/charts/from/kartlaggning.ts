import type { Kartlaggning } from '../../model/kartlaggning.ts';
import { mainRounds, publishedCount, recomputedPairs, roundBreaks } from '../../statistics/kartlaggning.ts';
import { changeText, countText, mattLabel, whose } from '../../text/kartlaggning.ts';
import { listOf } from '../../text/lists.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Figure } from '../figure.ts';
import { FRAMES } from '../frame.ts';
import { seriesSvg } from '../series.ts';

/**
 * The main count of a kartläggning over its rounds, as published, cut at every change of definition or method; null
 * when fewer than two rounds have a figure.
 */
export function kartlaggningSeries(kartlaggning: Kartlaggning): Figure | null {
  const { huvudmatt, slag, slug } = kartlaggning;
  const rows = mainRounds(kartlaggning).flatMap((round) => {
    const value = publishedCount(kartlaggning, round.ar, huvudmatt);
    return value ? [{ round, value }] : [];
  });
  const counted = rows.filter(({ value }) => value.varde !== null);
  const last = counted.at(-1);
  if (!last || counted.length < 2) return null;
  const breaks = roundBreaks(kartlaggning);
  const what = mattLabel(kartlaggning, huvudmatt).toLocaleLowerCase('sv');
  const [pair] = recomputedPairs(kartlaggning);
  const sentence = [
    `${last.round.ar} räknades ${countText(last.value)} ${what}.`,
    breaks.length === 0
      ? `Alla ${slag === 'hemloshet' ? 'omgångar' : 'år'} är räknade på samma sätt.`
      : `Sättet att räkna ändrades ${listOf(breaks.map(String))}: jämför inte över strecken.`,
    ...(pair
      ? [
          `Räknat med ${pair.recomputed.omraknad} var det ${countText(pair.recomputed)} år ${pair.recomputed.ar} och ${countText(pair.newer)} år ${pair.newer.ar}, alltså ${changeText(pair.change)}.`,
        ]
      : []),
  ].join(' ');
  const input = {
    id: `kartlaggning-${slug}`,
    label: sentence,
    points: rows.map(({ round, value }) => ({
      ar: round.ar,
      varde: value.varde,
      saknas: value.saknas,
      segment: round.jamforbar,
      label: countText(value),
      exempel: false,
    })),
    pair: pair
      ? [
          { ar: pair.recomputed.ar, varde: pair.recomputed.varde, label: countText(pair.recomputed) },
          { ar: pair.newer.ar, varde: pair.newer.varde, label: '' },
        ]
      : [],
    cuts: breaks.map((franAr) => ({ franAr, label: `Nytt ${franAr}` })),
    tick: (v: number) => formatNumber(v),
  };
  const title = `${mattLabel(kartlaggning, huvudmatt)}${slag === 'hemloshet' ? ' i hemlöshet' : ''}: ${whose(kartlaggning)}`;
  return {
    id: input.id,
    title,
    sentence,
    svg: seriesSvg(input, FRAMES.wide),
    narrow: seriesSvg({ ...input, id: `${input.id}-smal` }, FRAMES.narrow),
    legend: [],
    table: {
      caption: title,
      columns: [
        { label: 'År', numeric: false },
        { label: mattLabel(kartlaggning, huvudmatt), numeric: true },
        { label: 'Jämförbar med omgångar enligt', numeric: false },
      ],
      rows: rows.map(({ round, value }) => [
        { text: String(round.ar), sort: round.ar },
        { text: countText(value), sort: value.varde },
        { text: round.jamforbar },
      ]),
    },
    notes: [
      ...(pair
        ? [
            `Hel linje: ${pair.recomputed.ar} omräknat med ${pair.recomputed.omraknad}, och ${pair.newer.ar}. Det är det enda paret över strecket som går att jämföra. Streckad linje och öppna punkter: som publicerat.`,
          ]
        : []),
      slag === 'hemloshet'
        ? 'Siffrorna är de som publicerades för varje omgång. Räkningarna görs inte varje år.'
        : 'Siffrorna är de som har publicerats för varje år.',
    ],
    source: `Källa: ${kartlaggning.kalla}.`,
    example: false,
  };
}
