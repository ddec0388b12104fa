import type { CatalogueIndex } from '../../model/catalogue.ts';
import { utf8 } from '../common/bytes.ts';
import type { PublishedFile, Writer } from '../file.ts';
import { atom, type Feed } from './atom.ts';
import { calendarFiles } from './calendar.ts';
import { ALL_NEWS, allFeed, feedPaths, indicatorFeed, kommunFeed } from './entries.ts';

/** Atom feeds: all news, and one for each kommun and each indicator. */
export const feedWriter: Writer = {
  name: 'floden',
  files: (index) => [
    file(index, { path: feedPaths.all, name: ALL_NEWS, feed: allFeed }),
    ...calendarFiles(index),
    ...index.catalogue.referens.kommuner.map((k) =>
      file(index, {
        path: feedPaths.kommun(k),
        name: k.namn,
        about: k.kod,
        feed: () => kommunFeed(index, k),
      }),
    ),
    ...index.catalogue.indikatorer.map((i) =>
      file(index, {
        path: feedPaths.indikator(i),
        name: i.titel,
        about: i.id,
        feed: () => indicatorFeed(index, i),
      }),
    ),
  ],
};

type Listed = Pick<Feed, 'path' | 'name'> & {
  readonly about?: string;
  /** Its news: read when the file is made. */
  readonly feed: (index: CatalogueIndex) => Feed;
};

function file(index: CatalogueIndex, { path, name, about, feed }: Listed): PublishedFile {
  return {
    path,
    mediaType: 'application/atom+xml; charset=utf-8',
    format: 'Atom',
    title: `Flöde: ${name}`,
    description: 'Nya utgåvor, rättelser och versioner, för den som vill få besked när något ändras.',
    opensIn: 'flödesläsare, Outlook',
    group: 'flode',
    ...(about === undefined ? {} : { about }),
    example: false,
    content: () => utf8(atom(index.catalogue.release, feed(index))),
  };
}
