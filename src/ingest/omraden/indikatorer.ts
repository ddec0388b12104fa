import { z } from 'zod';
import { answersOf, answerType, hasCategories } from '../../model/answer.ts';
import { type Indicator, IndicatorDefinition, SharedIndicator } from '../../model/indicator.ts';
import { type JsonFile, placeIn, readJson, validate } from '../json/read.ts';
import type { AreaFiles } from '../layout.ts';
import { didYouMean } from '../nearest.ts';
import { protectedByDefault } from '../personskydd.ts';
import { type Reading, required } from '../source.ts';
import { checkBreaks } from './omrade.ts';

/** An indicator's definition and where in its file it stands. */
type Defined = { readonly at: number; readonly indicator: IndicatorDefinition };
type Shared = { readonly at: number; readonly shared: SharedIndicator };

/** What one area's `indikatorer.json` says. */
type AreaIndicators = {
  readonly slug: string;
  readonly json: JsonFile;
  readonly defined: readonly Defined[];
  readonly shared: readonly Shared[];
  /** Ids of indicators that could not be used: columns and rows about them are not judged. */
  readonly broken: readonly string[];
};

export type Indicators = {
  /** False when some area's file could not be read, so that an unknown id may well be defined there. */
  readonly complete: boolean;
  readonly indikatorer: readonly Indicator[];
  readonly broken: ReadonlySet<string>;
};

/** Reads every area's `indikatorer.json`, in the given order, and joins what areas share. */
export function readIndicators(reading: Reading, areas: readonly AreaFiles[], lastYear: number): Indicators {
  const read = areas.flatMap((area) => readArea(reading, area, lastYear) ?? []);
  checkUnique(reading, read);
  const owners = new Map(
    read.flatMap(({ slug, defined }) => defined.map((d) => [d.indicator.id, slug] as const)),
  );
  const broken = new Set(read.flatMap((area) => area.broken));
  const complete = read.length === areas.length;
  const showing = new Map<string, string[]>();
  for (const { slug, json, shared } of read)
    for (const { at, shared: link } of shared) {
      const owner = owners.get(link.sammaSom);
      if (owner !== undefined && owner !== slug)
        showing.set(link.sammaSom, [...(showing.get(link.sammaSom) ?? []), slug]);
      else if (complete && !broken.has(link.sammaSom))
        reportShared(reading, { json, at, id: link.sammaSom }, owner, owners);
    }
  const indikatorer = read.flatMap(({ slug, json, defined }) =>
    defined.map(({ indicator }) => ({
      ...indicator,
      omrade: slug,
      omraden: [slug, ...(showing.get(indicator.id) ?? [])],
      fil: json.file,
    })),
  );
  if (complete) for (const area of read) checkWhose(reading, area, indikatorer, broken);
  return { indikatorer, broken, complete };
}

/** Magnitudes name an indicator that counts people and is protected. */
function checkWhose(
  { report }: Reading,
  { json, defined }: AreaIndicators,
  indikatorer: readonly Indicator[],
  broken: ReadonlySet<string>,
): void {
  const counting = indikatorer.filter((i) => i.personskydd !== null).map((i) => i.id);
  for (const { at, indicator } of defined)
    if (indicator.vilkas !== null && !counting.includes(indicator.vilkas) && !broken.has(indicator.vilkas))
      report(
        'indikator-vilkas',
        placeIn(json, [at, 'vilkas']),
        `”${indicator.vilkas}” är ingen indikator som räknar personer och har personskydd.`,
        didYouMean(indicator.vilkas, counting),
      );
}

function readArea(reading: Reading, area: AreaFiles, lastYear: number): AreaIndicators | null {
  const source = required(reading, `${area.folder}/indikatorer.json`);
  const json = source && readJson(source, reading.report);
  const list = json && validate(json, [], z.array(z.unknown()), reading.report);
  if (!json || !list) return null;
  const defined: Defined[] = [];
  const shared: Shared[] = [];
  const broken: string[] = [];
  list.forEach((item, at) => {
    if (typeof item === 'object' && item !== null && 'sammaSom' in item) {
      const link = validate(json, [at], SharedIndicator, reading.report);
      if (link) shared.push({ at, shared: link });
      return;
    }
    const indicator = validate(json, [at], IndicatorDefinition, reading.report);
    if (indicator) {
      checkIndicator(reading, json, at, indicator);
      checkBreaks(reading.report, json, indicator.brott, { path: [at, 'brott'], lastYear });
      const { quantity, inhabitants } = answerType(indicator.svarstyp);
      const counts = quantity === 'antal' && !inhabitants;
      const about = { path: [at], what: indicator.id };
      defined.push({
        at,
        indicator: counts ? protectedByDefault(reading, json, indicator, about) : indicator,
      });
    } else if (typeof item === 'object' && item !== null && 'id' in item) broken.push(String(item.id));
  });
  return { slug: area.slug, json, defined, shared, broken };
}

/** What must hang together inside one indicator. */
function checkIndicator(
  { report }: Reading,
  json: JsonFile,
  at: number,
  indicator: IndicatorDefinition,
): void {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const needsWords = hasCategories(indicator);
  if (needsWords && indicator.kategorier.length < 2)
    report(
      'indikator-kategorier',
      placeIn(json, [at, 'kategorier']),
      'Svarstypen är kategori, men det finns färre än två kategorier.',
      'Lägg till kategorierna i ordning.',
    );
  if (!needsWords && indicator.kategorier.length > 0)
    report(
      'indikator-kategorier',
      placeIn(json, [at, 'kategorier']),
      `Svarstypen ${indicator.svarstyp} har inga egna kategorier.`,
      'Ta bort kategorierna, eller byt svarstyp till kategori.',
    );
  for (const word of Object.keys(indicator.svarstexter))
    if (!answers.includes(word))
      report(
        'indikator-svarstexter',
        placeIn(json, [at, 'svarstexter', word], word),
        `”${word}” är inte ett svar på frågan.`,
        answers.length > 0 ? didYouMean(word, answers) : 'Ta bort texten.',
      );
  if (indicator.min !== null && indicator.max !== null && indicator.min > indicator.max)
    report(
      'indikator-granser',
      placeIn(json, [at, 'min']),
      `Det minsta talet ${indicator.min} är större än det största ${indicator.max}.`,
    );
}

function checkUnique({ report }: Reading, areas: readonly AreaIndicators[]): void {
  for (const key of ['id', 'slug'] as const) {
    const seen = new Map<string, string>();
    for (const { json, defined } of areas)
      for (const { at, indicator } of defined) {
        const value = indicator[key];
        const before = seen.get(value);
        if (before !== undefined)
          report(
            'indikator-dubbel',
            placeIn(json, [at, key]),
            `”${value}” används redan i ${before}.`,
            key === 'id'
              ? 'Är det samma fråga? Skriv {"sammaSom": …} i det ena området.'
              : 'Välj en annan slug.',
          );
        else seen.set(value, json.file);
      }
  }
}

function reportShared(
  { report }: Reading,
  { json, at, id }: { readonly json: JsonFile; readonly at: number; readonly id: string },
  owner: string | undefined,
  owners: ReadonlyMap<string, string>,
): void {
  const message =
    owner === undefined ? `Det finns ingen indikator ”${id}”.` : `”${id}” är definierad i det här området.`;
  const suggestion = owner === undefined ? didYouMean(id, [...owners.keys()]) : 'Ta bort den ena.';
  report('indikator-samma-som', placeIn(json, [at, 'sammaSom']), message, suggestion);
}
