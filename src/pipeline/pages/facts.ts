import { sha256 } from '../../model/sha256.ts';
import { searchedText } from '../searched-text.ts';

/** What the rest of a build must know of a file that has been written; never the file itself. */
export type PageFacts = {
  readonly sha256: string;
  /** The address that a page says is its own; null for one that is not to be found, and for what is no page. */
  readonly canonical: string | null;
  /** A hash of what is searched of a page (`searchedText`); null where nothing is. */
  readonly searched: string | null;
};

/** Marks the part of a page that is searched; pages without it are not (`layouts/Page.astro`). */
const SEARCHED = 'data-pagefind-body';
const HEAD_ENDS = '</head>';
const CANONICAL = /<link rel="canonical" href="([^"]+)"/;

/** @param path of the file below the site's root */
export function pageFacts(path: string, bytes: Uint8Array): PageFacts {
  const hash = sha256(bytes);
  if (!path.endsWith('.html')) return { sha256: hash, canonical: null, searched: null };
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = html.indexOf(HEAD_ENDS);
  const head = html.toString('utf8', 0, end < 0 ? html.length : end);
  return {
    sha256: hash,
    canonical: CANONICAL.exec(head)?.[1] ?? null,
    searched: html.includes(SEARCHED) ? sha256(searchedText(html.toString())) : null,
  };
}
