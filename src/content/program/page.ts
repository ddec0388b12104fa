import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Kartlaggning } from '../../model/kartlaggning.ts';
import type { Kommun } from '../../model/kommun.ts';
import type { Program } from '../../model/program.ts';
import { PROGRAM_COLUMNS, PROGRAM_TABLE_NAMES } from '../../model/program-tables.ts';
import { PROGRAM_TABLE_WORDS } from '../../text/program-tables.ts';
import type { ListedFile } from '../data/files.ts';
import { filesAt } from '../data/lists.ts';
import { followUpTable, goalsTable, outcomesTable, responsibilitiesTable } from './goals.ts';
import { changesTable, type ProgramWork, programWork } from './work.ts';

/** Principles of one kind under its name. */
type PrincipleGroup = { readonly grupp: string; readonly principer: readonly string[] };

/** A programme's own page. */
export type ProgramPage = {
  /** Whose it is; null for an example. */
  readonly kommun: Kommun | null;
  /** The first kartläggning of the same place; null where there is none. */
  readonly kartlaggning: Kartlaggning | null;
  readonly goals: Table;
  readonly outcomes: Table | null;
  readonly changes: Table | null;
  readonly responsibilities: Table;
  readonly followUp: Table;
  readonly principles: readonly PrincipleGroup[];
  readonly work: ProgramWork;
  readonly files: readonly ListedFile[];
};

/** What the page of a programme says. @param files every published file */
export function programPage(index: CatalogueIndex, p: Program, files: readonly ListedFile[]): ProgramPage {
  const { referens, kartlaggningar } = index.catalogue;
  const names = [`${p.slug}.pdf`, `${p.slug}.pptx`, 'mal.csv', 'utfall.csv', 'atgarder.csv'];
  return {
    kommun: referens.kommuner.find((k) => k.kod === p.kod) ?? null,
    kartlaggning: kartlaggningar.find((k) => k.kod === p.kod) ?? null,
    goals: goalsTable(index, p),
    outcomes: outcomesTable(index, p),
    changes: changesTable(index, p),
    responsibilities: responsibilitiesTable(p),
    followUp: followUpTable(p),
    principles: [...Map.groupBy(p.principer, (x) => x.grupp)].map(([grupp, own]) => ({
      grupp,
      principer: own.map((x) => x.princip),
    })),
    work: programWork(p),
    files: filesAt(
      files,
      names.map((name) => `data/program/${name}`),
    ),
  };
}

/** The tables of a programme, what each holds and its columns. */
export function programTables(): Table {
  return {
    caption: 'Filerna i ett program',
    columns: ['Fil', 'Vad den innehåller', 'Kolumner'].map((label) => ({ label, numeric: false })),
    rows: PROGRAM_TABLE_NAMES.map((name) =>
      [name, PROGRAM_TABLE_WORDS[name], PROGRAM_COLUMNS[name].join(', ')].map((text) => ({ text })),
    ),
  };
}
