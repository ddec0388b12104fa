import { escapeXml } from '../../markup/escape.ts';
import { expand, isIri, type Literal, PREFIXES, type RdfTerm, type Triple } from './graph.ts';

/** Triples grouped by subject, in the order that each subject first appears. */
const bySubject = (triples: readonly Triple[]) => Map.groupBy(triples, (t) => t.s);

/** A graph as RDF/XML: what dataportal.se harvests. */
export function rdfXml(triples: readonly Triple[]): string {
  const namespaces = Object.entries(PREFIXES).map(([p, base]) => ` xmlns:${p}="${base}"`);
  const nodes = [...bySubject(triples)].map(([s, about]) => {
    const properties = about.map(({ p, o }) => `    ${element(qname(p), o)}\n`);
    return `  <rdf:Description rdf:about="${escapeXml(s)}">\n${properties.join('')}  </rdf:Description>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n${nodes.join('')}</rdf:RDF>\n`;
}

function element(name: string, o: RdfTerm): string {
  if (isIri(o)) return `<${name} rdf:resource="${escapeXml(o.iri)}"/>`;
  const attribute = o.lang ? ` xml:lang="${o.lang}"` : o.type ? ` rdf:datatype="${escapeXml(o.type)}"` : '';
  return `<${name}${attribute}>${escapeXml(o.value)}</${name}>`;
}

/** A whole address to `prefix:name`. @throws when no prefix fits: RDF/XML could not say it */
function qname(address: string): string {
  for (const [prefix, base] of Object.entries(PREFIXES))
    if (address.startsWith(base)) return `${prefix}:${address.slice(base.length)}`;
  throw new Error(`no prefix for ${address}`);
}

/** The same graph as Turtle. */
export function turtle(triples: readonly Triple[]): string {
  const prefixes = Object.entries(PREFIXES).map(([p, base]) => `@prefix ${p}: <${base}> .\n`);
  const nodes = [...bySubject(triples)].map(([s, about]) => {
    const statements = about.map(({ p, o }) => `  ${p === TYPE ? 'a' : qname(p)} ${turtleTerm(o)}`);
    return `\n<${s}>\n${statements.join(' ;\n')} .\n`;
  });
  return prefixes.join('') + nodes.join('');
}

const TYPE = expand('rdf:type');

function turtleTerm(o: RdfTerm): string {
  if (isIri(o)) return `<${o.iri}>`;
  const text = `"${o.value.replace(/[\\"\n\r\t]/g, (c) => ESCAPED[c] ?? c)}"`;
  return text + (o.lang ? `@${o.lang}` : o.type ? `^^<${o.type}>` : '');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The same graph as JSON-LD, expanded and flat: every JSON-LD reader takes it, also without fetching a context. */
export function jsonLd(triples: readonly Triple[]): string {
  const nodes = [...bySubject(triples)].map(([s, about]) => {
    const types = about.flatMap(({ p, o }) => (p === TYPE && isIri(o) ? [o.iri] : []));
    const rest = Map.groupBy(
      about.filter(({ p }) => p !== TYPE),
      ({ p }) => p,
    );
    const properties = [...rest].map(([p, all]) => [
      p,
      all.map(({ o }) => (isIri(o) ? { '@id': o.iri } : literal(o))),
    ]);
    return { '@id': s, '@type': types, ...Object.fromEntries(properties) };
  });
  return `${JSON.stringify(nodes, null, 1)}\n`;
}

const literal = ({ value, lang, type }: Literal) => ({
  '@value': value,
  ...(lang ? { '@language': lang } : {}),
  ...(type ? { '@type': type } : {}),
});
