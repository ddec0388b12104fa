import { must } from '../../model/must.ts';
import { beforeFirst } from '../../model/pieces.ts';
import type { Release } from '../../model/release.ts';
import { factsOf } from '../common/facts.ts';
import { idsOf, TERMS } from '../datasets/ids.ts';
import { FILE_TYPE } from '../datasets/index.ts';
import type { PublishedFile } from '../file.ts';
import { iri, node, sv, type Triple, typed } from './graph.ts';

/** What IANA has registered; PX has no name there. */
const REGISTERED = /^(application\/(?!x-)|text\/(?!x-))/;

/** The specification that a format's files keep to. */
const CONFORMS_TO: Readonly<Record<string, string>> = {
  CSV: 'https://www.rfc-editor.org/info/rfc4180',
  'CSV för Excel': 'https://www.w3.org/TR/tabular-data-model/',
  Excel: 'https://www.iso.org/standard/71691.html',
  Parquet: 'https://parquet.apache.org/docs/file-format/',
  'JSON-stat': 'https://json-stat.org/full/',
  PX: 'https://www.scb.se/px-filformat',
};

/** A file as a distribution, with its size and checksum. */
export async function distribution(release: Release, file: PublishedFile): Promise<readonly Triple[]> {
  const ids = idsOf(release);
  const { bytes, sha256 } = await factsOf(file);
  const address = iri(ids.file(file));
  const media = beforeFirst(file.mediaType, ';');
  const standard = CONFORMS_TO[file.format];
  return [
    ...node(ids.distribution(file), 'dcat:Distribution', {
      'dcterms:title': sv(`${file.title} (${file.format})`),
      'dcterms:description': sv(file.description),
      'dcat:accessURL': address,
      'dcat:downloadURL': address,
      // The EU's shapes want a term of their list, Swedish tools a media type: both stand here.
      'dcterms:format': iri(TERMS.fileType(must(FILE_TYPE[file.format], `EU file type of ${file.format}`))),
      'dcat:mediaType': REGISTERED.test(media) ? iri(TERMS.mediaType(media)) : null,
      'dcterms:conformsTo': standard === undefined ? null : iri(standard),
      'dcat:byteSize': typed(String(bytes), 'xsd:nonNegativeInteger'),
      'spdx:checksum': iri(ids.checksum(file)),
      'dcterms:license': iri(release.licens.url),
      'dcterms:language': iri(TERMS.swedish),
      'dcterms:issued': typed(release.datum, 'xsd:date'),
      'dcterms:modified': typed(release.datum, 'xsd:date'),
      'dcatap:availability': iri(TERMS.stable),
      'adms:status': iri(TERMS.completed),
    }),
    ...node(ids.checksum(file), 'spdx:Checksum', {
      'spdx:algorithm': iri(TERMS.sha256),
      'spdx:checksumValue': typed(sha256, 'xsd:hexBinary'),
    }),
  ];
}
