import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import {
  documentLeaks,
  hiddenSubjects,
  isDocument,
  passagesIn,
} from '../../src/disclosure/audit/documents.ts';
import type { AuditedFile } from '../../src/disclosure/audit/readers.ts';
import { cellId } from '../../src/disclosure/register.ts';
import type { Vocabulary } from '../../src/disclosure/vocabulary.ts';
import { allFiles } from '../../src/files/index.ts';
import { canMakePdf } from '../../src/files/typst/compiler.ts';
import { type CatalogueIndex, indexCatalogue } from '../../src/model/catalogue.ts';
import { release } from './held.ts';
import { people, program, REGISTER_LINES, register } from './planted.ts';

type Loaded = { readonly index: CatalogueIndex; readonly ord: Vocabulary };
let loaded: Loaded;
beforeAll(async () => {
  // 3 women in Upplands Väsby, and a place of few people in all.
  const lines = [...REGISTER_LINES.filter((l) => !l.startsWith('0305')), '0305;2022;T;4;', '0380;2022;T;77;'];
  const { index, secret } = await release(
    people(),
    register(...lines.filter((l) => l !== '0380;2022;T;60;')),
    program(['hemlosa;43;4;39'], {}, '0180'),
  );
  if (!secret) throw new Error('nothing is hidden');
  loaded = { index, ord: secret.ord };
});

const documents = (index: CatalogueIndex): readonly AuditedFile[] =>
  allFiles(index).filter((f) => isDocument(f.path));
const leaksIn = async (files: readonly AuditedFile[], { ord } = loaded) => {
  const subjects = hiddenSubjects(ord);
  const found = await documentLeaks(ord, files, (file) => passagesIn(file, subjects));
  return found.map((l) => `${l.cell} ${l.varde}: ${l.path}`);
};
const one = (path: string): AuditedFile => {
  const file = documents(loaded.index).find((f) => f.path === path);
  if (!file) throw new Error(`no ${path}`);
  return file;
};

/** The same release by a program that forgot to protect one count. */
function careless({ index, ord }: Loaded, cell: string): CatalogueIndex {
  const varde = ord.dolda.find((w) => w.cell === cell)?.varde;
  if (varde === undefined) throw new Error(`${cell} is not hidden`);
  return indexCatalogue({
    ...index.catalogue,
    observationer: index.catalogue.observationer.map((o) =>
      cellId(o) === cell ? { ...o, varde, saknas: null } : o,
    ),
  });
}

describe('documents that are read back', () => {
  it('say nothing that is hidden, though some are about it', async () => {
    const files = documents(loaded.index);
    expect(await leaksIn(files)).toEqual([]);
    const subjects = hiddenSubjects(loaded.ord);
    const about = await Promise.all(
      files.map(async (f) => ((await passagesIn(f, subjects)).length > 0 ? f.path : '')),
    );
    expect(about).toContain('data/kommun/upplands-vasby.pptx');
    expect(about).toContain('data/program/prov.pptx');
    if (canMakePdf()) expect(about).toContain('data/kommun/upplands-vasby.pdf');
  });

  it('are caught where a whole release forgot to hide a count: each deck and report that says it', async () => {
    const [cell] = loaded.ord.dolda.flatMap((w) => (w.cell === 'OJ-1|2022|0305|T' ? [w.cell] : []));
    const index = careless(loaded, cell ?? '');
    const found = await leaksIn(documents(index));
    expect(found.filter((f) => f.includes('data/kommun/habo.pptx')).length).toBeGreaterThan(0);
    if (canMakePdf())
      expect(found.filter((f) => f.includes('data/kommun/habo.pdf, sida')).length).toBeGreaterThan(0);
    // Nothing but the forgotten count.
    expect(found.filter((f) => !f.startsWith('OJ-1|2022|0305|T 4: '))).toEqual([]);
  });

  it.each([
    ['a cell of a table', 'bild 4', 'slide'],
    ['a chart', 'bild 4, diagram', 'chart'],
    ['the workbook of a chart', 'bild 4, diagrammets arbetsbok', 'book'],
    ['a sentence', 'bild 4', 'sentence'],
    ['notes', 'bild 4, anteckningar', 'notes'],
  ] as const)('are caught where %s is planted', async (_, place, into) => {
    const file = one('data/program/prov.pptx');
    const parts = unzipSync(await file.content());
    for (const [name, text] of planted(into))
      parts[name] = typeof text === 'string' ? strToU8(text) : new Uint8Array(text);
    const bytes = zipSync(parts);
    expect(await leaksIn([{ path: file.path, content: () => bytes }])).toEqual([
      `OJ-1|2022|0114|K 3: data/program/prov.pptx, ${place}`,
    ]);
  });

  it('are not taken for leaks where the number is of another place, year, sex or measure', async () => {
    const file = one('data/program/prov.pptx');
    const sentences = [
      'Upplands Väsby 2021, kvinnor: 3.',
      'Upplands Väsby 2022: 3.',
      'Upplands Väsby 2022, män: 3.',
      'Habo 2022, kvinnor: 3.',
      'Upplands Väsby 2022, kvinnor: 3 %.',
      'Upplands Väsby 2022, kvinnor: 13,3.',
    ];
    const parts = unzipSync(await file.content());
    for (const [name, text] of plantedTexts('Ett antal', sentences)) parts[name] = strToU8(text);
    for (const [name, text] of plantedTexts('Ett annat mått', ['Upplands Väsby 2022, kvinnor: 3.']))
      parts[name.replace('slide4', 'slide5')] = strToU8(text);
    const bytes = zipSync(parts);
    expect(await leaksIn([{ path: file.path, content: () => bytes }])).toEqual([]);
  });

  it('stop the audit when they cannot be read', async () => {
    await expect(leaksIn([{ path: 'data/x.pptx', content: () => new Uint8Array([1, 2]) }])).rejects.toThrow(
      'Röjandekontrollen kan inte läsa data/x.pptx.',
    );
  });
});

const paragraph = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
const plantedTexts = (title: string, texts: readonly string[], more = ''): readonly [string, string][] => [
  [
    'ppt/slides/slide4.xml',
    `<p:sld><p:sp>${paragraph(title)}</p:sp><p:sp>${texts.map(paragraph).join('')}</p:sp>${more}</p:sld>`,
  ],
];
const rel = (from: string, ...targets: readonly string[]): [string, string] => [
  from.replace(/([^/]+)$/, '_rels/$1.rels'),
  `<Relationships>${targets.map((t, i) => `<Relationship Id="r${i}" Target="${t}"/>`).join('')}</Relationships>`,
];

/** Slide 4 with the hidden 3 women of Upplands Väsby in one place of it. */
function planted(
  into: 'slide' | 'chart' | 'book' | 'sentence' | 'notes',
): readonly (readonly [string, string | Uint8Array])[] {
  const slide = 'ppt/slides/slide4.xml';
  const row = (...cells: readonly string[]) =>
    `<a:tr h="1">${cells.map((c) => `<a:tc><a:txBody>${paragraph(c)}</a:txBody></a:tc>`).join('')}</a:tr>`;
  const points = (...values: readonly string[]) =>
    values.map((v, i) => `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`).join('');
  const chart = (varde: string) =>
    `<c:ser><c:tx>${points('Kvinnor')}</c:tx><c:cat>${points('Upplands Väsby', 'Habo')}</c:cat><c:val>${points(varde, '9')}</c:val></c:ser>`;
  const deck = plantedTexts('Ett antal 2022', []);
  const sheet = utils.aoa_to_sheet([
    ['Kommun', 'Kvinnor'],
    ['Upplands Väsby', 3],
  ]);
  switch (into) {
    case 'slide':
      return plantedTexts(
        'Ett antal 2022',
        [],
        `<a:tbl>${row('Kommun', 'Kvinnor', 'Män')}${row('Upplands Väsby', '3', 'skyddad')}</a:tbl>`,
      );
    case 'chart':
      return [...deck, rel(slide, '../charts/chart9.xml'), ['ppt/charts/chart9.xml', chart('3')]];
    case 'book':
      return [
        ...deck,
        rel(slide, '../charts/chart9.xml'),
        ['ppt/charts/chart9.xml', chart('')],
        rel('ppt/charts/chart9.xml', '../embeddings/bok9.xlsx'),
        [
          'ppt/embeddings/bok9.xlsx',
          new Uint8Array(
            write({ SheetNames: ['Data'], Sheets: { Data: sheet } }, { type: 'array', bookType: 'xlsx' }),
          ),
        ],
      ];
    case 'sentence':
      return plantedTexts('Läget', ['Ett antal: i Upplands Väsby var det 3 kvinnor 2022.']);
    case 'notes':
      return [
        ...deck,
        rel(slide, '../notesSlides/notesSlide4.xml'),
        ['ppt/notesSlides/notesSlide4.xml', `<p:notes>${paragraph('Upplands Väsby: 3 kvinnor.')}</p:notes>`],
      ];
  }
}
