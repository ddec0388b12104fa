/**
 * Types of files that our server does not know by their names. The catalogue has the address without an ending
 * that Digg's portal asks for, and must say that it is RDF/XML.
 */
const MEDIA_TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['/datasets/dcat', 'application/rdf+xml'],
  ['.csv-metadata.json', 'application/csvm+json'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.px', 'text/x-pcaxis'],
  ['.xml', 'application/atom+xml; charset=utf-8'],
  ['/SHA256SUMS', 'text/plain; charset=utf-8'],
  ['.parquet', 'application/vnd.apache.parquet'],
];

/** The type of a path, or undefined when its ending says enough. */
export function mediaTypeOf(path: string): string | undefined {
  return MEDIA_TYPES.find(([ending]) => path.endsWith(ending))?.[1];
}

/** Paths below which other sites' scripts may read: data, never pages. */
export const OPEN_PATHS = ['/api/', '/data/', '/datasets/', '/dcat.', '/floden/'] as const;
