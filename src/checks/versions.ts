import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import { must } from '../model/must.ts';
import { yearKey } from '../model/observation.ts';
import { collector } from '../model/rulebook.ts';
import { CHECK_RULES, type CheckReport } from './rules.ts';

/** A value that an earlier version has and that is not the same now. `ny`: it has none. */
type ChangedValue = {
  readonly andring: 'ändrad' | 'ny' | 'borttagen';
  readonly indikator: string;
  /** Which of several figures of a place and year; empty where there is one. */
  readonly del: string;
  /** `K`, `M`, or `T` for all. */
  readonly kon: string;
  readonly ar: string;
  readonly kod: string;
  readonly fore: { readonly varde: string; readonly saknas: string } | null;
  readonly efter: { readonly varde: string; readonly saknas: string } | null;
};

/** An earlier version that the data folder keeps, held against what is to be published. */
export type EarlierRelease = {
  readonly version: string;
  readonly changes: readonly ChangedValue[];
  /** Corrections that it does not have. */
  readonly corrections: readonly {
    readonly omrade: string;
    readonly ar: number | null;
    readonly indikatorer: readonly string[];
  }[];
  /** How the ids of what changes without any fault begin: a new version needs no correction of it. */
  readonly living: readonly string[];
};

const FILE = 'publicering.json';

/** Compares version numbers: `2026.10` comes after `2026.9`. */
export const byVersion = (a: string, b: string): number => a.localeCompare(b, 'sv', { numeric: true });

/**
 * A published version never changes, numbers only go up, and the reason is written for whoever has used a value that has changed.
 * @param earlier versions that the folder keeps: the same as the new one if there is one, and the newest before it
 */
export function checkVersions(
  index: CatalogueIndex,
  earlier: readonly EarlierRelease[],
  kept: readonly string[],
): readonly Finding[] {
  const { report, findings } = collector(CHECK_RULES);
  const { version } = index.catalogue.release;
  const place = { file: FILE, column: 'version', value: version };
  const newest = kept.toSorted(byVersion).at(-1);
  if (newest !== undefined && byVersion(version, newest) < 0)
    report(
      'version-sankt',
      place,
      `Versionen är ${version}, men ${newest} är redan publicerad.`,
      `Skriv ett nummer efter ${newest}.`,
    );
  for (const { version: before, changes, corrections, living } of earlier) {
    const shown = changes.filter((c) => c.efter?.saknas !== 'skyddad' && c.fore?.saknas !== 'skyddad');
    if (before === version) {
      if (shown[0])
        report(
          'version-andrad',
          place,
          `Version ${version} är redan publicerad med andra värden: ${amount(shown.length)}, till exempel ${exampleOf(shown[0])}.`,
          `Höj versionen, och skriv en rättelse för det som har ändrats.`,
        );
      continue;
    }
    for (const [, mine] of Map.groupBy(
      shown.filter((c) => c.andring !== 'ny' && !living.some((start) => c.indikator.startsWith(start))),
      (c) => c.indikator,
    ))
      reportUncorrected(index, mine, { before, corrections }, report);
  }
  return findings;
}

const amount = (count: number) => (count === 1 ? 'ett värde skiljer' : `${count} värden skiljer`);

const said = (content: ChangedValue['fore']) =>
  content === null ? 'inget' : content.varde || content.saknas;

const sexWord = (kon: string): string => (kon === 'K' ? 'kvinnor' : kon === 'M' ? 'män' : '');

const exampleOf = ({ indikator, ar, kod, del, kon, fore, efter }: ChangedValue) =>
  `${[indikator, ar, kod, del, sexWord(kon)].filter((part) => part !== '').join(' ')} var ${said(fore)} och är nu ${said(efter)}`;

function reportUncorrected(
  index: CatalogueIndex,
  changes: readonly ChangedValue[],
  { before, corrections }: Pick<EarlierRelease, 'corrections'> & { readonly before: string },
  report: CheckReport,
): void {
  const subject = subjectOf(index, must(changes[0], 'change').indikator);
  if (!subject) return;
  const missing = changes.filter(({ ar }) => !corrections.some((c) => subject.isAbout(c, ar)));
  const [first] = missing;
  if (!first) return;
  const { id, name, file } = subject;
  report(
    'rattelse-saknas',
    { file, column: 'rattelser', value: id },
    `${id} (${name}) är inte som i version ${before}: ${amount(missing.length)}, till exempel ${exampleOf(first)}.`,
    `Skriv ${subject.where(first.ar)} vad som har rättats och varför: "rattelser": [{ "datum": "…", "version": "…", ${subject.keys(first.ar)}"text": "…" }]`,
  );
}

type Correction = EarlierRelease['corrections'][number];

/** What has changed, the file where its corrections stand, and how one is written. */
type Subject = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** True for a correction of it and of a year (empty where none is known). */
  readonly isAbout: (correction: Correction, ar: string) => boolean;
  readonly where: (ar: string) => string;
  /** The keys of a correction, beside those that all have. */
  readonly keys: (ar: string) => string;
};

function subjectOf(index: CatalogueIndex, id: string): Subject | null {
  const indicator = index.indikator(id);
  const omrade = indicator && index.omrade(indicator.omrade);
  if (indicator && omrade) {
    const survey = indicator.typ === 'enkat';
    return {
      id,
      name: indicator.kortnamn,
      file: omrade.fil,
      isAbout: (c, ar) =>
        c.omrade === omrade.slug && (survey ? yearKey(c.ar) === ar : c.indikatorer.includes(id)),
      where: (ar) => `under ${survey ? `utgåvan ${ar}` : 'området'} i omrade.json`,
      keys: () => (survey ? '' : `"indikatorer": ["${id}"], `),
    };
  }
  return collected(index.catalogue, id);
}

function collected(
  { kartlaggningar, inventeringar, program }: CatalogueIndex['catalogue'],
  id: string,
): Subject | null {
  const [collection, name] = id.split('/');
  const named = (c: Correction) => c.indikatorer.includes(id);
  const k = collection === 'kartlaggningar' && kartlaggningar.find(({ slug }) => slug === name);
  if (k)
    return {
      id,
      name: k.titel,
      file: k.fil,
      isAbout: (c, ar) => named(c) && (c.ar === null || String(c.ar) === ar),
      where: () => 'i kartlaggning.json',
      keys: (ar) => `"ar": ${ar}, `,
    };
  const i = collection === 'inventering' && inventeringar.find(({ kod }) => kod === name);
  if (i)
    return {
      id,
      name: i.namn,
      file: FILE,
      isAbout: (c, ar) => named(c) && String(c.ar) === ar,
      where: () => `i ${FILE}`,
      keys: (ar) => `"inventering": "${i.kod}", "ar": ${ar}, `,
    };
  const p = collection === 'program' && program.find(({ slug }) => slug === name);
  if (p)
    return {
      id,
      name: p.titel,
      file: p.fil,
      isAbout: named,
      where: () => 'i program.json',
      keys: () => '',
    };
  return null;
}
