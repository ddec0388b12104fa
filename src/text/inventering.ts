import type { Formular } from '../model/formular.ts';
import type { Alder } from '../model/inventering.ts';
import type { Kon } from '../model/observation.ts';

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

/** Both sexes together are *Alla*. */
export const SEX_LABEL: Readonly<Record<Kon, string>> = { T: 'Alla', K: 'Kvinnor', M: 'Män' };

/** `Akuta boendelösningar`. */
export const partLabel = ({ delar }: Formular, del: string): string =>
  delar.find((d) => d.kod === del)?.namn ?? del;

/** The columns of the template as a kommun reads them, by their names in a data file. */
export const TEMPLATE_LABELS = {
  kommunkod: 'Kommunkod',
  ar: 'År',
  uppgift: 'Uppgift',
  kon: 'Kön',
  alder: 'Ålder',
  varde: 'Värde',
  text: 'Fri text',
} as const;

/** Said of a count that is hidden, in place of its number. */
export const PROTECTED_WORDS = 'skyddad uppgift, visas inte för att ingen ska kunna kännas igen';
