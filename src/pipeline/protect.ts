import type { EarlierCount } from '../disclosure/earlier.ts';
import { loadHighs } from '../disclosure/highs.ts';
import { inventeringSecret, protectInventering } from '../disclosure/inventering.ts';
import { protectKartlaggning } from '../disclosure/kartlaggning.ts';
import { cellId } from '../disclosure/register.ts';
import {
  type ProtectedRelease,
  type ProtectedTable,
  protectIndicator,
  type Secret,
} from '../disclosure/release.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Inventering } from '../model/inventering.ts';
import { partsIn } from '../model/kartlaggning-sums.ts';
import type { Observation } from '../model/observation.ts';
import { collector, type Report, type Rulebook } from '../model/rulebook.ts';

const RULES: Rulebook<'kan-inte-skyddas' | 'redan-i-version'> = {
  'redan-i-version': {
    severity: 'warning',
    rule: 'Ett litet antal bör inte ha stått i en tidigare version.',
  },
  'kan-inte-skyddas': {
    severity: 'error',
    rule: 'Inget tal om personer får publiceras om någon kan räkna ut ett litet antal.',
  },
};

/** A catalogue in which nobody can be found, how that was reached, and what could not be protected. */
export type ProtectedCatalogue = Omit<ProtectedRelease, 'observationer'> & {
  readonly catalogue: Catalogue;
  readonly findings: readonly Finding[];
  /**
   * Files below the data folder that hold counts which are hidden or rounded. The one place where that is decided: a
   * hash or a size of such a file lets guesses be tried, so nobody publishes either.
   */
  readonly hemligaKallor: ReadonlySet<string>;
};

/** Protects every indicator that counts people, before anything is computed from it, written or shown. */
export async function protectCatalogue(
  catalogue: Catalogue,
  earlier: ReadonlyMap<string, readonly EarlierCount[]> = new Map(),
): Promise<ProtectedCatalogue> {
  const { indikatorer, referens, observationer } = catalogue;
  const people = new Map(indikatorer.flatMap((i) => (i.personskydd ? [[i.id, i] as const] : [])));
  const { report, findings } = collector(RULES);
  const tabeller: ProtectedTable[] = [];
  const hemligt: Secret[] = [];
  const hemligaKallor = new Set<string>();
  const keepSecret = (rows: Iterable<Pick<Observation, 'ursprung'>>) => {
    for (const { ursprung } of rows) if (ursprung) hemligaKallor.add(ursprung.fil);
  };
  const counted = catalogue.kartlaggningar.some((k) => k.personskydd !== null);
  if (people.size === 0 && !counted && catalogue.inventeringar.length === 0)
    return { catalogue, tabeller, hemligt, findings, hemligaKallor };
  const highs = await loadHighs();
  const groups = Map.groupBy(observationer, (o) => o.indikator);
  const published: Observation[] = [];
  for (const [id, group] of groups) {
    const indikator = people.get(id);
    if (!indikator) {
      for (const o of group) published.push(o);
      continue;
    }
    try {
      const done = protectIndicator(highs, indikator, referens, group, earlier);
      published.push(...done.observationer);
      reportEarlier(indikator, done.observationer, earlier, report);
      tabeller.push(...done.tabeller);
      hemligt.push(...done.hemligt);
      if (done.hemligt.length > 0) keepSecret(group);
    } catch (error) {
      report(
        'kan-inte-skyddas',
        { file: indikator.fil, value: id },
        `${indikator.titel} går inte att skydda. ${error instanceof Error ? error.message : String(error)}`,
        'Ändra personskydd i indikatorns definition, eller ta bort tabellen.',
      );
    }
  }
  const inventeringar = catalogue.inventeringar.flatMap((inventering): readonly Inventering[] => {
    try {
      const safe = protectInventering(highs, inventering);
      if (safe.rader.some((r) => r.skyddad)) {
        hemligt.push(inventeringSecret(inventering));
        keepSecret(inventering.rader);
      }
      return [safe];
    } catch (error) {
      const { namn, ar, rader } = inventering;
      report(
        'kan-inte-skyddas',
        { file: rader[0]?.ursprung.fil ?? 'inventering' },
        `Inventeringen av ${namn} ${ar} går inte att skydda. ${error instanceof Error ? error.message : String(error)}`,
        'Ta bort uppdelningen efter kön eller ålder där talen är små.',
      );
      return [];
    }
  });
  const partsOf = partsIn(referens);
  const kartlaggningar = catalogue.kartlaggningar.map((kartlaggning) => {
    try {
      const done = protectKartlaggning(highs, kartlaggning, partsOf);
      tabeller.push(...done.tabeller);
      hemligt.push(...done.hemligt);
      // Rounded, too, it is not what the file says.
      if (
        done.kartlaggning !== kartlaggning &&
        done.kartlaggning.varden.some((v, i) => v !== kartlaggning.varden[i])
      )
        keepSecret(kartlaggning.varden);
      return done.kartlaggning;
    } catch (error) {
      report(
        'kan-inte-skyddas',
        { file: kartlaggning.fil },
        `Kartläggningen ${kartlaggning.titel} går inte att skydda. ${error instanceof Error ? error.message : String(error)}`,
        'Ändra personskydd i kartlaggning.json, eller ta bort en uppdelning.',
      );
      return kartlaggning;
    }
  });
  return {
    catalogue: { ...catalogue, observationer: published, inventeringar, kartlaggningar },
    tabeller,
    hemligt,
    findings,
    hemligaKallor,
  };
}

/** Small counts that are shown since an earlier version already shows them: the publisher may take them out of it. */
function reportEarlier(
  { id, titel, personskydd }: Indicator,
  observationer: readonly Observation[],
  earlier: ReadonlyMap<string, readonly EarlierCount[]>,
  report: Report<'redan-i-version'>,
): void {
  const troskel = personskydd?.troskel ?? 0;
  const shown = observationer.flatMap((o) => {
    const small = typeof o.varde === 'number' && o.varde > 0 && o.varde < troskel;
    return small ? (earlier.get(cellId(o))?.find((e) => e.varde === o.varde) ?? []) : [];
  });
  const [first] = shown;
  if (!first) return;
  report(
    'redan-i-version',
    { file: `versioner/${first.version}`, value: id },
    `${titel}: små antal visas (${shown.length}), för de står redan i version ${first.version}.`,
    'Ta bort dem ur filerna i versioner/, så döljs de.',
  );
}
