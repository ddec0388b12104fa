import { cappedList } from '../../text/lists.ts';
import type { Beside } from './beside.ts';
import type { Matrix } from './matrix.ts';
import type { Selection } from './selection.ts';

/** More names than this would be a list of its own. */
const MAX_NAMED = 5;

const named = (indicators: readonly { readonly kortnamn: string }[]) =>
  cappedList(
    indicators.map((i) => `”${i.kortnamn}”`),
    MAX_NAMED,
  );

/** What the chosen years leave out, and why; empty when nothing is. */
export function yearNotes({ utanAr }: Matrix, { ar }: Pick<Selection, 'ar'>, beside: Beside | null): string {
  const reasons = Map.groupBy(beside?.stopped ?? [], (s) => s.brott);
  return [
    utanAr.length === 0 ? '' : `Utan uppgifter från ${ar}: ${named(utanAr)}.`,
    ...[...reasons].map(
      ([{ orsak }, stopped]) =>
        `${beside?.ar} står inte bredvid för ${named(stopped.map((s) => s.indicator))}, för att åren inte går att jämföra: ${orsak}`,
    ),
    beside !== null && beside.matrix.indikatorer.length === 0 && beside.stopped.length === 0
      ? `Ingen av indikatorerna har ett annat värde från ${beside.ar} att ställa bredvid.`
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
