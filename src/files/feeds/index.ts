import type { CatalogueIndex } from '../../model/catalogue.ts';
import { utf8 } from '../common/bytes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { atom, type Feed } from './atom.ts';
import { calendarFiles } from './calendar.ts';
import { allFeed, indicatorFeed, kommunFeed } from './entries.ts';

/** Atom feeds: all news, and one for each kommun and each indicator. */
export const feedWriter: Writer = {
  name: 'floden',
  files: (index) => [
    file(index, allFeed(index)),
    ...calendarFiles(index),
    ...index.catalogue.referens.kommuner.map((k) => file(index, kommunFeed(index, k), k.kod)),
    ...index.catalogue.indikatorer.map((i) => file(index, indicatorFeed(index, i), i.id)),
  ],
};

function file(index: CatalogueIndex, feed: Feed, about?: string): PublishedFile {
  return {
    path: feed.path,
    mediaType: 'application/atom+xml; charset=utf-8',
    format: 'Atom',
    title: `Flöde: ${feed.name}`,
    description: 'Nya utgåvor, rättelser och versioner, för den som vill få besked när något ändras.',
    opensIn: 'flödesläsare, Outlook',
    group: 'flode',
    ...(about === undefined ? {} : { about }),
    example: false,
    content: () => utf8(atom(index.catalogue.release, feed)),
  };
}
