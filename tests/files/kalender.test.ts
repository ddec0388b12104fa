import { describe, expect, it } from 'vitest';
import { ical } from '../../src/files/feeds/ical.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import type { Handelse } from '../../src/model/kalender.ts';
import { fixtureIndex } from '../charts/fixture.ts';

const event: Handelse = {
  id: 'ny-utgava',
  datum: '2027-12-31',
  titel: 'Öppna jämförelser, hemlöshet; 2027',
  text: 'Första raden\nandra raden med många ord så att raden blir längre än vad ett kalenderprogram vill läsa.',
  omrade: null,
  beslutat: '2026-12-01',
};
const of = (...kalender: readonly Handelse[]) =>
  ical(indexCatalogue({ ...fixtureIndex().catalogue, kalender }));

describe('the release calendar as iCalendar', () => {
  it('unfolds to one event with its text escaped, a whole day, no line over 75 octets', () => {
    const text = of(event);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).toContain('SUMMARY:Öppna jämförelser\\, hemlöshet\\; 2027');
    expect(lines.find((l) => l.startsWith('DESCRIPTION:'))).toContain('Första raden\\nandra raden');
    expect(lines).toContain('DTSTART;VALUE=DATE:20271231');
    expect(lines).toContain('DTEND;VALUE=DATE:20280101');
    expect(lines).toContain('UID:ny-utgava@example.org');
    expect(lines.filter((l) => l === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('says that a month is not yet a day', () => {
    const text = of({ ...event, datum: '2027-03' });
    expect(text).toContain('DTSTART;VALUE=DATE:20270301');
    expect(text).toContain('STATUS:TENTATIVE');
    expect(text).toContain('Dagen är inte bestämd');
  });
});
