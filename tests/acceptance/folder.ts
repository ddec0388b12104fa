import { readdirSync, readFileSync } from 'node:fs';
import { dsvFormat } from 'd3-dsv';
import { z } from 'zod';
import { withoutSchema } from '../../src/ingest/json/read.ts';
import { OmradeDefinition } from '../../src/model/edition.ts';
import { IndicatorDefinition, SharedIndicator } from '../../src/model/indicator.ts';
import type { Stadsdel } from '../../src/model/kommun.ts';

const root = new URL('../../data/', import.meta.url);

/** Text of a file of the real data folder, by its path below it. */
export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** What a JSON file says; `$schema` is for editors. */
export const json = (path: string): unknown => withoutSchema(JSON.parse(read(path)));

export type Row = Readonly<Record<string, string>>;

/** Rows of a `;` file; a cell that is not there reads as an empty text. */
export function rows(path: string): readonly Row[] {
  return dsvFormat(';')
    .parse(read(path))
    .map((r) => Object.fromEntries(Object.entries(r)));
}

/** Names of the files in a folder, without `.csv`, sorted. */
export const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .map((name) => name.replace(/\.csv$/, ''))
    .sort();

/** Years whose answers are made up here, with how many units were asked. A publisher's own editions stand beside them. */
export const EXAMPLE_YEARS: Readonly<Record<number, number>> = { 2016: 316, 2018: 312, 2020: 311, 2023: 305 };

export const AREAS = ['hemloshet', 'ekonomiskt-bistand'] as const;

export const omrade = (slug: string): OmradeDefinition =>
  OmradeDefinition.parse(json(`omraden/${slug}/omrade.json`));

const Entry = z.union([SharedIndicator, IndicatorDefinition]);
export const entries = (slug: string): readonly z.infer<typeof Entry>[] =>
  z.array(Entry).parse(json(`omraden/${slug}/indikatorer.json`));

/** The indicators that an area defines itself. */
export const owned = (slug: string): readonly IndicatorDefinition[] => entries(slug).filter((i) => 'id' in i);

export const stadsdelar = (): readonly Stadsdel[] =>
  rows('referens/stadsdelar.csv').map((r) => ({
    kod: r.kod ?? '',
    kommunkod: r.kommunkod ?? '',
    namn: r.stadsdel ?? '',
    typ: r.typ ?? '',
    giltigFran: r.giltig_fran ?? '',
    giltigTill: r.giltig_till || null,
    not: r.not ?? '',
    kalla: r.kalla ?? '',
  }));
