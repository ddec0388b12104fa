import { DataFactory, Parser, type Quad, Writer } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';

/** Quads as sorted N-Quads lines. Our graphs have no blank nodes, so this is their canonical form. */
export function canonical(quads: readonly Quad[]): readonly string[] {
  const writer = new Writer({ format: 'N-Quads' });
  return [
    ...new Set(quads.map((q) => writer.quadToString(q.subject, q.predicate, q.object, q.graph))),
  ].sort();
}

export const readTurtle = (text: string): readonly Quad[] =>
  new Parser({ format: 'text/turtle' }).parse(text);

export function readRdfXml(text: string): Promise<readonly Quad[]> {
  const parser = new RdfXmlParser({ validateUri: true, dataFactory: DataFactory });
  const quads: Quad[] = [];
  return new Promise((done, failed) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', failed);
    parser.on('end', () => done(quads));
    parser.end(text);
  });
}

type Value = { '@id'?: string; '@value'?: string; '@language'?: string; '@type'?: string };
type Node = { readonly '@id': string; readonly '@type': readonly string[] } & Readonly<
  Record<string, unknown>
>;

/** JSON-LD in expanded, flattened form (JSON-LD 1.1, chapter 9): the only form that we write. */
export function readJsonLd(text: string): readonly Quad[] {
  const { namedNode, literal, quad } = DataFactory;
  return (JSON.parse(text) as readonly Node[]).flatMap(({ '@id': id, '@type': types, ...rest }) => [
    ...types.map((t) =>
      quad(namedNode(id), namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), namedNode(t)),
    ),
    ...Object.entries(rest).flatMap(([p, values]) =>
      (values as readonly Value[]).map((v) =>
        quad(
          namedNode(id),
          namedNode(p),
          v['@id'] !== undefined
            ? namedNode(v['@id'])
            : literal(v['@value'] ?? '', v['@language'] ?? (v['@type'] ? namedNode(v['@type']) : undefined)),
        ),
      ),
    ),
  ]);
}
