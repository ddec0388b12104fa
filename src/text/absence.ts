import { ABSENCE_SYMBOL, ABSENCES, type Absence } from '../model/absence.ts';

/** Two or three words for a cell, a legend, an accessible name. */
const LABEL: Readonly<Record<Absence, string>> = {
  bortfall: 'Svarade inte',
  'ej-tillamplig': 'Ej tillämpligt',
  'uppgift-saknas': 'Uppgift saknas',
  skyddad: 'Skyddad uppgift',
  'ej-efterfragad': 'Frågan ställdes inte',
  'ej-publicerad': 'Inte publicerad',
};

const EXPLANATION: Readonly<Record<Absence, string>> = {
  bortfall: 'Den som fick frågan svarade inte på den.',
  'ej-tillamplig':
    'Frågan eller måttet gäller inte här. Till exempel svarar stadsdelarna i stället för staden.',
  'uppgift-saknas': 'Källan har ingen siffra.',
  skyddad: 'Siffran är skyddad och visas inte, för att ingen person ska kunna kännas igen.',
  'ej-efterfragad': 'Frågan ställdes inte det året.',
  'ej-publicerad': 'Siffran visas inte, för att kvaliteten är för osäker.',
};

const ABOUT: Readonly<Record<Absence, (place: string) => string>> = {
  bortfall: (place) => `${place} svarade inte på frågan.`,
  'ej-tillamplig': (place) => `Frågan gäller inte ${place} som helhet.`,
  'uppgift-saknas': (place) => `Uppgift saknas för ${place}.`,
  skyddad: (place) =>
    `Uppgiften för ${place} är skyddad: den visas inte, för att ingen person ska kunna kännas igen.`,
  'ej-efterfragad': (place) => `Frågan ställdes inte till ${place} det året.`,
  'ej-publicerad': (place) => `Uppgiften för ${place} visas inte, för att kvaliteten är för osäker.`,
};

/** `Svarade inte`. Stands wherever the value would have stood. */
export function absenceLabel(reason: Absence): string {
  return LABEL[reason];
}

/** What the reason means, one sentence, for teckenförklaringen. */
export function absenceExplanation(reason: Absence): string {
  return EXPLANATION[reason];
}

/** The reason said of a place: "Umeå svarade inte på frågan." */
export function absenceSentence(reason: Absence, place: string): string {
  return ABOUT[reason](place);
}

/** Sign, words and meaning of every reason, in order: teckenförklaringen of tables and files. */
export const ABSENCE_KEY: readonly {
  readonly reason: Absence;
  readonly symbol: string;
  readonly label: string;
  readonly explanation: string;
}[] = ABSENCES.map((reason) => ({
  reason,
  symbol: ABSENCE_SYMBOL[reason],
  label: LABEL[reason],
  explanation: EXPLANATION[reason],
}));
