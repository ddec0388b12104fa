import { ABSENCES, type Absence } from '../../model/absence.ts';
import type { MissingCounts } from '../../statistics/years.ts';
import { listOf } from '../lists.ts';
import { capitalise, countInWords, KOMMUN, type Noun } from '../numbers.ts';

const PREDICATE: Readonly<Record<Absence, string>> = {
  bortfall: 'svarade inte',
  'ej-tillamplig': 'berörs inte av frågan',
  'uppgift-saknas': 'saknar uppgift',
  skyddad: 'har en skyddad uppgift',
  'ej-efterfragad': 'fick inte frågan',
  'ej-publicerad': 'har en uppgift som inte visas',
};

/** "Tolv kommuner svarade inte och tre kommuner saknar uppgift." Null when nobody is missing. */
export function missingSentence(missing: MissingCounts, noun: Noun = KOMMUN): string | null {
  const parts = ABSENCES.flatMap((reason) => {
    const n = missing.get(reason) ?? 0;
    return n === 0 ? [] : [`${countInWords(n, noun)} ${PREDICATE[reason]}`];
  });
  return parts.length === 0 ? null : `${capitalise(listOf(parts))}.`;
}
