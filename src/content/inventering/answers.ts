import type { Inventering } from '../../model/inventering.ts';
import { PROTECTED_WORDS } from '../../text/inventering.ts';
import { formatKronor, formatNumber, formatPercent } from '../../text/numbers.ts';
import { type Shown, shownIn } from './figures.ts';

const DAYS = 365;

/** Below this base a percentage says more about single persons than about the group: the site's floor. */
const SMALL = 5;

const said = (shown: Shown, unit: string): string | null => {
  if (shown.kind === 'saknas') return null;
  return shown.kind === 'skyddad' ? PROTECTED_WORDS : `${formatNumber(shown.tal)} ${unit}`;
};

/** A figure and how it differs from the year before: `31 personer, 4 fler än 2023`. Null when not given. */
function withChange(years: readonly Inventering[], kod: string, unit: string): string | null {
  const [before, now] = [years.at(-2), years.at(-1)];
  if (!now) return null;
  const shown = shownIn(now, kod);
  const text = said(shown, unit);
  const earlier = before && shownIn(before, kod);
  if (text === null || shown.kind !== 'tal' || !before || earlier?.kind !== 'tal') return text;
  const change = shown.tal - earlier.tal;
  const ar = before.ar;
  if (change === 0) return `${text}, lika många som ${ar}`;
  return `${text}, ${formatNumber(Math.abs(change))} ${change > 0 ? 'fler' : 'färre'} än ${ar}`;
}

/** Two figures of a year, when both may be seen. */
function both(year: Inventering, first: string, second: string): readonly [number, number] | null {
  const [a, b] = [shownIn(year, first), shownIn(year, second)];
  return a.kind === 'tal' && b.kind === 'tal' ? [a.tal, b.tal] : null;
}

function akut(years: readonly Inventering[], now: Inventering): readonly (string | null)[] {
  const all = withChange(years, 'akut-alla', 'personer');
  const dygn = shownIn(now, 'akut-dygn');
  const cost = both(now, 'akut-kostnad', 'akut-dygn');
  const old = both(now, 'akut-alla', 'akut-alla');
  const elderly = shownIn(now, 'akut-alla', 'T', '65-');
  return [
    all && `I akuta boendelösningar: ${all}.`,
    dygn.kind === 'tal'
      ? `${formatNumber(dygn.tal)} boendedygn motsvarar ${formatNumber(dygn.tal / DAYS, 1)} platser som är belagda hela året.`
      : null,
    cost && cost[1] > 0 ? `Ett dygn kostade i genomsnitt ${formatKronor(cost[0] / cost[1])}.` : null,
    old && old[0] >= SMALL && elderly.kind === 'tal'
      ? `${formatPercent((100 * elderly.tal) / old[0])} var 65 år eller äldre.`
      : null,
  ];
}

function institution(years: readonly Inventering[], now: Inventering): readonly (string | null)[] {
  const leaving = withChange(years, 'skrivs-ut-utan-bostad', 'personer');
  const share = both(now, 'skrivs-ut-utan-bostad', 'institution-alla');
  return [
    leaving && `Ska flytta ut inom tre månader utan bostad: ${leaving}.`,
    share && share[1] >= SMALL
      ? `Det är ${formatPercent((100 * share[0]) / share[1])} av dem som bor på institution eller med stöd.`
      : null,
  ];
}

function risk(years: readonly Inventering[]): readonly (string | null)[] {
  const out = withChange(years, 'sover-ute', 'personer');
  const debts = withChange(years, 'skuldradgivning', 'ärenden');
  return [
    out && `Sover ute, uppskattat: ${out}.`,
    debts && `Hyresskuld hos budget- och skuldrådgivningen: ${debts}.`,
    'Den som bor ofrivilligt hos andra syns sällan i socialtjänstens uppgifter. Fråga också föreningar och samfund.',
  ];
}

function langsiktig(years: readonly Inventering[], now: Inventering): readonly (string | null)[] {
  const all = withChange(years, 'langsiktig-alla', 'personer');
  const pair = both(now, 'bostad-forst', 'traning');
  return [
    all && `I långsiktiga boendelösningar: ${all}.`,
    pair === null
      ? null
      : pair[0] === pair[1]
        ? 'Lika många bor i Bostad först som i tränings- eller försökslägenhet.'
        : `Fler bor i ${pair[0] > pair[1] ? 'Bostad först' : 'tränings- eller försökslägenhet'} (${formatNumber(Math.max(...pair))}) än i ${pair[0] > pair[1] ? 'tränings- eller försökslägenhet' : 'Bostad först'} (${formatNumber(Math.min(...pair))}).`,
  ];
}

function kontrakt(years: readonly Inventering[], now: Inventering): readonly (string | null)[] {
  const all = withChange(years, 'kontrakt-alla', 'sociala kontrakt');
  const taken = both(now, 'kontrakt-overtagna', 'kontrakt-alla');
  const bme = both(now, 'kontrakt-alla', 'kontrakt-bme');
  return [
    all && `Kommunen hade ${all}.`,
    taken ? `${formatNumber(taken[0])} har tagits över med förstahandskontrakt under året.` : null,
    bme && bme[0] !== bme[1]
      ? `I bostadsmarknadsenkäten har kommunen svarat ${formatNumber(bme[1])}. Ta reda på vad skillnaden beror på.`
      : null,
  ];
}

function avhysning(years: readonly Inventering[]): readonly (string | null)[] {
  const done = withChange(years, 'avhysning-genomforda', 'avhysningar');
  const averted = withChange(years, 'avhysning-avvarjda', 'ärenden');
  const children = withChange(years, 'avhysning-barnfamiljer', 'barnfamiljer');
  return [
    done && `Genomförda: ${done}.`,
    averted && `Avvärjda: ${averted}.`,
    children && `Av dem som avhystes: ${children}.`,
  ];
}

const OF: Readonly<
  Record<string, (years: readonly Inventering[], now: Inventering) => readonly (string | null)[]>
> = { akut, institution, risk, langsiktig, kontrakt, avhysning };

/** What the figures say to a question, in sentences; says so when they say nothing. */
export function partAnswers(id: string, years: readonly Inventering[]): readonly string[] {
  const now = years.at(-1);
  const found = now ? (OF[id]?.(years, now) ?? []).filter((s) => s !== null) : [];
  return found.length > 0 ? found : ['Inventeringen har inga siffror som svarar på frågan.'];
}
