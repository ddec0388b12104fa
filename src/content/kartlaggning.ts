import { roundPath } from '../markup/paths.ts';
import { sourceCell } from '../markup/sources.ts';
import type { Table } from '../markup/table.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import {
  INDELNINGAR,
  type Kartlaggning,
  type Kartlaggningsvarde,
  type Omgang,
} from '../model/kartlaggning.ts';
import { must } from '../model/must.ts';
import { comparableChange, mainRounds, per10000, publishedCount } from '../statistics/kartlaggning.ts';
import { isCounted } from '../statistics/share.ts';
import { changeText, countLabel, countText, mattLabel, whose } from '../text/kartlaggning.ts';
import { capitalise, countInWords, formatNumber, formatPercent, formatYear } from '../text/numbers.ts';
import { placeName } from '../text/places.ts';

/** `Kartläggning: Malmö stad`, `Avhysningar: hela landet`. */
export const kartlaggningTitle = ({ slag, kod, titel }: Kartlaggning): string =>
  `${slag === 'hemloshet' ? 'Kartläggning' : 'Avhysningar'}: ${whose({ kod, titel })}`;

const NONE = '–';

/** The rounds, newest first: main count, per 10 000 inhabitants, and since when it can be compared. */
export function roundsTable(k: Kartlaggning): Table {
  const rounds = k.omgangar.toSorted((a, b) => b.ar - a.ar);
  const withRate = rounds.some((o) => per10000(k, o) !== null);
  return {
    caption: `Omgångarna: ${mattLabel(k, k.huvudmatt).toLocaleLowerCase('sv')}`,
    columns: [
      { label: 'Omgång', numeric: false },
      { label: mattLabel(k, k.huvudmatt), numeric: true },
      ...(withRate ? [{ label: 'Per 10 000 invånare', numeric: true }] : []),
      { label: 'Jämfört med omgången före', numeric: false },
      { label: 'Räknat enligt', numeric: false },
    ],
    rows: rounds.map((o) => {
      const count = publishedCount(k, o.ar, k.huvudmatt);
      const rate = per10000(k, o);
      return [
        { text: formatYear(o.ar), href: roundPath(k, o.ar) },
        { text: count ? countText(count) : NONE },
        ...(withRate ? [{ text: rate === null ? NONE : formatNumber(rate, 1) }] : []),
        { text: sinceBefore(k, o.ar) },
        { text: o.jamforbar },
      ];
    }),
  };
}

/** `2 707 färre`, `ca 750 färre`, or that the round before cannot be compared with. */
function sinceBefore(k: Kartlaggning, ar: number): string {
  const rounds = mainRounds(k);
  if (rounds.findIndex((o) => o.ar === ar) < 1) return NONE;
  const change = comparableChange(k, ar);
  if (!change) return 'Går inte att jämföra';
  const about = change.before.ungefar || change.now.ungefar ? 'ca ' : '';
  return `${about}${changeText(change.change)}`;
}

/**
 * What a round came to, in a sentence or two: "2017 räknades ca 33 250 personer i hemlöshet, 32,9 per 10 000
 * invånare. Det är ca 750 färre än 2011, räknat på samma sätt."
 */
export function roundSentence(k: Kartlaggning, round: Omgang): string {
  const count = publishedCount(k, round.ar, k.huvudmatt);
  const what = mattLabel(k, k.huvudmatt).toLocaleLowerCase('sv');
  if (count?.saknas === 'skyddad')
    return [
      `Hur många ${what} som räknades ${round.ar} är en skyddad uppgift: den visas inte, för att ingen person ska kunna kännas igen.`,
      ...insteadOf(k, round.ar),
    ].join(' ');
  if (!count || count.varde === null) return `För ${round.ar} finns ingen siffra för ${what}.`;
  const rate = per10000(k, round);
  const state = k.slag === 'hemloshet' ? ' i hemlöshet' : '';
  const per = rate === null ? '' : `, ${formatNumber(rate, 1)} per 10 000 invånare`;
  const change = comparableChange(k, round.ar);
  const since =
    sinceBefore(k, round.ar) === NONE
      ? ''
      : change
        ? ` Det är ${sinceBefore(k, round.ar)} än ${change.before.ar}, räknat med samma definition.`
        : ' Omgången före räknade på ett annat sätt, så antalen går inte att jämföra.';
  return `${round.ar} räknades ${countText(count)} ${what}${state}${per}.${since}`;
}

/** So many parts are named where the whole is protected. */
const INSTEAD = 3;

/** What can be said where the count of everybody is protected: the largest parts that are shown. */
function insteadOf(k: Kartlaggning, ar: number): readonly string[] {
  const parts = k.varden
    .filter((v) => v.ar === ar && v.matt === k.huvudmatt && v.plats === k.kod && v.omraknad === null)
    .flatMap((v) => (v.enhet === 'antal' && v.varde !== null ? [{ v, varde: v.varde }] : []))
    .toSorted((a, b) => b.varde - a.varde)
    .slice(0, INSTEAD);
  if (parts.length === 0) return ['Delarna av den är också skyddade.'];
  return [
    `Det här går att visa: ${parts.map(({ v }) => `${countLabel(k, v)}: ${countText(v)}`).join('; ')}.`,
  ];
}

/** How many figures of a round are protected, and why; null when none is. */
export function protectedSentence(k: Kartlaggning, ar: number): string | null {
  const hidden = k.varden.filter((v) => v.ar === ar && v.saknas === 'skyddad').length;
  if (hidden === 0) return null;
  const many = `${capitalise(countInWords(hidden, { one: 'siffra', many: 'siffror' }))} är ${hidden === 1 ? 'skyddad' : 'skyddade'} och visas inte, för att ingen person ska kunna kännas igen.`;
  return `${many} En liten siffra kan vara skyddad för sin egen skull, en större för att den lilla annars hade gått att räkna ut.`;
}

/** Why the parts do not come to the total; null when they do, or the round has no parts. */
export function partsSentence(k: Kartlaggning, ar: number): string | null {
  const open = k.varden.find((v) => v.ar === ar && v.situation === 'ej-angiven' && v.varde !== null);
  return open
    ? `De fyra situationerna blir tillsammans inte hela antalet. Resten, ${countText(open)}, är personer vars situation källan inte anger. Vi har räknat ut den som skillnaden.`
    : null;
}

/** One part of those counted, as a share of all: `16 %`; nothing where it is not a part. */
function shareOfAll(k: Kartlaggning, v: Kartlaggningsvarde): string {
  if (v.enhet !== 'antal' || v.varde === null || v.omraknad !== null || v.plats !== k.kod) return '';
  const isPart =
    v.situation !== 'alla' || v.kon !== 'T' || INDELNINGAR.some((name) => v.klass[name] !== null);
  const all = publishedCount(k, v.ar, v.matt);
  if (!isPart || !all?.varde || isCounted({ count: v.varde, of: all.varde })) return '';
  const percent = formatPercent((100 * v.varde) / all.varde);
  return v.ungefar || all.ungefar ? `ca ${percent}` : percent;
}

/** Everything that a round counted, in the order of the file. */
export function roundTable(index: CatalogueIndex, k: Kartlaggning, { ar }: Omgang): Table {
  const varden = k.varden.filter((v) => v.ar === ar);
  const shares = varden.map((v) => shareOfAll(k, v));
  const withShares = shares.some((s) => s !== '');
  return {
    caption: `Siffror ${ar}`,
    columns: [
      { label: 'Vad', numeric: false },
      { label: 'Värde', numeric: true },
      ...(withShares ? [{ label: 'Andel av alla', numeric: true }] : []),
      { label: 'Källa och anmärkning', numeric: false },
    ],
    rows: varden.map((v, i) => [
      { text: rowLabel(index, k, v) },
      { text: countText(v) },
      ...(withShares ? [{ text: must(shares[i], 'share of a row') }] : []),
      sourceCell(index, v.kalla, v.not === null ? '' : `${capitalise(v.not)}.`),
    ]),
  };
}

function rowLabel(index: CatalogueIndex, k: Kartlaggning, v: Kartlaggningsvarde): string {
  const where = v.plats === k.kod ? '' : `${placeName(index, v.plats)}: `;
  const label = where === '' ? countLabel(k, v) : `${where}${countLabel(k, v).toLocaleLowerCase('sv')}`;
  return v.omraknad === null ? label : `${label}, räknat med ${v.omraknad}`;
}
