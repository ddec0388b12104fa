import { utf8 } from '../common/bytes.ts';
import type { Collector, PublishedFile } from '../file.ts';
import { catalogueGraph } from './catalogue.ts';
import { jsonLd, rdfXml, turtle } from './syntax.ts';

const SYNTAXES = [
  ['datasets/dcat', 'application/rdf+xml', 'RDF/XML', rdfXml],
  ['dcat.rdf', 'application/rdf+xml', 'RDF/XML', rdfXml],
  ['dcat.ttl', 'text/turtle; charset=utf-8', 'Turtle', turtle],
  ['dcat.jsonld', 'application/ld+json', 'JSON-LD', jsonLd],
] as const;

/** The catalogue of all data sets in three syntaxes, all written from one graph. */
export const dcatCollector: Collector = {
  name: 'dcat',
  files: (index, written) => {
    const graph = once(() => catalogueGraph(index, written));
    return SYNTAXES.map(
      ([path, mediaType, format, write]): PublishedFile => ({
        path,
        mediaType,
        format,
        title: 'Katalog över datamängderna',
        description:
          'Beskriver alla datamängder enligt DCAT-AP-SE 3.0.1, för dataportal.se och andra kataloger.',
        opensIn: 'dataportal.se, RDF-verktyg',
        group: 'katalog',
        example: false,
        content: async () => utf8(write(await graph())),
      }),
    );
  },
};

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
