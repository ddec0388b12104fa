import { utf8 } from '../common/bytes.ts';
import type { Collector, PublishedFile } from '../file.ts';
import { catalogueGraph } from './catalogue.ts';
import { jsonLd, rdfXml, turtle } from './syntax.ts';

const XML = { mediaType: 'application/rdf+xml', format: 'RDF/XML', write: rdfXml };
const SYNTAXES = [
  { paths: ['datasets/dcat', 'dcat.rdf'], ...XML },
  { paths: ['dcat.ttl'], mediaType: 'text/turtle; charset=utf-8', format: 'Turtle', write: turtle },
  { paths: ['dcat.jsonld'], mediaType: 'application/ld+json', format: 'JSON-LD', write: jsonLd },
];

/** The catalogue of all data sets in three syntaxes, all written from one graph. */
export const dcatCollector: Collector = {
  name: 'dcat',
  files: (index, written) => {
    const graph = once(() => catalogueGraph(index, written));
    return SYNTAXES.flatMap(({ paths, mediaType, format, write }) => {
      const text = once(async () => utf8(write(await graph())));
      return paths.map(
        (path): PublishedFile => ({
          path,
          mediaType,
          format,
          title: 'Katalog över datamängderna',
          description:
            'Beskriver alla datamängder enligt DCAT-AP-SE 3.0.1, för dataportal.se och andra kataloger.',
          opensIn: 'dataportal.se, RDF-verktyg',
          group: 'katalog',
          example: false,
          content: text,
        }),
      );
    });
  },
};

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
