import type { CatalogueIndex } from '../../model/catalogue.ts';
import { formatDayOrMonth } from '../../text/dates.ts';
import { utf8 } from '../common/bytes.ts';
import type { PublishedFile } from '../file.ts';
import { atom, type Feed } from './atom.ts';
import { feedPaths } from './entries.ts';
import { ical } from './ical.ts';

function kalenderFeed({ catalogue }: CatalogueIndex): Feed {
  return {
    path: feedPaths.kalender,
    name: 'kommande publiceringar',
    page: '/kalender/',
    // What is news is the decision: a day that lies ahead is no day of a feed.
    entries: catalogue.kalender.map(({ id, datum, titel, text, beslutat }) => ({
      id: `kalender/${id}`,
      title: `${titel}: ${formatDayOrMonth(datum)}`,
      datum: beslutat,
      page: '/kalender/',
      summary: text,
    })),
  };
}

/** The release calendar as iCalendar and Atom; no files where there is no calendar. */
export function calendarFiles(index: CatalogueIndex): readonly PublishedFile[] {
  if (index.catalogue.kalender.length === 0) return [];
  const common = { group: 'flode', example: false };
  return [
    {
      ...common,
      path: feedPaths.ical,
      mediaType: 'text/calendar; charset=utf-8',
      format: 'iCalendar',
      title: 'Kommande publiceringar',
      description: 'Dagar då nya resultat kommer, att prenumerera på.',
      opensIn: 'Outlook, Google Kalender, telefonens kalender',
      content: () => utf8(ical(index)),
    },
    {
      ...common,
      path: feedPaths.kalender,
      mediaType: 'application/atom+xml; charset=utf-8',
      format: 'Atom',
      title: 'Flöde: kommande publiceringar',
      description: 'Besked när en dag bestäms eller flyttas.',
      opensIn: 'flödesläsare, Outlook',
      content: () => utf8(atom(index.catalogue.release, kalenderFeed(index))),
    },
  ];
}
