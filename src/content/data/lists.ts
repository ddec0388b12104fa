import { indikatorPath, kommunPath, lanPath } from '../../markup/paths.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import { byInitial, sortedByName } from '../../text/collate.ts';
import { type FileRow, formatsOf, isCompanion, type ListedFile } from './files.ts';

/** What the lists of `/data/` say: which files belong to which place, indicator, picture and data set. */

type Files = readonly ListedFile[];

const byAbout = (files: Files, mine: (file: ListedFile) => boolean) =>
  Map.groupBy(files.filter(mine), (f) => f.about);

/** Files with these paths, in the order of the list. */
export const filesAt = (files: Files, paths: readonly string[]): Files =>
  files.filter((f) => paths.includes(f.path));

/** Files of a group on `/data/`: an area's slug, `allt`, `api` … */
const filesOf = (files: Files, group: string): Files => files.filter((f) => f.group === group);

/** Kommuner under a letter, each with its files. */
export type LetterFiles = { readonly letter: string; readonly id: string; readonly rows: readonly FileRow[] };

/** Every kommun's files, A–Ö. */
export function kommunFiles(
  { catalogue: { referens } }: CatalogueIndex,
  files: Files,
): readonly LetterFiles[] {
  const own = byAbout(files, (f) => f.group === 'kommun' || f.path.startsWith('floden/kommuner/'));
  return byInitial(referens.kommuner).map(([letter, kommuner]) => ({
    letter,
    id: `bokstav-${letter.toLocaleLowerCase('sv')}`,
    rows: kommuner.map((k) => ({ name: k.namn, href: kommunPath(k), files: own.get(k.kod) ?? [] })),
  }));
}

/** Every län's files, A–Ö. */
export function lanFiles({ catalogue: { referens } }: CatalogueIndex, files: Files): readonly FileRow[] {
  const own = byAbout(files, (f) => f.group === 'lan');
  return sortedByName(referens.lan).map((l) => ({
    name: l.namn,
    href: lanPath(l),
    files: own.get(l.kod) ?? [],
  }));
}

/** The indicators of an area, each with what there is of it. */
export type FilesByArea<T> = { readonly omrade: Omrade; readonly rows: readonly T[] };

const byArea = <T>(
  { catalogue: { omraden, indikatorer } }: CatalogueIndex,
  rowsOf: (indicator: Indicator) => readonly T[],
): readonly FilesByArea<T>[] =>
  omraden.map((omrade) => ({
    omrade,
    rows: indikatorer.filter((i) => i.omrade === omrade.slug).flatMap(rowsOf),
  }));

/** Every indicator's files, area by area; what describes other files is left out. */
export function indicatorFiles(index: CatalogueIndex, files: Files): readonly FilesByArea<FileRow>[] {
  const shown = files.filter((f) => !isCompanion(f));
  const own = byAbout(shown, (f) => f.group === 'indikator' || f.path.startsWith('floden/indikatorer/'));
  return byArea(index, (i) => [
    {
      name: i.kortnamn,
      href: indikatorPath(i),
      files: [...(own.get(i.id) ?? []), ...filesAt(shown, [`api/v1/observationer/${i.id}.json`])],
    },
  ]);
}

/** The pictures of an indicator, a row each in its formats. */
export type PictureFiles = { readonly kortnamn: string; readonly pictures: readonly FileRow[] };

/** Every picture, area by area; an indicator without pictures is left out. */
export function pictureFiles(index: CatalogueIndex, files: Files): readonly FilesByArea<PictureFiles>[] {
  const own = byAbout(files, (f) => f.group === 'figur');
  const nameOf = ({ path }: ListedFile) => path.replace(/\.[a-z]+$/, '');
  return byArea(index, (i) => {
    const pictures = [...Map.groupBy(own.get(i.id) ?? [], nameOf).values()].flatMap(([first, ...rest]) =>
      first ? [{ name: first.title, href: indikatorPath(i), files: [first, ...rest] }] : [],
    );
    return pictures.length === 0 ? [] : [{ kortnamn: i.kortnamn, pictures }];
  });
}

/** A list of its own that `/data/` leads to. */
type ListLink = {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  readonly formats: string;
};

/** A part of `/data/`: its files under a heading. */
type FileSection = { readonly id: string; readonly title: string; readonly files: Files };

/** What `/data/` says. */
export type DataPage = {
  readonly lists: readonly ListLink[];
  /** Every data set that is not kept from version to version, and this version's own. */
  readonly current: readonly FileSection[];
  readonly kept: readonly FileSection[];
  readonly api: Files;
  readonly zip: ListedFile | null;
  /** What the columns of the tables mean, in the order of the tables. */
  readonly columns: readonly (readonly [name: string, description: string])[];
};

/** Groups with a list of their own, and what the list is called. */
const LISTS = [
  {
    group: 'kommun',
    href: '/data/kommuner/',
    title: 'Filer för en kommun',
    text: 'Alla resultat för en kommun, bredvid länet och riket.',
  },
  { group: 'lan', href: '/data/lan/', title: 'Filer för ett län', text: 'Länets resultat och kommunernas.' },
  {
    group: 'indikator',
    href: '/data/indikatorer/',
    title: 'Filer för en indikator',
    text: 'En indikators alla värden, alla år.',
  },
  { group: 'figur', href: '/data/figurer/', title: 'Bilder', text: 'Alla diagram och kartor.' },
] as const;

const VERSION = 'version';
/** Parts that stand after the areas. */
const PARTS = [
  { id: 'allt', title: 'Alla områden' },
  { id: 'referens', title: 'Kommuner, län och stadsdelar' },
  { id: 'katalog', title: 'Katalog för dataportaler' },
  { id: VERSION, title: 'Den här versionen' },
] as const;

/** A table as far as its columns need be explained. */
type Explained = { readonly columns: readonly { readonly name: string; readonly description: string }[] };

/**
 * The document of `/data/`.
 * @param tables those that are published: a column means the same in every one, and is explained by the first that has it
 */
export function dataPage(
  { catalogue: { omraden } }: CatalogueIndex,
  files: Files,
  tables: readonly Explained[],
): DataPage {
  const named = [...omraden.map((o) => ({ id: o.slug, title: o.titel })), ...PARTS];
  const known = new Set<string>([...LISTS.map((l) => l.group), ...named.map((s) => s.id), 'api', 'flode']);
  const sections = [
    ...named.map((s) => ({ ...s, files: filesOf(files, s.id) })),
    { id: 'ovrigt', title: 'Övrigt', files: files.filter((f) => !known.has(f.group)) },
  ].filter((s) => s.files.length > 0);
  const columns = tables.flatMap((t) => t.columns.map((c) => [c.name, c.description] as const));
  return {
    lists: LISTS.map(({ group, ...list }) => ({
      ...list,
      formats: formatsOf(filesOf(files, group)).join(', '),
    })),
    current: sections.filter((s) => s.id !== VERSION),
    kept: sections.filter((s) => s.id === VERSION),
    api: filesOf(files, 'api'),
    zip: files.find((f) => f.format === 'Zip') ?? null,
    columns: [...new Map(columns.toReversed())].toReversed(),
  };
}
