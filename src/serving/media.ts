/**
 * The type of every kind of file in a site, by how its name ends; the first that fits holds. Servers are set up from
 * this list (`deploy/`), for none of them knows them all by itself.
 */
export const MEDIA_TYPES: readonly (readonly [ending: string, type: string])[] = [
  // The catalogue has the address without an ending that Digg's portal asks for: it must say what it is.
  ['/datasets/dcat', 'application/rdf+xml; charset=utf-8'],
  ['/SHA256SUMS', 'text/plain; charset=utf-8'],
  ['.csv-metadata.json', 'application/csvm+json; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['.cdx.json', 'application/vnd.cyclonedx+json; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.ics', 'text/calendar; charset=utf-8'],
  ['.xml', 'application/atom+xml; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.rdf', 'application/rdf+xml; charset=utf-8'],
  ['.ttl', 'text/turtle; charset=utf-8'],
  ['.jsonld', 'application/ld+json; charset=utf-8'],
  ['.px', 'text/x-pcaxis'],
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.pdf', 'application/pdf'],
  ['.zip', 'application/zip'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  // Pagefind's index: compressed by itself, and read as bytes.
  ['.pagefind', 'application/octet-stream'],
  ['.pf_fragment', 'application/octet-stream'],
  ['.pf_index', 'application/octet-stream'],
  ['.pf_meta', 'application/octet-stream'],
];

/** The type of a path; bytes when nobody knows its ending. */
export function mediaTypeOf(path: string): string {
  const known = MEDIA_TYPES.find(([ending]) => path.endsWith(ending));
  return known?.[1] ?? 'application/octet-stream';
}
