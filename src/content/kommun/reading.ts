import type { Release } from '../../model/release.ts';
import { formatDate } from '../../text/dates.ts';
import { EXAMPLE_NOTE } from '../../text/names.ts';
import type { AreaPart } from './document.ts';

/** `Version 2026.1 · 23 november 2026`: on every page and slide. */
export const versionLine = (release: Release): string =>
  `Version ${release.version} · ${formatDate(release.datum)}`;

/** The note of example data without its first word, which the format sets in its own way. */
export const EXAMPLE_TEXT = `${EXAMPLE_NOTE.replace(/^Exempeldata: s/, 'S')} Siffror som är publicerade för riket, register och bakgrundsmått är verkliga.`;

/** How to read the figures of a report, in a few paragraphs. */
export function howToRead(areas: readonly AreaPart[]): readonly string[] {
  return [
    'Andelen är de som svarar ja (eller alla) av dem som har svarat på frågan. Procenten är avrundad till heltal. Har färre än fem svarat visas antalet i stället, till exempel 2 av 4.',
    'Liknande är de kommuner som är mest lika i folkmängd och bakgrundsmått. Alla mått väger lika. En kommun som liknar er behöver inte höra till samma kommungrupp.',
    'Ett svar som saknas är aldrig ett nej. Därför står skälet i stället för svaret, till exempel ”Svarade inte”.',
    ...new Set(areas.flatMap((a) => a.omrade.brott.map((b) => b.orsak))),
  ];
}
