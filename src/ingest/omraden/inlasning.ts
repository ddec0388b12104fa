import { INLASNING_FILE, InlastFil, inlasningPath } from '../../model/inlasning.ts';
import type { Observation } from '../../model/observation.ts';
import { placeIn, readJson, validate } from '../json/read.ts';
import { optional, type Reading } from '../source.ts';

const isInlasning = (path: string) => INLASNING_FILE.test(path);

/** Reads what imports have written about the files beside them; `fil` becomes the path below the data folder. */
export function readInlasta(reading: Reading): readonly InlastFil[] {
  return [...reading.files.keys()]
    .filter(isInlasning)
    .sort()
    .flatMap((file) => {
      const source = optional(reading, file);
      const json = source && readJson(source, reading.report);
      const record = json && validate(json, [], InlastFil, reading.report);
      if (!json || !record) return [];
      const fil = `${file.slice(0, file.lastIndexOf('/'))}/${record.fil}`;
      if (inlasningPath(fil) === file && reading.files.has(fil)) return [{ ...record, fil }];
      reading.report(
        'inlasning-utan-fil',
        placeIn(json, ['fil']),
        `Filen säger var siffrorna i ${fil} kommer ifrån, men hör inte till någon sådan fil här.`,
        'Ta bort den, eller lägg tillbaka filen med siffrorna.',
      );
      return [];
    });
}

/** Answers to surveys with the source that they were imported from; a register says it on its rows. */
export function withSources(
  observations: readonly Observation[],
  inlasta: readonly InlastFil[],
): readonly Observation[] {
  const sources = new Map(
    inlasta
      .filter(({ fil }) => fil.includes('/enkat/'))
      .flatMap(({ fil, inlasningar }) =>
        inlasningar.flatMap((i) => i.indikatorer.map((id) => [`${fil}|${id}`, i.kalla] as const)),
      ),
  );
  if (sources.size === 0) return observations;
  return observations.map((o) => {
    const kalla =
      o.ursprung && o.kalla === null ? sources.get(`${o.ursprung.fil}|${o.indikator}`) : undefined;
    return kalla === undefined ? o : { ...o, kalla };
  });
}
