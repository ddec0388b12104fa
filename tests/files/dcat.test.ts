import { createHash } from 'node:crypto';
import { type Quad, Store } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { expand } from '../../src/files/dcat/graph.ts';
import { indexCatalogue } from '../../src/model/catalogue.ts';
import { LITET, type Published, publish, publishIndex } from './helpers/catalogue.ts';
import { canonical, readJsonLd, readRdfXml, readTurtle } from './helpers/rdf.ts';

let site: Published;
let graph: Store;
let quads: readonly Quad[];
beforeAll(async () => {
  site = await publish();
  quads = readTurtle(await site.text('dcat.ttl'));
  graph = new Store([...quads]);
});

const objects = (s: string, p: string) => graph.getObjects(s, expand(p), null);
const values = (s: string, p: string) => objects(s, p).map((o) => o.value);
const subjects = (type: string) =>
  graph.getSubjects(expand('rdf:type'), expand(type), null).map((s) => s.value);
const base = () => site.index.catalogue.release.webbplats;

it('has every published CSV file of data as a distribution, with the specification that it keeps to', () => {
  const files = site.paths.filter((p) => /^data\/(?!v\/|figurer\/).*\.csv$/.test(p));
  const given = new Set(
    subjects('dcat:Distribution').flatMap((d) =>
      values(d, 'dcat:downloadURL').map((u) => u.slice(base().length)),
    ),
  );
  expect(files.filter((path) => !given.has(path))).toEqual([]);
  for (const d of subjects('dcat:Distribution').filter((s) => s.includes('.csv')))
    expect(values(d, 'dcterms:conformsTo')).toHaveLength(1);
});

describe('the catalogue in three syntaxes', () => {
  it('is one graph', async () => {
    const expected = canonical(quads);
    expect(expected.length).toBeGreaterThan(5000);
    expect(expected).toHaveLength(quads.length);
    expect(canonical(await readRdfXml(await site.text('dcat.rdf')))).toEqual(expected);
    expect(canonical(readJsonLd(await site.text('dcat.jsonld')))).toEqual(expected);
    expect(await site.text('datasets/dcat')).toBe(await site.text('dcat.rdf'));
  });

  it('has no blank nodes, only absolute addresses, and nothing that is pointed at but missing', () => {
    for (const q of quads) {
      expect(q.subject.termType).toBe('NamedNode');
      expect(q.subject.value).toMatch(/^https?:\/\/[^\s<>"{}|\\^`]+$/);
      expect(q.object.termType).not.toBe('BlankNode');
      if (q.object.termType === 'NamedNode')
        expect(q.object.value).toMatch(/^(https?:\/\/|mailto:)[^\s<>"]+$/);
    }
    for (const p of [
      'dcterms:publisher',
      'dcat:contactPoint',
      'dcterms:temporal',
      'spdx:checksum',
      'dcat:inSeries',
    ])
      for (const o of graph.getObjects(null, expand(p), null))
        expect([p, o.value, graph.countQuads(o, null, null, null) > 0]).toEqual([p, o.value, true]);
  });
});

/** The table of DCAT-AP-SE 3.0.1: how many of each property; `n` is any number above none. */
type Rule = readonly [property: string, card: '1' | '1..n' | '0..1'];
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  'dcat:Catalog': [
    ['dcterms:title', '1..n'],
    ['dcterms:description', '1..n'],
    ['dcterms:publisher', '1'],
    ['dcterms:license', '1'],
    ['dcat:dataset', '1..n'],
    ['dcterms:issued', '0..1'],
    ['dcterms:modified', '0..1'],
    ['foaf:homepage', '0..1'],
  ],
  'dcat:Dataset': [
    ['dcterms:title', '1..n'],
    ['dcterms:description', '1..n'],
    ['dcterms:publisher', '1'],
    ['dcat:contactPoint', '1..n'],
    ['dcat:keyword', '1..n'],
    ['dcat:theme', '1..n'],
    ['dcterms:spatial', '1..n'],
    ['dcat:distribution', '1..n'],
    ['dcterms:issued', '0..1'],
    ['dcterms:accessRights', '0..1'],
    ['dcterms:modified', '0..1'],
    ['dcterms:accrualPeriodicity', '0..1'],
    ['dcat:temporalResolution', '0..1'],
    ['dcat:version', '0..1'],
  ],
  'dcat:DatasetSeries': [
    ['dcterms:title', '1..n'],
    ['dcterms:description', '1..n'],
    ['dcterms:publisher', '1'],
  ],
  'dcat:Distribution': [
    ['dcat:accessURL', '1'],
    ['dcterms:format', '1'],
    ['dcat:byteSize', '0..1'],
    ['dcterms:license', '0..1'],
    ['dcatap:availability', '0..1'],
    ['spdx:checksum', '0..1'],
    ['adms:status', '0..1'],
    ['dcterms:issued', '0..1'],
    ['dcterms:modified', '0..1'],
  ],
  'dcat:DataService': [
    ['dcterms:title', '1..n'],
    ['dcat:endpointURL', '1..n'],
    ['dcterms:format', '1'],
    ['dcterms:license', '0..1'],
    ['dcterms:accessRights', '0..1'],
  ],
  'foaf:Agent': [
    ['foaf:name', '1..n'],
    ['dcterms:type', '1'],
  ],
  'vcard:Organization': [
    ['vcard:fn', '1'],
    ['vcard:hasEmail', '1..n'],
  ],
  'dcterms:PeriodOfTime': [
    ['dcat:startDate', '1'],
    ['dcat:endDate', '1'],
  ],
};
const MIN_MAX = { '1': [1, 1], '1..n': [1, Infinity], '0..1': [0, 1] } as const;

describe('the rules of DCAT-AP-SE 3.0.1', () => {
  it.each(Object.keys(RULES))('%s has what is obligatory, and nothing too often', (type) => {
    const things = subjects(type);
    expect(things.length).toBeGreaterThan(0);
    for (const thing of things)
      for (const [property, card] of RULES[type] ?? []) {
        const n = objects(thing, property).length;
        const [min, max] = MIN_MAX[card];
        expect([thing, property, n >= min && n <= max]).toEqual([thing, property, true]);
      }
  });

  it('titles, descriptions, keywords and names are language-tagged', () => {
    for (const p of ['dcterms:title', 'dcterms:description', 'dcat:keyword', 'foaf:name'])
      for (const o of graph.getObjects(null, expand(p), null))
        expect([o.value, o.termType === 'Literal' && o.language]).toEqual([o.value, 'sv']);
  });

  it('dates, sizes, durations and checksums are typed', () => {
    const types: Readonly<Record<string, string>> = {
      'dcterms:issued': 'xsd:date',
      'dcterms:modified': 'xsd:date',
      'dcat:startDate': 'xsd:date',
      'dcat:byteSize': 'xsd:nonNegativeInteger',
      'dcat:temporalResolution': 'xsd:duration',
      'spdx:checksumValue': 'xsd:hexBinary',
    };
    for (const [p, type] of Object.entries(types)) {
      const all = graph.getObjects(null, expand(p), null);
      expect(all.length).toBeGreaterThan(0);
      for (const o of all) expect(o.termType === 'Literal' && o.datatype.value).toBe(expand(type));
    }
  });

  it('the metadata is CC0, the publisher is the same everywhere and is not the contact', () => {
    const [catalogue = ''] = subjects('dcat:Catalog');
    expect(values(catalogue, 'dcterms:license')).toEqual([
      'http://creativecommons.org/publicdomain/zero/1.0/',
    ]);
    const publishers = new Set(graph.getObjects(null, expand('dcterms:publisher'), null).map((o) => o.value));
    expect(publishers.size).toBe(1);
    expect(publishers.has(subjects('vcard:Organization')[0] ?? '')).toBe(false);
  });

  it('every data set stands in the catalogue, and the other way round', () => {
    const [catalogue = ''] = subjects('dcat:Catalog');
    const all = [...subjects('dcat:Dataset'), ...subjects('dcat:DatasetSeries')];
    expect(values(catalogue, 'dcat:dataset').toSorted()).toEqual(all.toSorted());
  });

  it('an organisation with a number has the address that dataportal.se gives it', async () => {
    const { catalogue } = (await publish(LITET)).index;
    const organisation = { ...catalogue.release.organisation, orgnr: '2021000555' };
    const other = publishIndex(
      indexCatalogue({ ...catalogue, release: { ...catalogue.release, organisation } }),
    );
    const store = new Store([...readTurtle(await other.text('dcat.ttl'))]);
    expect(store.getSubjects(expand('rdf:type'), expand('foaf:Agent'), null).map((s) => s.value)).toEqual([
      'http://dataportal.se/organisation/SE2021000555',
    ]);
  });
});

describe('every distribution', () => {
  it('is a published file, with its own size, checksum and licence', async () => {
    for (const id of subjects('dcat:Distribution')) {
      const [url = ''] = values(id, 'dcat:downloadURL');
      expect(values(id, 'dcat:accessURL')).toEqual([url]);
      const bytes = await site.bytes(url.slice(base().length));
      expect([url, values(id, 'dcat:byteSize')]).toEqual([url, [String(bytes.byteLength)]]);
      const [sum = ''] = values(id, 'spdx:checksum');
      expect(values(sum, 'spdx:checksumValue')).toEqual([createHash('sha256').update(bytes).digest('hex')]);
      expect(values(id, 'dcterms:license')).toEqual(['http://creativecommons.org/licenses/by/4.0/']);
    }
  });

  it('belongs to one data set, whose years are those of the values in its file', async () => {
    const owners = quads.filter((q) => q.predicate.value === expand('dcat:distribution'));
    expect(new Set(owners.map((q) => q.object.value)).size).toBe(owners.length);
    for (const { subject, object } of owners) {
      const [url = ''] = values(object.value, 'dcat:downloadURL');
      const path = url.slice(base().length);
      const ar = /^data\/[a-z-]+\/(\d{4})\D/.exec(path)?.[1];
      const [period = ''] = values(subject.value, 'dcterms:temporal');
      const span = [values(period, 'dcat:startDate')[0], values(period, 'dcat:endDate')[0]];
      if (ar) expect([path, ...span]).toEqual([path, `${ar}-01-01`, `${ar}-12-31`]);
      const id = /^data\/indikatorer\/([a-z0-9-]+)\.csv$/.exec(path)?.[1];
      if (!id) continue;
      const years = (await site.api(id.toUpperCase())).filter((v) => v.varde !== null).map((v) => v.ar);
      const known = years.filter((y) => y !== null).sort();
      if (known.length === 0) continue;
      expect([id, ...span]).toEqual([id, `${known[0]}-01-01`, `${known.at(-1)}-12-31`]);
    }
  });

  it('of example data is said to hold it', () => {
    const plan = subjects('dcat:Dataset').find((s) => s.includes('aktuell-overgripande-plan')) ?? '';
    const exempel = site.index.observationsOf('U30428').some((o) => o.exempel);
    expect(values(plan, 'dcterms:description')[0]?.includes('Innehåller exempeldata')).toBe(exempel);
    expect(values(plan, 'dcterms:identifier')).toEqual(['U30428']);
  });
});
