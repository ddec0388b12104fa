import type { CatalogueIndex } from '../../model/catalogue.ts';
import { EXAMPLE_NOTE } from '../../text/names.ts';
import { joined, utf8 } from '../common/bytes.ts';
import { ALL, exampleSuffix } from '../common/scopes.ts';
import { deflatedInThread, zipInPieces } from '../common/zip-node.ts';
import type { Collector, PublishedFile } from '../file.ts';

/** Groups whose every file is in the zip. Files of a single kommun or län repeat what is in them. */
const shared = (index: CatalogueIndex): ReadonlySet<string> =>
  new Set([...index.catalogue.omraden.map((o) => o.slug), ALL, 'referens', 'indikator']);

/** One zip with the data files of all areas and indicators, in the same folders as on the site. */
export const zipCollector: Collector = {
  name: 'zip',
  files: (index, written) => {
    const groups = shared(index);
    const inside = written.filter((f) => groups.has(f.group));
    const example = inside.some((f) => f.example);
    return [
      {
        path: `data/${ALL}/${ALL}.zip`,
        mediaType: 'application/zip',
        format: 'Zip',
        title: `${index.catalogue.release.titel}: alla datafiler`,
        description: `${inside.length} filer: CSV, Excel, Parquet, JSON-stat och PX för alla områden och indikatorer.${exampleSuffix(example)}`,
        opensIn: 'alla datorer',
        group: ALL,
        example,
        content: () => zip(index, inside, example),
      },
    ];
  },
};

/** Already compressed: storing them is as small and much faster. */
const COMPRESSED = /\.(xlsx|parquet|pptx|pdf)$/;

/** So many files are compressed at once, each in a thread. */
const AT_ONCE = 4;

async function zip(
  index: CatalogueIndex,
  files: readonly PublishedFile[],
  example: boolean,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const { add, end } = zipInPieces(index.catalogue.release.datum, (piece) => pieces.push(piece));
  add({ name: 'LAS-MIG.txt', bytes: utf8(readMe(index, files, example)) });
  const partOf = async ({ path: name, content, deflated }: PublishedFile) => {
    if (COMPRESSED.test(name)) return { name, bytes: await content(), packed: true };
    return { name, deflated: await (deflated?.() ?? deflatedInThread(await content())) };
  };
  // A few files at a time: all of them together are ten times as large as the zip.
  for (let i = 0; i < files.length; i += AT_ONCE)
    for (const part of await Promise.all(files.slice(i, i + AT_ONCE).map(partOf))) add(part);
  end();
  return joined(pieces);
}

function readMe(index: CatalogueIndex, files: readonly PublishedFile[], example: boolean): string {
  const { release } = index.catalogue;
  return [
    `${release.titel}, version ${release.version}, ${release.datum}`,
    `${release.organisation.namn}, ${release.organisation.epost}`,
    `Licens: ${release.licens.namn}, ${release.licens.url}`,
    `Beskrivning av filerna: ${release.webbplats}data/`,
    '',
    ...(example ? [EXAMPLE_NOTE, ''] : []),
    ...files.map((f) => `${f.path}: ${f.title}. ${f.description}`),
    '',
  ].join('\r\n');
}
