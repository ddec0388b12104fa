import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Atgardsstatus, Program } from '../../model/program.ts';
import { STATUSAR } from '../../model/program.ts';
import type { Release } from '../../model/release.ts';
import { outcomesOf, seen, statusCounts } from '../../statistics/program.ts';
import { formatYear, formatYears } from '../../text/numbers.ts';
import { baseText, figureText, NOT_KNOWN, seenText, statusText, wantedText } from '../../text/program.ts';
import { changesTable, programWork } from './work.ts';

/** Measures of a strategy by status: a number for each of the document's `statusar`. */
type StrategyStatus = { readonly titel: string; readonly antal: readonly number[]; readonly alla: number };

/** An indicator against its base year: years and values, oldest first, and what may be said of them. */
type IndicatorLine = {
  readonly titel: string;
  readonly enhet: string;
  readonly onskat: string;
  readonly basar: string;
  readonly sedan: string;
  readonly kalla: string;
  /** The base year and every outcome that may be compared with it. */
  readonly varden: readonly { readonly ar: number; readonly varde: number | null; readonly visat: string }[];
};

/** A kommun's programme as its report and its slides say it. */
export type ProgramDocument = {
  readonly release: Release;
  readonly titel: string;
  readonly utgivare: string;
  readonly ingress: string;
  readonly galler: string;
  readonly exempel: boolean;
  readonly page: string;
  readonly kalla: string;
  /** The statuses that some measure has, in the order of their list; the last is that nothing is known. */
  readonly statusar: readonly { readonly lage: Atgardsstatus | null; readonly namn: string }[];
  readonly strategier: readonly StrategyStatus[];
  readonly indikatorer: readonly IndicatorLine[];
  readonly nytt: { readonly rubrik: string; readonly rader: readonly (readonly string[])[] } | null;
  readonly atgarder: readonly {
    readonly atgard: string;
    readonly leder: string;
    readonly medverkar: string;
    readonly tid: string;
    readonly status: string;
  }[];
};

/** What a programme's report and slides say. @param p with every outcome that is known (`programmesOf`) */
export function programDocument(index: CatalogueIndex, p: Program): ProgramDocument {
  const { release } = index.catalogue;
  const all = statusCounts(p, p.atgarder);
  const order: readonly (Atgardsstatus | null)[] = [...STATUSAR, null].filter((s) => all.has(s));
  const changes = changesTable(index, p);
  return {
    release,
    titel: p.titel,
    utgivare: p.utgivare,
    ingress: p.ingress,
    galler: formatYears(p.franAr, p.tillAr),
    exempel: p.exempel,
    page: `${release.webbplats}program/${p.slug}/`,
    kalla: p.kalla,
    statusar: order.map((lage) => ({ lage, namn: statusText(lage) })),
    strategier: p.strategier.map(({ id, titel }) => {
      const mine = p.atgarder.filter((a) => a.strategi === id);
      const counts = statusCounts(p, mine);
      return { titel, antal: order.map((s) => counts.get(s) ?? 0), alla: mine.length };
    }),
    indikatorer: p.indikatorer.map((i) => {
      const way = seen(p, i);
      const comparable = outcomesOf(p, i).filter((u) => u.jamforbar === 'ja');
      return {
        titel: i.titel,
        enhet: i.enhet,
        onskat: wantedText(i.riktning),
        basar: `${formatYear(i.basar)}: ${baseText(i)}`,
        sedan:
          way.kind === 'gar-inte-att-saga'
            ? NOT_KNOWN
            : seenText(way.kind, way.change, way.utfall.ar, i.basar),
        kalla: i.kalla,
        varden: [{ ar: i.basar, varde: i.varde }, ...comparable].map(({ ar, varde }) => ({
          ar,
          varde,
          visat: figureText(varde),
        })),
      };
    }),
    nytt:
      changes === null
        ? null
        : { rubrik: changes.caption, rader: changes.rows.map((row) => row.map((c) => c.text)) },
    atgarder: programWork(p).rows.map((a) => ({
      atgard: a.atgard,
      leder: a.leder.join(', '),
      medverkar: a.medverkar.join(', '),
      tid: a.tid,
      status: a.status,
    })),
  };
}
