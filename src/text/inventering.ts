import type { Alder } from '../model/inventering.ts';

const AGE: Readonly<Record<Alder, string>> = {
  alla: 'Alla åldrar',
  '0-17': '0–17 år',
  '18-29': '18–29 år',
  '30-49': '30–49 år',
  '50-64': '50–64 år',
  '65-': '65 år och äldre',
};

/** `18–29 år`. */
export const ageLabel = (alder: Alder): string => AGE[alder];

/** Said of a count that is hidden, in place of its number. */
export const PROTECTED_WORDS = 'för få för att visas';
