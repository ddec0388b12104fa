import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Omrade } from '../model/edition.ts';
import type { Kommun } from '../model/kommun.ts';
import { breaksBetween, breaksOf } from '../statistics/comparability.ts';
import { summarise } from '../statistics/distribution.ts';
import { answeredYears, shareOf, silent } from '../statistics/profile.ts';
import { absenceLabel } from '../text/absence.ts';
import { compareSwedish, sortedByName } from '../text/collate.ts';
import { placesResult, type SaidPlaces } from '../text/sentences/lan.ts';
import { shareText } from '../text/shares.ts';
import { doesText } from './kommun/document.ts';
import { isStadsdelsstad, profile } from './kommun/profiles.ts';

type Yes = { readonly kommun: Kommun; readonly yes: number };

/** The kommuner of a län (or of all) in an area and year: who answered, how much they do, and who did not. */
function counted(index: CatalogueIndex, omrade: Omrade, ar: number, kommuner: readonly Kommun[]) {
  const cities = kommuner.filter((k) => isStadsdelsstad(index, omrade.slug, ar, k.kod));
  const own = kommuner
    .filter((k) => !cities.includes(k))
    .map((kommun) => ({ kommun, mine: profile(index, omrade.slug, ar, kommun.kod) }));
  const answered: readonly Yes[] = own
    .filter(({ mine }) => !silent(mine))
    .map(({ kommun, mine }) => ({ kommun, yes: mine.tally.gor }));
  const missing = own.filter(({ mine }) => silent(mine)).map(({ kommun }) => kommun);
  return { cities, answered, missing, asked: own[0]?.mine.items.length ?? 0 };
}

const namesOf = (kommuner: readonly Kommun[]) => sortedByName(kommuner).map((k) => k.namn);
const middle = (yes: readonly Yes[]) => summarise(yes.map((y) => y.yes))?.median ?? null;

/** The first sentences about a län, or about riket, in an area and year. @param place null for riket */
export function placesSentence(
  index: CatalogueIndex,
  omrade: Omrade,
  ar: number,
  kommuner: readonly Kommun[],
  place: string | null,
): string {
  const { cities, answered, missing, asked } = counted(index, omrade, ar, kommuner);
  const most = Math.max(...answered.map((y) => y.yes));
  const all = place === null ? null : counted(index, omrade, ar, index.catalogue.referens.kommuner);
  const said: SaidPlaces = {
    place,
    ar,
    om: omrade.om,
    asked,
    kommuner: kommuner.length - cities.length,
    answered: answered.length,
    middle: middle(answered),
    riket: all === null ? null : middle(all.answered),
    most:
      answered.length < 2
        ? null
        : {
            yes: most,
            names: namesOf(answered.filter((y) => y.yes === most).map((y) => y.kommun)),
          },
    missing: namesOf(missing),
    cities: namesOf(cities),
  };
  return placesResult(said);
}

/** How many questions each kommun says yes to, most in the first area first; those without answers last, with the reason. */
export function kommunerTable(
  index: CatalogueIndex,
  areas: readonly { readonly omrade: Omrade; readonly ar: number }[],
  kommuner: readonly Kommun[],
  caption: string,
): Table {
  const yesIn = (kommun: Kommun, { omrade, ar }: (typeof areas)[number]): number | null => {
    const mine = profile(index, omrade.slug, ar, kommun.kod);
    return silent(mine) ? null : mine.tally.gor;
  };
  const rows = kommuner.map((kommun) => ({ kommun, yes: areas.map((a) => yesIn(kommun, a)) }));
  const first = ({ yes }: (typeof rows)[number]) => yes[0] ?? -1;
  return {
    caption,
    columns: [
      { label: 'Kommun', numeric: false },
      ...areas.map(({ omrade, ar }) => ({ label: `${omrade.kortnamn} ${ar}`, numeric: true })),
    ],
    rows: rows
      .toSorted((a, b) => first(b) - first(a) || compareSwedish(a.kommun.namn, b.kommun.namn))
      .map(({ kommun, yes }) => [
        { text: kommun.namn, href: `/kommuner/${kommun.slug}/`, sort: kommun.namn },
        ...areas.map(({ omrade, ar }, i) => ({
          text: doesText(index, omrade.slug, ar, kommun.kod),
          sort: yes[i] ?? null,
        })),
      ]),
  };
}

/** A place's shares over the editions, newest first, and why some years of a question stand apart. */
export type YearsPart = { readonly table: Table; readonly apart: readonly string[] };

/** The questions of an area that were asked in several editions; null when there is none. */
export function placeYears(
  index: CatalogueIndex,
  omrade: Omrade,
  kod: string,
  caption: string,
): YearsPart | null {
  const years = answeredYears(index, omrade.slug);
  const repeated = index.indikatorerOf(omrade.slug).flatMap((indicator) => {
    const asked = years.filter((ar) => index.observation(indicator.id, kod, ar) !== undefined);
    return indicator.typ === 'enkat' && asked.length > 1 ? [{ indicator, asked }] : [];
  });
  if (repeated.length === 0) return null;
  const apart = repeated.flatMap(({ indicator, asked }) =>
    breaksBetween(
      breaksOf(indicator, index.omrade(indicator.omrade)),
      Math.min(...asked),
      Math.max(...asked),
    ).map((b) => `${indicator.kortnamn}, från ${b.franAr}: ${b.orsak}`),
  );
  const shown = (id: string, ar: number) => {
    const indicator = index.indikator(id);
    const o = index.observation(id, kod, ar);
    const share = indicator && o ? shareOf(indicator, o) : null;
    if (share === null) return absenceLabel('ej-efterfragad');
    return share.of === 0 ? absenceLabel('bortfall') : shareText(share);
  };
  return {
    apart,
    table: {
      caption,
      columns: [
        { label: 'Indikator', numeric: false },
        ...years.map((ar) => ({ label: String(ar), numeric: true })),
      ],
      rows: repeated.map(({ indicator }) => [
        { text: indicator.kortnamn, href: `/indikatorer/${indicator.slug}/` },
        ...years.map((ar) => ({ text: shown(indicator.id, ar) })),
      ]),
    },
  };
}
