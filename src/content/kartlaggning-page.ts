import type { Figure } from '../charts/figure.ts';
import { kartlaggningSeries } from '../charts/from/kartlaggning.ts';
import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Kartlaggning, Omgang } from '../model/kartlaggning.ts';
import { type Kommun, type Lan, RIKET } from '../model/kommun.ts';
import { mainRounds, per10000, type RecomputedPair, recomputedPairs } from '../statistics/kartlaggning.ts';
import { changeText, countText } from '../text/kartlaggning.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import {
  kartlaggningTitle,
  partsSentence,
  protectedSentence,
  roundSentence,
  roundsTable,
  roundTable,
} from './kartlaggning.ts';

/** One year by two methods, and the only change that may be spoken of. */
export type PairDocument = {
  readonly title: string;
  readonly sentence: string;
  readonly caption: string;
  readonly method: string;
  readonly rows: readonly {
    readonly ar: number;
    readonly published: string;
    readonly recomputed: string;
    readonly kalla: string;
  }[];
};

/** What a count says by itself. */
export type KartlaggningCard = {
  readonly k: Kartlaggning;
  readonly title: string;
  /** The newest round's result; null where there is no round. */
  readonly newest: string | null;
};

/** What the page of one kartläggning says. */
export type KartlaggningPage = KartlaggningCard & {
  readonly kommun: Kommun | null;
  readonly lan: Lan | null;
  readonly figure: Figure | null;
  readonly pairs: readonly PairDocument[];
  readonly roundsTitle: string;
  readonly roundsNote: string;
  readonly parts: string | null;
  readonly rounds: Table;
};

/** What the page of one round says. */
export type RoundPage = {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly parts: string | null;
  /** What can be said of what is protected; null where nothing is. */
  readonly hidden: string | null;
  readonly pairs: readonly PairDocument[];
  readonly table: Table | null;
  readonly when: string;
  readonly who: string;
  /** Years that it can be compared with, and all others. */
  readonly like: readonly number[];
  readonly others: readonly number[];
  /** Inhabitants the same year, with the source; null where they are not in the data. */
  readonly inhabitants: string | null;
};

/** What the page of all kartläggningar says. */
export type KartlaggningarPage = {
  readonly riket: {
    readonly k: Kartlaggning;
    readonly figure: Figure | null;
    readonly pairs: readonly PairDocument[];
  } | null;
  /** Those that län and cities have made themselves, each with what to know of them; no empty group. */
  readonly own: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly cards: readonly KartlaggningCard[];
  }[];
  readonly avhysningar: readonly { readonly k: Kartlaggning; readonly figure: Figure | null }[];
  /** Those whose definitions stand side by side. */
  readonly definitions: readonly Kartlaggning[];
};

function pairDocument({ method, published, recomputed, newer, change }: RecomputedPair): PairDocument {
  return {
    title: `${recomputed.ar} och ${newer.ar} på samma sätt`,
    sentence: `År ${recomputed.ar} publicerades ${countText(published)}. Räknat med ${method} blir det ${countText(recomputed)}, och bara den siffran går att ställa bredvid ${newer.ar}. Räknat på samma sätt är det ${changeText(change)} ${newer.ar} än ${recomputed.ar}.`,
    caption: `${recomputed.ar} och ${newer.ar} med ${method}`,
    method,
    rows: [[recomputed, published, recomputed] as const, [newer, newer, newer] as const].map(
      ([{ ar, kalla }, before, after]) => ({
        ar,
        kalla,
        published: countText(before),
        recomputed: countText(after),
      }),
    ),
  };
}

/** A kartläggning with its newest result, for a list. */
export function kartlaggningCard(k: Kartlaggning): KartlaggningCard {
  const round = mainRounds(k).at(-1);
  return { k, title: kartlaggningTitle(k), newest: round ? roundSentence(k, round) : null };
}

/** The document of one kartläggning. */
export function kartlaggningPage(index: CatalogueIndex, k: Kartlaggning): KartlaggningPage {
  const newest = mainRounds(k).at(-1);
  const [title, each] = k.slag === 'hemloshet' ? ['Omgångarna', 'omgång'] : ['År för år', 'år'];
  const rate = k.omgangar.some((o) => per10000(k, o) !== null)
    ? 'Antalet per invånare är räknat på folkmängden den 31 december samma år; där den folkmängden saknas i webbplatsens data står ett streck.'
    : 'Antal per invånare visas inte, för folkmängden de åren finns inte i webbplatsens data.';
  return {
    ...kartlaggningCard(k),
    kommun: index.kommun(k.kod) ?? null,
    lan: index.lan(k.kod) ?? null,
    figure: kartlaggningSeries(k),
    pairs: recomputedPairs(k).map(pairDocument),
    roundsTitle: title,
    roundsNote: `Varje ${each} har en sida med allt som räknades och hur. ${rate}`,
    parts: newest ? partsSentence(k, newest.ar) : null,
    rounds: roundsTable(k),
  };
}

/** The document of one round of a kartläggning. */
export function roundPage(index: CatalogueIndex, k: Kartlaggning, round: Omgang): RoundPage {
  const name = kartlaggningTitle(k);
  const others = k.omgangar.filter((o) => o.ar !== round.ar);
  const table = roundTable(index, k, round);
  const { svarande, svarsandel, folkmangd } = round;
  const share = svarsandel === null ? '' : ` ${formatPercent(svarsandel)} av de tillfrågade svarade.`;
  return {
    name,
    title: `${name}, ${round.ar}`,
    sentence: roundSentence(k, round),
    parts: partsSentence(k, round.ar),
    hidden: protectedSentence(k, round.ar),
    pairs: recomputedPairs(k)
      .filter((p) => p.recomputed.ar === round.ar || p.newer.ar === round.ar)
      .map(pairDocument),
    table: table.rows.length > 0 ? table : null,
    when: round.matperiod ?? 'När på året är inte känt.',
    who: `${svarande ?? 'Källorna säger inget om vilka som svarade.'}${share}`,
    like: others.filter((o) => o.jamforbar === round.jamforbar).map((o) => o.ar),
    others: others.map((o) => o.ar),
    inhabitants: folkmangd
      ? `${formatNumber(folkmangd.antal)} den 31 december ${round.ar} (${folkmangd.kalla})`
      : null,
  };
}

/** The document of all kartläggningar: the country first, then cities, then evictions. */
export function kartlaggningarPage({ catalogue }: CatalogueIndex): KartlaggningarPage {
  const all = catalogue.kartlaggningar.filter((k) => k.slag === 'hemloshet');
  const counts = all.filter((k) => !k.exempel);
  const riket = counts.find((k) => k.kod === RIKET);
  return {
    riket: riket
      ? { k: riket, figure: kartlaggningSeries(riket), pairs: recomputedPairs(riket).map(pairDocument) }
      : null,
    own: [
      {
        id: 'lan',
        title: 'Länens kartläggningar',
        text: 'Varje kartläggning är ett läns egen. Antalen går inte att ställa mot varandra.',
        cards: counts.filter((k) => k.kod !== RIKET && k.kod.length === 2).map(kartlaggningCard),
      },
      {
        id: 'stader',
        title: 'Städernas egna kartläggningar',
        text: 'Städerna räknar oftare än staten, men inte samma sak som varandra. Antalen nedan går därför inte att ställa mot varandra.',
        cards: counts.filter((k) => k.kod.length === 4).map(kartlaggningCard),
      },
      {
        id: 'exempel',
        title: 'Så kan en kommuns egen kartläggning se ut',
        text: 'Kommunen finns inte och alla siffror är påhittade. Exemplet har ålder, hushåll, tid och orsak, och små tal är skyddade.',
        cards: all.filter((k) => k.exempel).map(kartlaggningCard),
      },
    ].filter((group) => group.cards.length > 0),
    avhysningar: catalogue.kartlaggningar
      .filter((k) => k.slag === 'avhysningar')
      .map((k) => ({ k, figure: kartlaggningSeries(k) })),
    definitions: counts,
  };
}
