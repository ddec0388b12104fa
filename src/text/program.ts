import { ABSENCE_SYMBOL } from '../model/absence.ts';
import type { Atgardsstatus, Jamforbarhet, Programindikator, Riktning, Utfall } from '../model/program.ts';
import { formatNumber, formatYear, formatYears } from './numbers.ts';

const WANTED: Readonly<Record<Riktning, string>> = { minska: 'Ska minska', oka: 'Ska öka' };

/** `Ska minska`. */
export const wantedText = (riktning: Riktning): string => WANTED[riktning];

const COMPARABLE: Readonly<Record<Jamforbarhet, string>> = {
  ja: 'Går att jämföra',
  nej: 'Går inte att jämföra',
  oklart: 'Oklart om det går att jämföra',
};

/** `Går inte att jämföra: räknat med en vidare definition`. */
export const comparableText = ({ jamforbar, skal }: Utfall): string => `${COMPARABLE[jamforbar]}. ${skal}.`;

/** `2 439 personer, 812 kvinnor och 1 627 män`. */
export function baseText({ varde, enhet, kvinnor, man, skyddade }: Programindikator): string {
  const all = `${figureText(varde)} ${enhet}`;
  const given = (column: 'kvinnor' | 'man', value: number | null) =>
    value !== null || skyddade.includes(column);
  if (!given('kvinnor', kvinnor) || !given('man', man)) return all;
  return `${all}: ${figureText(kvinnor)} kvinnor och ${figureText(man)} män`;
}

/** A number of a programme, or the sign that it is protected. */
export const figureText = (value: number | null): string =>
  value === null ? ABSENCE_SYMBOL.skyddad : formatNumber(value);

/** What has happened since the base year, in words: `60 färre 2020 än 2018: som önskat`. */
export function seenText(
  kind: 'som-onskat' | 'tvartom' | 'oforandrat',
  change: number,
  ar: number,
  basar: number,
): string {
  if (kind === 'oforandrat') return `Lika ${ar} som ${basar}.`;
  const way = `${formatNumber(Math.abs(change))} ${change < 0 ? 'färre' : 'fler'} ${ar} än ${basar}`;
  return kind === 'som-onskat' ? `${way}, som önskat.` : `${way}, tvärtemot det önskade.`;
}

/** Said where nothing comparable is known. */
export const NOT_KNOWN = 'Inget jämförbart utfall';

const STATUS: Readonly<Record<Atgardsstatus, string>> = {
  planerad: 'Planerad',
  pagar: 'Pågår',
  lopande: 'Görs löpande',
  forsenad: 'Försenad',
  pausad: 'Pausad',
  klar: 'Klar',
  avbruten: 'Avbruten',
};

/** `Pågår`; `Ingen uppgift` when nothing is known, which is not the same as that nothing is done. */
export const statusText = (status: Atgardsstatus | null): string =>
  status === null ? 'Ingen uppgift' : STATUS[status];

/** `2024–2026`, `från 2024`, `till 2026`; empty when the programme does not say. */
export function measureYears(start: number | null, slut: number | null): string {
  if (start !== null && slut !== null) return formatYears(start, slut);
  if (start !== null) return `från ${formatYear(start)}`;
  return slut === null ? '' : `till ${formatYear(slut)}`;
}
