import { escapeXml } from '../../markup/escape.ts';
import type { Release } from '../../model/release.ts';

/** One piece of news. `id` is what follows the site's name in its tag: URI and never changes. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  /** ISO date; feeds have no clock. */
  readonly datum: string;
  /** Path of the page that it leads to, with both slashes. */
  readonly page: string;
  readonly summary: string;
};

/** A feed: its own path, the page that it follows, and its news. */
export type Feed = {
  readonly path: string;
  /** What it is about, after the site's name: "Umeå". */
  readonly name: string;
  readonly page: string;
  readonly entries: readonly FeedEntry[];
};

/** Tag URIs (RFC 4151) name the site as it was called in this year; it stays the same when addresses do not. */
const TAG_YEAR = '2026';

const byNewest = (a: FeedEntry, b: FeedEntry) =>
  a.datum === b.datum ? (a.id < b.id ? -1 : 1) : a.datum < b.datum ? 1 : -1;

/** Atom 1.0 (RFC 4287), newest first. A day is said as its first second in UTC. */
export function atom(release: Release, feed: Feed): string {
  const { webbplats, organisation, licens } = release;
  const tag = (id: string) => `tag:${new URL(webbplats).hostname},${TAG_YEAR}:${id}`;
  const address = (path: string) => new URL(path.replace(/^\//, ''), webbplats).href;
  const time = (datum: string) => `${datum}T00:00:00Z`;
  const entries = feed.entries.toSorted(byNewest);
  const text = (name: string, content: string) => `<${name}>${escapeXml(content)}</${name}>`;
  const link = (rel: string, type: string, path: string) =>
    `<link rel="${rel}" type="${type}" href="${escapeXml(address(path))}"/>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
    text('id', tag(feed.path)),
    text('title', `${release.titel}: ${feed.name}`),
    text('updated', time(entries[0]?.datum ?? release.datum)),
    `<author>${text('name', organisation.namn)}${text('uri', organisation.webb)}</author>`,
    text('rights', licens.namn),
    link('self', 'application/atom+xml', feed.path),
    link('alternate', 'text/html', feed.page),
    ...entries.flatMap((entry) => [
      '<entry>',
      text('id', tag(entry.id)),
      text('title', entry.title),
      text('updated', time(entry.datum)),
      link('alternate', 'text/html', entry.page),
      text('summary', entry.summary),
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}
