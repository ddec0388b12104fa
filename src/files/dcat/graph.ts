/** A node of the graph that is named by an address. */
type Iri = { readonly iri: string };
/** Text or a typed value. */
export type Literal = { readonly value: string; readonly lang?: string; readonly type?: string };
export type RdfTerm = Iri | Literal;
export type Triple = { readonly s: string; readonly p: string; readonly o: RdfTerm };

export const PREFIXES: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** `dcat:Dataset` → its whole address. @throws when the prefix is unknown: a mistake in our own code */
export function expand(name: string): string {
  const [prefix = '', local = ''] = name.split(':', 2);
  const base = PREFIXES[prefix];
  if (base === undefined) throw new Error(`unknown prefix in ${name}`);
  return base + local;
}

/** An address as RDF wants it: absolute, with spaces and å ä ö encoded. @throws when it is not a whole address */
export const iri = (address: string): Iri => ({ iri: new URL(address).href });
export const sv = (value: string): Literal => ({ value, lang: 'sv' });
export const typed = (value: string, type: string): Literal => ({ value, type: expand(type) });

/** What is said of a node: prefixed properties, each with one term, several, or none (null leaves it out). */
export type Statements = Readonly<Record<string, RdfTerm | readonly RdfTerm[] | null>>;

/** The triples of one node of a class. */
export function node(address: string, type: string, statements: Statements): readonly Triple[] {
  const s = iri(address).iri;
  const rest = Object.entries(statements).flatMap(([p, terms]) =>
    (terms === null ? [] : isMany(terms) ? terms : [terms]).map((o) => ({ s, p: expand(p), o })),
  );
  return [{ s, p: expand('rdf:type'), o: { iri: expand(type) } }, ...rest];
}

const isMany = (terms: RdfTerm | readonly RdfTerm[]): terms is readonly RdfTerm[] => Array.isArray(terms);

export const isIri = (term: RdfTerm): term is Iri => 'iri' in term;
