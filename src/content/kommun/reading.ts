import type { Release } from '../../model/release.ts';
import { SHARE_BASE } from '../../text/base.ts';
import { formatDate } from '../../text/dates.ts';
import { EXAMPLE_NOTE, MIXED_NOTE } from '../../text/names.ts';
import type { KommunAreaDocument } from './area.ts';

/** `Version 2026.1 · 23 november 2026`: on every page and slide. */
export const versionLine = (release: Release): string =>
  `Version ${release.version} · ${formatDate(release.datum)}`;

/** The note of example data without its first word, which the format sets in its own way. */
const EXAMPLE_TEXT = `${EXAMPLE_NOTE.replace(/^Exempeldata: s/, 'S')} Siffror som är publicerade för riket, register och bakgrundsmått är verkliga.`;

/** The same for a report of these areas: what is marked, where some answers are real. */
export const exampleText = (areas: readonly Pick<KommunAreaDocument, 'blandat'>[]): string =>
  areas.some((a) => a.blandat) ? MIXED_NOTE.replace(/^Exempeldata: s/, 'S') : EXAMPLE_TEXT;

/** How to read the figures of a report, in a few paragraphs. */
export function howToRead(areas: readonly Pick<KommunAreaDocument, 'omrade'>[]): readonly string[] {
  return [
    `${SHARE_BASE}. Procenten är avrundad till heltal. Har färre än tio svarat visas antalet i stället, till exempel 2 av 4.`,
    'Varje fråga visas med det senaste svaret och dess år. Andelarna bredvid är från samma år. Svar som är äldre än fem år är märkta.',
    'Räkna inte ihop ja-svaren till poäng. Ett nej kan betyda att arbetet görs på ett annat sätt.',
    'Liknande är de kommuner som är mest lika i folkmängd och bakgrundsmått. Alla mått väger lika. En kommun som liknar er behöver inte höra till samma kommungrupp.',
    'Ett svar som saknas är aldrig ett nej. Därför står skälet i stället för svaret, till exempel ”Svarade inte”.',
    ...new Set(areas.flatMap((a) => a.omrade.brott.map((b) => b.orsak))),
  ];
}
