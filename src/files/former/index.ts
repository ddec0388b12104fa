import { formerKommuner } from '../../content/kommun/history.ts';
import type { Collector } from '../file.ts';

/** A file of a single kommun, named by it: its workbook, report, slides, feed. */
const OF_KOMMUN = /^(.+\/kommun(?:er)?\/)([^/]+)(\.[a-z]+)$/;

/**
 * The files of a kommun that has changed its name, or has become a part of another, at the addresses that they used to
 * have: whoever has saved one, or subscribes to the feed, gets what there is now, from any web server. What became
 * several kommuner has no one file to lead to: its page names them.
 */
export const formerCollector: Collector = {
  name: 'former',
  files: (index, written) => {
    const names = Map.groupBy(
      formerKommuner(index).flatMap(({ kommun, now }) =>
        now.length === 1 ? now.map((k) => ({ was: kommun.slug, slug: k.slug })) : [],
      ),
      (n) => n.slug,
    );
    if (names.size === 0) return [];
    return written.flatMap((file) => {
      const [, folder = '', slug = '', ending = ''] = OF_KOMMUN.exec(file.path) ?? [];
      const { about: _, ...rest } = file;
      return (names.get(slug) ?? []).map(({ was }) => ({
        ...rest,
        path: `${folder}${was}${ending}`,
        group: 'tidigare',
      }));
    });
  },
};
