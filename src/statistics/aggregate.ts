import type { Absence } from '../model/absence.ts';
import { answersOf, isQuestion } from '../model/answer.ts';
import type { Edition, Omrade } from '../model/edition.ts';
import type { Indicator } from '../model/indicator.ts';
import { egenBerakning } from '../model/inlasning.ts';
import { type Niva, type Referens, RIKET } from '../model/kommun.ts';
import { kommunerOfYear } from '../model/kommun-history.ts';
import { must } from '../model/must.ts';
import type { Fordelning, Observation } from '../model/observation.ts';
import { observation } from '../model/observation.ts';
import { exactPercent } from './share.ts';

/** Absences of a unit that was never asked: it belongs in no denominator, not even that of the response rate. */
const NOT_ASKED: ReadonlySet<Absence> = new Set<Absence>(['ej-tillamplig', 'ej-efterfragad']);

/** What a group of answering units says together; all exact integers. */
export type Tally = {
  readonly fordelning: Fordelning;
  readonly svarande: number;
  readonly tillfragade: number;
  readonly exempel: boolean;
};

/**
 * Counts the answers of units (kommuner or stadsdelar) to one question.
 * A unit that does not apply or was not asked counts nowhere; any other absence counts as asked, not answered.
 */
export function tally(answers: readonly string[], units: Iterable<Observation>): Tally {
  const counts = new Map(answers.map((a) => [a, 0]));
  let svarande = 0;
  let tillfragade = 0;
  let exempel = false;
  for (const unit of units) {
    if (unit.saknas !== null && NOT_ASKED.has(unit.saknas)) continue;
    tillfragade += 1;
    exempel ||= unit.exempel;
    if (typeof unit.varde !== 'string') continue;
    counts.set(unit.varde, (counts.get(unit.varde) ?? 0) + 1);
    svarande += 1;
  }
  return { fordelning: Object.fromEntries(counts), svarande, tillfragade, exempel };
}

/**
 * The observations that stand behind a percentage of län or riket: the kommuner, or the kommuner with
 * stadsdelar in place of their city, as the edition says.
 */
export function answeringUnits(
  edition: Pick<Edition, 'enhet' | 'stadsdelsstader'>,
  collected: readonly Observation[],
): readonly Observation[] {
  const replaced = edition.enhet === 'kommuner' ? new Set<string>() : new Set(edition.stadsdelsstader);
  return collected.filter((o) =>
    o.niva === 'stadsdel' ? replaced.has(kommunkodOf(o)) : o.niva === 'kommun' && !replaced.has(o.kod),
  );
}

/** A stadsdel's code starts with its kommun's (`0180-bromma`); so the län is the first two digits of both. */
const kommunkodOf = (o: Observation) => o.kod.slice(0, 4);

function summary(
  base: Pick<Observation, 'indikator' | 'ar' | 'kon' | 'kod' | 'niva'>,
  answers: readonly string[],
  units: readonly Observation[],
): Observation {
  const { fordelning, svarande, tillfragade, exempel } = tally(answers, units);
  const count = fordelning[must(answers[0], 'answer to count')] ?? 0;
  const varde = exactPercent({ count, of: svarande });
  const reason = tillfragade === 0 ? 'ej-tillamplig' : 'bortfall';
  const value = varde === null ? ({ varde, saknas: reason } as const) : { varde, saknas: null };
  const sources = new Set(units.map((u) => u.kalla));
  const [source] = sources;
  // The figure is ours where all answers come from one import.
  const kalla = sources.size === 1 && source && !exempel ? egenBerakning(source) : null;
  return observation({ ...base, ...value, svarande, tillfragade, exempel, fordelning, kalla });
}

/**
 * One question in one edition: the collected answers plus a summary for every län and for riket, and the
 * distribution of a city's stadsdelar on the city's own row (which has no answer of its own).
 */
function aggregateQuestion(
  indicator: Indicator,
  edition: Edition,
  referens: Referens,
  collected: readonly Observation[],
): readonly Observation[] {
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const units = answeringUnits(edition, collected);
  const base = { indikator: indicator.id, ar: edition.ar, kon: 'T' as const };
  const cities = edition.enhet === 'kommuner' ? new Set<string>() : new Set(edition.stadsdelsstader);
  const own = collected.map((o) => {
    if (o.niva !== 'kommun' || !cities.has(o.kod)) return o;
    const districts = units.filter((u) => u.niva === 'stadsdel' && kommunkodOf(u) === o.kod);
    const { fordelning, svarande, tillfragade } = tally(answers, districts);
    return { ...o, varde: null, saknas: 'ej-tillamplig' as const, fordelning, svarande, tillfragade };
  });
  const lan = referens.lan.map((l) =>
    summary(
      { ...base, kod: l.kod, niva: 'lan' },
      answers,
      units.filter((u) => u.kod.startsWith(l.kod)),
    ),
  );
  return [summary({ ...base, kod: RIKET, niva: 'riket' }, answers, units), ...lan, ...own];
}

/**
 * Fills a register's year so that every kommun, län and riket has a value or a reason. A län's rate is never
 * the mean of its kommuner's rates; where the source has none, it says so.
 */
function completeRegister(
  indicator: Indicator,
  ar: number | null,
  referens: Referens,
  collected: readonly Observation[],
): readonly Observation[] {
  const hasKommuner = collected.some((o) => o.niva === 'kommun');
  if (!hasKommuner) return collected;
  const present = new Set<string>();
  for (const { kon, kod } of collected) if (kon === 'T') present.add(kod);
  const gap = (kod: string, niva: Niva): Observation =>
    observation({ indikator: indicator.id, kod, niva, ar, varde: null, saknas: 'uppgift-saknas' });
  const gaps = [
    ...(present.has(RIKET) ? [] : [gap(RIKET, 'riket')]),
    ...referens.lan.filter((l) => !present.has(l.kod)).map((l) => gap(l.kod, 'lan')),
    ...kommunerOfYear(referens, ar)
      .filter((k) => !present.has(k.kod))
      .map((k) => gap(k.kod, 'kommun')),
  ];
  return gaps.length === 0 ? collected : [...collected, ...gaps];
}

const LEVEL_ORDER = { riket: 0, lan: 1, kommun: 2, stadsdel: 3 } as const;
const byLevelCodeSex = (a: Observation, b: Observation) =>
  (a.niva === b.niva ? 0 : LEVEL_ORDER[a.niva] - LEVEL_ORDER[b.niva]) ||
  cmp(a.kod, b.kod) ||
  cmp(a.kon, b.kon);
const cmp = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** By level, code and sex, as registers mostly are already: then nothing is copied. */
function inOrder(all: readonly Observation[]): readonly Observation[] {
  for (let i = 1; i < all.length; i += 1)
    if (byLevelCodeSex(must(all[i - 1], 'row'), must(all[i], 'row')) > 0) return all.toSorted(byLevelCodeSex);
  return all;
}

/**
 * From collected observations to all of them: questions get län and riket, registers get a reason for each
 * gap. The result is sorted by indicator (catalogue order), year (unknown last), level from riket down, code.
 */
export function aggregate(
  referens: Referens,
  omraden: readonly Omrade[],
  indikatorer: readonly Indicator[],
  collected: readonly Observation[],
): readonly Observation[] {
  const groups = new Map<string, Map<number | null, Observation[]>>();
  let group: Observation[] = [];
  let last: Observation | null = null;
  for (const o of collected) {
    // A file's rows come year by year, so the group before is mostly the one.
    if (last === null || o.indikator !== last.indikator || o.ar !== last.ar) {
      const years = groups.get(o.indikator) ?? new Map<number | null, Observation[]>();
      groups.set(o.indikator, years);
      group = years.get(o.ar) ?? [];
      years.set(o.ar, group);
    }
    group.push(o);
    last = o;
  }
  return indikatorer.flatMap((indicator) => {
    const years = [...(groups.get(indicator.id) ?? [])].sort(
      ([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
    );
    const editions = omraden.find((o) => o.slug === indicator.omrade)?.utgavor ?? [];
    return years.flatMap(([ar, group]) => {
      const edition = editions.find((e) => e.ar === ar);
      const all =
        isQuestion(indicator.svarstyp) && edition
          ? aggregateQuestion(indicator, edition, referens, group)
          : completeRegister(indicator, ar, referens, group);
      return inOrder(all);
    });
  });
}
