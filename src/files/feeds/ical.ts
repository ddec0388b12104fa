import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Handelse } from '../../model/kalender.ts';

/** At most so many octets in a line (RFC 5545 §3.1). */
const LINE = 75;

/** Text as a property's value: backslashes, commas, semicolons and line breaks escaped (RFC 5545 §3.3.11). */
const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n');

/** Cut between characters so that no line is too long; a line that goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    const limit = parts.length === 0 ? LINE : LINE - 1;
    if (new TextEncoder().encode(part + character).length > limit) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

/** A day as iCalendar writes it; the first of the month where only that is known. */
const dayOf = (datum: string) => `${datum}${datum.length === 7 ? '-01' : ''}`.replaceAll('-', '');

const dayAfter = (day: string) => {
  const date = new Date(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)) + 1),
  );
  return date.toISOString().slice(0, 10).replaceAll('-', '');
};

/** The calendar as iCalendar (RFC 5545), for Outlook and phones: one whole-day event each, tentative without a day. */
export function ical({ catalogue }: CatalogueIndex): string {
  const { release, kalender } = catalogue;
  const { hostname } = new URL(release.webbplats);
  const event = ({ id, datum, titel, text, beslutat }: Handelse) => [
    'BEGIN:VEVENT',
    `UID:${id}@${hostname}`,
    `DTSTAMP:${beslutat.replaceAll('-', '')}T000000Z`,
    `DTSTART;VALUE=DATE:${dayOf(datum)}`,
    `DTEND;VALUE=DATE:${dayAfter(dayOf(datum))}`,
    `SUMMARY:${escaped(titel)}`,
    `DESCRIPTION:${escaped(datum.length === 7 ? `Dagen är inte bestämd. ${text}` : text)}`,
    `URL:${new URL('kalender/', release.webbplats).href}`,
    `STATUS:${datum.length === 7 ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(release.organisation.namn)}//Öppna jämförelser//SV`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(`${release.titel}: kommande publiceringar`)}`,
    ...kalender.flatMap(event),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
