import type { Table } from '../../markup/table.ts';
import { answersOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Omrade } from '../../model/edition.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kommun } from '../../model/kommun.ts';
import { changesOf, type QuestionChange } from '../../statistics/changes.ts';
import { answeredByStadsdelar } from '../../statistics/profile.ts';
import { absenceLabel } from '../../text/absence.ts';
import { changesResult } from '../../text/sentences/profile.ts';
import { shownValue } from '../../text/values.ts';

/** What changed for a place in an area since the last comparable edition, in words and as a table. */
export type ChangesPart = { readonly sentence: string; readonly table: Table };

type Direction = 'towards' | 'away' | 'same';

function directionOf({ svarstyp, kategorier }: Indicator, from: string, to: string): Direction {
  const answers = answersOf(svarstyp, kategorier);
  const step = answers.indexOf(from) - answers.indexOf(to);
  return step === 0 ? 'same' : step > 0 ? 'towards' : 'away';
}

const WHAT: Readonly<Record<Direction, string>> = {
  towards: 'Närmare ja',
  away: 'Längre från ja',
  same: 'Oförändrat',
};

function whatHappened({ indicator, change, earlier, later }: QuestionChange): string {
  if (change.kind === 'answer') return WHAT[directionOf(indicator, change.from, change.to)];
  if (change.kind === 'break') return `Räknas inte: ${change.breaks.map((b) => b.orsak).join(' ')}`;
  if (answeredByStadsdelar(earlier) || answeredByStadsdelar(later))
    return 'Räknas inte: stadsdelarna svarade var för sig';
  return change.kind === 'absent'
    ? `Räknas inte: ${absenceLabel(change.saknas).toLocaleLowerCase('sv')}`
    : '';
}

/** Null when the area has asked the place no question twice. */
export function changesPart(index: CatalogueIndex, omrade: Omrade, kommun: Kommun): ChangesPart | null {
  const changes = changesOf(index, omrade.slug, kommun.kod);
  if (changes.length === 0) return null;
  const directions = changes.flatMap(({ indicator, change }) =>
    change.kind === 'answer' ? [directionOf(indicator, change.from, change.to)] : [],
  );
  const count = (direction: Direction) => directions.filter((d) => d === direction).length;
  const answer = ({ indicator }: QuestionChange, o: QuestionChange['later']) =>
    `${shownValue(indicator, o)} (${o.ar})`;
  return {
    sentence: changesResult({ compared: directions.length, towards: count('towards'), away: count('away') }),
    table: {
      caption: `Svar från ${kommun.namn} mot den senaste jämförbara utgåvan`,
      columns: ['Indikator', 'Före', 'Senast', 'Förändring'].map((label) => ({ label, numeric: false })),
      rows: changes.map((c) => [
        { text: c.indicator.kortnamn, href: `/indikatorer/${c.indicator.slug}/` },
        { text: answer(c, c.earlier) },
        { text: answer(c, c.later) },
        { text: whatHappened(c) },
      ]),
    },
  };
}
