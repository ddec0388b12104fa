import type { Absence } from '../../model/absence.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import { type Kommun, stadsdelarOn } from '../../model/kommun.ts';
import { type Profile, profileOf, silent, standsOut } from '../../statistics/profile.ts';
import {
  differenceResult,
  peersResult,
  peersTookPart,
  profileResult,
  type SaidPeers,
  stadsdelResult,
} from '../../text/sentences/profile.ts';
import { shareText } from '../../text/shares.ts';
import { isStadsdelsstad, peers, profile } from './profiles.ts';

/** How many questions have no answer, by reason. */
export function missingOf({ items }: Profile): ReadonlyMap<Absence, number> {
  const counts = new Map<Absence, number>();
  for (const { observation } of items)
    if (observation.saknas !== null)
      counts.set(observation.saknas, (counts.get(observation.saknas) ?? 0) + 1);
  return counts;
}

/** Those like a kommun that took part, and how many of them do more. A city of stadsdelar has no answers of its own. */
function saidPeers(index: CatalogueIndex, mine: Profile): SaidPeers {
  const alike = peers(index, mine.kod).filter((p) => !isStadsdelsstad(index, mine.omrade, mine.ar, p.kod));
  const theirs = alike.map((p) => profile(index, mine.omrade, mine.ar, p.kod)).filter((p) => !silent(p));
  return {
    asked: alike.length,
    answered: theirs.length,
    more: theirs.filter((p) => p.tally.gor > mine.tally.gor).length,
  };
}

function stadsdelSentence(index: CatalogueIndex, omrade: Omrade, kommun: Kommun, mine: Profile): string {
  const date = index.edition(omrade.slug, mine.ar)?.referensdatum ?? '';
  const districts = stadsdelarOn(index.catalogue.referens.stadsdelar, kommun.kod, date).map((s) =>
    profileOf(index, omrade.slug, mine.ar, s.kod),
  );
  const answered = districts.filter((d) => !silent(d));
  const yes = mine.items.map(
    ({ indicator }) =>
      answered.filter((d) => d.items.some((i) => i.indicator === indicator && i.standing === 'gor')).length,
  );
  return stadsdelResult({
    place: kommun.namn,
    ar: mine.ar,
    om: omrade.om,
    asked: mine.items.length,
    stadsdelar: districts.length,
    answered: answered.length,
    allYes: yes.filter((n) => n === answered.length).length,
    noneYes: yes.filter((n) => n === 0).length,
  });
}

/**
 * The first two or three sentences about a kommun in an area: how much it does, how that is beside those like it, and what
 * differs most from riket. One that did not answer, or whose stadsdelar answer, is told so first.
 */
export function profileSentence(
  index: CatalogueIndex,
  omrade: Omrade,
  kommun: Kommun,
  mine: Profile,
): string {
  const place = kommun.namn;
  if (isStadsdelsstad(index, omrade.slug, mine.ar, kommun.kod))
    return stadsdelSentence(index, omrade, kommun, mine);
  const beside = saidPeers(index, mine);
  const result = profileResult({
    place,
    ar: mine.ar,
    om: omrade.om,
    asked: mine.items.length,
    yes: mine.tally.gor,
    missing: missingOf(mine),
    tookPart: !silent(mine),
  });
  if (silent(mine)) return `${result} ${peersTookPart(place, beside)}`;
  const most = standsOut(mine)[0];
  const difference =
    most === undefined || most.item.riket === null
      ? null
      : differenceResult(place, {
          kind: most.kind,
          pastaende: most.item.indicator.pastaende,
          nekat: most.item.indicator.nekat,
          kortnamn: most.item.indicator.kortnamn,
          riket: shareText(most.item.riket),
        });
  return [result, peersResult(place, beside), difference].filter((s) => s !== null).join(' ');
}
