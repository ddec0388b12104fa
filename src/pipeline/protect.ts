import { loadHighs } from '../disclosure/highs.ts';
import { inventeringSecret, protectInventering } from '../disclosure/inventering.ts';
import { protectKartlaggning } from '../disclosure/kartlaggning.ts';
import {
  type ProtectedRelease,
  type ProtectedTable,
  protectIndicator,
  type Secret,
} from '../disclosure/release.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { Inventering } from '../model/inventering.ts';
import { partsIn } from '../model/kartlaggning-sums.ts';
import type { Observation } from '../model/observation.ts';
import { collector, type Rulebook } from '../model/rulebook.ts';

const RULES: Rulebook<'kan-inte-skyddas'> = {
  'kan-inte-skyddas': {
    severity: 'error',
    rule: 'Inget tal om personer får publiceras om någon kan räkna ut ett litet antal.',
  },
};

/** A catalogue in which nobody can be found, how that was reached, and what could not be protected. */
export type ProtectedCatalogue = Omit<ProtectedRelease, 'observationer'> & {
  readonly catalogue: Catalogue;
  readonly findings: readonly Finding[];
};

/** Protects every indicator that counts people, before anything is computed from it, written or shown. */
export async function protectCatalogue(catalogue: Catalogue): Promise<ProtectedCatalogue> {
  const { indikatorer, referens, observationer } = catalogue;
  const people = new Map(indikatorer.flatMap((i) => (i.personskydd ? [[i.id, i] as const] : [])));
  const { report, findings } = collector(RULES);
  const tabeller: ProtectedTable[] = [];
  const hemligt: Secret[] = [];
  const counted = catalogue.kartlaggningar.some((k) => k.personskydd !== null);
  if (people.size === 0 && !counted && catalogue.inventeringar.length === 0)
    return { catalogue, tabeller, hemligt, findings };
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
      const done = protectIndicator(highs, indikator, referens, group);
      published.push(...done.observationer);
      tabeller.push(...done.tabeller);
      hemligt.push(...done.hemligt);
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
      if (safe.rader.some((r) => r.skyddad)) hemligt.push(inventeringSecret(inventering));
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
  };
}
