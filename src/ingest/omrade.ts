import { type Omrade, OmradeDefinition } from '../model/edition.ts';
import { type Referens, stadsdelarOn } from '../model/kommun.ts';
import { type JsonFile, placeIn, readJson, validate } from './json/read.ts';
import type { AreaFiles } from './layout.ts';
import { nearest } from './nearest.ts';
import { type Reading, required } from './source.ts';

/** Reads `omrade.json`. Editions come out newest first. Null, with findings, when it cannot be used. */
export function readOmrade(reading: Reading, area: AreaFiles, referens: Referens): Omrade | null {
  const source = required(reading, `${area.folder}/omrade.json`);
  const json = source && readJson(source, reading.report);
  if (!json) return null;
  const omrade = validate(json, [], OmradeDefinition, reading.report);
  if (!omrade) return null;
  if (omrade.slug !== area.slug)
    reading.report(
      'omrade-slug',
      placeIn(json, ['slug']),
      `Mappen heter ${area.slug}.`,
      `Skriv ”${area.slug}”, eller byt namn på mappen.`,
    );
  checkEditions(reading, json, omrade, referens);
  return {
    ...omrade,
    slug: area.slug,
    fil: json.file,
    utgavor: omrade.utgavor.toSorted((a, b) => b.ar - a.ar),
  };
}

function checkEditions(
  { report }: Reading,
  json: JsonFile,
  omrade: OmradeDefinition,
  referens: Referens,
): void {
  const first = new Map<number, number>();
  omrade.utgavor.forEach((edition, i) => {
    if (first.has(edition.ar))
      report(
        'utgava-dubbel',
        placeIn(json, ['utgavor', i, 'ar']),
        `Det finns redan en utgåva för ${edition.ar}.`,
        'Ta bort den ena.',
      );
    first.set(edition.ar, i);
    edition.stadsdelsstader.forEach((kod, j) => {
      const place = placeIn(json, ['utgavor', i, 'stadsdelsstader', j]);
      const kommun = referens.kommuner.find((k) => k.kod === kod);
      if (!kommun) {
        const near = nearest(kod, new Set(referens.stadsdelar.map((s) => s.kommunkod)));
        report(
          'kommunkod-okand',
          place,
          `Koden ”${kod}” finns inte i referensdata.`,
          near === null ? null : `Menade du ”${near}”?`,
        );
      } else if (stadsdelarOn(referens.stadsdelar, kod, edition.referensdatum).length === 0)
        report(
          'utgava-stad',
          place,
          `${kommun.namn} har inga stadsdelar den ${edition.referensdatum} i referens/stadsdelar.csv.`,
          'Ta bort staden, eller rätta datumen.',
        );
    });
  });
}
