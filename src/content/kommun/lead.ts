import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import { type Kommun, RIKET, stadsdelarOn } from '../../model/kommun.ts';
import { changesOf } from '../../statistics/changes.ts';
import {
  answeredByStadsdelar,
  byStadsdelar,
  gapsToPeers,
  type Profile,
  type ProfileItem,
  profileOf,
  rarelyDone,
  shownSum,
  silent,
} from '../../statistics/profile.ts';
import { answerInText } from '../../text/answers.ts';
import {
  answeredResult,
  changedResult,
  gapResult,
  openResult,
  peersTookPart,
  rareResult,
  type SaidChange,
  silentResult,
  stadsdelResult,
} from '../../text/sentences/profile.ts';
import { saidShare, writtenShare } from '../../text/shares.ts';
import { besidePeers, peers, profile } from './profiles.ts';

/** The years of a place's own answers, oldest first. */
export function answeredYearsOf({ items }: Profile): readonly number[] {
  const answered = items.filter((i) => i.standing !== 'saknas' || answeredByStadsdelar(i.observation));
  return [...new Set(answered.map((i) => i.ar))].toSorted((a, b) => a - b);
}

/** How many questions an area asks, in all its years. */
export const questionCount = (index: CatalogueIndex, { slug }: Pick<Omrade, 'slug'>): number =>
  index.indikatorerOf(slug).filter((i) => i.typ === 'enkat').length;

/** Answers that differ from the last comparable ones, newest first; those that are the same are only counted. */
function saidChanges(
  index: CatalogueIndex,
  omrade: Omrade,
  kod: string,
): { readonly changed: readonly SaidChange[]; readonly same: number } {
  const answers = changesOf(index, omrade.slug, kod).flatMap(({ indicator, earlier, later, change }) =>
    change.kind === 'answer' && earlier.ar !== null && later.ar !== null
      ? [
          {
            same: change.same,
            kortnamn: indicator.kortnamn,
            from: answerInText(indicator, change.from),
            to: answerInText(indicator, change.to),
            before: earlier.ar,
            now: later.ar,
          },
        ]
      : [],
  );
  const changed = answers.filter((a) => !a.same).toSorted((a, b) => b.now - a.now);
  return { changed, same: answers.length - changed.length };
}

/** What the stadsdelar of a city say in its place, question by question, in the year of the city's row. */
function stadsdelSentence(index: CatalogueIndex, omrade: Omrade, kommun: Kommun, mine: Profile): string {
  const newest = Math.max(...mine.items.filter((i) => i.indicator.omrade === omrade.slug).map((i) => i.ar));
  const date = index.edition(omrade.slug, newest)?.referensdatum ?? index.catalogue.release.datum;
  const districts = stadsdelarOn(index.catalogue.referens.stadsdelar, kommun.kod, date);
  const answered = districts.filter((s) => !silent(profileOf(index, omrade.slug, s.kod, newest)));
  const agree = (of: (item: ProfileItem) => boolean) =>
    mine.items
      .filter((i) => answeredByStadsdelar(i.observation) && (i.observation.svarande ?? 0) > 1 && of(i))
      .toSorted((a, b) => b.ar - a.ar)[0];
  const yes = ({ observation: { fordelning } }: ProfileItem) => Object.values(fordelning ?? {})[0] ?? 0;
  const said = (item: ProfileItem | undefined) =>
    item === undefined ? null : { kortnamn: item.indicator.kortnamn, ar: item.ar };
  return stadsdelResult({
    place: kommun.namn,
    ar: newest,
    om: omrade.om,
    fragor: questionCount(index, omrade),
    stadsdelar: districts.length,
    answered: answered.length,
    allYes: said(agree((i) => yes(i) === i.observation.svarande)),
    noneYes: said(agree((i) => yes(i) === 0)),
  });
}

/** Those like a kommun that have answered anything in the area, in any edition. */
function tookPart(index: CatalogueIndex, mine: Profile) {
  const alike = peers(index, mine.kod).map((p) => profile(index, mine.omrade, p.kod, mine.basis));
  return { asked: alike.length, answered: alike.filter((p) => !silent(p) || byStadsdelar(p)).length };
}

/**
 * The first sentences about a kommun in an area, as patterns and never as points: which years its answers are from, what has
 * changed since the last comparable edition, one thing done that few do, and one that those like it do and it does not. One that
 * has not answered, or whose stadsdelar answer, reads that first.
 */
export function profileSentences(
  index: CatalogueIndex,
  omrade: Omrade,
  kommun: Kommun,
  mine: Profile,
): readonly string[] {
  const place = kommun.namn;
  if (byStadsdelar(mine)) return [stadsdelSentence(index, omrade, kommun, mine)];
  const years = answeredYearsOf(mine);
  const [first, last] = [years[0], years.at(-1)];
  if (silent(mine) || first === undefined || last === undefined)
    return [
      silentResult({ place, om: omrade.om, asked: mine.items.map((i) => i.ar) }),
      peersTookPart(place, tookPart(index, mine)),
    ];
  const changes = mine.basis === 'nyast' ? saidChanges(index, omrade, kommun.kod) : { changed: [], same: 0 };
  const rare = rarelyDone(index, mine)[0];
  const beside = besidePeers(index, mine);
  const gap = gapsToPeers(index, mine, beside)[0];
  const besideGap = gap && beside.get(gap.indicator.id);
  return [
    answeredResult({
      place,
      om: omrade.om,
      fragor: questionCount(index, omrade),
      first,
      last,
      newest: mine.basis === 'nyast',
    }),
    openResult(
      mine.items.filter((i) => i.standing === 'saknas' && !answeredByStadsdelar(i.observation)).length,
    ),
    changedResult(changes.changed, changes.same),
    rare
      ? rareResult({
          place,
          pastaende: rare.indicator.pastaende,
          ar: rare.ar,
          riket: writtenShare(shownSum(index, rare.indicator.id, RIKET, rare.ar)),
        })
      : null,
    gap && besideGap
      ? gapResult({ place, pastaende: gap.indicator.pastaende, ar: gap.ar, peers: saidShare(besideGap) })
      : null,
  ].filter((s) => s !== null);
}

/** The same as running text. */
export const profileSentence = (
  index: CatalogueIndex,
  omrade: Omrade,
  kommun: Kommun,
  mine: Profile,
): string => profileSentences(index, omrade, kommun, mine).join(' ');
