import { indikatorPath } from '../../markup/paths.ts';
import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import { type Kommun, stadsdelarOn } from '../../model/kommun.ts';
import { answeredByStadsdelar, answeredYears, type Basis } from '../../statistics/profile.ts';
import { absenceLabel } from '../../text/absence.ts';
import { shownValue } from '../../text/values.ts';
import { profile } from './profiles.ts';

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

/** What each stadsdel of a city answered: the newest answers, or those of one edition. Null where the city has none. */
export function stadsdelTable(
  index: CatalogueIndex,
  omrade: Omrade,
  kommun: Kommun,
  basis: Basis = 'nyast',
): Table | null {
  const rows = profile(index, omrade.slug, kommun.kod, basis).items.filter((i) =>
    answeredByStadsdelar(i.observation),
  );
  if (rows.length === 0) return null;
  const years = [...new Set(rows.map((r) => r.ar))].toSorted((a, b) => b - a);
  const districts = new Map(
    years.flatMap((ar) => {
      const date = index.edition(omrade.slug, ar)?.referensdatum;
      const then = date ? stadsdelarOn(index.catalogue.referens.stadsdelar, kommun.kod, date) : [];
      return then.map((s) => [s.kod, s.namn] as const);
    }),
  );
  return {
    caption: `Svar från stadsdelarna i ${kommun.namn}: ${omrade.kortnamn.toLocaleLowerCase('sv')}`,
    columns: [
      { label: 'Indikator', numeric: false },
      { label: 'År', numeric: false },
      ...[...districts.values()].map((label) => ({ label, numeric: false })),
    ],
    rows: rows.map(({ indicator, ar }) => [
      { text: indicator.kortnamn, href: indikatorPath(indicator) },
      { text: String(ar) },
      ...[...districts.keys()].map((kod) => {
        const o = index.observation(indicator.id, kod, ar);
        return { text: o ? shownValue(indicator, o) : 'Fanns inte då' };
      }),
    ]),
  };
}
