import type { Kommun } from '../../model/kommun.ts';
import type { Profile, ProfileItem } from '../../statistics/profile.ts';
import { cappedList, listOf } from '../../text/lists.ts';
import { formatYears } from '../../text/numbers.ts';
import type { AnswerRow, SimilarToAsk } from './answers.ts';
import { answeredYearsOf } from './lead.ts';

/** One of the four steps of local analysis, filled in with a place's own results. */
export type Step = { readonly rubrik: string; readonly text: string };

/** What the steps are filled in with: a profile, and what those like the place do and it does not. */
type StepFacts = { readonly profile: Profile; readonly gaps: readonly ProfileItem[] };

/** The four steps (read, compare, understand, decide) for a kommun in an area. */
export function fourSteps(
  { profile, gaps }: StepFacts,
  kommun: Kommun,
  rows: readonly AnswerRow[],
  ask: readonly SimilarToAsk[],
): readonly Step[] {
  const years = answeredYearsOf(profile);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const lacking = gaps.map((i) => i.indicator.kortnamn);
  const no = rows.filter((r) => r.standing === 'inte-an' && r.indicator.polaritet !== 'neutral');
  const old = rows.some((r) => r.old && r.standing !== 'saknas');
  return [
    {
      rubrik: 'Läs',
      text: `Svaren från ${kommun.namn} är från ${formatYears(first, last)}. Stämmer de med hur ni arbetar i dag?${old ? ' Börja med dem som är äldre än fem år.' : ''}`,
    },
    {
      rubrik: 'Jämför',
      text:
        lacking.length > 0
          ? `Mer än hälften av de kommuner som liknar er svarade ja på det här, men inte ni: ${cappedList(lacking, 3)}.`
          : 'Det finns inget som mer än hälften av de kommuner som liknar er gör och som ni svarade nej på.',
    },
    {
      rubrik: 'Förstå',
      text: `${ask.length > 0 ? `Fråga ${listOf(ask.slice(0, 3).map((a) => a.namn))} hur de har gjort.` : 'Fråga kommuner som liknar er hur de arbetar.'} Vad betyder skillnaden för dem som behöver stöd? Ett nej kan betyda att arbetet görs på ett annat sätt.`,
    },
    {
      rubrik: 'Bestäm',
      text: `${
        no.length > 0
          ? `Välj något av det ni svarade nej på, om det fortfarande stämmer: ${cappedList(
              no.map((r) => r.indicator.kortnamn),
              2,
            )}.`
          : 'Bestäm vad ni vill behålla och vad som kan bli bättre.'
      } Skriv ned vem som ansvarar och när ni följer upp.`,
    },
  ];
}
