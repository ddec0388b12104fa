import type { Indicator } from '../../model/indicator.ts';
import type { Referens } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import type { Places } from '../cells/place.ts';
import { placeOfEntry } from '../json/read.ts';
import type { AreaFiles } from '../layout.ts';
import { nearest } from '../nearest.ts';
import { optional, type Reading } from '../source.ts';
import { questionsOf, readEnkat } from './enkat.ts';
import type { Indicators } from './indikatorer.ts';
import type { ReadOmrade, SurveyEdition } from './omrade.ts';
import { readRegister } from './register.ts';
import { respondentsOf } from './respondent.ts';

/** An area whose values are to be read, and all that they are held against. */
export type AreaContext = ReadOmrade & {
  readonly area: AreaFiles;
  readonly referens: Referens;
  readonly places: Places;
  readonly indicators: Indicators;
};

/**
 * Reads every `enkat/<year>.csv` of an area, earliest year first. When `omrade.json` has defects the answers are
 * judged as far as possible, but none come out.
 */
export function readSurveys(reading: Reading, context: AreaContext): readonly Observation[] {
  const { area, omrade, editions, indicators } = context;
  if (omrade) reportMissingSurveys(reading, context);
  const years = [...area.enkat].sort(([a], [b]) => a - b);
  const observations = years.flatMap(([ar, file]) => {
    const edition = editions.find((e) => e.ar === ar);
    if (!edition) {
      if (omrade) reportStraySurvey(reading, file, ar, editions);
      return [];
    }
    const questions = questionsOf(indicators.indikatorer, area.slug, ar);
    if (questions.length === 0) {
      if (indicators.broken.size === 0)
        reading.report(
          'enkat-utan-fragor',
          placeOfEntry(reading, `${area.folder}/omrade.json`, { below: ['utgavor'], key: 'ar', is: ar }),
          `Ingen enkätfråga i indikatorer.json gäller ${ar}, men enkat/${ar}.csv finns.`,
          `Lägg till ${ar} i ”ar” för de frågor som ställdes.`,
        );
      return [];
    }
    const source = optional(reading, file);
    if (!source) return [];
    const respondents = respondentsOf(context.referens, edition, context.places);
    return readEnkat(reading, source, {
      omrade: area.slug,
      edition,
      questions,
      indikatorer: indicators.indikatorer,
      broken: indicators.broken,
      respondents,
    });
  });
  return omrade ? observations : [];
}

function reportStraySurvey(
  reading: Reading,
  file: string,
  ar: number,
  editions: readonly SurveyEdition[],
): void {
  const known = editions.map((e) => e.ar).join(', ');
  reading.report(
    'enkat-utan-utgava',
    { file, value: String(ar) },
    `Det finns ingen utgåva för ${ar} i omrade.json.`,
    `Lägg till utgåvan, eller ta bort filen. Utgåvor finns för: ${known}.`,
  );
}

function reportMissingSurveys(reading: Reading, { area, editions, indicators }: AreaContext): void {
  for (const { ar } of editions) {
    if (area.enkat.has(ar) || questionsOf(indicators.indikatorer, area.slug, ar).length === 0) continue;
    reading.report(
      'enkat-saknas',
      placeOfEntry(reading, `${area.folder}/omrade.json`, { below: ['utgavor'], key: 'ar', is: ar }),
      `Utgåvan ${ar} finns här, men inte filen med svar.`,
      `Lägg till ${area.folder}/enkat/${ar}.csv, eller ta bort utgåvan.`,
    );
  }
}

/** Reads every `register/<id>.csv` of an area, by indicator. */
export function readRegisters(
  reading: Reading,
  { area, places, indicators }: AreaContext,
  published: ReadonlySet<string>,
): ReadonlyMap<string, readonly Observation[]> {
  const own = new Map(
    indicators.indikatorer.filter((i) => i.omrade === area.slug && i.typ !== 'enkat').map((i) => [i.id, i]),
  );
  const values = new Map<string, readonly Observation[]>();
  for (const [id, file] of area.register) {
    const indicator = own.get(id);
    if (!indicator) reportStray(reading, { id, file }, area, { ...indicators, own });
    const source = indicator && optional(reading, file);
    if (source) values.set(id, readRegister(reading, source, indicator, places));
  }
  for (const { id, fil, kortnamn } of own.values())
    if (!area.register.has(id) && !published.has(id))
      reading.report(
        'register-saknas',
        placeOfEntry(reading, fil, { key: 'id', is: id }),
        `${id} (${kortnamn}) har varken en registerfil eller en publicerad siffra.`,
        `Lägg till ${area.folder}/register/${id}.csv.`,
      );
  return values;
}

/** A register file that belongs to no register indicator of the area. */
function reportStray(
  reading: Reading,
  { id, file }: { readonly id: string; readonly file: string },
  area: AreaFiles,
  { indikatorer, broken, complete, own }: Indicators & { readonly own: ReadonlyMap<string, Indicator> },
): void {
  if (broken.has(id) || !complete) return;
  const other = indikatorer.find((i) => i.id === id);
  const near = nearest(id, own.keys());
  if (other?.omrade === area.slug)
    reading.report(
      'register-utan-indikator',
      { file, value: id },
      `${id} är en enkätfråga i indikatorer.json, inte ett register.`,
      'Svar på enkätfrågor står i enkat/<år>.csv.',
    );
  else if (other)
    reading.report(
      'register-utan-indikator',
      { file, value: id },
      `${id} hör till området ${other.omrade}.`,
      `Flytta filen till omraden/${other.omrade}/register/.`,
    );
  else
    reading.report(
      'register-utan-indikator',
      { file, value: id },
      `Det finns ingen indikator ”${id}” i indikatorer.json.`,
      near === null
        ? `Är den ny? Lägg till ett objekt med "id": "${id}" i ${area.folder}/indikatorer.json. Vad det ska ha står i data/README.md.`
        : `Menade du ”${near}.csv”?`,
    );
}
