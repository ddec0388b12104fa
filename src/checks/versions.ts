import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import { must } from '../model/must.ts';
import { collector } from '../model/rulebook.ts';
import { CHECK_RULES, type CheckReport } from './rules.ts';

/** A value that an earlier version has and that is not the same now. `ny`: it has none. */
type ChangedValue = {
  readonly andring: 'ändrad' | 'ny' | 'borttagen';
  readonly indikator: string;
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
  for (const { version: before, changes, corrections } of earlier) {
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
      shown.filter((c) => c.andring !== 'ny'),
      (c) => c.indikator,
    ))
      reportUncorrected(index, mine, { before, corrections }, report);
  }
  return findings;
}

const amount = (count: number) => (count === 1 ? 'ett värde skiljer' : `${count} värden skiljer`);

const said = (content: ChangedValue['fore']) =>
  content === null ? 'inget' : content.varde || content.saknas;

const exampleOf = ({ indikator, ar, kod, fore, efter }: ChangedValue) =>
  `${[indikator, ar, kod].filter((part) => part !== '').join(' ')} var ${said(fore)} och är nu ${said(efter)}`;

function reportUncorrected(
  index: CatalogueIndex,
  changes: readonly ChangedValue[],
  { before, corrections }: Pick<EarlierRelease, 'corrections'> & { readonly before: string },
  report: CheckReport,
): void {
  const id = must(changes[0], 'change').indikator;
  const indicator = index.indikator(id);
  const omrade = indicator && index.omrade(indicator.omrade);
  if (!indicator || !omrade) return;
  const survey = indicator.typ === 'enkat';
  const missing = changes.filter(
    ({ ar }) =>
      !corrections.some(
        (c) => c.omrade === omrade.slug && (survey ? String(c.ar ?? '') === ar : c.indikatorer.includes(id)),
      ),
  );
  const [first] = missing;
  if (!first) return;
  const where = survey ? `utgåvan ${first.ar}` : 'området';
  const line = survey
    ? `"rattelser": [{ "datum": "…", "version": "…", "text": "…" }]`
    : `"rattelser": [{ "datum": "…", "version": "…", "indikatorer": ["${id}"], "text": "…" }]`;
  report(
    'rattelse-saknas',
    { file: omrade.fil, column: 'rattelser', value: id },
    `${id} (${indicator.kortnamn}) är inte som i version ${before}: ${amount(missing.length)}, till exempel ${exampleOf(first)}.`,
    `Skriv under ${where} i omrade.json vad som har rättats och varför: ${line}`,
  );
}
