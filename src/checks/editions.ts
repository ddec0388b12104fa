import { isQuestion } from '../model/answer.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { yearText } from '../model/observation.ts';
import type { CheckReport } from './rules.ts';

/** Every answer belongs to an edition, and within a question and year all or none of them are examples. */
export function checkEditions(index: CatalogueIndex, report: CheckReport): void {
  for (const indicator of index.catalogue.indikatorer)
    for (const ar of index.yearsOf(indicator.id)) {
      const all = index.observationsOf(indicator.id, ar);
      const first = all.find((o) => o.ursprung !== null);
      if (!first?.ursprung) continue;
      const place = {
        file: first.ursprung.fil,
        column: indicator.id,
        value: ar === null ? null : String(ar),
      };
      const other = all.find((o) => o.ursprung !== null && o.exempel !== first.exempel);
      const [example, real] = first.exempel ? [first, other] : [other, first];
      if (example && real)
        report(
          'exempel-blandat',
          { ...place, row: real.ursprung?.rad ?? null },
          `${indicator.id}${yearText(ar)} har både exempeldata (${example.kod}) och verkliga värden (${real.kod}).`,
          'Dela upp dem, eller märk hela utgåvan som exempel i omrade.json.',
        );
      if (isQuestion(indicator.svarstyp) && (ar === null || !index.edition(indicator.omrade, ar)))
        report(
          'ar-utan-utgava',
          { ...place, row: first.ursprung.rad },
          `${indicator.id} har svar för ${ar ?? 'ett okänt år'}, men omrade.json har ingen utgåva för det.`,
          'Lägg till utgåvan, eller ta bort svaren.',
        );
    }
}
