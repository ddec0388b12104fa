import type { Catalogue } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import type { Finding } from '../model/finding.ts';
import { NO_FORMULAR } from '../model/formular.ts';
import type { Observation } from '../model/observation.ts';
import type { PublishedFigure } from '../model/published.ts';
import { Publicering, type Release } from '../model/release.ts';
import { collector } from '../model/rulebook.ts';
import { placesOf } from './cells/place.ts';
import { reportUnknownCorrections, withCorrections } from './corrections.ts';
import { isUnreadable, sortFindings, undoubted } from './doubt.ts';
import { readInventeringar } from './inventering/inventering.ts';
import { placeIn, readJson, validate } from './json/read.ts';
import { readKalender } from './kalender.ts';
import { readKartlaggningar } from './kartlaggningar/kartlaggning.ts';
import { type AreaFiles, areaFiles, plainFolder, reportFiles } from './layout.ts';
import { readIndicators } from './omraden/indikatorer.ts';
import { readInlasta, withSources } from './omraden/inlasning.ts';
import { readOmrade } from './omraden/omrade.ts';
import { readPublished } from './omraden/publicerat.ts';
import { type AreaContext, readRegisters, readSurveys } from './omraden/values.ts';
import { readProgram } from './program/program.ts';
import { checkProgramWhose } from './program/whose.ts';
import { readFormular } from './referens/inventering.ts';
import { readKallforteckning, sourceReader, withSource } from './referens/kallforteckning.ts';
import { readKallor } from './referens/kallor.ts';
import { readKontakter } from './referens/kontakter.ts';
import { readReferens } from './referens/referens.ts';
import { INGEST_RULES } from './rules.ts';
import { readSamband } from './samband.ts';
import { reportSizes } from './sizes.ts';
import { optional, type Reading, required } from './source.ts';
import { readAmnen } from './texter/amnen.ts';
import { readTexter } from './texter/texter.ts';

/** What came out of a data folder. Any finding of severity error means that nothing may be published. */
export type IngestResult = {
  /**
   * Everything that could be read. Values that a finding casts doubt on are left out, so that checks of the
   * whole do not report the same defect again. Null when there is nothing to build on.
   */
  readonly catalogue: Catalogue | null;
  /** By file, line and the order they were found. */
  readonly findings: readonly Finding[];
  /** Rows with data in all CSV files (headers not counted), and files read. */
  readonly counts: { readonly rows: number; readonly files: number };
};

/**
 * Reads a data folder (docs/architecture.md) into typed rows, and reports every defect in it. Pure; never throws, whatever
 * the bytes.
 * @param files contents by path below the data folder, with `/`
 */
export function ingest(files: ReadonlyMap<string, Uint8Array>): IngestResult {
  const { report, findings } = collector(INGEST_RULES);
  const folder = plainFolder(files);
  reportSizes(folder.files, report);
  const reading: Reading = { files: folder.files, report, counts: { rows: 0, files: 0 } };
  const publicering = readPublicering(reading);
  const release = publicering && releaseOf(publicering);
  // Nothing that is published can be from a year after the release.
  const lastYear = release ? Number(release.datum.slice(0, 4)) : 2100;
  const referens = readReferens(reading, release?.datum ?? '9999-12-31');
  const referensKallor = readKallor(reading);
  const areas = areaFiles(folder.files.keys());
  if (areas.length === 0)
    report(
      'omrade-saknas',
      { file: 'omraden' },
      'Det finns inget område i datamappen.',
      'Lägg till en mapp under omraden/.',
    );
  const titled = inTitleOrder(
    areas.map((area) => ({ area, ...readOmrade(reading, area, referens, lastYear) })),
  );
  const indicators = readIndicators(
    reading,
    titled.map(({ area }) => area),
    lastYear,
  );
  if (indicators.complete)
    reportUnknownCorrections(
      reading,
      titled.flatMap(({ omrade }) => omrade ?? []),
      indicators.indikatorer.map((i) => i.id),
    );
  const places = placesOf(referens);
  const inlasta = readInlasta(reading);
  const kallor = readKallforteckning(reading);
  const source = sourceReader(reading, kallor, inlasta);
  const unreadable = (file: string) => isUnreadable(findings, file);
  // What is held against a file that cannot be read would only repeat that one fault.
  const placesKnown = !['kommuner.csv', 'lan.csv', 'stadsdelar.csv'].some((n) => unreadable(`referens/${n}`));
  const values = titled.map((area) =>
    placesKnown && !unreadable(`${area.area.folder}/indikatorer.json`)
      ? readValues(reading, { ...area, referens, places, indicators })
      : NO_VALUES,
  );
  const texter = readTexter(reading);
  const kartlaggningar = (placesKnown ? readKartlaggningar(reading, referens, places) : []).map((k) =>
    // All that an example says is made up, its sources too.
    k.exempel ? k : { ...k, varden: withSource(source, k.varden) },
  );
  const formular = readFormular(reading);
  const inventeringar =
    placesKnown && formular
      ? withCorrections(reading, readInventeringar(reading, places, formular), publicering)
      : [];
  // Where some indicators could not be read, nothing can be said of an id that is not among the others.
  const ids = indicators.complete ? indicators.indikatorer.map((i) => i.id) : null;
  const program = (placesKnown ? readProgram(reading, places, ids) : []).map((p) =>
    // All that an example says is made up, its sources too.
    p.exempel
      ? p
      : { ...p, indikatorer: withSource(source, p.indikatorer), utfall: withSource(source, p.utfall) },
  );
  if (indicators.complete && formular)
    checkProgramWhose(reading, program, { indikatorer: indicators.indikatorer, formular });
  const samband =
    placesKnown && indicators.complete
      ? readSamband(reading, {
          indikatorer: indicators.indikatorer,
          kartlaggningar,
          program,
          formular: formular ?? NO_FORMULAR,
        })
      : [];
  const stadsdelSource = (kalla: string) =>
    kalla === '' ? '' : source(kalla, { file: 'referens/stadsdelar.csv' });
  const stadsdelar = referens.stadsdelar.map((s) => ({ ...s, kalla: stadsdelSource(s.kalla) }));
  const sourced = withSources(joinedLists(values.map((v) => withSource(source, v.observationer))), inlasta);
  const publicerat = values
    .flatMap((v) => v.publicerat)
    .map((p) => ({ ...p, kalla: source(p.kalla, { file: p.fil, row: p.rad }) }));
  const kontakter = placesKnown ? readKontakter(reading, places, source) : [];
  const amnen = readAmnen(reading, ids);
  const kalender = readKalender(
    reading,
    areas.map((a) => a.slug),
  );
  const registers = Map.groupBy(
    indicators.indikatorer.filter((i) => i.typ !== 'enkat'),
    (i) => i.omrade,
  );
  reportFiles(reading, folder, new Map([...registers].map(([slug, list]) => [slug, list.map((i) => i.id)])));
  const sorted = sortFindings(findings);
  const catalogue = release &&
    referensKallor &&
    referens.kommuner.length > 0 && {
      release,
      referens: { ...referens, stadsdelar },
      referensKallor,
      omraden: titled.flatMap(({ omrade }) => omrade ?? []),
      indikatorer: indicators.indikatorer,
      observationer: undoubted(sourced, sorted),
      inlasta,
      kallor: kallor ?? [],
      kontakter,
      amnen,
      kalender,
      publicerat,
      texter,
      kartlaggningar,
      formular: formular ?? NO_FORMULAR,
      inventeringar,
      program,
      samband,
    };
  return {
    catalogue: catalogue || null,
    findings: sorted.map((f) => ({ ...f, file: folder.written.get(f.file) ?? f.file })),
    counts: reading.counts,
  };
}

function readPublicering(reading: Reading): Publicering | null {
  const source = required(reading, 'publicering.json');
  const json = source && readJson(source, reading.report);
  const release = json && validate(json, [], Publicering, reading.report);
  if (json && release && /exempelutgivaren|byt ut/i.test(release.organisation.namn))
    reading.report(
      'utgivare-exempel',
      placeIn(json, ['organisation', 'namn']),
      'Utgivaren är den som följer med verktyget.',
      'Skriv namn, adresser och organisationsnummer för den som publicerar.',
    );
  return release;
}

/** The release itself: corrections stand with what they are of. */
const releaseOf = ({ rattelser, ...release }: Publicering): Release => release;

const NO_VALUES = { observationer: [], publicerat: [] } as const;

const collator = new Intl.Collator('sv');

/** Areas as readers meet them: by title. One whose title is unknown comes last. */
function inTitleOrder<T extends { readonly area: AreaFiles; readonly omrade: Omrade | null }>(
  areas: readonly T[],
): readonly T[] {
  return areas.toSorted((a, b) => collator.compare(a.omrade?.titel ?? '\uFFFF', b.omrade?.titel ?? '\uFFFF'));
}

/** The values of one area: its survey, its registers, and what has been published nationally. */
function readValues(
  reading: Reading,
  context: AreaContext,
): { readonly observationer: readonly Observation[]; readonly publicerat: readonly PublishedFigure[] } {
  const { area, indicators } = context;
  const byId = new Map(indicators.indikatorer.map((i) => [i.id, i]));
  const published = optional(reading, `${area.folder}/publicerat.csv`);
  const publicerat = published ? readPublished(reading, published, area.slug, { ...indicators, byId }) : [];
  const answers = Map.groupBy(readSurveys(reading, context), (o) => o.indikator);
  const registers = readRegisters(reading, context, new Set(publicerat.map((p) => p.indikator)));
  return {
    publicerat,
    observationer: joinedLists(
      indicators.indikatorer.map((i) =>
        i.omrade === area.slug ? (registers.get(i.id) ?? answers.get(i.id) ?? []) : [],
      ),
    ),
  };
}

/** All of some lists, in one. A register can have a million rows, and `flatMap` takes them one at a time. */
const joinedLists = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  ([] as readonly T[]).concat(...lists);
