import { policyFor } from './csp.ts';

/** A header and its value. */
export type Header = readonly [name: string, value: string];

/** What every answer carries, whatever it holds. The content security policy differs by path: `policyFor`. */
export const COMMON_HEADERS: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/**
 * Tells browsers to use HTTPS only. Off until whoever runs the server has HTTPS on every name below the domain: it
 * cannot be taken back for a year.
 */
export const HSTS: Header = ['Strict-Transport-Security', 'max-age=31536000'];

/** Paths below which other sites' scripts may read: data, never pages. */
export const OPEN_PATHS = ['/api/', '/data/', '/datasets/', '/dcat.', '/floden/'] as const;
export const OPEN_HEADER: Header = ['Access-Control-Allow-Origin', '*'];

type Caching = readonly [prefix: string, value: string];
/** Of everything that no other prefix fits. */
export const ELSEWHERE: Caching = ['/', 'public, max-age=300, must-revalidate'];

/** How long a browser may keep an answer: the first prefix that fits holds. */
export const CACHING: readonly Caching[] = [
  // Named by their content: a new content is a new name.
  ['/assets/', 'public, max-age=31536000, immutable'],
  ['/pagefind/fragment/', 'public, max-age=31536000, immutable'],
  ['/pagefind/index/', 'public, max-age=31536000, immutable'],
  // A new version is a new address; but one that names the wrong hash may be published again the same day.
  ['/data/v/', 'public, max-age=86400'],
  ELSEWHERE,
];

/** Names that are for the server, not for readers: answered as if they were not there. */
export const HIDDEN_NAMES = ['/_headers', '/_redirects'] as const;

/** The only folder whose name begins with a dot that readers may see (RFC 8615). */
export const WELL_KNOWN = '/.well-known/';

/** True for what readers may ask for: no name for the server, no file or folder that begins with a dot. */
export function isPublic(path: string): boolean {
  if (HIDDEN_NAMES.some((name) => path === name)) return false;
  const below = path.startsWith(WELL_KNOWN) ? path.slice(WELL_KNOWN.length - 1) : path;
  return !below.includes('/.');
}

/** Every header of an answer but those of its content. @param path of the request, from the root, without query */
export function headersFor(path: string): readonly Header[] {
  const caching = CACHING.find(([prefix]) => path.startsWith(prefix));
  return [
    ['Content-Security-Policy', policyFor(path)],
    ...COMMON_HEADERS,
    ...(OPEN_PATHS.some((open) => path.startsWith(open)) ? [OPEN_HEADER] : []),
    ...(caching ? [['Cache-Control', caching[1]] as const] : []),
  ];
}
