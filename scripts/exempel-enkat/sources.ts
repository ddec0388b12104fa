import { dsvFormat } from 'd3-dsv';
import { z } from 'zod';
import { withoutSchema } from '../../src/ingest/json/read.ts';
import { OmradeDefinition } from '../../src/model/edition.ts';
import { IndicatorDefinition, SharedIndicator } from '../../src/model/indicator.ts';
import type { Kommun, Stadsdel } from '../../src/model/kommun.ts';

const dsv = dsvFormat(';');

/** A published figure that the made-up answers must add up to. `svar` is null for the first answer (ja, alla). */
export type Target = {
  readonly indikator: string;
  readonly ar: number;
  readonly varde: number;
  readonly svar: string | null;
  readonly grupp: string;
  readonly enhet: 'procent' | 'antal';
};

export type Area = {
  readonly definition: OmradeDefinition;
  /** The survey questions that the area owns, in file order. */
  readonly questions: readonly IndicatorDefinition[];
  readonly targets: readonly Target[];
};

export type Sources = {
  readonly kommuner: readonly Pick<Kommun, 'kod' | 'namn' | 'kommungrupp' | 'folkmangd'>[];
  readonly stadsdelar: readonly Stadsdel[];
  readonly areas: readonly Area[];
};

/** Reads a text file of the data folder by its path below it. @throws when there is none */
export type ReadText = (path: string) => string;

type ReadRows = (path: string) => readonly Readonly<Record<string, string | undefined>>[];

const AREAS = ['hemloshet', 'ekonomiskt-bistand'] as const;

/**
 * What the generator needs of a data folder. Reads the files itself, since the ingest would refuse a folder whose
 * survey answers are not there yet.
 */
export function readSources(read: ReadText): Sources {
  const rows: ReadRows = (path) => dsv.parse(read(path));
  return {
    kommuner: rows('referens/kommuner.csv').map((r) => ({
      kod: r.kommunkod ?? '',
      namn: r.kommun ?? '',
      kommungrupp: r.kommungrupp ?? '',
      folkmangd: Number(r.folkmangd),
    })),
    stadsdelar: rows('referens/stadsdelar.csv').map((r) => ({
      kod: r.kod ?? '',
      kommunkod: r.kommunkod ?? '',
      namn: r.stadsdel ?? '',
      typ: r.typ ?? '',
      giltigFran: r.giltig_fran ?? '',
      giltigTill: r.giltig_till || null,
      not: r.not ?? '',
      kalla: r.kalla ?? '',
    })),
    areas: AREAS.map((slug) => readArea(read, rows, slug)),
  };
}

function readArea(read: ReadText, rows: ReadRows, slug: string): Area {
  const folder = `omraden/${slug}`;
  const indicators = z
    .array(z.union([SharedIndicator, IndicatorDefinition]))
    .parse(JSON.parse(read(`${folder}/indikatorer.json`)));
  return {
    definition: OmradeDefinition.parse(withoutSchema(JSON.parse(read(`${folder}/omrade.json`)))),
    questions: indicators.filter((i) => 'id' in i).filter((i) => i.typ === 'enkat'),
    targets: rows(`${folder}/publicerat.csv`).map((r) => ({
      indikator: r.indikator ?? '',
      ar: Number(r.ar),
      varde: Number(r.varde),
      svar: r.svar || null,
      grupp: r.grupp || 'riket',
      enhet: r.enhet === 'antal' ? 'antal' : 'procent',
    })),
  };
}
