import { ABSENCES, type Absence } from '../../model/absence.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Profile } from '../../statistics/profile.ts';
import { newestKommunYear } from '../../statistics/years.ts';

/** Indicators that have no value for a place, for one and the same reason. */
export type MissingGroup = { readonly reason: Absence; readonly indicators: readonly Indicator[] };

/**
 * What is missing for a kommun in an area, by reason: the questions of its profile, and the newest year of the registers
 * and background measures that have values for kommuner.
 */
export function missingGroups(index: CatalogueIndex, profile: Profile): readonly MissingGroup[] {
  const questions = profile.items.map(({ indicator, observation }) => ({
    indicator,
    saknas: observation.saknas,
  }));
  const measures = index.indikatorerOf(profile.omrade).flatMap((indicator) => {
    const ar = indicator.typ === 'enkat' ? undefined : newestKommunYear(index, indicator.id);
    if (ar === undefined) return [];
    const own = index.observation(indicator.id, profile.kod, ar);
    return [{ indicator, saknas: own === undefined ? ('uppgift-saknas' as const) : own.saknas }];
  });
  const all = [...questions, ...measures];
  return ABSENCES.map((reason) => ({
    reason,
    indicators: all.filter((m) => m.saknas === reason).map((m) => m.indicator),
  })).filter((group) => group.indicators.length > 0);
}
