import { indikatorPath } from '../../markup/paths.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import { type Kommun, stadsdelarOn } from '../../model/kommun.ts';
import { answeredYears, profileOf } from '../../statistics/profile.ts';
import { absenceLabel } from '../../text/absence.ts';
import { shownValue } from '../../text/values.ts';
import { STANDING_LABEL, STANDINGS } from './answers.ts';

/** A place's answers over the editions, newest first; null when no question was asked more than once. */
export function answersByYear(
  index: CatalogueIndex,
  omrade: Omrade,
  kod: string,
  namn: string,
): Table | null {
  const years = answeredYears(index, omrade.slug);
  const rows = index.indikatorerOf(omrade.slug).flatMap((indicator) => {
    const asked = years.filter((ar) => index.observation(indicator.id, kod, ar) !== undefined);
    if (indicator.typ !== 'enkat' || asked.length < 2) return [];
    return [
      [
        { text: indicator.kortnamn, href: indikatorPath(indicator) },
        ...years.map((ar) => {
          const o = index.observation(indicator.id, kod, ar);
          return { text: o ? shownValue(indicator, o) : absenceLabel('ej-efterfragad') };
        }),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    caption: `Frågor som har ställts flera gånger till ${namn}`,
    columns: [
      { label: 'Indikator', numeric: false },
      ...years.map((ar) => ({ label: String(ar), numeric: false })),
    ],
    rows,
  };
}

/** How much each stadsdel of a city does in an edition: the counts of its answers. */
export function stadsdelCounts(
  index: CatalogueIndex,
  omrade: Omrade,
  ar: number,
  kommun: Kommun,
): Table | null {
  const edition = index.edition(omrade.slug, ar);
  if (!edition) return null;
  const districts = stadsdelarOn(index.catalogue.referens.stadsdelar, kommun.kod, edition.referensdatum);
  return {
    caption: `Stadsdelarnas svar ${ar}: antal frågor`,
    columns: [
      { label: 'Stadsdel', numeric: false },
      ...STANDINGS.map((standing) => ({ label: STANDING_LABEL[standing], numeric: true })),
    ],
    rows: districts.map((s) => {
      const { tally } = profileOf(index, omrade.slug, ar, s.kod);
      return [{ text: s.namn }, ...STANDINGS.map((standing) => ({ text: String(tally[standing]) }))];
    }),
  };
}

/** What each stadsdel of a city answered in an edition. */
export function stadsdelTable(
  index: CatalogueIndex,
  omrade: Omrade,
  ar: number,
  kommun: Kommun,
): Table | null {
  const edition = index.edition(omrade.slug, ar);
  if (!edition) return null;
  const districts = stadsdelarOn(index.catalogue.referens.stadsdelar, kommun.kod, edition.referensdatum);
  const indicators = index
    .indikatorerOf(omrade.slug, ar)
    .filter((i) => i.typ === 'enkat' && index.observationsOf(i.id, ar).length > 0);
  return {
    caption: `Svar från stadsdelarna i ${kommun.namn} ${ar}`,
    columns: [
      { label: 'Indikator', numeric: false },
      ...districts.map((s) => ({ label: s.namn, numeric: false })),
    ],
    rows: indicators.map((indicator) => [
      { text: indicator.kortnamn, href: indikatorPath(indicator) },
      ...districts.map((s) => ({ text: shownValue(indicator, index.observation(indicator.id, s.kod, ar)) })),
    ]),
  };
}
