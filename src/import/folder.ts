import { z } from 'zod';
import { ingest } from '../ingest/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import type { InlastFil } from '../model/inlasning.ts';
import { Refusal } from '../refusal.ts';

/** A data folder as an import needs it: its bytes, what they mean, and how Kolada's ids lead to our indicators. */
export type DataFolder = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly catalogue: Catalogue;
  readonly indikator: (id: string) => Indicator | undefined;
  /** Our indicator for a Kolada id, also the second id of a question that two areas share. */
  readonly byKolada: (id: string) => Indicator | undefined;
  /** What an earlier import wrote about a file, by the path of the file with values. */
  readonly inlast: (csv: string) => InlastFil | undefined;
};

const Links = z.array(z.object({ sammaSom: z.string().optional(), kolada: z.string().nullish() }));

export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/**
 * Opens a data folder for import.
 * @param files contents by path below the folder
 * @throws Refusal when the folder has errors: what is there must be right before more is added
 */
export function openFolder(files: ReadonlyMap<string, Uint8Array>): DataFolder {
  const { catalogue, findings } = ingest(files);
  const errors = findings.filter((f) => f.severity === 'error');
  const [first] = errors;
  if (first || !catalogue)
    throw new Refusal(
      `Datamappen har ${errors.length} fel redan före inläsningen. Det första: ${first?.file}: ${first?.message}`,
      'Kör npm run validate, rätta felen och försök igen.',
    );
  const byId = new Map(catalogue.indikatorer.map((i) => [i.id, i]));
  const koladaIds = new Map<string, Indicator>();
  for (const indicator of catalogue.indikatorer)
    if (indicator.kolada !== null) koladaIds.set(indicator.kolada, indicator);
  for (const omrade of catalogue.omraden) {
    const json = files.get(`omraden/${omrade.slug}/indikatorer.json`);
    for (const { sammaSom, kolada } of json ? Links.parse(JSON.parse(textOf(json))) : []) {
      const shared = sammaSom === undefined ? undefined : byId.get(sammaSom);
      if (kolada && shared) koladaIds.set(kolada, shared);
    }
  }
  const inlasta = new Map(catalogue.inlasta.map((i) => [i.fil, i]));
  return {
    files,
    catalogue,
    indikator: (id) => byId.get(id),
    byKolada: (id) => koladaIds.get(id) ?? byId.get(id),
    inlast: (csv) => inlasta.get(csv),
  };
}

/** The path of the file that holds an indicator's values of a year. */
export function valuePath(indicator: Indicator, ar: number): string {
  const folder = `omraden/${indicator.omrade}`;
  return indicator.typ === 'enkat' ? `${folder}/enkat/${ar}.csv` : `${folder}/register/${indicator.id}.csv`;
}
