import { z } from 'zod';
import { Edition, type Omrade, OmradeDefinition } from '../../model/edition.ts';
import type { Brott } from '../../model/indicator.ts';
import { type Referens, stadsdelarOn } from '../../model/kommun.ts';
import { type JsonFile, placeIn, readJson, validate } from '../json/read.ts';
import type { AreaFiles } from '../layout.ts';
import { nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';
import { type Reading, required } from '../source.ts';

/** What of an edition the answers are held against. */
const SurveyEdition = z.object({
  ar: Edition.shape.ar,
  exempel: Edition.shape.exempel.catch(true),
  verkliga: Edition.shape.verkliga.catch([]),
  referensdatum: Edition.shape.referensdatum,
  enhet: Edition.shape.enhet,
  stadsdelsstader: Edition.shape.stadsdelsstader,
});
export type SurveyEdition = z.infer<typeof SurveyEdition>;

/** An area as far as its file could be read. */
export type ReadOmrade = {
  /** Null, with findings, when the file cannot be used. Editions come newest first. */
  readonly omrade: Omrade | null;
  /** The editions whose answers can be judged: those of a file with defects too. */
  readonly editions: readonly SurveyEdition[];
};

/** Reads `omrade.json`. */
export function readOmrade(
  reading: Reading,
  area: AreaFiles,
  referens: Referens,
  lastYear: number,
): ReadOmrade {
  const source = required(reading, `${area.folder}/omrade.json`);
  const json = source && readJson(source, reading.report);
  if (!json) return { omrade: null, editions: [] };
  const omrade = validate(json, [], OmradeDefinition, reading.report);
  if (!omrade) return { omrade: null, editions: salvagedEditions(json.value) };
  if (omrade.slug !== area.slug)
    reading.report(
      'omrade-slug',
      placeIn(json, ['slug']),
      `Mappen heter ${area.slug}.`,
      `Skriv ”${area.slug}”, eller byt namn på mappen.`,
    );
  checkBreaks(reading.report, json, omrade.brott, { path: ['brott'], lastYear });
  checkEditions(reading, json, omrade, referens);
  const utgavor = omrade.utgavor.toSorted((a, b) => b.ar - a.ar);
  return { omrade: { ...omrade, slug: area.slug, fil: json.file, utgavor }, editions: utgavor };
}

function salvagedEditions(value: unknown): readonly SurveyEdition[] {
  const { data } = z.object({ utgavor: z.array(z.unknown()) }).safeParse(value);
  return (data?.utgavor ?? []).flatMap((edition) => SurveyEdition.safeParse(edition).data ?? []);
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
    edition.noter.forEach((note, j) => {
      if (!edition.exempel && /påhitt|exempeldata/i.test(note))
        report(
          'exempel-anteckning',
          placeIn(json, ['utgavor', i, 'noter', j]),
          `Utgåvan ${edition.ar} har exempel: false, men anteckningen säger att svaren är påhittade.`,
          'Ta bort anteckningen, eller skriv exempel: true.',
        );
    });
    // Without kommuner or stadsdelar every city would be wrong, for a reason that is already reported.
    if (referens.kommuner.length === 0 || referens.stadsdelar.length === 0) return;
    edition.stadsdelsstader.forEach((kod, j) => {
      const place = placeIn(json, ['utgavor', i, 'stadsdelsstader', j]);
      const kommun = referens.kommuner.find((k) => k.kod === kod);
      if (!kommun) {
        const near = nearest(kod, new Set(referens.stadsdelar.map((s) => s.kommunkod)));
        report(
          'kommunkod-okand',
          place,
          `Koden ”${kod}” finns inte i referensdata.`,
          near === null ? 'Koderna står i referens/kommuner.csv.' : `Menade du ”${near}”?`,
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

/**
 * Reports breaks that stand twice, and breaks in a year that nothing can be from yet. A break may come before the years
 * that are here: it says that older results, elsewhere, are not comparable.
 * @param within the breaks, where they stand, and the year of the release
 */
export function checkBreaks(
  report: IngestReport,
  json: JsonFile,
  brott: readonly Brott[],
  { path, lastYear }: { readonly path: readonly (string | number)[]; readonly lastYear: number },
): void {
  brott.forEach(({ franAr }, i) => {
    const place = placeIn(json, [...path, i, 'franAr']);
    if (brott.findIndex((b) => b.franAr === franAr) < i)
      report('brott-dubbelt', place, `Det finns redan ett brott ${franAr}.`, 'Ta bort det ena.');
    else if (franAr > lastYear)
      report(
        'brott-utan-ar',
        place,
        `Det finns inget från ${franAr}: det som publiceras är från ${lastYear} eller tidigare.`,
        'Skriv det första året i den nya serien.',
      );
  });
}
